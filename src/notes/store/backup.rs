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
        let kept = if path.exists() { Some(put_beside(&path, "replaced", now)?) } else { None };
        fs::rename(&fresh, &path).map_err(|why| Trouble::of_disk(&path, &why))?;
        Store::at(&path)?;
        Ok(kept)
    }
}

/// Renames a database, with what SQLite keeps beside it, so that it says what became of it and when.
pub fn put_beside(path: &Path, what: &str, now: Timestamp) -> Result<PathBuf, Trouble> {
    let moment = now.strftime("%Y%m%d-%H%M%S");
    let mut number = 0;
    let beside = loop {
        let again = if number == 0 { String::new() } else { format!("-{number}") };
        let beside = path.with_file_name(format!("notes-{what}-{moment}{again}.sqlite"));
        if !beside.exists() {
            break beside;
        }
        number += 1;
    };
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
