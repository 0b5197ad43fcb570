//! Reads a table's cells into one text.

use std::ops::Range;

use super::block::{Alignment, Table};
use super::inline::Writer;

/// A table being read.
pub(super) struct TableReader {
    table: Table,
    row: Vec<Range<usize>>,
    /// Where the last cell ended in the source.
    source_end: usize,
}

impl TableReader {
    pub(super) fn new(alignments: &[pulldown_cmark::Alignment], source_start: usize) -> TableReader {
        let alignment = alignments.iter().map(|alignment| match alignment {
            pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
            pulldown_cmark::Alignment::Center => Alignment::Centre,
            pulldown_cmark::Alignment::Right => Alignment::End,
        });
        let table = Table { alignment: alignment.collect(), ..Table::default() };
        TableReader { table, row: Vec::new(), source_end: source_start }
    }

    pub(super) fn start_row(&mut self) {
        self.row.reserve_exact(self.table.alignment.len());
    }

    pub(super) fn start_cell(&mut self, writer: &mut Writer<'_>, source: Range<usize>) {
        let separator = self.separator();
        if !separator.is_empty() {
            writer.push_separator(separator, self.source_end.min(source.start)..source.start);
        }
        writer.begin_words();
        self.row.push(writer.len()..writer.len());
    }

    pub(super) fn end_cell(&mut self, writer: &mut Writer<'_>, source: Range<usize>) {
        writer.end_words();
        while self.table.line_ends.last().is_some_and(|at| *at >= writer.len()) {
            self.table.line_ends.pop();
        }
        if let Some(cell) = self.row.last_mut() {
            cell.end = writer.len();
        }
        self.source_end = source.end;
    }

    /// Notes that the space which stands at `at` is set as a line end.
    pub(super) fn end_line(&mut self, at: usize) {
        self.table.line_ends.push(at);
    }

    /// Ends a row, with empty cells for those that the source leaves out.
    pub(super) fn end_row(&mut self, writer: &mut Writer<'_>) {
        while self.row.len() < self.table.alignment.len() {
            self.start_cell(writer, self.source_end..self.source_end);
        }
        self.table.rows.push(std::mem::take(&mut self.row));
    }

    pub(super) fn finish(self) -> Table {
        self.table
    }

    fn separator(&self) -> &'static str {
        match (self.row.is_empty(), self.table.rows.is_empty()) {
            (false, _) => "\t",
            (true, false) => "\n",
            (true, true) => "",
        }
    }
}
