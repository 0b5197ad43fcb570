//! The plot area under all bar charts: 0 to 100 percent across, nothing that moves.

use egui::layers::ShapeIdx;
use egui::{Sense, Shape, Stroke, Ui, Vec2, pos2};
use egui_plot::{Plot, PlotTransform, PlotUi};

use super::Look;

/// Points to the right of 100%, for values at the end of a long bar.
pub const AFTER: f32 = 34.0;

/// Shows a plot of the room's width; y runs from `y.0` (bottom) to `y.1` (top). The scroll wheel,
/// the pointer's drag and a double click are left to the page.
pub fn percent_plot<'a>(
    ui: &mut Ui,
    id: egui::Id,
    size: Vec2,
    y: (f64, f64),
    draw: impl FnOnce(&mut PlotUi<'a>) + 'a,
) -> PlotTransform {
    let far = 100.0 * f64::from(size.x / (size.x - AFTER));
    let plot = Plot::new(id)
        .width(size.x)
        .height(size.y)
        .min_size(Vec2::ZERO)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(Vec2::ZERO)
        .default_x_bounds(0.0, far)
        .default_y_bounds(y.0, y.1)
        .sense(Sense::hover());
    let response = plot.show(ui, move |plot| {
        plot.set_plot_bounds_x(0.0..=far);
        plot.set_plot_bounds_y(y.0..=y.1);
        draw(plot);
    });
    response.transform
}

/// Where a percentage stands across the screen.
pub fn x_of(transform: &PlotTransform, percent: f64) -> f32 {
    transform.position_from_point_x(percent)
}

/// Keeps a place under the bars for the hairlines of [`scale`].
pub fn place_for_scale(ui: &Ui) -> ShapeIdx {
    ui.painter().add(Shape::Noop)
}

/// Five hairlines at `place`, and their percentages under them.
pub fn scale(ui: &Ui, look: &Look, transform: &PlotTransform, place: ShapeIdx, with_lines: bool) {
    let frame = transform.frame();
    let mut lines = Vec::new();
    for percent in [0.0, 25.0, 50.0, 75.0, 100.0] {
        let x = ui.painter().round_to_pixel_center(x_of(transform, percent));
        if with_lines {
            lines.push(Shape::vline(x, frame.y_range(), Stroke::new(1.0, look.line)));
        }
        let words = if percent > 99.0 { "100%".to_owned() } else { format!("{percent}") };
        let words = look.text(ui, &words, &look.secondary, look.quiet, f32::INFINITY);
        // The first stands under its line to the right, so that it lines up with the bars.
        let left = if percent == 0.0 { x - 1.0 } else { x - words.size().x / 2.0 };
        ui.painter().galley(pos2(left, frame.bottom() + 3.0), words, look.quiet);
    }
    ui.painter().set(place, Shape::Vec(lines));
}
