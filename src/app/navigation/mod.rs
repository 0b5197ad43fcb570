//! Moves to another view, or to a place in the article; goes back and forward; finds in the page.

mod find;
mod history;
mod search_task;

use egui::{Context, Id};

use crate::view::actions::View;
use crate::view::{self, Page, Window};
use history::History;
use search_task::SearchTask;

pub(crate) use find::close_find;
pub(crate) use history::HistoryEntry;

/// Where the person has been, and what has keyboard focus.
#[derive(Default)]
pub(crate) struct Navigation {
    history: History,
    /// What had focus when the frame began.
    focused: Option<Id>,
    /// What to give focus to, after going back to a place.
    focus_to_restore: Option<Id>,
    search: SearchTask,
}

impl Navigation {
    /// Notes what has focus, before the frame is drawn.
    pub(crate) fn begin_frame(&mut self, ctx: &Context) {
        self.focused = ctx.memory(egui::Memory::focused);
    }

    /// Shows a view; without a briefing, one that needs none.
    pub(crate) fn show(&mut self, window: &mut Window, view: View) {
        let here = window.reading.is_some() || view.stands_alone();
        let view = if here { view } else { View::Shelf };
        if window.view != view {
            self.leave(window);
            window.view = view;
        }
    }

    /// Goes to a row of the page.
    pub(crate) fn go_to_row(&mut self, window: &mut Window, row: usize) {
        self.leave(window);
        if let Some(reading) = &mut window.reading {
            reading.page.go_to(row);
            window.view = View::Read;
        }
    }

    /// Follows a link to a row of the page; keyboard focus moves with it.
    pub(crate) fn follow(
        &mut self,
        ctx: &Context,
        window: &mut Window,
        find: impl FnOnce(&Page) -> Option<usize>,
    ) {
        if let Some(row) = window.reading.as_ref().and_then(|reading| find(&reading.page)) {
            self.go_to_row(window, row);
            move_focus(ctx, window, |page| page.land_at(row));
        }
    }

    /// Goes to the chart of a figure: on the page, or else in the Polls view, which shows every question. A
    /// figure that no poll asked for is where the text mentions it.
    pub(crate) fn go_to_figure(&mut self, ctx: &Context, window: &mut Window, figure: &str) {
        let Some(reading) = &window.reading else { return };
        let among_polls = reading.polls.row_of(&reading.bundle, figure);
        let in_text = || reading.page.row_of_claim(figure).filter(|_| among_polls.is_none());
        if let Some(row) = reading.page.row_of_chart(figure).or_else(in_text) {
            self.go_to_row(window, row);
            on_page(window, |page| page.go_to_figure(row, figure));
            move_focus(ctx, window, |page| page.land_at(row));
        } else if let Some(row) = among_polls {
            self.show(window, View::Polls);
            if let Some(reading) = &mut window.reading {
                reading.polls.go_to(row, figure);
            }
        }
    }
}

impl Navigation {
    /// Whether there is a place to go back to, and one to go forward to.
    pub(crate) fn can_go(&self) -> (bool, bool) {
        self.history.can_go()
    }

    /// The place on screen.
    pub(crate) fn here(&self, window: &mut Window) -> HistoryEntry {
        HistoryEntry::here(window, self.focused)
    }

    /// Adds the place on screen to the history, before the window shows another.
    pub(crate) fn leave(&mut self, window: &mut Window) {
        let here = self.here(window);
        self.add(here);
    }

    /// Adds a place that was left to the history.
    pub(crate) fn add(&mut self, entry: HistoryEntry) {
        self.history.add(entry);
    }

    /// Steps back. Returns the place to show.
    pub(crate) fn back(&mut self, window: &mut Window) -> Option<HistoryEntry> {
        self.focus_to_restore = None;
        self.history.back(HistoryEntry::here(window, self.focused))
    }

    /// Steps forward. Returns the place to show.
    pub(crate) fn forward(&mut self, window: &mut Window) -> Option<HistoryEntry> {
        self.focus_to_restore = None;
        self.history.forward(HistoryEntry::here(window, self.focused))
    }

    /// Shows a place in the briefing that is in the window.
    pub(crate) fn show_entry(&mut self, window: &mut Window, entry: &HistoryEntry) {
        entry.show(window);
        self.focus_to_restore = Some(entry.focused().unwrap_or_else(view::page_id));
    }

    /// Gives keyboard focus back to what had it at the place that the window went back to. What had it
    /// until now is out of view, and the Tab key would start again at the top of the window.
    pub(crate) fn restore_focus(&mut self, ctx: &Context, window: &mut Window) {
        let Some(had_it) = self.focus_to_restore.take() else { return };
        if had_it == view::page_id() {
            move_focus(ctx, window, Page::land_at_top);
        } else if self.focused.is_some() {
            ctx.memory_mut(|memory| memory.request_focus(had_it));
        }
    }
}

/// Changes the page, if it is on screen.
pub(crate) fn on_page(window: &mut Window, change: impl FnOnce(&mut Page)) {
    if let (View::Read, Some(reading)) = (window.view, &mut window.reading) {
        change(&mut reading.page);
    }
}

/// Moves keyboard focus to a place on the page, if something has it: that is out of view now, and the Tab
/// key would start again at the top of the window.
fn move_focus(ctx: &Context, window: &mut Window, land: impl FnOnce(&mut Page)) {
    if ctx.memory(|memory| memory.focused().is_some()) {
        on_page(window, land);
    }
}
