//! The one table of rules: every fault that reading or checking a bundle can report.

mod findings;

use super::Bundle;
use crate::diagnostics::Severity::{Error, Info, Warning};
use crate::diagnostics::{Diagnostic, Severity};

pub use findings::Findings;

/// One rule.
pub struct Rule {
    /// Stable: scripts rely on it.
    pub code: &'static str,
    /// A few words.
    pub title: &'static str,
    /// How much breaking it matters.
    pub severity: Severity,
    /// Why the rule is there and what to do, for people who write briefings.
    pub explanation: &'static str,
    /// Who finds it.
    pub found: Found,
}

/// Who finds the faults of a rule.
pub enum Found {
    /// The reader, as it meets the fault: there is nothing to look at afterwards.
    Reading,
    /// A function over the bundle that was read.
    Checking(fn(&Bundle, &mut Findings<'_>)),
}

/// All rules, by code.
pub const RULES: &[Rule] = &[
    Rule {
        code: "field-duplicate",
        title: "A field is written twice",
        severity: Error,
        explanation: "Only one of the two can be meant. The first counts; take the other out.",
        found: Found::Reading,
    },
    Rule {
        code: "field-missing",
        title: "A field is missing",
        severity: Error,
        explanation: "The briefing cannot be shown in full without it. FORMAT.md shows every field with an example.",
        found: Found::Reading,
    },
    Rule {
        code: "field-not-stated",
        title: "A field is neither stated nor marked as not stated",
        severity: Warning,
        explanation: "Readers must be able to tell what the source does not say from what the writer forgot. \
                      Give the value, or write `NotStated`; never fill it in from elsewhere.",
        found: Found::Reading,
    },
    Rule {
        code: "field-unknown",
        title: "A field has an unknown name",
        severity: Error,
        explanation: "What it holds is not shown. Most often the name is misspelt.",
        found: Found::Reading,
    },
    Rule {
        code: "file-absent",
        title: "A file is named but is not in the bundle",
        severity: Error,
        explanation: "The article, a table or a picture cannot be shown. Names are told apart by capitals.",
        found: Found::Reading,
    },
    Rule {
        code: "number-malformed",
        title: "A number cannot be used",
        severity: Error,
        explanation: "Numbers are written with digits and a decimal point, without commas or `%`; counts are whole \
                      and not below 0. What is no number (NaN, infinity) has no place on a chart.",
        found: Found::Reading,
    },
    Rule {
        code: "path-leaves-bundle",
        title: "A path leads out of the bundle",
        severity: Error,
        explanation: "A bundle shows only what it carries. Paths are relative to its folder, with `/` between \
                      folders and without `..`.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-syntax",
        title: "The manifest is not well-formed RON",
        severity: Error,
        explanation: "A comma, a colon, a quotation mark or a bracket is not where RON needs it. What could be \
                      understood is shown.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-too-deep",
        title: "Values are nested too deep",
        severity: Error,
        explanation: "No briefing needs such nesting; reading it could exhaust the machine.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed",
        title: "A bracket is never closed",
        severity: Error,
        explanation: "Every `(`, `[` and `{` needs its counterpart. The place shown is where the bracket opens.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed-comment",
        title: "A comment is never closed",
        severity: Error,
        explanation: "Everything after `/*` up to `*/` is left out; without `*/`, that is the rest of the file.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed-string",
        title: "A string is never closed",
        severity: Error,
        explanation: "Every `\"` needs its counterpart. The place shown is where the string opens.",
        found: Found::Reading,
    },
    Rule {
        code: "table-columns",
        title: "A table's columns are not as they should be",
        severity: Error,
        explanation: "The first row names the columns; FORMAT.md lists them. Their order is free.",
        found: Found::Reading,
    },
    Rule {
        code: "table-row",
        title: "A row has more or fewer cells than the first",
        severity: Error,
        explanation: "Most often a text holds a comma and does not stand between quotation marks.",
        found: Found::Reading,
    },
    Rule {
        code: "table-scattered",
        title: "The rows of a question do not stand together",
        severity: Warning,
        explanation: "The answers are joined, but their order in the chart may not be the one that was meant.",
        found: Found::Reading,
    },
    Rule {
        code: "table-too-long",
        title: "A table has too many rows",
        severity: Error,
        explanation: "Rows beyond the limit are left out. Split the table over several polls.",
        found: Found::Reading,
    },
    Rule {
        code: "table-value",
        title: "A cell of a table holds what its column does not allow",
        severity: Error,
        explanation: "FORMAT.md says what each column holds.",
        found: Found::Reading,
    },
    Rule {
        code: "text-byte-order-mark",
        title: "A text begins with a byte order mark",
        severity: Info,
        explanation: "The mark is left out. Save the file as UTF-8 without it, for the sake of other programs.",
        found: Found::Reading,
    },
    Rule {
        code: "text-not-utf-8",
        title: "A text is not UTF-8",
        severity: Error,
        explanation: "Characters are lost where the bytes are not UTF-8. Save the file as UTF-8.",
        found: Found::Reading,
    },
    Rule {
        code: "text-nul",
        title: "A text holds NUL characters",
        severity: Warning,
        explanation: "They are no part of any text; most often the file was damaged or is not a text at all.",
        found: Found::Reading,
    },
    Rule {
        code: "text-too-long",
        title: "A text is longer than the limit",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it.",
        found: Found::Reading,
    },
    Rule {
        code: "variant-unknown",
        title: "A name is not one of those allowed",
        severity: Error,
        explanation: "Where a few names are allowed (`NotStated`, `Percent(…)`), any other is a mistake, most often \
                      a misspelling.",
        found: Found::Reading,
    },
    Rule {
        code: "wrong-kind",
        title: "A value is of the wrong kind",
        severity: Error,
        explanation: "A number stands where a string belongs, or the like. FORMAT.md shows every field.",
        found: Found::Reading,
    },
];

/// A fault of the rule `code`, with the rule's severity.
///
/// # Panics
/// If no rule has that code: a mistake in this program.
#[must_use]
pub fn fault(code: &'static str, message: impl Into<String>) -> Diagnostic {
    let rule = RULES.iter().find(|rule| rule.code == code).expect("every code is in the table");
    Diagnostic::new(rule.code, rule.severity, message)
}

/// Everything that the rules find in a bundle that was read.
#[must_use]
pub fn check(bundle: &Bundle) -> Vec<Diagnostic> {
    let mut findings = Findings::new(bundle);
    for rule in RULES {
        if let Found::Checking(check) = rule.found {
            check(bundle, &mut findings);
        }
    }
    findings.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_stand_by_code_each_once() {
        let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
    }

    #[test]
    fn every_rule_is_explained_in_sentences() {
        for rule in RULES {
            assert!(rule.explanation.ends_with('.') && !rule.title.ends_with('.'), "{}", rule.code);
        }
    }
}
