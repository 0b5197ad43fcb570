//! `notes`: a person's notes from the command line.

mod add;
pub mod arguments;
mod change;
mod filter;
mod keep;
mod list;
mod opening;
mod take_away;

use std::path::Path;

use jiff::Timestamp;

use super::output::{USAGE, fail};
use arguments::{Notes, What};

/// Does what was asked for with the notes of a data folder.
pub fn run(what: &Notes, data: Option<&Path>) -> u8 {
    let Some(folder) = data else {
        return fail(USAGE, "this system has no folder for a program's data: name one with --data-dir");
    };
    let now = Timestamp::now();
    match &what.what {
        What::Add(what) => add::run(what, folder, now),
        What::List(what) => list::run(what, folder, now),
        What::Edit(what) => change::edit(what, folder, now),
        What::Delete(what) => change::delete(what, folder, now),
        What::Export(what) => take_away::export(what, folder, now),
        What::Import(what) => take_away::import(what, folder, now),
        What::Backup(what) => keep::backup(what, folder, now),
        What::Restore(what) => keep::restore(what, folder, now),
        What::Doctor => keep::doctor(folder, now),
    }
}
