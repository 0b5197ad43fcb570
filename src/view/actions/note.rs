//! Changes to notes.

use std::ops::Range;

use uuid::Uuid;

use crate::notes::{Colour, Stance};

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteTarget {
    /// What is selected; where nothing is, the figure that has the keyboard, or else the paragraph.
    Here,
    /// What is selected; where nothing is, the sentence at the caret or at the top of the view.
    Sentence,
    /// A poll, a question or an answer, by reference.
    Figure(String),
    /// A key figure, by the references of its figures.
    KeyFigure(Vec<String>),
    /// A call, by its id.
    Call(String),
    /// The comparison in the Compare view.
    Comparison,
    /// The whole briefing.
    Briefing,
}

/// A change to notes, or a step from note to note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteAction {
    /// Make a note and open its card to write in it.
    Write(NoteTarget),
    /// Make a note without words: a highlight.
    Highlight(NoteTarget),
    /// Open a note's card to write in it.
    Open(Uuid),
    /// Go to its place.
    GoTo(Uuid),
    /// Close the open card.
    Close,
    /// Change its words, while they are typed.
    Say(Uuid, String),
    /// Add a tag.
    Tag(Uuid, String),
    /// Remove a tag.
    Untag(Uuid, String),
    /// Change its colour.
    Colour(Uuid, Colour),
    /// Change the stance that the person takes in it.
    Stance(Uuid, Option<Stance>),
    /// Delete it.
    Delete(Uuid),
    /// Try again to save it.
    SaveAgain(Uuid),
    /// Accept that what it is about has changed.
    Accept(Uuid),
    /// Keep it although it has no place in this edition.
    KeepWithoutPlace(Uuid),
    /// Attach it to these code points of the edition.
    Attach(Uuid, Range<usize>),
    /// Attach it to what is selected.
    AttachHere(Uuid),
    /// Export these to a file.
    Export(Vec<Uuid>),
    /// Export these to the clipboard.
    CopyExport(Vec<Uuid>),
    /// Show what the exported file would say.
    Preview(Vec<Uuid>),
    /// Choose a template for the exported file.
    ChooseTemplate,
    /// Save what is not saved, then close the window.
    CloseOnceSaved,
    /// Close the window, though notes are lost.
    CloseAnyway,
    /// Leave the window open.
    StayOpen,
}
