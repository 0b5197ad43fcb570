//! `notes restore`: a backup's notes in place of the present ones.

use std::path::Path;

use jiff::Timestamp;

use crate::cli::arguments::Restore;
use crate::cli::output::{FAILED, USAGE, fail, print};
use crate::notes::Store;
use crate::notes::store::{backups, newest_good};

/// Takes a backup's notes in the place of those there are.
pub fn run(what: &Restore, folder: &Path, now: Timestamp) -> u8 {
    let newest = || newest_good(folder).map(|backup| backup.path);
    let Some(from) = what.file.clone().or_else(newest) else {
        return match backups(folder).len() {
            0 => fail(USAGE, "there is no backup yet: name a file"),
            _ => fail(FAILED, "none of the backups is good: `notes doctor` says what is wrong with each"),
        };
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
