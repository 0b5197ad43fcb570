//! Opens, switches between and closes briefings; reads, checks and lists them off the UI thread.

mod checker;
mod claims_reader;
mod deep_link;
mod editions;
mod loaded;
mod opener;
mod opening;
mod recents;
mod rehearsal;
mod shelf;
mod switching;
mod tab_state;
mod tabs;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::location::Location;
use super::shared::Shared;
use super::tasks::{Dialog, DialogResult};
use crate::bundle::Bundle;
use crate::library::fields::Fields;
use crate::view::actions::View;
use crate::view::{Reading, Work};
use checker::Checker;
use claims_reader::ClaimsReader;
use deep_link::PendingLink;
use opener::Opener;
use recents::Recents;
use shelf::Shelf;
use tabs::{OpenIntent, Tabs};

pub(crate) use editions::{Edition, EditionTexts, Readiness, collect};
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
        self.checker.tend(shared, ctx);
        self.editions.prepare_early(shared);
        self.claims_reader.tend(shared);
    }

    /// Fills the shelf while somebody looks at it.
    pub(crate) fn fill_shelf(&mut self, shared: &mut Shared) {
        let alone = shared.window.reading.is_none() && !self.opener.is_busy();
        let is_seen = shared.window.view == View::Shelf || alone || shared.window.palette.open;
        if is_seen {
            self.note_place(shared.window.reading.as_mut());
            if self.recents.take_changed() {
                shared.window.shelf.recent = self.recents.entries();
            }
        }
        self.shelf.fill(shared, is_seen);
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
    pub(crate) fn tab_states(&self) -> (Vec<Fields>, Option<usize>) {
        (self.tabs.states(), self.tabs.current)
    }

    /// The briefings read recently, as the session keeps them.
    pub(crate) fn recent_states(&self) -> Vec<Fields> {
        self.recents.states()
    }
}
