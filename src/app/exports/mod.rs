//! Exports: files that people save, and what they copy.

mod charts;
mod clipboard;
mod file_saver;
mod packer;

use std::sync::Arc;

use egui::Context;

use super::effect::RichText;
use super::shared::Shared;
use super::tasks::{AskWhere, SaveJob};
use crate::export::Format;
use crate::view::Work;
use crate::view::actions::{Export, ExportTarget};
use clipboard::Clipboard;
use file_saver::FileSaver;
use packer::Packer;

pub(crate) use file_saver::{saved_as, with_ending};

/// Files and copies under way.
#[derive(Default)]
pub(crate) struct Exports {
    files: FileSaver,
    packer: Packer,
    clipboard: Clipboard,
}

impl Exports {
    /// Asks where files are to go in another way than with the system's dialog.
    pub(crate) fn ask_with(&mut self, ask: Arc<AskWhere>) {
        self.files.ask_with(ask);
    }

    /// Runs a job that asks where a file is to go and writes it.
    pub(crate) fn save(&mut self, shared: &Shared, job: SaveJob) {
        self.files.start(&shared.tasks, job);
    }

    /// Saves or copies a chart as it is on screen.
    pub(crate) fn chart(&mut self, shared: &mut Shared, ctx: &Context, export: &Export) {
        let Some(subject) = charts::Subject::of(&shared.window, &export.subject) else { return };
        let (theme, size) = (shared.window.theme_name(), shared.window.settings.text_size);
        let settings = charts::settings(export, theme, size);
        match export.to {
            ExportTarget::File(format) => self.save(shared, charts::save_job(subject, settings, format)),
            ExportTarget::Clipboard(copied) => {
                if let Some(outcome) = charts::copy(ctx, &subject, copied, settings) {
                    shared.window.messages.done_or_not(outcome);
                }
            }
        }
    }

    /// Saves all charts of the briefing in the window in one folder.
    pub(crate) fn all_charts(&mut self, shared: &Shared) {
        let Some(reading) = &shared.window.reading else { return };
        let (theme, size) = (shared.window.theme_name(), shared.window.settings.text_size);
        self.save(shared, charts::save_all_job(Arc::clone(&reading.bundle), Format::Svg, theme, size));
    }

    /// Packs the briefing in the window into one file.
    pub(crate) fn pack(&mut self, shared: &mut Shared) {
        let Some(reading) = &shared.window.reading else { return };
        if let Err(why) = self.packer.start(&shared.tasks, &reading.bundle, self.files.ask()) {
            shared.window.messages.say(why);
        }
    }

    /// Stops packing; nothing is written.
    pub(crate) fn cancel_packing(&mut self) {
        self.packer.cancel();
    }

    /// The packing under way, for the progress line.
    pub(crate) fn work(&self) -> Option<Work> {
        self.packer.work()
    }

    /// Copies what is selected on the page.
    pub(crate) fn copy_selection(&mut self, shared: &mut Shared, ctx: &Context) {
        self.clipboard.copy_selection(shared, ctx);
    }

    /// Copies text with markup, or as plain text where the clipboard takes no markup.
    pub(crate) fn copy_rich(&mut self, shared: &Shared, ctx: &Context, text: RichText) {
        self.clipboard.copy_rich(shared, ctx, text);
    }

    /// Copies a long selection once its text is there.
    pub(crate) fn tend_copying(&mut self, shared: &mut Shared, ctx: &Context) {
        self.clipboard.tend(shared, ctx);
    }

    /// Says what was saved, once it is.
    pub(crate) fn tend_files(&mut self, shared: &mut Shared) {
        if let Some(outcome) = self.files.ended().or_else(|| self.packer.ended(&shared.tasks)) {
            shared.window.messages.done_or_not(outcome);
        }
    }
}
