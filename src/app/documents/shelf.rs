//! Fills the shelf: reads each briefing's title and facts off the UI thread while somebody looks at it.

use crate::app::location::Location;
use crate::app::shared::Shared;
use crate::app::tasks::{Task, TaskState};
use crate::bundle::{Bundle, Progress};
use crate::diagnostics::Severity;
use crate::ui::dotted;
use crate::view;
use crate::view::ShelfEntry;

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

    /// Fills the window's entries as they are read, from when they are seen. Until then an entry has the
    /// name of its file.
    pub(super) fn fill(&mut self, shared: &mut Shared, are_seen: bool) {
        let mut wait = shared.tasks.wait_after_first();
        let entries = &mut shared.window.shelf.entries;
        if are_seen && entries.len() != self.locations.len() {
            *entries = self.locations.iter().map(unread).collect();
            let locations = self.locations.clone();
            self.task = Some(shared.tasks.start(move |results| {
                for (index, location) in locations.iter().enumerate() {
                    results.send((index, entry(location)));
                }
            }));
            wait = shared.tasks.wait();
        }
        while let Some(task) = &mut self.task {
            match task.step(wait) {
                TaskState::Ready((index, entry)) => {
                    if let Some(place) = entries.get_mut(index) {
                        *place = entry;
                    }
                }
                TaskState::Pending => break,
                TaskState::Finished => self.task = None,
                TaskState::Failed(why) => {
                    // What was not read by then stays as it is, with the reason.
                    let unread = entries.iter_mut().filter(|entry| entry.facts.is_empty());
                    unread.filter(|entry| entry.warning.is_none()).for_each(|entry| {
                        entry.warning = Some(format!("could not be read; the program says: {why}"));
                    });
                    self.task = None;
                }
            }
        }
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
