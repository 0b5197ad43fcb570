//! `notes edit` and `notes delete`.

use std::path::Path;

use jiff::Timestamp;

use super::add;
use super::arguments::{Delete, Edit};
use super::opening::open;
use crate::cli::output::{DONE, FAILED, USAGE, fail, print};

/// Changes a note.
pub fn edit(what: &Edit, folder: &Path, now: Timestamp) -> u8 {
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

/// Removes notes. One that is not there is said so; the others go all the same.
pub fn delete(what: &Delete, folder: &Path, now: Timestamp) -> u8 {
    let mut store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let mut code = DONE;
    let mut removed = 0;
    for id in &what.ids {
        match store.delete(*id) {
            Ok(true) => removed += 1,
            Ok(false) => code = fail(USAGE, &no_such(&id.to_string())),
            Err(why) => code = fail(FAILED, &format!("{id} was not removed: {why}")),
        }
    }
    let printed = print(&format!("removed {removed} of {}\n", what.ids.len()));
    if printed == DONE { code } else { printed }
}

fn no_such(id: &str) -> String {
    format!("there is no note {id}: `briefing-reader notes list` names all")
}
