//! A person's notes while the window is open: saved as they are typed, shared with other windows, undone.

mod actions;
mod cite;
mod closing;
mod create;
mod drafts;
mod edit_history;
mod export;
mod export_job;
mod notebook;
mod placement;
mod placing;
mod saving;
mod undo;

pub(crate) use actions::show_notes;
pub use notebook::Clock;
pub(crate) use notebook::Notebook;
