//! A table's waves and groups: each is a poll of its own, which states all that the whole poll states
//! but who answered, how many and when.

use std::collections::{HashMap, HashSet};

use super::by_column::Cells;
use super::columns::Column;
use super::people::People;
use crate::bundle::faults::fault;
use crate::bundle::ids::{is_well_formed, malformed_id};
use crate::bundle::slug::slug;
use crate::bundle::span::Span;
use crate::bundle::spans::{FileIndex, Spans};
use crate::poll::{Disclosed, Fieldwork, Poll, Question, SampleSize};

#[cfg(test)]
mod tests;

/// What a table holds of one wave and one group; of the poll itself where both are empty.
#[derive(Debug, Default)]
pub struct Part {
    /// When people were asked again, in the table's words; empty: the poll's own time.
    pub wave: String,
    /// Which people; empty: everybody asked.
    pub group: String,
    /// How many people its rows are of.
    pub people: People,
    /// First and last day, as written.
    days: (String, String),
    /// Whether a row with another first or last day was reported.
    told: [bool; 2],
    spans: Spans,
    /// What the table says stands for its names in references; empty: they themselves.
    pub stated_wave_id: String,
    /// The group's.
    pub stated_group_id: String,
    /// The id of the poll that it is; see [`super::names`].
    pub id: String,
    /// The id of the poll that its wave is.
    pub wave_id: String,
    /// Its questions with their places.
    pub questions: Vec<Question>,
    /// In step with the questions.
    pub places: Vec<Spans>,
    /// The questions' places in the list, by id.
    pub by_id: HashMap<String, usize>,
}

impl Part {
    /// A part without questions yet, from its first row.
    pub fn begin(file: FileIndex, cells: &mut Cells<'_, '_>) -> Part {
        let (wave, group) = named(cells);
        let column = if group.is_empty() { Column::Wave } else { Column::Group };
        let mut part = Part {
            wave: wave.to_owned(),
            group: group.to_owned(),
            days: days(cells),
            spans: Spans::new(file, cells.place(column)),
            ..Part::default()
        };
        let numbers = [
            ("sample_size", Column::N),
            ("weighted_n", Column::WeightedN),
            ("effective_n", Column::EffectiveN),
        ];
        for (field, column) in numbers.into_iter().chain([("fieldwork", Column::From)]) {
            if !cells.text(column).is_empty() {
                part.spans.add_field(field, Spans::new(file, cells.place(column)));
            }
        }
        for (column, words) in [(Column::Wave, wave), (Column::Group, group)] {
            if !words.is_empty() && slug(words).is_empty() {
                let message = format!("`{words}` has no letters that a reference may hold");
                let hint = "give it a name with letters or digits: other programs refer to it by them";
                cells.wrong(column, fault("table-value", message).hint(hint));
            }
        }
        part.take_ids(cells);
        if part.is_whole() {
            for column in [Column::From, Column::To] {
                if !cells.text(column).is_empty() {
                    let message = "the poll itself says this in the manifest, which counts";
                    let hint = "leave it empty, or name a wave or a group in this row";
                    cells.wrong(column, fault("table-value", message).hint(hint));
                }
            }
        }
        part
    }

    /// Takes up the ids that a row states for its wave and group.
    fn take_ids(&mut self, cells: &mut Cells<'_, '_>) {
        for column in [Column::WaveId, Column::GroupId] {
            let written = cells.text(column);
            let (of, what, own) = match column {
                Column::WaveId => (&self.wave, "wave", &mut self.stated_wave_id),
                _ => (&self.group, "group", &mut self.stated_group_id),
            };
            let wrong = if written.is_empty() || written == own.as_str() {
                continue;
            } else if of.is_empty() {
                fault("table-value", format!("this id is of no {what}"))
                    .hint(format!("name the {what}, or leave this cell empty"))
            } else if !own.is_empty() {
                fault("table-value", format!("this differs from the {what}’s id above, which counts"))
                    .hint("repeat the cell or leave it empty")
            } else if is_well_formed(written) {
                written.clone_into(own);
                continue;
            } else {
                *own = slug(written);
                malformed_id(written, "id")
            };
            cells.wrong(column, wrong);
        }
    }

    /// Where its wave or group is named.
    pub fn place(&self) -> Span {
        self.spans.whole().span
    }

    /// Whether it is the poll itself.
    pub fn is_whole(&self) -> bool {
        self.wave.is_empty() && self.group.is_empty()
    }

    /// Reports cells of a later row that say something else of the wave or group than its first row.
    pub fn compare_with_first(&mut self, cells: &mut Cells<'_, '_>) {
        self.take_ids(cells);
        for (which, column) in [Column::From, Column::To].into_iter().enumerate() {
            let differs = match column {
                _ if cells.text(column).is_empty() => false,
                Column::From => days(cells).0 != self.days.0,
                _ => cells.text(column) != self.days.1,
            };
            if differs && !std::mem::replace(&mut self.told[which], true) {
                let message = "this differs from the first row of this wave and group, which counts";
                cells.wrong(column, fault("table-value", message).hint("repeat the cell or leave it empty"));
            }
        }
    }

    /// A wave of which there are only groups: everybody asked in it, without questions. What its
    /// groups state is not taken for its own.
    fn everybody_with(group: &Part) -> Part {
        Part {
            wave: group.wave.clone(),
            id: group.wave_id.clone(),
            wave_id: group.wave_id.clone(),
            spans: Spans::new(group.spans.whole().file, group.spans.whole().span),
            ..Part::default()
        }
    }

    /// The poll that it is, with the place of everything: a part of `whole`, with its questions.
    fn into_poll(self, whole: &Poll) -> (Poll, Spans) {
        let (first, last) = self.days;
        let fieldwork = match (first.is_empty(), self.wave.is_empty()) {
            (false, _) => Some(Fieldwork::Dates(first, last)),
            (true, true) => whole.fieldwork.clone(),
            (true, false) => Some(Fieldwork::NotStated),
        };
        let wave = if self.wave.is_empty() { String::new() } else { format!(", {}", self.wave) };
        let group = if self.group.is_empty() { String::new() } else { format!(": {}", self.group) };
        let poll = Poll {
            id: self.id,
            title: format!("{}{wave}{group}", whole.name()),
            population: if self.group.is_empty() {
                whole.population.clone()
            } else {
                Some(Disclosed::Stated(self.group.clone()))
            },
            sample_size: self.people.size.n.or(Some(SampleSize::NotStated)),
            weighted_n: self.people.size.weighted,
            effective_n: self.people.size.effective,
            fieldwork,
            wave_of: (!self.wave.is_empty()).then(|| whole.id.clone()),
            subgroup_of: (!self.group.is_empty()).then_some(self.wave_id),
            table: None,
            questions: self.questions,
            note: None,
            // What is stated of the whole is not of a part.
            margin_of_error: whole.margin_of_error.as_ref().map(|_| Disclosed::NotStated),
            ..whole.clone()
        };
        let mut spans = self.spans;
        spans.extend_list("questions", self.places);
        (poll, spans)
    }
}

/// The polls that the waves and groups of a table are, with the place of everything. A wave comes
/// before its groups, even where the table has no figures of the wave as a whole.
pub fn polls(parts: Vec<Part>, whole: &Poll) -> Vec<(Poll, Spans)> {
    let mut polls = Vec::new();
    let mut waves: HashSet<String> = parts.iter().filter(|part| part.group.is_empty()).map(wave).collect();
    waves.insert(String::new());
    for part in parts {
        if waves.insert(part.wave.clone()) {
            polls.push(Part::everybody_with(&part).into_poll(whole));
        }
        polls.push(part.into_poll(whole));
    }
    polls
}

fn wave(part: &Part) -> String {
    part.wave.clone()
}

/// The wave and the group that a row names.
pub fn named<'c>(cells: &Cells<'c, '_>) -> (&'c str, &'c str) {
    (cells.text(Column::Wave), cells.text(Column::Group))
}

/// One day alone is the first and the last.
fn days(cells: &Cells<'_, '_>) -> (String, String) {
    let (first, last) = (cells.text(Column::From), cells.text(Column::To));
    let either = |one: &str, other: &str| if one.is_empty() { other.to_owned() } else { one.to_owned() };
    (either(first, last), either(last, first))
}
