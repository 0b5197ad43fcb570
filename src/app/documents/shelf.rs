//! Fills the shelf: reads each briefing's title and facts off the UI thread while somebody looks at it.

use crate::app::App;
use crate::app::location::Location;
use crate::app::tasks::task::{Repainter, Task, TaskState};
use crate::bundle::{Bundle, Progress};
use crate::diagnostics::Severity;
use crate::ui::dotted;
use crate::view::actions::View;
use crate::view::{self, ShelfEntry};

/// The reading of the shelf's briefings, while it goes on.
pub type ShelfTask = Task<(usize, ShelfEntry)>;

impl App {
    /// Fills the shelf's entries as they come. Until then an entry has its file's name.
    pub(in crate::app) fn fill_shelf(&mut self) {
        let alone = self.window.reading.is_none() && !self.opener.is_busy();
        let looked_at = self.window.view == View::Shelf || alone || self.window.palette.open;
        if looked_at {
            self.tabs.note(self.window.reading.as_mut(), &mut self.recents);
        }
        if looked_at && self.recents.take_changed() {
            self.window.shelf.recent = self.recents.entries();
        }
        let mut wait = self.wait.after_first();
        if looked_at && self.window.shelf.entries.len() != self.shelf.len() {
            self.window.shelf.entries = self.shelf.iter().map(unread).collect();
            self.shelf_task = Some(start(&self.repainter, self.shelf.clone()));
            wait = self.wait;
        }
        while let Some(shelf_task) = &mut self.shelf_task {
            match shelf_task.step(wait) {
                TaskState::Ready((index, entry)) => {
                    if let Some(place) = self.window.shelf.entries.get_mut(index) {
                        *place = entry;
                    }
                }
                TaskState::Pending => break,
                TaskState::Finished => self.shelf_task = None,
                TaskState::Failed(why) => {
                    // What was not read by then stays as it is, with the reason.
                    let unread = self.window.shelf.entries.iter_mut().filter(|entry| entry.facts.is_empty());
                    unread.filter(|entry| entry.warning.is_none()).for_each(|entry| {
                        entry.warning = Some(format!("could not be read; the program says: {why}"));
                    });
                    self.shelf_task = None;
                }
            }
        }
    }
}

impl App {
    pub(in crate::app) fn open_from_shelf(&mut self, index: usize) {
        if let Some(place) = self.shelf.get(index).cloned() {
            self.open_place(&place);
        }
    }

    /// Opens a briefing that was read lately.
    pub(in crate::app) fn open_recent(&mut self, index: usize) {
        if let Some(place) = self.recents.location(index).cloned() {
            self.open_place(&place);
        }
    }

    /// Forgets that a briefing was read lately.
    pub(in crate::app) fn forget_recent(&mut self, index: usize) {
        self.recents.forget(index);
    }
}

fn start(repainter: &Repainter, places: Vec<Location>) -> ShelfTask {
    Task::start(repainter, move |results| {
        places.iter().enumerate().for_each(|(index, place)| results.send((index, entry(place))));
    })
}

/// What is known of a briefing before it is read.
fn unread(place: &Location) -> ShelfEntry {
    ShelfEntry { title: place.short_name(), ..ShelfEntry::default() }
}

fn entry(place: &Location) -> ShelfEntry {
    match place.read(&Progress::default()) {
        Ok(bundle) => describe(&bundle),
        Err(why) => ShelfEntry { title: place.name(), warning: Some(why), ..ShelfEntry::default() },
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
