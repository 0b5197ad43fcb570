//! Finds where the notes on the open briefing belong in its text; what needs that text waits for it.

use std::sync::Arc;

use egui::Context;

use super::notebook::Notebook;
use super::placement::Waiting;
use crate::app::documents::{Documents, Readiness};
use crate::app::shared::Shared;
use crate::app::tasks::TaskState;
use crate::bundle::Bundle;
use crate::notes::Note;
use crate::view::About;
use crate::view::actions::{Command, View};
use crate::view::{PageNotes, notes_counted};

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
        if self.placement.is_done(&bundle) {
            return;
        }
        let mut wait = shared.tasks.wait_after_first();
        if !self.placement.is_under_way(&bundle) {
            let all = shared.window.notes.all.iter();
            let notes: Vec<Note> = all.filter(|note| note.briefing == bundle.manifest.id).cloned().collect();
            if notes.is_empty() {
                self.take_placed(shared, documents, ctx, &bundle, PageNotes::default());
                return;
            }
            let known = documents.editions().known(&bundle);
            self.placement.start(&shared.tasks, &bundle, notes, known, self.writer.as_ref());
            wait = shared.tasks.wait();
        }
        match self.placement.step(wait) {
            TaskState::Ready((placed, edition)) => {
                documents.editions().set(&bundle, edition);
                self.take_placed(shared, documents, ctx, &bundle, placed);
            }
            TaskState::Pending => {}
            TaskState::Finished | TaskState::Failed(_) => {
                self.placement.finish(&bundle);
                let words = "Your notes on this briefing could not be placed on the page.";
                shared.window.messages.say(words);
            }
        }
    }

    fn take_placed(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
        bundle: &Arc<Bundle>,
        mut placed: PageNotes,
    ) {
        self.placement.finish(bundle);
        let Some(reading) = &mut shared.window.reading else { return };
        placed.follow(&reading.notes);
        reading.notes = placed;
        reading.page.count_notes(&reading.notes);
        if !reading.notes.to_settle().is_empty() && self.placement.report_once(bundle) {
            let keys = ctx.format_shortcut(&Command::Notes.shortcut());
            let words = format!(
                "Your evidence changed. {} {keys} shows old beside new.",
                notes_counted(&reading.notes)
            );
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
