//! The one table of rules: every fault that reading or checking a bundle can report.

use super::Bundle;
use crate::diagnostics::{Diagnostic, Severity};

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
    Checking(fn(&Bundle) -> Vec<Diagnostic>),
}

/// All rules, in the order they are explained.
pub const RULES: &[Rule] = &[];

/// A fault of the rule `code`, with the rule's severity.
///
/// # Panics
/// If no rule has that code: a mistake in this program.
#[must_use]
pub fn fault(code: &'static str, message: impl Into<String>) -> Diagnostic {
    let rule = RULES.iter().find(|rule| rule.code == code).expect("every code is in the table");
    Diagnostic::new(rule.code, rule.severity, message)
}
