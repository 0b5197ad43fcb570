//! Why there is no bundle at a path.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::{error, fmt};

/// There is nothing at a path that could be a bundle. Shown, it is a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The path, as it was named.
    pub path: PathBuf,
    /// What is the matter.
    pub why: Why,
}

/// What is the matter with a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is nothing.
    Absent,
    /// The system does not allow reading it.
    NotAllowed,
    /// Something is there, but neither a file nor a folder.
    NeitherFileNorFolder,
    /// Reading failed, in the system's words.
    Failed(String),
}

impl Unreadable {
    pub(super) fn new(path: &Path, error: &io::Error) -> Unreadable {
        let why = match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Why::Absent,
            ErrorKind::PermissionDenied => Why::NotAllowed,
            _ => Why::Failed(error.to_string()),
        };
        Unreadable { path: path.to_owned(), why }
    }

    pub(super) fn special(path: &Path) -> Unreadable {
        Unreadable { path: path.to_owned(), why: Why::NeitherFileNorFolder }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.why {
            Why::Absent => write!(f, "{path} does not exist; look for a slip in its name."),
            Why::NotAllowed => write!(f, "{path} may not be read; ask its owner for permission to."),
            Why::NeitherFileNorFolder => {
                write!(f, "{path} is neither a file nor a folder; name a bundle's folder or a .briefing file.")
            }
            Why::Failed(error) => {
                write!(f, "{path} cannot be read ({error}); try again, or copy it to another disk.")
            }
        }
    }
}

impl error::Error for Unreadable {}
