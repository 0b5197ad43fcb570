//! Opening, going to, going back to and closing briefings that stand side by side.

use std::sync::Arc;

use super::{Errand, Seat};
use crate::app::App;
use crate::app::history::Spot;
use crate::app::kept_reading::Named;
use crate::app::place::Place;
use crate::bundle::{Bundle, Progress};
use crate::library::fields::Fields;
use crate::view::About;
use crate::view::actions::{Direction, View};

impl App {
    /// Opens the briefing at a place, or goes to it where it is open.
    pub(in crate::app) fn open_place(&mut self, place: &Place) {
        self.window.messages.retract(About::Opening);
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
    pub(in crate::app) fn open_all(&mut self, places: Vec<Place>) {
        for place in &places {
            self.desk.seat_for(place);
        }
        for (index, place) in places.into_iter().enumerate() {
            let errand = if index == 0 { Errand::Tab } else { Errand::Aside };
            self.ask_for(&place, errand);
        }
        self.window.tabs = self.desk.tabs();
    }

    /// Goes to the briefing of this tab.
    pub(in crate::app) fn go_to_tab(&mut self, tab: usize) {
        if tab < self.desk.seats.len() {
            self.leave();
            self.take_up(tab);
        }
    }

    /// Goes to the next briefing, or the one before, in the order of the tabs and round their ends.
    pub(in crate::app) fn step_tab(&mut self, direction: Direction) {
        let count = self.desk.seats.len().max(1);
        let next = match self.desk.current {
            Some(current) => direction.step(current, count),
            None if direction == Direction::Next => 0,
            None => count - 1,
        };
        self.go_to_tab(next);
    }

    /// Closes the briefing of this tab; the one after it takes the window, or else the one before.
    pub(in crate::app) fn close_tab(&mut self, tab: usize) {
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
    pub(in crate::app) fn open_bundles(&self) -> Vec<Arc<Bundle>> {
        let aside = self.desk.seats.iter().filter_map(|seat| seat.aside.as_deref());
        self.window.reading.iter().chain(aside).map(|reading| Arc::clone(&reading.bundle)).collect()
    }

    /// Opens a briefing by its id: one that is open, or one of the shelf. Whether there is one.
    pub(in crate::app) fn open_by_id(&mut self, id: &str) -> bool {
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
    pub(in crate::app) fn close_current(&mut self) {
        if let Some(current) = self.desk.current {
            self.close_tab(current);
        }
    }

    /// Comes back to a place of a briefing, which is opened again where it was closed.
    pub(in crate::app) fn bring_back(&mut self, place: &Place, spot: Spot) {
        match self.desk.seat_of(place) {
            Some(seat) if self.desk.current == Some(seat) || self.desk.seats[seat].aside.is_some() => {
                self.take_up(seat);
                self.show_spot(&spot);
            }
            _ => self.opener.ask(&self.wake, place.clone(), Errand::Return(spot)),
        }
    }

    pub(super) fn take_up(&mut self, index: usize) {
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

    /// Takes up the briefings that were open, none of which is read yet.
    /// Returns the seat of the one at `current`.
    pub(in crate::app) fn take_up_desk(
        &mut self,
        open: Vec<Fields>,
        current: Option<usize>,
    ) -> Option<usize> {
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
    pub(in crate::app) fn start_with(&mut self, tab: usize) {
        if tab < self.desk.seats.len() {
            self.take_up(tab);
        }
    }

    pub(super) fn put_aside(&mut self) {
        self.close_card();
        self.forget_find();
        if let (Some(current), Some(mut reading)) = (self.desk.current.take(), self.window.reading.take()) {
            let seat = &mut self.desk.seats[current];
            seat.note(&mut reading);
            self.recents.note(&seat.named, &seat.kept, false);
            seat.aside = Some(Box::new(reading));
        }
    }

    /// Says something that the person must know.
    pub(in crate::app) fn say_too(&mut self, words: &str) {
        self.window.messages.say(words);
    }
}
