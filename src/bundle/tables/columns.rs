//! The columns of a table, by name.

use super::cells::Row;
use crate::bundle::rules::fault;
use crate::diagnostics::{Report, nearest};

/// Says what the first row should be.
pub const HEADER_HINT: &str = "the first row is `question,topic,title,wording_kind,wording,base,choice,answer,label,value,printed,kind`";

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
    Group,
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
const KNOWN: [(Column, &str, bool); 22] = [
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
    (Column::Group, "group", false),
    (Column::N, "n", false),
    (Column::From, "from", false),
    (Column::To, "to", false),
    (Column::WeightedN, "weighted_n", false),
    (Column::EffectiveN, "effective_n", false),
    (Column::BaseN, "base_n", false),
    (Column::BaseWeightedN, "base_weighted_n", false),
    (Column::BaseEffectiveN, "base_effective_n", false),
];

/// Which cell of a row is which.
pub struct Columns {
    /// How many cells a row has.
    pub count: usize,
    indices: [Option<usize>; KNOWN.len()],
}

impl Columns {
    /// Reads the first row. `None` if it is not a header at all.
    pub fn read(row: &Row<'_>, report: &mut Report<'_>) -> Option<Columns> {
        let names = || KNOWN.iter().map(|(_, name, _)| *name);
        if !(0..row.len()).any(|index| names().any(|name| name == row.cell(index))) {
            let hint = if row.cell(0).contains(';') || row.cell(0).contains('\t') {
                "columns are parted by commas: save the table as CSV with commas"
            } else {
                HEADER_HINT
            };
            report.add(
                fault("table-columns", "the first row does not name the columns").hint(hint),
                row.span().range(),
            );
            return None;
        }
        let mut indices = [None; KNOWN.len()];
        let mut misspelt = Vec::new();
        for index in 0..row.len() {
            let written = row.cell(index);
            match names().position(|name| name == written) {
                Some(known) if indices[known].is_none() => indices[known] = Some(index),
                Some(_) => {
                    let fault = fault("table-columns", format!("the column `{written}` is there twice"));
                    report.add(fault.hint("take one out; the first counts"), row.place(index).range());
                }
                None => {
                    let fault = fault("table-columns", format!("there is no column `{written}`"));
                    let meant = nearest(written, names());
                    misspelt.extend(meant);
                    let hint =
                        meant.map_or(HEADER_HINT.to_owned(), |right| format!("did you mean `{right}`?"));
                    report.add(fault.hint(hint), row.place(index).range());
                }
            }
        }
        for ((_, name, needed), index) in KNOWN.iter().zip(&indices) {
            if *needed && index.is_none() && !misspelt.contains(name) {
                let fault = fault("table-columns", format!("the column `{name}` is missing"));
                report.add(fault.hint(HEADER_HINT), row.span().range());
            }
        }
        Some(Columns { count: row.len(), indices })
    }

    /// A column's index, if the table has it.
    pub fn index(&self, column: Column) -> Option<usize> {
        self.indices[column as usize]
    }
}
