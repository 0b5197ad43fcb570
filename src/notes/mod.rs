//! A person's notes: what they say, what they hang on, and how they find their place in a new
//! edition.

pub mod anchor;
pub mod edition_text;
mod note;
mod passage;
pub mod placing;
pub mod quotation;
pub mod store;

pub use anchor::{Carrier, Change, ChangeKind, Placement, Status};
pub use edition_text::EditionText;
pub use note::{Colour, Note, Settled, Stance, Target, chance, key_figure, new_id};
pub use passage::{CONTEXT, Passage};
pub use store::{Receipt, Store, StoreEvent, Trouble, Writer};
