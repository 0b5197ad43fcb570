//! What is known of each rule.

use crate::diagnostics::Severity;

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Stable: scripts rely on it.
    pub code: &'static str,
    /// A few words.
    pub title: &'static str,
    /// How much breaking it matters.
    pub severity: Severity,
    /// Why the rule is there and what to do, for people who write briefings.
    pub explanation: &'static str,
}
