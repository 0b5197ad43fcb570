//! The Notes view: all notes on a briefing, or on all of them, filtered and sorted, and their export.

mod controls;
mod digest;
mod entry;
mod export_panel;
mod filter;
mod list;
mod rows;

use export_panel::ExportPanel;
use rows::NotesList;

use crate::bundle::Bundle;
use crate::view::parts::notes::PageNotes;

pub use digest::counted;
pub use export_panel::NoteExport;
pub use list::show;

/// Where the Notes view stands.
#[derive(Default)]
pub struct NotesPage {
    /// The list of notes.
    pub list: NotesList,
    /// The panel to export them.
    pub export: ExportPanel,
}

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
