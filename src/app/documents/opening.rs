//! Opens briefings: by path, by id, from the shelf, or at a place in them.

use std::path::{Path, PathBuf};

use super::Documents;
use super::deep_link::PendingLink;
use super::tabs::OpenIntent;
use crate::app::location::Location;
use crate::app::shared::Shared;
use crate::bundle::{self, Progress};
use crate::library::address::Address;
use crate::library::fields::Fields;
use crate::library::{self, Named};
use crate::view::About;

impl Documents {
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
    pub(super) fn open_location(&mut self, shared: &mut Shared, location: &Location) {
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
        let slot = self.tabs.slot_of(location).map(|slot| &self.tabs.slots[slot].state);
        let has_place = slot.is_some_and(|state| *state != Fields::default())
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

    /// Opens a briefing on the shelf.
    pub(crate) fn open_from_shelf(&mut self, shared: &mut Shared, index: usize) {
        if let Some(location) = self.shelf.locations().get(index).cloned() {
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

    /// Opens the briefing of an address, and goes to its place once it is read.
    pub(crate) fn open_address(&mut self, shared: &mut Shared, text: &str) {
        let address: Address = match text.parse() {
            Ok(address) => address,
            Err(why) => {
                shared.window.messages.say(format!("{why}."));
                return;
            }
        };
        let here =
            shared.window.reading.as_ref().is_some_and(|open| open.bundle.manifest.id == address.briefing);
        if !here && !self.open_by_id(shared, &address.briefing) {
            shared.window.messages.say(format!(
                "No briefing “{}” is open or on the shelf: open it, then its address again.",
                address.briefing
            ));
            return;
        }
        self.pending_link = Some(PendingLink::to(address));
    }

    /// Opens a path, or a built-in briefing, and goes to the place in it that was named.
    pub(crate) fn open_inside(&mut self, shared: &mut Shared, named: &Named) {
        let location = Location::named(&named.briefing);
        self.pending_link = Some(PendingLink::inside(named, location.clone()));
        self.open_location(shared, &location);
    }

    /// Goes to the place of the pending link, once its briefing is in the window.
    pub(crate) fn follow_pending_link(&mut self, shared: &mut Shared) {
        if let Some(link) = &self.pending_link
            && link.is_ready(shared, &mut self.editions)
            && let Some(link) = self.pending_link.take()
        {
            link.follow(shared, &self.editions);
        }
    }
}
