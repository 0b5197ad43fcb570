//! What became of a place in another edition.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::change::Change;

/// What became of a note's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The same words between the same words.
    Unchanged,
    /// The same words in another place.
    Moved,
    /// The place is there, its words are others.
    TextChanged,
    /// There are several places that it may be.
    Ambiguous,
    /// There is no such place any more.
    Orphaned,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] =
        [Status::Unchanged, Status::Moved, Status::TextChanged, Status::Ambiguous, Status::Orphaned];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Status::Unchanged => "unchanged",
            Status::Moved => "moved",
            Status::TextChanged => "text-changed",
            Status::Ambiguous => "ambiguous",
            Status::Orphaned => "orphaned",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A place that a passage may be at.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Code points of the new text.
    pub at: Range<usize>,
    /// How like the old words it is, with what stands around it: 0–1.
    pub score: f64,
}

/// Where a passage stands in the new text.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// What became of it.
    pub status: Status,
    /// Code points of the new text; `None` for what is ambiguous or orphaned.
    pub at: Option<Range<usize>>,
    /// Where it is ambiguous, the places that it may be, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// What is different about its words, where they are.
    pub change: Option<Change>,
}

impl Placement {
    pub(super) fn found(status: Status, at: Range<usize>) -> Placement {
        Placement { status, at: Some(at), candidates: Vec::new(), change: None }
    }

    pub(super) fn nowhere() -> Placement {
        Placement { status: Status::Orphaned, at: None, candidates: Vec::new(), change: None }
    }
}
