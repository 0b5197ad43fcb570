//! What a table holds besides answers, counted and told once a kind.

use super::columns::Columns;
use super::sheet::Row;
use crate::bundle::faults::fault;
use crate::bundle::span::Span;
use crate::diagnostics::Report;

/// Rows and cells that are not read as answers.
#[derive(Default)]
pub struct LeftOut {
    above: Rows,
    headers: Rows,
    notes: Rows,
    nameless: Rows,
    short: Rows,
    long: Rows,
    /// Whether a cell of a long row begins with a quotation mark, which then opens nothing.
    has_late_marks: bool,
    /// The first cell with words in each column that is not read.
    outside: Vec<(usize, Span)>,
}

/// Rows of one kind.
#[derive(Default)]
struct Rows {
    count: usize,
    /// The first with its words and the number of its cells.
    first: Option<(Span, String, usize)>,
}

impl Rows {
    fn add(&mut self, row: &Row<'_>) {
        self.count += 1;
        self.first.get_or_insert_with(|| {
            let words = row.filled().map(|index| row.cell(index)).collect::<Vec<_>>().join(" ");
            let shown: String = words.chars().take(60).collect();
            let cut = if shown.len() < words.len() { "…" } else { "" };
            (row.span(), format!("{shown}{cut}"), row.len())
        });
    }

    fn report(
        &self,
        code: &'static str,
        report: &mut Report<'_>,
        message: impl Fn(&str, usize) -> String,
        hint: &str,
    ) {
        if let Some((span, words, cells)) = &self.first {
            report.add(fault(code, message(words, *cells)).hint(hint), span.range());
        }
    }
}

impl LeftOut {
    /// A row above the header.
    pub fn above(&mut self, row: &Row<'_>) {
        self.above.add(row);
    }

    /// A row that names the columns again.
    pub fn header(&mut self, row: &Row<'_>) {
        self.headers.add(row);
    }

    /// A row of words that are no answer.
    pub fn note(&mut self, row: &Row<'_>) {
        self.notes.add(row);
    }

    /// A row without the id of an answer.
    pub fn nameless(&mut self, row: &Row<'_>) {
        self.nameless.add(row);
    }

    /// A row with fewer cells than the columns need.
    pub fn short(&mut self, row: &Row<'_>) {
        self.short.add(row);
    }

    /// A row with words beyond the last column.
    pub fn long(&mut self, row: &Row<'_>) {
        self.long.add(row);
        self.has_late_marks |= (0..row.len()).any(|index| row.cell(index).starts_with('"'));
    }

    /// Cells of a row in columns that are not read.
    pub fn cells(&mut self, columns: &Columns, row: &Row<'_>) {
        for index in columns.outside(row) {
            if !self.outside.iter().any(|(known, _)| *known == index) {
                self.outside.push((index, row.place(index)));
            }
        }
    }

    /// Reports each kind once. Cells are parted by `separator`.
    pub fn report(mut self, columns: &Columns, separator: u8, report: &mut Report<'_>) {
        let count = columns.count;
        let sign = match separator {
            b',' => "comma",
            b';' => "semicolon",
            b'\t' => "tab",
            _ => "separator",
        };
        self.above.report(
            "table-rows-left-out",
            report,
            |words, _| match self.above.count {
                1 => format!("this row above the header is left out: “{words}”"),
                many => format!("{many} rows above the header are left out, the first “{words}”"),
            },
            "readers do not see it: say it in the poll’s `title` or `note`",
        );
        self.headers.report(
            "table-rows-left-out",
            report,
            |_, _| match self.headers.count {
                1 => "this row names the columns once more, and is left out".to_owned(),
                many => {
                    format!("{many} rows name the columns once more, and are left out; this is the first")
                }
            },
            "take it out",
        );
        self.notes.report(
            "table-rows-left-out",
            report,
            |words, _| match self.notes.count {
                1 => format!("this row holds no answer and is left out: “{words}”"),
                many => format!("{many} rows hold no answer and are left out, the first “{words}”"),
            },
            "readers do not see it: say it in the poll’s `note`",
        );
        self.nameless.report(
            "table-value",
            report,
            |words, _| match self.nameless.count {
                1 => format!("this row names no answer and is left out: “{words}”"),
                many => format!("{many} rows name no answer and are left out, the first “{words}”"),
            },
            "give it an id in the column `answer`; take it out if it is a base or a total",
        );
        self.short.report(
            "table-row",
            report,
            |_, cells| match self.short.count {
                1 => format!("this row has {cells} cells, the header has {count}"),
                many => format!("{many} rows have fewer cells than the header, which has {count}; this is the first, with {cells}"),
            },
            &format!("put a {sign} for each cell that is empty"),
        );
        self.long.report(
            "table-row",
            report,
            |_, cells| match self.long.count {
                1 => format!("this row has {cells} cells, the header has {count}"),
                many => format!("{many} rows have more cells than the header, which has {count}; this is the first, with {cells}"),
            },
            &if self.has_late_marks {
                format!("write a text’s first quotation mark right behind the {sign}, without a space")
            } else {
                format!("put a text that holds {sign}s between quotation marks \"…\"")
            },
        );
        self.outside.sort_unstable_by_key(|(index, _)| *index);
        columns.report_unread(&self.outside, report);
    }
}
