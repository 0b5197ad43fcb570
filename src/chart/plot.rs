//! The plot area under all bar charts: percent across, points down, nothing that moves.

use egui::emath::GuiRounding as _;
use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2};
use egui_plot::{Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use super::hatch::hatch;
use super::signs::{self, Sign};

/// Something drawn at its place: percent across, points down from the top of the plot.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An upright hairline.
    Line { at: f64, down: Rangef, color: Color32 },
    /// What is certain; its left and its right corners rounded where nothing follows on.
    Solid { across: (f64, f64), down: Rangef, color: Color32, rounded: (bool, bool) },
    /// What the words leave open; fading where nothing says how far it goes.
    Hatched { across: (f64, f64), down: Rangef, color: Color32, fading: bool },
    /// What is not reported, or assumed.
    Outlined { across: (f64, f64), down: Rangef, fill: Color32, color: Color32 },
    /// An upright line of dashes.
    Dashed { at: f64, down: Rangef, color: Color32 },
    /// A level line from one percentage to another.
    Joined { across: (f64, f64), down: f32, stroke: Stroke },
    /// A figure's own mark, of a radius in points.
    Sign { at: f64, down: f32, sign: Sign, radius: f32, color: Color32, page: Color32 },
}

/// What one plot shows.
pub trait Drawn {
    /// Its shapes on the screen.
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>);
}

impl Drawn for Vec<Mark> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        // Bars, their hatching and their neighbours meet on whole pixels.
        let place = |across: (f64, f64), down: Rangef| {
            place(transform, across, down).round_to_pixels(ui.pixels_per_point())
        };
        for mark in self {
            match *mark {
                Mark::Line { at, down, color } => {
                    let line = place((at, at), down);
                    let x = ui.painter().round_to_pixel_center(line.left());
                    shapes.push(Shape::vline(x, line.y_range(), Stroke::new(1.0, color)));
                }
                Mark::Solid { across, down, color, rounded } => {
                    let [left, right] = [rounded.0, rounded.1].map(|rounded| if rounded { 2 } else { 0 });
                    let corners = CornerRadius { nw: left, sw: left, ne: right, se: right };
                    shapes.push(Shape::rect_filled(place(across, down), corners, color));
                }
                Mark::Hatched { across, down, color, fading } => {
                    shapes.extend(hatch(place(across, down), color, fading));
                }
                Mark::Outlined { across, down, fill, color } => {
                    let stroke = Stroke::new(1.0, color);
                    shapes.push(Shape::Rect(RectShape::new(
                        place(across, down),
                        2.0,
                        fill,
                        stroke,
                        StrokeKind::Inside,
                    )));
                }
                Mark::Dashed { at, down, color } => {
                    let line = place((at, at), down);
                    let x = ui.painter().round_to_pixel_center(line.left());
                    let ends = [pos2(x, line.top()), pos2(x, line.bottom())];
                    shapes.extend(Shape::dashed_line(&ends, Stroke::new(1.0, color), 4.0, 3.0));
                }
                Mark::Joined { across, down, stroke } => {
                    let line = place(across, Rangef::point(down));
                    shapes.push(Shape::hline(line.x_range(), line.top(), stroke));
                }
                Mark::Sign { at, down, sign, radius, color, page } => {
                    let middle = place((at, at), Rangef::point(down)).left_top();
                    signs::draw(shapes, sign, middle, radius, (color, page));
                }
            }
        }
    }
}

/// Draws the marks in `area`, whose edges stand at the percentages `across`.
pub fn show(ui: &mut Ui, id: egui::Id, area: Rect, across: (f64, f64), marks: Vec<Mark>) -> PlotTransform {
    bare(ui, id, area, across, (-f64::from(area.height()), 0.0), marks)
}

/// Draws an item and nothing else in `area`, whose edges stand at the values `across` and `up`. The
/// scroll wheel, the pointer's drag and a double click are left to the page.
pub fn bare(
    ui: &mut Ui,
    id: egui::Id,
    area: Rect,
    across: (f64, f64),
    up: (f64, f64),
    drawn: impl Drawn + 'static,
) -> PlotTransform {
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("plot"));
    Plot::new("plot")
        .id(id)
        .width(area.width())
        .height(area.height())
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
        .sense(Sense::hover())
        .show(&mut ui, move |plot| {
            plot.set_plot_bounds_x(across.0..=across.1);
            plot.set_plot_bounds_y(up.0..=up.1);
            plot.add(Everything { base: PlotItemBase::new(String::new()), drawn });
        })
        .transform
}

/// All that a plot shows as one item, as `egui_plot` takes it.
struct Everything<D> {
    base: PlotItemBase,
    drawn: D,
}

impl<D: Drawn> PlotItem for Everything<D> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        self.drawn.shapes(ui, transform, shapes);
    }

    fn initialize(&mut self, _: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// Where a percentage stands across the screen.
pub fn x_of(transform: &PlotTransform, percent: f64) -> f32 {
    transform.position_from_point_x(percent)
}

/// Where something stands on the screen.
pub fn place(transform: &PlotTransform, across: (f64, f64), down: Rangef) -> Rect {
    let at = |x: f64, y: f32| {
        let at = transform.position_from_point(&PlotPoint::new(x, -f64::from(y)));
        pos2(at.x, at.y)
    };
    Rect::from_min_max(at(across.0, down.min), at(across.1, down.max))
}
