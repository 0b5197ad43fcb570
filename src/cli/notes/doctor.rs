//! `notes doctor`: what is damaged, in the notes and in each backup.

use std::fmt::Write;
use std::path::Path;

use jiff::Timestamp;

use super::opening::open;
use crate::cli::output::{DONE, FAILED, USAGE, fail, print};
use crate::notes::store::backups;
use crate::text::counted;

/// Looks for damage, in the backups too. Opening mends what it can and says so.
pub fn run(folder: &Path, now: Timestamp) -> u8 {
    // Before the notes are opened: that makes today's backup anew where it is of no use.
    let looked_at: Vec<_> = backups(folder).into_iter().map(|backup| (backup.notes(), backup)).collect();
    let store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let (read, faults) = match (store.notes(None), store.faults()) {
        (Ok(read), Ok(faults)) => (read, faults),
        (Err(why), _) | (_, Err(why)) => return fail(FAILED, &why.to_string()),
    };
    let mut told = format!("notes: {}\n", read.notes.len());
    let made_now =
        backups(folder).into_iter().filter(|backup| !looked_at.iter().any(|(_, known)| known == backup));
    let all = made_now.map(|backup| (backup.notes(), backup)).chain(looked_at.clone());
    let mut damaged = 0;
    for (notes, backup) in all {
        let _ = match notes {
            Ok(notes) => writeln!(told, "backup of {}: good, {}", backup.day, counted(notes, "note")),
            Err(why) => {
                damaged += 1;
                let now = if backup.notes().is_ok() { " It was made anew." } else { "" };
                writeln!(told, "backup of {}: of no use. {why}{now}", backup.day)
            }
        };
    }
    if looked_at.is_empty() && backups(folder).is_empty() {
        told += "no daily backup yet\n";
    }
    for id in &read.unreadable {
        let _ = writeln!(told, "note {id} cannot be read and is left as it is");
    }
    for fault in &faults {
        log::info!("SQLite says of the notes: {fault}");
    }
    if !faults.is_empty() {
        let count = faults.len();
        let _ = writeln!(told, "the database of notes is damaged in {count} places; --verbose names them");
    }
    let is_damaged = !faults.is_empty() || !read.unreadable.is_empty();
    if is_damaged {
        told += "`briefing-reader notes restore` takes the newest good backup; what is there now is kept beside\n";
    }
    if !is_damaged && damaged == 0 {
        told += "nothing wrong\n";
        return print(&told);
    }
    if print(&told) == DONE { FAILED } else { USAGE }
}
