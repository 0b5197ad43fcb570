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
    /// "£75", "75p".
    Money,
    /// "87 parents", "75kg", "75 times".
    Counted,
    /// "75 points": a difference, or a score.
    Points,
    /// Ages, dates, ordinals and numbers of things: "aged 75", "75th", "page 75".
    Aside,
}

impl Unit {
    /// What it counts, for a message: "“£75” is an amount of money".
    pub fn described(self) -> &'static str {
        match self {
            Unit::Share => "a share",
            Unit::Bare | Unit::BareWord => "a bare number",
            Unit::Money => "an amount of money",
            Unit::Counted => "a count of people or things",
            Unit::Points => "a number of points",
            Unit::Aside => "an age, a date or the number of a thing",
        }
    }
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
    /// Whether the words around it say that something went down by so much: "fell by 4.2%".
    pub falls: bool,
    /// Whether it may be a year, which stands in every other sentence on a figure.
    pub is_year: bool,
}

impl Said {
    /// A number as it stands.
    pub fn new(number: f64, unit: Unit, step: Option<f64>) -> Said {
        Said { number, up_to: None, unit, hedge: Hedge::None, step, falls: false, is_year: false }
    }

    /// Whether it is the same number of the same unit, whichever way things went. What is counted ("2,500
    /// arrests") may be left out, but of a share nothing may be counted.
    pub fn repeats(&self, other: &Said, is_share: bool) -> bool {
        let is_count = |unit: Unit| matches!(unit, Unit::Bare | Unit::Counted);
        let is_same_unit =
            self.unit == other.unit || !is_share && is_count(self.unit) && is_count(other.unit);
        let bare = |said: &Said| (said.number, said.up_to, said.hedge, said.step);
        is_same_unit && bare(self) == bare(other)
    }

    /// The same in units of so many: millions.
    #[must_use]
    pub fn divided(&self, by: f64) -> Said {
        let over = |number: f64| number / by;
        Said { number: over(self.number), up_to: self.up_to.map(over), step: self.step.map(over), ..*self }
    }

    /// The same distance below zero.
    #[must_use]
    pub fn below_zero(&self) -> Said {
        let (number, up_to) = match self.up_to {
            Some(high) => (-high, Some(-self.number)),
            None => (-self.number, None),
        };
        Said { number, up_to, hedge: self.hedge.turned(), falls: false, ..*self }
    }
}
