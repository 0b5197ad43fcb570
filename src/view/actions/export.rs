//! A chart to export: which, and where to.

use crate::chart::Kind;
use crate::chart::comparison::ComparisonKind;
use crate::export::Format;

/// A chart to export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which chart.
    pub subject: ExportSubject,
    /// Its width on screen, in points.
    pub width: u16,
    /// Where to.
    pub to: ExportTarget,
}

/// Which chart to export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportSubject {
    /// The chart of a question of the open briefing.
    Question {
        /// `poll/question`.
        reference: String,
        /// How it is drawn.
        kind: Kind,
    },
    /// The chart of the Compare view.
    Comparison(ComparisonKind),
}

/// Where a chart goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportTarget {
    /// Into a file.
    File(Format),
    /// Onto the clipboard.
    Clipboard(ClipboardFormat),
}

/// What is put on the clipboard for a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipboardFormat {
    /// A picture.
    Picture,
    /// Tab-separated cells.
    Cells,
    /// A table in Markdown.
    Markdown,
}
