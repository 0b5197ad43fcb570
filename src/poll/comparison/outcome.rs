//! What comes of holding two figures against each other.

use crate::poll::Bounds;
use crate::poll::stats::Interval;

/// How far apart two figures are, in percentage points, with one sign wherever it is told: of "X against Y"
/// it is X − Y. In a [`Pair`](super::Pair) that is `a − b`, `a` against `b`; of a figure that is held against
/// a baseline, the figure less the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// From where to where, −100–100.
    pub interval: Interval,
    /// What the interval allows for.
    pub of: DifferenceOf,
}

impl Difference {
    /// What the printed words leave of X − Y, where both are bounds in percent.
    #[must_use]
    pub fn printed(x: Bounds, y: Bounds) -> Difference {
        let interval = Interval { low: x.low - y.high, high: x.high - y.low };
        Difference { interval, of: DifferenceOf::Printed }
    }
}

/// What the interval of a difference allows for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceOf {
    /// Sampling error: two polls, by Newcombe.
    Sampling,
    /// The bounds that the printed words leave, before sampling error; one number where both are
    /// printed as numbers.
    Printed,
}

/// A test of whether two populations differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// Of this test alone, 0–1.
    pub p: f64,
    /// Corrected for all tests made together, 0–1.
    pub p_holm: f64,
    /// Whether `p_holm` is below the bar (0.05 at 95% confidence).
    pub significant: bool,
    /// Whether it would not be, had both printed numbers been rounded away from each other.
    pub hangs_on_rounding: bool,
    /// Whether so few people answered that the p-values are only rough.
    pub is_rough: bool,
}
