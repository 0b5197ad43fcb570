//! Comparisons as people make, keep and share them: which figures of which briefings, in what order.
//! The figures stay in their briefings; a comparison only names them.

mod figures;
mod file;
mod not_understood;
mod recipe;

pub use figures::{
    Asked, Topic, edition_among, first_answers, resolve, topic_questions, topic_words, topics,
};
pub use file::{ENDING, FORMAT, is_comparison, read, write};
pub use recipe::{Other, Recipe};
