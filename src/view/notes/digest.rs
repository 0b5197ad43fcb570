//! "Your evidence changed": what a new edition did to notes, old beside new, with what can be done
//! about it.

use egui::{Key, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};

use super::asked::Noting;
use super::placed::{PageNotes, PlacedNote};
use super::words;
use crate::notes::{EditionText, Status};
use crate::ui::widgets::{self, hairline, quiet_button};
use crate::ui::{Theme, type_scale};
use crate::view::{Action, Reading};

const PADDING: egui::Vec2 = vec2(6.0, 3.0);
/// Places that are offered for a note that may belong to several.
const OFFERED: usize = 3;
/// Between the old words and the new.
const GAP: f32 = 24.0;

/// "2 of your 12 notes want a look", with how all of them ended.
pub fn head(ui: &mut Ui, theme: &Theme, placed: &PageNotes) {
    ui.add_space(12.0);
    widgets::heading(ui, "Your evidence changed", type_scale::H2, theme.ink, 2);
    ui.add_space(4.0);
    widgets::text(ui, &counted(placed), type_scale::SMALL, theme.quiet);
    ui.add_space(10.0);
}

/// "Of 12 notes, 9 are unchanged, 1 moved, 1 changed, 0 may belong to several places, 1 lost its place."
#[must_use]
pub fn counted(placed: &PageNotes) -> String {
    let [unchanged, moved, changed, ambiguous, orphaned] = placed.counts();
    let all = placed.all().len();
    format!(
        "Of {all} {}: {unchanged} unchanged, {moved} moved, {changed} changed, {ambiguous} with several possible \
         places, {orphaned} without a place.",
        if all == 1 { "note" } else { "notes" }
    )
}

/// The first note that wants a decision is decided about with one key: A takes what is there now, K
/// keeps it without a place.
pub fn keys(ui: &Ui, placed: &PageNotes, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let Some(first) = placed.to_settle().first().map(|index| &placed.all()[*index]) else { return };
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::A) {
        actions.extend(take(first).map(Action::Note));
    } else if pressed(Key::K) {
        actions.push(Action::Note(Noting::KeepWithoutPlace(first.note.id)));
    }
}

/// What taking the likeliest place comes to; `None` where there is no place.
fn take(placed: &PlacedNote) -> Option<Noting> {
    let id = placed.note.id;
    match placed.placement.status {
        Status::TextChanged => Some(Noting::Accept(id)),
        Status::Ambiguous => {
            placed.placement.candidates.first().map(|candidate| Noting::Attach(id, candidate.at.clone()))
        }
        _ => None,
    }
}

/// A note that wants a decision: old words beside new ones, and what can be done.
pub fn change(
    ui: &mut Ui,
    theme: &Theme,
    reading: Option<&Reading>,
    placed: &PlacedNote,
    actions: &mut Vec<Action>,
) {
    hairline(ui, theme);
    ui.add_space(10.0);
    let status = words::status(placed).unwrap_or_default();
    widgets::text(ui, &status, type_scale::LABEL_STRONG, theme.warning);
    ui.add_space(4.0);
    let edition = format!("Edition {}", placed.note.edition);
    let old = words::short_to(placed.quote(), OLD_AND_NEW);
    let now = placed.placement.change.as_ref().map(|change| words::short_to(&change.new, OLD_AND_NEW));
    let now = now.unwrap_or_else(|| "–".to_owned());
    side_by_side(ui, theme, (&edition, &old), ("This edition", &now));
    if !placed.note.comment.trim().is_empty() {
        ui.add_space(4.0);
        widgets::text(ui, placed.note.comment.trim(), type_scale::LABEL, theme.quiet);
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        // Their words begin where the others do.
        ui.add_space(-PADDING.x);
        buttons(ui, theme, reading, placed, actions);
    });
    ui.add_space(10.0);
}

/// Characters of the old words and of the new.
const OLD_AND_NEW: usize = 400;

fn buttons(
    ui: &mut Ui,
    theme: &Theme,
    reading: Option<&Reading>,
    placed: &PlacedNote,
    actions: &mut Vec<Action>,
) {
    let id = placed.note.id;
    let mut button = |ui: &mut Ui, words: &str, asked: Noting| {
        if quiet_button(ui, theme, words, type_scale::LABEL, PADDING).clicked() {
            actions.push(Action::Note(asked));
        }
    };
    match placed.placement.status {
        Status::TextChanged => button(ui, "Accept the new words (A)", Noting::Accept(id)),
        Status::Ambiguous => {
            let text = reading.map(|reading| EditionText::of(&reading.bundle.article));
            for (number, candidate) in placed.placement.candidates.iter().take(OFFERED).enumerate() {
                let around = text.as_ref().map(|text| words::around(text, candidate.at.clone()));
                let key = if number == 0 { " (A)" } else { "" };
                let words = format!("Attach to {}{key}", around.unwrap_or_default());
                button(ui, &words, Noting::Attach(id, candidate.at.clone()));
            }
        }
        _ => {}
    }
    if placed.row.is_some() {
        button(ui, "Go to", Noting::GoTo(id));
    }
    if reading.is_some_and(|reading| reading.page.selection().is_some()) {
        button(ui, "Attach to the selection", Noting::AttachHere(id));
    }
    button(ui, "Keep without a place (K)", Noting::KeepWithoutPlace(id));
}

fn side_by_side(ui: &mut Ui, theme: &Theme, old: (&str, &str), new: (&str, &str)) {
    let room = ui.available_rect_before_wrap();
    let wide = room.width() > 420.0;
    let width = if wide { (room.width() - GAP) / 2.0 } else { room.width() };
    let mut bottom = room.top();
    let mut top = room.top();
    for (number, (label, words)) in [old, new].into_iter().enumerate() {
        let left = if wide && number == 1 { room.left() + width + GAP } else { room.left() };
        let place = Rect::from_min_max(pos2(left, top), pos2(left + width, f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("side", number)));
        widgets::text(&mut child, label, type_scale::SECONDARY, theme.quiet);
        widgets::text(&mut child, words, type_scale::SMALL, theme.ink);
        bottom = child.min_rect().bottom().max(bottom);
        top = if wide { top } else { bottom + 6.0 };
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(room.min, pos2(room.right(), bottom)));
}
