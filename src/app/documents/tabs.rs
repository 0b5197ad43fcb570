//! Open briefings: one is in the window, the others wait in the background.

use super::recents::Recents;
use super::tab_state::{self, BriefingLabel};
use crate::app::location::Location;
use crate::app::navigation::HistoryEntry;
use crate::library::fields::Fields;
use crate::view::{Reading, Tab};

/// The open briefings, in the order in which they were opened.
#[derive(Default)]
pub(super) struct Tabs {
    pub(super) slots: Vec<TabSlot>,
    /// The one in the window.
    pub(super) current: Option<usize>,
}

/// A briefing that is open.
pub(super) struct TabSlot {
    pub(super) label: BriefingLabel,
    /// Its state in the session: where the reader was, and what other versions of the program wrote.
    pub(super) state: Fields,
    /// The briefing, while it waits in the background. `None` for the one in the window, and for those
    /// that are not read yet.
    pub(super) parked: Option<Box<Reading>>,
}

impl TabSlot {
    /// Notes where the reader is in it.
    pub(super) fn note(&mut self, reading: &mut Reading) {
        note(&self.label, &mut self.state, reading);
    }
}

/// Notes where the reader is in a briefing.
pub(super) fn note(label: &BriefingLabel, state: &mut Fields, reading: &mut Reading) {
    label.put(state);
    tab_state::put(state, reading);
}

/// Why a briefing is being read.
pub(super) enum OpenIntent {
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
    /// The tab of a briefing.
    pub(super) fn slot_of(&self, location: &Location) -> Option<usize> {
        self.slots.iter().position(|slot| slot.label.location.is_same(location))
    }

    /// The tab of a briefing; a new one at the end if it has none.
    pub(super) fn slot_for(&mut self, location: &Location) -> usize {
        self.slot_of(location).unwrap_or_else(|| {
            let title = location.short_name();
            let label = BriefingLabel { location: location.clone(), whole_title: title.clone(), title };
            self.slots.push(TabSlot { label, state: Fields::default(), parked: None });
            self.slots.len() - 1
        })
    }

    /// Removes a tab, which is not in the window any more.
    pub(super) fn remove_slot(&mut self, index: usize) {
        self.slots.remove(index);
        self.current = self.current.filter(|current| *current != index);
        self.current = self.current.map(|current| current - usize::from(current > index));
    }

    /// Removes briefings in the background of which only the beginning was read.
    pub(super) fn remove_beginnings(&mut self) {
        let is_part = |slot: &TabSlot| slot.parked.as_ref().is_some_and(|reading| reading.bundle.unread > 0);
        while let Some(slot) = self.slots.iter().position(is_part) {
            self.remove_slot(slot);
        }
    }

    /// The read briefing with this id, in the background.
    pub(super) fn loaded_with_id(&self, id: &str) -> Option<usize> {
        let has_id = |slot: &TabSlot| slot.parked.as_ref().is_some_and(|it| it.bundle.manifest.id == id);
        self.slots.iter().position(has_id)
    }

    /// Where the open briefings are.
    pub(super) fn locations(&self) -> impl Iterator<Item = &Location> {
        self.slots.iter().map(|slot| &slot.label.location)
    }

    /// The briefings in the background that are read.
    pub(super) fn parked(&self) -> impl Iterator<Item = &Reading> {
        self.slots.iter().filter_map(|slot| slot.parked.as_deref())
    }

    /// Restores tabs from the session. Returns the tab of the one at `current`.
    pub(super) fn restore(&mut self, open: Vec<Fields>, current: Option<usize>) -> Option<usize> {
        let mut found = None;
        for (index, mut state) in open.into_iter().enumerate() {
            let Some(label) = BriefingLabel::take(&mut state) else { continue };
            if self.slot_of(&label.location).is_none() {
                found = found.or((current == Some(index)).then_some(self.slots.len()));
                self.slots.push(TabSlot { label, state, parked: None });
            }
        }
        found
    }

    /// Notes where the reader is in the briefing in the window.
    pub(super) fn note(&mut self, in_window: Option<&mut Reading>, recents: &mut Recents) {
        if let (Some(current), Some(reading)) = (self.current, in_window) {
            let slot = &mut self.slots[current];
            slot.note(reading);
            recents.note(&slot.label, &slot.state, false);
        }
    }

    /// The tabs as the session keeps them.
    pub(super) fn states(&self) -> Vec<Fields> {
        self.slots.iter().map(|slot| slot.state.clone()).collect()
    }

    /// The tabs as the window shows them.
    pub(super) fn shown(&self) -> Vec<Tab> {
        let tab = |(index, slot): (usize, &TabSlot)| Tab {
            title: slot.label.title.clone(),
            whole_title: slot.label.whole_title.clone(),
            current: self.current == Some(index),
        };
        self.slots.iter().enumerate().map(tab).collect()
    }
}
