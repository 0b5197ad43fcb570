//! How long the lines of an article are.

use serde::{Deserialize, Serialize};

/// A line length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum LineLength {
    /// For people who lose the line.
    Short,
    /// What most people read best.
    #[default]
    Medium,
    /// More text in one view.
    Long,
}

impl LineLength {
    /// All of them, in the order they are offered.
    pub const ALL: [LineLength; 3] = [LineLength::Short, LineLength::Medium, LineLength::Long];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            LineLength::Short => "Short",
            LineLength::Medium => "Medium",
            LineLength::Long => "Long",
        }
    }

    /// The width of the text in points.
    #[must_use]
    pub fn points(self) -> f32 {
        match self {
            LineLength::Short => 500.0,
            LineLength::Medium => 620.0,
            LineLength::Long => 720.0,
        }
    }
}
