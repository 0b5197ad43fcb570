//! A link in laid-out text: one thing for the pointer and the keyboard, on however many rows.

use egui::{CursorIcon, Id, Pos2, Response, Role, Sense, Ui, WidgetInfo};

use super::Theme;
use super::text_rects::RowPiece;
use super::widgets::focus_ring;

/// Senses a link whose pieces belong to a galley at `at`; a response for each row. `id` is the id
/// of a row's piece, `spoken` what is read aloud.
pub fn sense(
    ui: &mut Ui,
    theme: &Theme,
    (at, pieces): (Pos2, &[RowPiece]),
    id: impl Fn(usize) -> Id,
    spoken: impl Fn() -> String,
) -> Vec<Response> {
    let mut sensed = Vec::with_capacity(pieces.len());
    for (row, piece) in pieces.iter().enumerate() {
        // Only the first row takes the keyboard; the others belong to the same link.
        let sense = if row == 0 { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(piece.rect.translate(at.to_vec2()), id(row), sense);
        if row == 0 {
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, spoken()));
            focus_ring(ui, theme, &response, response.rect.expand(1.0));
        }
        sensed.push(response.on_hover_cursor(CursorIcon::PointingHand));
    }
    sensed
}

/// Whether the pointer or the keyboard is on a link that was sensed.
#[must_use]
pub fn is_pointed_at(sensed: &[Response]) -> bool {
    sensed.iter().any(|response| response.hovered() || response.has_focus())
}
