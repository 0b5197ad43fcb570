//! The columns of a table, by name.

use super::sheet::Row;
use crate::bundle::faults::fault;
use crate::bundle::span::Span;
use crate::diagnostics::{Report, nearest};
use crate::poll::listed;

/// Says what the header should be.
pub const HEADER_HINT: &str = "one row names the columns: `question,topic,title,wording_kind,wording,base,choice,answer,label,value,printed,kind`";

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Question,
    Topic,
    Title,
    WordingKind,
    Wording,
    Base,
    Choice,
    Answer,
    Label,
    Value,
    Printed,
    Kind,
    Wave,
    WaveId,
    Group,
    GroupId,
    N,
    From,
    To,
    WeightedN,
    EffectiveN,
    BaseN,
    BaseWeightedN,
    BaseEffectiveN,
}

/// Each column with its name and whether a table needs it.
const KNOWN: [(Column, &str, bool); 24] = [
    (Column::Question, "question", true),
    (Column::Topic, "topic", false),
    (Column::Title, "title", true),
    (Column::WordingKind, "wording_kind", true),
    (Column::Wording, "wording", true),
    (Column::Base, "base", true),
    (Column::Choice, "choice", false),
    (Column::Answer, "answer", true),
    (Column::Label, "label", true),
    (Column::Value, "value", true),
    (Column::Printed, "printed", true),
    (Column::Kind, "kind", false),
    (Column::Wave, "wave", false),
    (Column::WaveId, "wave_id", false),
    (Column::Group, "group", false),
    (Column::GroupId, "group_id", false),
    (Column::N, "n", false),
    (Column::From, "from", false),
    (Column::To, "to", false),
    (Column::WeightedN, "weighted_n", false),
    (Column::EffectiveN, "effective_n", false),
    (Column::BaseN, "base_n", false),
    (Column::BaseWeightedN, "base_weighted_n", false),
    (Column::BaseEffectiveN, "base_effective_n", false),
];

fn names() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|(_, name, _)| *name)
}

/// A column's name as it is written by hand: with capitals, spaces or hyphens, in quotation marks.
fn plain(written: &str) -> String {
    let is_mark = |sign: char| !sign.is_alphanumeric();
    let words = written.trim_matches(is_mark).split(is_mark).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}

/// The column that a cell names.
fn named(written: &str) -> Option<usize> {
    let name = plain(written);
    names().position(|known| known == name)
}

/// How many different columns a row names.
pub fn count_named(row: &Row<'_>) -> usize {
    let mut is_named = [false; KNOWN.len()];
    for index in (0..row.len()).filter_map(|index| named(row.cell(index))) {
        is_named[index] = true;
    }
    is_named.iter().filter(|is_named| **is_named).count()
}

/// Which cell of a row is which.
pub struct Columns {
    indices: [Option<usize>; KNOWN.len()],
    /// Cells of the header, up to the last that names something.
    pub count: usize,
    /// All cells of the header.
    pub width: usize,
    /// Columns that are not read, with the header's place and words.
    unread: Vec<Unread>,
}

/// A column that the format does not know.
struct Unread {
    index: usize,
    written: String,
    place: Span,
}

impl Columns {
    /// Reads the row that names the columns.
    pub fn read(header: &Row<'_>, report: &mut Report<'_>) -> Columns {
        let mut indices = [None; KNOWN.len()];
        let mut strange = Vec::new();
        for index in header.filled() {
            let written = header.cell(index);
            match named(written) {
                Some(known) if indices[known].is_none() => indices[known] = Some(index),
                Some(_) => {
                    let fault = fault("table-columns", format!("the column `{written}` is there twice"));
                    report.add(fault.hint("take one out; the first counts"), header.place(index).range());
                }
                None => strange.push(index),
            }
        }
        let mut unread = Vec::new();
        for index in strange {
            let (written, place) = (header.cell(index), header.place(index));
            let is_missing = |name: &&str| {
                names().position(|known| known == *name).is_some_and(|known| indices[known].is_none())
            };
            let meant = nearest(&plain(written), names().filter(is_missing));
            if let Some(meant) = meant {
                let fault = fault(
                    "table-columns",
                    format!("there is no column `{written}`; it is read as `{meant}`"),
                );
                report.add(fault.hint(format!("write `{meant}`")), place.range());
                if let Some(known) = names().position(|known| known == meant) {
                    indices[known] = Some(index);
                }
            } else {
                unread.push(Unread { index, written: written.to_owned(), place });
            }
        }
        let missing: Vec<String> = (KNOWN.iter().zip(&indices))
            .filter(|((_, _, needed), index)| *needed && index.is_none())
            .map(|((_, name, _), _)| format!("`{name}`"))
            .collect();
        if !missing.is_empty() {
            let (columns, are) = if missing.len() == 1 { ("column", "is") } else { ("columns", "are") };
            let message = format!("the {columns} {} {are} missing", listed(&missing));
            report.add(fault("table-columns", message).hint(HEADER_HINT), header.span().range());
        }
        let count = header.filled().last().map_or(0, |last| last + 1);
        Columns { indices, count, width: header.len(), unread }
    }

    /// A column's index, if the table has it.
    pub fn index(&self, column: Column) -> Option<usize> {
        self.indices[column as usize]
    }

    /// Whether rows can be told apart: by question and answer.
    pub fn tell_rows_apart(&self) -> bool {
        self.index(Column::Question).is_some() && self.index(Column::Answer).is_some()
    }

    /// Whether a row names the columns again, as a second header does: in other words, or where two
    /// tables were joined.
    pub fn are_named_again(&self, row: &Row<'_>) -> bool {
        let again = |known: &usize| {
            let cell = self.indices[*known].map_or("", |index| row.cell(index));
            named(cell) == Some(*known)
        };
        (0..KNOWN.len()).filter(again).count() >= 3
    }

    /// The cells of a row that hold words in no known column.
    pub fn outside(&self, row: &Row<'_>) -> impl Iterator<Item = usize> {
        row.filled().filter(|index| !self.indices.contains(&Some(*index)))
    }

    /// Reports the columns that are not read, if rows hold words in them: `filled` are the first cells
    /// with such words, by index.
    pub fn report_unread(&self, filled: &[(usize, Span)], report: &mut Report<'_>) {
        for (index, first) in filled {
            if let Some(Unread { written, place, .. }) =
                self.unread.iter().find(|unread| unread.index == *index)
            {
                let fault = fault("table-columns", format!("there is no column `{written}`"));
                report.add(
                    fault.hint("what it holds is not shown; take it out, or see FORMAT.md for the columns"),
                    place.range(),
                );
            } else if *index < self.width {
                let fault = fault("table-columns", "a column without a name holds words");
                report.add(fault.hint("name the column in the header, or take its cells out"), first.range());
            }
        }
    }
}
