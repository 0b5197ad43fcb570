//! Puts briefings that were read into their tabs, or says why one could not be read.

use super::tabs::{OpenIntent, TabSlot, note};
use crate::app::App;
use crate::app::documents::tab_state::{self, BriefingLabel};
use crate::app::location::Location;
use crate::library::fields::Fields;
use crate::view::actions::View;
use crate::view::{About, Reading};

impl App {
    /// Shows a briefing that was read, or says why it was not; then it is not open any more.
    pub(in crate::app) fn finish_opening(
        &mut self,
        location: &Location,
        intent: Option<OpenIntent>,
        read: Result<Reading, String>,
    ) {
        let reading = match read {
            Ok(reading) => reading,
            Err(why) => {
                self.window.messages.say_of(About::Opening, why);
                self.close_beginnings();
                if let Some(slot) =
                    self.tabs.slot_of(location).filter(|slot| self.tabs.current != Some(*slot))
                {
                    self.tabs.remove_slot(slot);
                    self.window.tabs = self.tabs.tabs();
                }
                if self.window.reading.is_none() && !self.window.view.stands_alone() {
                    self.window.view = View::Shelf;
                }
                return;
            }
        };
        let Some(intent) = intent else {
            self.complete_beginning(location, reading);
            return;
        };
        match intent {
            OpenIntent::Open => self.open_reading(reading),
            OpenIntent::Background if self.window.reading.is_some() => {
                self.assign_tab(reading);
            }
            OpenIntent::Background | OpenIntent::SwitchTo => self.show_loaded(reading),
            OpenIntent::Reload => self.reload(reading),
            OpenIntent::Return(entry) => {
                self.show_loaded(reading);
                self.show_entry(&entry);
            }
        }
        self.window.tabs = self.tabs.tabs();
    }

    /// Gives a briefing that was just opened the window.
    pub(in crate::app) fn open_reading(&mut self, reading: Reading) {
        // Not at the start: there is nothing to come back to.
        if self.window.reading.is_some() || !self.window.shelf.entries.is_empty() {
            self.leave();
        }
        self.show_loaded(reading);
    }

    /// Gives a briefing that was just read the window; where it is open, that one.
    pub(in crate::app) fn show_loaded(&mut self, reading: Reading) {
        let slot = self.assign_tab(reading);
        self.switch_to(slot);
    }

    /// Puts a briefing that was read where it belongs, at the place where the reader was; where it is
    /// there already, that one stays. Returns its tab.
    fn assign_tab(&mut self, mut reading: Reading) -> usize {
        let label = BriefingLabel::of(&reading);
        let index = self.tabs.slot_for(&label.location);
        let slot = &mut self.tabs.slots[index];
        if self.tabs.current != Some(index) && slot.parked.is_none() {
            slot.label = label;
            if let (true, Some(known)) =
                (slot.kept == Fields::default(), self.recents.known(&slot.label.location))
            {
                slot.kept.clone_from(known);
            }
            tab_state::restore(&mut slot.kept, &mut reading);
            slot.note(&mut reading);
            slot.parked = Some(Box::new(reading));
        }
        index
    }

    /// Shows the briefing in the window as its file is now, at the same place.
    fn reload(&mut self, mut reading: Reading) {
        let Some((current, open)) = self.tabs.current.zip(self.window.reading.as_mut()) else { return };
        let (new, old) = (&reading.bundle, &open.bundle);
        let same = new.manifest_source == old.manifest_source && new.article_source == old.article_source;
        let slot = &mut self.tabs.slots[current];
        if same || !Location::of(new).is_same(&slot.label.location) {
            return;
        }
        slot.note(open);
        slot.label = BriefingLabel::of(&reading);
        tab_state::restore(&mut slot.kept, &mut reading);
        self.window.view = reading.view;
        self.window.reading = Some(reading);
        self.forget_find();
    }

    /// Shows all of a briefing whose beginning is open, at the same place.
    fn complete_beginning(&mut self, location: &Location, mut reading: Reading) {
        let Some(index) = self.tabs.slot_of(location) else { return };
        let TabSlot { label, kept, parked } = &mut self.tabs.slots[index];
        let is_in_window = self.tabs.current == Some(index);
        let open = if is_in_window { self.window.reading.as_mut() } else { parked.as_deref_mut() };
        let Some(open) = open.filter(|open| open.bundle.unread > 0) else { return };
        note(label, kept, open);
        tab_state::restore(kept, &mut reading);
        reading.view = open.view;
        *open = reading;
        if is_in_window {
            self.forget_find();
        }
    }

    /// Closes briefings whose rest will not come, put aside or in the window: nobody shall take a part
    /// for all.
    pub(in crate::app) fn close_beginnings(&mut self) {
        if self.is_beginning() {
            self.close_current();
        }
        self.tabs.remove_beginnings();
        self.window.tabs = self.tabs.tabs();
    }

    /// Whether only the beginning of the briefing in the window is read yet.
    pub(in crate::app) fn is_beginning(&self) -> bool {
        self.window.reading.as_ref().is_some_and(|reading| reading.bundle.unread > 0)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use egui::Context;

    use super::*;
    use crate::app::Session;
    use crate::bundle::{Bundle, Limits, Progress};
    use crate::view::actions::{Action, Job};

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

        let mut app = App::new(&[], Session::default());
        app.finish_opening(&Location::named(folder.path()), Some(OpenIntent::Open), Ok(beginning));
        assert!(app.is_beginning());
        let small = Reading::new(Arc::new(crate::library::open("nspcc-e2ee-2021").expect("it is built in")));
        app.open_reading(small);
        assert_eq!(app.tabs.slots.len(), 2);
        app.apply(&Context::default(), Action::Cancel(Job::Opening));
        let left: Vec<&Location> = app.tabs.slots.iter().map(|slot| &slot.label.location).collect();
        assert_eq!(left, [&Location::BuiltIn("nspcc-e2ee-2021".to_owned())]);
    }
}
