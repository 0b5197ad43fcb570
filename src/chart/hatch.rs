//! Hatching: what the words of a report leave open. Stripes are cut to their rectangle, so that
//! they are as sharp in an exported drawing as on the screen and need no clip.

use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2};

/// Points from one stripe to the next, and how many of them are coloured, along a level line.
const STEP: f32 = 8.0;
const WIDE: f32 = 2.8;

/// Hatches a rectangle from lower left to upper right. With `fading`, the stripes grow faint to the
/// right: nothing says how far the value goes.
pub fn hatch(rect: Rect, color: Color32, fading: bool) -> Vec<Shape> {
    stripes(rect)
        .map(|corners| {
            let middle = corners.iter().map(|corner| corner.x).sum::<f32>() / corners.len() as f32;
            let strength = if fading { 1.0 - (middle - rect.left()) / rect.width() } else { 1.0 };
            Shape::convex_polygon(corners, color.gamma_multiply(strength), Stroke::NONE)
        })
        .collect()
}

/// The corners of each stripe, clockwise. Stripes rise as far as they go to the right.
fn stripes(rect: Rect) -> impl Iterator<Item = Vec<Pos2>> {
    let height = rect.height();
    let count = if rect.is_positive() { ((rect.width() + height) / STEP).ceil() as usize + 1 } else { 0 };
    (0..count)
        .map(move |index| rect.left() - height + STEP * (index as f32 + 0.4))
        .map(move |x| {
            let whole = [
                pos2(x, rect.bottom()),
                pos2(x + height, rect.top()),
                pos2(x + height + WIDE, rect.top()),
                pos2(x + WIDE, rect.bottom()),
            ];
            let from = cut(&whole, rect.left(), 1.0);
            cut(&from, rect.right(), -1.0)
        })
        .filter(|corners| corners.len() >= 3)
}

/// The part of a convex polygon on one side of an upright line: to the right of it where `side` is
/// 1, to the left where it is −1 (Sutherland and Hodgman 1974).
fn cut(corners: &[Pos2], at: f32, side: f32) -> Vec<Pos2> {
    let mut kept = Vec::with_capacity(corners.len() + 1);
    for (index, corner) in corners.iter().enumerate() {
        let next = corners[(index + 1) % corners.len()];
        let (here, there) = ((corner.x - at) * side, (next.x - at) * side);
        if here >= 0.0 {
            kept.push(*corner);
        }
        if here * there < 0.0 {
            kept.push(corner.lerp(next, here / (here - there)));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    fn area(corners: &[Pos2]) -> f32 {
        let next = corners.iter().cycle().skip(1);
        let twice: f32 = corners.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
        twice.abs() / 2.0
    }

    #[test]
    fn stripes_stay_inside_their_rectangle() {
        for (left, width) in [(0.0, 100.0), (33.3, 13.3), (498.5, 1.0), (10.0, 0.4)] {
            let rect = Rect::from_min_size(pos2(left, 40.0), vec2(width, 20.0));
            for corner in stripes(rect).flatten() {
                assert!(rect.expand(0.001).contains(corner), "{corner:?} is outside {rect:?}");
            }
        }
    }

    #[test]
    fn stripes_cover_their_share_of_a_wide_rectangle() {
        let rect = Rect::from_min_size(pos2(3.0, 5.0), vec2(800.0, 20.0));
        let covered: f32 = stripes(rect).map(|corners| area(&corners)).sum();
        assert!((covered / rect.area() - WIDE / STEP).abs() < 0.01);
    }

    #[test]
    fn nothing_is_hatched_where_nothing_is_open() {
        assert_eq!(stripes(Rect::from_min_size(pos2(3.0, 5.0), vec2(0.0, 20.0))).count(), 0);
    }

    #[test]
    fn fading_stripes_grow_faint_to_the_right() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 20.0));
        let alphas: Vec<u8> = hatch(rect, Color32::BLACK, true)
            .iter()
            .map(|shape| {
                let Shape::Path(path) = shape else { panic!("a stripe is a path") };
                path.fill.a()
            })
            .collect();
        assert!(alphas.is_sorted_by(|a, b| a >= b));
        assert!(alphas[0] > 240 && alphas[alphas.len() - 1] < 15);
    }
}
