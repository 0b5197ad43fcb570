//! A person's notes while the window is open: saved as they are typed, shared with other windows, undone.

mod actions;
mod cite;
pub(super) mod closing;
mod create;
mod drafts;
mod export;
mod placement;
mod undo;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use jiff::Timestamp;
use uuid::Uuid;

use crate::app::App;
use crate::app::tasks::task::{Repainter, WaitBudget};
use crate::notes::{EditionText, Note, Receipt, Told, Trouble, Writer};
use crate::view::About;
use drafts::Drafts;
use export::Preview;
use placement::Placing;
use undo::EditHistory;

/// Tells the time; another one in tests.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// All notes, and what is under way with them.
pub struct Notebook {
    /// None: nothing is kept, since there is no data folder.
    writer: Option<Writer>,
    told: Option<Receiver<Told>>,
    clock: Clock,
    notes: BTreeMap<Uuid, Note>,
    /// Orders that are not over.
    waiting: Vec<PendingSave>,
    drafts: Drafts,
    edits: EditHistory,
    placing: Placing,
    /// What an export will say, as long as it is worked out.
    preview: Option<Preview>,
    /// The note that was gone to last, by stepping.
    stepped_to: Option<Uuid>,
    /// Whether the notes have come from the disk.
    is_read: bool,
    /// Whether the person was told that nothing is kept.
    told_unkept: bool,
}

/// An order to the disk.
struct PendingSave {
    id: Uuid,
    receipt: Receipt,
    /// How it went, once it is over.
    result: Option<Result<(), Trouble>>,
}

impl Notebook {
    /// The notes of a data folder. They come from the disk beside the frames.
    pub fn open(folder: Option<&Path>, repainter: &Repainter) -> Notebook {
        let clock: Clock = Arc::new(Timestamp::now);
        let (tell, told) = mpsc::channel();
        let writer = folder.map(|folder| {
            let (repainter, clock) = (repainter.clone(), Arc::clone(&clock));
            Writer::start(
                folder,
                move || clock(),
                move |what| {
                    // The window may be gone.
                    let _ = tell.send(what);
                    repainter.repaint();
                },
            )
        });
        Notebook {
            told: writer.is_some().then_some(told),
            is_read: writer.is_none(),
            writer,
            clock,
            notes: BTreeMap::new(),
            waiting: Vec::new(),
            drafts: Drafts::default(),
            edits: EditHistory::default(),
            placing: Placing::default(),
            preview: None,
            stepped_to: None,
            told_unkept: false,
        }
    }

    /// Takes the time from somewhere else.
    pub fn tell_time_by(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Takes another state of a note, or that it is gone, and has it kept. `text` is that of its
    /// edition, where it is new.
    fn put(&mut self, id: Uuid, note: Option<Note>, text: Option<EditionText>) {
        self.drafts.forget(id);
        let receipt = self.writer.as_ref().map(|writer| match &note {
            Some(note) => writer.save(note.clone(), text),
            None => writer.delete(id),
        });
        self.waiting.extend(receipt.map(|receipt| PendingSave { id, receipt, result: None }));
        match note {
            Some(note) => drop(self.notes.insert(id, note)),
            None => drop(self.notes.remove(&id)),
        }
    }

    /// Has a note kept as it is.
    fn keep(&mut self, id: Uuid) {
        let note = self.notes.get(&id).cloned();
        self.put(id, note, None);
    }

    /// All notes as another program left them; what is on its way from here, or could not be kept,
    /// stays as it is here.
    fn take_over(&mut self, read: Vec<Note>, unkept: &BTreeMap<Uuid, String>) {
        let ours = |id: &Uuid| {
            unkept.contains_key(id)
                || self.drafts.has(*id)
                || self.waiting.iter().any(|waiting| waiting.id == *id)
        };
        let mut notes: BTreeMap<Uuid, Note> =
            read.into_iter().filter(|note| !ours(&note.id)).map(|note| (note.id, note)).collect();
        notes.extend(self.notes.iter().filter(|(id, _)| ours(id)).map(|(id, note)| (*id, note.clone())));
        self.notes = notes;
    }
}

impl Drop for Notebook {
    /// What is still typed is put on its way, whatever ends the window; the writer's own end waits
    /// until it is kept.
    fn drop(&mut self) {
        for id in self.drafts.all() {
            self.keep(id);
        }
    }
}

/// How the line begins that says why a note is not kept.
const NOT_SAVED: &str = "A note could not be saved";

impl App {
    /// Goes on with what is under way, once a frame.
    pub(in crate::app) fn tend_notes(&mut self, ctx: &egui::Context) {
        self.tend_orders();
        self.keep_drafts(ctx);
        self.do_what_was_put_off(ctx);
        self.place_notes(ctx);
        self.tend_preview(self.wait.after_first());
    }

    /// Takes in what the disk has answered.
    pub(in crate::app) fn tend_orders(&mut self) {
        // What was told before an order was over does not know of it: it is heard while the order
        // still counts as under way.
        let over = self.orders_over();
        self.hear_notes();
        self.say_unkept(over);
    }

    /// What the thread that keeps them has to tell.
    fn hear_notes(&mut self) {
        let mut changed = false;
        while let Some(told) = self.next_told() {
            match told {
                Told::Notes(read) => {
                    if !read.unreadable.is_empty() {
                        let count = read.unreadable.len();
                        self.say_too(&format!("{count} notes cannot be read; they are left as they are."));
                    }
                    self.notebook.is_read = true;
                    self.notebook.take_over(read.notes, &self.window.notes.unkept);
                    changed = true;
                }
                Told::Remark(words) => self.say_too(&words),
                Told::Failed(why) => {
                    self.notebook.is_read = true;
                    self.say_too(&format!("Your notes cannot be shown: {why}"));
                }
                Told::Over => {}
            }
        }
        if changed {
            self.notes_changed();
        }
    }

    /// In tests and pictures the notes are waited for.
    fn next_told(&self) -> Option<Told> {
        let told = self.notebook.told.as_ref()?;
        if self.wait == WaitBudget::UntilDone && !self.notebook.is_read {
            return told.recv().ok();
        }
        told.try_recv().ok()
    }

    /// Looks which orders are over, and how they went; they are still in the list.
    fn orders_over(&mut self) -> Vec<(Uuid, Option<Trouble>)> {
        let to_the_end = self.wait == WaitBudget::UntilDone;
        let over = self.notebook.waiting.iter_mut().filter(|waiting| waiting.result.is_none());
        over.filter_map(|waiting| {
            let result = if to_the_end { Some(waiting.receipt.wait()) } else { waiting.receipt.look() };
            waiting.result.clone_from(&result);
            Some((waiting.id, result?.err()))
        })
        .collect()
    }

    /// Says what was not kept.
    fn say_unkept(&mut self, over: Vec<(Uuid, Option<Trouble>)>) {
        self.notebook.waiting.retain(|waiting| waiting.result.is_none());
        for (id, why) in over {
            match why {
                None => {
                    let was_unkept = self.window.notes.unkept.remove(&id).is_some();
                    if was_unkept && self.window.notes.unkept.is_empty() {
                        self.window.messages.retract(About::Unsaved);
                    }
                }
                Some(why) => {
                    let words = format!("{NOT_SAVED}: {why} Its words stay here.");
                    self.window.messages.retract(About::Unsaved);
                    self.window.messages.say_of(About::Unsaved, words);
                    self.window.notes.unkept.insert(id, why.to_string());
                }
            }
        }
    }

    /// The window shows the notes as they are now.
    pub(in crate::app) fn notes_changed(&mut self) {
        let mut all: Vec<Note> = self.notebook.notes.values().cloned().collect();
        all.sort_by_key(|note| note.created);
        self.window.notes.all = Arc::new(all);
        self.refresh_open_card();
        self.notebook.placing.forget();
        (self.window.notes.can_undo, self.window.notes.can_redo) = self.notebook.edits.can();
    }

    /// The open card shows what another window wrote, unless it is typed in here; it closes where
    /// its note is gone.
    fn refresh_open_card(&mut self) {
        let Some(editing) = &mut self.window.notes.open else { return };
        match self.notebook.notes.get(&editing.id) {
            None => self.window.notes.open = None,
            Some(note) if !self.notebook.drafts.has(note.id) => editing.comment.clone_from(&note.comment),
            Some(_) => {}
        }
    }

    /// Has everything kept that is not: what is still typed, and what could not be kept before.
    pub(in crate::app) fn keep_all(&mut self) {
        let unkept = self.window.notes.unkept.keys().copied();
        for id in self.notebook.drafts.all().into_iter().chain(unkept.collect::<Vec<_>>()) {
            self.notebook.keep(id);
        }
    }

    /// Whether the disk has not yet answered to everything.
    pub(in crate::app) fn notes_under_way(&self) -> bool {
        !self.notebook.waiting.is_empty()
    }

    /// The notes that are in this window alone: they could not be kept, or there is no folder for them.
    pub(in crate::app) fn unkept_notes(&self) -> impl Iterator<Item = &Note> {
        let has_folder = self.notebook.writer.is_some();
        let unkept = &self.window.notes.unkept;
        self.notebook.notes.values().filter(move |note| !has_folder || unkept.contains_key(&note.id))
    }

    /// Keeps what is still typed; the window is going.
    pub(in crate::app) fn finish_notes(&mut self) {
        for id in self.notebook.drafts.all() {
            self.notebook.keep(id);
        }
        for waiting in std::mem::take(&mut self.notebook.waiting) {
            if let Err(why) = waiting.receipt.wait() {
                use std::io::Write;
                // Where nobody listens any more, there is nobody to tell.
                let _ = writeln!(std::io::stderr(), "briefing-reader: a note could not be saved: {why}");
            }
        }
    }
}
