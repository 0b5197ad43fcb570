//! Find in page: opens and closes the find bar, goes from match to match.

use std::sync::Arc;

use super::Navigation;
use crate::app::tasks::Tasks;
use crate::library::search::{Found, Hit};
use crate::view::Window;
use crate::view::actions::{Direction, View};

impl Navigation {
    /// Opens the find bar over the article: charts, calls and sources are there too.
    pub(crate) fn open_find(&mut self, window: &mut Window, tasks: &Tasks) {
        self.show(window, View::Read);
        let Some(reading) = &window.reading else { return };
        if !window.find.open {
            window.find.from_row = reading.page.hold().row;
            self.leave(window);
        }
        window.find.open = true;
        window.find.take_focus = true;
        self.find(window, tasks);
    }

    /// Searches for the words in the find bar.
    pub(crate) fn find(&mut self, window: &mut Window, tasks: &Tasks) {
        let Some(reading) = &window.reading else { return };
        let notes = reading.notes.texts();
        match self.search.start(tasks, &reading.bundle, &window.find.query, notes) {
            Some(found) => show_found(window, found),
            None => window.find.searching = true,
        }
    }

    /// Shows the matches of a search that has come to its end.
    pub(crate) fn take_found(&mut self, window: &mut Window) {
        if let Some(found) = self.search.finished() {
            show_found(window, found);
        }
    }

    /// Goes to the next match or the previous one, and shows them all.
    pub(crate) fn find_step(&mut self, window: &mut Window, direction: Direction) {
        if window.reading.is_none() {
            return;
        }
        let Some(place) = window.find.step(direction).map(place) else { return };
        if !window.find.open {
            self.leave(window);
            window.find.open = true;
        }
        self.show(window, View::Read);
        window.find.from_row = place.0;
        bring_into_view(window, place);
    }

    /// Forgets what was found: another briefing comes into the window.
    pub(crate) fn forget_find(&mut self, window: &mut Window) {
        self.search.forget();
        let find = &mut window.find;
        find.open = false;
        find.searching = false;
        find.hits = Arc::default();
    }
}

/// Closes the find bar; keyboard focus moves to the match.
pub(crate) fn close_find(window: &mut Window) {
    let find = &mut window.find;
    find.open = false;
    find.went_round = None;
    let Some(hit) = find.hits.get(find.current) else { return };
    if let Some(reading) = &mut window.reading
        && window.view == View::Read
    {
        reading.page.land_on(hit.row, &format!("Found: {}", find.query.words.trim()));
    }
}

/// Takes over what was found and goes to the first match from where the search began.
fn show_found(window: &mut Window, found: Found) {
    let Some(place) = window.find.take(found).map(place) else { return };
    bring_into_view(window, place);
}

fn bring_into_view(window: &mut Window, (row, words): (usize, bool)) {
    if let Some(reading) = &mut window.reading {
        reading.page.go_to_found(row, words);
    }
}

/// The row of a match, and whether it is words in it.
fn place(hit: &Hit) -> (usize, bool) {
    (hit.row, hit.range.is_some())
}
