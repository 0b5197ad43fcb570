//! A user interface without a window: run until it rests, then painted.

use egui::{Color32, Context, RawInput, Rect, Ui, Vec2, ViewportId};
use image::RgbaImage;

use super::Painter;

/// Frames that are drawn at most before the picture is taken as it is.
const MOST_FRAMES: usize = 400;

/// Draws `ui` in a space of `size` points, `scale` pixels each, and returns the picture once no
/// frame asks for another. Time stands still, so the picture is the same each time.
pub fn frame(
    prepare: impl FnOnce(&Context),
    size: Vec2,
    scale: f32,
    mut ui: impl FnMut(&mut Ui),
) -> RgbaImage {
    let ctx = Context::default();
    prepare(&ctx);
    let mut painter = Painter::default();
    let mut output = None;
    for _ in 0..MOST_FRAMES {
        // The size is that of the window: points of it are larger ones where the zoom is.
        let screen = Rect::from_min_size(egui::Pos2::ZERO, size / ctx.zoom_factor());
        let mut input = RawInput { screen_rect: Some(screen), time: Some(0.0), ..RawInput::default() };
        input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(scale);
        let zoom = ctx.zoom_factor();
        let mut drawn = ctx.run_ui(input, &mut ui);
        painter.update(&mut drawn.textures_delta);
        let rests = drawn.viewport_output.values().all(|viewport| !viewport.repaint_delay.is_zero());
        let settled = rests && (ctx.zoom_factor() - zoom).abs() < f32::EPSILON;
        output = Some(drawn);
        if settled {
            break;
        }
    }
    let output = output.expect("at least one frame was drawn");
    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    let pixels = size * scale;
    let size = [pixels.x.round() as u32, pixels.y.round() as u32];
    painter.paint(&primitives, size, output.pixels_per_point, Color32::BLACK)
}
