//! Opens, switches between and closes briefings; reads, checks and lists them off the UI thread.

mod checker;
mod claims_reader;
mod deep_link;
mod editions;
mod loaded;
mod opener;
mod recents;
mod rehearsal;
mod shelf;
mod tab_state;
mod tabs;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::effect::Effect;
use super::location::Location;
use super::navigation::HistoryEntry;
use super::shared::Shared;
use super::tasks::{Dialog, DialogResult};
use crate::bundle::{self, Bundle, Progress};
use crate::library;
use crate::library::fields::Fields;
use crate::view::actions::{Direction, View};
use crate::view::{About, Reading, Work};
use checker::Checker;
use claims_reader::ClaimsReader;
use deep_link::PendingLink;
use editions::EditionTexts;
use opener::Opener;
use recents::Recents;
use shelf::Shelf;
use tabs::{OpenIntent, Tabs};

pub(crate) use editions::{Edition, Readiness, collect};
pub(crate) use rehearsal::{Rehearsal, TEXTURE_SIDE};

/// The briefings that are open, on the shelf and read recently, and the work on them.
pub(crate) struct Documents {
    tabs: Tabs,
    recents: Recents,
    shelf: Shelf,
    opener: Opener<OpenIntent>,
    checker: Checker,
    claims_reader: ClaimsReader,
    editions: EditionTexts,
    /// A place to go to once its briefing is read.
    pending_link: Option<PendingLink>,
    /// The view to show once the briefings of the last session are read.
    view_after_start: Option<View>,
    dialog: Dialog,
}

/// What to do where the system has no dialog.
const NO_DIALOG: &str = "This system shows no dialog for opening files. Drop a briefing on the window, or name it \
                         on the command line: briefing-reader PATH.";

impl Documents {
    /// Nothing is open. What is read before there is a window is drawn by the rehearsal, if there is one.
    pub(crate) fn new(rehearsal: Option<Rehearsal>) -> Documents {
        Documents {
            tabs: Tabs::default(),
            recents: Recents::default(),
            shelf: Shelf::default(),
            opener: Opener::new(rehearsal),
            checker: Checker::default(),
            claims_reader: ClaimsReader::default(),
            editions: EditionTexts::default(),
            pending_link: None,
            view_after_start: None,
            dialog: Dialog::default(),
        }
    }

    /// Takes in what was read, checked and listed since the last frame.
    pub(crate) fn tend(&mut self, shared: &mut Shared, ctx: &Context) {
        self.take_opened(shared);
        self.check_what_is_shown(shared, ctx);
        self.read_claims(shared);
    }

    /// The system has made the window: from now on nothing is drawn ahead.
    pub(crate) fn end_rehearsals(&mut self) {
        self.opener.end_rehearsals();
    }

    /// Whether a briefing is being read.
    pub(crate) fn is_opening(&self) -> bool {
        self.opener.is_busy()
    }

    /// The reading under way, for the progress line.
    pub(crate) fn work(&self) -> Option<Work> {
        self.opener.work()
    }

    /// Stops reading, and forgets what waits to be read.
    pub(crate) fn cancel_opening(&mut self, shared: &mut Shared) {
        self.opener.cancel();
        self.close_beginnings(shared);
    }

    /// Asks the person for a file to open.
    pub(crate) fn ask_for_file(&mut self, shared: &Shared) {
        self.dialog.open(&shared.tasks);
    }

    /// The file that the person chose, once they have.
    pub(crate) fn chosen_file(&mut self, shared: &mut Shared) -> Option<PathBuf> {
        match self.dialog.ended()? {
            DialogResult::Chosen(path) => return Some(path),
            DialogResult::Unavailable => shared.window.messages.say(NO_DIALOG),
            DialogResult::Cancelled => {}
        }
        None
    }

    /// Opens what is at a path.
    pub(crate) fn open_path(&mut self, shared: &mut Shared, path: &Path) {
        self.open_location(shared, &Location::named(path));
    }

    /// Opens what the command line names, and shows the first of it. The briefings in a folder come first
    /// on the shelf.
    pub(crate) fn open_all(&mut self, shared: &mut Shared, paths: &[PathBuf]) {
        let mut named = Vec::new();
        for path in paths {
            let inside = library::bundles_in(path);
            if inside.is_empty() || path.join(bundle::MANIFEST).exists() {
                named.push(Location::named(path));
            } else {
                self.shelf.add(inside.iter().map(|path| Location::named(path)));
            }
        }
        self.shelf.add(library::ids().into_iter().map(|id| Location::BuiltIn(id.to_owned())));
        for location in &named {
            self.tabs.slot_for(location);
        }
        for (index, location) in named.iter().enumerate() {
            let intent = if index == 0 { OpenIntent::SwitchTo } else { OpenIntent::Background };
            self.read(shared, location, intent);
        }
        self.show_tabs(shared);
    }

    /// Opens a briefing, or switches to its tab.
    fn open_location(&mut self, shared: &mut Shared, location: &Location) {
        shared.window.messages.retract(About::Opening);
        if let Some(slot) = self.tabs.slot_of(location) {
            self.go_to_tab(shared, slot);
            if matches!(location, Location::OnDisk(_)) && self.tabs.current == Some(slot) {
                self.opener.ask(&shared.tasks, location.clone(), OpenIntent::Reload);
            }
        } else {
            self.read(shared, location, OpenIntent::Open);
        }
    }

    /// Reads a briefing. If nobody has read in it yet, the beginning of a long one is shown before the
    /// rest is there; otherwise it opens at a place that may be in the rest.
    fn read(&mut self, shared: &Shared, location: &Location, intent: OpenIntent) {
        let slot = self.tabs.slot_of(location).map(|slot| &self.tabs.slots[slot].kept);
        let has_place = slot.is_some_and(|kept| *kept != Fields::default())
            || self.recents.known(location).is_some()
            || self.pending_link.is_some();
        // Nobody looks at what opens in the background.
        if has_place || matches!(intent, OpenIntent::Background) {
            self.opener.ask(&shared.tasks, location.clone(), intent);
        } else {
            self.opener.ask_beginning_first(&shared.tasks, location.clone(), intent);
        }
    }

    /// Opens a briefing by its id: one that is open, or one on the shelf. Returns whether there is one.
    pub(crate) fn open_by_id(&mut self, shared: &mut Shared, id: &str) -> bool {
        if let Some(tab) = self.tabs.loaded_with_id(id) {
            self.go_to_tab(shared, tab);
            return true;
        }
        let has_id = |location: &&Location| match location {
            Location::BuiltIn(own) => own == id,
            Location::OnDisk(_) => {
                location.read(&Progress::default()).is_ok_and(|bundle| bundle.manifest.id == id)
            }
        };
        let Some(location) = self.shelf.locations().iter().chain(self.tabs.locations()).find(has_id).cloned()
        else {
            return false;
        };
        self.open_location(shared, &location);
        true
    }

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

    /// The briefings that are open and read.
    pub(crate) fn open_bundles(&self, shared: &Shared) -> Vec<Arc<Bundle>> {
        let in_window = shared.window.reading.iter();
        in_window.chain(self.tabs.parked()).map(|reading| Arc::clone(&reading.bundle)).collect()
    }

    /// Where the briefings on the shelf are.
    pub(crate) fn shelf_locations(&self) -> &[Location] {
        self.shelf.locations()
    }

    /// The texts of editions, which notes are placed in.
    pub(crate) fn editions(&mut self) -> &mut EditionTexts {
        &mut self.editions
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
    fn switch_to(&mut self, shared: &mut Shared, index: usize) {
        if self.tabs.current != Some(index) {
            let Some(reading) = self.tabs.slots[index].parked.take() else {
                let location = self.tabs.slots[index].label.location.clone();
                self.opener.ask(&shared.tasks, location, OpenIntent::SwitchTo);
                return;
            };
            self.park_current(shared);
            let slot = &self.tabs.slots[index];
            self.recents.note(&slot.label, &slot.kept, true);
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
            self.recents.note(&slot.label, &slot.kept, false);
            slot.parked = Some(Box::new(reading));
        }
    }

    /// The window shows the tabs as they are now.
    fn show_tabs(&self, shared: &mut Shared) {
        shared.window.tabs = self.tabs.shown();
    }

    /// Restores the briefings that were open and read recently; they are read when somebody switches to
    /// them. Returns the tab of the one at `current`.
    pub(crate) fn restore(
        &mut self,
        shared: &mut Shared,
        open: Vec<Fields>,
        current: Option<usize>,
        recent: Vec<Fields>,
    ) -> Option<usize> {
        self.recents = Recents::restore(recent);
        let found = self.tabs.restore(open, current);
        self.show_tabs(shared);
        found
    }

    /// Shows what the last session ended with: a tab, or a view over the tabs once they are read.
    pub(crate) fn resume(&mut self, shared: &mut Shared, tab: Option<usize>, view: Option<View>) {
        if let Some(tab) = tab.filter(|tab| *tab < self.tabs.slots.len()) {
            self.switch_to(shared, tab);
        }
        self.view_after_start = view;
    }

    /// Notes where the reader is in the briefing in the window.
    pub(crate) fn note_place(&mut self, in_window: Option<&mut Reading>) {
        self.tabs.note(in_window, &mut self.recents);
    }

    /// The open briefings as the session keeps them, and which is in the window.
    pub(crate) fn kept_tabs(&self) -> (Vec<Fields>, Option<usize>) {
        (self.tabs.kept(), self.tabs.current)
    }

    /// The briefings read recently, as the session keeps them.
    pub(crate) fn kept_recents(&self) -> Vec<Fields> {
        self.recents.kept()
    }
}
