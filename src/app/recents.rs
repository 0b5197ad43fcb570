//! The briefings that were read lately, with where one was in them.

use super::kept_reading::{self, Named};
use super::place::Place;
use crate::library::fields::Fields;
use crate::view::RecentEntry;

/// The latest first.
#[derive(Clone, Debug, Default)]
pub struct Recents {
    latest: Vec<Recent>,
    /// Whether there is something new to show.
    changed: bool,
}

#[derive(Clone, Debug)]
struct Recent {
    named: Named,
    /// As it is kept, with where one was.
    kept: Fields,
}

/// How many are kept.
const MOST: usize = 20;

impl Recents {
    /// Notes where one is in a briefing. `first`: it is the latest now.
    pub fn note(&mut self, named: &Named, kept: &Fields, first: bool) {
        match self.position(&named.place) {
            Some(known) if !first || known == 0 => {
                self.changed |= self.latest[known].kept != *kept;
                self.latest[known].kept.clone_from(kept);
            }
            known => {
                if let Some(known) = known {
                    self.latest.remove(known);
                }
                self.latest.insert(0, Recent { named: named.clone(), kept: kept.clone() });
                self.latest.truncate(MOST);
                self.changed = true;
            }
        }
    }

    fn position(&self, place: &Place) -> Option<usize> {
        self.latest.iter().position(|recent| recent.named.place == *place)
    }

    /// Where the briefing is that was read so many before the latest.
    pub fn place(&self, index: usize) -> Option<&Place> {
        self.latest.get(index).map(|recent| &recent.named.place)
    }

    /// Where one was in a briefing.
    pub fn known(&self, place: &Place) -> Option<&Fields> {
        self.position(place).map(|known| &self.latest[known].kept)
    }

    /// Forgets one.
    pub fn forget(&mut self, index: usize) {
        if index < self.latest.len() {
            self.latest.remove(index);
            self.changed = true;
        }
    }

    /// Whether something has changed since this was last asked.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// As the shelf shows them. Looks whether they are still there.
    pub fn entries(&self) -> Vec<RecentEntry> {
        let entry = |recent: &Recent| RecentEntry {
            title: recent.named.whole_title.clone(),
            short_title: recent.named.title.clone(),
            section: kept_reading::section(&recent.kept),
            place: recent.named.place.name(),
            is_gone: recent.named.place.is_gone(),
        };
        self.latest.iter().map(entry).collect()
    }

    /// Takes over what was kept.
    pub fn take(kept: Vec<Fields>) -> Recents {
        let recent = |mut kept: Fields| Some(Recent { named: Named::take(&mut kept)?, kept });
        Recents { latest: kept.into_iter().filter_map(recent).take(MOST).collect(), changed: true }
    }

    /// As they are kept.
    pub fn kept(&self) -> Vec<Fields> {
        self.latest.iter().map(|recent| recent.kept.clone()).collect()
    }
}
