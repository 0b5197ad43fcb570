//! Work on a briefing beside the frames: begun when somebody asks for it, and for one briefing at a time.

use std::sync::{Arc, Weak};

use super::task::{Patience, Step, Task, Wake};
use crate::bundle::Bundle;

/// The work under way, and which briefing it is on.
pub struct OfBriefing<T>(Option<(Weak<Bundle>, Task<T>)>);

impl<T> Default for OfBriefing<T> {
    fn default() -> OfBriefing<T> {
        OfBriefing(None)
    }
}

impl<T: Send + 'static> OfBriefing<T> {
    /// What work on a briefing has come to. It begins where none is under way on it, and only then is
    /// waited for with all the patience there is. Work that broke off is not begun again: the mistake
    /// would be the same.
    pub fn step(
        &mut self,
        wake: &Wake,
        bundle: &Arc<Bundle>,
        patience: Patience,
        work: impl FnOnce(&Bundle) -> T + Send + 'static,
    ) -> Step<T> {
        let step = match &mut self.0 {
            Some((of, task)) if of.as_ptr() == Arc::as_ptr(bundle) => task.step(patience.later()),
            _ => {
                let of = Arc::clone(bundle);
                let task = Task::start(wake, move |tell| tell.tell(work(&of)));
                self.0.insert((Arc::downgrade(bundle), task)).1.step(patience)
            }
        };
        if matches!(step, Step::Came(_)) {
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
