//! Saves notes, and takes in what the thread that has the database says.

use std::collections::BTreeMap;
use std::io::Write as _;

use egui::Context;
use uuid::Uuid;

use super::notebook::Notebook;
use crate::app::shared::Shared;
use crate::app::tasks::WaitBudget;
use crate::notes::{Note, StoreEvent, Trouble};
use crate::text::counted;
use crate::view::About;

/// How the message begins that says why a note is not saved.
const NOT_SAVED: &str = "A note could not be saved";

impl Notebook {
    /// Takes in what the database's thread has answered.
    pub(super) fn tend_saving(&mut self, shared: &mut Shared) {
        // An event that was sent before an order was over does not include it: it is taken in while the
        // order still counts as under way.
        let over = self.orders_over(shared);
        self.take_events(shared);
        self.report_unsaved(shared, over);
    }

    fn take_events(&mut self, shared: &mut Shared) {
        let mut changed = false;
        while let Some(event) = self.next_event(shared) {
            match event {
                StoreEvent::Notes(read) => {
                    if !read.unreadable.is_empty() {
                        let count = counted(read.unreadable.len(), "note");
                        let words = format!("What cannot be read is left as it is: {count}.");
                        shared.window.messages.say(words);
                    }
                    self.is_read = true;
                    self.take_over(read.notes, &shared.window.notes.unkept);
                    changed = true;
                }
                StoreEvent::Remark(words) => shared.window.messages.say(words),
                StoreEvent::Failed(why) => {
                    self.is_read = true;
                    shared.window.messages.say(format!("Your notes cannot be shown: {why}"));
                }
                StoreEvent::Over => {}
            }
        }
        if changed {
            self.show_changes(shared);
        }
    }

    /// The next event. Tests and pictures wait for the notes.
    fn next_event(&self, shared: &Shared) -> Option<StoreEvent> {
        let events = self.events.as_ref()?;
        if shared.tasks.wait() == WaitBudget::UntilDone && !self.is_read {
            return events.recv().ok();
        }
        events.try_recv().ok()
    }

    /// Takes over all notes as another program left them; what is on its way from here, or could not be
    /// saved, stays as it is here.
    fn take_over(&mut self, read: Vec<Note>, unsaved: &BTreeMap<Uuid, String>) {
        let ours = |id: &Uuid| {
            unsaved.contains_key(id)
                || self.drafts.has(*id)
                || self.pending.iter().any(|pending| pending.id == *id)
        };
        let mut notes: BTreeMap<Uuid, Note> =
            read.into_iter().filter(|note| !ours(&note.id)).map(|note| (note.id, note)).collect();
        notes.extend(self.notes.iter().filter(|(id, _)| ours(id)).map(|(id, note)| (*id, note.clone())));
        self.notes = notes;
    }

    /// The orders that are over, and how they went; they stay in the list.
    fn orders_over(&mut self, shared: &Shared) -> Vec<(Uuid, Option<Trouble>)> {
        let until_done = shared.tasks.wait() == WaitBudget::UntilDone;
        let over = self.pending.iter_mut().filter(|pending| pending.result.is_none());
        over.filter_map(|pending| {
            let result = if until_done { Some(pending.receipt.wait()) } else { pending.receipt.look() };
            pending.result.clone_from(&result);
            Some((pending.id, result?.err()))
        })
        .collect()
    }

    /// Says what was not saved.
    fn report_unsaved(&mut self, shared: &mut Shared, over: Vec<(Uuid, Option<Trouble>)>) {
        self.pending.retain(|pending| pending.result.is_none());
        let window = &mut shared.window;
        for (id, why) in over {
            match why {
                None => {
                    let was_unsaved = window.notes.unkept.remove(&id).is_some();
                    if was_unsaved && window.notes.unkept.is_empty() {
                        window.messages.retract(About::Unsaved);
                    }
                }
                Some(why) => {
                    let words = format!("{NOT_SAVED}: {why} Its words stay here.");
                    window.messages.retract(About::Unsaved);
                    window.messages.say_of(About::Unsaved, words);
                    window.notes.unkept.insert(id, why.to_string());
                }
            }
        }
    }

    /// Saves what was typed when it is due.
    pub(super) fn save_due_drafts(&mut self, ctx: &Context) {
        let (due, next) = self.drafts.due(ctx.input(|input| input.time));
        for id in due {
            self.save(id);
        }
        if let Some(next) = next {
            ctx.request_repaint_after(next);
        }
    }

    /// Saves everything that is not: what was typed last, and what could not be saved before.
    pub(super) fn save_all(&mut self, shared: &Shared) {
        let unsaved: Vec<Uuid> = shared.window.notes.unkept.keys().copied().collect();
        for id in self.drafts.all().into_iter().chain(unsaved) {
            self.save(id);
        }
    }

    /// Whether orders are under way.
    pub(super) fn is_saving(&self) -> bool {
        !self.pending.is_empty()
    }

    /// The notes that are in this window alone: they could not be saved, or there is no folder for them.
    pub(super) fn unsaved_notes(&self, shared: &Shared) -> Vec<Note> {
        let has_folder = self.writer.is_some();
        let unsaved = &shared.window.notes.unkept;
        let notes = self.notes.values().filter(|note| !has_folder || unsaved.contains_key(&note.id));
        notes.cloned().collect()
    }

    /// Saves what was typed last, and waits for that: the window is about to go.
    pub(crate) fn finish(&mut self) {
        for id in self.drafts.all() {
            self.save(id);
        }
        for pending in std::mem::take(&mut self.pending) {
            if let Err(why) = pending.receipt.wait() {
                // Nobody may be there to read it.
                let _ = writeln!(std::io::stderr(), "briefing-reader: a note could not be saved: {why}");
            }
        }
    }
}
