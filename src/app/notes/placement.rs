//! Finds where the notes on the open briefing belong in its text, off the UI thread.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::app::App;
use crate::app::tasks::briefing_task::BriefingTask;
use crate::app::tasks::task::{Task, TaskState, WaitBudget};
use crate::bundle::Bundle;
use crate::notes::EditionText;
use crate::notes::Note;
use crate::view::About;
use crate::view::actions::{Command, NoteAction, View};
use crate::view::{PageNotes, notes_counted};

/// An edition's text with its hash.
pub type Edition = Arc<(EditionText, String)>;

/// Editions' texts by their hashes.
type Texts = Arc<HashMap<String, EditionText>>;

/// Gives the notes where they stand, the edition's text, and texts of others.
type Work = Task<(PageNotes, Edition, Texts)>;

/// What needs the text of the briefing in the window.
pub enum PutOff {
    /// Something about a note.
    NoteAction(NoteAction),
    /// The selected words with their reference.
    CopyCited,
}

/// The work, and what it is of.
#[derive(Default)]
pub struct Placing {
    task: Option<(Arc<Bundle>, Work)>,
    /// The briefing whose notes are placed as they are now.
    done: Option<Arc<Bundle>>,
    /// The text of the briefing in the window, once it was needed.
    edition: Option<(Arc<Bundle>, Edition)>,
    /// That text on its way.
    on_its_way: BriefingTask<Edition>,
    /// What was asked on a briefing and waits for its text.
    put_off: Vec<(Arc<Bundle>, PutOff)>,
    /// Texts of other editions that were asked for: the thread that has them may be waiting for a disk
    /// or another program, and a note must not.
    texts: Texts,
    /// The briefing whose changes the person was told of.
    told: Option<Arc<Bundle>>,
    /// A note to go to once its place is known.
    pub go_to: Option<Uuid>,
    /// A note that is to be in view once its place is known.
    pub show: Option<Uuid>,
}

impl Placing {
    /// Notes have changed: what was worked out holds no more.
    pub fn forget(&mut self) {
        self.done = None;
        self.task = None;
    }

    /// The text of a briefing's edition, made at most once.
    pub fn edition(&mut self, bundle: &Arc<Bundle>) -> Edition {
        match &self.edition {
            Some((of, edition)) if Arc::ptr_eq(of, bundle) => Arc::clone(edition),
            _ => {
                let edition = edition(bundle);
                self.edition = Some((Arc::clone(bundle), Arc::clone(&edition)));
                edition
            }
        }
    }
}

fn edition(bundle: &Bundle) -> Edition {
    let text = EditionText::of(&bundle.article);
    let hash = text.hash();
    Arc::new((text, hash))
}

/// The hashes of the texts that notes were made on, or were settled in; each once.
pub fn made_on<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Vec<String> {
    let hashes = notes.into_iter().flat_map(|note| {
        let settled = note.settled.as_ref().map(|settled| settled.text_hash.clone());
        std::iter::once(note.text_hash.clone()).chain(settled)
    });
    hashes.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

impl App {
    /// Whether the text of the briefing in the window is there, if there is one. Else it is made beside
    /// the frames: that of a very long article takes longer than one.
    pub(in crate::app) fn has_edition(&mut self) -> bool {
        self.has_edition_within(self.wait)
    }

    /// Has that text made before somebody asks for it, without waiting.
    pub(in crate::app) fn prepare_edition(&mut self) {
        self.has_edition_within(self.wait.after_first());
    }

    fn has_edition_within(&mut self, at_first: WaitBudget) -> bool {
        let Some(reading) = &self.window.reading else { return true };
        let (bundle, placing) = (&reading.bundle, &mut self.notebook.placing);
        if placing.edition.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, bundle)) {
            return true;
        }
        match placing.on_its_way.step(&self.repainter, bundle, at_first, edition) {
            TaskState::Pending => return false,
            TaskState::Ready(edition) => placing.edition = Some((Arc::clone(bundle), edition)),
            TaskState::Finished | TaskState::Failed(_) => {
                if !placing.put_off.is_empty() {
                    placing.put_off.clear();
                    self.say_too("The program made a mistake while it read the article for your notes.");
                }
                return false;
            }
        }
        true
    }

    /// The text of the briefing in the window, if it is there.
    pub(in crate::app) fn edition_here(&mut self) -> Option<Edition> {
        let is_there = self.has_edition();
        let reading = self.window.reading.as_ref().filter(|_| is_there)?;
        Some(self.notebook.placing.edition(&reading.bundle))
    }

    /// Waits with this until the text of the briefing in the window is there.
    pub(in crate::app) fn put_off(&mut self, what: PutOff) {
        let reading = self.window.reading.as_ref();
        let waits = reading.map(|reading| (Arc::clone(&reading.bundle), what));
        self.notebook.placing.put_off.extend(waits);
    }

    /// Does what was put off, once its text is there; what was asked on a briefing that is not in the
    /// window any more is forgotten.
    pub(in crate::app) fn do_what_was_put_off(&mut self, ctx: &egui::Context) {
        if self.notebook.placing.put_off.is_empty() || !self.has_edition() {
            return;
        }
        for (bundle, what) in std::mem::take(&mut self.notebook.placing.put_off) {
            let reading = self.window.reading.as_ref();
            if !reading.is_some_and(|reading| Arc::ptr_eq(&reading.bundle, &bundle)) {
                continue;
            }
            match what {
                PutOff::NoteAction(asked) => self.noting(ctx, asked),
                PutOff::CopyCited => self.copy_cited(ctx),
            }
        }
    }

    /// Has the notes of the briefing in the window placed, where that is not done.
    pub(in crate::app) fn place_notes(&mut self, ctx: &egui::Context) {
        if !self.notebook.is_read || self.is_beginning() {
            return;
        }
        let Some(reading) = &self.window.reading else { return };
        let bundle = Arc::clone(&reading.bundle);
        let is_done = self.notebook.placing.done.as_ref().is_some_and(|done| Arc::ptr_eq(done, &bundle));
        if is_done {
            return;
        }
        let of_it = self.notebook.placing.task.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, &bundle));
        let mut wait = self.wait.after_first();
        if !of_it {
            let notes: Vec<Note> = self
                .window
                .notes
                .all
                .iter()
                .filter(|note| note.briefing == bundle.manifest.id)
                .cloned()
                .collect();
            if notes.is_empty() {
                self.take_placed(ctx, &bundle, PageNotes::default());
                return;
            }
            self.start_placing(&bundle, notes);
            wait = self.wait;
        }
        let Some((_, task)) = &mut self.notebook.placing.task else { return };
        match task.step(wait) {
            TaskState::Ready((placed, edition, texts)) => {
                self.notebook.placing.edition = Some((Arc::clone(&bundle), edition));
                self.notebook.placing.texts = texts;
                self.take_placed(ctx, &bundle, placed);
            }
            TaskState::Pending => {}
            TaskState::Finished | TaskState::Failed(_) => {
                self.notebook.placing.forget();
                self.notebook.placing.done = Some(bundle);
                self.say_too("Your notes on this briefing could not be placed on the page.");
            }
        }
    }

    fn start_placing(&mut self, bundle: &Arc<Bundle>, notes: Vec<Note>) {
        let known = self.notebook.placing.edition.clone().filter(|(of, _)| Arc::ptr_eq(of, bundle));
        let known = known.map(|(_, edition)| edition);
        let had = Arc::clone(&self.notebook.placing.texts);
        let is_own = |hash: &String| known.as_ref().is_some_and(|edition| edition.1 == *hash);
        let mut wanted = made_on(&notes);
        wanted.retain(|hash| !had.contains_key(hash) && !is_own(hash));
        let asked = self.notebook.writer.as_ref().filter(|_| !wanted.is_empty());
        let asked = asked.map(|writer| writer.texts(wanted));
        let of = Arc::clone(bundle);
        let task = Task::start(&self.repainter, move |results| {
            let edition = known.unwrap_or_else(|| edition(&of));
            let mut texts = had;
            if let Some(found) = asked.and_then(|asked| asked.recv().ok()) {
                Arc::make_mut(&mut texts).extend(found);
            }
            let (text, hash) = &*edition;
            let placed = PageNotes::new(&notes, &of, (text, hash), |wanted| texts.get(wanted).cloned());
            results.send((placed, edition, texts));
        });
        self.notebook.placing.task = Some((Arc::clone(bundle), task));
    }

    fn take_placed(&mut self, ctx: &egui::Context, bundle: &Arc<Bundle>, mut placed: PageNotes) {
        self.notebook.placing.task = None;
        self.notebook.placing.done = Some(Arc::clone(bundle));
        let Some(reading) = &mut self.window.reading else { return };
        placed.follow(&reading.notes);
        reading.notes = placed;
        reading.page.count_notes(&reading.notes);
        let told = self.notebook.placing.told.as_ref().is_some_and(|told| Arc::ptr_eq(told, bundle));
        let count = reading.notes.to_settle().len();
        if count > 0 && !told {
            self.notebook.placing.told = Some(Arc::clone(bundle));
            let keys = ctx.format_shortcut(&Command::Notes.shortcut());
            let words = format!(
                "Your evidence changed. {} {keys} shows old beside new.",
                notes_counted(&reading.notes)
            );
            self.window.messages.say_of(About::Evidence, words);
        }
        self.show_placed();
        if let Some(id) = self.notebook.placing.go_to.take() {
            self.go_to_note(id);
        }
    }

    /// Brings a note into view that was just made out of it.
    fn show_placed(&mut self) {
        let Some(id) = self.notebook.placing.show.take().filter(|_| self.window.view == View::Read) else {
            return;
        };
        let Some(reading) = &self.window.reading else { return };
        if let Some(row) = reading.notes.get(id).and_then(|placed| placed.row)
            && !reading.page.draws(row)
        {
            self.go_to(row);
        }
    }
}
