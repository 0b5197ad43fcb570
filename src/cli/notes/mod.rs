//! `notes`: a person's notes from the command line.

mod add;
mod backup;
mod delete;
mod doctor;
mod edit;
mod entries;
mod export;
mod filter;
mod import;
mod list;
mod restore;

use std::path::Path;

use jiff::Timestamp;

use super::arguments::{Notes, NotesCommand};
use super::output::{FAILED, USAGE, fail, tell};
use crate::bundle::Bundle;
use crate::notes::{Store, store::Opened};

/// Does what was asked for with the notes of a data folder.
pub fn run(what: &Notes, data: Option<&Path>) -> u8 {
    let Some(folder) = data else {
        return fail(USAGE, "this system has no folder for a program's data: name one with --data-dir");
    };
    let now = Timestamp::now();
    match &what.command {
        NotesCommand::Add(what) => add::run(what, folder, now),
        NotesCommand::List(what) => list::run(what, folder, now),
        NotesCommand::Edit(what) => edit::run(what, folder, now),
        NotesCommand::Delete(what) => delete::run(what, folder, now),
        NotesCommand::Export(what) => export::run(what, folder, now),
        NotesCommand::Import(what) => import::run(what, folder, now),
        NotesCommand::Backup(what) => backup::run(what, folder, now),
        NotesCommand::Restore(what) => restore::run(what, folder, now),
        NotesCommand::Doctor => doctor::run(folder, now),
    }
}

/// Opens the notes, and says what the person should know of them.
fn open(folder: &Path, now: Timestamp) -> Result<Store, u8> {
    match Store::open(folder, now) {
        Ok(Opened { store, remarks }) => {
            for remark in remarks {
                tell(&format!("briefing-reader: {remark}\n"));
            }
            Ok(store)
        }
        Err(why) => Err(fail(FAILED, &format!("the notes cannot be opened: {why}"))),
    }
}

/// A whole briefing.
fn bundle(named: &Path) -> Result<Bundle, u8> {
    whole(named).map_err(|why| fail(USAGE, &why))
}

/// A whole briefing, or a sentence that says why there is none.
fn whole(named: &Path) -> Result<Bundle, String> {
    let located = super::locate::locate_one(named)?;
    match located.reference {
        None => Ok(located.bundle),
        Some(reference) => Err(format!(
            "{} names a part of a briefing, and a whole one is wanted: leave out `#{reference}`",
            crate::disk::shown(named)
        )),
    }
}

/// A sentence that the note is not there.
fn no_such(id: &str) -> String {
    format!("there is no note {id}: `briefing-reader notes list` prints them all")
}
