//! The search for the places of notes in the open briefing, off the UI thread.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use uuid::Uuid;

use crate::app::documents::{Edition, collect};
use crate::app::tasks::{Task, TaskState, Tasks, WaitBudget};
use crate::bundle::Bundle;
use crate::notes::{EditionText, Note, Writer};
use crate::view::PageNotes;
use crate::view::actions::NoteAction;

/// Texts of editions by their hashes.
type Texts = Arc<HashMap<String, EditionText>>;

/// Finds the places of notes; gives the edition's text too, and those of others.
type PlacementTask = Task<(PageNotes, Edition, Texts)>;

/// What waits for the text of the briefing in the window.
pub(super) enum Waiting {
    /// An action on a note.
    Action(NoteAction),
    /// Copying the selection with its reference.
    CopyCited,
}

/// The placement under way, and what depends on it.
#[derive(Default)]
pub(super) struct NotePlacement {
    task: Option<(Arc<Bundle>, PlacementTask)>,
    /// The briefing whose notes are in their places.
    done: Option<Arc<Bundle>>,
    /// What was asked of a briefing and waits for its text.
    pub(super) waiting: Vec<(Arc<Bundle>, Waiting)>,
    /// Texts of other editions that were asked for. The thread that has them may be waiting for a disk or
    /// another program, and a note must not wait for that.
    texts: Texts,
    /// The briefing whose changes were reported to the person.
    reported: Option<Arc<Bundle>>,
    /// A note to go to once its place is known.
    pub(super) go_to: Option<Uuid>,
    /// A note to bring into view once its place is known.
    pub(super) show: Option<Uuid>,
}

impl NotePlacement {
    /// Notes have changed, so their places have to be found again.
    pub(super) fn forget(&mut self) {
        self.done = None;
        self.task = None;
    }

    /// Whether the notes on a briefing are in their places.
    pub(super) fn is_done(&self, bundle: &Arc<Bundle>) -> bool {
        self.done.as_ref().is_some_and(|done| Arc::ptr_eq(done, bundle))
    }

    /// Whether the places of the notes on a briefing are being searched for.
    pub(super) fn is_under_way(&self, bundle: &Arc<Bundle>) -> bool {
        self.task.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, bundle))
    }

    /// Starts to search for the places of notes. `known` is the text of the briefing, if it is there;
    /// `writer` has the texts of other editions.
    pub(super) fn start(
        &mut self,
        tasks: &Tasks,
        bundle: &Arc<Bundle>,
        notes: Vec<Note>,
        known: Option<Edition>,
        writer: Option<&Writer>,
    ) {
        let had = Arc::clone(&self.texts);
        let is_own = |hash: &String| known.as_ref().is_some_and(|edition| edition.1 == *hash);
        let mut wanted = made_on(&notes);
        wanted.retain(|hash| !had.contains_key(hash) && !is_own(hash));
        let writer = writer.filter(|_| !wanted.is_empty());
        let texts_on_their_way = writer.map(|writer| writer.texts(wanted));
        let of = Arc::clone(bundle);
        let task = tasks.start(move |results| {
            let edition = known.unwrap_or_else(|| collect(&of));
            let mut texts = had;
            if let Some(found) = texts_on_their_way.and_then(|texts| texts.recv().ok()) {
                Arc::make_mut(&mut texts).extend(found);
            }
            let (text, hash) = &*edition;
            let placed = PageNotes::new(&notes, &of, (text, hash), |wanted| texts.get(wanted).cloned());
            results.send((placed, edition, texts));
        });
        self.task = Some((Arc::clone(bundle), task));
    }

    /// The notes in their places and the text of their edition, once they are found.
    pub(super) fn step(&mut self, wait: WaitBudget) -> TaskState<(PageNotes, Edition)> {
        let Some((_, task)) = &mut self.task else { return TaskState::Pending };
        match task.step(wait) {
            TaskState::Ready((placed, edition, texts)) => {
                self.texts = texts;
                TaskState::Ready((placed, edition))
            }
            TaskState::Pending => TaskState::Pending,
            TaskState::Finished => TaskState::Finished,
            TaskState::Failed(why) => TaskState::Failed(why),
        }
    }

    /// The notes on a briefing are in their places, or cannot be placed.
    pub(super) fn finish(&mut self, bundle: &Arc<Bundle>) {
        self.task = None;
        self.done = Some(Arc::clone(bundle));
    }

    /// Whether nobody has reported the changes of a briefing; from now on somebody has.
    pub(super) fn report_once(&mut self, bundle: &Arc<Bundle>) -> bool {
        let is_reported = self.reported.as_ref().is_some_and(|of| Arc::ptr_eq(of, bundle));
        if !is_reported {
            self.reported = Some(Arc::clone(bundle));
        }
        !is_reported
    }
}

/// The hashes of the texts that notes were made on or settled in; each once.
pub(super) fn made_on<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Vec<String> {
    let hashes = notes.into_iter().flat_map(|note| {
        let settled = note.settled.as_ref().map(|settled| settled.text_hash.clone());
        std::iter::once(note.text_hash.clone()).chain(settled)
    });
    hashes.collect::<BTreeSet<_>>().into_iter().collect()
}
