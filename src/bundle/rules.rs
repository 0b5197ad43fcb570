//! The one table of rules: every fault that reading or checking a bundle can report.

mod article;
mod bases;
pub(super) mod claims;
mod dates;
mod direction;
mod disclosure;
mod files;
mod findings;
mod ids;
mod markup;
mod metadata;
mod pictures;
mod references;
mod subgroups;
mod table;
mod uncited;
mod unread;
mod values;
mod walk;

use super::Bundle;
use crate::diagnostics::{Diagnostic, Severity};

pub use direction::{RIGHT_TO_LEFT, because_right_to_left};
pub use findings::{Findings, Where};
pub(super) use ids::{is_well_formed, malformed_id};
pub use table::RULES;

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
