//! A note in its place.

use crate::notes::{Note, Placement, Status, Target};

/// A note with where it stands on the page.
#[derive(Clone, Debug)]
pub struct PlacedNote {
    /// The note.
    pub note: Note,
    /// What it hangs on in this edition: [`Note::target_for`].
    pub target: Target,
    /// What became of what it hangs on.
    pub placement: Placement,
    /// The row of the page; `None` where its place is gone, or is no place of the page.
    pub row: Option<usize>,
    /// The heading that it stands under; empty before the first.
    pub section: String,
    /// Whether the person has decided about it in this edition.
    pub is_settled: bool,
}

impl PlacedNote {
    /// Whether a person has to look at it: what it hangs on is another, or gone.
    #[must_use]
    pub fn needs_care(&self) -> bool {
        !self.is_settled && !matches!(self.placement.status, Status::Unchanged | Status::Moved)
    }

    /// What it hangs on as it was when that was decided last.
    #[must_use]
    pub fn quote(&self) -> &str {
        self.note.target.quote()
    }
}
