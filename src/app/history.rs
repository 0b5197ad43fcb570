//! Where the person has been: back and forward over jumps, views and briefings.

use std::sync::Arc;

use crate::bundle::Bundle;
use crate::ui::virtual_list::Anchor;
use crate::view::{Reading, View, Window};

/// A place to come back to: the same line of the same briefing.
#[derive(Clone)]
struct Spot {
    bundle: Option<Arc<Bundle>>,
    view: View,
    anchor: Anchor,
}

impl Spot {
    fn of(window: &Window) -> Spot {
        Spot {
            bundle: window.reading.as_ref().map(|reading| Arc::clone(&reading.bundle)),
            view: window.view,
            anchor: window.reading.as_ref().map(|reading| reading.page.anchor()).unwrap_or_default(),
        }
    }

    fn is_same(&self, other: &Spot) -> bool {
        let same_bundle = match (&self.bundle, &other.bundle) {
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        };
        same_bundle && self.view == other.view && self.anchor == other.anchor
    }

    fn show(self, window: &mut Window) {
        window.view = self.view;
        let Some(bundle) = self.bundle else { return };
        match &mut window.reading {
            Some(reading) if Arc::ptr_eq(&reading.bundle, &bundle) => reading.page.go_back_to(self.anchor),
            _ => {
                let mut reading = Reading::new(bundle);
                reading.page.go_back_to(self.anchor);
                window.reading = Some(reading);
            }
        }
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
    /// Remembers where the window is, before it goes somewhere else.
    pub fn leave(&mut self, window: &Window) {
        let spot = Spot::of(window);
        if self.behind.last().is_some_and(|last| last.is_same(&spot)) {
            return;
        }
        self.behind.push(spot);
        self.ahead.clear();
        if self.behind.len() > MOST {
            self.behind.remove(0);
        }
    }

    /// Goes back to the last place.
    pub fn back(&mut self, window: &mut Window) {
        if let Some(spot) = self.behind.pop() {
            self.ahead.push(Spot::of(window));
            spot.show(window);
        }
    }

    /// Undoes going back.
    pub fn forward(&mut self, window: &mut Window) {
        if let Some(spot) = self.ahead.pop() {
            self.behind.push(Spot::of(window));
            spot.show(window);
        }
    }

    /// Whether there is a place behind, and one ahead.
    pub fn can(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }
}
