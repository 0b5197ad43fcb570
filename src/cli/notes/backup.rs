//! `notes backup`: the notes as a file of their own.

use std::path::Path;

use jiff::Timestamp;

use super::opening::open;
use crate::cli::arguments::Backup;
use crate::cli::output::{DONE, FAILED, fail, tell};

/// Copies the database.
pub fn run(what: &Backup, folder: &Path, now: Timestamp) -> u8 {
    let store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    match store.back_up(&what.to) {
        Ok(written) => {
            tell(&format!("{written}\n"));
            DONE
        }
        Err(why) => fail(FAILED, &format!("no backup was made: {why}")),
    }
}
