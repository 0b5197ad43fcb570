//! Where the Notes view stands.

use super::export_panel::ExportPanel;
use super::rows::NotesList;

/// Where the Notes view stands.
#[derive(Default)]
pub struct NotesPage {
    /// The list of notes.
    pub list: NotesList,
    /// The panel to export them.
    pub export: ExportPanel,
}
