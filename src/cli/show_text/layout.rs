//! Plain text in a terminal's columns: paragraphs, hanging texts, tables. No word is ever lost: what
//! is too long for its place goes on in the next row.

use std::borrow::Cow;

use textwrap::{Options, WordSeparator, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

use super::tables::{self, Side};
use crate::cli::output::harmless;
use crate::cli::terminal::{columns, measure};
use crate::cli::words::words;

/// Columns that a hanging text has at least.
const LEAST_ROOM: usize = 12;
/// What text is not set narrower than.
const NARROWEST: usize = 6;

/// A text that grows by rows of at most its width.
pub struct Page {
    text: String,
    width: usize,
    /// Columns that there are at all, for rows that are better not broken: addresses, code.
    room: usize,
}

impl Page {
    /// An empty page as wide as running text is set in this terminal.
    pub fn for_reading() -> Page {
        Page { room: columns().unwrap_or(usize::MAX), ..Page::new(measure()) }
    }

    /// An empty page as wide as the terminal; what goes elsewhere has a row for each line.
    pub fn for_listing() -> Page {
        Page::new(columns().unwrap_or(usize::MAX))
    }

    /// An empty page.
    pub fn new(width: usize) -> Page {
        let width = width.max(NARROWEST);
        Page { text: String::new(), width, room: width }
    }

    /// An empty page for what stands `indent` columns in on this one.
    pub fn inner(&self, indent: usize) -> Page {
        let room = self.room.saturating_sub(indent).max(NARROWEST);
        Page { room, ..Page::new(self.width.saturating_sub(indent)) }
    }

    /// The columns of running text.
    pub fn width(&self) -> usize {
        self.width
    }

    /// All rows. What a bundle says cannot steer the terminal: control codes are replaced.
    pub fn finish(self) -> String {
        harmless(&self.text)
    }

    /// A row as it is. One that is longer than there is room moves to the left, and goes on in the next
    /// row only where that is not enough: it may be there to be copied.
    pub fn row(&mut self, text: &str) {
        let text = &*self.spaced(text.trim_end());
        if text.width() <= self.room {
            self.push(text);
        } else {
            for row in wrap(text.trim_start(), options(self.room)) {
                self.push(&row);
            }
        }
    }

    /// How wide a tab is, only the terminal knows; what goes elsewhere keeps it.
    fn spaced<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.room < usize::MAX && text.contains('\t') {
            text.replace('\t', "  ").into()
        } else {
            text.into()
        }
    }

    fn push(&mut self, row: &str) {
        self.text.push_str(row.trim_end());
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

    /// Text whose first row stands further left than the others.
    pub fn entry(&mut self, text: &str) {
        let text = self.spaced(text);
        let mut first = "";
        for line in text.lines() {
            for row in wrap(line, options(self.width).initial_indent(first).subsequent_indent("    ")) {
                self.push(&row);
            }
            first = "    ";
        }
    }

    /// Text whose first row begins with `first` and whose other rows stand under the text.
    pub fn hanging(&mut self, first: &str, text: &str) {
        // Where what begins it leaves too little room, the text goes under it.
        let (first, rest) = if self.width.saturating_sub(first.width()) < LEAST_ROOM && !text.is_empty() {
            if !first.trim().is_empty() {
                self.push(first);
            }
            ("    ", "    ".to_owned())
        } else {
            (first, " ".repeat(first.width()))
        };
        let room = self.width.saturating_sub(first.width()).max(NARROWEST);
        let text = self.spaced(text);
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
        for line in tables::lines(rows, sides, header, self.width) {
            if line.is_empty() { self.gap() } else { self.row(&line) }
        }
        self.gap();
    }
}

fn options(width: usize) -> Options<'static> {
    Options::new(width)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
