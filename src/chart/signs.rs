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
    /// A full triangle on its tip.
    Wedge,
    /// A full diamond.
    Lozenge,
}

impl Sign {
    /// Those of series side by side, in order; more than these begin again.
    pub const SERIES: [Sign; 5] = [Sign::Dot, Sign::Square, Sign::Triangle, Sign::Wedge, Sign::Lozenge];
}

/// Draws a mark; hollow ones let nothing of what is behind them through.
pub fn draw(shapes: &mut Vec<Shape>, sign: Sign, at: Pos2, radius: f32, (color, page): (Color32, Color32)) {
    let is_hollow = matches!(sign, Sign::Ring | Sign::Diamond);
    shapes.push(if is_hollow {
        hollow(sign, at, radius, color, page)
    } else {
        full(sign, at, radius, color)
    });
}

/// The outline of a mark: without an interval it keeps the shape of its series.
pub fn draw_hollow(
    shapes: &mut Vec<Shape>,
    sign: Sign,
    at: Pos2,
    radius: f32,
    (color, page): (Color32, Color32),
) {
    // Its line is as wide outside of the corners as inside.
    let radius = if corners(sign).is_some() { radius - 1.0 } else { radius };
    shapes.push(hollow(sign, at, radius, color, page));
}

fn full(sign: Sign, at: Pos2, radius: f32, color: Color32) -> Shape {
    match corners(sign) {
        Some(corners) => Shape::convex_polygon(placed(corners, at, radius), color, Stroke::NONE),
        None => Shape::circle_filled(at, radius, color),
    }
}

fn hollow(sign: Sign, at: Pos2, radius: f32, color: Color32, page: Color32) -> Shape {
    let stroke = Stroke::new(2.0, color);
    match corners(sign) {
        Some(corners) => Shape::convex_polygon(placed(corners, at, radius), page, stroke),
        // Its stroke is drawn outside of it.
        None => {
            Shape::Circle(egui::epaint::CircleShape { center: at, radius: radius - 2.0, fill: page, stroke })
        }
    }
}

fn placed(corners: &[(f32, f32)], at: Pos2, radius: f32) -> Vec<Pos2> {
    corners.iter().map(|(x, y)| at + radius * vec2(*x, *y)).collect()
}

/// The corners of a mark with a radius of 1; none are round.
fn corners(sign: Sign) -> Option<&'static [(f32, f32)]> {
    Some(match sign {
        Sign::Dot | Sign::Ring => return None,
        Sign::Diamond => &[(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)],
        Sign::Lozenge => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        Sign::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Sign::Triangle => &[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)],
        Sign::Wedge => &[(0.0, 1.15), (-1.1, -0.85), (1.1, -0.85)],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_keep_shapes_of_their_own_when_they_are_hollow() {
        let drawn = Sign::SERIES.map(|sign| {
            let mut shapes = Vec::new();
            draw_hollow(&mut shapes, sign, Pos2::ZERO, 5.0, (Color32::BLACK, Color32::WHITE));
            shapes
        });
        for (index, one) in drawn.iter().enumerate() {
            assert!(drawn[..index].iter().all(|other| other != one), "{:?}", Sign::SERIES[index]);
        }
    }
}
