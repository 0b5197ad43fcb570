//! Checks a long briefing off the UI thread, once its page has been on screen for a while: sooner, the
//! check would slow the page that somebody waits for.

use std::sync::{Arc, Weak};
use std::time::Duration;

use egui::Context;

use crate::app::shared::Shared;
use crate::app::tasks::{Task, TaskState, Tasks, WaitBudget};
use crate::bundle::Bundle;

/// How to check a briefing; another function in tests.
type Check = fn(&Bundle);

/// How long a page is in the window before it is checked: by then it is on screen.
const STANDS: Duration = Duration::from_millis(500);

/// Checks the briefing in the window.
pub(crate) struct Checker {
    check: Check,
    /// The briefing in the window, and since when, in seconds.
    shown: (Weak<Bundle>, f64),
    /// The check under way.
    task: Option<Task<()>>,
}

impl Default for Checker {
    fn default() -> Checker {
        let check: Check = |bundle| {
            let _ = bundle.problems();
        };
        Checker { check, shown: (Weak::new(), 0.0), task: None }
    }
}

impl Checker {
    /// Checks the briefing in the window, if nobody has.
    pub(super) fn tend(&mut self, shared: &mut Shared, ctx: &Context) {
        if shared.shows_beginning() {
            return;
        }
        let Some(reading) = &mut shared.window.reading else { return };
        if let Some(why) = self.step(ctx, &shared.tasks, &reading.bundle) {
            reading.unchecked = Some(why);
        }
    }

    /// Starts a check of a briefing that was in the window for a while. Returns why the check failed, if it
    /// panicked.
    fn step(&mut self, ctx: &Context, tasks: &Tasks, bundle: &Arc<Bundle>) -> Option<String> {
        if bundle.problems_known().is_some() {
            self.task = None;
            return None;
        }
        let now = ctx.input(|input| input.time);
        if self.shown.0.as_ptr() != Arc::as_ptr(bundle) {
            *self = Checker { check: self.check, shown: (Arc::downgrade(bundle), now), task: None };
        }
        let left = STANDS.as_secs_f64() - (now - self.shown.1);
        if left > 0.0 && tasks.wait() != WaitBudget::UntilDone {
            ctx.request_repaint_after(Duration::from_secs_f64(left.min(STANDS.as_secs_f64())));
            return None;
        }
        let (check, bundle) = (self.check, Arc::clone(bundle));
        let task = self.task.get_or_insert_with(|| tasks.start(move |_| check(&bundle)));
        match task.step(tasks.wait_after_first()) {
            TaskState::Failed(why) => Some(why),
            TaskState::Ready(()) | TaskState::Pending | TaskState::Finished => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use egui::RawInput;

    use super::*;
    use crate::bundle::{Files, Limits, Origin, from_files};

    fn bundle() -> Arc<Bundle> {
        Arc::new(from_files(Origin::BuiltIn, Files::default(), &Limits::default(), Vec::new()))
    }

    /// What tending a briefing comes to so many seconds after the start.
    fn tend(checker: &mut Checker, bundle: &Arc<Bundle>, time: f64, wait: WaitBudget) -> Option<String> {
        let ctx = Context::default();
        let mut said = None;
        let input = RawInput { time: Some(time), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| said = checker.step(ui.ctx(), &Tasks::waiting(wait), bundle));
        output.textures_delta.clear();
        said
    }

    #[test]
    fn a_briefing_is_checked_once_it_has_stood_for_a_while() {
        let (mut checker, bundle) = (Checker::default(), bundle());
        for time in [7.0, 7.4] {
            assert_eq!(tend(&mut checker, &bundle, time, WaitBudget::ZERO), None);
            assert!(checker.task.is_none(), "after {time} seconds");
        }
        let since = Instant::now();
        while bundle.problems_known().is_none() {
            assert_eq!(tend(&mut checker, &bundle, 7.6, WaitBudget::ZERO), None);
            assert!(since.elapsed() < Duration::from_mins(1), "the check came to no end");
        }
        assert!(bundle.problems().iter().any(|problem| problem.code == "manifest-absent"));
    }

    #[test]
    fn where_everything_is_waited_for_it_is_checked_at_once() {
        let (mut checker, bundle) = (Checker::default(), bundle());
        assert_eq!(tend(&mut checker, &bundle, 0.0, WaitBudget::UntilDone), None);
        assert!(bundle.problems_known().is_some());
    }

    #[test]
    fn a_check_that_breaks_off_says_so() {
        let mut checker = Checker { check: |_| panic!("the rule is wrong"), ..Checker::default() };
        let said = tend(&mut checker, &bundle(), 0.0, WaitBudget::UntilDone);
        assert!(said.is_some_and(|why| why.contains("known of it")));
    }

    #[test]
    fn another_briefing_stands_for_a_while_too() {
        let (mut checker, one, other) = (Checker::default(), bundle(), bundle());
        tend(&mut checker, &one, 1.0, WaitBudget::ZERO);
        tend(&mut checker, &other, 9.0, WaitBudget::ZERO);
        assert!(checker.task.is_none() && other.problems_known().is_none());
    }
}
