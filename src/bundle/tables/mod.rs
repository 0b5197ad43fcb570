//! Tidy tables: questions too many to write by hand, as CSV, one answer a row. `FORMAT.md` has the
//! columns.

mod by_column;
mod columns;
mod header;
mod left_out;
mod names;
mod parts;
mod people;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

use super::faults::fault;
use crate::diagnostics::Report;
use crate::poll::Poll;

use columns::Columns;
use left_out::LeftOut;
pub use parts::{Part, polls};
use rows::{Holds, Questions};

/// What came of a table.
#[derive(Debug, Default)]
pub struct Read {
    /// By wave and group.
    pub parts: Vec<Part>,
    /// Whether all its rows were read, so that what is in none of them is nowhere.
    pub is_whole: bool,
}

/// Reads the table of the poll `whole`, as far as it can be read. `index` is the table's index in the
/// bundle.
pub fn read(index: u16, text: &str, whole: &Poll, most_rows: usize, report: &mut Report<'_>) -> Read {
    let Some(header) = header::find(text) else {
        report_no_header(text, report);
        return Read::default();
    };
    let mut rows = sheet::Rows::of(text, header.from, header.separator);
    let mut left_out = LeftOut::default();
    for row in rows.by_ref().take(header.above).filter(|row| !row.is_blank()) {
        left_out.above(&row);
    }
    let Some(named) = rows.next() else { return Read::default() };
    let columns = Columns::read(&named, report);
    if !columns.tell_rows_apart() {
        return Read::default();
    }
    let mut questions = Questions::new(index, whole);
    let mut count = 0;
    let mut is_whole = true;
    for row in rows.filter(|row| !row.is_blank()) {
        if let Some(mark) = row.unclosed {
            let message =
                "the cell that a quotation mark opens here is never closed, and takes in what follows";
            let hint = "close it, or write a mark that is part of the words twice: `\"\"`";
            report.add(fault("table-row", message).hint(hint), mark.range());
            is_whole = false;
        }
        if count == most_rows {
            let message =
                format!("the table has more than {most_rows} rows; those from here on are left out");
            report.add(fault("table-too-long", message), row.span().range());
            is_whole = false;
            break;
        }
        match Holds::of(&columns, &row) {
            Holds::Header => left_out.header(&row),
            Holds::Note => left_out.note(&row),
            Holds::Nameless => {
                left_out.nameless(&row);
                is_whole = false;
                if columns.index(columns::Column::Title).is_some_and(|index| !row.cell(index).is_empty()) {
                    questions.add(&columns, &row, &mut left_out, report);
                }
            }
            Holds::Answer => {
                count += 1;
                left_out.cells(&columns, &row);
                questions.add(&columns, &row, &mut left_out, report);
            }
        }
    }
    left_out.report(&columns, header.separator, report);
    Read { parts: questions.finish(report), is_whole }
}

/// Says why there is nothing to read.
fn report_no_header(text: &str, report: &mut Report<'_>) {
    let hint = columns::HEADER_HINT;
    match sheet::Rows::of(text, 0, b',').find(|row| !row.is_blank()) {
        Some(row) => {
            let message = "no row names the columns";
            report.add(fault("table-columns", message).hint(hint), row.span().range());
        }
        None => report.add_without_place(fault("table-columns", "the table is empty").hint(hint)),
    }
}
