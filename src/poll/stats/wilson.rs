//! The interval of one share.

use statrs::distribution::{ContinuousCDF, Normal};

use super::NoInterval;

/// How sure an interval is, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence(f64);

impl Confidence {
    /// What polls are reported with.
    pub const NINETY_FIVE: Confidence = Confidence(95.0);

    /// A confidence of `percent`; `None` unless it lies between 0 and 100, ends excluded.
    #[must_use]
    pub fn new(percent: f64) -> Option<Confidence> {
        (percent > 0.0 && percent < 100.0).then_some(Confidence(percent))
    }

    /// Percent.
    #[must_use]
    pub fn percent(self) -> f64 {
        self.0
    }

    /// What a p-value must stay below, 0–1: 0.05 for 95%.
    #[must_use]
    pub fn bar(self) -> f64 {
        (100.0 - self.0) / 100.0
    }

    /// How many standard errors to each side: 1.96 for 95%.
    pub(super) fn standard_errors(self) -> f64 {
        -Normal::standard().inverse_cdf(self.bar() / 2.0)
    }
}

/// From where to where: percents 0–100 for a share, percentage points −100–100 for a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end, at least `low`.
    pub high: f64,
}

/// A share with the number of people it is a share of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    percent: f64,
    people: f64,
}

impl Share {
    /// `percent` (0–100) of `people`, which is the effective sample size and so need not be whole.
    ///
    /// # Errors
    /// [`NoInterval::Impossible`] if the percent is outside 0–100, if there is nobody, or if one of
    /// them is no finite number.
    pub fn new(percent: f64, people: f64) -> Result<Share, NoInterval> {
        let possible = (0.0..=100.0).contains(&percent) && people > 0.0 && people.is_finite();
        possible.then_some(Share { percent, people }).ok_or(NoInterval::Impossible)
    }

    /// 0–100.
    #[must_use]
    pub fn percent(self) -> f64 {
        self.percent
    }

    /// The effective sample size.
    #[must_use]
    pub fn people(self) -> f64 {
        self.people
    }
}

/// Wilson's score interval, which holds up at shares near 0 and 100 and in small samples, where the
/// usual p ± 1.96 standard errors does not (Brown, Cai and `DasGupta` 2001, "Interval Estimation for
/// a Binomial Proportion", Statistical Science 16:101–133, equation 4).
#[must_use]
pub fn wilson(share: Share, confidence: Confidence) -> Interval {
    let (p, n, z) = (share.percent / 100.0, share.people, confidence.standard_errors());
    let widened = 1.0 + z * z / n;
    let centre = (p + z * z / (2.0 * n)) / widened;
    let reach = z / widened * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    // At 0 and 100 an end is the share itself; rounding of floats must not push it past.
    Interval {
        low: (100.0 * (centre - reach)).clamp(0.0, share.percent),
        high: (100.0 * (centre + reach)).clamp(share.percent, 100.0),
    }
}
