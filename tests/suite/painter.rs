//! The painter under egui's own test harness.

use briefing_reader::ui::fonts::definitions;
use egui::{Color32, Rect, pos2, vec2};
use egui_kittest::Harness;

use crate::support::renderer::CpuRenderer;

/// Draws over the whole window.
fn harness<'a>(scale: f32, draw: impl Fn(&egui::Painter) + 'a) -> Harness<'a> {
    Harness::builder()
        .with_size(vec2(40.0, 20.0))
        .with_pixels_per_point(scale)
        .renderer(CpuRenderer::default())
        .build_ui(move |ui| {
            let window = ui.ctx().content_rect();
            let painter = ui.ctx().layer_painter(ui.layer_id());
            painter.rect_filled(window, 0.0, Color32::WHITE);
            draw(&painter);
        })
}

#[test]
fn a_harness_is_painted_in_the_pixels_of_its_scale() {
    let square = Rect::from_min_size(pos2(10.0, 5.0), vec2(4.0, 4.0));
    let mut harness = harness(2.0, move |painter| {
        painter.rect_filled(square, 0.0, Color32::RED);
    });
    let image = harness.render().unwrap();
    assert_eq!(image.dimensions(), (80, 40));
    assert_eq!(image.get_pixel(22, 12).0, [255, 0, 0, 255]);
    assert_eq!(image.get_pixel(40, 12).0, [255; 4]);
}

/// egui softens edges with a thin rim of triangles: a rim with gaps or overlaps would show.
#[test]
fn softened_edges_neither_gap_nor_overlap() {
    let mut harness = harness(1.0, |painter| {
        painter.circle_filled(pos2(20.0, 10.0), 8.0, Color32::BLACK);
    });
    let image = harness.render().unwrap();
    for (x, y, pixel) in image.enumerate_pixels() {
        let away = (x as f32 + 0.5 - 20.0).hypot(y as f32 + 0.5 - 10.0);
        let gray = f32::from(pixel.0[0]);
        // White outside, black inside, and half way at the rim.
        let expected = ((away - 8.0 + 0.5) * 255.0).clamp(0.0, 255.0);
        assert!((gray - expected).abs() < 40.0, "{x}, {y}: {gray}, not about {expected}");
    }
}

#[test]
fn a_second_frame_keeps_the_textures_of_the_first() {
    let mut harness = Harness::builder()
        .renderer(CpuRenderer::default())
        .with_context_setup(|ctx| ctx.set_fonts(definitions()))
        .build_ui(|ui| {
            ui.label("Don’t know");
        });
    let first = harness.render().unwrap();
    harness.step();
    assert_eq!(first, harness.render().unwrap());
    let colors: std::collections::HashSet<[u8; 4]> = first.pixels().map(|pixel| pixel.0).collect();
    assert!(colors.len() > 10, "text has soft edges");
}
