//! The notes as the window shows them.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::notes::Note;

/// What the window knows of a person's notes.
#[derive(Default)]
pub struct Notes {
    /// The note whose card is open.
    pub open: Option<Editing>,
    /// All notes on all briefings, oldest first.
    pub all: Arc<Vec<Note>>,
    /// Notes that are not kept, with the reason.
    pub unkept: BTreeMap<Uuid, String>,
    /// Whether there is something to undo, and something to do again.
    pub can_undo: bool,
    /// See [`Notes::can_undo`].
    pub can_redo: bool,
}

/// A note that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// Which one.
    pub id: Uuid,
    /// What is said, as it is typed.
    pub comment: String,
    /// A tag that is being typed.
    pub tag: String,
    /// Whether the keyboard is to come here.
    pub take_focus: bool,
    /// Whether it was made for this: then it goes again where nothing was said.
    pub is_new: bool,
}

impl Editing {
    /// Of a note as it is.
    #[must_use]
    pub fn of(note: &Note, is_new: bool) -> Editing {
        Editing { id: note.id, comment: note.comment.clone(), tag: String::new(), take_focus: true, is_new }
    }
}

impl Notes {
    /// The tags that begin with what is typed and are not among `given`, the most used first.
    #[must_use]
    pub fn tags_like(&self, typed: &str, given: &[String]) -> Vec<String> {
        let typed = typed.trim().to_lowercase();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for tag in self.all.iter().flat_map(|note| &note.tags) {
            *counts.entry(tag).or_default() += 1;
        }
        let fits =
            |tag: &str| tag.to_lowercase().starts_with(&typed) && !given.iter().any(|known| known == tag);
        let mut tags: Vec<(&str, usize)> = counts.into_iter().filter(|(tag, _)| fits(tag)).collect();
        tags.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        tags.into_iter().map(|(tag, _)| tag.to_owned()).collect()
    }
}
