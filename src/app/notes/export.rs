//! Exports notes to files and the clipboard.

use std::collections::HashMap;
use std::sync::Arc;

use egui::Context;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::export_job::{ExportInput, Preview, copy_job, save_job};
use super::notebook::Notebook;
use super::placement::made_on;
use crate::app::documents::Documents;
use crate::app::effect::Effect;
use crate::app::shared::Shared;
use crate::app::tasks::{DialogResult, WaitBudget};
use crate::library;
use crate::notes::{Note, Placement};

/// What to do where the system has no dialog for templates.
const NO_DIALOG: &str = "This system shows no dialog for opening files. The command line takes a template: briefing-reader notes export \
     --template FILE.";

impl Notebook {
    /// Writes notes into a file that the person names.
    pub(super) fn save_export(&self, shared: &mut Shared, documents: &Documents, ids: &[Uuid]) {
        let input = self.export_input(shared, documents, ids);
        let chosen = shared.window.notes_page.export.chosen.clone();
        shared.ask(Effect::Save(save_job(input, chosen)));
    }

    /// Copies notes as they would be written into a file.
    pub(super) fn copy_export(
        &self,
        shared: &mut Shared,
        documents: &Documents,
        ctx: &Context,
        ids: &[Uuid],
    ) {
        let input = self.export_input(shared, documents, ids);
        let chosen = shared.window.notes_page.export.chosen.clone();
        shared.ask(Effect::Save(copy_job(ctx.clone(), input, chosen)));
    }

    /// Shows what the file will say, once that is worked out.
    pub(super) fn start_preview(&mut self, shared: &mut Shared, documents: &Documents, ids: Vec<Uuid>) {
        let of = (shared.window.notes_page.export.chosen.clone(), ids);
        if !self.preview.as_ref().is_some_and(|preview| preview.is_of(&of)) {
            let input = self.export_input(shared, documents, &of.1);
            self.preview = Some(Preview::start(&shared.tasks, input, of));
            self.tend_preview(shared, shared.tasks.wait());
        }
    }

    /// Shows the preview once it is there.
    pub(super) fn tend_preview(&mut self, shared: &mut Shared, wait: WaitBudget) {
        if let Some(ready) = self.preview.as_mut().and_then(|preview| preview.step(wait)) {
            self.preview = None;
            shared.window.notes_page.export.preview = Some(ready);
        }
    }

    /// Takes the template that the person chose, once they have.
    pub(crate) fn take_template(&mut self, shared: &mut Shared) {
        match self.template_dialog.ended() {
            Some(DialogResult::Chosen(path)) => shared.window.notes_page.export.chosen.template = Some(path),
            Some(DialogResult::Unavailable) => shared.window.messages.say(NO_DIALOG),
            Some(DialogResult::Cancelled) | None => {}
        }
    }

    fn export_input(&self, shared: &Shared, documents: &Documents, ids: &[Uuid]) -> ExportInput {
        let notes: Vec<Note> = ids.iter().filter_map(|id| self.notes.get(id).cloned()).collect();
        let mut bundles = documents.open_bundles(shared);
        bundles.extend(shared.window.compare.shelf.iter().cloned());
        for note in &notes {
            if !bundles.iter().any(|bundle| bundle.manifest.id == note.briefing) {
                bundles.extend(library::open(&note.briefing).map(Arc::new));
            }
        }
        let day = (self.clock)().to_zoned(TimeZone::UTC).date().to_string();
        let placed = shared.window.reading.iter().flat_map(|reading| reading.notes.all());
        let placements: HashMap<Uuid, Placement> =
            placed.map(|placed| (placed.note.id, placed.placement.clone())).collect();
        let hashes = made_on(notes.iter().filter(|note| !placements.contains_key(&note.id)));
        let old_texts = self.writer.as_ref().map(|writer| writer.texts(hashes));
        ExportInput { notes, bundles, placements, old_texts, day }
    }
}
