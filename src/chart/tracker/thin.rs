//! Which points are drawn where many fall on one column of pixels: the lowest and the highest of
//! each column, and one band for all their intervals. Nothing that would be seen is lost: what lies
//! between them is covered.

use super::{Point, Series};

/// A series as it is drawn at some width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thinned {
    /// Points that get a mark.
    pub marks: Vec<Point>,
    /// Bands of columns, where points are too many for bands of their own.
    pub columns: Vec<Column>,
    /// Whether each mark has its own band and its fieldwork.
    pub is_whole: bool,
}

/// The bands of a column of pixels, percent: all that its points cover, each sort by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Column {
    /// Its place among the columns.
    pub index: usize,
    /// Its middle.
    pub day: f64,
    /// What intervals cover.
    pub known: Option<(f64, f64)>,
    /// What intervals would cover that are only tried.
    pub trial: Option<(f64, f64)>,
    /// What words leave open.
    pub open: Option<(f64, f64)>,
}

/// Series with more points to a column than this are thinned.
const MOST_A_COLUMN: usize = 2;

/// Thins a series for a plot of `columns` pixels from the first day to the last.
pub fn thin(series: &Series, (first, last): (f64, f64), columns: usize) -> Thinned {
    let columns = columns.max(1);
    if series.points.len() <= columns * MOST_A_COLUMN {
        return Thinned { marks: series.points.clone(), columns: Vec::new(), is_whole: true };
    }
    let span = (last - first).max(f64::MIN_POSITIVE);
    let column_of = |point: &Point| {
        let at = (point.day() - first) / span * columns as f64;
        (at as usize).min(columns - 1)
    };
    let mut thinned = Thinned::default();
    for same in series.points.chunk_by(|a, b| column_of(a) == column_of(b)) {
        let by_share = |a: &&Point, b: &&Point| a.percent.total_cmp(&b.percent);
        // What words leave open has no one place for a mark.
        let marked = || same.iter().filter(|point| !point.is_open);
        if let (Some(lowest), Some(highest)) = (marked().min_by(by_share), marked().max_by(by_share)) {
            thinned.marks.push(*lowest);
            if highest != lowest {
                thinned.marks.push(*highest);
            }
        }
        let cover = |of: fn(&Point) -> bool| {
            let ends = same.iter().filter(|point| of(point)).map(|point| point.ends);
            ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        };
        let index = column_of(&same[0]);
        thinned.columns.push(Column {
            index,
            day: first + span * (index as f64 + 0.5) / columns as f64,
            known: cover(|point| point.has_interval && !point.is_trial),
            trial: cover(|point| point.is_trial),
            open: cover(|point| point.is_open),
        });
    }
    thinned
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(points: &[(f64, f64)]) -> Series {
        let mut points: Vec<Point> = points
            .iter()
            .enumerate()
            .map(|(figure, (day, percent))| Point {
                days: (*day, *day),
                percent: *percent,
                ends: (percent - 2.0, percent + 2.0),
                has_interval: true,
                is_trial: false,
                is_open: false,
                figure,
            })
            .collect();
        points.sort_by(|a, b| a.day().total_cmp(&b.day()));
        Series { name: String::new(), points }
    }

    #[test]
    fn few_points_are_all_drawn() {
        let few = series(&[(0.0, 10.0), (5.0, 20.0)]);
        let thinned = thin(&few, (0.0, 10.0), 100);
        assert!(thinned.is_whole && thinned.marks == few.points);
    }

    #[test]
    fn in_a_crowd_too_trials_and_what_words_leave_open_are_no_intervals() {
        let mut crowd = series(&[(0.5, 40.0), (0.5, 50.0), (0.5, 60.0), (0.5, 70.0)]);
        crowd.points[1].is_trial = true;
        (crowd.points[2].is_open, crowd.points[2].has_interval) = (true, false);
        crowd.points[3].has_interval = false;
        let thinned = thin(&crowd, (0.0, 1.0), 1);
        let column = thinned.columns[0];
        assert_eq!(
            (column.known, column.trial, column.open),
            (Some((38.0, 42.0)), Some((48.0, 52.0)), Some((58.0, 62.0)))
        );
        let marked: Vec<f64> = thinned.marks.iter().map(|point| point.percent).collect();
        assert_eq!(marked, [40.0, 70.0]);
    }

    proptest! {
        #[test]
        fn the_extremes_of_each_column_stay_and_marks_are_few(
            points in prop::collection::vec((0.0..1000.0_f64, 0.0..100.0_f64), 100..600),
        ) {
            let many = series(&points);
            let columns = 20;
            let thinned = thin(&many, (0.0, 1000.0), columns);
            prop_assert!(thinned.marks.len() <= 2 * columns);
            for column in 0..columns {
                let (from, to) = (column as f64 * 50.0, (column + 1) as f64 * 50.0);
                let within = |point: &&Point| point.day() >= from && point.day() < to;
                let highest = |points: &[Point]| {
                    points.iter().filter(within).map(|point| point.percent).fold(f64::NEG_INFINITY, f64::max)
                };
                let lowest = |points: &[Point]| {
                    points.iter().filter(within).map(|point| point.percent).fold(f64::INFINITY, f64::min)
                };
                prop_assert!(highest(&many.points).total_cmp(&highest(&thinned.marks)).is_eq());
                prop_assert!(lowest(&many.points).total_cmp(&lowest(&thinned.marks)).is_eq());
            }
            for point in &many.points {
                let covered = thinned.columns.iter().any(|column| {
                    let covers = |(low, high)| low <= point.ends.0 && high >= point.ends.1;
                    (column.day - point.day()).abs() <= 25.0 + 1e-9 && column.known.is_some_and(covers)
                });
                prop_assert!(covered, "the interval at {} is not covered", point.day());
            }
        }
    }
}
