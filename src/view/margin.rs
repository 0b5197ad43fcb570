//! The margin: the figures that belong to the passage in view.

use egui::{Rect, Role, Ui, UiBuilder};

use super::{Action, Reading, figure_card};
use crate::bundle::{Bundle, Found};
use crate::ui::Theme;

/// Draws cards from the top of `room` for as long as they fit; the figure that is pointed at is lit.
pub fn show(ui: &mut Ui, theme: &Theme, reading: &Reading, room: Rect, actions: &mut Vec<Action>) {
    let mut figures = reading.page.figures_in_view();
    let lit = reading.page.lit.as_ref();
    // A figure that only a chart shows comes first; the others keep their place while one points.
    if let Some(lit) = lit.filter(|lit| !figures.contains(lit)) {
        let of_chart = figures_of(&reading.bundle, lit);
        figures.retain(|figure| !of_chart.contains(figure));
        figures.splice(0..0, of_chart);
    }
    let mut cards = ui
        .new_child(UiBuilder::new().max_rect(room).id_salt("margin").accessibility_role(Role::Complementary));
    cards.spacing_mut().item_spacing.y = 14.0;
    cards.shrink_clip_rect(room);
    ui.ctx().accesskit_node_builder(cards.unique_id(), |node| node.set_label("Figures of this passage"));
    for group in figure_card::grouped(figures) {
        let before = cards.min_rect().bottom();
        if before > room.bottom() - 190.0 {
            break;
        }
        let call = figure_card::show(&mut cards, theme, &reading.bundle, &group, lit);
        actions.extend(call.map(Action::GoToCall));
    }
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
