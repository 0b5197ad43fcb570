//! The bands of a series whose points are too many for bands of their own. They are drawn as those of single
//! points: filled where they are known, outlined where they are tried, hatched where words leave them open.

use egui::{Color32, Pos2, Rangef, Rect, Shape, Stroke, pos2, vec2};

use super::thin::Column;
use crate::chart::hatch::hatch;

/// What words leave open is hatched at least as wide, in points.
pub const HATCHED: f32 = 10.0;
/// Half of a column's width, in points, and half of the least that is outlined.
const HALF: f32 = 0.5;
const HALF_OUTLINED: f32 = 2.0;
/// An outline goes up or down after as many points at the soonest.
const STEP: f32 = 8.0;

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
        let wider = (HATCHED - rooms.width()).max(0.0) / 2.0;
        shapes.extend(hatch(rooms.expand2(vec2(wider, 0.0)), color, false));
    }
    for run in runs(columns, |column| column.trial, |_, _| true) {
        shapes.extend(outline(&steps(&run, at), Stroke::new(1.0, color)));
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

/// Rooms side by side that hold all that a run covers, each wide enough for its edge to be seen as one.
fn steps(run: &[Covered], at: &impl Fn(f64, f64) -> Pos2) -> Vec<Rect> {
    let mut steps: Vec<Rect> = Vec::new();
    for (column, ends) in run {
        let room = room(column, *ends, at);
        match steps.last_mut() {
            Some(step) if room.right() - step.left() <= STEP => *step = step.union(room),
            Some(step) => {
                let left = step.right();
                steps.push(room.with_min_x(left));
            }
            None => steps.push(room),
        }
    }
    if let [only] = steps.as_mut_slice() {
        *only = only.expand2(vec2((HALF_OUTLINED - only.width() / 2.0).max(0.0), 0.0));
    }
    steps
}

/// Lines around rooms side by side: along their upper ends, along their lower ones, and where they begin
/// and end. Single lines have no corners that run away where a step is steep.
fn outline(steps: &[Rect], stroke: Stroke) -> Vec<Shape> {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
    let mut lines = vec![
        Shape::vline(first.left(), first.y_range(), stroke),
        Shape::vline(last.right(), last.y_range(), stroke),
    ];
    for step in steps {
        lines.extend([step.top(), step.bottom()].map(|y| Shape::hline(step.x_range(), y, stroke)));
    }
    for pair in steps.windows(2) {
        let edges = [(pair[0].top(), pair[1].top()), (pair[0].bottom(), pair[1].bottom())];
        let risers = edges.into_iter().filter(|(from, to)| (from - to).abs() > 0.1);
        lines.extend(
            risers.map(|(from, to)| {
                Shape::vline(pair[1].left(), Rangef::new(from.min(to), from.max(to)), stroke)
            }),
        );
    }
    lines
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
        let columns: Vec<Column> =
            (0..40).map(|index| column(index, 40.0 + index as f64)).chain([column(50, 40.0)]).collect();
        let shapes = drawn(&columns);
        let ends = |shape: &Shape| match shape {
            Shape::LineSegment { points, .. } => *points,
            other => panic!("{other:?}"),
        };
        let lines: Vec<[Pos2; 2]> = shapes.iter().map(ends).collect();
        assert!(lines.iter().all(|[a, b]| a.x.to_bits() == b.x.to_bits() || a.y.to_bits() == b.y.to_bits()));
        let highest = |from: f32, to: f32| {
            let levels =
                lines.iter().filter(|[a, b]| a.x <= from && b.x >= to && a.y.to_bits() == b.y.to_bits());
            levels.map(|[a, _]| -a.y).fold(f32::MIN, f32::max)
        };
        for column in &columns {
            let day = column.day as f32;
            assert!(highest(day, day) >= column.trial.unwrap().1 as f32, "the band at {day} is not inside");
        }
        let around_the_last = lines.iter().filter(|[a, _]| a.x > 45.0).count();
        assert_eq!(around_the_last, 4, "what stands apart has lines of its own");
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
