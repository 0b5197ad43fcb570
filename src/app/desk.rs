//! The briefings that are open: one in the window, the others put aside as they were left.

use std::sync::Arc;

use super::App;
use super::history::Spot;
use super::kept_reading::{self, Named};
use super::place::Place;
use super::recents::Recents;
use crate::bundle::{Bundle, Progress};
use crate::library::fields::Fields;
use crate::view::{Reading, Tab, View};

/// The open briefings, in the order in which they were opened.
#[derive(Default)]
pub struct Desk {
    seats: Vec<Seat>,
    /// The one that is in the window, if any.
    current: Option<usize>,
}

/// A briefing that is open.
struct Seat {
    named: Named,
    /// As it was kept, for where it stood before it is read, and for what other versions wrote.
    kept: Fields,
    /// Where it was put aside. `None` for the one in the window, and for those that were not read yet.
    aside: Option<Box<Reading>>,
}

impl Seat {
    /// Notes where one is in it, to be kept.
    fn note(&mut self, reading: &mut Reading) {
        note(&self.named, &mut self.kept, reading);
    }
}

fn note(named: &Named, kept: &mut Fields, reading: &mut Reading) {
    named.put(kept);
    kept_reading::put(kept, reading);
}

/// What a briefing that is being read is wanted for.
pub enum Errand {
    /// The person opened it.
    Open,
    /// It was named after others: it waits until it is gone to.
    Aside,
    /// Its tab was gone to.
    Tab,
    /// It was opened though it is open: its file may have changed.
    Anew,
    /// It was come back to.
    Return(Spot),
}

impl Desk {
    /// The place of the briefing in the window.
    pub fn current(&self) -> Option<&Place> {
        self.current.map(|index| &self.seats[index].named.place)
    }

    fn seat_of(&self, place: &Place) -> Option<usize> {
        self.seats.iter().position(|seat| seat.named.place.is_same(place))
    }

    /// The seat of a briefing, a new one at the end where it has none.
    fn seat_for(&mut self, place: &Place) -> usize {
        self.seat_of(place).unwrap_or_else(|| {
            let title = place.short_name();
            let named = Named { place: place.clone(), whole_title: title.clone(), title };
            self.seats.push(Seat { named, kept: Fields::default(), aside: None });
            self.seats.len() - 1
        })
    }

    fn leave_seat(&mut self, index: usize) {
        self.seats.remove(index);
        self.current = self.current.filter(|current| *current != index);
        self.current = self.current.map(|current| current - usize::from(current > index));
    }

    /// Leaves the seats of briefings that were put aside when only their beginning was read.
    fn leave_beginnings(&mut self) {
        let is_part = |seat: &Seat| seat.aside.as_ref().is_some_and(|reading| reading.bundle.unread > 0);
        while let Some(seat) = self.seats.iter().position(is_part) {
            self.leave_seat(seat);
        }
    }

    /// Which of them is in the window.
    pub fn current_index(&self) -> Option<usize> {
        self.current
    }

    /// Notes where one is in the briefing in the window.
    pub fn note(&mut self, in_window: Option<&mut Reading>, recents: &mut Recents) {
        if let (Some(current), Some(reading)) = (self.current, in_window) {
            let seat = &mut self.seats[current];
            seat.note(reading);
            recents.note(&seat.named, &seat.kept, false);
        }
    }

    /// All of them as they are kept.
    pub fn kept(&self) -> Vec<Fields> {
        self.seats.iter().map(|seat| seat.kept.clone()).collect()
    }

    fn tabs(&self) -> Vec<Tab> {
        let tab = |(index, seat): (usize, &Seat)| Tab {
            title: seat.named.title.clone(),
            whole_title: seat.named.whole_title.clone(),
            current: self.current == Some(index),
        };
        self.seats.iter().enumerate().map(tab).collect()
    }
}

impl App {
    /// Opens the briefing at a place, or goes to it where it is open.
    pub(super) fn open_place(&mut self, place: &Place) {
        self.window.message = None;
        if let Some(seat) = self.desk.seat_of(place) {
            self.go_to_tab(seat);
            if matches!(place, Place::OnDisk(_)) && self.desk.current == Some(seat) {
                self.opener.ask(&self.wake, place.clone(), Errand::Anew);
            }
        } else {
            self.ask_for(place, Errand::Open);
        }
    }

    /// Has a briefing read. Where nobody has been in it yet, the beginning of a long one is shown
    /// before the rest is there; else it opens at a place that may be in the rest.
    fn ask_for(&mut self, place: &Place, errand: Errand) {
        let seat = self.desk.seat_of(place).map(|seat| &self.desk.seats[seat].kept);
        let is_known = seat.is_some_and(|kept| *kept != Fields::default());
        // Nobody looks at what waits aside.
        let waits = matches!(errand, Errand::Aside);
        if waits || is_known || self.recents.known(place).is_some() || self.going_to.is_some() {
            self.opener.ask(&self.wake, place.clone(), errand);
        } else {
            self.opener.ask_beginning_first(&self.wake, place.clone(), errand);
        }
    }

    /// Opens several, in their order, and shows the first that can be read.
    pub(super) fn open_all(&mut self, places: Vec<Place>) {
        for place in &places {
            self.desk.seat_for(place);
        }
        for (index, place) in places.into_iter().enumerate() {
            let errand = if index == 0 { Errand::Tab } else { Errand::Aside };
            self.ask_for(&place, errand);
        }
        self.window.tabs = self.desk.tabs();
    }

    /// Shows a briefing that was read, or says why it was not; then it is not open any more.
    pub(super) fn arrived(&mut self, place: &Place, errand: Option<Errand>, read: Result<Reading, String>) {
        let reading = match read {
            Ok(reading) => reading,
            Err(why) => {
                self.say_too(&why);
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
    pub(super) fn open_reading(&mut self, reading: Reading) {
        // Not at the start: there is nothing to come back to.
        if self.window.reading.is_some() || !self.window.shelf.entries.is_empty() {
            self.leave();
        }
        self.sit_down(reading);
    }

    /// Goes to the briefing of this tab.
    pub(super) fn go_to_tab(&mut self, tab: usize) {
        if tab < self.desk.seats.len() {
            self.leave();
            self.take_up(tab);
        }
    }

    /// Goes to the next briefing, or the one before, in the order of the tabs and round their ends.
    pub(super) fn step_tab(&mut self, forward: bool) {
        let count = self.desk.seats.len().max(1);
        let next = match self.desk.current {
            Some(current) => (if forward { current + 1 } else { current + count - 1 }) % count,
            None if forward => 0,
            None => count - 1,
        };
        self.go_to_tab(next);
    }

    /// Closes the briefing of this tab; the one after it takes the window, or else the one before.
    pub(super) fn close_tab(&mut self, tab: usize) {
        if tab >= self.desk.seats.len() {
            return;
        }
        let in_window = self.desk.current == Some(tab);
        if in_window {
            self.leave();
            self.put_aside();
        }
        self.desk.leave_seat(tab);
        if in_window && !self.window.view.stands_alone() {
            self.window.view = View::Shelf;
            if let Some(last) = self.desk.seats.len().checked_sub(1) {
                self.take_up(tab.min(last));
            }
        }
        self.window.tabs = self.desk.tabs();
    }

    /// The briefings that are open and read.
    pub(super) fn open_bundles(&self) -> Vec<Arc<Bundle>> {
        let aside = self.desk.seats.iter().filter_map(|seat| seat.aside.as_deref());
        self.window.reading.iter().chain(aside).map(|reading| Arc::clone(&reading.bundle)).collect()
    }

    /// Opens a briefing by its id: one that is open, or one of the shelf. Whether there is one.
    pub(super) fn open_by_id(&mut self, id: &str) -> bool {
        let is_it = |seat: &Seat| seat.aside.as_ref().is_some_and(|reading| reading.bundle.manifest.id == id);
        if let Some(tab) = self.desk.seats.iter().position(is_it) {
            self.go_to_tab(tab);
            return true;
        }
        let on_shelf = |place: &&Place| match place {
            Place::BuiltIn(own) => own == id,
            Place::OnDisk(_) => place.read(&Progress::default()).is_ok_and(|bundle| bundle.manifest.id == id),
        };
        let seats = self.desk.seats.iter().map(|seat| &seat.named.place);
        let Some(place) = self.shelf.iter().chain(seats).find(on_shelf).cloned() else { return false };
        self.open_place(&place);
        true
    }

    /// Closes the briefing in the window.
    pub(super) fn close_current(&mut self) {
        if let Some(current) = self.desk.current {
            self.close_tab(current);
        }
    }

    /// Comes back to a place of a briefing, which is opened again where it was closed.
    pub(super) fn bring_back(&mut self, place: &Place, spot: Spot) {
        match self.desk.seat_of(place) {
            Some(seat) if self.desk.current == Some(seat) || self.desk.seats[seat].aside.is_some() => {
                self.take_up(seat);
                self.show_spot(&spot);
            }
            _ => self.opener.ask(&self.wake, place.clone(), Errand::Return(spot)),
        }
    }

    fn take_up(&mut self, index: usize) {
        if self.desk.current != Some(index) {
            let Some(reading) = self.desk.seats[index].aside.take() else {
                self.opener.ask(&self.wake, self.desk.seats[index].named.place.clone(), Errand::Tab);
                return;
            };
            self.put_aside();
            let seat = &self.desk.seats[index];
            self.recents.note(&seat.named, &seat.kept, true);
            self.window.reading = Some(*reading);
            self.desk.current = Some(index);
        }
        if let Some(reading) = &mut self.window.reading {
            reading.come_back();
            self.window.view = reading.view;
        }
        self.window.tabs = self.desk.tabs();
    }

    /// Gives a briefing that was just read the window; where it is open, that one.
    fn sit_down(&mut self, reading: Reading) {
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

    /// Takes up the briefings that were open, none of which is read yet.
    /// Returns the seat of the one at `current`.
    pub(super) fn take_up_desk(&mut self, open: Vec<Fields>, current: Option<usize>) -> Option<usize> {
        let mut found = None;
        for (index, mut kept) in open.into_iter().enumerate() {
            let Some(named) = Named::take(&mut kept) else { continue };
            if self.desk.seat_of(&named.place).is_none() {
                found = found.or((current == Some(index)).then_some(self.desk.seats.len()));
                self.desk.seats.push(Seat { named, kept, aside: None });
            }
        }
        self.window.tabs = self.desk.tabs();
        found
    }

    /// Reads the briefing of this tab at the start.
    pub(super) fn start_with(&mut self, tab: usize) {
        if tab < self.desk.seats.len() {
            self.take_up(tab);
        }
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
    pub(super) fn close_beginnings(&mut self) {
        if self.is_beginning() {
            self.close_current();
        }
        self.desk.leave_beginnings();
        self.window.tabs = self.desk.tabs();
    }

    /// Whether only the beginning of the briefing in the window is read yet.
    pub(super) fn is_beginning(&self) -> bool {
        self.window.reading.as_ref().is_some_and(|reading| reading.bundle.unread > 0)
    }

    fn put_aside(&mut self) {
        self.close_card();
        self.forget_find();
        if let (Some(current), Some(mut reading)) = (self.desk.current.take(), self.window.reading.take()) {
            let seat = &mut self.desk.seats[current];
            seat.note(&mut reading);
            self.recents.note(&seat.named, &seat.kept, false);
            seat.aside = Some(Box::new(reading));
        }
    }

    /// Says something without hiding what was said before.
    pub(super) fn say_too(&mut self, words: &str) {
        let before = self.window.message.take().map(|before| format!("{before} "));
        self.window.message = Some(format!("{}{words}", before.unwrap_or_default()));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use egui::Context;

    use super::*;
    use crate::app::Session;
    use crate::bundle::Limits;
    use crate::view::{Action, Job};

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
