//! `notes export`: notes as a file for other programs.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::entries::entries;
use super::filter::{Filter, on_one_line};
use super::opening::{bundle, open};
use crate::bundle::Bundle;
use crate::cli::arguments::Export;
use crate::cli::output::{FAILED, USAGE, fail, print, tell, told_written};
use crate::disk::{reason, shown, write_whole};
use crate::export::notes::{Entry, NotesFile, NotesFormat, Options, Template, write};
use crate::library;
use crate::notes::{Note, Store};

/// Writes notes into a file.
pub fn run(what: &Export, folder: &Path, now: Timestamp) -> u8 {
    let to_output = what.to.as_os_str() == "-";
    let name = what.to.file_name().unwrap_or_default().to_string_lossy();
    let format = if to_output { Some(NotesFormat::Markdown) } else { NotesFormat::of_name(&name) };
    // A template says itself what it makes.
    let Some(format) = format.or(what.template.as_ref().map(|_| NotesFormat::Markdown)) else {
        let endings: Vec<String> =
            NotesFormat::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
        let hint = format!("let it end in {}", endings.join(", "));
        return fail(USAGE, &format!("`{}` does not say what to write: {hint}", what.to.display()));
    };
    let template = match what.template.as_deref().map(template).transpose() {
        Ok(template) => template,
        Err(why) => return fail(USAGE, &why),
    };
    let template = template.as_ref().map(|(name, text)| Template { name, text });
    let store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let day = now.to_zoned(TimeZone::UTC).date().to_string();
    let options = Options { format, style: what.style, by: what.by, template, day: &day };
    let file = match made(what, &store, &options) {
        Ok(file) => file,
        Err(code) => return code,
    };
    for remark in &file.remarks {
        tell(&format!("briefing-reader: {remark}\n"));
    }
    if to_output {
        return print(&String::from_utf8_lossy(&file.content));
    }
    told_written(write_whole(&what.to, &file.content))
}

/// A template's name and text.
fn template(path: &Path) -> Result<(String, String), String> {
    let text = std::fs::read_to_string(path)
        .map_err(|why| format!("the template {} cannot be read: {}", shown(path), reason(&why)))?;
    Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
}

fn made(what: &Export, store: &Store, options: &Options<'_>) -> Result<NotesFile, u8> {
    let mut found = found(what, store)?;
    let filter = Filter { tag: what.tag.as_deref().map(on_one_line), colour: what.colour };
    let all: Vec<&Note> = found.iter().flat_map(|(notes, _)| notes).collect();
    if let Some(why) = filter.meets_nothing(&all) {
        let left = if what.to.exists() {
            format!("{} stays as it was", shown(&what.to))
        } else {
            "nothing is written".to_owned()
        };
        return Err(fail(FAILED, &format!("{why}; {left}")));
    }
    for (notes, _) in &mut found {
        notes.retain(|note| filter.takes(note));
    }
    let entries: Vec<Entry<'_>> =
        found.iter().flat_map(|(notes, bundle)| entries(notes, bundle.as_ref(), store)).collect();
    write(&entries, options).map_err(|why| fail(FAILED, &why))
}

/// Notes on one briefing, and the briefing where it is at hand.
type OfBriefing = (Vec<Note>, Option<Bundle>);

/// The notes on each briefing that is named, or on all.
fn found(what: &Export, store: &Store) -> Result<Vec<OfBriefing>, u8> {
    let failed = |why: crate::notes::Trouble| fail(FAILED, &why.to_string());
    let mut found: Vec<OfBriefing> = Vec::new();
    for named in &what.briefings {
        let bundle = bundle(named)?;
        let notes = store.notes(Some(&bundle.manifest.id)).map_err(failed)?.notes;
        found.push((notes, Some(bundle)));
    }
    if !what.briefings.is_empty() {
        return Ok(found);
    }
    let mut notes = store.notes(None).map_err(failed)?.notes;
    notes.sort_by(|one, other| one.briefing.cmp(&other.briefing));
    for note in notes {
        let known = found.last_mut().filter(|(known, _)| known[0].briefing == note.briefing);
        if let Some((known, _)) = known {
            known.push(note);
        } else {
            // What is on the shelf inside the program is at hand.
            let bundle = library::open(&note.briefing);
            found.push((vec![note], bundle));
        }
    }
    Ok(found)
}
