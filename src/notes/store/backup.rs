//! Dated copies of the database: one a day, the oldest ones go.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::trouble::Trouble;
use super::{NAME, Store};

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

/// Makes today's backup unless it is there, and removes the oldest ones. None is made of a store
/// without notes: it would only push out those that have some.
pub fn daily(store: &Store, folder: &Path, now: Timestamp) -> Result<(), Trouble> {
    let day = day(now);
    let known = backups(folder);
    if known.first().is_some_and(|newest| newest.day >= day) || is_empty(store)? {
        return Ok(());
    }
    let inside = folder.join(FOLDER);
    fs::create_dir_all(&inside).map_err(|why| Trouble::of_disk(&inside, &why))?;
    store.back_up(&inside.join(format!("notes-{day}.sqlite")))?;
    for old in backups(folder).into_iter().skip(KEPT) {
        // One that stays is in nobody's way.
        let _ = fs::remove_file(old.path);
    }
    Ok(())
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
    /// Writes a whole copy of the database; a file that is there is replaced once the copy is whole.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<(), Trouble> {
        let beside = to.with_extension("sqlite.part");
        let disk = |why: std::io::Error| Trouble::of_disk(to, &why);
        match fs::remove_file(&beside) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(disk(why)),
            _ => {}
        }
        let copied = self.connection.execute("VACUUM INTO ?1", [beside.to_string_lossy()]);
        if let Err(why) = copied {
            let _ = fs::remove_file(&beside);
            return Err(Trouble::new(to, &why));
        }
        fs::File::open(&beside).and_then(|file| file.sync_all()).map_err(disk)?;
        fs::rename(&beside, to).map_err(disk)
    }

    /// Takes a backup's notes in the place of those in `folder`, whose database is kept under another
    /// name, which is returned.
    ///
    /// # Errors
    /// Where the backup is not one, or nothing can be written.
    pub fn restore(folder: &Path, from: &Path, now: Timestamp) -> Result<Option<PathBuf>, Trouble> {
        let from_whole = Connection::open_with_flags(from, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)
            .and_then(|backup| {
                backup.query_row("SELECT count(*) FROM notes", [], |row| row.get::<_, i64>(0))
            });
        from_whole.map_err(|why| Trouble::new(from, &why))?;
        let path = folder.join(NAME);
        let fresh = folder.join("notes.sqlite.restoring");
        fs::create_dir_all(folder).map_err(|why| Trouble::of_disk(folder, &why))?;
        fs::copy(from, &fresh).map_err(|why| Trouble::of_disk(&fresh, &why))?;
        // Brings an old backup up to date.
        drop(Store::at(&fresh)?);
        if !path.exists() {
            fs::rename(&fresh, &path).map_err(|why| Trouble::of_disk(&path, &why))?;
            return Ok(None);
        }
        let kept = match Store::at(&path) {
            // A window may have it open: taking the file away would take its notes away.
            Ok(mut store) => {
                let kept = free_name(&path, "replaced", now);
                store.back_up(&kept)?;
                store.become_like(&fresh)?;
                fs::remove_file(&fresh).map_err(|why| Trouble::of_disk(&fresh, &why))?;
                kept
            }
            Err(why) if why.is_damage() => {
                let kept = put_beside(&path, "replaced", now)?;
                fs::rename(&fresh, &path).map_err(|why| Trouble::of_disk(&path, &why))?;
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
        self.connection.execute("ATTACH DATABASE ?1 AS other", [other.to_string_lossy()]).map_err(trouble)?;
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
    fs::rename(path, &beside).map_err(|why| Trouble::of_disk(path, &why))?;
    for ending in ["-wal", "-shm"] {
        let with = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        match fs::rename(with(path), with(&beside)) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
                return Err(Trouble::of_disk(path, &why));
            }
            _ => {}
        }
    }
    Ok(beside)
}

/// A name that no file has, which says what became of a database and when.
fn free_name(path: &Path, what: &str, now: Timestamp) -> PathBuf {
    let moment = now.strftime("%Y%m%d-%H%M%S");
    let named = |again: &str| path.with_file_name(format!("notes-{what}-{moment}{again}.sqlite"));
    let mut name = named("");
    let mut number = 0;
    while name.exists() {
        number += 1;
        name = named(&format!("-{number}"));
    }
    name
}
