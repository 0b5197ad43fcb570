//! A reported value with its interval, or why it has none.

use super::wilson::{Confidence, Interval, Share, wilson};
use super::{DesignEffect, NoInterval, Sample};
use crate::poll::Reported;

/// A share that an interval can be given for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share of the effective sample.
    pub share: Share,
    /// The people behind it.
    pub sample: Sample,
    /// Its Wilson interval.
    pub interval: Interval,
}

/// The interval of a reported value.
///
/// # Errors
/// Why there is none. What is wrong with the value comes first: no sample size would mend it.
pub fn estimate(
    value: Reported,
    sample: Result<Sample, NoInterval>,
    design_effect: DesignEffect,
    confidence: Confidence,
) -> Result<Estimate, NoInterval> {
    if value.is_impossible() {
        return Err(NoInterval::Impossible);
    }
    let percent = match value {
        Reported::Percent(percent) => percent,
        Reported::NotReported => return Err(NoInterval::NotReported),
        bounds => return Err(NoInterval::ValueIsBounds(bounds.meaning())),
    };
    let sample = sample?;
    let share = Share::new(percent, sample.effective(design_effect))?;
    Ok(Estimate { share, sample, interval: wilson(share, confidence) })
}
