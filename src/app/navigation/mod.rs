//! Moves to another view, or to a place in the article.

pub(super) mod find;
pub(super) mod history;
pub(super) mod search_task;

use egui::Context;

use crate::app::App;
use crate::view::Page;
use crate::view::actions::View;

impl App {
    pub(in crate::app) fn show(&mut self, view: View) {
        let here = self.window.reading.is_some() || view.stands_alone();
        let view = if here { view } else { View::Shelf };
        if self.window.view != view {
            self.leave();
            self.window.view = view;
        }
    }

    /// Goes to a row that something led to.
    pub(in crate::app) fn follow(&mut self, ctx: &Context, find: impl FnOnce(&Page) -> Option<usize>) {
        if let Some(row) = self.window.reading.as_ref().and_then(|reading| find(&reading.page)) {
            self.go_to(row);
            self.take_keyboard_along(ctx, |page| page.land_at(row));
        }
    }

    /// Hands the keyboard to a place of the page, where it is in use: what had it is out of view, and the
    /// Tab key would begin anew at the top of the window.
    pub(in crate::app) fn take_keyboard_along(&mut self, ctx: &Context, land: impl FnOnce(&mut Page)) {
        if ctx.memory(|memory| memory.focused().is_some()) {
            self.on_page(land);
        }
    }

    /// Goes to the chart of a figure: on the page, else among the polls, which show every question. What
    /// no poll asked is where the text speaks of it.
    pub(in crate::app) fn go_to_figure(&mut self, ctx: &Context, figure: &str) {
        let Some(reading) = &self.window.reading else { return };
        let among_polls = reading.polls.row_of(&reading.bundle, figure);
        let in_text = || reading.page.row_of_claim(figure).filter(|_| among_polls.is_none());
        if let Some(row) = reading.page.row_of_chart(figure).or_else(in_text) {
            self.go_to(row);
            self.on_page(|page| page.go_to_figure(row, figure));
            self.take_keyboard_along(ctx, |page| page.land_at(row));
        } else if let Some(row) = among_polls {
            self.show(View::Polls);
            if let Some(reading) = &mut self.window.reading {
                reading.polls.go_to(row, figure);
            }
        }
    }

    pub(in crate::app) fn go_to(&mut self, row: usize) {
        self.leave();
        if let Some(reading) = &mut self.window.reading {
            reading.page.go_to(row);
            self.window.view = View::Read;
        }
    }
}
