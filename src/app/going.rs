//! Going to another view, and to a place of the article.

use super::App;
use crate::view::{Page, View};

impl App {
    pub(super) fn show(&mut self, view: View) {
        let here = self.window.reading.is_some() || view.stands_alone();
        let view = if here { view } else { View::Shelf };
        if self.window.view != view {
            self.leave();
            self.window.view = view;
        }
    }

    pub(super) fn go_to_row_of(&mut self, find: impl FnOnce(&Page) -> Option<usize>) {
        if let Some(row) = self.window.reading.as_ref().and_then(|reading| find(&reading.page)) {
            self.go_to(row);
        }
    }

    pub(super) fn go_to(&mut self, row: usize) {
        self.leave();
        if let Some(reading) = &mut self.window.reading {
            reading.page.go_to(row);
            self.window.view = View::Read;
        }
    }
}
