//! Why a path cannot be opened at all.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::paths::shown;
use crate::diagnostics::nearest;
use crate::disk::folder_of;
use crate::disk::reason;

/// Why nothing could be read at a path.
#[derive(Debug)]
pub enum Unreadable {
    /// There is nothing there.
    Absent {
        /// The path asked for.
        path: PathBuf,
        /// What was perhaps meant.
        meant: Option<PathBuf>,
    },
    /// Reading is not allowed.
    Denied(PathBuf),
    /// A pipe, a socket or a device.
    NeitherFileNorFolder(PathBuf),
    /// The system failed to read it.
    Failed(PathBuf, io::Error),
}

impl Unreadable {
    pub(super) fn new(path: &Path, why: io::Error) -> Unreadable {
        let path_owned = path.to_owned();
        match why.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Unreadable::Absent { path: path_owned, meant: meant(path) }
            }
            io::ErrorKind::PermissionDenied => Unreadable::Denied(path_owned),
            _ => Unreadable::Failed(path_owned, why),
        }
    }
}

/// The entry beside `path` whose name is nearest, if one is near.
fn meant(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let entries = std::fs::read_dir(folder_of(path)).ok()?;
    // A folder of very many files is not searched for a misspelling.
    let names: Vec<String> =
        entries.take(1_000).filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let with_extension = format!("{name}.briefing");
    let near = match names.iter().find(|known| **known == with_extension) {
        Some(near) => near.as_str(),
        None => nearest(name, names.iter().map(String::as_str))?,
    };
    Some(path.with_file_name(near))
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Absent { path, meant: None } => {
                write!(f, "{} does not exist: check the spelling and the folder.", quoted(path))
            }
            Unreadable::Absent { path, meant: Some(meant) } => {
                write!(f, "{} does not exist: did you mean {}?", quoted(path), quoted(meant))
            }
            Unreadable::Denied(path) => {
                write!(f, "{} may not be read: allow yourself to read it.", quoted(path))
            }
            Unreadable::NeitherFileNorFolder(path) => {
                let hint = "give a folder with a `briefing.ron`, or a `.briefing` file.";
                write!(f, "{} is neither a file nor a folder: {hint}", quoted(path))
            }
            Unreadable::Failed(path, why) => {
                write!(f, "{} cannot be read: {}.", quoted(path), reason(why))
            }
        }
    }
}

impl Error for Unreadable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Unreadable::Failed(_, why) => Some(why),
            _ => None,
        }
    }
}

/// A path for people, in quotation marks.
pub(super) fn quoted(path: &Path) -> String {
    let parts: Vec<String> =
        path.components().map(|part| shown(&part.as_os_str().to_string_lossy())).collect();
    format!("`{}`", parts.iter().collect::<PathBuf>().display())
}
