//! `notes edit`: another comment, tags, stance or colour.

use std::path::Path;

use jiff::Timestamp;

use super::add;
use super::opening::{no_such, open};
use crate::cli::arguments::Edit;
use crate::cli::output::{DONE, FAILED, USAGE, fail};

/// Changes a note.
pub fn run(what: &Edit, folder: &Path, now: Timestamp) -> u8 {
    let mut store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let note = match store.note(what.id) {
        Ok(note) => note,
        Err(why) => return fail(FAILED, &why.to_string()),
    };
    let Some(mut note) = note else {
        return fail(USAGE, &no_such(&what.id.to_string()));
    };
    add::say(&mut note, &what.words);
    if what.no_stance {
        note.stance = None;
    }
    if what.no_tags {
        note.tags.clear();
    }
    note.modified = now;
    match store.save(&note, None) {
        Ok(()) => DONE,
        Err(why) => fail(FAILED, &format!("the note was not changed: {why}")),
    }
}
