//! How many people the rows of a table are of: all of a wave or group, or the base of one question.

use super::by_column::Cells;
use super::columns::Column;
use crate::bundle::decode;
use crate::bundle::faults::fault;
use crate::poll::{Base, BaseSize, Question};

/// The columns that count all of a wave or group; in the rows of the poll itself, a question's base.
pub const OF_ALL: [Column; 3] = [Column::N, Column::WeightedN, Column::EffectiveN];
/// Those that count a question's base, in the same order.
const OF_A_BASE: [Column; 3] = [Column::BaseN, Column::BaseWeightedN, Column::BaseEffectiveN];

/// What the rows of a wave or group say of how many people they are of.
#[derive(Debug, Default)]
pub struct People {
    /// Of all of the wave or group.
    pub size: BaseSize,
    /// As it was written in the row that counts, by column.
    written: [String; 3],
    /// The question in whose row it was written, where that is of a part of them: it may be the part's.
    of_a_part: [Option<usize>; 3],
    /// The same of each question's first row, its own columns included.
    firsts: Vec<[String; 6]>,
    /// Whether a row that says something else was reported, by column.
    told: [bool; 6],
}

impl People {
    /// Takes in the first row of a question: numbers of its own go into it. `is_poll`: the row is of the
    /// poll itself, whose own numbers stand in the manifest.
    pub fn take(&mut self, questions: &mut [Question], is_poll: bool, cells: &mut Cells<'_, '_>) {
        let Some(index) = questions.len().checked_sub(1) else { return };
        self.firsts.push(written(cells));
        let mut own = BaseSize::default();
        for (which, column) in OF_A_BASE.into_iter().enumerate() {
            read_into(&mut own, which, column, cells);
        }
        for (which, column) in OF_ALL.into_iter().enumerate() {
            let cell = cells.text(column);
            let is_part = matches!(questions[index].base, Base::Described(_));
            if cell.is_empty() || !is_poll && is_same(cell, &self.written[which]) {
                continue;
            }
            if is_poll || is_part && !self.written[which].is_empty() {
                if !has(own, which) {
                    read_into(&mut own, which, column, cells);
                }
            } else if self.written[which].is_empty() {
                read_into(&mut self.size, which, column, cells);
                cell.clone_into(&mut self.written[which]);
                self.of_a_part[which] = is_part.then_some(index);
            } else if let Some(part) = self.of_a_part[which].take() {
                // What stood first was of a part, since this is of all.
                give(&mut questions[part], self.size, which);
                clear(&mut self.size, which);
                read_into(&mut self.size, which, column, cells);
                cell.clone_into(&mut self.written[which]);
            } else {
                self.tell(which, column, cells);
            }
        }
        for which in 0..3 {
            give(&mut questions[index], own, which);
        }
    }

    /// Reports a later row of a question that says something else than its first row, once a column.
    pub fn compare(&mut self, question: usize, cells: &mut Cells<'_, '_>) {
        for (which, column) in OF_ALL.into_iter().chain(OF_A_BASE).enumerate() {
            let cell = cells.text(column);
            let first = self.firsts.get(question).map_or("", |first| &first[which]);
            let of_all = self.written.get(which).map_or("", String::as_str);
            if !cell.is_empty() && !is_same(cell, first) && !is_same(cell, of_all) {
                self.tell(which, column, cells);
            }
        }
    }

    fn tell(&mut self, which: usize, column: Column, cells: &mut Cells<'_, '_>) {
        if std::mem::replace(&mut self.told[which], true) {
            return;
        }
        let of_all = self.written.get(which).is_some_and(|written| !written.is_empty());
        let message = if of_all {
            "this differs from the first row of this wave and group, which counts"
        } else {
            "this differs from the question's first row, which counts"
        };
        let hint = if of_all {
            "repeat the cell or leave it empty; where fewer answered a question, say who in `base`, and how many in \
             `base_n`"
        } else {
            "repeat the cell or leave it empty"
        };
        cells.wrong(column, fault("table-value", message).hint(hint));
    }
}

fn written(cells: &Cells<'_, '_>) -> [String; 6] {
    let [n, weighted, effective] = OF_ALL;
    let [base_n, base_weighted, base_effective] = OF_A_BASE;
    [n, weighted, effective, base_n, base_weighted, base_effective]
        .map(|column| cells.text(column).to_owned())
}

/// Whether two cells hold one number, whatever stands between its thousands.
fn is_same(cell: &str, other: &str) -> bool {
    let plain =
        |cell: &str| cell.chars().filter(|sign| *sign != ',' && !sign.is_whitespace()).collect::<String>();
    plain(cell) == plain(other)
}

fn has(size: BaseSize, which: usize) -> bool {
    [size.n.is_some(), size.weighted.is_some(), size.effective.is_some()][which]
}

fn clear(size: &mut BaseSize, which: usize) {
    match which {
        0 => size.n = None,
        1 => size.weighted = None,
        _ => size.effective = None,
    }
}

fn give(question: &mut Question, size: BaseSize, which: usize) {
    match which {
        0 => question.n = question.n.or(size.n),
        1 => question.weighted_n = question.weighted_n.or(size.weighted),
        _ => question.effective_n = question.effective_n.or(size.effective),
    }
}

/// Reads a cell, and reports what is wrong with it.
fn read_into(size: &mut BaseSize, which: usize, column: Column, cells: &mut Cells<'_, '_>) {
    let cell = cells.text(column);
    if cell.is_empty() {
        return;
    }
    let faults = if which == 0 {
        let (people, faults) = decode::sample_size(cell);
        size.n = people;
        faults
    } else {
        let (people, faults) = decode::counted(cell);
        *(if which == 1 { &mut size.weighted } else { &mut size.effective }) = people;
        faults
    };
    cells.all_wrong(column, faults);
}
