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
mod opening;
mod restore;

use std::path::Path;

use jiff::Timestamp;

use super::arguments::{Notes, NotesCommand};
use super::output::{USAGE, fail};

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
