//! A row by columns: what its cells say.

use super::cells::Row;
use super::columns::{Column, Columns};
use crate::bundle::ron_tree::Span;
use crate::bundle::rules::fault;
use crate::bundle::spans::{FileIndex, Spans};
use crate::diagnostics::{Diagnostic, Report};
use crate::poll::{Base, Choice, Wording};

/// A row by columns.
pub struct Cells<'c, 't> {
    columns: &'c Columns,
    row: &'c Row<'c>,
    report: &'c mut Report<'t>,
}

impl<'c, 't> Cells<'c, 't> {
    /// The cells of a row; what is wrong with them goes into `report`.
    pub fn new(columns: &'c Columns, row: &'c Row<'c>, report: &'c mut Report<'t>) -> Cells<'c, 't> {
        Cells { columns, row, report }
    }

    /// The words of a column; empty where the table does not have it.
    pub fn text(&self, column: Column) -> &'c str {
        self.columns.index(column).map_or("", |index| self.row.cell(index))
    }

    /// Its place; the row's where the table does not have it.
    pub fn place(&self, column: Column) -> Span {
        self.columns.index(column).map_or(self.row.span(), |index| self.row.place(index))
    }

    /// Where a whole stands, and the fields of it that the table has.
    pub fn spans(&self, file: FileIndex, whole: Column, fields: &[(&'static str, Column)]) -> Spans {
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

    /// Reports all that is wrong with a cell.
    pub fn all_wrong(&mut self, column: Column, faults: Vec<Diagnostic>) {
        for fault in faults {
            self.wrong(column, fault);
        }
    }

    /// How the question was put.
    pub fn wording(&mut self) -> Wording {
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
    match written.to_lowercase().as_str() {
        "all" => Base::All,
        "not stated" | "" => Base::NotStated,
        _ => Base::Described(written.to_owned()),
    }
}

/// How many answers one could choose, as a cell says it; `None` for no such word.
pub fn choice(written: &str) -> Option<Choice> {
    match written.to_lowercase().as_str() {
        "" | "one" => Some(Choice::One),
        "many" => Some(Choice::Many),
        _ => None,
    }
}
