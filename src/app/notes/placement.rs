//! Finds where the notes on the open briefing belong in its text, off the UI thread.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use egui::Context;
use uuid::Uuid;

use super::Notebook;
use crate::app::documents::{Documents, Edition, Readiness, collect};
use crate::app::shared::Shared;
use crate::app::tasks::{Task, TaskState};
use crate::bundle::Bundle;
use crate::notes::{EditionText, Note};
use crate::view::About;
use crate::view::actions::{Command, NoteAction, View};
use crate::view::notes::{PageNotes, counted};

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
    waiting: Vec<(Arc<Bundle>, Waiting)>,
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
}

/// The hashes of the texts that notes were made on or settled in; each once.
pub(super) fn made_on<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Vec<String> {
    let hashes = notes.into_iter().flat_map(|note| {
        let settled = note.settled.as_ref().map(|settled| settled.text_hash.clone());
        std::iter::once(note.text_hash.clone()).chain(settled)
    });
    hashes.collect::<BTreeSet<_>>().into_iter().collect()
}

impl Notebook {
    /// Whether the text of the briefing in the window is there, if there is a briefing. Otherwise it is
    /// collected off the UI thread.
    pub(super) fn has_edition(&mut self, shared: &mut Shared, documents: &mut Documents) -> bool {
        let Some(reading) = &shared.window.reading else { return true };
        match documents.editions().prepare(&shared.tasks, &reading.bundle, shared.tasks.wait()) {
            Readiness::Ready => true,
            Readiness::Pending => false,
            Readiness::Failed => {
                if !self.placement.waiting.is_empty() {
                    self.placement.waiting.clear();
                    let words = "The program made a mistake while it read the article for your notes.";
                    shared.window.messages.say(words);
                }
                false
            }
        }
    }

    /// Carries this out once the text of the briefing in the window is there.
    pub(super) fn wait_for_edition(&mut self, shared: &Shared, what: Waiting) {
        let reading = shared.window.reading.as_ref();
        self.placement.waiting.extend(reading.map(|reading| (Arc::clone(&reading.bundle), what)));
    }

    /// Carries out what waited, once its text is there. What was asked of a briefing that is not in the
    /// window any more is forgotten.
    pub(super) fn carry_out_waiting(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
    ) {
        if self.placement.waiting.is_empty() || !self.has_edition(shared, documents) {
            return;
        }
        for (bundle, what) in std::mem::take(&mut self.placement.waiting) {
            let reading = shared.window.reading.as_ref();
            if !reading.is_some_and(|reading| Arc::ptr_eq(&reading.bundle, &bundle)) {
                continue;
            }
            match what {
                Waiting::Action(asked) => self.act(shared, documents, ctx, asked),
                Waiting::CopyCited => self.copy_cited(shared, documents, ctx),
            }
        }
    }

    /// Finds the places of the notes on the briefing in the window, if that is not done.
    pub(super) fn place_notes(&mut self, shared: &mut Shared, documents: &mut Documents, ctx: &Context) {
        if !self.is_read || shared.shows_beginning() {
            return;
        }
        let Some(reading) = &shared.window.reading else { return };
        let bundle = Arc::clone(&reading.bundle);
        let is_done = self.placement.done.as_ref().is_some_and(|done| Arc::ptr_eq(done, &bundle));
        if is_done {
            return;
        }
        let is_under_way = self.placement.task.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, &bundle));
        let mut wait = shared.tasks.wait_after_first();
        if !is_under_way {
            let all = shared.window.notes.all.iter();
            let notes: Vec<Note> = all.filter(|note| note.briefing == bundle.manifest.id).cloned().collect();
            if notes.is_empty() {
                self.take_placed(shared, documents, ctx, &bundle, PageNotes::default());
                return;
            }
            self.start_placing(shared, documents, &bundle, notes);
            wait = shared.tasks.wait();
        }
        let Some((_, task)) = &mut self.placement.task else { return };
        match task.step(wait) {
            TaskState::Ready((placed, edition, texts)) => {
                documents.editions().set(&bundle, edition);
                self.placement.texts = texts;
                self.take_placed(shared, documents, ctx, &bundle, placed);
            }
            TaskState::Pending => {}
            TaskState::Finished | TaskState::Failed(_) => {
                self.placement.forget();
                self.placement.done = Some(bundle);
                let words = "Your notes on this briefing could not be placed on the page.";
                shared.window.messages.say(words);
            }
        }
    }

    fn start_placing(
        &mut self,
        shared: &Shared,
        documents: &mut Documents,
        bundle: &Arc<Bundle>,
        notes: Vec<Note>,
    ) {
        let known = documents.editions().known(bundle);
        let had = Arc::clone(&self.placement.texts);
        let is_own = |hash: &String| known.as_ref().is_some_and(|edition| edition.1 == *hash);
        let mut wanted = made_on(&notes);
        wanted.retain(|hash| !had.contains_key(hash) && !is_own(hash));
        let writer = self.writer.as_ref().filter(|_| !wanted.is_empty());
        let texts_on_their_way = writer.map(|writer| writer.texts(wanted));
        let of = Arc::clone(bundle);
        let task = shared.tasks.start(move |results| {
            let edition = known.unwrap_or_else(|| collect(&of));
            let mut texts = had;
            if let Some(found) = texts_on_their_way.and_then(|texts| texts.recv().ok()) {
                Arc::make_mut(&mut texts).extend(found);
            }
            let (text, hash) = &*edition;
            let placed = PageNotes::new(&notes, &of, (text, hash), |wanted| texts.get(wanted).cloned());
            results.send((placed, edition, texts));
        });
        self.placement.task = Some((Arc::clone(bundle), task));
    }

    fn take_placed(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
        bundle: &Arc<Bundle>,
        mut placed: PageNotes,
    ) {
        self.placement.task = None;
        self.placement.done = Some(Arc::clone(bundle));
        let Some(reading) = &mut shared.window.reading else { return };
        placed.follow(&reading.notes);
        reading.notes = placed;
        reading.page.count_notes(&reading.notes);
        let is_reported = self.placement.reported.as_ref().is_some_and(|of| Arc::ptr_eq(of, bundle));
        if !reading.notes.to_settle().is_empty() && !is_reported {
            self.placement.reported = Some(Arc::clone(bundle));
            let keys = ctx.format_shortcut(&Command::Notes.shortcut());
            let words =
                format!("Your evidence changed. {} {keys} shows old beside new.", counted(&reading.notes));
            shared.window.messages.say_of(About::Evidence, words);
        }
        self.show_placed(shared);
        if let Some(id) = self.placement.go_to.take() {
            self.go_to_note(shared, documents, id);
        }
    }

    /// Brings a new note into view that was made on a place out of view.
    fn show_placed(&mut self, shared: &mut Shared) {
        let show = self.placement.show.take();
        let Some(id) = show.filter(|_| shared.window.view == View::Read) else { return };
        let Some(reading) = &shared.window.reading else { return };
        if let Some(row) = reading.notes.get(id).and_then(|placed| placed.row)
            && !reading.page.draws(row)
        {
            shared.go_to_row(row);
        }
    }
}
