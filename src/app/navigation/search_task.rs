//! Searches a briefing, off the UI thread where it is long.

use std::sync::Arc;

use crate::app::tasks::{Task, TaskState, Tasks, WaitBudget};
use crate::bundle::Bundle;
use crate::library::search::{self, Found, Query};

/// A search that may be under way.
#[derive(Default)]
pub(crate) struct SearchTask(Option<Task<Found>>);

/// Articles of up to this many bytes are searched within the frame.
const WITHIN_FRAME: usize = 200_000;

impl SearchTask {
    /// Searches a briefing and its notes (row and text). Returns the matches of a short one; those of a
    /// long one come later.
    pub(crate) fn start(
        &mut self,
        tasks: &Tasks,
        bundle: &Arc<Bundle>,
        query: &Query,
        notes: Vec<(usize, String)>,
    ) -> Option<Found> {
        self.0 = None;
        if bundle.article_source.len() <= WITHIN_FRAME {
            return Some(search::find_with(bundle, query, &notes));
        }
        let (bundle, query) = (Arc::clone(bundle), query.clone());
        self.0 = Some(tasks.start(move |results| results.send(search::find_with(&bundle, &query, &notes))));
        None
    }

    /// Forgets a search that is under way.
    pub(crate) fn forget(&mut self) {
        self.0 = None;
    }

    /// The matches of a search that is over. One that panicked has none: the panic is reported elsewhere,
    /// and nobody is to wait for it.
    pub(crate) fn finished(&mut self) -> Option<Found> {
        let found = match self.0.as_mut()?.step(WaitBudget::ZERO) {
            TaskState::Pending => return None,
            TaskState::Ready(found) => found,
            TaskState::Finished | TaskState::Failed(_) => Found { hits: Vec::new(), loose: false },
        };
        self.0 = None;
        Some(found)
    }
}
