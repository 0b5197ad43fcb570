//! What a person asks of their notes.

use std::ops::Range;

use uuid::Uuid;

use crate::notes::{Colour, Stance};

/// What a note is to hang on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
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

/// Something about notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noting {
    /// A new note; `write`: its card opens to be written in.
    Make {
        /// What it hangs on.
        on: On,
        /// Whether there is something to say, or only something to mark.
        write: bool,
    },
    /// Open a note's card to write in it.
    Open(Uuid),
    /// Go to where it stands.
    GoTo(Uuid),
    /// Close the card that is open.
    Close,
    /// What is said, while it is typed.
    Say(Uuid, String),
    /// One more tag.
    Tag(Uuid, String),
    /// One tag less.
    Untag(Uuid, String),
    /// Another colour.
    Colour(Uuid, Colour),
    /// Where the person stands.
    Stance(Uuid, Option<Stance>),
    /// Remove it.
    Delete(Uuid),
    /// Try once more to keep what could not be kept.
    KeepAgain(Uuid),
    /// What it hangs on says something else now, and that is right.
    Accept(Uuid),
    /// It has no place in this edition, and is kept.
    KeepWithoutPlace(Uuid),
    /// It hangs on these code points of the edition now.
    Attach(Uuid, Range<usize>),
    /// It hangs on what is selected now.
    AttachHere(Uuid),
    /// Take these away, into a file or onto the clipboard.
    Export {
        /// Which.
        notes: Vec<Uuid>,
        /// Onto the clipboard.
        copy: bool,
    },
    /// Show what the file would say.
    Preview(Vec<Uuid>),
    /// Choose a template for it.
    ChooseTemplate,
    /// The window was to close: try once more to keep what is not saved, and close it then.
    CloseOnceKept,
    /// Close it, though notes are lost.
    CloseAnyway,
    /// Leave it open.
    StayOpen,
}
