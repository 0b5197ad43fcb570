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
    /// A full square.
    Square,
    /// A full triangle.
    Triangle,
    /// A cross.
    Cross,
    /// A full diamond.
    Lozenge,
}

impl Sign {
    /// Those of series side by side, in order; more than these begin again.
    pub const SERIES: [Sign; 5] = [Sign::Dot, Sign::Square, Sign::Triangle, Sign::Cross, Sign::Lozenge];
}

/// Draws a mark; hollow ones let nothing of what is behind them through.
pub fn draw(shapes: &mut Vec<Shape>, sign: Sign, at: Pos2, radius: f32, (color, page): (Color32, Color32)) {
    let polygon = |points: &[(f32, f32)]| points.iter().map(|(x, y)| at + radius * vec2(*x, *y)).collect();
    let outline = Stroke::new(2.0, color);
    let shape = match sign {
        Sign::Dot => Shape::circle_filled(at, radius, color),
        Sign::Ring => Shape::Circle(egui::epaint::CircleShape {
            center: at,
            // Its stroke is drawn outside of it.
            radius: radius - 2.0,
            fill: page,
            stroke: outline,
        }),
        Sign::Diamond => Shape::convex_polygon(
            polygon(&[(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)]),
            page,
            outline,
        ),
        Sign::Lozenge => Shape::convex_polygon(
            polygon(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
            color,
            Stroke::NONE,
        ),
        Sign::Square => Shape::convex_polygon(
            polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
            color,
            Stroke::NONE,
        ),
        Sign::Triangle => {
            Shape::convex_polygon(polygon(&[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)]), color, Stroke::NONE)
        }
        Sign::Cross => {
            let arm = 0.85 * radius;
            shapes.push(Shape::line_segment([at - vec2(arm, arm), at + vec2(arm, arm)], outline));
            Shape::line_segment([at + vec2(-arm, arm), at + vec2(arm, -arm)], outline)
        }
    };
    shapes.push(shape);
}
