//! Opens, switches between and closes briefings.

pub(super) mod checker;
pub(super) mod claims_reader;
pub(super) mod deep_link;
pub(super) mod loaded;
pub(super) mod opener;
pub(super) mod paths;
pub(super) mod recents;
pub(super) mod rehearsal;
pub(super) mod shelf;
pub(super) mod tab_state;
pub(super) mod tabs;

use std::sync::Arc;

use super::tabs::{OpenIntent, TabSlot};
use crate::app::App;
use crate::app::documents::tab_state::BriefingLabel;
use crate::app::location::Location;
use crate::app::navigation::history::HistoryEntry;
use crate::bundle::{Bundle, Progress};
use crate::library::fields::Fields;
use crate::view::About;
use crate::view::actions::{Direction, View};

impl App {
    /// Opens a briefing, or switches to its tab.
    pub(in crate::app) fn open_place(&mut self, location: &Location) {
        self.window.messages.retract(About::Opening);
        if let Some(slot) = self.tabs.slot_of(location) {
            self.go_to_tab(slot);
            if matches!(location, Location::OnDisk(_)) && self.tabs.current == Some(slot) {
                self.opener.ask(&self.repainter, location.clone(), OpenIntent::Reload);
            }
        } else {
            self.ask_for(location, OpenIntent::Open);
        }
    }

    /// Has a briefing read. Where nobody has been in it yet, the beginning of a long one is shown
    /// before the rest is there; else it opens at a place that may be in the rest.
    fn ask_for(&mut self, location: &Location, intent: OpenIntent) {
        let slot = self.tabs.slot_of(location).map(|slot| &self.tabs.slots[slot].kept);
        let is_known = slot.is_some_and(|kept| *kept != Fields::default());
        // Nobody looks at what waits.
        let waits = matches!(intent, OpenIntent::Background);
        if waits || is_known || self.recents.known(location).is_some() || self.pending_link.is_some() {
            self.opener.ask(&self.repainter, location.clone(), intent);
        } else {
            self.opener.ask_beginning_first(&self.repainter, location.clone(), intent);
        }
    }

    /// Opens several, in their order, and shows the first that can be read.
    pub(in crate::app) fn open_all(&mut self, places: Vec<Location>) {
        for location in &places {
            self.tabs.slot_for(location);
        }
        for (index, location) in places.into_iter().enumerate() {
            let intent = if index == 0 { OpenIntent::SwitchTo } else { OpenIntent::Background };
            self.ask_for(&location, intent);
        }
        self.window.tabs = self.tabs.tabs();
    }

    /// Goes to the briefing of this tab.
    pub(in crate::app) fn go_to_tab(&mut self, tab: usize) {
        if tab < self.tabs.slots.len() {
            self.leave();
            self.switch_to(tab);
        }
    }

    /// Goes to the next briefing, or the one before, in the order of the tabs and round their ends.
    pub(in crate::app) fn step_tab(&mut self, direction: Direction) {
        let count = self.tabs.slots.len().max(1);
        let next = match self.tabs.current {
            Some(current) => direction.step(current, count),
            None if direction == Direction::Next => 0,
            None => count - 1,
        };
        self.go_to_tab(next);
    }

    /// Closes the briefing of this tab; the one after it takes the window, or else the one before.
    pub(in crate::app) fn close_tab(&mut self, tab: usize) {
        if tab >= self.tabs.slots.len() {
            return;
        }
        let in_window = self.tabs.current == Some(tab);
        if in_window {
            self.leave();
            self.park_current();
        }
        self.tabs.remove_slot(tab);
        if in_window && !self.window.view.stands_alone() {
            self.window.view = View::Shelf;
            if let Some(last) = self.tabs.slots.len().checked_sub(1) {
                self.switch_to(tab.min(last));
            }
        }
        self.window.tabs = self.tabs.tabs();
    }

    /// The briefings that are open and read.
    pub(in crate::app) fn open_bundles(&self) -> Vec<Arc<Bundle>> {
        let parked = self.tabs.slots.iter().filter_map(|slot| slot.parked.as_deref());
        self.window.reading.iter().chain(parked).map(|reading| Arc::clone(&reading.bundle)).collect()
    }

    /// Opens a briefing by its id: one that is open, or one of the shelf. Whether there is one.
    pub(in crate::app) fn open_by_id(&mut self, id: &str) -> bool {
        let is_it =
            |slot: &TabSlot| slot.parked.as_ref().is_some_and(|reading| reading.bundle.manifest.id == id);
        if let Some(tab) = self.tabs.slots.iter().position(is_it) {
            self.go_to_tab(tab);
            return true;
        }
        let on_shelf = |location: &&Location| match location {
            Location::BuiltIn(own) => own == id,
            Location::OnDisk(_) => {
                location.read(&Progress::default()).is_ok_and(|bundle| bundle.manifest.id == id)
            }
        };
        let slots = self.tabs.slots.iter().map(|slot| &slot.label.location);
        let Some(location) = self.shelf.iter().chain(slots).find(on_shelf).cloned() else { return false };
        self.open_place(&location);
        true
    }

    /// Closes the briefing in the window.
    pub(in crate::app) fn close_current(&mut self) {
        if let Some(current) = self.tabs.current {
            self.close_tab(current);
        }
    }

    /// Goes back to a place in a briefing, which is opened again if it was closed.
    pub(in crate::app) fn bring_back(&mut self, location: &Location, entry: HistoryEntry) {
        match self.tabs.slot_of(location) {
            Some(slot) if self.tabs.current == Some(slot) || self.tabs.slots[slot].parked.is_some() => {
                self.switch_to(slot);
                self.show_entry(&entry);
            }
            _ => self.opener.ask(&self.repainter, location.clone(), OpenIntent::Return(entry)),
        }
    }

    pub(in crate::app) fn switch_to(&mut self, index: usize) {
        if self.tabs.current != Some(index) {
            let Some(reading) = self.tabs.slots[index].parked.take() else {
                self.opener.ask(
                    &self.repainter,
                    self.tabs.slots[index].label.location.clone(),
                    OpenIntent::SwitchTo,
                );
                return;
            };
            self.park_current();
            let slot = &self.tabs.slots[index];
            self.recents.note(&slot.label, &slot.kept, true);
            self.window.reading = Some(*reading);
            self.tabs.current = Some(index);
        }
        if let Some(reading) = &mut self.window.reading {
            reading.come_back();
            self.window.view = reading.view;
        }
        self.window.tabs = self.tabs.tabs();
    }

    /// Takes up the briefings that were open, none of which is read yet.
    /// Returns the tab of the one at `current`.
    pub(in crate::app) fn restore_tabs(
        &mut self,
        open: Vec<Fields>,
        current: Option<usize>,
    ) -> Option<usize> {
        let mut found = None;
        for (index, mut kept) in open.into_iter().enumerate() {
            let Some(label) = BriefingLabel::take(&mut kept) else { continue };
            if self.tabs.slot_of(&label.location).is_none() {
                found = found.or((current == Some(index)).then_some(self.tabs.slots.len()));
                self.tabs.slots.push(TabSlot { label, kept, parked: None });
            }
        }
        self.window.tabs = self.tabs.tabs();
        found
    }

    /// Reads the briefing of this tab at the start.
    pub(in crate::app) fn start_with(&mut self, tab: usize) {
        if tab < self.tabs.slots.len() {
            self.switch_to(tab);
        }
    }

    pub(in crate::app) fn park_current(&mut self) {
        self.close_card();
        self.forget_find();
        if let (Some(current), Some(mut reading)) = (self.tabs.current.take(), self.window.reading.take()) {
            let slot = &mut self.tabs.slots[current];
            slot.note(&mut reading);
            self.recents.note(&slot.label, &slot.kept, false);
            slot.parked = Some(Box::new(reading));
        }
    }

    /// Says something that the person must know.
    pub(in crate::app) fn say_too(&mut self, words: &str) {
        self.window.messages.say(words);
    }
}
