//! Open briefings: one is in the window, the others wait in the background.

use crate::app::documents::recents::Recents;
use crate::app::documents::tab_state::{self, BriefingLabel};
use crate::app::location::Location;
use crate::app::navigation::history::HistoryEntry;
use crate::library::fields::Fields;
use crate::view::{Reading, Tab};

/// The open briefings, in the order in which they were opened.
#[derive(Default)]
pub struct Tabs {
    pub(super) slots: Vec<TabSlot>,
    /// The one that is in the window, if any.
    pub(super) current: Option<usize>,
}

/// A briefing that is open.
pub(super) struct TabSlot {
    pub(super) label: BriefingLabel,
    /// As it was kept, for where it stood before it is read, and for what other versions wrote.
    pub(super) kept: Fields,
    /// The briefing, while it waits in the background. `None` for the one in the window, and for those
    /// that are not read yet.
    pub(super) parked: Option<Box<Reading>>,
}

impl TabSlot {
    /// Notes where one is in it, to be kept.
    pub(super) fn note(&mut self, reading: &mut Reading) {
        note(&self.label, &mut self.kept, reading);
    }
}

pub(super) fn note(label: &BriefingLabel, kept: &mut Fields, reading: &mut Reading) {
    label.put(kept);
    tab_state::put(kept, reading);
}

/// Why a briefing is being read.
pub enum OpenIntent {
    /// The person opened it.
    Open,
    /// It was named after others: it opens in the background.
    Background,
    /// The person switched to its tab.
    SwitchTo,
    /// It is open already: its file may have changed.
    Reload,
    /// The person went back to it.
    Return(HistoryEntry),
}

impl Tabs {
    /// Where the briefing in the window is.
    pub fn current(&self) -> Option<&Location> {
        self.current.map(|index| &self.slots[index].label.location)
    }

    pub(super) fn slot_of(&self, location: &Location) -> Option<usize> {
        self.slots.iter().position(|slot| slot.label.location.is_same(location))
    }

    /// The tab of a briefing; a new one at the end if it has none.
    pub(super) fn slot_for(&mut self, location: &Location) -> usize {
        self.slot_of(location).unwrap_or_else(|| {
            let title = location.short_name();
            let label = BriefingLabel { location: location.clone(), whole_title: title.clone(), title };
            self.slots.push(TabSlot { label, kept: Fields::default(), parked: None });
            self.slots.len() - 1
        })
    }

    pub(super) fn remove_slot(&mut self, index: usize) {
        self.slots.remove(index);
        self.current = self.current.filter(|current| *current != index);
        self.current = self.current.map(|current| current - usize::from(current > index));
    }

    /// Leaves the slots of briefings that were put aside when only their beginning was read.
    pub(super) fn remove_beginnings(&mut self) {
        let is_part = |slot: &TabSlot| slot.parked.as_ref().is_some_and(|reading| reading.bundle.unread > 0);
        while let Some(slot) = self.slots.iter().position(is_part) {
            self.remove_slot(slot);
        }
    }

    /// Which of them is in the window.
    pub fn current_index(&self) -> Option<usize> {
        self.current
    }

    /// Notes where one is in the briefing in the window.
    pub fn note(&mut self, in_window: Option<&mut Reading>, recents: &mut Recents) {
        if let (Some(current), Some(reading)) = (self.current, in_window) {
            let slot = &mut self.slots[current];
            slot.note(reading);
            recents.note(&slot.label, &slot.kept, false);
        }
    }

    /// All of them as they are kept.
    pub fn kept(&self) -> Vec<Fields> {
        self.slots.iter().map(|slot| slot.kept.clone()).collect()
    }

    pub(super) fn tabs(&self) -> Vec<Tab> {
        let tab = |(index, slot): (usize, &TabSlot)| Tab {
            title: slot.label.title.clone(),
            whole_title: slot.label.whole_title.clone(),
            current: self.current == Some(index),
        };
        self.slots.iter().enumerate().map(tab).collect()
    }
}
