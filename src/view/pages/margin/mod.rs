//! The margin: notes beside their passages, and in the room between them the figures that belong to
//! the passage in view.

mod note_cards;

use egui::{Id, Rangef, Rect, Role, Ui, UiBuilder, pos2};

use crate::bundle::{Bundle, Found};
use crate::view::actions::Action;
use crate::view::context::ViewContext;
use crate::view::pages::article::Page;
use crate::view::parts::figure_card;
use crate::view::parts::notes::{Notes, PageNotes};

/// Between two cards, in points.
const BETWEEN: f32 = 14.0;
/// A figure card's height before it was ever drawn.
const GUESS: f32 = 190.0;

/// Draws the cards into `room`; the figure that is pointed at is lit.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    page: &Page,
    (placed, notes): (&PageNotes, &mut Notes),
    room: Rect,
) {
    let mut cards = ui
        .new_child(UiBuilder::new().max_rect(room).id_salt("margin").accessibility_role(Role::Complementary));
    cards.shrink_clip_rect(room);
    ui.ctx().accesskit_node_builder(cards.unique_id(), |node| {
        node.set_label("Notes and figures of this passage");
    });
    let spots = (notes, page.spots());
    let taken = note_cards::show(&mut cards, cx, placed, spots, room);
    let mut top = room.top();
    for group in figure_card::grouped(figures(page)) {
        let id = Id::unique("figure card").with(&group[0]);
        let height = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(GUESS);
        let Some(at) = gap(&taken, top, height, room.bottom()) else { break };
        let place = Rect::from_min_max(pos2(room.left(), at), room.max);
        let mut card = cards.new_child(UiBuilder::new().max_rect(place).id_salt(&group[0]));
        let lit = page.lit.as_ref();
        let call = figure_card::show(&mut card, cx.theme, page.bundle(), &group, lit);
        cx.actions.extend(call.map(Action::GoToCall));
        let drawn = card.min_rect();
        if (drawn.height() - height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, drawn.height()));
            ui.ctx().request_repaint();
        }
        top = drawn.bottom() + BETWEEN;
    }
}

/// The figures claimed in the passage in view. A figure that only a chart shows comes first; the
/// others keep their place while one points.
fn figures(page: &Page) -> Vec<String> {
    let mut figures = page.figures_in_view();
    let lit = page.lit.as_ref();
    if let Some(lit) = lit.filter(|lit| !figures.contains(lit)) {
        let of_chart = figures_of(page.bundle(), lit);
        figures.retain(|figure| !of_chart.contains(figure));
        figures.splice(0..0, of_chart);
    }
    figures
}

/// Where a card of a height has room from `top` on, between what is taken.
fn gap(taken: &[Rangef], top: f32, height: f32, bottom: f32) -> Option<f32> {
    let mut at = top;
    for range in taken {
        if at + height <= range.min - BETWEEN {
            break;
        }
        at = at.max(range.max + BETWEEN);
    }
    (at + height <= bottom).then_some(at)
}

/// The figures that a reference names: itself, or all answers of a question.
fn figures_of(bundle: &Bundle, reference: &str) -> Vec<String> {
    match bundle.find(reference) {
        Some(Found::Question { question, .. }) => {
            question.answers.iter().map(|answer| format!("{reference}/{}", answer.id)).collect()
        }
        Some(Found::Answer { .. } | Found::Figure(_)) => vec![reference.to_owned()],
        Some(Found::Poll(_)) | None => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_goes_into_the_first_gap_that_has_room() {
        let taken = [Rangef::new(100.0, 150.0), Rangef::new(400.0, 450.0)];
        assert_eq!(gap(&taken, 0.0, 60.0, 700.0), Some(0.0));
        assert_eq!(gap(&taken, 0.0, 90.0, 700.0), Some(164.0));
        assert_eq!(gap(&taken, 0.0, 230.0, 700.0), Some(464.0));
        assert_eq!(gap(&taken, 470.0, 230.0, 700.0), Some(470.0));
        assert_eq!(gap(&taken, 0.0, 300.0, 700.0), None);
    }
}
