//! One type for everything that can be wrong with a file: what `check` prints, what the problems
//! panel shows and what the importers report.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// The briefing reads, but a reader could be misled.
    Warning,
    /// A part of the briefing cannot be shown.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

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
        let start = floor_char_boundary(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
        let end = floor_char_boundary(text, span.end).clamp(start, line_end.max(start));
        let column = text[line_start..start].chars().count() + 1;

        let shown_from = if column > LONGEST_SHOWN_LINE / 2 {
            nth_char_before(text, start, LONGEST_SHOWN_LINE / 2)
        } else {
            line_start
        };
        let shown_to = nth_char_after(text, shown_from, LONGEST_SHOWN_LINE).min(line_end.max(start));
        Place {
            line: text[..line_start].matches('\n').count() + 1,
            column,
            source_line: text[shown_from..shown_to].replace('\t', " "),
            marked: start - shown_from..end.min(shown_to) - shown_from,
        }
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn nth_char_before(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().nth(count - 1).map_or(0, |(index, _)| index)
}

fn nth_char_after(text: &str, at: usize, count: usize) -> usize {
    text[at..].char_indices().nth(count).map_or(text.len(), |(index, _)| at + index)
}

/// One fault: which rule, how bad, where, in words, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's code, such as `claim-differs`; stable, so that scripts can rely on it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The file, as a path inside the bundle; empty for the bundle as a whole.
    pub file: String,
    /// Where in the file, if the fault has a place.
    pub place: Option<Place>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What would mend it, each a sentence.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A fault without a place; add one with [`Diagnostic::at`].
    pub fn new(code: &'static str, severity: Severity, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            file: String::new(),
            place: None,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// Says which file, for a fault that has no one place in it.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Diagnostic {
        self.file = file.into();
        self
    }

    /// Says where: the bytes `span` of `text`, which is the content of `file`.
    #[must_use]
    pub fn at(mut self, file: impl Into<String>, text: &str, span: Range<usize>) -> Diagnostic {
        self.file = file.into();
        self.place = Some(Place::of(text, span));
        self
    }

    /// Adds what would mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }
}

/// The name in `known` that was most likely meant by `written`, if one is near enough.
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&written, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= (name.chars().count().max(3)) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
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
    fn the_nearest_name_is_suggested_only_when_it_is_near() {
        let known = ["pollster", "population", "questions"];
        assert_eq!(nearest("polster", known), Some("pollster"));
        assert_eq!(nearest("Questions", known), Some("questions"));
        assert_eq!(nearest("colour", known), None);
    }
}
