//! What one owner asks of another that it does not know; `App` carries it out.

use super::tasks::SaveJob;
use crate::view::Editing;

/// An effect that the action of one owner has on another.
pub(crate) enum Effect {
    /// Close the card of a note, which the window shows no more.
    CloseCard(Editing),
    /// Open the comparison that is saved under this name.
    OpenSavedComparison(String),
    /// Ask where a file is to go, and write it.
    Save(SaveJob),
    /// Copy text with its markup.
    Copy(RichText),
}

/// Text with and without markup.
pub(crate) struct RichText {
    /// Without markup.
    pub(crate) plain: String,
    /// As HTML.
    pub(crate) html: String,
}
