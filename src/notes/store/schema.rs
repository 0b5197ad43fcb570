//! The tables, and how those of older versions become those of this one.

use std::path::Path;

use rusqlite::Connection;

use super::trouble::Trouble;

/// Says in the file's header that it holds notes of this program, in ASCII.
const APPLICATION: i32 = 0x4272_4e6f;

/// Each step makes the next version of the tables out of the one before.
const STEPS: [&str; 1] = [
    // 1: a note's content is JSON; what is searched by has columns.
    "CREATE TABLE notes (id TEXT PRIMARY KEY NOT NULL, briefing TEXT NOT NULL, content TEXT NOT NULL) STRICT;
     CREATE INDEX notes_of_briefing ON notes (briefing);
     CREATE TABLE editions (hash TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT;",
];

/// Sets how the database is written: a commit that has returned is on the disk.
pub fn prepare(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

/// Brings the tables to this version. A database of a newer version is left as it is.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Trouble> {
    let trouble = |why: rusqlite::Error| Trouble::new(path, &why);
    let version = version(connection).map_err(trouble)?;
    if version > STEPS.len() {
        return Err(Trouble::Newer(path.to_owned()));
    }
    if version == STEPS.len() {
        return check(connection, path);
    }
    let mut migrate = || -> rusqlite::Result<()> {
        let change = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another program may have been quicker.
        let version = self::version(&change)?;
        for step in STEPS.iter().skip(version) {
            change.execute_batch(step)?;
        }
        change.pragma_update(None, "user_version", STEPS.len() as i64)?;
        change.pragma_update(None, "application_id", APPLICATION)?;
        change.commit()
    };
    migrate().map_err(trouble)
}

/// Finds damage at the start: later it would be met by somebody who is writing.
fn check(connection: &Connection, path: &Path) -> Result<(), Trouble> {
    let found: rusqlite::Result<String> = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    match found.map_err(|why| Trouble::new(path, &why))?.as_str() {
        "ok" => Ok(()),
        fault => Err(Trouble::damaged(path, fault)),
    }
}

fn version(connection: &Connection) -> rusqlite::Result<usize> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}
