//! `notes backup`, `notes restore`, `notes doctor`.

use std::fmt::Write;
use std::path::Path;

use jiff::Timestamp;

use super::arguments::{Backup, Restore};
use super::open;
use crate::cli::output::{DONE, FAILED, USAGE, fail, print};
use crate::notes::Store;
use crate::notes::store::backups;

/// Copies the database.
pub fn backup(what: &Backup, folder: &Path, now: Timestamp) -> u8 {
    let store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    match store.back_up(&what.to) {
        Ok(()) => print(&format!("copied to {}\n", what.to.display())),
        Err(why) => fail(FAILED, &format!("no backup was made: {why}")),
    }
}

/// Takes a backup's notes in the place of those there are.
pub fn restore(what: &Restore, folder: &Path, now: Timestamp) -> u8 {
    let newest = || backups(folder).into_iter().next().map(|backup| backup.path);
    let Some(from) = what.file.clone().or_else(newest) else {
        return fail(USAGE, "there is no backup yet: name a file");
    };
    match Store::restore(folder, &from, now) {
        Ok(kept) => {
            let beside = kept
                .map_or_else(String::new, |kept| format!("; what was there is kept as {}", kept.display()));
            print(&format!("restored {}{beside}\n", from.display()))
        }
        Err(why) => fail(FAILED, &format!("nothing was restored: {why}")),
    }
}

/// Looks for damage. Opening mends what it can and says so.
pub fn doctor(folder: &Path, now: Timestamp) -> u8 {
    let store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let (read, faults) = match (store.notes(None), store.faults()) {
        (Ok(read), Ok(faults)) => (read, faults),
        (Err(why), _) | (_, Err(why)) => return fail(FAILED, &why.to_string()),
    };
    let newest = backups(folder).into_iter().next();
    let backup = newest.map_or_else(|| "none yet".to_owned(), |newest| newest.day);
    let mut told = format!("notes: {}\nlast daily backup: {backup}\n", read.notes.len());
    for id in &read.unreadable {
        let _ = writeln!(told, "note {id} cannot be read and is left as it is");
    }
    for fault in &faults {
        let _ = writeln!(told, "damage: {fault}");
    }
    if faults.is_empty() && read.unreadable.is_empty() {
        told += "nothing wrong\n";
        return print(&told);
    }
    told += "`briefing-reader notes restore` takes the last backup; what is there now is kept beside\n";
    if print(&told) == DONE { FAILED } else { USAGE }
}
