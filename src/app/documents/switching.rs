//! Switches between tabs, closes them, and goes back to places in them.

use super::Documents;
use super::tabs::OpenIntent;
use crate::app::effect::Effect;
use crate::app::navigation::HistoryEntry;
use crate::app::shared::Shared;
use crate::view::actions::{Direction, View};

impl Documents {
    /// Switches to a tab.
    pub(crate) fn go_to_tab(&mut self, shared: &mut Shared, tab: usize) {
        if tab < self.tabs.slots.len() {
            shared.leave();
            self.switch_to(shared, tab);
        }
    }

    /// Switches to the next tab or the previous one, in their order and round the ends.
    pub(crate) fn step_tab(&mut self, shared: &mut Shared, direction: Direction) {
        let count = self.tabs.slots.len().max(1);
        let next = match self.tabs.current {
            Some(current) => direction.step(current, count),
            None if direction == Direction::Next => 0,
            None => count - 1,
        };
        self.go_to_tab(shared, next);
    }

    /// Closes a tab. If it was in the window, the tab after it comes there, or else the one before.
    pub(crate) fn close_tab(&mut self, shared: &mut Shared, tab: usize) {
        if tab >= self.tabs.slots.len() {
            return;
        }
        let in_window = self.tabs.current == Some(tab);
        if in_window {
            shared.leave();
            self.park_current(shared);
        }
        self.tabs.remove_slot(tab);
        if in_window && !shared.window.view.stands_alone() {
            shared.window.view = View::Shelf;
            if let Some(last) = self.tabs.slots.len().checked_sub(1) {
                self.switch_to(shared, tab.min(last));
            }
        }
        self.show_tabs(shared);
    }

    /// Closes the briefing in the window.
    pub(crate) fn close_current(&mut self, shared: &mut Shared) {
        if let Some(current) = self.tabs.current {
            self.close_tab(shared, current);
        }
    }

    /// Shows a place again; its briefing is opened if it was closed.
    pub(crate) fn return_to(&mut self, shared: &mut Shared, entry: HistoryEntry) {
        let Some(location) = entry.briefing().cloned() else {
            shared.navigation.show_entry(&mut shared.window, &entry);
            return;
        };
        match self.tabs.slot_of(&location) {
            Some(slot) if self.tabs.current == Some(slot) || self.tabs.slots[slot].parked.is_some() => {
                self.switch_to(shared, slot);
                shared.navigation.show_entry(&mut shared.window, &entry);
            }
            _ => self.opener.ask(&shared.tasks, location, OpenIntent::Return(entry)),
        }
    }

    /// Shows the briefing of a tab, which is read first if it was not yet.
    pub(super) fn switch_to(&mut self, shared: &mut Shared, index: usize) {
        if self.tabs.current != Some(index) {
            let Some(reading) = self.tabs.slots[index].parked.take() else {
                let location = self.tabs.slots[index].label.location.clone();
                self.opener.ask(&shared.tasks, location, OpenIntent::SwitchTo);
                return;
            };
            self.park_current(shared);
            let slot = &self.tabs.slots[index];
            self.recents.note(&slot.label, &slot.state, true);
            shared.window.reading = Some(*reading);
            self.tabs.current = Some(index);
        }
        if let Some(reading) = &mut shared.window.reading {
            reading.come_back();
            shared.window.view = reading.view;
        }
        self.show_tabs(shared);
    }

    /// Moves the briefing in the window to the background.
    fn park_current(&mut self, shared: &mut Shared) {
        if let Some(card) = shared.window.notes.open.take() {
            shared.ask(Effect::CloseCard(card));
        }
        shared.navigation.forget_find(&mut shared.window);
        let in_window = shared.window.reading.take();
        if let (Some(current), Some(mut reading)) = (self.tabs.current.take(), in_window) {
            let slot = &mut self.tabs.slots[current];
            slot.note(&mut reading);
            self.recents.note(&slot.label, &slot.state, false);
            slot.parked = Some(Box::new(reading));
        }
    }

    /// The window shows the tabs as they are now.
    pub(super) fn show_tabs(&self, shared: &mut Shared) {
        shared.window.tabs = self.tabs.shown();
    }
}
