//! Charts as files for other programs. What is on screen is what is exported: the same drawing,
//! with its title, its base line, its source and whatever was assumed. Nothing here knows the app.

mod all;
mod comparison;
mod csv;
mod format;
mod html;
mod look;
mod markdown;
mod not_made;
pub mod notes;
mod pdf;
mod question;
mod record;
pub mod references;
mod studio;
mod table;
mod unset;

pub use self::csv::{plain, safe, write as write_csv};
pub use all::write_all;
pub use comparison::{ComparisonExhibit, Sourced};
pub use format::Format;
pub use look::Settings;
pub use not_made::NotMade;
pub use question::QuestionExhibit;
pub use record::Record;
pub use studio::Studio;
pub use table::{Note, Table};
pub use unset::unset_words;

use egui::Ui;

use crate::bundle::is_portable;
use crate::chart::Look;

/// Something that can be exported: drawn, told as a table, told as tidy records.
pub trait Exhibit {
    /// A few words.
    fn title(&self) -> String;

    /// Everything that the drawing shows, in sentences.
    fn summary(&self) -> String;

    /// BCP 47; empty where it is not known.
    fn language(&self) -> &str;

    /// A file's name without its ending: letters, digits and hyphens.
    fn file_name(&self) -> String;

    /// Draws it over the width there is, with all that has to go along.
    fn draw(&self, ui: &mut Ui, look: &Look);

    /// The same as words and numbers.
    fn table(&self) -> Table;

    /// One record for each figure, a header first; every record has as many cells as the header.
    fn records(&self) -> Vec<Vec<String>>;
}

/// Letters and digits, with hyphens for everything between them: `nspcc-e2ee-2021`.
#[must_use]
pub fn plain_name(words: &str) -> String {
    let mut name = String::new();
    for c in words.chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let mut end = 0;
    for (at, c) in name.char_indices().take(LONGEST_NAME) {
        if at + c.len_utf8() <= LONGEST_NAME_BYTES {
            end = at + c.len_utf8();
        }
    }
    match name[..end].trim_end_matches('-') {
        "" => "chart".to_owned(),
        device if !is_portable(device) => format!("{device}-1"),
        short => short.to_owned(),
    }
}

/// In characters.
const LONGEST_NAME: usize = 80;
/// Some systems take no file names of more than 255 bytes: this leaves room for a number and an ending.
const LONGEST_NAME_BYTES: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_hold_nothing_that_a_system_could_refuse() {
        assert_eq!(plain_name("nspcc-e2ee-2021/yougov-2021/q 1?"), "nspcc-e2ee-2021-yougov-2021-q-1");
        assert_eq!(plain_name("../<>:\"|?*"), "chart");
        assert_eq!(plain_name(&"x".repeat(500)).len(), LONGEST_NAME);
        assert_eq!(plain_name(&"\u{20000}".repeat(500)).len(), LONGEST_NAME_BYTES);
        assert_eq!(plain_name(&"あ".repeat(500)).len(), 198);
        for device in ["Con", "NUL", "com1", "lpt¹", "aux"] {
            assert_eq!(plain_name(device), format!("{}-1", device.to_lowercase()));
        }
        assert_eq!(plain_name("Console"), "console");
    }
}
