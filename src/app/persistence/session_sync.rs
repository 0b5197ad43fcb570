//! Keeps the session up to date: restores it at the start, saves it as it changes and at the close.

use std::io::Write as _;

use egui::Context;

use super::Persistence;
use super::saver::Saver;
use super::session::WorkspaceState;
use crate::app::documents::Documents;
use crate::app::native_window::WindowPlace;
use crate::app::shared::Shared;

impl Persistence {
    pub(super) fn restore_workspace(&mut self, shared: &mut Shared, documents: &mut Documents) {
        let restored = std::mem::take(&mut self.session.workspace);
        if let Some(why) = self.session.trouble.take() {
            shared.window.messages.say(why);
        }
        let window = &mut shared.window;
        window.outline_hidden = restored.outline_hidden;
        (window.find.query.match_case, window.find.query.whole_words) = restored.find;
        window.notes_page.export.chosen = restored.notes_export;
        window.palette.recent = restored.palette;
        self.session.workspace.current =
            documents.restore(shared, restored.open, restored.current, restored.recent);
        self.session.workspace.view = restored.view;
    }

    /// Shows what the last session ended with.
    pub(crate) fn resume(&self, shared: &mut Shared, documents: &mut Documents) {
        let WorkspaceState { current, view, .. } = self.session.workspace;
        documents.resume(shared, current, view.filter(|view| view.stands_alone()));
    }

    /// Saves soon what has changed. `is_settled`: what the window says of its size is true.
    pub(crate) fn sync(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
        is_settled: bool,
    ) {
        if self.saver.is_none() {
            return;
        }
        if self.update(shared, documents, Some(ctx).filter(|_| is_settled)) {
            let files = self.session.files();
            if let Some(saver) = &mut self.saver {
                saver.save_soon(ctx, files);
            }
        }
        if let Some(why) = self.saver.as_ref().and_then(Saver::failed)
            && !std::mem::replace(&mut self.told_unsaved, true)
        {
            shared.window.messages.say(why);
        }
    }

    /// Saves the session at the close. A failure goes to standard error, unless the person knows.
    pub(crate) fn finish(&mut self, shared: &mut Shared, documents: &mut Documents) {
        self.update(shared, documents, None);
        let files = self.session.files();
        if let Some(mut saver) = self.saver.take()
            && let Err(why) = saver.finish(&files)
            && !self.told_unsaved
        {
            // Nobody may be there to read it.
            let _ = writeln!(std::io::stderr(), "briefing-reader: {why}");
        }
    }

    /// Brings the session up to date. Returns whether something has changed.
    fn update(&mut self, shared: &mut Shared, documents: &mut Documents, ctx: Option<&Context>) -> bool {
        documents.note_place(shared.window.reading.as_mut());
        let window = &shared.window;
        let query = &window.find.query;
        let (open, current) = documents.tab_states();
        let workspace = WorkspaceState {
            view: Some(window.view).filter(|view| view.stands_alone()),
            outline_hidden: window.outline_hidden,
            find: (query.match_case, query.whole_words),
            notes_export: window.notes_page.export.chosen.clone(),
            palette: window.palette.recent.clone(),
            recent: documents.recent_states(),
            current,
            open,
        };
        let place = ctx.map_or(self.session.window, |ctx| WindowPlace::now(ctx, self.session.window));
        let changed = self.session.workspace != workspace
            || self.session.window != place
            || self.session.settings != window.settings;
        self.session.workspace = workspace;
        self.session.window = place;
        self.session.settings = window.settings;
        changed
    }
}
