//! A `.briefing` file into a folder.

use std::path::{Path, PathBuf};
use std::{error, fmt, fs, io};

use super::{Unreadable, pack};
use crate::bundle::{Files, Limits, Origin};
use crate::diagnostics::{Diagnostic, Severity};

/// What was unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnpackReport {
    /// Files written.
    pub files: usize,
    /// Their bytes together.
    pub bytes: u64,
}

/// Why nothing was unpacked. Shown, it is one or more sentences for people.
#[derive(Debug)]
pub enum UnpackError {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// What should be unpacked is a folder.
    NotAFile(PathBuf),
    /// Some of what is in the file is faulty or not safe.
    Faults(PathBuf, Vec<Diagnostic>),
    /// The target is a file, or a folder with something in it.
    NotEmpty(PathBuf),
    /// Writing failed.
    Write(PathBuf, io::Error),
}

/// Unpacks a `.briefing` file into the folder `to`, which must be new or empty. Nothing is written
/// anywhere else; if it fails, nothing is left behind.
///
/// # Errors
/// If anything in the file is faulty, or `to` cannot be written.
pub fn unpack(file: &Path, to: &Path, limits: &Limits) -> Result<UnpackReport, UnpackError> {
    let (origin, files, problems) = super::read(file, limits).map_err(UnpackError::Unreadable)?;
    let Origin::File(file) = origin else { return Err(UnpackError::NotAFile(file.to_owned())) };
    let faults: Vec<Diagnostic> =
        problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    if !faults.is_empty() {
        return Err(UnpackError::Faults(file, faults));
    }
    let failed = |error| UnpackError::Write(to.to_owned(), error);
    match fs::symlink_metadata(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let staged = stage(&files, pack::parent(to)).map_err(failed)?;
            fs::rename(staged.path().join(BUNDLE), to).map_err(failed)?;
        }
        Err(error) => return Err(failed(error)),
        Ok(_) if !is_empty_folder(to) => return Err(UnpackError::NotEmpty(to.to_owned())),
        Ok(_) => {
            let staged = stage(&files, to).map_err(failed)?;
            move_into(&staged.path().join(BUNDLE), to).map_err(failed)?;
        }
    }
    let lengths = files.iter().map(|(_, content)| content.len() as u64);
    Ok(UnpackReport { files: files.iter().count(), bytes: lengths.sum() })
}

/// The folder, in the temporary one, that the files are written into: a temporary folder is for its
/// owner alone, and this one becomes a folder like any other.
const BUNDLE: &str = "bundle";

/// Writes the files into a folder in a temporary one in `around`, which goes when it is dropped.
fn stage(files: &Files, around: &Path) -> io::Result<tempfile::TempDir> {
    let staged = tempfile::Builder::new().prefix(".unpacking-").tempdir_in(around)?;
    let folder = staged.path().join(BUNDLE);
    for (path, content) in files.iter() {
        let place = folder.join(path);
        fs::create_dir_all(pack::parent(&place))?;
        fs::write(place, content)?;
    }
    Ok(staged)
}

/// Moves what is in a folder into an empty one; all of it, or nothing.
fn move_into(from: &Path, to: &Path) -> io::Result<()> {
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if let Err(error) = fs::rename(entry.path(), &place) {
            for (before, after) in moved {
                // Back into the temporary folder, which is removed.
                fs::rename(after, before)?;
            }
            return Err(error);
        }
        moved.push((entry.path(), place));
    }
    Ok(())
}

fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

impl fmt::Display for UnpackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnpackError::Unreadable(why) => why.fmt(f),
            UnpackError::NotAFile(path) => {
                write!(f, "{} is a folder already; there is nothing to unpack.", path.display())
            }
            UnpackError::Faults(path, faults) => {
                write!(f, "{} was not unpacked:", path.display())?;
                pack::list(f, faults)
            }
            UnpackError::NotEmpty(path) => {
                write!(f, "{} exists and is not an empty folder; name a new folder.", path.display())
            }
            UnpackError::Write(path, error) => write!(f, "{} cannot be written: {error}.", path.display()),
        }
    }
}

impl error::Error for UnpackError {}
