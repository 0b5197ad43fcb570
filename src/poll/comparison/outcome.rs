//! What comes of holding two figures against each other.

use crate::poll::stats::Interval;

/// `a − b` in percentage points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// From where to where, −100–100.
    pub interval: Interval,
    /// What the interval allows for.
    pub of: DifferenceOf,
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
