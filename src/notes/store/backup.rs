//! Dated copies of the database: one a day, the oldest ones go. A copy is whole or not there.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::patience::patiently;
use super::trouble::Trouble;
use super::turn::Turn;
use super::{NAME, Store, found_whole, with_ending};
use crate::disk::{Target, Written};

/// The folder of backups in the data folder.
const FOLDER: &str = "notes-backups";

/// How many daily backups are kept.
const KEPT: usize = 14;

/// A backup, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// The day it was made, as `2026-11-23`.
    pub day: String,
}

impl Backup {
    /// Opens it, changes nothing, and looks through all of it.
    ///
    /// # Errors
    /// Why it is of no use.
    pub fn notes(&self) -> Result<usize, Trouble> {
        found_whole(&self.path)
    }
}

/// The daily backups of a data folder, the newest first.
#[must_use]
pub fn backups(folder: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let day = name.strip_prefix("notes-")?.strip_suffix(".sqlite")?.to_owned();
            day.parse::<jiff::civil::Date>().ok()?;
            Some(Backup { path: entry.path(), day })
        })
        .collect();
    found.sort_by(|one, other| other.day.cmp(&one.day));
    found
}

/// The newest daily backup that is good.
#[must_use]
pub fn newest_good(folder: &Path) -> Option<Backup> {
    backups(folder).into_iter().find(|backup| backup.notes().is_ok())
}

/// Makes today's backup unless a good one is there, and removes the oldest ones. None is made of a
/// store without notes: it would only push out those that have some. Where another program is making
/// it, that one is left to it.
pub fn daily(store: &Store, folder: &Path, now: Timestamp) -> Result<(), Trouble> {
    let day = day(now);
    let inside = folder.join(FOLDER);
    let backup = Backup { path: inside.join(format!("notes-{day}.sqlite")), day };
    let is_made = || backup.path.exists() && backup.notes().is_ok();
    if is_made() || is_empty(store)? {
        return Ok(());
    }
    let Some(_turn) = Turn::now(folder)? else { return Ok(()) };
    // Another program may just have made it.
    if is_made() {
        return Ok(());
    }
    fs::create_dir_all(&inside).map_err(|why| Trouble::of_disk(&inside, &why))?;
    log::info!("making the backup of {}", backup.day);
    store.back_up(&backup.path)?;
    remove_leavings(&inside);
    // What a clock that was ahead has dated later takes no place from others.
    let until_today = backups(folder).into_iter().filter(|known| known.day <= backup.day);
    for old in until_today.skip(KEPT) {
        // One that stays is in nobody's way.
        let _ = fs::remove_file(old.path);
    }
    Ok(())
}

/// What a program that was killed left beside the backups. Whoever has the turn makes them alone.
fn remove_leavings(inside: &Path) {
    for entry in fs::read_dir(inside).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(".writing-") || name.ends_with(".sqlite.part") {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_empty(store: &Store) -> Result<bool, Trouble> {
    let count: i64 = store
        .connection
        .query_row("SELECT count(*) FROM notes", [], |row| row.get(0))
        .map_err(|why| store.trouble(&why))?;
    Ok(count == 0)
}

/// The day in universal time.
fn day(now: Timestamp) -> String {
    now.to_zoned(TimeZone::UTC).date().to_string()
}

impl Store {
    /// Writes a whole copy of the database; a file that is there is replaced once the copy is whole
    /// and was looked through. It is open to nobody to whom the database is closed.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<Written, Trouble> {
        let mut target = Target::of(to)?;
        target.as_private_as(&self.path);
        let beside = target.begin()?;
        self.copy_into(beside.path(), to)?;
        Ok(target.put(beside)?)
    }

    /// Fills an empty file with a copy of the database. `named` is what troubles call it.
    fn copy_into(&self, file: &Path, named: &Path) -> Result<(), Trouble> {
        // As bytes, since not every path is text.
        let path = file.as_os_str().as_encoded_bytes();
        let only_reads = |on| self.connection.pragma_update(None, "query_only", on);
        // Writing elsewhere counts as writing.
        let copied = only_reads(false)
            .and_then(|()| self.connection.execute("VACUUM INTO CAST(?1 AS TEXT)", [path]))
            .and_then(|_| only_reads(!self.can_write()));
        copied.map_err(|why| Trouble::new(named, &why))?;
        found_whole(file).map(drop)
    }

    /// Takes a backup's notes in the place of those in `folder`, whose database is kept under another
    /// name, which is returned.
    ///
    /// # Errors
    /// Where the backup is not one, or nothing can be written.
    pub fn restore(folder: &Path, from: &Path, now: Timestamp) -> Result<Option<PathBuf>, Trouble> {
        fs::File::open(from).map_err(|why| Trouble::of_disk(from, &why))?;
        // What other programs left in its log is read as well.
        let backup = Store::read_only(from, &Trouble::Denied(from.to_owned()))?;
        fs::create_dir_all(folder).map_err(|why| Trouble::of_disk(folder, &why))?;
        let _turn = Turn::wait(folder)?;
        let path = folder.join(NAME);
        let mut target = Target::of(&folder.join(format!("{NAME}.restoring")))?;
        target.as_private_as(if path.exists() { &path } else { from });
        let fresh = target.begin()?;
        backup.copy_into(fresh.path(), from)?;
        // Brings an old backup up to date.
        drop(Store::at(fresh.path())?);
        let put = |fresh: tempfile::NamedTempFile| -> Result<(), Trouble> {
            fresh.as_file().sync_all().map_err(|why| Trouble::of_disk(&path, &why))?;
            // A log that a lost database left would be taken for one of the new one.
            put_logs_beside(&path, &free_name(&path, "lost", now))?;
            fresh.persist(&path).map_err(|why| Trouble::of_disk(&path, &why.error))?;
            Ok(())
        };
        if !path.exists() {
            put(fresh)?;
            return Ok(None);
        }
        let kept = match Store::at(&path) {
            // A window may have it open: taking the file away would take its notes away.
            Ok(mut store) => {
                let kept = free_name(&path, "replaced", now);
                store.back_up(&kept)?;
                store.become_like(fresh.path())?;
                kept
            }
            Err(why) if why.is_damage() => {
                let kept = put_beside(&path, "replaced", now)?;
                put(fresh)?;
                kept
            }
            Err(why) => return Err(why),
        };
        Ok(Some(kept))
    }

    /// Takes over all that another database of the same version has, in one step.
    fn become_like(&mut self, other: &Path) -> Result<(), Trouble> {
        let path = self.path.clone();
        let trouble = |why: rusqlite::Error| Trouble::new(&path, &why);
        let other = other.as_os_str().as_encoded_bytes();
        self.connection.execute("ATTACH DATABASE CAST(?1 AS TEXT) AS other", [other]).map_err(trouble)?;
        let behaviour = rusqlite::TransactionBehavior::Immediate;
        let change = self.connection.transaction_with_behavior(behaviour).map_err(trouble)?;
        change
            .execute_batch(
                "DELETE FROM notes; DELETE FROM editions;
                 INSERT INTO notes (id, briefing, content) SELECT id, briefing, content FROM other.notes;
                 INSERT INTO editions (hash, text) SELECT hash, text FROM other.editions;",
            )
            .map_err(trouble)?;
        change.commit().map_err(trouble)?;
        self.connection.execute_batch("DETACH DATABASE other").map_err(trouble)
    }
}

/// Renames a database, with what SQLite keeps beside it, so that it says what became of it and when.
pub fn put_beside(path: &Path, what: &str, now: Timestamp) -> Result<PathBuf, Trouble> {
    let beside = free_name(path, what, now);
    patiently(|| fs::rename(path, &beside).map_err(|why| Trouble::of_disk(path, &why)))?;
    put_logs_beside(path, &beside)?;
    Ok(beside)
}

/// Renames what SQLite keeps beside a database, where there is any.
fn put_logs_beside(path: &Path, beside: &Path) -> Result<(), Trouble> {
    for ending in ["-wal", "-shm"] {
        patiently(|| match fs::rename(with_ending(path, ending), with_ending(beside, ending)) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => Err(Trouble::of_disk(path, &why)),
            _ => Ok(()),
        })?;
    }
    Ok(())
}

/// A name that no file has, which says what became of a database and when.
fn free_name(path: &Path, what: &str, now: Timestamp) -> PathBuf {
    let moment = now.strftime("%Y%m%d-%H%M%S");
    let named = |again: &str| path.with_file_name(format!("notes-{what}-{moment}{again}.sqlite"));
    let mut name = named("");
    let mut number = 0;
    while name.exists() || with_ending(&name, "-wal").exists() {
        number += 1;
        name = named(&format!("-{number}"));
    }
    name
}
