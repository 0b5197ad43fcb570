//! Where in a text a fault is.

use std::ops::Range;

/// Where in a file a fault is, with enough of the line to show it without the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The line the fault is on, shortened around the fault where it is very long.
    pub source_line: String,
    /// What to underline: bytes of `source_line`.
    pub marked: Range<usize>,
}

/// The longest line, in characters, that a [`Place`] keeps.
pub const LONGEST_SHOWN_LINE: usize = 160;

impl Place {
    /// The place of the bytes `span` in `text`. A span that runs over several lines is cut at the
    /// end of its first; one past the end of the text stands at the end.
    #[must_use]
    pub fn of(text: &str, span: Range<usize>) -> Place {
        let before = &text.as_bytes()[..span.start.min(text.len())];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = text[..line_start].matches('\n').count() + 1;
        in_line(text, span, line, line_start)
    }
}

/// The starts of a text's lines, for finding many places in it without reading it anew each time.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of `text`.
    #[must_use]
    pub fn of(text: &str) -> Lines {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Lines { starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// As [`Place::of`]; `text` is the one these lines were made of.
    #[must_use]
    pub fn place(&self, text: &str, span: Range<usize>) -> Place {
        let line = self.starts.partition_point(|start| *start <= span.start.min(text.len())).max(1);
        in_line(text, span, line, self.starts[line - 1])
    }

    /// The number, from 1, of the line that the byte `at` stands in.
    #[must_use]
    pub fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }
}

fn in_line(text: &str, span: Range<usize>, line: usize, line_start: usize) -> Place {
    let start = text.floor_char_boundary(span.start);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
    let end = text.floor_char_boundary(span.end).clamp(start, line_end.max(start));
    let column = text[line_start..start].chars().count() + 1;

    let shown_from = if column > LONGEST_SHOWN_LINE / 2 {
        nth_char_before(text, start, LONGEST_SHOWN_LINE / 2)
    } else {
        line_start
    };
    let shown_to = nth_char_after(text, shown_from, LONGEST_SHOWN_LINE).min(line_end.max(start));
    Place {
        line,
        column,
        source_line: text[shown_from..shown_to].replace('\t', " "),
        marked: start - shown_from..end.min(shown_to) - shown_from,
    }
}

fn nth_char_before(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().nth(count - 1).map_or(0, |(index, _)| index)
}

fn nth_char_after(text: &str, at: usize, count: usize) -> usize {
    text[at..].char_indices().nth(count).map_or(text.len(), |(index, _)| at + index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "one\r\ntwö three\n";
        let start = text.find("three").unwrap();
        let place = Place::of(text, start..start + 5);
        assert_eq!((place.line, place.column), (2, 5));
        assert_eq!(place.source_line, "twö three");
        assert_eq!(&place.source_line[place.marked], "three");
    }

    #[test]
    fn a_place_in_a_very_long_line_keeps_only_what_is_near() {
        let text = format!("{}fault{}", "é".repeat(5_000), "x".repeat(5_000));
        let start = text.find("fault").unwrap();
        let place = Place::of(&text, start..start + 5);
        assert_eq!(place.column, 5_001);
        assert!(place.source_line.chars().count() <= LONGEST_SHOWN_LINE);
        assert_eq!(&place.source_line[place.marked], "fault");
    }

    #[test]
    fn a_place_past_the_end_stands_at_the_end() {
        let place = Place::of("ab", 10..20);
        assert_eq!((place.line, place.column, place.marked), (1, 3, 2..2));
    }

    #[test]
    fn lines_find_the_same_places_as_reading_the_text_again() {
        let text = "a\r\n\nbé\n\n  longer\nend";
        let lines = Lines::of(text);
        for start in 0..=text.len() + 2 {
            assert_eq!(lines.place(text, start..start + 3), Place::of(text, start..start + 3), "{start}");
        }
    }
}
