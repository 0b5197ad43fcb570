//! What a person asked for. Views put actions on a queue; the app applies them after the frame.

use std::path::PathBuf;

use super::notes::Noting;
use super::{Command, Comparing, Export, Job, Setting, View};

/// One thing asked for, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A command of the table.
    Do(Command),
    /// Show this view.
    Show(View),
    /// Open the briefing of the shelf with this place in it.
    OpenFromShelf(usize),
    /// Go to the briefing of this tab.
    GoToTab(usize),
    /// Close the briefing of this tab.
    CloseTab(usize),
    /// Open the briefing that was read so many before the latest.
    OpenRecent(usize),
    /// Forget that it was read.
    ForgetRecent(usize),
    /// Open a folder or file.
    OpenPath(PathBuf),
    /// Scroll the page to this row of it; the keyboard stays where it is.
    ScrollToRow(usize),
    /// Go to this row of the page.
    GoToRow(usize),
    /// Go to where the article speaks of this figure.
    GoToClaim(String),
    /// Go to the chart of this figure, or else to where the article speaks of it.
    GoToFigure(String),
    /// Go to this call on the page, by index.
    GoToCall(usize),
    /// Put this text on the clipboard.
    CopyText(String),
    /// Look for the words of the find bar.
    Find,
    /// Go to the next hit, or the one before.
    FindStep(bool),
    /// Close the find bar.
    CloseFind,
    /// Change how things look.
    Set(Setting),
    /// Open an address in the person's browser.
    Browse(String),
    /// Stop work that takes long.
    Cancel(Job),
    /// Take a chart into a file or onto the clipboard.
    Export(Export),
    /// Something about comparisons.
    Compare(Comparing),
    /// Something about notes.
    Note(Noting),
}
