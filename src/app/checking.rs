//! Checking a briefing whose article is too long to be checked before it is shown: once its page is
//! on screen, beside the frames. Before, it would only slow the page that somebody waits for.

use std::sync::{Arc, Weak};

use egui::Context;

use super::App;
use super::task::{Patience, Step, Task, Wake};
use crate::bundle::Bundle;

/// What is done to check a briefing.
type Check = fn(&Bundle);

/// Checks the briefing in the window.
pub struct Checker {
    check: Check,
    /// The briefing in the window, and the frame that showed it first.
    shown: (Weak<Bundle>, u64),
    /// Its check.
    task: Option<Task<()>>,
}

impl Default for Checker {
    fn default() -> Checker {
        let check: Check = |bundle| {
            let _ = bundle.problems();
        };
        Checker { check, shown: (Weak::new(), 0), task: None }
    }
}

impl Checker {
    /// Begins a check where an earlier frame has shown the briefing and nobody has checked it; the end
    /// of it has the window drawn again. If it breaks off, what the program said.
    pub fn tend(
        &mut self,
        wake: &Wake,
        bundle: &Arc<Bundle>,
        frame: u64,
        patience: Patience,
    ) -> Option<String> {
        if bundle.problems_known().is_some() {
            self.task = None;
            return None;
        }
        let (shown, since) = &self.shown;
        if shown.as_ptr() != Arc::as_ptr(bundle) {
            *self = Checker { check: self.check, shown: (Arc::downgrade(bundle), frame), task: None };
            wake.ring();
            return None;
        }
        if *since == frame {
            return None;
        }
        let (check, bundle) = (self.check, Arc::clone(bundle));
        let task = self.task.get_or_insert_with(|| Task::start(wake, move |_| check(&bundle)));
        match task.step(patience) {
            Step::Failed(why) => Some(why),
            Step::Came(()) | Step::NotYet | Step::Over => None,
        }
    }
}

impl App {
    /// Has the briefing in the window checked, where it is not.
    pub(super) fn check_what_is_shown(&mut self, ctx: &Context) {
        let Some(reading) = &mut self.window.reading else { return };
        let (frame, patience) = (ctx.cumulative_frame_nr(), self.patience.later());
        if let Some(why) = self.checker.tend(&self.wake, &reading.bundle, frame, patience) {
            reading.unchecked = Some(why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Files, Limits, Origin, from_files};

    fn bundle() -> Arc<Bundle> {
        Arc::new(from_files(Origin::BuiltIn, Files::default(), &Limits::default(), Vec::new()))
    }

    /// Tends a briefing in a frame, and waits for what that begins.
    fn tend(checker: &mut Checker, bundle: &Arc<Bundle>, frame: u64) -> Option<String> {
        checker.tend(&Wake::default(), bundle, frame, Patience::ToTheEnd)
    }

    #[test]
    fn a_briefing_is_checked_once_a_frame_has_shown_it() {
        let (mut checker, bundle) = (Checker::default(), bundle());
        for pass in ["first", "second"] {
            assert_eq!(tend(&mut checker, &bundle, 1), None);
            assert!(bundle.problems_known().is_none(), "in the {pass} pass of its first frame");
        }
        assert_eq!(tend(&mut checker, &bundle, 2), None);
        assert!(bundle.problems_known().is_some());
        assert!(bundle.problems().iter().any(|problem| problem.code == "manifest-absent"));
    }

    #[test]
    fn a_check_that_breaks_off_says_so() {
        let bundle = bundle();
        let mut checker = Checker { check: |_| panic!("the rule is wrong"), ..Checker::default() };
        assert_eq!(tend(&mut checker, &bundle, 1), None);
        assert_eq!(tend(&mut checker, &bundle, 2).as_deref(), Some("the rule is wrong"));
    }

    #[test]
    fn another_briefing_is_shown_before_it_is_checked() {
        let (mut checker, one, other) = (Checker::default(), bundle(), bundle());
        tend(&mut checker, &one, 1);
        tend(&mut checker, &other, 2);
        assert!(other.problems_known().is_none());
        tend(&mut checker, &other, 3);
        assert!(other.problems_known().is_some() && one.problems_known().is_none());
    }
}
