//! A person's notes: what they say, what they hang on, and how they find their place in a new
//! edition.

pub mod edition_text;
mod passage;

pub use edition_text::EditionText;
pub use passage::{CONTEXT, Passage};
