//! What is wrong with a bundle.

use super::{Bundle, rules};
use crate::diagnostics::{self, Diagnostic, Severity};

impl Bundle {
    /// All that is wrong with it: errors first, then by file and line. The first call checks it by
    /// every rule, which for a long article takes longer than reading it did.
    #[must_use]
    pub fn problems(&self) -> &[Diagnostic] {
        self.problems.get_or_init(|| {
            let mut problems = self.met.clone();
            problems.extend(rules::check(self));
            diagnostics::sort(&mut problems);
            problems
        })
    }

    /// [`Bundle::problems`], where somebody has asked for them already.
    #[must_use]
    pub fn problems_known(&self) -> Option<&[Diagnostic]> {
        self.problems.get().map(Vec::as_slice)
    }

    /// The worst that is wrong with it; `None` if nothing is.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.problems().iter().map(|problem| problem.severity).max()
    }
}
