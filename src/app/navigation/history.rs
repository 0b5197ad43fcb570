//! Places to go back and forward to.

use egui::Id;

use crate::app::location::Location;
use crate::ui::hold::Hold;
use crate::view::actions::View;
use crate::view::{Left, Window};

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
    /// The place on screen; `focused` has keyboard focus there.
    pub(super) fn here(window: &mut Window, focused: Option<Id>) -> HistoryEntry {
        let view = window.view;
        let reading = window.reading.as_ref();
        HistoryEntry {
            hold: reading.map(|reading| reading.page.hold()).unwrap_or_default(),
            polls: reading.map(|reading| reading.polls.hold()).unwrap_or_default(),
            claims: reading.map(|reading| reading.claims.hold()).unwrap_or_default(),
            briefing: reading.map(|reading| Location::of(&reading.bundle)),
            view,
            offset: window.scroll_page(view).map_or(0.0, |page| page.offset),
            focused,
            compared: (view == View::Compare).then(|| Box::new(window.compare.left())),
        }
    }

    /// Shows the place, in the briefing that is in the window.
    pub(super) fn show(&self, window: &mut Window) {
        if let Some(reading) = window.reading.as_mut().filter(|_| self.briefing.is_some()) {
            reading.page.go_back_to(self.hold);
            reading.polls.go_back_to(self.polls);
            reading.claims.go_back_to(self.claims);
        }
        window.view = self.view;
        if let Some(left) = self.compared.as_deref() {
            window.compare.come_back_to(left.clone());
        }
        if let Some(page) = window.scroll_page(self.view) {
            page.offset = self.offset;
            page.come_back();
        }
    }

    /// What had keyboard focus there.
    pub(super) fn focused(&self) -> Option<Id> {
        self.focused
    }

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
    /// Adds a place that was left.
    pub(super) fn add(&mut self, entry: HistoryEntry) {
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

    /// Whether there is a place to go back to, and one to go forward to.
    pub(super) fn can_go(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }

    /// Steps back from a place. Returns the one to show.
    pub(super) fn back(&mut self, here: HistoryEntry) -> Option<HistoryEntry> {
        let entry = self.behind.pop()?;
        self.ahead.push(here);
        Some(entry)
    }

    /// Steps forward from a place. Returns the one to show.
    pub(super) fn forward(&mut self, here: HistoryEntry) -> Option<HistoryEntry> {
        let entry = self.ahead.pop()?;
        self.behind.push(here);
        Some(entry)
    }
}
