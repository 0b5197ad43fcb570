//! The notebook: all notes of a person, and what is under way with them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use egui::Context;
use jiff::Timestamp;
use uuid::Uuid;

use super::drafts::Drafts;
use super::edit_history::EditHistory;
use super::export_job::Preview;
use super::placement::NotePlacement;
use crate::app::documents::Documents;
use crate::app::shared::Shared;
use crate::app::tasks::{Dialog, Tasks};
use crate::notes::{EditionText, Note, Receipt, StoreEvent, Trouble, Writer};

/// Says what time it is; another one in tests.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// All notes, and what is under way with them.
///
/// A change goes this way: it becomes one of `edits`; the note here is replaced at once, and an order
/// to save it goes to the thread that has the database. `pending` holds the orders that are not over.
/// Words that are typed take effect at once too, and wait in `drafts` for a moment before they are saved.
pub(crate) struct Notebook {
    /// `None` if nothing is saved, since there is no data folder.
    pub(super) writer: Option<Writer>,
    pub(super) events: Option<Receiver<StoreEvent>>,
    pub(super) clock: Clock,
    pub(super) notes: BTreeMap<Uuid, Note>,
    pub(super) pending: Vec<PendingSave>,
    pub(super) drafts: Drafts,
    pub(super) edits: EditHistory,
    pub(super) placement: NotePlacement,
    /// What an export will say, while it is worked out.
    pub(super) preview: Option<Preview>,
    /// The note that the person last went to with "next note" or "previous note".
    pub(super) stepped_to: Option<Uuid>,
    /// Whether the notes were read from the disk.
    pub(super) is_read: bool,
    /// Whether the person was told that nothing is saved.
    pub(super) told_unsaved: bool,
    pub(super) closing: Closing,
    pub(super) template_dialog: Dialog,
}

/// An order to save or delete a note.
pub(super) struct PendingSave {
    pub(super) id: Uuid,
    pub(super) receipt: Receipt,
    /// How it went, once it is over.
    pub(super) result: Option<Result<(), Trouble>>,
}

/// How far the window is from closing.
///
/// `No` → `WaitsSince`, when somebody closes the window: every note is sent to the disk.
/// `WaitsSince` → `Anyway`, when all are saved: the window closes.
/// `WaitsSince` → `No`, when one could not be saved: the window shows it, with three choices: try again
/// (→ `WaitsSince`), close without saving (→ `Anyway`), stay.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Closing {
    /// Nobody asked for it.
    #[default]
    No,
    /// Notes are on their way to the disk since this time, in seconds.
    WaitsSince(f64),
    /// It closes, whatever is saved.
    Anyway,
}

impl Notebook {
    /// Opens the notes of a data folder. They are read off the UI thread.
    pub(crate) fn open(folder: Option<&Path>, tasks: &Tasks) -> Notebook {
        let clock: Clock = Arc::new(Timestamp::now);
        let (send, events) = mpsc::channel();
        let writer = folder.map(|folder| {
            let (repainter, clock) = (tasks.repainter().clone(), Arc::clone(&clock));
            Writer::start(
                folder,
                move || clock(),
                move |event| {
                    // The window may be gone.
                    let _ = send.send(event);
                    repainter.repaint();
                },
            )
        });
        Notebook {
            events: writer.is_some().then_some(events),
            is_read: writer.is_none(),
            writer,
            clock,
            notes: BTreeMap::new(),
            pending: Vec::new(),
            drafts: Drafts::default(),
            edits: EditHistory::default(),
            placement: NotePlacement::default(),
            preview: None,
            stepped_to: None,
            told_unsaved: false,
            closing: Closing::default(),
            template_dialog: Dialog::default(),
        }
    }

    /// Takes the time from another clock.
    pub(crate) fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Goes on with what is under way, once a frame.
    pub(crate) fn tend(&mut self, shared: &mut Shared, documents: &mut Documents, ctx: &Context) {
        self.tend_saving(shared);
        self.save_due_drafts(ctx);
        self.carry_out_waiting(shared, documents, ctx);
        self.place_notes(shared, documents, ctx);
        self.tend_preview(shared, shared.tasks.wait_after_first());
        self.tend_closing(shared, ctx);
    }

    /// Replaces a note, or removes it, and saves that. `text` is that of its edition, if it is new.
    pub(super) fn put(&mut self, id: Uuid, note: Option<Note>, text: Option<EditionText>) {
        self.drafts.forget(id);
        let receipt = self.writer.as_ref().map(|writer| match &note {
            Some(note) => writer.save(note.clone(), text),
            None => writer.delete(id),
        });
        self.pending.extend(receipt.map(|receipt| PendingSave { id, receipt, result: None }));
        match note {
            Some(note) => drop(self.notes.insert(id, note)),
            None => drop(self.notes.remove(&id)),
        }
    }

    /// Saves a note as it is.
    pub(super) fn save(&mut self, id: Uuid) {
        let note = self.notes.get(&id).cloned();
        self.put(id, note, None);
    }

    /// The window shows the notes as they are now.
    pub(super) fn show_changes(&mut self, shared: &mut Shared) {
        let mut all: Vec<Note> = self.notes.values().cloned().collect();
        all.sort_by_key(|note| note.created);
        shared.window.notes.all = Arc::new(all);
        self.refresh_open_card(shared);
        self.placement.forget();
        (shared.window.notes.can_undo, shared.window.notes.can_redo) = self.edits.can();
    }

    /// The open card shows what another window wrote, unless somebody types in it here; it closes if its
    /// note is gone.
    fn refresh_open_card(&self, shared: &mut Shared) {
        let Some(editing) = &mut shared.window.notes.open else { return };
        match self.notes.get(&editing.id) {
            None => shared.window.notes.open = None,
            Some(note) if !self.drafts.has(note.id) => editing.comment.clone_from(&note.comment),
            Some(_) => {}
        }
    }
}

impl Drop for Notebook {
    /// Saves what was typed last, whatever ends the window; the writer waits until it is saved.
    fn drop(&mut self) {
        for id in self.drafts.all() {
            self.save(id);
        }
    }
}
