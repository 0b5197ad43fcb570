//! Errors in the bundles that a command used: what it says of them may be wrong.

use super::output::tell;
use super::output::{DONE, FAILED};
use super::terminal::columns;
use crate::bundle::Bundle;
use crate::diagnostics::{Diagnostic, Severity, render, render_within};

/// The code to end with. The errors are `told` where nobody but a person reads.
pub fn faults<'b>(bundles: impl Iterator<Item = &'b Bundle>, told: bool) -> u8 {
    let problems = bundles.flat_map(Bundle::problems);
    let errors: Vec<_> = problems.filter(|problem| problem.severity == Severity::Error).cloned().collect();
    if errors.is_empty() {
        return DONE;
    }
    if told {
        tell(&rendered(&errors));
    }
    FAILED
}

/// Faults as text, as wide as the terminal.
pub fn rendered(faults: &[Diagnostic]) -> String {
    columns().map_or_else(|| render(faults), |columns| render_within(columns, faults))
}
