//! Briefings that were read come to the window, or wait aside.

use super::{Errand, Seat, note};
use crate::app::App;
use crate::app::kept_reading::{self, Named};
use crate::app::place::Place;
use crate::library::fields::Fields;
use crate::view::actions::View;
use crate::view::{About, Reading};

impl App {
    /// Shows a briefing that was read, or says why it was not; then it is not open any more.
    pub(in crate::app) fn arrived(
        &mut self,
        place: &Place,
        errand: Option<Errand>,
        read: Result<Reading, String>,
    ) {
        let reading = match read {
            Ok(reading) => reading,
            Err(why) => {
                self.window.messages.say_of(About::Opening, why);
                self.close_beginnings();
                if let Some(seat) = self.desk.seat_of(place).filter(|seat| self.desk.current != Some(*seat)) {
                    self.desk.leave_seat(seat);
                    self.window.tabs = self.desk.tabs();
                }
                if self.window.reading.is_none() && !self.window.view.stands_alone() {
                    self.window.view = View::Shelf;
                }
                return;
            }
        };
        let Some(errand) = errand else {
            self.rest_arrived(place, reading);
            return;
        };
        match errand {
            Errand::Open => self.open_reading(reading),
            Errand::Aside if self.window.reading.is_some() => {
                self.seat(reading);
            }
            Errand::Aside | Errand::Tab => self.sit_down(reading),
            Errand::Anew => self.read_anew(reading),
            Errand::Return(spot) => {
                self.sit_down(reading);
                self.show_spot(&spot);
            }
        }
        self.window.tabs = self.desk.tabs();
    }

    /// Gives a briefing that was just opened the window.
    pub(in crate::app) fn open_reading(&mut self, reading: Reading) {
        // Not at the start: there is nothing to come back to.
        if self.window.reading.is_some() || !self.window.shelf.entries.is_empty() {
            self.leave();
        }
        self.sit_down(reading);
    }

    /// Gives a briefing that was just read the window; where it is open, that one.
    pub(super) fn sit_down(&mut self, reading: Reading) {
        let seat = self.seat(reading);
        self.take_up(seat);
    }

    /// Puts a briefing that was read where it belongs, at the place where one was in it; where it is
    /// there already, that one stays. Returns its seat.
    fn seat(&mut self, mut reading: Reading) -> usize {
        let named = Named::of(&reading);
        let index = self.desk.seat_for(&named.place);
        let seat = &mut self.desk.seats[index];
        if self.desk.current != Some(index) && seat.aside.is_none() {
            seat.named = named;
            if let (true, Some(known)) =
                (seat.kept == Fields::default(), self.recents.known(&seat.named.place))
            {
                seat.kept.clone_from(known);
            }
            kept_reading::restore(&mut seat.kept, &mut reading);
            seat.note(&mut reading);
            seat.aside = Some(Box::new(reading));
        }
        index
    }

    /// Shows the briefing in the window as its file is now, at the same place.
    fn read_anew(&mut self, mut reading: Reading) {
        let Some((current, open)) = self.desk.current.zip(self.window.reading.as_mut()) else { return };
        let (new, old) = (&reading.bundle, &open.bundle);
        let same = new.manifest_source == old.manifest_source && new.article_source == old.article_source;
        let seat = &mut self.desk.seats[current];
        if same || !Place::of(new).is_same(&seat.named.place) {
            return;
        }
        seat.note(open);
        seat.named = Named::of(&reading);
        kept_reading::restore(&mut seat.kept, &mut reading);
        self.window.view = reading.view;
        self.window.reading = Some(reading);
        self.forget_find();
    }

    /// Shows all of a briefing whose beginning is open, at the same place.
    fn rest_arrived(&mut self, place: &Place, mut reading: Reading) {
        let Some(index) = self.desk.seat_of(place) else { return };
        let Seat { named, kept, aside } = &mut self.desk.seats[index];
        let is_in_window = self.desk.current == Some(index);
        let open = if is_in_window { self.window.reading.as_mut() } else { aside.as_deref_mut() };
        let Some(open) = open.filter(|open| open.bundle.unread > 0) else { return };
        note(named, kept, open);
        kept_reading::restore(kept, &mut reading);
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
        self.desk.leave_beginnings();
        self.window.tabs = self.desk.tabs();
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
        app.arrived(&Place::named(folder.path()), Some(Errand::Open), Ok(beginning));
        assert!(app.is_beginning());
        let small = Reading::new(Arc::new(crate::library::open("nspcc-e2ee-2021").expect("it is built in")));
        app.open_reading(small);
        assert_eq!(app.desk.seats.len(), 2);
        app.apply(&Context::default(), Action::Cancel(Job::Opening));
        let left: Vec<&Place> = app.desk.seats.iter().map(|seat| &seat.named.place).collect();
        assert_eq!(left, [&Place::BuiltIn("nspcc-e2ee-2021".to_owned())]);
    }
}
