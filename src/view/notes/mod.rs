//! A person's notes on screen: in the margin beside their passages, and in a view of their own.

mod away;
mod beside;
mod card;
mod colours;
mod controls;
mod digest;
mod editor;
mod entry;
mod filter;
mod list;
mod placed;
mod placed_note;
mod rows;
mod sheet;
mod state;
pub mod under;
mod unsaved;
mod words;

pub use away::{Away, TakeAway};
pub use beside::show as show_beside;
pub use colours::{line, tint};
pub use digest::counted;
pub use list::show as show_list;
pub use placed::PageNotes;
pub use placed_note::PlacedNote;
pub use sheet::show as show_sheet;
pub use state::{Editing, Notes};
pub use unsaved::{Unsaved, show as show_unsaved};
