//! Back and forward over jumps, views and briefings.

use egui::{Context, Id};

use crate::app::App;
use crate::app::location::Location;
use crate::ui::hold::Hold;
use crate::view::actions::View;
use crate::view::{self, Left, Page};

/// A place to come back to: the same line of the same view of the same briefing.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// None: no briefing was open.
    briefing: Option<Location>,
    view: View,
    /// Where the article stood, where the polls did and where the claims did.
    hold: Hold,
    polls: Hold,
    claims: Hold,
    /// Where the view stood that is laid out whole, in points.
    offset: f32,
    /// In the Compare view: what was compared, and how.
    compared: Option<Box<Left>>,
    /// What had the keyboard.
    keyboard: Option<Id>,
}

impl HistoryEntry {
    /// Whether it is the same place, whatever has the keyboard there.
    fn is_place_of(&self, other: &HistoryEntry) -> bool {
        *self == HistoryEntry { keyboard: self.keyboard, ..other.clone() }
    }

    /// Whether both are the same comparison, or neither is one.
    pub fn compares_like(&self, other: &HistoryEntry) -> bool {
        self.compared == other.compared
    }
}

/// The places behind and ahead.
#[derive(Default)]
pub struct History {
    behind: Vec<HistoryEntry>,
    ahead: Vec<HistoryEntry>,
}

/// Places that are kept behind.
const MOST: usize = 200;

impl History {
    /// Remembers a place that was left.
    pub fn leave(&mut self, entry: HistoryEntry) {
        if let Some(last) = self.behind.last_mut().filter(|last| last.is_place_of(&entry)) {
            last.keyboard = entry.keyboard;
            return;
        }
        self.behind.push(entry);
        self.ahead.clear();
        if self.behind.len() > MOST {
            self.behind.remove(0);
        }
    }

    /// Whether there is a place behind, and one ahead.
    pub fn can(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }
}

impl App {
    /// Remembers where the window is, before it goes somewhere else.
    pub(in crate::app) fn leave(&mut self) {
        let entry = self.entry();
        self.history.leave(entry);
    }

    /// Goes back to the last place.
    pub(in crate::app) fn back(&mut self) {
        self.give_back = None;
        if let Some(entry) = self.history.behind.pop() {
            let here = self.entry();
            self.history.ahead.push(here);
            self.return_to(entry);
        }
    }

    /// Undoes going back.
    pub(in crate::app) fn forward(&mut self) {
        self.give_back = None;
        if let Some(entry) = self.history.ahead.pop() {
            let here = self.entry();
            self.history.behind.push(here);
            self.return_to(entry);
        }
    }

    /// Gives the keyboard back to what had it at the place that was come back to; what was led to is out
    /// of view, and the Tab key would begin anew at the top of the window.
    pub(in crate::app) fn give_keyboard_back(&mut self, ctx: &Context) {
        let Some(had_it) = self.give_back.take() else { return };
        if had_it == view::page_id() {
            self.take_keyboard_along(ctx, Page::land_at_top);
        } else if self.keyboard.is_some() {
            ctx.memory_mut(|memory| memory.request_focus(had_it));
        }
    }

    /// Where the window is.
    pub(in crate::app) fn entry(&mut self) -> HistoryEntry {
        let view = self.window.view;
        let reading = self.window.reading.as_ref();
        HistoryEntry {
            hold: reading.map(|reading| reading.page.hold()).unwrap_or_default(),
            polls: reading.map(|reading| reading.polls.hold()).unwrap_or_default(),
            claims: reading.map(|reading| reading.claims.hold()).unwrap_or_default(),
            briefing: self.tabs.current().cloned(),
            view,
            offset: self.window.scroll_page(view).map_or(0.0, |page| page.offset),
            keyboard: self.keyboard,
            compared: (view == View::Compare).then(|| Box::new(self.window.compare.left())),
        }
    }

    /// Shows a place as it was left.
    fn return_to(&mut self, entry: HistoryEntry) {
        match entry.briefing.clone() {
            Some(place) => self.bring_back(&place, entry),
            None => self.show_entry(&entry),
        }
    }

    /// Shows a place of the briefing that is in the window.
    pub(in crate::app) fn show_entry(&mut self, entry: &HistoryEntry) {
        if let Some(reading) = self.window.reading.as_mut().filter(|_| entry.briefing.is_some()) {
            reading.page.go_back_to(entry.hold);
            reading.polls.go_back_to(entry.polls);
            reading.claims.go_back_to(entry.claims);
        }
        self.window.view = entry.view;
        self.give_back = Some(entry.keyboard.unwrap_or_else(view::page_id));
        if let Some(left) = entry.compared.as_deref() {
            self.window.compare.come_back_to(left.clone());
        }
        if let Some(page) = self.window.scroll_page(entry.view) {
            page.offset = entry.offset;
            page.come_back();
        }
    }
}
