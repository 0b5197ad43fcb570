//! The card that is open, over the page, where no margin has room for it.

use egui::{Area, Id, Order, Rect, Ui, pos2, vec2};

use crate::notes::Note;
use crate::view::context::ViewContext;
use crate::view::parts::notes::{Notes, editor};

const WIDTH: f32 = 340.0;
const AWAY: f32 = 16.0;

/// Draws the open note's card in the lower corner of `room`.
pub fn show(ui: &Ui, cx: &mut ViewContext<'_>, note: &Note, notes: &mut Notes, room: Rect) {
    let width = WIDTH.min(room.width() - 2.0 * AWAY);
    let corner = pos2(room.right() - AWAY, room.bottom() - AWAY);
    Area::new(Id::unique("note sheet"))
        .order(Order::Middle)
        .pivot(egui::Align2::RIGHT_BOTTOM)
        .fixed_pos(corner)
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.set_max_size(vec2(width, room.height() - 2.0 * AWAY));
            editor::show(ui, cx, note, notes);
        });
}
