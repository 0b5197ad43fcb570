//! Puts briefings that were read into their tabs, or says why one could not be read.

use super::Documents;
use super::tab_state::{self, BriefingLabel};
use super::tabs::{OpenIntent, TabSlot, note};
use crate::app::location::Location;
use crate::app::shared::Shared;
use crate::library::fields::Fields;
use crate::view::actions::View;
use crate::view::{About, Reading};

impl Documents {
    /// Takes in the briefings that were read since the last frame.
    pub(super) fn take_opened(&mut self, shared: &mut Shared) {
        while let Some((location, intent, read)) = self.opener.opened(&shared.tasks) {
            self.finish_opening(shared, &location, intent, read);
        }
        if !self.opener.is_busy()
            && let Some(view) = self.view_after_start.take()
        {
            shared.window.view = view;
        }
    }

    /// Shows a briefing that was read, or says why it could not be read; then its tab closes.
    fn finish_opening(
        &mut self,
        shared: &mut Shared,
        location: &Location,
        intent: Option<OpenIntent>,
        read: Result<Reading, String>,
    ) {
        let reading = match read {
            Ok(reading) => reading,
            Err(why) => {
                self.fail_opening(shared, location, why);
                return;
            }
        };
        let Some(intent) = intent else {
            self.complete_beginning(shared, location, reading);
            return;
        };
        match intent {
            OpenIntent::Open => self.open_reading(shared, reading),
            OpenIntent::Background if shared.window.reading.is_some() => {
                self.assign_tab(reading);
            }
            OpenIntent::Background | OpenIntent::SwitchTo => self.show_loaded(shared, reading),
            OpenIntent::Reload => self.reload(shared, reading),
            OpenIntent::Return(entry) => {
                self.show_loaded(shared, reading);
                shared.navigation.show_entry(&mut shared.window, &entry);
            }
        }
        self.show_tabs(shared);
    }

    fn fail_opening(&mut self, shared: &mut Shared, location: &Location, why: String) {
        shared.window.messages.say_of(About::Opening, why);
        self.close_beginnings(shared);
        if let Some(slot) = self.tabs.slot_of(location).filter(|slot| self.tabs.current != Some(*slot)) {
            self.tabs.remove_slot(slot);
            self.show_tabs(shared);
        }
        if shared.window.reading.is_none() && !shared.window.view.stands_alone() {
            shared.window.view = View::Shelf;
        }
    }

    /// Shows a briefing that was just opened.
    pub(crate) fn open_reading(&mut self, shared: &mut Shared, reading: Reading) {
        // Not at the start: there is nothing to go back to.
        if shared.window.reading.is_some() || !shared.window.shelf.entries.is_empty() {
            shared.leave();
        }
        self.show_loaded(shared, reading);
    }

    /// Shows a briefing that was just read; if it is open already, the one that is open.
    fn show_loaded(&mut self, shared: &mut Shared, reading: Reading) {
        let slot = self.assign_tab(reading);
        self.switch_to(shared, slot);
    }

    /// Puts a briefing that was read into its tab, at the place where the reader was; if the tab has one
    /// already, that one stays. Returns the tab.
    fn assign_tab(&mut self, mut reading: Reading) -> usize {
        let label = BriefingLabel::of(&reading);
        let index = self.tabs.slot_for(&label.location);
        let slot = &mut self.tabs.slots[index];
        if self.tabs.current != Some(index) && slot.parked.is_none() {
            slot.label = label;
            if let (true, Some(known)) =
                (slot.state == Fields::default(), self.recents.known(&slot.label.location))
            {
                slot.state.clone_from(known);
            }
            tab_state::restore(&mut slot.state, &mut reading);
            slot.note(&mut reading);
            slot.parked = Some(Box::new(reading));
        }
        index
    }

    /// Shows the briefing in the window as its file is now, at the same place.
    fn reload(&mut self, shared: &mut Shared, mut reading: Reading) {
        let Some((current, open)) = self.tabs.current.zip(shared.window.reading.as_mut()) else { return };
        let (new, old) = (&reading.bundle, &open.bundle);
        let same = new.manifest_source == old.manifest_source && new.article_source == old.article_source;
        let slot = &mut self.tabs.slots[current];
        if same || !Location::of(new).is_same(&slot.label.location) {
            return;
        }
        slot.note(open);
        slot.label = BriefingLabel::of(&reading);
        tab_state::restore(&mut slot.state, &mut reading);
        shared.window.view = reading.view;
        shared.window.reading = Some(reading);
        shared.navigation.forget_find(&mut shared.window);
    }

    /// Shows the whole of a briefing whose beginning is open, at the same place.
    fn complete_beginning(&mut self, shared: &mut Shared, location: &Location, mut reading: Reading) {
        let Some(index) = self.tabs.slot_of(location) else { return };
        let TabSlot { label, state, parked } = &mut self.tabs.slots[index];
        let is_in_window = self.tabs.current == Some(index);
        let open = if is_in_window { shared.window.reading.as_mut() } else { parked.as_deref_mut() };
        let Some(open) = open.filter(|open| open.bundle.unread > 0) else { return };
        note(label, state, open);
        tab_state::restore(state, &mut reading);
        reading.view = open.view;
        *open = reading;
        if is_in_window {
            shared.navigation.forget_find(&mut shared.window);
        }
    }

    /// Closes briefings whose rest will not come: nobody is to take a part for the whole.
    pub(super) fn close_beginnings(&mut self, shared: &mut Shared) {
        if shared.shows_beginning() {
            self.close_current(shared);
        }
        self.tabs.remove_beginnings();
        self.show_tabs(shared);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::*;
    use crate::bundle::{Bundle, Limits, Progress};

    #[test]
    fn a_beginning_that_was_put_aside_goes_when_its_rest_is_not_wanted() {
        let folder = tempfile::tempdir().expect("a folder for a while");
        let manifest = "Briefing(format: 1, id: \"a\", edition: 1, title: \"Long\")";
        fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
        fs::write(folder.path().join("article.md"), "## A section\n\nWords.\n\n".repeat(60_000))
            .expect("it can be written");
        let mut first = None;
        let (limits, progress) = (Limits::default(), Progress::default());
        Bundle::open_beginning_first(folder.path(), &limits, &progress, |bundle| first = Some(bundle))
            .expect("it can be read");
        let beginning = Reading::new(Arc::new(first.expect("it is long")));

        let (mut documents, mut shared) = (Documents::new(None), Shared::default());
        let location = Location::named(folder.path());
        documents.finish_opening(&mut shared, &location, Some(OpenIntent::Open), Ok(beginning));
        assert!(shared.shows_beginning());
        let small = Reading::new(Arc::new(crate::library::open("nspcc-e2ee-2021").expect("it is built in")));
        documents.open_reading(&mut shared, small);
        assert_eq!(documents.tabs.slots.len(), 2);
        documents.cancel_opening(&mut shared);
        let left: Vec<&Location> = documents.tabs.slots.iter().map(|slot| &slot.label.location).collect();
        assert_eq!(left, [&Location::BuiltIn("nspcc-e2ee-2021".to_owned())]);
    }
}
