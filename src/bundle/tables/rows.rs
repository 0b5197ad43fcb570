//! Rows → questions.

use std::collections::HashMap;

use super::cells::Row;
use super::columns::{Column, Columns};
use super::parts::{self, Part};
use crate::bundle::decode;
use crate::bundle::ron_tree::Span;
use crate::bundle::rules::fault;
use crate::bundle::spans::{FileIndex, Spans};
use crate::diagnostics::{Diagnostic, Report};
use crate::poll::{Answer, Base, Choice, Question, SampleSize, Wording};

/// The questions read so far, by wave and group.
pub struct Rows {
    file: FileIndex,
    parts: Vec<Part>,
    by_name: HashMap<(String, String), usize>,
    /// The part and the question in it that the row before belongs to.
    current: Option<(usize, usize)>,
}

/// The columns that describe a question, written in its first row.
const OF_A_QUESTION: [Column; 6] =
    [Column::Topic, Column::Title, Column::WordingKind, Column::Wording, Column::Base, Column::Choice];

/// The manifest's fields of a question, by column.
const FIELDS_OF_A_QUESTION: [(&str, Column); 4] = [
    ("id", Column::Question),
    ("topic", Column::Topic),
    ("title", Column::Title),
    ("wording", Column::Wording),
];

/// The manifest's fields of an answer, by column; but its value, which may be unreadable.
const OF_AN_ANSWER: [(&str, Column); 3] =
    [("id", Column::Answer), ("label", Column::Label), ("printed", Column::Printed)];

impl Rows {
    /// No questions yet, of the table with that index in the bundle.
    pub fn new(index: u16) -> Rows {
        Rows { file: FileIndex::Table(index), parts: Vec::new(), by_name: HashMap::new(), current: None }
    }

    /// All waves and groups with their questions.
    pub fn finish(self) -> Vec<Part> {
        self.parts
    }

    /// Takes in a row.
    pub fn add(&mut self, columns: &Columns, row: &Row<'_>, report: &mut Report<'_>) {
        if row.len() != columns.count {
            let message = format!("this row has {} cells, the first row has {}", row.len(), columns.count);
            let fault = fault("table-row", message)
                .hint("put a text that holds commas between quotation marks \"…\"");
            report.add(fault, row.span().range());
        }
        let mut cells = Cells { columns, row, report };
        let Some((part, question)) = self.question(&mut cells) else { return };
        let part = &mut self.parts[part];
        let (answer, has_value) = answer(&mut cells);
        part.questions[question].answers.push(answer);
        let mut spans = cells.spans(self.file, Column::Answer, &OF_AN_ANSWER);
        let value = Spans::new(self.file, cells.place(Column::Value));
        if has_value {
            spans.add_field("value", value);
        } else {
            spans.add_unreadable("value", value.whole().span);
        }
        part.places[question].extend_list("answers", vec![spans]);
    }

    /// The question that the row belongs to, and its part.
    fn question(&mut self, cells: &mut Cells<'_, '_>) -> Option<(usize, usize)> {
        let id = cells.text(Column::Question);
        if id.is_empty() {
            let Some((part, question)) = self.current else {
                cells.wrong(Column::Question, fault("table-value", "this row belongs to no question"));
                return None;
            };
            self.compare_with_the_row_above(part, cells);
            self.compare_with_first(part, question, cells);
            return self.current;
        }
        let part = self.part(cells);
        let Some(question) = self.parts[part].by_id.get(id).copied() else {
            let place = (part, self.begin(part, cells));
            self.current = Some(place);
            return self.current;
        };
        if self.current != Some((part, question)) {
            let message = format!("the rows of the question `{id}` do not stand together");
            cells.wrong(
                Column::Question,
                fault("table-scattered", message).hint("move this row up to the others"),
            );
        }
        self.current = Some((part, question));
        self.compare_with_first(part, question, cells);
        self.current
    }

    /// The wave and group that the row names.
    fn part(&mut self, cells: &mut Cells<'_, '_>) -> usize {
        let (wave, group) = parts::named(cells);
        let is_this = |part: &Part| part.wave == wave && part.group == group;
        let known = match self.current {
            Some((part, _)) if is_this(&self.parts[part]) => Some(part),
            _ => self.by_name.get(&(wave.to_owned(), group.to_owned())).copied(),
        };
        let Some(known) = known else {
            self.parts.push(Part::begin(self.file, cells));
            self.by_name.insert((wave.to_owned(), group.to_owned()), self.parts.len() - 1);
            return self.parts.len() - 1;
        };
        self.parts[known].compare_with_first(cells);
        known
    }

    /// A row that leaves its question empty is of the wave and group of the row above.
    fn compare_with_the_row_above(&self, part: usize, cells: &mut Cells<'_, '_>) {
        let part = &self.parts[part];
        for (column, above) in [(Column::Wave, &part.wave), (Column::Group, &part.group)] {
            let written = cells.text(column);
            if !written.is_empty() && written != above {
                let fault = fault("table-value", "this row belongs to the question of the row above");
                cells.wrong(column, fault.hint("name its question, or leave this cell empty"));
            }
        }
        part.compare_with_first(cells);
    }

    fn begin(&mut self, part: usize, cells: &mut Cells<'_, '_>) -> usize {
        let question = Question {
            id: cells.text(Column::Question).to_owned(),
            topic: cells.text(Column::Topic).to_owned(),
            title: cells.text(Column::Title).to_owned(),
            wording: cells.wording(),
            base: cells.base(),
            choice: cells.choice(),
            ..Question::default()
        };
        let part = &mut self.parts[part];
        part.places.push(cells.spans(self.file, Column::Question, &FIELDS_OF_A_QUESTION));
        let index = part.questions.len();
        part.by_id.insert(question.id.clone(), index);
        part.questions.push(question);
        index
    }

    /// Reports cells of a later row that say something else about the question than its first row.
    fn compare_with_first(&self, part: usize, question: usize, cells: &mut Cells<'_, '_>) {
        let first = &self.parts[part].questions[question];
        for column in OF_A_QUESTION {
            let written = cells.text(column);
            if !written.is_empty() && !says(first, column, written) {
                let message = "this differs from the question's first row, which counts";
                cells.wrong(column, fault("table-value", message).hint("repeat the cell or leave it empty"));
            }
        }
    }
}

/// Whether the cell `written` says of a question what was read from its first row.
fn says(question: &Question, column: Column, written: &str) -> bool {
    match column {
        Column::Topic => question.topic == written,
        Column::Title => question.title == written,
        Column::WordingKind => wording_kind(&question.wording).eq_ignore_ascii_case(written),
        Column::Wording => match &question.wording {
            Wording::Exact(words) | Wording::Paraphrase(words) => words == written,
            Wording::NotStated => false,
        },
        Column::Base => base(written) == question.base,
        Column::Choice => choice(written) == Some(question.choice),
        _ => true,
    }
}

fn wording_kind(wording: &Wording) -> &'static str {
    match wording {
        Wording::Exact(_) => "exact",
        Wording::Paraphrase(_) => "paraphrase",
        Wording::NotStated => "not stated",
    }
}

fn base(written: &str) -> Base {
    match written.to_lowercase().as_str() {
        "all" => Base::All,
        "not stated" | "" => Base::NotStated,
        _ => Base::Described(written.to_owned()),
    }
}

fn choice(written: &str) -> Option<Choice> {
    match written.to_lowercase().as_str() {
        "" | "one" => Some(Choice::One),
        "many" => Some(Choice::Many),
        _ => None,
    }
}

/// A row's answer, and whether its value could be read.
fn answer(cells: &mut Cells<'_, '_>) -> (Answer, bool) {
    let (value, faults) = decode::share(cells.text(Column::Value));
    cells.all_wrong(Column::Value, faults);
    let (kind, faults) = decode::kind(cells.text(Column::Kind));
    cells.all_wrong(Column::Kind, faults);
    let has_value = value.is_some();
    let answer = Answer {
        id: cells.text(Column::Answer).to_owned(),
        label: cells.text(Column::Label).to_owned(),
        value: value.unwrap_or_default(),
        printed: cells.text(Column::Printed).to_owned(),
        kind: kind.unwrap_or_default(),
    };
    (answer, has_value)
}

/// A row by columns.
pub struct Cells<'c, 't> {
    columns: &'c Columns,
    row: &'c Row<'c>,
    report: &'c mut Report<'t>,
}

impl<'c> Cells<'c, '_> {
    /// The words of a column; empty where the table does not have it.
    pub fn text(&self, column: Column) -> &'c str {
        self.columns.index(column).map_or("", |index| self.row.cell(index))
    }

    /// Its place; the row's where the table does not have it.
    pub fn place(&self, column: Column) -> Span {
        self.columns.index(column).map_or(self.row.span(), |index| self.row.place(index))
    }

    fn spans(&self, file: FileIndex, whole: Column, fields: &[(&'static str, Column)]) -> Spans {
        let mut spans = Spans::new(file, self.place(whole));
        spans.make_room(fields.len() + 1);
        for (name, column) in fields.iter().filter(|(_, column)| self.columns.index(*column).is_some()) {
            spans.add_field(name, Spans::new(file, self.place(*column)));
        }
        spans
    }

    /// Reports what is wrong with a cell.
    pub fn wrong(&mut self, column: Column, fault: Diagnostic) {
        let place = self.place(column);
        self.report.add(fault, place.range());
    }

    fn all_wrong(&mut self, column: Column, faults: Vec<Diagnostic>) {
        for fault in faults {
            self.wrong(column, fault);
        }
    }

    /// How many people answered; `None` where the cell is empty or cannot be read.
    pub fn people(&mut self) -> Option<SampleSize> {
        let written = self.text(Column::N);
        if written.is_empty() {
            return None;
        }
        let (people, faults) = decode::sample_size(written);
        self.all_wrong(Column::N, faults);
        people
    }

    fn wording(&mut self) -> Wording {
        let words = self.text(Column::Wording).to_owned();
        let kind = self.text(Column::WordingKind);
        match kind.to_lowercase().as_str() {
            "exact" => Wording::Exact(words),
            "paraphrase" => Wording::Paraphrase(words),
            "not stated" if words.is_empty() => Wording::NotStated,
            _ => {
                let message = match kind {
                    "" => "the kind of wording is not given".to_owned(),
                    _ if words.is_empty() => format!("`{kind}` is not a kind of wording"),
                    _ => format!("a wording is given, but its kind is `{kind}`"),
                };
                let fault = fault("table-value", message).hint("write `exact`, `paraphrase` or `not stated`");
                self.wrong(Column::WordingKind, fault);
                if words.is_empty() { Wording::NotStated } else { Wording::Paraphrase(words) }
            }
        }
    }

    fn base(&mut self) -> Base {
        let written = self.text(Column::Base);
        if written.is_empty() {
            let fault = fault("table-value", "the base is not given")
                .hint("write `all`, `not stated`, or who the percentages are of");
            self.wrong(Column::Base, fault);
        }
        base(written)
    }

    fn choice(&mut self) -> Choice {
        let written = self.text(Column::Choice);
        choice(written).unwrap_or_else(|| {
            let message = format!("`{written}` is not a kind of choice");
            self.wrong(Column::Choice, fault("table-value", message).hint("write `one` or `many`"));
            Choice::One
        })
    }
}
