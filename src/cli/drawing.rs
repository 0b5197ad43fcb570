//! From an exhibit to the file, or the output, that was asked for.

use std::path::Path;

use super::arguments::Looks;
use super::output::{FAILED, fail, print, tell, told_written};
use crate::disk::write_whole;
use crate::export::{Exhibit, Format, Studio, unset_words};

/// Standard output, by the name it has everywhere.
const OUTPUT: &str = "-";

/// Writes the exhibit.
pub fn write(exhibit: &dyn Exhibit, to: &Path, format: Format, looks: &Looks) -> u8 {
    let mut studio = Studio::with_system_faces(looks.settings());
    let content = match studio.make(exhibit, format) {
        Ok(content) => content,
        Err(why) => return fail(FAILED, &format!("{why}.")),
    };
    tell_unset(&studio);
    if to == Path::new(OUTPUT) {
        let text = String::from_utf8(content).expect("only text is written to the output");
        return print(text.trim_start_matches('\u{feff}'));
    }
    told_written(write_whole(to, &content))
}

/// Says which signs could not be drawn.
pub fn tell_unset(studio: &Studio) {
    if let Some(words) = unset_words(studio.unset()) {
        tell(&format!("{words}\n"));
    }
}

/// What the file's name, or `--format`, asks for.
///
/// # Errors
/// A sentence for the person where neither says what to write, or both differ.
pub fn format(to: &Path, asked: Option<Format>) -> Result<Format, String> {
    let named = to.display();
    if to == Path::new(OUTPUT) {
        return match asked {
            Some(format) if format.is_text() => Ok(format),
            Some(_) => Err("a picture cannot be printed: name a file with --to".to_owned()),
            None => Err("--to - prints the chart: say as what with --format svg, csv, md or html".to_owned()),
        };
    }
    match (Format::of(to), asked) {
        (Some(known), Some(asked)) if known != asked => {
            Err(format!("`{named}` is no name for a file of --format {}: let it end in .{0}", asked.ending()))
        }
        (_, Some(asked)) => Ok(asked),
        (Some(known), None) => Ok(known),
        (None, None) => {
            let endings = Format::ALL.map(|format| format!(".{}", format.ending())).join(", ");
            Err(format!("`{named}` does not say what to write: let its name end in one of {endings}"))
        }
    }
}
