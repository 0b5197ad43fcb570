//! Rows → questions.

use std::collections::HashMap;

use super::by_column::{Cells, base, choice};
use super::columns::{Column, Columns};
use super::left_out::LeftOut;
use super::names::give_ids;
use super::parts::{self, Part};
use super::sheet::Row;
use crate::bundle::decode;
use crate::bundle::faults::fault;
use crate::bundle::ids::is_well_formed;
use crate::bundle::span::Span;
use crate::bundle::spans::{FileIndex, Spans};
use crate::diagnostics::Report;
use crate::poll::{Answer, Poll, Question, Wording};

/// What a row with words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The columns' names once more.
    Header,
    /// Words beside the table: a source, a base, a heading.
    Note,
    /// Something like an answer that has no id: a base, a total, or an id that was forgotten.
    Nameless,
    /// An answer, or what a question is.
    Answer,
}

impl Holds {
    /// What that row is. One cell alone is no answer; neither is what has no answer, words for it,
    /// value and title.
    pub fn of(columns: &Columns, row: &Row<'_>) -> Holds {
        let cell = |column| columns.index(column).map_or("", |index| row.cell(index));
        let are_empty = |columns: &[Column]| columns.iter().all(|column| cell(*column).is_empty());
        if columns.are_named_again(row) {
            return Holds::Header;
        }
        let is_question = is_well_formed(cell(Column::Question));
        let is_alone = row.filled().count() == 1 || are_empty(&[Column::Title, Column::Label]);
        let is_note =
            are_empty(&[Column::Answer, Column::Value, Column::Printed]) && is_alone && !is_question;
        if is_note {
            Holds::Note
        } else if cell(Column::Answer).is_empty() && !are_empty(&OF_ANSWERS) && row.unclosed.is_none() {
            Holds::Nameless
        } else {
            Holds::Answer
        }
    }
}

/// The questions read so far, by wave and group.
pub struct Questions<'p> {
    /// The poll that the table is of.
    whole: &'p Poll,
    file: FileIndex,
    parts: Vec<Part>,
    /// Questions that nothing is said of in their first row.
    undescribed: Vec<Undescribed>,
    by_name: HashMap<(String, String), usize>,
    /// The part and the question in it that the row before belongs to.
    current: Option<(usize, usize)>,
}

/// A question whose description stands elsewhere.
struct Undescribed {
    part: usize,
    question: usize,
    place: Span,
}

/// The columns that say what a question is, which a group's leaves to its wave's.
const DESCRIPTION: [Column; 4] = [Column::Title, Column::WordingKind, Column::Wording, Column::Base];

/// The columns that hold an answer.
const OF_ANSWERS: [Column; 4] = [Column::Answer, Column::Label, Column::Value, Column::Printed];

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

impl<'p> Questions<'p> {
    /// No questions yet, of the table of the poll `whole`, with that index in the bundle.
    pub fn new(index: u16, whole: &'p Poll) -> Questions<'p> {
        Questions {
            whole,
            file: FileIndex::Table(index),
            parts: Vec::new(),
            undescribed: Vec::new(),
            by_name: HashMap::new(),
            current: None,
        }
    }

    /// All waves and groups with their questions.
    pub fn finish(mut self, report: &mut Report<'_>) -> Vec<Part> {
        give_ids(&self.whole.id, &mut self.parts, report);
        for Undescribed { part, question, place } in std::mem::take(&mut self.undescribed) {
            let described = self.described(part, question).cloned();
            if let Some(described) = described {
                let undescribed = &mut self.parts[part].questions[question];
                let own = std::mem::take(undescribed);
                let topic = if own.topic.is_empty() { described.topic } else { own.topic };
                *undescribed = Question { topic, answers: own.answers, ..described };
            } else {
                let message = format!(
                    "nothing says what the question `{}` is",
                    self.parts[part].questions[question].id
                );
                let hint = match (self.parts[part].group.as_str(), self.parts[part].wave.as_str()) {
                    ("", "") => "give its title, wording and base in its first row",
                    ("", _) => {
                        "give its title, wording and base: another wave may have been asked in other words"
                    }
                    _ => "give its title, wording and base here, or in the row of the whole wave or poll",
                };
                report.add(fault("table-value", message).hint(hint), place.range());
            }
        }
        self.parts
    }

    /// For a group's question, the one with its id that says what it is: the wave's own, or another
    /// group's of the same wave; where no wave is named, the poll's.
    fn described(&self, part: usize, question: usize) -> Option<&Question> {
        if self.parts[part].group.is_empty() {
            return None;
        }
        let (wave, id) = (&self.parts[part].wave, &self.parts[part].questions[question].id);
        let of_wave = self.parts.iter().filter(|other| other.wave == *wave);
        let in_table = of_wave.flat_map(|other| &other.questions);
        let in_manifest = self.whole.questions.iter().filter(|_| wave.is_empty());
        in_table.chain(in_manifest).find(|other| other.id == *id && !other.title.is_empty())
    }

    /// Takes in a row: its question, and its answer where it names one.
    pub fn add(&mut self, columns: &Columns, row: &Row<'_>, left_out: &mut LeftOut, report: &mut Report<'_>) {
        // What comes of a mark that is never closed was told with it.
        if row.len() < columns.count && row.unclosed.is_none() {
            left_out.short(row);
        }
        let mut cells = Cells::new(columns, row, report);
        let question = self.question(&mut cells);
        let read = question.filter(|_| !cells.are_empty(&[Column::Answer])).map(|_| answer(&mut cells));
        let fits = read.as_ref().is_none_or(|read| read.fits);
        if row.filled().any(|index| index >= columns.width) || (row.len() > columns.width && !fits) {
            left_out.long(row);
        }
        let (Some((part, question)), Some(ReadAnswer { answer, has_value, .. })) = (question, read) else {
            return;
        };
        let part = &mut self.parts[part];
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
        let id = cells.text(Column::Question).to_owned();
        let topic = cells.text(Column::Topic).to_owned();
        let index = self.parts[part].questions.len();
        let says_nothing =
            cells.are_empty(&DESCRIPTION) && DESCRIPTION.iter().all(|column| cells.has(*column));
        let question = if says_nothing {
            self.undescribed.push(Undescribed {
                part,
                question: index,
                place: cells.place(Column::Question),
            });
            Question { id, topic, ..Question::default() }
        } else {
            let (wording, same_wording_as) = cells.wording();
            Question {
                id,
                topic,
                title: cells.text(Column::Title).to_owned(),
                wording,
                same_wording_as: same_wording_as.map(|written| self.reference(&written)),
                base: cells.base(),
                choice: cells.choice(),
                ..Question::default()
            }
        };
        let fields = if says_nothing { &FIELDS_OF_A_QUESTION[..2] } else { &FIELDS_OF_A_QUESTION[..] };
        let part = &mut self.parts[part];
        part.places.push(cells.spans(self.file, Column::Question, fields));
        part.by_id.insert(question.id.clone(), index);
        part.questions.push(question);
        let is_poll = part.is_whole();
        part.people.take(&mut part.questions, is_poll, cells);
        index
    }

    /// A question that a cell names, with its poll: this one where none is named.
    fn reference(&self, written: &str) -> String {
        if written.contains('/') { written.to_owned() } else { format!("{}/{written}", self.whole.id) }
    }

    /// Reports cells of a later row that say something else about the question than its first row.
    fn compare_with_first(&mut self, part: usize, question: usize, cells: &mut Cells<'_, '_>) {
        self.parts[part].people.compare(question, cells);
        let first = &self.parts[part].questions[question];
        for column in OF_A_QUESTION {
            let written = cells.text(column);
            if !written.is_empty() && !self.says(first, column, written) {
                let message = "this differs from the question's first row, which counts";
                cells.wrong(column, fault("table-value", message).hint("repeat the cell or leave it empty"));
            }
        }
    }

    /// Whether the cell `written` says of a question what was read from its first row.
    fn says(&self, question: &Question, column: Column, written: &str) -> bool {
        match column {
            Column::Topic => question.topic == written,
            Column::Title => question.title == written,
            Column::WordingKind => wording_kind(question) == decode::joined(written),
            Column::Wording => match (&question.same_wording_as, &question.wording) {
                (Some(reference), _) => *reference == self.reference(written),
                (None, Wording::Exact(words) | Wording::Paraphrase(words)) => words == written,
                (None, Wording::NotStated) => false,
            },
            Column::Base => base(written) == question.base,
            Column::Choice => choice(written) == Some(question.choice),
            _ => true,
        }
    }
}

fn wording_kind(question: &Question) -> &'static str {
    match &question.wording {
        _ if question.same_wording_as.is_some() => "sameas",
        Wording::Exact(_) => "exact",
        Wording::Paraphrase(_) => "paraphrase",
        Wording::NotStated => "notstated",
    }
}

/// A row's answer.
struct ReadAnswer {
    answer: Answer,
    /// Whether its value could be read.
    has_value: bool,
    /// Whether its cells hold what their columns allow.
    fits: bool,
}

fn answer(cells: &mut Cells<'_, '_>) -> ReadAnswer {
    let (value, faults) = decode::share(cells.text(Column::Value));
    let mut fits = faults.is_empty() && cells.is_printed();
    cells.all_wrong(Column::Value, faults);
    let (kind, faults) = decode::kind(cells.text(Column::Kind));
    fits &= faults.is_empty();
    cells.all_wrong(Column::Kind, faults);
    let value = value.filter(|_| fits || !cells.may_be_shifted);
    let has_value = value.is_some();
    let answer = Answer {
        id: cells.text(Column::Answer).to_owned(),
        label: cells.text(Column::Label).to_owned(),
        value: value.unwrap_or_default(),
        printed: cells.text(Column::Printed).to_owned(),
        kind: kind.unwrap_or_default(),
    };
    ReadAnswer { answer, has_value, fits }
}
