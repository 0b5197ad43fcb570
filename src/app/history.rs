//! Where the person has been: back and forward over jumps, views and briefings.

use egui::{Context, Id};

use super::App;
use super::place::Place;
use crate::ui::hold::Hold;
use crate::view;
use crate::view::actions::View;
use crate::view::{Left, Page};

/// A place to come back to: the same line of the same view of the same briefing.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// None: no briefing was open.
    briefing: Option<Place>,
    view: View,
    /// Where the article stood, where the polls did and where the claims did.
    hold: Hold,
    polls: Hold,
    claims: Hold,
    /// Where the view stood that is laid out whole, in points.
    offset: f32,
    /// In the Compare view: what was compared, and how.
    compared: Option<Box<Left>>,
    /// What had the keyboard.
    keyboard: Option<Id>,
}

impl Spot {
    /// Whether it is the same place, whatever has the keyboard there.
    fn is_place_of(&self, other: &Spot) -> bool {
        *self == Spot { keyboard: self.keyboard, ..other.clone() }
    }

    /// Whether both are the same comparison, or neither is one.
    pub fn compares_like(&self, other: &Spot) -> bool {
        self.compared == other.compared
    }
}

/// The places behind and ahead.
#[derive(Default)]
pub struct History {
    behind: Vec<Spot>,
    ahead: Vec<Spot>,
}

/// Places that are kept behind.
const MOST: usize = 200;

impl History {
    /// Remembers a place that was left.
    pub fn leave(&mut self, spot: Spot) {
        if let Some(last) = self.behind.last_mut().filter(|last| last.is_place_of(&spot)) {
            last.keyboard = spot.keyboard;
            return;
        }
        self.behind.push(spot);
        self.ahead.clear();
        if self.behind.len() > MOST {
            self.behind.remove(0);
        }
    }

    /// Whether there is a place behind, and one ahead.
    pub fn can(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }
}

impl App {
    /// Remembers where the window is, before it goes somewhere else.
    pub(super) fn leave(&mut self) {
        let spot = self.spot();
        self.history.leave(spot);
    }

    /// Goes back to the last place.
    pub(super) fn back(&mut self) {
        self.give_back = None;
        if let Some(spot) = self.history.behind.pop() {
            let here = self.spot();
            self.history.ahead.push(here);
            self.return_to(spot);
        }
    }

    /// Undoes going back.
    pub(super) fn forward(&mut self) {
        self.give_back = None;
        if let Some(spot) = self.history.ahead.pop() {
            let here = self.spot();
            self.history.behind.push(here);
            self.return_to(spot);
        }
    }

    /// Gives the keyboard back to what had it at the place that was come back to; what was led to is out
    /// of view, and the Tab key would begin anew at the top of the window.
    pub(super) fn give_keyboard_back(&mut self, ctx: &Context) {
        let Some(had_it) = self.give_back.take() else { return };
        if had_it == view::page_id() {
            self.take_keyboard_along(ctx, Page::land_at_top);
        } else if self.keyboard.is_some() {
            ctx.memory_mut(|memory| memory.request_focus(had_it));
        }
    }

    /// Where the window is.
    pub(super) fn spot(&mut self) -> Spot {
        let view = self.window.view;
        let reading = self.window.reading.as_ref();
        Spot {
            hold: reading.map(|reading| reading.page.hold()).unwrap_or_default(),
            polls: reading.map(|reading| reading.polls.hold()).unwrap_or_default(),
            claims: reading.map(|reading| reading.claims.hold()).unwrap_or_default(),
            briefing: self.desk.current().cloned(),
            view,
            offset: self.window.scroll_page(view).map_or(0.0, |page| page.offset),
            keyboard: self.keyboard,
            compared: (view == View::Compare).then(|| Box::new(self.window.compare.left())),
        }
    }

    /// Shows a place as it was left.
    fn return_to(&mut self, spot: Spot) {
        match spot.briefing.clone() {
            Some(place) => self.bring_back(&place, spot),
            None => self.show_spot(&spot),
        }
    }

    /// Shows a place of the briefing that is in the window.
    pub(super) fn show_spot(&mut self, spot: &Spot) {
        if let Some(reading) = self.window.reading.as_mut().filter(|_| spot.briefing.is_some()) {
            reading.page.go_back_to(spot.hold);
            reading.polls.go_back_to(spot.polls);
            reading.claims.go_back_to(spot.claims);
        }
        self.window.view = spot.view;
        self.give_back = Some(spot.keyboard.unwrap_or_else(view::page_id));
        if let Some(left) = spot.compared.as_deref() {
            self.window.compare.come_back_to(left.clone());
        }
        if let Some(page) = self.window.scroll_page(spot.view) {
            page.offset = spot.offset;
            page.come_back();
        }
    }
}
