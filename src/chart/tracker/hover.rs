//! Which point the pointer or the keyboard is on.

use super::Tracker;

/// A point by its series and its place in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Which {
    pub series: usize,
    pub point: usize,
}

/// The point nearest to a place, within a reach; `scale` is how many pixels a day and a percent are.
pub fn nearest(
    tracker: &Tracker,
    (day, percent): (f64, f64),
    (across, up): (f64, f64),
    reach: f64,
) -> Option<Which> {
    let mut best: Option<(f64, Which)> = None;
    let days = reach / across.max(f64::MIN_POSITIVE);
    for (index, series) in tracker.series.iter().enumerate() {
        let from = series.points.partition_point(|point| point.day() < day - days);
        for (offset, point) in series.points[from..].iter().enumerate() {
            if point.day() > day + days {
                break;
            }
            let distance = ((point.day() - day) * across).hypot((point.percent - percent) * up);
            if distance <= reach && best.is_none_or(|(known, _)| distance < known) {
                best = Some((distance, Which { series: index, point: from + offset }));
            }
        }
    }
    best.map(|(_, which)| which)
}

/// A step from one point to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Earlier,
    Later,
    First,
    Last,
    SeriesAbove,
    SeriesBelow,
}

/// The point that a step leads to.
pub fn step(tracker: &Tracker, from: Which, step: Step) -> Which {
    let Some(series) = tracker.series.get(from.series) else { return Which::default() };
    let last = series.points.len().saturating_sub(1);
    let along = |point| Which { point, ..from };
    match step {
        Step::Earlier => along(from.point.saturating_sub(1)),
        Step::Later => along((from.point + 1).min(last)),
        Step::First => along(0),
        Step::Last => along(last),
        Step::SeriesAbove | Step::SeriesBelow => {
            let count = tracker.series.len();
            let other =
                if step == Step::SeriesAbove { from.series + count - 1 } else { from.series + 1 } % count;
            let day = series.points.get(from.point).map_or(0.0, super::Point::day);
            let points = &tracker.series[other].points;
            let near = points.partition_point(|point| point.day() < day).min(points.len().saturating_sub(1));
            Which { series: other, point: near }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::tracker::{Point, Series};

    fn tracker() -> Tracker {
        let point = |day: f64, percent: f64, figure| Point {
            days: (day, day),
            percent,
            ends: (percent, percent),
            has_interval: false,
            is_trial: false,
            is_open: false,
            figure,
        };
        let series = |name: &str, points| Series { name: name.to_owned(), points };
        Tracker::with(vec![
            series("a", vec![point(0.0, 10.0, 0), point(10.0, 20.0, 1)]),
            series("b", vec![point(9.0, 60.0, 2)]),
        ])
    }

    #[test]
    fn the_nearest_point_is_found_and_none_beyond_reach() {
        let at = |day, percent| nearest(&tracker(), (day, percent), (10.0, 2.0), 30.0);
        assert_eq!(at(9.5, 21.0), Some(Which { series: 0, point: 1 }));
        assert_eq!(at(9.5, 59.0), Some(Which { series: 1, point: 0 }));
        assert_eq!(at(5.0, 40.0), None);
    }

    #[test]
    fn arrows_go_along_a_series_and_over_to_others() {
        let tracker = tracker();
        let go = |from, how| step(&tracker, from, how);
        let start = Which::default();
        let later = go(start, Step::Later);
        assert_eq!(later, Which { series: 0, point: 1 });
        assert_eq!(go(later, Step::Later), later, "the last stays");
        assert_eq!(go(later, Step::SeriesBelow), Which { series: 1, point: 0 });
        assert_eq!(go(start, Step::SeriesAbove).series, 1, "round and round");
        assert_eq!(go(later, Step::First), start);
    }
}
