//! Text as people read it, whatever it is about: signs that are typed one way and set another, and
//! signs that nobody sees.

pub mod breaking;
mod counted;
pub mod folding;
pub mod hints;
mod variants;

pub use counted::counted;
pub use folding::{Folded, compared, has_words, plain, same_typed, same_words, typed};
pub use hints::without_hints;
pub use variants::is_unseen;
