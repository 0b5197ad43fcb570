//! The views: what the middle of the window can show.

use serde::{Deserialize, Serialize};

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum View {
    /// The shelf of briefings.
    #[default]
    Shelf,
    /// The article.
    Read,
    /// The polls with what they disclose.
    Polls,
    /// The calls to action with their evidence.
    Calls,
    /// Every number of the article with its figure.
    Claims,
    /// Figures of several polls side by side; also while nothing is open.
    Compare,
    /// The person's notes; also while nothing is open.
    Notes,
    /// What is wrong with the briefing.
    Problems,
    /// Keys and habits; also while nothing is open.
    Help,
    /// How things look.
    Settings,
}

impl View {
    /// What a screen reader calls the middle of the window while it shows this.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            View::Shelf => "Briefings",
            View::Read => "Article",
            View::Polls => "Polls",
            View::Calls => "Calls",
            View::Claims => "Claims",
            View::Compare => "Compare",
            View::Notes => "Notes",
            View::Problems => "Problems",
            View::Help => "Help",
            View::Settings => "Settings",
        }
    }

    /// Whether there is something to see without a briefing.
    #[must_use]
    pub fn stands_alone(self) -> bool {
        matches!(self, View::Shelf | View::Compare | View::Notes | View::Help | View::Settings)
    }
}
