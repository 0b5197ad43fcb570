//! Find in page: opens and closes the find bar, goes from match to match.

use std::sync::Arc;

use egui::Context;

use crate::app::App;
use crate::library::search::{Found, Hit};
use crate::view::actions::{Direction, View};

impl App {
    /// Opens the find bar over the article: charts, calls and sources stand there too.
    pub(in crate::app) fn open_find(&mut self, ctx: &Context) {
        self.show(View::Read);
        let Some(reading) = &self.window.reading else { return };
        if !self.window.find.open {
            self.window.find.from_row = reading.page.hold().row;
            self.leave();
        }
        self.window.find.open = true;
        self.window.find.take_focus = true;
        self.find(ctx);
    }

    /// Looks for the words, at once or off the frame.
    pub(in crate::app) fn find(&mut self, ctx: &Context) {
        let Some(reading) = &self.window.reading else { return };
        let notes = reading.notes.texts();
        match self.finder.start(ctx, &reading.bundle, &self.window.find.query, notes) {
            Some(found) => self.found(found),
            None => self.window.find.searching = true,
        }
    }

    /// Takes over what was found and goes to the first hit from where the search began.
    pub(in crate::app) fn found(&mut self, found: Found) {
        let Some(place) = self.window.find.take(found).map(place) else { return };
        self.bring_into_view(place);
    }

    /// Goes to the next hit or the one before, and shows them all.
    pub(in crate::app) fn find_step(&mut self, direction: Direction) {
        if self.window.reading.is_none() {
            return;
        }
        let Some(place) = self.window.find.step(direction).map(place) else { return };
        if !self.window.find.open {
            self.leave();
            self.window.find.open = true;
        }
        self.show(View::Read);
        self.window.find.from_row = place.0;
        self.bring_into_view(place);
    }

    /// Closes the find bar; the keyboard goes to the place that was found.
    pub(in crate::app) fn close_find(&mut self) {
        let find = &mut self.window.find;
        find.open = false;
        find.went_round = None;
        let Some(hit) = find.hits.get(find.current) else { return };
        if let Some(reading) = &mut self.window.reading
            && self.window.view == View::Read
        {
            reading.page.land_on(hit.row, &format!("Found: {}", find.query.words.trim()));
        }
    }

    /// Forgets what was found: another briefing comes into the window.
    pub(in crate::app) fn forget_find(&mut self) {
        self.finder.forget();
        let find = &mut self.window.find;
        find.open = false;
        find.searching = false;
        find.hits = Arc::default();
    }

    fn bring_into_view(&mut self, (row, words): (usize, bool)) {
        if let Some(reading) = &mut self.window.reading {
            reading.page.go_to_found(row, words);
        }
    }
}

/// The row of a hit, and whether it is words in it.
fn place(hit: &Hit) -> (usize, bool) {
    (hit.row, hit.range.is_some())
}
