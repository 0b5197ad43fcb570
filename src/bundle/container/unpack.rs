//! A `.briefing` file into a folder, which comes into being complete or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::gathering::in_words;
use super::write_error::is_faulty;
use super::{WriteError, read};
use crate::bundle::{Files, Limits, Origin};
use crate::diagnostics::Diagnostic;
use crate::disk::folder_of;
use crate::text::counted;

/// What was unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The folder written.
    pub path: PathBuf,
    /// How many files are in it.
    pub files: usize,
    /// What they take, in bytes.
    pub bytes: u64,
    /// Faults of the file that lose nothing: warnings, and what was left out on purpose.
    pub problems: Vec<Diagnostic>,
}

impl std::fmt::Display for Unpacked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let folder = super::unreadable::quoted(&self.path);
        write!(f, "unpacked {} ({}) into {folder}", counted(self.files, "file"), in_words(self.bytes))
    }
}

/// Unpacks `file` into `to`: a folder that is not there yet, or is empty. Nothing is written
/// outside it, and nothing is left behind where it fails.
///
/// # Errors
/// If the file cannot be read in full, if `to` is there and not empty, or if it cannot be written.
pub fn unpack(file: &Path, to: &Path, limits: &Limits) -> Result<Unpacked, WriteError> {
    let (origin, files, problems) = read(file, limits)?;
    if let Origin::Folder(folder) = origin {
        return Err(WriteError::NotPacked(folder));
    }
    if is_faulty(&problems) {
        return Err(WriteError::Faulty { path: file.to_owned(), problems });
    }
    let is_there = to.symlink_metadata().is_ok();
    if is_there && !is_empty_folder(to) {
        return Err(WriteError::NotEmpty(to.to_owned()));
    }
    write(&files, to, is_there).map_err(WriteError::writing(to))?;
    Ok(Unpacked {
        path: to.to_owned(),
        files: files.iter().count(),
        bytes: files.iter().map(|(_, content)| content.len() as u64).sum(),
        problems,
    })
}

fn is_empty_folder(path: &Path) -> bool {
    path.read_dir().is_ok_and(|mut entries| entries.next().is_none())
}

fn write(files: &Files, to: &Path, is_there: bool) -> io::Result<()> {
    // An empty folder may be a link to one elsewhere: that one is filled, the link stays.
    let to = if is_there { to.canonicalize()? } else { to.to_owned() };
    let beside = tempfile::Builder::new().prefix(".unpacking-").tempdir_in(folder_of(&to))?;
    // A folder inside, since the outer one is open to its owner alone.
    let root = beside.path().join("bundle");
    fs::create_dir(&root)?;
    for (path, content) in files.iter() {
        let path = root.join(path);
        fs::create_dir_all(folder_of(&path))?;
        fs::File::create_new(&path).and_then(|mut file| io::Write::write_all(&mut file, content))?;
    }
    if is_there {
        // Only some systems rename over an empty folder.
        fs::remove_dir(&to)?;
    }
    fs::rename(&root, &to).inspect_err(|_| {
        if is_there {
            // The one reason left to fail is `to` itself; then this fails as well.
            let _ = fs::create_dir(&to);
        }
    })
}
