//! Errors in the bundles that a command used: what it says of them may be wrong.

use super::output::{DONE, FAILED};
use crate::bundle::Bundle;
use crate::diagnostics::{Severity, render};

/// The code to end with. The errors are `told` where nobody but a person reads.
pub fn faults<'b>(bundles: impl Iterator<Item = &'b Bundle>, told: bool) -> u8 {
    let problems = bundles.flat_map(Bundle::problems);
    let errors: Vec<_> = problems.filter(|problem| problem.severity == Severity::Error).cloned().collect();
    if errors.is_empty() {
        return DONE;
    }
    if told {
        eprint!("{}", render(&errors));
    }
    FAILED
}
