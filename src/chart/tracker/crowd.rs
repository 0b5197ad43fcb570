//! The bands of a series whose points are too many for bands of their own. They are drawn as those of single
//! points: filled where they are known, outlined where they are tried, hatched where words leave them open.

use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::thin::Column;
use crate::chart::hatch::hatch;

/// Half of a column's width, in points, and half of the least that is outlined.
const HALF: f32 = 0.5;
const HALF_OUTLINED: f32 = 2.0;

/// The bands of all columns.
pub fn bands(
    columns: &[Column],
    at: &impl Fn(f64, f64) -> Pos2,
    color: Color32,
    band: Color32,
) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for column in columns {
        if let Some(ends) = column.known {
            shapes.push(Shape::rect_filled(room(column, ends, at), 0.0, band));
        }
    }
    for run in runs(columns, |column| column.open, |a, b| a == b) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let rooms = room(&first.0, first.1, at).union(room(&last.0, last.1, at));
        let wider = (super::draw::HATCHED - rooms.width()).max(0.0) / 2.0;
        shapes.extend(hatch(rooms.expand2(vec2(wider, 0.0)), color, false));
    }
    for run in runs(columns, |column| column.trial, |_, _| true) {
        let rooms: Vec<Rect> = run.iter().map(|(column, ends)| room(column, *ends, at)).collect();
        shapes.push(outline(&rooms, Stroke::new(1.0, color)));
    }
    shapes
}

/// A column with what one sort of its points covers.
type Covered = (Column, (f64, f64));

/// Columns that stand side by side and have something of a sort, as far as two neighbours are `alike`.
fn runs(
    columns: &[Column],
    of: impl Fn(&Column) -> Option<(f64, f64)>,
    alike: impl Fn((f64, f64), (f64, f64)) -> bool,
) -> Vec<Vec<Covered>> {
    let covered: Vec<Covered> = columns.iter().filter_map(|column| Some((*column, of(column)?))).collect();
    let joined =
        |(a, a_ends): &Covered, (b, b_ends): &Covered| b.index == a.index + 1 && alike(*a_ends, *b_ends);
    covered.chunk_by(joined).map(<[Covered]>::to_vec).collect()
}

fn room(column: &Column, (low, high): (f64, f64), at: &impl Fn(f64, f64) -> Pos2) -> Rect {
    let (top, bottom) = (at(column.day, high), at(column.day, low));
    Rect::from_min_max(pos2(top.x - HALF, top.y), pos2(top.x + HALF, bottom.y))
}

/// A line around rooms side by side, along their upper ends and back along their lower ones.
fn outline(rooms: &[Rect], stroke: Stroke) -> Shape {
    let width: f32 = rooms.iter().map(Rect::width).sum();
    let wider = (HALF_OUTLINED - width / 2.0).max(0.0);
    let last = rooms.len() - 1;
    let sides = |index: usize, room: &Rect| {
        let left = if index == 0 { room.left() - wider } else { room.left() };
        let right = if index == last { room.right() + wider } else { room.right() };
        (left, right)
    };
    let upper = rooms.iter().enumerate().flat_map(|(index, room)| {
        let (left, right) = sides(index, room);
        [pos2(left, room.top()), pos2(right, room.top())]
    });
    let lower = rooms.iter().enumerate().rev().flat_map(|(index, room)| {
        let (left, right) = sides(index, room);
        [pos2(right, room.bottom()), pos2(left, room.bottom())]
    });
    Shape::closed_line(upper.chain(lower).collect(), stroke)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(columns: &[Column]) -> Vec<Shape> {
        let at = |day: f64, percent: f64| pos2(day as f32, -percent as f32);
        bands(columns, &at, Color32::BLACK, Color32::GRAY)
    }

    #[test]
    fn a_trial_is_outlined_over_all_its_columns_and_not_filled() {
        let column = |index: usize, low: f64| Column {
            index,
            day: index as f64,
            trial: Some((low, low + 10.0)),
            ..Column::default()
        };
        let shapes = drawn(&[column(0, 40.0), column(1, 42.0), column(5, 40.0)]);
        let lines: Vec<usize> = shapes
            .iter()
            .map(|shape| match shape {
                Shape::Path(path) if path.closed && path.fill == Color32::TRANSPARENT => path.points.len(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(lines, [8, 4], "what stands apart has a line of its own");
    }

    #[test]
    fn what_words_leave_open_is_hatched_and_only_what_is_known_is_filled() {
        let open = Column { open: Some((50.0, 100.0)), ..Column::default() };
        let filled = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.fill == Color32::GRAY);
        assert!(!drawn(&[open]).is_empty() && !drawn(&[open]).iter().any(filled));
        let known = Column { known: Some((40.0, 60.0)), ..Column::default() };
        assert!(drawn(&[known]).iter().all(filled));
    }
}
