//! The application: its owners, one frame of it, and the effects that one owner has on another.
//!
//! Each owner has its own fields and carries out the actions that are about them. All of them share the
//! state of the window, navigation and work off the UI thread (`Shared`). An owner may use those
//! above it in this list: documents, exports, comparisons, notes, persistence. What it wants of one below,
//! it asks for as an `Effect`.

mod comparisons;
mod dispatch;
mod documents;
mod effect;
mod eframe_app;
mod exports;
mod location;
mod native_window;
mod navigation;
mod notes;
mod panic_reports;
mod persistence;
mod shared;
mod start;
mod tasks;

use std::time::Duration;

use egui::{Context, Ui};

use crate::view;
use comparisons::Comparisons;
use documents::Documents;
use exports::Exports;
use native_window::NativeWindow;
use notes::Notebook;
use persistence::Persistence;
use shared::Shared;

pub use native_window::{WindowPlace, icon};
pub use notes::Clock;
pub use persistence::Session;

/// The whole program but its window.
pub struct App {
    shared: Shared,
    documents: Documents,
    exports: Exports,
    comparisons: Comparisons,
    notes: Notebook,
    persistence: Persistence,
    native_window: NativeWindow,
}

/// How often the progress of work is drawn again.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(100);

impl App {
    /// Draws a frame, and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.begin_frame(ui.ctx());
        self.tend(ui.ctx());
        let shared = &mut self.shared;
        (shared.window.can_go_back, shared.window.can_go_forward) = shared.navigation.can_go();
        if let (false, Some(reading)) = (shared.window.view.stands_alone(), &mut shared.window.reading) {
            reading.view = shared.window.view;
        }
        // A window of the system is cleared in this colour before it is drawn.
        if !shared.tasks.is_in_a_window() {
            ui.painter().rect_filled(ui.max_rect(), 0.0, shared.window.colours().page);
        }
        for action in view::show(ui, &mut shared.window) {
            self.apply(ui.ctx(), action);
        }
        let is_settled = self.native_window.restore_size(ui.ctx());
        self.persistence.sync(&mut self.shared, &mut self.documents, ui.ctx(), is_settled);
        self.shared.tasks.end_frame();
    }

    /// Takes in what the system and the person did since the last frame.
    fn begin_frame(&mut self, ctx: &Context) {
        self.shared.window.system = self.native_window.system_look(ctx);
        self.shared.tasks.attach(ctx);
        self.shared.navigation.begin_frame(ctx);
        self.native_window.apply_look(&self.shared.window, ctx);
        for file in ctx.input(|input| input.raw.dropped_files.clone()) {
            self.open_path(file.path());
        }
        panic_reports::tell_of_new(&mut self.shared.window.messages, self.persistence.folder());
    }

    /// Takes in the results of work off the UI thread, and goes on with it.
    fn tend(&mut self, ctx: &Context) {
        self.documents.tend(&mut self.shared, ctx);
        self.carry_out_effects(ctx);
        self.exports.tend_copying(&mut self.shared, ctx);
        self.documents.fill_shelf(&mut self.shared);
        self.comparisons.tend(&mut self.shared, &self.documents);
        self.notes.tend(&mut self.shared, &mut self.documents, ctx);
        self.carry_out_effects(ctx);
        self.documents.follow_pending_link(&mut self.shared);
        self.shared.navigation.take_found(&mut self.shared.window);
        if let Some(path) = self.documents.chosen_file(&mut self.shared) {
            self.open_path(&path);
        }
        self.notes.take_template(&mut self.shared);
        self.exports.tend_files(&mut self.shared);
        let long = self.documents.work().into_iter().chain(self.exports.work()).collect();
        self.shared.window.busy = view::Busy { long, is_opening: self.documents.is_opening() };
        if self.shared.window.busy != view::Busy::default() {
            ctx.request_repaint_after(PROGRESS_INTERVAL);
        }
    }

    /// Saves the notes and the session; the window is about to go.
    pub fn remember(&mut self) {
        self.notes.finish();
        self.persistence.finish(&mut self.shared, &mut self.documents);
    }
}
