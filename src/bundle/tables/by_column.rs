//! A row by columns: what its cells say.

use super::columns::{Column, Columns};
use super::sheet::Row;
use crate::bundle::decode::joined;
use crate::bundle::faults::fault;
use crate::bundle::span::Span;
use crate::bundle::spans::{FileIndex, Spans};
use crate::diagnostics::{Diagnostic, Report};
use crate::poll::printed::{Numeral, Printed, numerals};
use crate::poll::{Base, Choice, Wording};

/// A row by columns.
pub struct Cells<'c, 't> {
    columns: &'c Columns,
    row: &'c Row<'c>,
    report: &'c mut Report<'t>,
    /// Whether there are cells beyond the columns, so that others may be those of the column before.
    pub may_be_shifted: bool,
}

impl<'c, 't> Cells<'c, 't> {
    /// The cells of a row; what is wrong with them goes into `report`.
    pub fn new(columns: &'c Columns, row: &'c Row<'c>, report: &'c mut Report<'t>) -> Cells<'c, 't> {
        let may_be_shifted = row.len() > columns.width || row.filled().any(|index| index >= columns.count);
        Cells { columns, row, report, may_be_shifted }
    }

    /// The words of a column; empty where the table does not have it.
    pub fn text(&self, column: Column) -> &'c str {
        self.columns.index(column).map_or("", |index| self.row.cell(index))
    }

    /// Its place; the row's where the table does not have it.
    pub fn place(&self, column: Column) -> Span {
        self.columns.index(column).map_or(self.row.span(), |index| self.row.place(index))
    }

    /// Whether the row has a cell for the column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.index(column).is_some_and(|index| index < self.row.len())
    }

    /// Whether the columns hold no words at all.
    pub fn are_empty(&self, columns: &[Column]) -> bool {
        columns.iter().all(|column| self.text(*column).is_empty())
    }

    /// Where a whole stands, and the fields of it that the row has.
    pub fn spans(&self, file: FileIndex, whole: Column, fields: &[(&'static str, Column)]) -> Spans {
        let mut spans = Spans::new(file, self.place(whole));
        spans.make_room(fields.len() + 1);
        for (name, column) in fields.iter().filter(|(_, column)| self.has(*column)) {
            spans.add_field(name, Spans::new(file, self.place(*column)));
        }
        spans
    }

    /// Reports what is wrong with a cell. Where its column or the cell itself is missing, or cells may
    /// be those of another column, that is told once for the table, and is the cause.
    pub fn wrong(&mut self, column: Column, fault: Diagnostic) {
        if self.has(column) && !self.may_be_shifted && self.row.unclosed.is_none() {
            let place = self.place(column);
            self.report.add(fault, place.range());
        }
    }

    /// Reports all that is wrong with a cell.
    pub fn all_wrong(&mut self, column: Column, faults: Vec<Diagnostic>) {
        for fault in faults {
            self.wrong(column, fault);
        }
    }

    /// Whether the value, if it is a number alone, is one that was printed, as it is where each cell
    /// stands in its own column.
    pub fn is_printed(&self) -> bool {
        let Printed::Number(value) = Printed::read(self.text(Column::Value)) else { return true };
        let is_value = |number: Numeral| number.value.total_cmp(&value.value.abs()).is_eq();
        numerals(self.text(Column::Printed)).any(is_value)
    }

    /// How the question was put; or else the question that was put in the same words, as it is written.
    pub fn wording(&mut self) -> (Wording, Option<String>) {
        let words = self.text(Column::Wording).to_owned();
        let kind = self.text(Column::WordingKind);
        let wording = match joined(kind).as_str() {
            "exact" => Wording::Exact(words),
            "paraphrase" => Wording::Paraphrase(words),
            "notstated" if words.is_empty() => Wording::NotStated,
            "sameas" if !words.is_empty() => return (Wording::NotStated, Some(words)),
            written => {
                let message = match written {
                    "" => "the kind of wording is not given".to_owned(),
                    "sameas" => "the question that was put in the same words is not named".to_owned(),
                    _ if words.is_empty() => format!("`{kind}` is not a kind of wording"),
                    _ => format!("a wording is given, but its kind is `{kind}`"),
                };
                let fault = fault("table-value", message).hint(match written {
                    "sameas" => "name it in the column `wording`: `question` or `poll/question`",
                    _ => "write `exact`, `paraphrase`, `not stated` or `same as`",
                });
                self.wrong(Column::WordingKind, fault);
                if words.is_empty() { Wording::NotStated } else { Wording::Paraphrase(words) }
            }
        };
        (wording, None)
    }

    /// Who the percentages are of.
    pub fn base(&mut self) -> Base {
        let written = self.text(Column::Base);
        if written.is_empty() {
            let fault = fault("table-value", "the base is not given")
                .hint("write `all`, `not stated`, or who the percentages are of");
            self.wrong(Column::Base, fault);
        }
        base(written)
    }

    /// How many answers one could choose.
    pub fn choice(&mut self) -> Choice {
        let written = self.text(Column::Choice);
        choice(written).unwrap_or_else(|| {
            let message = format!("`{written}` is not a kind of choice");
            self.wrong(Column::Choice, fault("table-value", message).hint("write `one` or `many`"));
            Choice::One
        })
    }
}

/// Who the percentages are of, as a cell says it.
pub fn base(written: &str) -> Base {
    match joined(written).as_str() {
        "all" => Base::All,
        "notstated" | "" => Base::NotStated,
        _ => Base::Described(written.to_owned()),
    }
}

/// How many answers one could choose, as a cell says it; `None` for no such word.
pub fn choice(written: &str) -> Option<Choice> {
    match joined(written).as_str() {
        "" | "one" => Some(Choice::One),
        "many" => Some(Choice::Many),
        _ => None,
    }
}
