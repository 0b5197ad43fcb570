//! All charts of a briefing, a file for each.

use std::collections::HashSet;
use std::path::Path;

use super::{Exhibit, Format, QuestionExhibit, Studio};
use crate::bundle::Bundle;
use crate::disk::{reason, shown, write_whole};

/// Writes the chart of every question that has answers into a folder, which is made where it is not
/// there. Returns how many.
///
/// # Errors
/// A sentence for the person: what was not written and why. What was written before stays.
pub fn write_all(
    bundle: &Bundle,
    studio: &mut Studio,
    format: Format,
    folder: &Path,
) -> Result<usize, String> {
    std::fs::create_dir_all(folder)
        .map_err(|why| format!("The folder {} cannot be made: {}.", shown(folder), reason(&why)))?;
    let mut names = HashSet::new();
    for poll in &bundle.manifest.polls {
        for question in poll.questions.iter().filter(|question| !question.answers.is_empty()) {
            let exhibit = QuestionExhibit::new(bundle, poll, question, None);
            let plain = exhibit.file_name();
            let mut name = plain.clone();
            while !names.insert(name.clone()) {
                name = format!("{plain}-{}", names.len());
            }
            let made = studio.make(&exhibit, format);
            let content = made.map_err(|why| format!("The chart {name} was not saved: {why}."))?;
            let path = folder.join(format!("{name}.{}", format.ending()));
            write_whole(&path, &content).map_err(|why| why.to_string())?;
        }
    }
    Ok(names.len())
}
