//! Why notes could not be read or kept, for the person.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::disk::{NotWritten, is_in_use, reason};

/// Why nothing was read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The disk, or the person's share of it, is full.
    Full(PathBuf),
    /// The file or its folder may not be read or written.
    Denied(PathBuf),
    /// Another program holds the database and does not let go.
    Locked(PathBuf),
    /// The file is no database, or damaged; in which way.
    Damaged(PathBuf, &'static str),
    /// A newer version of this program wrote it.
    Newer(PathBuf),
    /// The folder that it should lie in is not there, or is a file.
    NoFolder(PathBuf),
    /// Where a copy should go takes none: a sentence.
    Unsuitable(String),
    /// The system failed in another way: half a sentence that says how.
    Failed(PathBuf, String),
}

/// A database whose parts do not fit each other.
const BROKEN: &str = "its parts do not fit each other";

/// What SQLite says of a damaged file where its code is that of any mistake.
const DAMAGE: [&str; 3] = ["no such table", "malformed", "unsupported file format"];

impl Trouble {
    pub(super) fn new(path: &Path, why: &rusqlite::Error) -> Trouble {
        let words = why.to_string();
        log::debug!("{}: SQLite said: {words}", path.display());
        let path = path.to_owned();
        // No room for the file that programs share while they read and write.
        if why.sqlite_error().is_some_and(|why| why.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Trouble::Full(path);
        }
        match why.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Trouble::Full(path),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Trouble::Denied(path)
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Locked(path),
            Some(ErrorCode::NotADatabase) => Trouble::Damaged(path, "it is no database of notes"),
            Some(ErrorCode::DatabaseCorrupt) => Trouble::Damaged(path, BROKEN),
            Some(ErrorCode::SystemIoFailure) => Trouble::Failed(path, "the disk failed".to_owned()),
            Some(ErrorCode::OutOfMemory) => Trouble::Failed(path, "there is not enough memory".to_owned()),
            // A table that is missing though the version says it is there; a header that was hit.
            _ if DAMAGE.iter().any(|damage| words.contains(damage)) => {
                Trouble::Damaged(path, "it has no notes where they should be")
            }
            _ => Trouble::Failed(path, "the database of notes failed".to_owned()),
        }
    }

    /// The file opens, and is broken inside. What SQLite says of it goes to the log.
    pub(super) fn damaged(path: &Path, fault: &str) -> Trouble {
        log::debug!("{}: {fault}", path.display());
        Trouble::Damaged(path.to_owned(), BROKEN)
    }

    pub(super) fn of_disk(path: &Path, why: &io::Error) -> Trouble {
        let path = path.to_owned();
        match why.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Trouble::Full(path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Trouble::Denied(path),
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Trouble::NoFolder(path),
            _ if is_in_use(why) => Trouble::Locked(path),
            _ => Trouble::Failed(path, reason(why)),
        }
    }

    /// Whether the file is damaged.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Trouble::Damaged(..))
    }

    /// Whether what is kept may be read all the same.
    #[must_use]
    pub fn leaves_reading(&self) -> bool {
        matches!(self, Trouble::Denied(_) | Trouble::Full(_) | Trouble::Failed(..))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Full(path) => {
                write!(f, "the disk is full: {} takes no more. Make room and try again.", path.display())
            }
            Trouble::Denied(path) => write!(
                f,
                "{} may not be written: allow it, or choose another folder with --data-dir.",
                path.display()
            ),
            Trouble::Locked(path) => {
                write!(f, "another program is holding {}: close it and try again.", path.display())
            }
            Trouble::Damaged(path, why) => write!(f, "{} is damaged: {why}.", path.display()),
            Trouble::NoFolder(path) => {
                write!(f, "{} cannot be made: a file is where its folder should be.", path.display())
            }
            Trouble::Newer(path) => write!(
                f,
                "{} was written by a newer version of Briefing Reader: open it with that one.",
                path.display()
            ),
            Trouble::Unsuitable(why) => f.write_str(why),
            Trouble::Failed(path, why) => {
                write!(f, "{} can be neither read nor written: {why}.", path.display())
            }
        }
    }
}

impl Error for Trouble {}

impl From<NotWritten> for Trouble {
    fn from(why: NotWritten) -> Trouble {
        match why {
            NotWritten::Failed(path, why) => Trouble::of_disk(&path, &why),
            why => Trouble::Unsuitable(why.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_room_for_what_programs_share_is_a_full_disk() {
        let why = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
        let why = Trouble::new(Path::new("notes.sqlite"), &rusqlite::Error::SqliteFailure(why, None));
        assert!(matches!(why, Trouble::Full(_)), "{why}");
    }
}
