//! The text of the edition in the window, which notes are placed in. In a very long article it takes longer
//! than a frame to collect.

use std::sync::Arc;

use crate::app::shared::Shared;
use crate::app::tasks::{BriefingTask, TaskState, Tasks, WaitBudget};
use crate::bundle::Bundle;
use crate::notes::EditionText;
use crate::view::CHECKED_FIRST;

/// An edition's text with its hash.
pub(crate) type Edition = Arc<(EditionText, String)>;

/// Collects the text of the briefing in the window once.
#[derive(Default)]
pub(crate) struct EditionTexts {
    ready: Option<(Arc<Bundle>, Edition)>,
    under_way: BriefingTask<Edition>,
}

/// Whether a text is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readiness {
    /// It is.
    Ready,
    /// It is being collected.
    Pending,
    /// Collecting it panicked.
    Failed,
}

impl EditionTexts {
    /// The text of a briefing, if it is there.
    pub(crate) fn known(&self, bundle: &Arc<Bundle>) -> Option<Edition> {
        self.ready.as_ref().filter(|(of, _)| Arc::ptr_eq(of, bundle)).map(|(_, edition)| Arc::clone(edition))
    }

    /// The text of a briefing; collects it now if it is not there.
    pub(crate) fn text(&mut self, bundle: &Arc<Bundle>) -> Edition {
        self.known(bundle).unwrap_or_else(|| {
            let edition = collect(bundle);
            self.set(bundle, Arc::clone(&edition));
            edition
        })
    }

    /// Takes over a text that was collected elsewhere.
    pub(crate) fn set(&mut self, bundle: &Arc<Bundle>, edition: Edition) {
        self.ready = Some((Arc::clone(bundle), edition));
    }

    /// Collects the text of a long briefing as soon as it is checked. Otherwise people would start to type
    /// a note on it before its card is there.
    pub(super) fn prepare_early(&mut self, shared: &Shared) {
        let reading = shared.window.reading.as_ref().filter(|_| !shared.shows_beginning());
        let Some(bundle) = reading.map(|reading| &reading.bundle) else { return };
        if bundle.problems_known().is_some() && bundle.article_source.len() > CHECKED_FIRST {
            self.prepare(&shared.tasks, bundle, shared.tasks.wait_after_first());
        }
    }

    /// Collects the text of a briefing off the UI thread; the frame that starts this waits `at_first`.
    pub(crate) fn prepare(&mut self, tasks: &Tasks, bundle: &Arc<Bundle>, at_first: WaitBudget) -> Readiness {
        if self.known(bundle).is_some() {
            return Readiness::Ready;
        }
        match self.under_way.step(tasks, bundle, at_first, collect) {
            TaskState::Pending => Readiness::Pending,
            TaskState::Ready(edition) => {
                self.set(bundle, edition);
                Readiness::Ready
            }
            TaskState::Finished | TaskState::Failed(_) => Readiness::Failed,
        }
    }
}

/// Collects the text of an edition, on the thread that calls.
pub(crate) fn collect(bundle: &Bundle) -> Edition {
    let text = EditionText::of(&bundle.article);
    let hash = text.hash();
    Arc::new((text, hash))
}
