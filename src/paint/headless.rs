//! A user interface without a window: run until it rests, then painted.

use std::time::Duration;

use egui::{Color32, Context, FullOutput, Pos2, RawInput, Rect, Ui, Vec2, ViewportId};
use image::RgbaImage;

use super::Painter;

/// Frames that are drawn at most before the picture is taken as it is.
const MOST_FRAMES: usize = 400;

/// Seconds from one frame to the next, on the interface's own clock.
const FRAME: f64 = 1.0 / 60.0;

/// Draws `ui` in a space of `size` points, `scale` pixels each, and returns the picture once no
/// frame asks for another. `prepare` sets faces, style and options, as eframe's creation context
/// would; the picture is tessellated with them. Each frame takes the same time on the interface's
/// clock, whatever it takes on the machine's, so the picture is the same each time.
pub fn frame(
    prepare: impl FnOnce(&Context),
    size: Vec2,
    scale: f32,
    mut ui: impl FnMut(&mut Ui),
) -> RgbaImage {
    let ctx = Context::default();
    prepare(&ctx);
    let mut painter = Painter::default();
    let mut output = FullOutput::default();
    for index in 0..MOST_FRAMES {
        let zoom = ctx.zoom_factor();
        output = ctx.run_ui(input(size, scale, zoom, index), &mut ui);
        painter.update_textures(&mut output.textures_delta);
        // A zoom that was set in this frame holds from the next one on.
        if rests(&output) && (ctx.zoom_factor() - zoom).abs() < f32::EPSILON {
            break;
        }
    }
    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    let pixels = size * scale;
    let pixels = [pixels.x.round() as u32, pixels.y.round() as u32];
    painter.paint(&primitives, pixels, output.pixels_per_point, Color32::BLACK)
}

/// `size` is the window's, in points of the system; where the interface is zoomed, it has fewer
/// and larger ones.
fn input(size: Vec2, scale: f32, zoom: f32, index: usize) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size / zoom)),
        time: Some(index as f64 * FRAME),
        predicted_dt: FRAME as f32,
        ..RawInput::default()
    };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(scale);
    input
}

fn rests(output: &FullOutput) -> bool {
    output.viewport_output.values().all(|viewport| viewport.repaint_delay > Duration::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Frame, Label, Panel, vec2};

    fn page(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
        Frame::NONE.fill(Color32::WHITE).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            draw(ui);
        });
    }

    fn is_gray(pixel: image::Rgba<u8>) -> bool {
        pixel.0[0] == pixel.0[1] && pixel.0[1] == pixel.0[2]
    }

    #[test]
    fn the_picture_has_the_size_of_the_window_in_pixels() {
        let image = frame(|_| {}, vec2(20.0, 10.0), 1.5, |ui| page(ui, |_| {}));
        assert_eq!(image.dimensions(), (30, 15));
        assert!(image.pixels().all(|pixel| pixel.0 == [255; 4]));
    }

    #[test]
    fn a_zoomed_interface_still_fills_the_window() {
        let zoomed = |ctx: &Context| ctx.set_zoom_factor(1.5);
        let mut width = 0.0;
        let image = frame(zoomed, vec2(300.0, 90.0), 1.0, |ui| {
            width = ui.ctx().content_rect().width();
            page(ui, |_| {});
        });
        assert_eq!(image.dimensions(), (300, 90));
        assert!((width - 200.0).abs() < 0.01);
        assert!(image.pixels().all(|pixel| pixel.0 == [255; 4]));
    }

    #[test]
    fn text_is_painted_and_the_same_each_time() {
        let prepare = |ctx: &Context| {
            ctx.set_fonts(crate::ui::fonts::definitions());
            ctx.set_theme(egui::Theme::Light);
        };
        let draw = |ui: &mut Ui| page(ui, |ui| drop(ui.add(Label::new("Poll").selectable(false))));
        let image = frame(prepare, vec2(80.0, 30.0), 1.0, draw);
        let dark = image.pixels().filter(|pixel| pixel.0[0] < 128).count();
        assert!((20..400).contains(&dark), "{dark} dark pixels");
        assert!(image.pixels().all(|pixel| is_gray(*pixel)));
        assert_eq!(image, frame(prepare, vec2(80.0, 30.0), 1.0, draw));
    }

    #[test]
    fn what_is_still_moving_is_painted_at_its_end() {
        let mut frames = 0;
        let image = frame(
            |_| {},
            vec2(100.0, 20.0),
            1.0,
            |ui| {
                frames += 1;
                // The first frame finds the panel closed, the next ones open it.
                let side = Panel::left("side").exact_size(40.0).frame(Frame::NONE.fill(Color32::RED));
                side.show_collapsible(ui, &mut (frames > 1), |ui| ui.set_min_size(ui.available_size()));
                if frames < 2 {
                    ui.ctx().request_repaint();
                }
            },
        );
        assert!(frames > 3, "it moved for {frames} frames");
        let red = image.pixels().filter(|pixel| pixel.0 == [255, 0, 0, 255]).count();
        assert!(red >= 38 * 20, "{red} red pixels");
    }
}
