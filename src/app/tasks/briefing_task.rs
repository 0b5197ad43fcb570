//! Work on one briefing, off the UI thread; it starts when somebody first asks for its result.

use std::sync::{Arc, Weak};

use super::{Task, TaskState, Tasks, WaitBudget};
use crate::bundle::Bundle;

/// Work under way, and the briefing it is on.
pub(crate) struct BriefingTask<T>(Option<(Weak<Bundle>, Task<T>)>);

impl<T> Default for BriefingTask<T> {
    fn default() -> BriefingTask<T> {
        BriefingTask(None)
    }
}

impl<T: Send + 'static> BriefingTask<T> {
    /// The state of the work on a briefing. It starts unless it is under way; only the frame that starts
    /// it waits for it. Work that panicked does not start again: it would panic again.
    pub(crate) fn step(
        &mut self,
        tasks: &Tasks,
        bundle: &Arc<Bundle>,
        wait: WaitBudget,
        work: impl FnOnce(&Bundle) -> T + Send + 'static,
    ) -> TaskState<T> {
        let step = match &mut self.0 {
            Some((of, task)) if of.as_ptr() == Arc::as_ptr(bundle) => task.step(wait.after_first()),
            _ => {
                let of = Arc::clone(bundle);
                let task = tasks.start(move |results| results.send(work(&of)));
                self.0.insert((Arc::downgrade(bundle), task)).1.step(wait)
            }
        };
        if matches!(step, TaskState::Ready(_)) {
            self.0 = None;
        }
        step
    }

    /// Whether nothing is under way.
    #[cfg(test)]
    pub fn is_none(&self) -> bool {
        self.0.is_none()
    }
}
