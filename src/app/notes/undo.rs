//! Undoes and redoes changes to notes.

use uuid::Uuid;

use super::Notebook;
use crate::app::shared::Shared;
use crate::notes::Note;

/// How many edits are remembered.
const LIMIT: usize = 500;

/// A note before and after an edit; `None` where it did not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Which note.
    pub id: Uuid,
    /// As it was.
    pub before: Option<Note>,
    /// As it became.
    pub after: Option<Note>,
    /// Whether it was typed: further typing belongs to the same edit.
    pub typed: bool,
}

/// Edits that can be undone, and those that can be redone.
#[derive(Default)]
pub struct EditHistory {
    behind: Vec<Edit>,
    ahead: Vec<Edit>,
    /// Whether further typing joins the last edit.
    open: bool,
}

impl EditHistory {
    /// Remembers an edit.
    pub fn add(&mut self, step: Edit) {
        self.ahead.clear();
        let goes_on = self.open && step.typed;
        match self.behind.last_mut().filter(|last| goes_on && last.typed && last.id == step.id) {
            Some(last) => last.after = step.after,
            None => self.behind.push(step),
        }
        self.open = true;
        if self.behind.len() > LIMIT {
            self.behind.remove(0);
        }
    }

    /// Further typing is an edit of its own.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Whether there is something to undo, and something to redo.
    pub fn can(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }

    /// Forgets the edits of a note.
    fn forget(&mut self, id: Uuid) {
        self.behind.retain(|step| step.id != id);
        self.ahead.retain(|step| step.id != id);
    }

    fn back(&mut self) -> Option<Edit> {
        let step = self.behind.pop()?;
        self.ahead.push(step.clone());
        self.open = false;
        Some(step)
    }

    fn again(&mut self) -> Option<Edit> {
        let step = self.ahead.pop()?;
        self.behind.push(step.clone());
        self.open = false;
        Some(step)
    }
}

impl Notebook {
    /// Undoes the last edit, and says what it was.
    pub(crate) fn undo(&mut self, shared: &mut Shared) {
        if let Some(Edit { id, before, after, .. }) = self.edits.back() {
            self.replace(shared, id, after.as_ref(), before);
        }
    }

    /// Redoes what was undone.
    pub(crate) fn redo(&mut self, shared: &mut Shared) {
        if let Some(Edit { id, before, after, .. }) = self.edits.again() {
            self.replace(shared, id, before.as_ref(), after);
        }
    }

    /// Makes a note what it was before an edit, or after it. A note that another window has changed since
    /// stays as it is: what was written there could not be brought back from here.
    fn replace(&mut self, shared: &mut Shared, id: Uuid, from: Option<&Note>, to: Option<Note>) {
        if self.notes.get(&id) != from {
            self.edits.forget(id);
            self.show_changes(shared);
            shared.window.messages.say(CHANGED_ELSEWHERE);
            return;
        }
        shared.window.messages.done(undone(from, to.as_ref()));
        self.put(id, to, None);
        self.show_changes(shared);
    }
}

/// Why nothing was undone.
const CHANGED_ELSEWHERE: &str = "The note stays as it is. It was changed since in another window.";

/// What has become of a note.
fn undone(from: Option<&Note>, to: Option<&Note>) -> &'static str {
    match (from, to) {
        (_, None) => "The note is removed.",
        (None, Some(_)) => "The note is back.",
        (Some(_), Some(_)) => "The note is as it was before.",
    }
}
