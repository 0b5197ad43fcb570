//! The Notes view: all notes on a briefing, or on all of them, filtered and sorted, and their export.

mod controls;
mod digest;
mod entry;
mod export_panel;
mod filter;
mod list;
mod open_briefing;
mod rows;
mod state;

pub use digest::counted;
pub use export_panel::NoteExport;
pub use list::show;
pub use open_briefing::OpenBriefing;
pub use state::NotesPage;
