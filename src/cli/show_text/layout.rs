//! Plain text in a terminal's columns: paragraphs, hanging texts, tables. No word is ever lost: what
//! is too long for its place goes on in the next row.

use textwrap::{Options, WordSeparator, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

use crate::cli::output::harmless;
use crate::cli::words::words;

/// Columns of the terminal that text is set in.
pub const WIDTH: usize = 78;
/// Columns between a table's columns.
const GAP: usize = 2;
/// What a table's column is not made narrower than.
const NARROWEST: usize = 6;

/// A text that grows by rows of at most its width.
pub struct Page {
    text: String,
    width: usize,
}

/// Which side a table's column is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

impl Page {
    /// An empty page.
    pub fn new(width: usize) -> Page {
        Page { text: String::new(), width: width.max(NARROWEST) }
    }

    /// All rows. What a bundle says cannot steer the terminal: control codes are replaced.
    pub fn finish(self) -> String {
        harmless(&self.text)
    }

    /// A row as it is, however long.
    pub fn row(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// An empty row, unless there is one already.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Wrapped text with a line under it, and a gap.
    pub fn underlined(&mut self, title: &str, with: char) {
        let rows = wrap(title, options(self.width));
        let width = rows.iter().map(|row| row.width()).max().unwrap_or(0);
        for row in rows {
            self.row(&row);
        }
        self.row(&with.to_string().repeat(width));
        self.gap();
    }

    /// A section's title.
    pub fn section(&mut self, title: &str) {
        self.gap();
        self.underlined(title, '-');
    }

    /// Wrapped text that stands `indent` columns in, and a gap. Nothing for no text.
    pub fn paragraph(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.hanging(&" ".repeat(indent), text);
            self.gap();
        }
    }

    /// Text whose first row begins with `first` and whose other rows stand under the text.
    pub fn hanging(&mut self, first: &str, text: &str) {
        let room = self.width.saturating_sub(first.width()).max(NARROWEST);
        let rest = " ".repeat(first.width());
        let rows: Vec<_> = text.lines().flat_map(|line| wrap(line, options(room))).collect();
        if rows.is_empty() {
            self.row(first);
        }
        for (index, row) in rows.into_iter().enumerate() {
            self.row(&format!("{}{row}", if index == 0 { first } else { &rest }));
        }
    }

    /// The rows of another page, the first one after `first`, the others after `rest`.
    pub fn place(&mut self, inner: &Page, first: &str, rest: &str) {
        let mut before = first;
        for row in inner.text.trim_end_matches('\n').lines() {
            self.row(&format!("{before}{row}"));
            before = rest;
        }
    }

    /// A table, its first row a header where `header`, each cell wrapped in its column.
    pub fn table(&mut self, rows: &[Vec<&str>], sides: &[Side], header: bool) {
        let widths = column_widths(rows, self.width);
        let wrapped: Vec<Vec<String>> = rows.iter().map(|row| lines_of(row, &widths, sides)).collect();
        let spaced = wrapped.iter().any(|lines| lines.len() > 1);
        for (index, lines) in wrapped.iter().enumerate() {
            for line in lines {
                self.row(line);
            }
            if index == 0 && header {
                let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                self.row(&rules.join(&" ".repeat(GAP)));
            } else if spaced {
                self.gap();
            }
        }
        self.gap();
    }
}

fn options(width: usize) -> Options<'static> {
    Options::new(width)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
}

/// As wide as the longest cell of each column; where that is too wide together, the widest give way.
fn column_widths(rows: &[Vec<&str>], width: usize) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let natural: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| Some(row.get(column)?.width())).max().unwrap_or(0))
        .collect();
    let room = width.saturating_sub(GAP * columns.saturating_sub(1));
    let fits = |cap: usize| natural.iter().map(|width| (*width).min(cap)).sum::<usize>() <= room;
    let cap = (NARROWEST..=width).rev().find(|cap| fits(*cap)).unwrap_or(NARROWEST);
    natural.into_iter().map(|width| width.min(cap)).collect()
}

/// A table's row as rows of the page.
fn lines_of(row: &[&str], widths: &[usize], sides: &[Side]) -> Vec<String> {
    let cells: Vec<Vec<String>> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(cell, options((*width).max(1))).into_iter().map(Into::into).collect())
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index: usize| {
        let padded = cells.iter().zip(widths).enumerate().map(|(column, (lines, width))| {
            let text = lines.get(index).map_or("", String::as_str);
            let space = " ".repeat(width.saturating_sub(text.width()));
            match sides.get(column) {
                Some(Side::Right) => format!("{space}{text}"),
                _ => format!("{text}{space}"),
            }
        });
        padded.collect::<Vec<_>>().join(&" ".repeat(GAP))
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(rows: &[Vec<&str>], width: usize) -> String {
        let mut page = Page::new(width);
        page.table(rows, &[Side::Left, Side::Right], true);
        page.finish()
    }

    #[test]
    fn cells_wrap_in_their_columns_and_numbers_stand_to_the_right() {
        let rows = [
            vec!["Country", "Share", "What was said of it at the time"],
            vec!["Northern Ireland and the Isles", "7%", "nothing"],
        ];
        insta::assert_snapshot!(table(&rows, 40), @r"
        Country          Share  What was said
                                of it at the
                                time
        ---------------  -----  ---------------
        Northern            7%  nothing
        Ireland and the
        Isles
        ");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        insta::assert_snapshot!(table(&[vec!["日本", "a"], vec!["x", "b"]], 40), @r"
        日本  a
        ----  -
        x     b
        ");
    }

    #[test]
    fn an_address_that_fits_a_row_is_not_broken() {
        let mut page = Page::new(40);
        page.hanging("Read in  ", "see https://example.org/a-b-c/d-e-f there");
        insta::assert_snapshot!(page.finish(), @r"
        Read in  see
                 https://example.org/a-b-c/d-e-f
                 there
        ");
    }

    proptest! {
        #[test]
        fn no_table_loses_a_letter_or_leaves_its_width(
            rows in prop::collection::vec(prop::collection::vec("[a-z日é ]{0,60}", 4), 1..5),
        ) {
            let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            let text = table(&rows, WIDTH);
            prop_assert!(text.lines().all(|line| line.width() <= WIDTH), "{text}");
            let letters = |text: &str| {
                let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
                letters.sort_unstable();
                letters
            };
            prop_assert_eq!(letters(&text), letters(&rows.concat().concat()));
        }
    }
}
