//! What the Notes view shows of the open briefing.

use crate::bundle::Bundle;
use crate::view::parts::notes::PageNotes;

/// What the view shows of the open briefing.
#[derive(Clone, Copy)]
pub struct OpenBriefing<'a> {
    /// The briefing.
    pub bundle: &'a Bundle,
    /// The notes on it.
    pub notes: &'a PageNotes,
    /// Whether words of its article are selected, for a note to be attached to.
    pub has_selection: bool,
}
