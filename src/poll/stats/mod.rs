//! Intervals of shares, differences of shares, and tests of many differences at once.
//!
//! All of it assumes simple random sampling; [`DesignEffect`] takes off what is known to be lost
//! against that. Shares and interval ends are percents (0–100), differences percentage points.

mod difference;
mod estimate;
mod holm;
mod reasons;
mod sample;
mod wilson;

pub use difference::{difference, is_rough, p_value};
pub use estimate::{Estimate, estimate};
pub use holm::holm;
pub use reasons::{NoInterval, NoTest};
pub use sample::{DesignEffect, Sample, WhatIf};
pub use wilson::{Confidence, Interval, Share, wilson};
