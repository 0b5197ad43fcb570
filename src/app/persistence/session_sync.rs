//! Keeps the session up to date: restores it at the start, saves it as it changes and at the close.

use std::io::Write;

use egui::Context;

use crate::app::App;
use crate::app::documents::recents::Recents;
use crate::app::persistence::saver::Saver;
use crate::app::persistence::session::{WindowPlace, WorkspaceState};

impl App {
    /// Takes up what was kept. The briefings are read when they are gone to.
    pub(in crate::app) fn take_up_session(&mut self) {
        let read = self.session.files();
        self.saver = self.session.data_folder().cloned().map(|folder| Saver::new(folder, read));
        let kept = std::mem::take(&mut self.session.workspace);
        self.session.trouble.take().into_iter().for_each(|why| self.window.messages.say(why));
        self.window.outline_hidden = kept.outline_hidden;
        (self.window.find.query.match_case, self.window.find.query.whole_words) = kept.find;
        self.window.notes_page.export.chosen = kept.notes_export;
        self.window.palette.recent = kept.palette;
        self.recents = Recents::take(kept.recent);
        self.session.workspace.current = self.restore_tabs(kept.open, kept.current);
        self.session.workspace.view = kept.view;
    }

    /// Goes on where the last session ended.
    pub(in crate::app) fn go_on(&mut self) {
        let WorkspaceState { current, view, .. } = self.session.workspace;
        if let Some(current) = current {
            self.start_with(current);
        }
        if let Some(view) = view.filter(|view| view.stands_alone()) {
            self.show_after_start = Some(view);
        }
    }

    /// Notes what has changed, to be kept soon.
    pub(in crate::app) fn note_session(&mut self, ctx: &Context) {
        if self.saver.is_none() {
            return;
        }
        let settled = self.enlarge.step(ctx);
        if self.snapshot(Some(ctx).filter(|_| settled)) {
            let files = self.session.files();
            if let Some(saver) = &mut self.saver {
                saver.keep(ctx, files);
            }
        }
        if let Some(why) = self.saver.as_ref().and_then(Saver::failed)
            && !std::mem::replace(&mut self.told_unkept, true)
        {
            self.window.messages.say(why);
        }
    }

    /// Remembers the session; the window is going, so a failure is told on standard error, unless
    /// the person knows.
    pub fn remember(&mut self) {
        self.finish_notes();
        self.snapshot(None);
        let files = self.session.files();
        if let Some(mut saver) = self.saver.take()
            && let Err(why) = saver.finish(&files)
            && !self.told_unkept
        {
            // Where nobody listens any more, there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "briefing-reader: {why}");
        }
    }

    /// Brings the session up to date; whether something has changed.
    fn snapshot(&mut self, ctx: Option<&Context>) -> bool {
        self.tabs.note(self.window.reading.as_mut(), &mut self.recents);
        let window = &self.window;
        let query = &window.find.query;
        let workspace = WorkspaceState {
            view: Some(window.view).filter(|view| view.stands_alone()),
            outline_hidden: window.outline_hidden,
            find: (query.match_case, query.whole_words),
            notes_export: window.notes_page.export.chosen.clone(),
            palette: window.palette.recent.clone(),
            recent: self.recents.kept(),
            current: self.tabs.current_index(),
            open: self.tabs.kept(),
        };
        let place = ctx.map_or(self.session.window, |ctx| window_place(ctx, self.session.window));
        let changed = self.session.workspace != workspace
            || self.session.window != place
            || self.session.settings != self.window.settings;
        self.session.workspace = workspace;
        self.session.window = place;
        self.session.settings = self.window.settings;
        changed
    }
}

/// Where the window stands now; `before` is what it comes back to from the whole screen.
fn window_place(ctx: &Context, before: WindowPlace) -> WindowPlace {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let viewport = input.viewport();
        if viewport.minimized == Some(true) {
            return before;
        }
        let maximised = viewport.maximized.unwrap_or(before.maximised);
        let full_screen = viewport.fullscreen.unwrap_or(before.full_screen);
        if maximised || full_screen {
            return WindowPlace { maximised, full_screen, ..before };
        }
        let size = viewport.inner_rect.map(|rect| (rect.width() * zoom, rect.height() * zoom));
        let at = viewport.outer_rect.map(|rect| (rect.left() * zoom, rect.top() * zoom));
        WindowPlace { size: size.unwrap_or(before.size), at: at.or(before.at), maximised, full_screen }
    })
}
