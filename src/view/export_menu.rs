//! The menu at each chart: as what file it can be had, or as what on the clipboard.

use crate::chart::comparison::ComparisonKind;
use crate::chart::{Kind, More};
use crate::export::Format;

/// A chart that is wanted elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which chart, as it is drawn.
    pub what: Exported,
    /// As wide as it is drawn, in points.
    pub width: u16,
    /// Where to.
    pub to: Outlet,
}

/// Which chart is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// That of a question of the open briefing.
    Question {
        /// `poll/question`.
        reference: String,
        /// As it is drawn.
        kind: Kind,
    },
    /// That of what is compared.
    Comparison(ComparisonKind),
}

/// Where a chart goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlet {
    /// Into a file.
    File(Format),
    /// Onto the clipboard.
    Clipboard(Copied),
}

/// What a chart is on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A picture.
    Picture,
    /// Cells between tabs.
    Cells,
    /// A table in Markdown.
    Markdown,
}

/// The menu's entries.
const ENTRIES: [(&str, Outlet); 9] = [
    ("Save as SVG drawing…", Outlet::File(Format::Svg)),
    ("Save as PNG picture…", Outlet::File(Format::Png)),
    ("Save as PDF page…", Outlet::File(Format::Pdf)),
    ("Save as CSV data…", Outlet::File(Format::Csv)),
    ("Save as Markdown table…", Outlet::File(Format::Markdown)),
    ("Save as HTML table…", Outlet::File(Format::Html)),
    ("Copy picture", Outlet::Clipboard(Copied::Picture)),
    ("Copy table", Outlet::Clipboard(Copied::Cells)),
    ("Copy table as Markdown", Outlet::Clipboard(Copied::Markdown)),
];

/// The entries' words.
const WORDS: [&str; ENTRIES.len()] = {
    let mut words = [""; ENTRIES.len()];
    let mut index = 0;
    while index < ENTRIES.len() {
        words[index] = ENTRIES[index].0;
        index += 1;
    }
    words
};

/// The action in a chart's source line.
pub const ACTION: More<'static> = More { words: "Export…", entries: &WORDS };

/// What an entry of the menu stands for.
pub fn outlet(entry: usize) -> Option<Outlet> {
    ENTRIES.get(entry).map(|(_, outlet)| *outlet)
}
