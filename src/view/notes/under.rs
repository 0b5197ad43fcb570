//! Notes under what they are on, in views without a margin.

use egui::{Ui, UiBuilder};

use super::asked::Noting;
use super::card;
use super::placed::{PageNotes, PlacedNote};
use crate::bundle::is_within;
use crate::notes::{Status, Target};
use crate::ui::Theme;
use crate::view::Action;
use crate::view::call_entry::GUTTER;

/// Above each card, in points.
const ABOVE: f32 = 8.0;

/// Draws the cards of the notes on a call, under its words.
pub fn call(ui: &mut Ui, theme: &Theme, placed: &PageNotes, id: &str, actions: &mut Vec<Action>) {
    let room = ui.available_rect_before_wrap();
    let mut words = ui.new_child(UiBuilder::new().max_rect(room.with_min_x(room.left() + GUTTER)));
    let is_on_it = |target: &Target| matches!(target, Target::Call { call, .. } if call == id);
    show(&mut words, theme, placed, is_on_it, actions);
    ui.advance_cursor_after_rect(words.min_rect());
}

/// Draws the cards of the notes on a question, `poll/question`, and on its answers.
pub fn question(ui: &mut Ui, theme: &Theme, placed: &PageNotes, id: &str, actions: &mut Vec<Action>) {
    let is_on_it =
        |target: &Target| matches!(target, Target::Figure { reference, .. } if is_within(id, reference));
    show(ui, theme, placed, is_on_it, actions);
}

fn show(
    ui: &mut Ui,
    theme: &Theme,
    placed: &PageNotes,
    is_on_it: impl Fn(&Target) -> bool,
    actions: &mut Vec<Action>,
) {
    let stands =
        |placed: &&PlacedNote| placed.placement.status != Status::Orphaned && is_on_it(&placed.target);
    for placed in placed.all().iter().filter(stands) {
        ui.add_space(ABOVE);
        let id = ("note under", placed.note.id);
        let clicked =
            ui.scope_builder(UiBuilder::new().id_salt(id), |ui| card::show(ui, theme, placed).clicked());
        if clicked.inner {
            actions.push(Action::Note(Noting::Open(placed.note.id)));
        }
    }
}
