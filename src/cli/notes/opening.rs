//! Opens what the subcommands work on: the notes, a briefing.

use std::path::Path;

use jiff::Timestamp;

use crate::bundle::Bundle;
use crate::cli::locate;
use crate::cli::output::{FAILED, USAGE, fail, tell};
use crate::notes::{Store, store::Opened};

/// Opens the notes, and says what the person should know of them.
pub fn open(folder: &Path, now: Timestamp) -> Result<Store, u8> {
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
pub fn bundle(named: &Path) -> Result<Bundle, u8> {
    whole(named).map_err(|why| fail(USAGE, &why))
}

/// A whole briefing, or a sentence that says why there is none.
pub fn whole(named: &Path) -> Result<Bundle, String> {
    let located = locate::locate_one(named)?;
    match located.reference {
        None => Ok(located.bundle),
        Some(reference) => Err(format!(
            "{} names a part of a briefing, and a whole one is wanted: leave out `#{reference}`",
            crate::disk::shown(named)
        )),
    }
}

/// A sentence that the note is not there.
pub fn no_such(id: &str) -> String {
    format!("there is no note {id}: `briefing-reader notes list` prints them all")
}
