//! How far the rows were measured before they are drawn.

use std::time::Duration;

/// How long rows stand as they were set before those out of view are measured, after the first slice.
pub const STANDS: Duration = Duration::from_millis(300);

/// How far measuring ahead has come.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ahead {
    /// The row that it began with; behind the last one comes the first.
    pub from: usize,
    /// Rows looked at.
    pub rows: usize,
    /// What they cost, in characters.
    pub cost: usize,
    /// When the first slice was measured, in seconds.
    pub since: Option<f64>,
}

impl Ahead {
    /// How long the rows are to stand as they are; the first slice is measured at once.
    pub fn stands_for(&mut self, now: f64) -> Option<Duration> {
        let Some(since) = self.since else {
            self.since = Some(now);
            return None;
        };
        let left = STANDS.as_secs_f64() - (now - since);
        (left > 0.0).then(|| Duration::from_secs_f64(left).min(STANDS))
    }
}
