//! Text → rows of cells, whatever a spreadsheet made of them. The `csv` crate parts the cells; where
//! each stands in the text it does not say, so that is found here.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::bundle::span::Span;

/// The rows of a text from the byte `from` on, with what parts their cells. Lines without any sign
/// are none.
pub struct Rows<'t> {
    text: &'t str,
    from: usize,
    separator: u8,
    reader: csv::Reader<&'t [u8]>,
}

impl<'t> Rows<'t> {
    /// Those of `text`.
    pub fn of(text: &'t str, from: usize, separator: u8) -> Rows<'t> {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(Trim::None)
            .delimiter(separator)
            .from_reader(&text.as_bytes()[from..]);
        Rows { text, from, separator, reader }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        let mut record = StringRecord::new();
        // Text that is UTF-8 and rows of any length: nothing is left that could fail.
        if !self.reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let start = self.from + record.position().map_or(0, |position| position.byte() as usize);
        Some(Row::new(self.text, start, self.separator, &record))
    }
}

/// A row with the place of each cell.
pub struct Row<'t> {
    cells: Vec<Cell<'t>>,
    start: usize,
    /// Where a quotation mark opens a cell that nothing closes, or that a mark closes which was meant to
    /// open another: on a later line, with words right behind it.
    pub unclosed: Option<Span>,
}

struct Cell<'t> {
    words: Cow<'t, str>,
    place: Span,
}

impl<'t> Row<'t> {
    fn new(text: &'t str, start: usize, separator: u8, record: &StringRecord) -> Row<'t> {
        // Empty lines before a row count as its beginning to the `csv` crate.
        let rest = text.get(start..).unwrap_or_default();
        let start = start + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let (places, unclosed) = places(text, start, separator, record.len());
        let cells = places.into_iter().zip(record).map(|(place, read)| {
            let written = place.of(text);
            // What is not doubled or quoted in part stands in the text as it was read.
            let read = read.trim_matches(is_blank);
            let words =
                if written == read { on_one_line(written) } else { on_one_line(read).into_owned().into() };
            Cell { words, place }
        });
        Row { cells: cells.collect(), start, unclosed }
    }

    /// The cells' number.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell's words, on one line and without blanks around them; empty where the row is too short.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| &cell.words)
    }

    /// A cell's place; the row's beginning where the row is too short.
    pub fn place(&self, index: usize) -> Span {
        self.cells.get(index).map_or_else(|| Span::new(self.start, self.start), |cell| cell.place)
    }

    /// The row from its first cell to its last.
    pub fn span(&self) -> Span {
        let end = self.cells.last().map_or(self.start, |last| last.place.end as usize);
        Span::new(self.start, end)
    }

    /// The indices of the cells that hold words.
    pub fn filled(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.words.is_empty()).map(|(index, _)| index)
    }

    /// Whether no cell holds words: what spreadsheets write for a row of nothing.
    pub fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }
}

/// What looks like nothing in a cell: spaces of every kind, and marks without a width.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\0')
}

/// Words with a space for each line break in them.
fn on_one_line(words: &str) -> Cow<'_, str> {
    const BREAKS: [char; 6] = ['\n', '\r', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}'];
    if !words.contains(BREAKS) {
        return words.into();
    }
    let lines = words.split(BREAKS).map(|line| line.trim_matches(is_blank)).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ").into()
}

/// The places of the cells of the row at `start`, and of a quotation mark that is never closed.
fn places(text: &str, start: usize, separator: u8, count: usize) -> (Vec<Span>, Option<Span>) {
    let bytes = text.as_bytes();
    let is_end = |byte: &u8| *byte == separator || matches!(byte, b'\n' | b'\r');
    let rest_of_cell = |at: usize| bytes[at..].iter().take_while(|byte| !is_end(byte)).count();
    let mut places = Vec::with_capacity(count);
    let mut unclosed = None;
    let mut at = start;
    while places.len() < count {
        let (inner_start, inner_end) = if bytes.get(at) == Some(&b'"') {
            let opening = at;
            at += 1;
            let inner_start = at;
            // A doubled mark closes and opens again at once, which comes to the same.
            loop {
                at += bytes[at..].iter().take_while(|byte| **byte != b'"').count();
                if bytes.get(at + 1) != Some(&b'"') {
                    break;
                }
                at += 2;
            }
            let inner_end = at.min(bytes.len());
            at = inner_end + rest_of_cell(inner_end);
            let runs_over_lines = bytes[inner_start..inner_end].contains(&b'\n');
            let behind = text.get(inner_end + 1..at).unwrap_or_default();
            if inner_end == bytes.len() || (runs_over_lines && !behind.trim_matches(is_blank).is_empty()) {
                unclosed = unclosed.or(Some(Span::new(opening, opening + 1)));
            }
            (inner_start, inner_end)
        } else {
            let cell_start = at;
            at += rest_of_cell(at);
            (cell_start, at)
        };
        let inner = &text[inner_start..inner_end];
        let leading = inner.len() - inner.trim_start_matches(is_blank).len();
        let trimmed = inner.trim_matches(is_blank).len();
        let inner_start = if trimmed == 0 { inner_start } else { inner_start + leading };
        places.push(Span::new(inner_start, inner_start + trimmed));
        at = (at + 1).min(bytes.len());
    }
    (places, unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, count: usize) -> Vec<&str> {
        places(text, 0, b',', count).0.into_iter().map(|span| span.of(text)).collect()
    }

    fn words(text: &str, separator: u8) -> Vec<Vec<String>> {
        let all = |row: Row<'_>| (0..row.len()).map(|index| row.cell(index).to_owned()).collect();
        Rows::of(text, 0, separator).map(all).collect()
    }

    #[test]
    fn cells_are_found_bare_and_quoted() {
        assert_eq!(cells("a, b ,,\"c,\"\"d\"\"\ne\",f\ng", 5), ["a", "b", "", "c,\"\"d\"\"\ne", "f"]);
    }

    #[test]
    fn a_text_that_ends_too_early_has_empty_cells() {
        assert_eq!(cells("a,\"b", 4), ["a", "b", "", ""]);
        assert_eq!(cells("", 2), ["", ""]);
    }

    #[test]
    fn blanks_of_every_kind_are_nothing() {
        for blank in ["", " ", "\t", "\u{A0}", "\u{202F}", "\u{200B}", "\u{FEFF}", "\"  \"", "\"\n\""] {
            let row = Rows::of(&format!("{blank},{blank}\n"), 0, b',').map(|row| row.is_blank()).next();
            assert!(row.is_none_or(|is_blank| is_blank), "{blank:?}");
        }
        assert_eq!(words("\u{A0}a\u{A0},\"\u{FEFF}b \"", b','), [["a", "b"]]);
    }

    #[test]
    fn line_breaks_in_a_cell_are_spaces() {
        for broken in ["\n", "\r\n", "\r", "\u{2028}", " \n", "\n\n", " \r\n\t"] {
            assert_eq!(words(&format!("\"What do{broken}you think\",x"), b','), [["What do you think", "x"]]);
        }
    }

    #[test]
    fn rows_end_as_any_system_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "c;\"d;e\""].join(end);
            assert_eq!(words(&text, b';'), [["a", "b"], ["c", "d;e"]]);
            let places: Vec<&str> = Rows::of(&text, 0, b';').map(|row| row.place(1).of(&text)).collect();
            assert_eq!(places, ["b", "d;e"]);
        }
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_known() {
        let unclosed =
            |text: &str| Rows::of(text, 0, b',').find_map(|row| row.unclosed).map(|span| span.start);
        assert_eq!(unclosed("a,\"b\nc,d\n"), Some(2));
        assert_eq!(unclosed("a,\"b\"\nc,\"d\"\n"), None);
        assert_eq!(unclosed("a,\"b\"\"\"\n"), None);
        assert_eq!(unclosed("a,\"\"\n"), None);
        assert_eq!(unclosed("a,\"b,c\nd,\"e, f\",g\n"), Some(2), "closed by the mark that opens `e, f`");
        assert_eq!(unclosed("a,\"b\nc\" ,d\n"), None);
    }
}
