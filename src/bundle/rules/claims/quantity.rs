//! A number as it is said.

use super::hedge::Hedge;

/// What a number counts, as far as the words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Percent.
    Share,
    /// A bare number, which may be anything.
    Bare,
    /// A bare number written as a word ("three"), which is seldom the figure that is meant.
    BareWord,
}

/// One number that is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// Percent for a share.
    pub number: f64,
    /// The upper end, for "between 70% and 75%".
    pub up_to: Option<f64>,
    pub unit: Unit,
    pub hedge: Hedge,
    /// The place value of its last digit: 1 for `62`, 0.1 for `33.3`. For a fraction in words,
    /// which is round by nature, `None`.
    pub step: Option<f64>,
}
