//! The briefings that are open: one in the window, the others put aside as they were left.

mod arriving;
mod tabs;

use super::history::Spot;
use super::kept_reading::{self, Named};
use super::place::Place;
use super::recents::Recents;
use crate::library::fields::Fields;
use crate::view::{Reading, Tab};

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
