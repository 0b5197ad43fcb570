//! The notes on disk: one SQLite database in the person's data folder, beside its backups.
//!
//! A note is kept once [`Store::save`] has returned: the database is in WAL mode and is synchronised
//! at each commit. Several programs may have it open.

mod backup;
mod opening;
mod patience;
mod rescue;
mod schema;
mod trouble;
mod turn;
mod writer;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use tempfile::TempDir;
use uuid::Uuid;

use super::edition_text::EditionText;
use super::note::Note;
use patience::{PATIENCE, patiently};

pub use backup::{Backup, backups, newest_good};
pub use opening::Opened;
pub use trouble::Trouble;
pub use writer::{Receipt, StoreEvent, Writer};

/// The database's name in the data folder.
pub const NAME: &str = "notes.sqlite";

/// The open database.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// Why nothing can be written, where that is so.
    unwritable: Option<Trouble>,
    /// The copy that is read where the database's own folder takes no files beside it.
    _copy: Option<TempDir>,
}

/// Notes that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Those that could be, oldest first.
    pub notes: Vec<Note>,
    /// Ids of rows that are there and could not be read: they stay as they are.
    pub unreadable: Vec<String>,
}

impl Store {
    /// Opens a database as it is; what is damaged is an error.
    pub(super) fn at(path: &Path) -> Result<Store, Trouble> {
        patiently(|| Store::at_once(path))
    }

    fn at_once(path: &Path) -> Result<Store, Trouble> {
        let trouble = |why: rusqlite::Error| Trouble::new(path, &why);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|why| Trouble::of_disk(folder, &why))?;
        }
        let mut connection = Connection::open(path).map_err(trouble)?;
        connection.busy_timeout(PATIENCE).map_err(trouble)?;
        schema::prepare(&mut connection).map_err(trouble)?;
        schema::migrate(&mut connection, path)?;
        Ok(Store { connection, path: path.to_owned(), unwritable: None, _copy: None })
    }

    /// Whether notes can be changed.
    #[must_use]
    pub fn can_write(&self) -> bool {
        self.unwritable.is_none()
    }

    /// Opens a database in a folder that cannot be written, or whose disk is full. What another program
    /// committed and left in its log is read too: that takes a file beside the database, so a copy of
    /// both is opened elsewhere.
    fn read_only(path: &Path, why: &Trouble) -> Result<Store, Trouble> {
        let trouble = |why: rusqlite::Error| Trouble::new(path, &why);
        let read = |connection: Connection, copy: Option<TempDir>| -> rusqlite::Result<Store> {
            connection.pragma_update(None, "query_only", true)?;
            connection.query_row("SELECT count(*) FROM notes", [], |_| Ok(()))?;
            Ok(Store { connection, path: path.to_owned(), unwritable: Some(why.clone()), _copy: copy })
        };
        let log_of = |path: &Path| with_ending(path, "-wal");
        let copied = || -> Option<Store> {
            let copy = tempfile::tempdir().ok()?;
            let to = copy.path().join(NAME);
            std::fs::copy(path, &to).ok()?;
            std::fs::copy(log_of(path), log_of(&to)).ok()?;
            read(Connection::open(to).ok()?, Some(copy)).ok()
        };
        if log_of(path).exists()
            && let Some(store) = copied()
        {
            return Ok(store);
        }
        unchanged(path).and_then(|connection| read(connection, None)).map_err(trouble)
    }

    /// Where the database is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All notes, or those of one briefing.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn notes(&self, briefing: Option<&str>) -> Result<Read, Trouble> {
        let rows = || -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
            let mut all = self.connection.prepare_cached(
                "SELECT id, content FROM notes WHERE ?1 IS NULL OR briefing = ?1 ORDER BY id",
            )?;
            all.query_map([briefing], |row| {
                Ok((String::from_utf8_lossy(&bytes(row, 0)?).into_owned(), bytes(row, 1)?))
            })?
            .collect()
        };
        let mut read = Read::default();
        for (id, content) in rows().map_err(|why| self.trouble(&why))? {
            match serde_json::from_slice(&content) {
                Ok(note) => read.notes.push(note),
                Err(_) => read.unreadable.push(id),
            }
        }
        // Our ids go by age; those of other programs do not.
        read.notes.sort_by_key(|note: &Note| (note.created, note.id));
        Ok(read)
    }

    /// One note.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn note(&self, id: Uuid) -> Result<Option<Note>, Trouble> {
        let content: Option<String> = self
            .connection
            .query_row("SELECT content FROM notes WHERE id = ?1", [id.to_string()], |row| row.get(0))
            .optional()
            .map_err(|why| self.trouble(&why))?;
        Ok(content.and_then(|content| serde_json::from_str(&content).ok()))
    }

    /// Keeps a note, new or changed, with the text of its edition. Once this returns, neither the end
    /// of the program nor of the power undoes it.
    ///
    /// # Errors
    /// Where it cannot be written; then nothing is changed.
    pub fn save(&mut self, note: &Note, text: Option<&EditionText>) -> Result<(), Trouble> {
        let hash = text.map(EditionText::hash);
        self.save_all(std::slice::from_ref(note), hash.as_deref().zip(text))
    }

    /// Keeps several notes, all or none, with the text of one edition.
    ///
    /// # Errors
    /// As [`Store::save`].
    pub fn save_all(&mut self, notes: &[Note], text: Option<(&str, &EditionText)>) -> Result<(), Trouble> {
        if let Some(why) = &self.unwritable {
            return Err(why.clone());
        }
        let path = self.path.clone();
        let mut write = || -> rusqlite::Result<()> {
            let change = self.connection.transaction()?;
            if let Some((hash, text)) = text {
                change.execute(
                    "INSERT OR IGNORE INTO editions (hash, text) VALUES (?1, ?2)",
                    params![hash, text.as_str()],
                )?;
            }
            for note in notes {
                let content = serde_json::to_string(note).expect("a note is plain data");
                change.execute(
                    "INSERT INTO notes (id, briefing, content) VALUES (?1, ?2, ?3)
                     ON CONFLICT (id) DO UPDATE SET briefing = ?2, content = ?3",
                    params![note.id.to_string(), note.briefing, content],
                )?;
            }
            change.commit()
        };
        write().map_err(|why| Trouble::new(&path, &why))
    }

    /// Removes a note; whether it was there.
    ///
    /// # Errors
    /// Where it cannot be written; then nothing is changed.
    pub fn delete(&mut self, id: Uuid) -> Result<bool, Trouble> {
        if let Some(why) = &self.unwritable {
            return Err(why.clone());
        }
        let removed = self.connection.execute("DELETE FROM notes WHERE id = ?1", [id.to_string()]);
        removed.map(|count| count > 0).map_err(|why| self.trouble(&why))
    }

    /// The text of an edition that was annotated, by its hash.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn edition_text(&self, hash: &str) -> Result<Option<EditionText>, Trouble> {
        let text: Option<String> = self
            .connection
            .query_row("SELECT text FROM editions WHERE hash = ?1", [hash], |row| row.get(0))
            .optional()
            .map_err(|why| self.trouble(&why))?;
        Ok(text.map(EditionText::from_stored).filter(|text| text.hash() == hash))
    }

    /// A number that changes when another program has changed the notes.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn changes_of_others(&self) -> Result<i64, Trouble> {
        self.connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .map_err(|why| self.trouble(&why))
    }

    /// What is wrong inside the database, in SQLite's words, for the log; empty where nothing is.
    ///
    /// # Errors
    /// Where it cannot be read at all.
    pub fn faults(&self) -> Result<Vec<String>, Trouble> {
        let check = || -> rusqlite::Result<Vec<String>> {
            let mut check = self.connection.prepare("PRAGMA integrity_check")?;
            check.query_map([], |row| row.get(0))?.collect()
        };
        let told = check().map_err(|why| self.trouble(&why))?;
        Ok(told.into_iter().filter(|line| line != "ok").collect())
    }

    /// Lets the database grow no further, as if the disk were full; for tests of that.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn allow_no_more_pages(&self) -> Result<(), Trouble> {
        self.connection.pragma_update(None, "max_page_count", 1).map_err(|why| self.trouble(&why))
    }

    fn trouble(&self, why: &rusqlite::Error) -> Trouble {
        Trouble::new(&self.path, why)
    }
}

/// A column as bytes: a damaged note must not hide the others.
fn bytes(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(row.get_ref(column)?.as_bytes().unwrap_or_default().to_vec())
}

/// The file that SQLite keeps beside a database under its name and this ending.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Opens a database that nobody writes, without a file of SQLite's beside it.
fn unchanged(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    // Not every path is text.
    let escaped = percent_encoding::percent_encode(path.as_os_str().as_encoded_bytes(), IN_ADDRESSES);
    Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags)
}

/// Signs that have a meaning in `file:` addresses.
const IN_ADDRESSES: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');

/// Looks through a whole file of notes that nobody writes: how many there are in it.
fn found_whole(path: &Path) -> Result<usize, Trouble> {
    let look = || -> rusqlite::Result<(i64, String)> {
        let connection = unchanged(path)?;
        let fault = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        let count = connection.query_row("SELECT count(*) FROM notes", [], |row| row.get(0))?;
        Ok((count, fault))
    };
    match look().map_err(|why| Trouble::new(path, &why))? {
        (count, fault) if fault == "ok" => Ok(usize::try_from(count).unwrap_or_default()),
        (_, fault) => Err(Trouble::damaged(path, &fault)),
    }
}
