//! Rows → questions.

use std::collections::HashMap;

use super::by_column::{Cells, base, choice};
use super::cells::Row;
use super::columns::{Column, Columns};
use super::parts::{self, Part};
use crate::bundle::decode;
use crate::bundle::rules::fault;
use crate::bundle::spans::{FileIndex, Spans};
use crate::diagnostics::Report;
use crate::poll::{Answer, Question, Wording};

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
const FIELDS_OF_A_QUESTION: [(&str, Column); 6] = [
    ("id", Column::Question),
    ("topic", Column::Topic),
    ("title", Column::Title),
    ("wording", Column::Wording),
    ("base", Column::Base),
    ("n", Column::BaseN),
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
        let mut cells = Cells::new(columns, row, report);
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
    fn compare_with_the_row_above(&mut self, part: usize, cells: &mut Cells<'_, '_>) {
        let part = &mut self.parts[part];
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
        let is_poll = part.is_whole();
        part.people.take(&mut part.questions, is_poll, cells);
        index
    }

    /// Reports cells of a later row that say something else about the question than its first row.
    fn compare_with_first(&mut self, part: usize, question: usize, cells: &mut Cells<'_, '_>) {
        self.parts[part].people.compare(question, cells);
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
