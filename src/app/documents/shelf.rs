//! Fills the shelf: reads each briefing's title and facts off the UI thread while somebody looks at it.

use super::Documents;
use crate::app::location::Location;
use crate::app::shared::Shared;
use crate::app::tasks::{Task, TaskState};
use crate::bundle::{Bundle, Progress};
use crate::diagnostics::Severity;
use crate::ui::dotted;
use crate::view;
use crate::view::ShelfEntry;
use crate::view::actions::View;

/// The briefings on the shelf, and the reading of their entries.
#[derive(Default)]
pub(super) struct Shelf {
    locations: Vec<Location>,
    task: Option<Task<(usize, ShelfEntry)>>,
}

impl Shelf {
    /// Adds briefings at the end.
    pub(super) fn add(&mut self, locations: impl IntoIterator<Item = Location>) {
        self.locations.extend(locations);
    }

    /// Where its briefings are.
    pub(super) fn locations(&self) -> &[Location] {
        &self.locations
    }
}

impl Documents {
    /// Fills the shelf's entries as they are read. Until then an entry has the name of its file.
    pub(crate) fn fill_shelf(&mut self, shared: &mut Shared) {
        let alone = shared.window.reading.is_none() && !self.opener.is_busy();
        let is_seen = shared.window.view == View::Shelf || alone || shared.window.palette.open;
        if is_seen {
            self.note_place(shared.window.reading.as_mut());
        }
        if is_seen && self.recents.take_changed() {
            shared.window.shelf.recent = self.recents.entries();
        }
        let shelf = &mut self.shelf;
        let mut wait = shared.tasks.wait_after_first();
        let entries = &mut shared.window.shelf.entries;
        if is_seen && entries.len() != shelf.locations.len() {
            *entries = shelf.locations.iter().map(unread).collect();
            let locations = shelf.locations.clone();
            shelf.task = Some(shared.tasks.start(move |results| {
                for (index, location) in locations.iter().enumerate() {
                    results.send((index, entry(location)));
                }
            }));
            wait = shared.tasks.wait();
        }
        while let Some(task) = &mut shelf.task {
            match task.step(wait) {
                TaskState::Ready((index, entry)) => {
                    if let Some(place) = entries.get_mut(index) {
                        *place = entry;
                    }
                }
                TaskState::Pending => break,
                TaskState::Finished => shelf.task = None,
                TaskState::Failed(why) => {
                    // What was not read by then stays as it is, with the reason.
                    let unread = entries.iter_mut().filter(|entry| entry.facts.is_empty());
                    unread.filter(|entry| entry.warning.is_none()).for_each(|entry| {
                        entry.warning = Some(format!("could not be read; the program says: {why}"));
                    });
                    shelf.task = None;
                }
            }
        }
    }

    /// Opens a briefing on the shelf.
    pub(crate) fn open_from_shelf(&mut self, shared: &mut Shared, index: usize) {
        if let Some(location) = self.shelf.locations.get(index).cloned() {
            self.open_location(shared, &location);
        }
    }

    /// Opens a briefing that was read recently.
    pub(crate) fn open_recent(&mut self, shared: &mut Shared, index: usize) {
        if let Some(location) = self.recents.location(index).cloned() {
            self.open_location(shared, &location);
        }
    }

    /// Forgets that a briefing was read recently.
    pub(crate) fn forget_recent(&mut self, index: usize) {
        self.recents.forget(index);
    }
}

/// An entry before its briefing is read.
fn unread(location: &Location) -> ShelfEntry {
    ShelfEntry { title: location.short_name(), ..ShelfEntry::default() }
}

fn entry(location: &Location) -> ShelfEntry {
    match location.read(&Progress::default()) {
        Ok(bundle) => describe(&bundle),
        Err(why) => ShelfEntry { title: location.name(), warning: Some(why), ..ShelfEntry::default() },
    }
}

fn describe(bundle: &Bundle) -> ShelfEntry {
    let manifest = &bundle.manifest;
    let count = |number: usize, word: &str| match number {
        1 => format!("1 {word}"),
        _ => format!("{number} {word}s"),
    };
    let mut facts = vec![view::origin_line(bundle)];
    facts.push(count(manifest.polls.len(), "poll"));
    if !manifest.calls.is_empty() {
        facts.push(count(manifest.calls.len(), "call"));
    }
    let faults = bundle.problems().iter().filter(|problem| problem.severity > Severity::Info).count();
    ShelfEntry {
        title: if manifest.title.is_empty() { bundle.name() } else { manifest.title.clone() },
        summary: manifest.summary.clone(),
        facts: dotted(&facts),
        warning: (faults > 0).then(|| count(faults, "problem")),
    }
}
