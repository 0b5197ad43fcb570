//! `notes delete`: notes by their ids.

use std::path::Path;

use jiff::Timestamp;

use super::opening::{no_such, open};
use crate::cli::arguments::Delete;
use crate::cli::output::{DONE, FAILED, USAGE, fail, print};

/// Removes notes. One that is not there is said so; the others go all the same.
pub fn run(what: &Delete, folder: &Path, now: Timestamp) -> u8 {
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
