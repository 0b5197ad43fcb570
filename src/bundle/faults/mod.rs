//! The one table of rules: every fault that reading or checking a bundle can report. Who finds a fault
//! takes its severity from here.

mod archive;
mod article;
mod files;
mod manifest;
mod names;
mod pictures;
mod polls;
mod rule;
mod tables;
mod texts;

use std::sync::LazyLock;

use crate::diagnostics::Diagnostic;

pub use rule::Rule;

/// All rules, by code.
pub static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules = [
        archive::RULES,
        article::RULES,
        files::RULES,
        manifest::RULES,
        names::RULES,
        pictures::RULES,
        polls::RULES,
        tables::RULES,
        texts::RULES,
    ]
    .concat();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules
});

/// A fault of the rule `code`, with the rule's severity.
///
/// # Panics
/// If no rule has that code: a mistake in this program.
#[must_use]
pub fn fault(code: &'static str, message: impl Into<String>) -> Diagnostic {
    let rule = RULES.iter().find(|rule| rule.code == code).expect("every code is in the table");
    Diagnostic::new(rule.code, rule.severity, message)
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
        for rule in RULES.iter() {
            assert!(rule.explanation.ends_with('.') && !rule.title.ends_with('.'), "{}", rule.code);
        }
    }
}
