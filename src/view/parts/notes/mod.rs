//! Notes as every view shows them: where they stand on a page, their cards, the card to write in.

pub mod below;
pub mod card;
pub mod colours;
pub mod editor;
mod page_notes;
mod placed_note;
mod state;
pub mod words;

pub use page_notes::PageNotes;
pub use placed_note::PlacedNote;
pub use state::{Editing, Notes};
