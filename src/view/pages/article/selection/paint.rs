//! The selection as it is seen: behind words, around what is selected as a whole.

use egui::{Galley, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use super::position::{Place, Selection};
use crate::ui::Theme;
use crate::ui::text_rects::rows;

/// How far the selection reaches past the last word of a block when it goes on below.
const BREAK: f32 = 7.0;

/// Tints the selected words of a galley, whose first character is the place's `before`th. Returns
/// whether any are.
pub fn tint_words(
    ui: &Ui,
    theme: &Theme,
    selection: Option<&Selection>,
    (place, before): (Place, usize),
    (at, galley): (Pos2, &Galley),
) -> bool {
    let Some(selection) = selection else { return false };
    let length = before + galley.end().index.0;
    let Some(selected) = selection.within(place, length) else { return false };
    if selected.end <= before {
        return false;
    }
    let goes_on = selection.end().place > place || selection.end().character > length;
    let from = selected.start.saturating_sub(before);
    for row in rows(galley, from, selected.end - before) {
        let mut rect = row.rect.translate(at.to_vec2());
        if row.to_its_end && goes_on && row.is_last {
            rect.max.x += BREAK;
        }
        ui.painter().rect_filled(rect, 0.0, theme.selection);
    }
    true
}

/// Frames what is selected as a whole, where it is.
pub fn tint_whole(ui: &Ui, theme: &Theme, selection: Option<&Selection>, place: Place, room: Rect) {
    if selection.is_some_and(|selection| selection.within(place, 1).is_some()) {
        let stroke = Stroke::new(3.0, theme.selection);
        ui.painter().rect_stroke(room.expand2(vec2(8.0, 4.0)), 4.0, stroke, StrokeKind::Inside);
    }
}
