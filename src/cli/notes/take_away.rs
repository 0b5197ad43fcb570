//! `notes export` and `notes import`.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::arguments::{Export, Import};
use super::filter::{Filter, on_one_line};
use super::opening::{bundle, open};
use crate::bundle::Bundle;
use crate::cli::output::{DONE, FAILED, USAGE, fail, print, tell, told_written};
use crate::disk::{reason, shown, write_whole};
use crate::export::notes::{
    Entry, NotesFile, NotesFormat, Options, Refused, Taken, Template, read_jsonld_with, write,
};
use crate::library;
use crate::notes::{EditionText, Note, Store, placing};

/// Writes notes into a file.
pub fn export(what: &Export, folder: &Path, now: Timestamp) -> u8 {
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

/// The notes with what a briefing says of them, if one is at hand.
pub fn entries<'n>(notes: &'n [Note], bundle: Option<&'n Bundle>, store: &Store) -> Vec<Entry<'n>> {
    let Some(bundle) = bundle else { return notes.iter().map(Entry::alone).collect() };
    let text = EditionText::of(&bundle.article);
    // A text that cannot be read is as one that is not kept: its passages are searched for.
    let old_text = |hash: &str| store.edition_text(hash).ok().flatten();
    let placed = placing::place(notes, bundle, old_text).into_iter();
    placed.map(|placed| Entry::within(placed.note, bundle, &text, &placed.placement)).collect()
}

/// Takes over annotations; what became of each is counted.
pub fn import(what: &Import, folder: &Path, now: Timestamp) -> u8 {
    let name = shown(&what.file);
    let text = match std::fs::read_to_string(&what.file) {
        Ok(text) => text,
        Err(why) => return fail(USAGE, &format!("{name} cannot be read: {}", reason(&why))),
    };
    let mut store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let read = match read_jsonld_with(&text, &|briefing, hash| known_text(&store, briefing, hash)) {
        Ok(read) => read,
        Err(why) => return fail(USAGE, &format!("{name} cannot be imported: {why}")),
    };
    let mut names = BTreeSet::new();
    let mut counts = Counts::default();
    let mut new = Vec::new();
    for item in read {
        match item {
            Ok(mut taken) => match known(&store, &new, &taken) {
                Ok(true) => counts.known += 1,
                Ok(false) => {
                    if taken.needs_a_place {
                        counts.placeless += 1;
                    } else {
                        counts.imported += 1;
                    }
                    // One that says no time is as old as its import.
                    for time in [&mut taken.note.created, &mut taken.note.modified] {
                        if *time == Timestamp::UNIX_EPOCH {
                            *time = now;
                        }
                    }
                    names.extend(taken.by);
                    new.push(taken.note);
                }
                Err(code) => return code,
            },
            Err(Refused { which, why }) => {
                counts.refused += 1;
                tell(&format!("briefing-reader: {which} is refused: {why}\n"));
            }
        }
    }
    if let Err(why) = store.save_all(&new, None) {
        return fail(FAILED, &format!("nothing was imported: {why}"));
    }
    if !names.is_empty() {
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        tell(&format!("briefing-reader: notes do not keep who made them; these were made by {names}\n"));
    }
    let printed = print(&counts.words());
    if printed == DONE && counts.refused > 0 { FAILED } else { printed }
}

/// The text that an annotation is on: the one of that hash; else that of the briefing on the shelf inside
/// the program, or of the newest edition that somebody made a note on.
fn known_text(store: &Store, briefing: &str, hash: &str) -> Option<EditionText> {
    let kept = |hash: &str| store.edition_text(hash).ok().flatten();
    if !hash.is_empty() {
        return kept(hash);
    }
    let on_shelf = library::open(briefing).map(|bundle| EditionText::of(&bundle.article));
    on_shelf.or_else(|| {
        let notes = store.notes(Some(briefing)).ok()?.notes;
        notes.iter().max_by_key(|note| note.edition).and_then(|note| kept(&note.text_hash))
    })
}

#[derive(Default)]
struct Counts {
    imported: usize,
    known: usize,
    placeless: usize,
    refused: usize,
}

impl Counts {
    fn words(&self) -> String {
        let total = self.imported + self.known + self.placeless + self.refused;
        let annotations = if total == 1 { "annotation" } else { "annotations" };
        format!(
            "{total} {annotations}: {} imported, {} already there, {} need a place, {} refused\n",
            self.imported, self.known, self.placeless, self.refused
        )
    }
}

/// Whether the note is there, as new or newer.
fn known(store: &Store, new: &[Note], taken: &Taken) -> Result<bool, u8> {
    let note = &taken.note;
    let is_as_new = |known: &Note| known.modified >= note.modified;
    if new.iter().any(|known| known.id == note.id && is_as_new(known)) {
        return Ok(true);
    }
    match store.note(note.id) {
        Ok(known) => Ok(known.is_some_and(|known| is_as_new(&known))),
        Err(why) => Err(fail(FAILED, &why.to_string())),
    }
}
