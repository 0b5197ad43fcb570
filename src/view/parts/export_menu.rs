//! The menu at each chart: as what file it can be had, or as what on the clipboard.

use crate::chart::More;
use crate::export::Format;
use crate::view::actions::{ClipboardFormat, ExportTarget};

/// The menu's entries.
const ENTRIES: [(&str, ExportTarget); 9] = [
    ("Save as SVG drawing…", ExportTarget::File(Format::Svg)),
    ("Save as PNG picture…", ExportTarget::File(Format::Png)),
    ("Save as PDF page…", ExportTarget::File(Format::Pdf)),
    ("Save as CSV data…", ExportTarget::File(Format::Csv)),
    ("Save as Markdown table…", ExportTarget::File(Format::Markdown)),
    ("Save as HTML table…", ExportTarget::File(Format::Html)),
    ("Copy picture", ExportTarget::Clipboard(ClipboardFormat::Picture)),
    ("Copy table", ExportTarget::Clipboard(ClipboardFormat::Cells)),
    ("Copy table as Markdown", ExportTarget::Clipboard(ClipboardFormat::Markdown)),
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
pub fn outlet(entry: usize) -> Option<ExportTarget> {
    ENTRIES.get(entry).map(|(_, outlet)| *outlet)
}
