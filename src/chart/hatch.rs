//! Hatching: what the words of a report leave open.

use egui::{Color32, Painter, Rect, Stroke, pos2};

/// Points between two lines, across.
const STEP: f32 = 6.0;

/// Hatches a rectangle from lower left to upper right. With `fading`, the lines grow faint to the
/// right: nothing says how far the value goes.
pub fn hatch(painter: &Painter, rect: Rect, color: Color32, fading: bool) {
    let height = rect.height();
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - height;
    while x < rect.right() {
        let middle = ((x + height / 2.0 - rect.left()) / rect.width()).clamp(0.0, 1.0);
        let strength = if fading { 1.0 - 0.75 * middle } else { 1.0 };
        let stroke = Stroke::new(1.8, color.gamma_multiply(strength));
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + height, rect.top())], stroke);
        x += STEP;
    }
}
