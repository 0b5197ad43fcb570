//! A damaged database: put beside, and what can be read of it brought over into a new one.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, params};

use super::backup::{newest_good, put_beside};
use super::trouble::Trouble;
use super::turn::Turn;
use super::{NAME, Store, with_ending};
use crate::notes::note::Note;
use crate::text::counted;

/// What became of a damaged database.
#[derive(Debug)]
pub struct Rescued {
    beside: PathBuf,
    /// Notes read from the damaged file itself.
    read: usize,
    /// Notes that only the last backup had.
    from_backup: usize,
}

impl fmt::Display for Rescued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "The notes' database was damaged. It is kept as {}; {} could be read in it and brought over",
            self.beside.display(),
            counted(self.read, "note")
        )?;
        match self.from_backup {
            0 => f.write_str("."),
            more => write!(f, ", and {} more from the last backup.", counted(more, "note")),
        }
    }
}

/// Puts the damaged database of a data folder beside and makes a new one of what can be read; nothing
/// where another program has just done so.
pub fn rescue(folder: &Path, now: Timestamp) -> Result<Option<Rescued>, Trouble> {
    let _turn = Turn::wait(folder)?;
    let path = folder.join(NAME);
    if is_sound(&path)? {
        return Ok(None);
    }
    log::warn!("{} is damaged: what can be read is brought over", path.display());
    let beside = put_beside(&path, "damaged", now)?;
    let mut notes = readable(&beside);
    let read = notes.len();
    let mut texts = texts(&beside);
    // Newer than the backup is what was read: it comes first.
    if let Some(backup) = newest_good(folder) {
        for (id, note) in readable(&backup.path) {
            notes.entry(id).or_insert(note);
        }
        for (hash, text) in self::texts(&backup.path) {
            texts.entry(hash).or_insert(text);
        }
    }
    let store = Store::at(&path)?;
    let mut connection = store.connection;
    let mut fill = || -> rusqlite::Result<()> {
        let change = connection.transaction()?;
        for (hash, text) in &texts {
            change.execute("INSERT OR IGNORE INTO editions VALUES (?1, ?2)", params![hash, text])?;
        }
        for (id, (briefing, content)) in &notes {
            change
                .execute("INSERT OR IGNORE INTO notes VALUES (?1, ?2, ?3)", params![id, briefing, content])?;
        }
        change.commit()
    };
    fill().map_err(|why| Trouble::new(&path, &why))?;
    Ok(Some(Rescued { beside, read, from_backup: notes.len() - read }))
}

/// Whether a database can be opened and copied after all.
fn is_sound(path: &Path) -> Result<bool, Trouble> {
    match Store::at(path).and_then(|store| store.faults()) {
        Ok(faults) => Ok(faults.is_empty()),
        Err(why) if why.is_damage() => Ok(false),
        Err(why) => Err(why),
    }
}

type Notes = BTreeMap<String, (String, String)>;

/// The notes of a file that can be read: by its tables, from either end, and where they are gone,
/// by what notes look like in its bytes.
fn readable(path: &Path) -> Notes {
    let mut notes = Notes::new();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    // A copy, so that nothing is changed in what is kept.
    if let Ok(connection) = Connection::open_with_flags(path, flags) {
        for order in ["ASC", "DESC"] {
            let rows = format!("SELECT id, briefing, content FROM notes NOT INDEXED ORDER BY rowid {order}");
            let Ok(mut rows) = connection.prepare(&rows) else { continue };
            let Ok(mut rows) = rows.query([]) else { continue };
            while let Ok(Some(row)) = rows.next() {
                let row = (row.get::<_, String>(0), row.get::<_, String>(1), row.get::<_, String>(2));
                if let (Ok(id), Ok(briefing), Ok(content)) = row
                    && serde_json::from_str::<Note>(&content).is_ok()
                {
                    notes.insert(id, (briefing, content));
                }
            }
        }
    }
    for ending in ["", "-wal"] {
        let bytes = fs::read(with_ending(path, ending)).unwrap_or_default();
        for (id, note) in in_bytes(&bytes) {
            notes.entry(id).or_insert(note);
        }
    }
    notes
}

/// Notes that stand whole in a file's bytes. Of two states of one note the one changed later counts.
fn in_bytes(bytes: &[u8]) -> Notes {
    const BEGIN: &[u8] = b"{\"id\":\"";
    let mut found: BTreeMap<String, Note> = BTreeMap::new();
    let mut from = 0;
    while let Some(at) = bytes[from..].windows(BEGIN.len()).position(|window| window == BEGIN) {
        from += at;
        let mut notes = serde_json::Deserializer::from_slice(&bytes[from..]).into_iter::<Note>();
        if let Some(Ok(note)) = notes.next() {
            let id = note.id.to_string();
            let is_newer = found.get(&id).is_none_or(|known| known.modified < note.modified);
            if is_newer {
                found.insert(id, note);
            }
        }
        from += BEGIN.len();
    }
    let content = |note: &Note| serde_json::to_string(note).expect("a note is plain data");
    found.into_iter().map(|(id, note)| (id, (note.briefing.clone(), content(&note)))).collect()
}

fn texts(path: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let read = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let Ok(connection) = read else { return texts };
    let Ok(mut rows) = connection.prepare("SELECT hash, text FROM editions NOT INDEXED") else {
        return texts;
    };
    let Ok(mut rows) = rows.query([]) else { return texts };
    while let Ok(Some(row)) = rows.next() {
        if let (Ok(hash), Ok(text)) = (row.get(0), row.get(1)) {
            texts.insert(hash, text);
        }
    }
    texts
}
