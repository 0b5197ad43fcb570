//! What a person can ask for, as data. Views return actions; the app carries them out after the frame.

mod command;
mod compare;
mod export;
mod note;
mod setting;
mod view;

use std::path::PathBuf;

pub use command::Command;
pub use compare::CompareAction;
pub use export::{ClipboardFormat, Export, ExportSubject, ExportTarget};
pub use note::{NoteAction, NoteTarget};
pub use setting::Setting;
pub use view::View;

/// One thing that a person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Run a command.
    Do(Command),
    /// Show this view.
    Show(View),
    /// Open a briefing from the shelf, by its index there.
    OpenFromShelf(usize),
    /// Go to the briefing of this tab.
    GoToTab(usize),
    /// Close the briefing of this tab.
    CloseTab(usize),
    /// Open a briefing that was read recently: 0 is the latest.
    OpenRecent(usize),
    /// Remove a briefing from those read recently.
    ForgetRecent(usize),
    /// Open a folder or file.
    OpenPath(PathBuf),
    /// Scroll the page to this row of it; the keyboard stays where it is.
    ScrollToRow(usize),
    /// Go to this row of the page.
    GoToRow(usize),
    /// Go to where the article mentions this figure.
    GoToClaim(String),
    /// Go to the chart of this figure, or else to where the article mentions it.
    GoToFigure(String),
    /// Go to this call on the page, by index.
    GoToCall(usize),
    /// Copy this text to the clipboard.
    CopyText(String),
    /// Search for the words in the find bar.
    Find,
    /// Go to the next hit, or the previous one.
    FindStep(Direction),
    /// Close the find bar.
    CloseFind,
    /// Change how things look.
    Set(Setting),
    /// Open an address in the web browser.
    Browse(String),
    /// Stop a job.
    Cancel(Job),
    /// Export a chart to a file or the clipboard.
    Export(Export),
    /// Change what is compared.
    Compare(CompareAction),
    /// Change notes.
    Note(NoteAction),
}

/// Which way to go from one of several to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the one after.
    Next,
    /// To the one before.
    Previous,
}

impl Direction {
    /// The index after or before `index` among `count`, which is at least 1; round the ends.
    #[must_use]
    pub fn step(self, index: usize, count: usize) -> usize {
        match self {
            Direction::Next => (index + 1) % count,
            Direction::Previous => (index + count - 1) % count,
        }
    }
}

/// Work that can take long, and that a person can stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// A briefing is opened.
    Opening,
    /// A briefing is saved as one file.
    Packing,
}
