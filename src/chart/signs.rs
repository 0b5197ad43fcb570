//! The marks of single figures. They differ in shape as well as in fill, so that they are told
//! apart in grey, in print and with any colour vision.

use egui::{Color32, Pos2, Shape, Stroke, vec2};

/// A mark's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// A full circle: a figure with an interval, or the later of two.
    Dot,
    /// A hollow circle: the earlier of two.
    Ring,
    /// A hollow diamond: a figure without an interval.
    Diamond,
}

/// Draws a mark; hollow ones let nothing of what is behind them through.
pub fn draw(shapes: &mut Vec<Shape>, sign: Sign, at: Pos2, radius: f32, (color, page): (Color32, Color32)) {
    let polygon = |points: &[(f32, f32)]| points.iter().map(|(x, y)| at + radius * vec2(*x, *y)).collect();
    let outline = Stroke::new(2.0, color);
    let shape = match sign {
        Sign::Dot => Shape::circle_filled(at, radius, color),
        Sign::Ring => Shape::Circle(egui::epaint::CircleShape {
            center: at,
            radius: radius - 1.0,
            fill: page,
            stroke: outline,
        }),
        Sign::Diamond => Shape::convex_polygon(
            polygon(&[(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)]),
            page,
            outline,
        ),
    };
    shapes.push(shape);
}
