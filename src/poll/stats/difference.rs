//! The difference of two shares of different people.

use statrs::distribution::{ContinuousCDF, Normal};

use super::wilson::{Confidence, Interval, Share, wilson};

/// The interval of `a − b` in percentage points, −100–100: Newcombe's hybrid of the two Wilson
/// intervals (Newcombe 1998, "Interval estimation for the difference between independent
/// proportions", Statistics in Medicine 17:873–890, method 10).
#[must_use]
pub fn difference(a: Share, b: Share, confidence: Confidence) -> Interval {
    let (around_a, around_b) = (wilson(a, confidence), wilson(b, confidence));
    let between = a.percent() - b.percent();
    let below = (a.percent() - around_a.low).hypot(around_b.high - b.percent());
    let above = (around_a.high - a.percent()).hypot(b.percent() - around_b.low);
    Interval { low: (between - below).max(-100.0), high: (between + above).min(100.0) }
}

/// How often samples from populations that agree would differ at least this much: the two-sided
/// p-value, 0–1, of the two-proportion z test with pooled variance, which is Pearson's chi-squared
/// test of the 2×2 table without continuity correction (Pearson 1900; Fleiss, Levin and Paik 2003,
/// "Statistical Methods for Rates and Proportions", section 3.1).
///
/// It pools the shares where [`difference`] does not, so that close to the bar the two may disagree.
#[must_use]
pub fn p_value(a: Share, b: Share) -> f64 {
    let (p, q) = (a.percent() / 100.0, b.percent() / 100.0);
    let pooled = (p * a.people() + q * b.people()) / (a.people() + b.people());
    let variance = pooled * (1.0 - pooled) * (1.0 / a.people() + 1.0 / b.people());
    if variance <= 0.0 || p.total_cmp(&q).is_eq() {
        return 1.0;
    }
    let z = (p - q).abs() / variance.sqrt();
    (2.0 * Normal::standard().sf(z)).min(1.0)
}

/// Whether the p-value of two shares is only rough: in some cell of the 2×2 table fewer than five people
/// would be expected (Cochran 1954, "Some Methods for Strengthening the Common χ² Tests", Biometrics
/// 10:417–451).
#[must_use]
pub fn is_rough(a: Share, b: Share) -> bool {
    let (p, q) = (a.percent() / 100.0, b.percent() / 100.0);
    let pooled = (p * a.people() + q * b.people()) / (a.people() + b.people());
    a.people().min(b.people()) * pooled.min(1.0 - pooled) < 5.0
}
