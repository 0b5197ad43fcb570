//! Notes in the margin, each beside its passage; where they would stand in each other, the later
//! one goes down.

use egui::{Id, Rangef, Rect, Ui, UiBuilder, pos2};

use crate::text::counted;
use crate::ui::type_scale;
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;
use crate::view::pages::article::Spot;
use crate::view::parts::notes::{Notes, PageNotes, card, editor};

/// Between two cards, in points.
const BETWEEN: f32 = 8.0;
/// The line that says that more follow than have room.
const MORE: f32 = 24.0;
/// A card's height before it was ever drawn.
const GUESS: f32 = 70.0;

/// Draws the cards of the notes that stand in view; returns what they take of the room, from top to
/// bottom. `spots` is where the page has just drawn them.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    placed: &PageNotes,
    (notes, spots): (&mut Notes, &[Spot]),
    room: Rect,
) -> Vec<Rangef> {
    let cards = cards(placed, notes, spots, room.top());
    let mut taken = Vec::new();
    let mut top = room.top();
    for (position, card) in cards.iter().enumerate() {
        let note = &placed.all()[card.note];
        let id = Id::unique("note card").with(note.note.id);
        let height = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(GUESS);
        let follows = position + 1 < cards.len();
        let lowest = if card.is_open { lowest(room, height, follows) } else { f32::INFINITY };
        let at = card.wanted.max(top).min(lowest);
        if at > room.bottom() - MORE {
            more(ui, cx, room, cards.len() - position);
            break;
        }
        let place = Rect::from_min_max(pos2(room.left(), at), pos2(room.right(), f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("note", note.note.id)));
        if card.is_open {
            editor::show(&mut child, cx, &note.note, notes);
        } else if card::show(&mut child, cx.theme, id, note).clicked() {
            cx.actions.push(Action::Note(NoteAction::Open(note.note.id)));
        }
        let drawn = child.min_rect();
        if (drawn.height() - height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, drawn.height()));
            ui.ctx().request_repaint();
        }
        taken.push(drawn.y_range());
        top = drawn.bottom() + BETWEEN;
    }
    taken
}

/// Where an open card stands at most, so that it stays whole in view, clear of the line that says that
/// more follow.
fn lowest(room: Rect, height: f32, follows: bool) -> f32 {
    let below = if follows { MORE + BETWEEN } else { 0.0 };
    (room.bottom() - below - height).max(room.top())
}

/// A card that is to be drawn.
struct Card {
    note: usize,
    /// Where its passage begins.
    wanted: f32,
    is_open: bool,
}

/// The cards in view, from top to bottom; highlights without words have none until they are opened.
fn cards(placed: &PageNotes, notes: &Notes, spots: &[Spot], top: f32) -> Vec<Card> {
    let open = notes.open.as_ref().map(|editing| editing.id);
    let mut cards: Vec<Card> = Vec::new();
    for spot in spots {
        let note = &placed.all()[spot.note];
        let is_open = open == Some(note.note.id);
        let has_card = is_open || !note.note.says_nothing() || note.needs_care();
        if !has_card {
            continue;
        }
        match cards.iter_mut().find(|card| card.note == spot.note) {
            Some(card) => card.wanted = card.wanted.min(spot.rect.top()),
            None => cards.push(Card { note: spot.note, wanted: spot.rect.top(), is_open }),
        }
    }
    // What is written in stays, though its passage was scrolled away.
    if !cards.iter().any(|card| card.is_open)
        && let Some(note) = placed.all().iter().position(|placed| Some(placed.note.id) == open)
    {
        cards.push(Card { note, wanted: top, is_open: true });
    }
    cards.sort_by(|a, b| a.wanted.total_cmp(&b.wanted).then(a.note.cmp(&b.note)));
    cards
}

/// That there are more than have room.
fn more(ui: &mut Ui, cx: &mut ViewContext<'_>, room: Rect, count: usize) {
    let words = counted(count, "more note");
    let place = Rect::from_min_max(pos2(room.left(), room.bottom() - MORE), room.max);
    ui.painter().rect_filled(place, 0.0, cx.theme.page);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("more notes"));
    let padding = egui::vec2(6.0, 3.0);
    if crate::ui::widgets::quiet_button(&mut child, cx.theme, &words, type_scale::SECONDARY, padding)
        .clicked()
    {
        cx.actions.push(Action::Do(crate::view::actions::Command::Notes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_card_is_whole_and_clear_of_the_line_below_it() {
        let room = Rect::from_min_max(pos2(0.0, 50.0), pos2(200.0, 450.0));
        let at = |height, follows| lowest(room, height, follows) as i32;
        assert_eq!((at(100.0, false), at(100.0, true)), (350, 318));
        assert_eq!(at(900.0, true), 50, "one that is too high begins at the top");
    }
}
