//! Undoes and redoes edits of notes.

use uuid::Uuid;

use super::edit_history::Edit;
use super::notebook::Notebook;
use crate::app::shared::Shared;
use crate::notes::Note;

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
