//! Which points are drawn where many fall on one column of pixels: the lowest and the highest of
//! each column, and one band for all their intervals. Nothing that would be seen is lost: what lies
//! between them is covered.

use super::{Point, Series};

/// A series as it is drawn at some width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thinned {
    /// Points that get a mark.
    pub marks: Vec<Point>,
    /// Bands of columns, where points are too many for bands of their own: the day, and from where to
    /// where.
    pub columns: Vec<(f64, f64, f64)>,
    /// Whether each mark has its own band and its fieldwork.
    pub is_whole: bool,
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
        let (Some(lowest), Some(highest)) = (same.iter().min_by(by_share), same.iter().max_by(by_share))
        else {
            continue;
        };
        thinned.marks.push(*lowest);
        if highest != lowest {
            thinned.marks.push(*highest);
        }
        let low = same.iter().map(|point| point.ends.0).fold(f64::INFINITY, f64::min);
        let high = same.iter().map(|point| point.ends.1).fold(f64::NEG_INFINITY, f64::max);
        let day = first + span * (column_of(lowest) as f64 + 0.5) / columns as f64;
        thinned.columns.push((day, low, high));
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
                let covered = thinned.columns.iter().any(|(day, low, high)| {
                    (day - point.day()).abs() <= 25.0 + 1e-9 && *low <= point.ends.0 && *high >= point.ends.1
                });
                prop_assert!(covered, "the interval at {} is not covered", point.day());
            }
        }
    }
}
