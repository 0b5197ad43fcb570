//! Briefings that were read recently, and where the reader was in each.

use super::tab_state::{self, BriefingLabel};
use crate::app::location::Location;
use crate::library::fields::Fields;
use crate::view::RecentEntry;

/// The briefings read recently, the latest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recents {
    latest: Vec<Recent>,
    /// Whether the list changed since it was last shown.
    changed: bool,
}

#[derive(Clone, Debug)]
struct Recent {
    label: BriefingLabel,
    /// Its state in the session.
    state: Fields,
}

/// How many briefings are remembered.
const LIMIT: usize = 20;

impl Recents {
    /// Notes where the reader is in a briefing. `first`: it is the latest now.
    pub(crate) fn note(&mut self, label: &BriefingLabel, state: &Fields, first: bool) {
        match self.position(&label.location) {
            Some(known) if !first || known == 0 => {
                self.changed |= self.latest[known].state != *state;
                self.latest[known].state.clone_from(state);
            }
            known => {
                if let Some(known) = known {
                    self.latest.remove(known);
                }
                self.latest.insert(0, Recent { label: label.clone(), state: state.clone() });
                self.latest.truncate(LIMIT);
                self.changed = true;
            }
        }
    }

    fn position(&self, location: &Location) -> Option<usize> {
        self.latest.iter().position(|recent| recent.label.location == *location)
    }

    /// Where a briefing is; 0 is the latest.
    pub(crate) fn location(&self, index: usize) -> Option<&Location> {
        self.latest.get(index).map(|recent| &recent.label.location)
    }

    /// The state in which the reader left a briefing.
    pub(crate) fn known(&self, location: &Location) -> Option<&Fields> {
        self.position(location).map(|known| &self.latest[known].state)
    }

    /// Forgets a briefing.
    pub(crate) fn forget(&mut self, index: usize) {
        if index < self.latest.len() {
            self.latest.remove(index);
            self.changed = true;
        }
    }

    /// Whether the list changed since this was last asked.
    pub(crate) fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// The list as the shelf shows it. Looks on the disk whether the briefings are still there.
    pub(crate) fn entries(&self) -> Vec<RecentEntry> {
        let entry = |recent: &Recent| RecentEntry {
            title: recent.label.whole_title.clone(),
            short_title: recent.label.title.clone(),
            section: tab_state::section(&recent.state),
            place: recent.label.location.name(),
            is_gone: recent.label.location.is_gone(),
        };
        self.latest.iter().map(entry).collect()
    }

    /// Restores the list from the session.
    pub(crate) fn restore(state: Vec<Fields>) -> Recents {
        let recent = |mut state: Fields| Some(Recent { label: BriefingLabel::take(&mut state)?, state });
        Recents { latest: state.into_iter().filter_map(recent).take(LIMIT).collect(), changed: true }
    }

    /// The list as the session keeps it.
    pub(crate) fn states(&self) -> Vec<Fields> {
        self.latest.iter().map(|recent| recent.state.clone()).collect()
    }
}
