//! `notes import`: annotations of other programs, each counted as what became of it.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;

use super::opening::open;
use crate::cli::arguments::Import;
use crate::cli::output::{DONE, FAILED, USAGE, fail, print, tell};
use crate::disk::{reason, shown};
use crate::export::notes::{Refused, Taken, read_jsonld_with};
use crate::library;
use crate::notes::{EditionText, Note, Store};
use crate::text::counted;

/// Takes over annotations; what became of each is counted.
pub fn run(what: &Import, folder: &Path, now: Timestamp) -> u8 {
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
        format!(
            "{}: {} imported, {} already there, {} need a place, {} refused\n",
            counted(total, "annotation"),
            self.imported,
            self.known,
            self.placeless,
            self.refused
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
