//! One type for everything that can be wrong with a file: what `check` prints, what the problems
//! panel shows and what the importers report.

mod place;
mod render;
mod report;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

pub use place::{LONGEST_SHOWN_LINE, Lines, Place};
pub use render::{render, render_coloured, render_within};
pub use report::{KEPT_OF_A_KIND, Report};

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
    /// Whether it stands for all others of its kind, which are counted and not told one by one.
    pub counts_others: bool,
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
            counts_others: false,
        }
    }

    /// Says that it stands for all others of its kind.
    #[must_use]
    pub fn counting_others(mut self) -> Diagnostic {
        self.counts_others = true;
        self
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

/// Errors first, then by file and line; what counts the others of a kind comes after the last of them.
pub fn sort(faults: &mut Vec<Diagnostic>) {
    let (counting, mut sorted): (Vec<_>, Vec<_>) = faults.drain(..).partition(|fault| fault.counts_others);
    sorted.sort_by(|one, other| {
        let place = |fault: &Diagnostic| fault.place.as_ref().map(|place| (place.line, place.column));
        (other.severity.cmp(&one.severity))
            .then_with(|| one.file.cmp(&other.file))
            .then_with(|| place(one).cmp(&place(other)))
    });
    for fault in counting {
        let of_its_kind = |other: &Diagnostic| {
            other.code == fault.code && (fault.file.is_empty() || other.file == fault.file)
        };
        let after = sorted.iter().rposition(of_its_kind).map_or(sorted.len(), |last| last + 1);
        sorted.insert(after, fault);
    }
    *faults = sorted;
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
    fn what_counts_the_others_of_a_kind_comes_after_the_last_that_is_told() {
        let at = |code, line: usize| {
            let text = "\n".repeat(9);
            Diagnostic::new(code, Severity::Info, "wrong").at("a.md", &text, line - 1..line - 1)
        };
        let count =
            |code, file| Diagnostic::new(code, Severity::Info, "and more").in_file(file).counting_others();
        let error = Diagnostic::new("z", Severity::Error, "worse").in_file("z.md");
        let mut faults =
            vec![at("y", 9), count("x", "a.md"), at("x", 7), count("y", ""), at("x", 2), at("y", 1), error];
        sort(&mut faults);
        let told: Vec<_> = faults.iter().map(|fault| (fault.code, fault.counts_others)).collect();
        let expected =
            [("z", false), ("y", false), ("x", false), ("x", false), ("x", true), ("y", false), ("y", true)];
        assert_eq!(told, expected);
    }

    #[test]
    fn the_nearest_name_is_suggested_only_when_it_is_near() {
        let known = ["pollster", "population", "questions"];
        assert_eq!(nearest("polster", known), Some("pollster"));
        assert_eq!(nearest("Questions", known), Some("questions"));
        assert_eq!(nearest("colour", known), None);
    }
}
