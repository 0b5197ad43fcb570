//! Edits of notes that can be undone and redone.

use uuid::Uuid;

use crate::notes::Note;

/// How many edits are remembered.
const LIMIT: usize = 500;

/// A note before and after an edit; `None` where it did not exist.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edit {
    /// Which note.
    pub(crate) id: Uuid,
    /// As it was.
    pub(crate) before: Option<Note>,
    /// As it became.
    pub(crate) after: Option<Note>,
    /// Whether it was typed: further typing belongs to the same edit.
    pub(crate) typed: bool,
}

/// Edits that can be undone, and those that can be redone.
#[derive(Default)]
pub(crate) struct EditHistory {
    behind: Vec<Edit>,
    ahead: Vec<Edit>,
    /// Whether further typing joins the last edit.
    open: bool,
}

impl EditHistory {
    /// Remembers an edit.
    pub(crate) fn add(&mut self, edit: Edit) {
        self.ahead.clear();
        let goes_on = self.open && edit.typed;
        match self.behind.last_mut().filter(|last| goes_on && last.typed && last.id == edit.id) {
            Some(last) => last.after = edit.after,
            None => self.behind.push(edit),
        }
        self.open = true;
        if self.behind.len() > LIMIT {
            self.behind.remove(0);
        }
    }

    /// Further typing is an edit of its own.
    pub(crate) fn close(&mut self) {
        self.open = false;
    }

    /// Whether there is something to undo, and something to redo.
    pub(crate) fn can(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }

    /// Forgets the edits of a note.
    pub(crate) fn forget(&mut self, id: Uuid) {
        self.behind.retain(|edit| edit.id != id);
        self.ahead.retain(|edit| edit.id != id);
    }

    /// Takes back the last edit.
    pub(crate) fn back(&mut self) -> Option<Edit> {
        let edit = self.behind.pop()?;
        self.ahead.push(edit.clone());
        self.open = false;
        Some(edit)
    }

    /// Gives the last edit that was taken back.
    pub(crate) fn again(&mut self) -> Option<Edit> {
        let edit = self.ahead.pop()?;
        self.behind.push(edit.clone());
        self.open = false;
        Some(edit)
    }
}
