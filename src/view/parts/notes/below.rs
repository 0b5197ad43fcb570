//! Notes under what they are on, in views without a margin.

use egui::{Id, Role, Ui, UiBuilder};

use super::page_notes::PageNotes;
use super::placed_note::PlacedNote;
use super::{card, words};
use crate::bundle::is_within;
use crate::notes::{Status, Target};
use crate::ui::unseen::Teller;
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;
use crate::view::parts::call_entry::GUTTER;

/// Above each card, in points.
const ABOVE: f32 = 8.0;

/// Draws the cards of the notes on a call, under its words.
pub fn call(ui: &mut Ui, cx: &mut ViewContext<'_>, placed: &PageNotes, id: &str) {
    let room = ui.available_rect_before_wrap();
    let mut words = ui.new_child(UiBuilder::new().max_rect(room.with_min_x(room.left() + GUTTER)));
    let is_on_it = |target: &Target| matches!(target, Target::Call { call, .. } if call == id);
    show(&mut words, cx, placed, is_on_it);
    ui.advance_cursor_after_rect(words.min_rect());
}

/// Draws the cards of the notes on a question, `poll/question`, and on its answers.
pub fn question(ui: &mut Ui, cx: &mut ViewContext<'_>, placed: &PageNotes, id: &str) {
    show(ui, cx, placed, |target| is_on_question(target, id));
}

/// Tells a screen reader of the notes on a question that is not drawn.
pub fn tell_question(teller: &mut Teller<'_>, placed: &PageNotes, id: &str) {
    for placed in standing(placed, |target| is_on_question(target, id)) {
        teller.say(card_id(teller.id(), placed), Role::Button, &words::spoken(placed));
    }
}

fn is_on_question(target: &Target, id: &str) -> bool {
    matches!(target, Target::Figure { reference, .. } if is_within(id, reference))
}

fn standing(placed: &PageNotes, is_on_it: impl Fn(&Target) -> bool) -> impl Iterator<Item = &PlacedNote> {
    let stands =
        move |placed: &&PlacedNote| placed.placement.status != Status::Orphaned && is_on_it(&placed.target);
    placed.all().iter().filter(stands)
}

/// The id of a card, from that of what it is drawn in.
fn card_id(inside: Id, placed: &PlacedNote) -> Id {
    inside.with(("note under", placed.note.id))
}

fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, placed: &PageNotes, is_on_it: impl Fn(&Target) -> bool) {
    for placed in standing(placed, is_on_it) {
        ui.add_space(ABOVE);
        if card::show(ui, cx.theme, card_id(ui.scope_id(), placed), placed).clicked() {
            cx.actions.push(Action::Note(NoteAction::Open(placed.note.id)));
        }
    }
}
