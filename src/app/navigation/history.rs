//! Back and forward over jumps, views and briefings.

use egui::{Context, Id};

use super::{Navigation, move_focus};
use crate::app::location::Location;
use crate::ui::hold::Hold;
use crate::view::actions::View;
use crate::view::{self, Left, Page, Window};

/// A place to go back to: the same line of the same view of the same briefing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HistoryEntry {
    /// `None` if no briefing was open.
    briefing: Option<Location>,
    view: View,
    /// Where the article was scrolled to, and the Polls and Claims views.
    hold: Hold,
    polls: Hold,
    claims: Hold,
    /// Where a view without a virtual list was scrolled to, in points.
    offset: f32,
    /// In the Compare view: what was compared, and how.
    compared: Option<Box<Left>>,
    /// What had keyboard focus.
    focused: Option<Id>,
}

impl HistoryEntry {
    /// The briefing to go back to.
    pub(crate) fn briefing(&self) -> Option<&Location> {
        self.briefing.as_ref()
    }

    /// Whether both are the same place, whatever has focus there.
    fn is_place_of(&self, other: &HistoryEntry) -> bool {
        *self == HistoryEntry { focused: self.focused, ..other.clone() }
    }

    /// Whether both are the same comparison, or neither is one.
    pub(crate) fn compares_like(&self, other: &HistoryEntry) -> bool {
        self.compared == other.compared
    }
}

/// The places to go back and forward to.
#[derive(Default)]
pub(super) struct History {
    behind: Vec<HistoryEntry>,
    ahead: Vec<HistoryEntry>,
}

/// How many places the history keeps.
const LIMIT: usize = 200;

impl History {
    fn add(&mut self, entry: HistoryEntry) {
        if let Some(last) = self.behind.last_mut().filter(|last| last.is_place_of(&entry)) {
            last.focused = entry.focused;
            return;
        }
        self.behind.push(entry);
        self.ahead.clear();
        if self.behind.len() > LIMIT {
            self.behind.remove(0);
        }
    }
}

impl Navigation {
    /// Whether there is a place to go back to, and one to go forward to.
    pub(crate) fn can_go(&self) -> (bool, bool) {
        (!self.history.behind.is_empty(), !self.history.ahead.is_empty())
    }

    /// Adds the place on screen to the history, before the window shows another.
    pub(crate) fn leave(&mut self, window: &mut Window) {
        let here = self.here(window);
        self.history.add(here);
    }

    /// Adds a place that was left.
    pub(crate) fn add(&mut self, entry: HistoryEntry) {
        self.history.add(entry);
    }

    /// Steps back. Returns the place to show.
    pub(crate) fn back(&mut self, window: &mut Window) -> Option<HistoryEntry> {
        self.focus_to_restore = None;
        let entry = self.history.behind.pop()?;
        let here = self.here(window);
        self.history.ahead.push(here);
        Some(entry)
    }

    /// Steps forward. Returns the place to show.
    pub(crate) fn forward(&mut self, window: &mut Window) -> Option<HistoryEntry> {
        self.focus_to_restore = None;
        let entry = self.history.ahead.pop()?;
        let here = self.here(window);
        self.history.behind.push(here);
        Some(entry)
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

    /// The place on screen.
    pub(crate) fn here(&self, window: &mut Window) -> HistoryEntry {
        let view = window.view;
        let reading = window.reading.as_ref();
        HistoryEntry {
            hold: reading.map(|reading| reading.page.hold()).unwrap_or_default(),
            polls: reading.map(|reading| reading.polls.hold()).unwrap_or_default(),
            claims: reading.map(|reading| reading.claims.hold()).unwrap_or_default(),
            briefing: reading.map(|reading| Location::of(&reading.bundle)),
            view,
            offset: window.scroll_page(view).map_or(0.0, |page| page.offset),
            focused: self.focused,
            compared: (view == View::Compare).then(|| Box::new(window.compare.left())),
        }
    }

    /// Shows a place in the briefing that is in the window.
    pub(crate) fn show_entry(&mut self, window: &mut Window, entry: &HistoryEntry) {
        if let Some(reading) = window.reading.as_mut().filter(|_| entry.briefing.is_some()) {
            reading.page.go_back_to(entry.hold);
            reading.polls.go_back_to(entry.polls);
            reading.claims.go_back_to(entry.claims);
        }
        window.view = entry.view;
        self.focus_to_restore = Some(entry.focused.unwrap_or_else(view::page_id));
        if let Some(left) = entry.compared.as_deref() {
            window.compare.come_back_to(left.clone());
        }
        if let Some(page) = window.scroll_page(entry.view) {
            page.offset = entry.offset;
            page.come_back();
        }
    }
}
