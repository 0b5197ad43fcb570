//! `notes`: a person's notes from the command line.

mod add;
pub mod arguments;
mod change;
mod filter;
mod keep;
mod list;
mod take_away;

use std::path::Path;

use jiff::Timestamp;

use super::output::{FAILED, USAGE, fail, tell};
use crate::bundle::Bundle;
use crate::notes::{Store, store::Opened};
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
