//! A bundle's container: the folder or the `.briefing` file that its files lie in. Nothing in one
//! is trusted: not names, not sizes, not what a picture says of itself.

mod archive;
mod entries;
mod folder;
mod gathering;
pub mod media;
mod names;
mod pack;
mod unpack;
mod unreadable;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{Files, Limits, MANIFEST, Origin};
use crate::diagnostics::Diagnostic;

pub use pack::{PackError, PackReport, pack};
pub use unpack::{UnpackError, UnpackReport, unpack};
pub use unreadable::{Unreadable, Why};

/// The name of the first entry of a `.briefing` file, which says what the file is.
const TYPE_ENTRY: &str = "mimetype";

/// What that entry holds.
const TYPE: &str = "application/vnd.briefing+zip";

/// Reads the files of the bundle at `path`: a folder, its `briefing.ron`, or a `.briefing` file
/// (told by its content, not by its name). What cannot be read, or is not safe to, is left out and
/// reported.
///
/// # Errors
/// If there is nothing at `path` that could be a bundle.
pub fn read(path: &Path, limits: &Limits) -> Result<(Origin, Files, Vec<Diagnostic>), Unreadable> {
    let place = place(path)?;
    let read = match &place {
        Place::Folder(folder) => folder::read(folder, limits),
        Place::File(file) => File::open(file).and_then(|open| archive::read(open, limits)),
    };
    let (files, problems) = read.map_err(|error| Unreadable::new(path, &error))?;
    Ok((place.origin(), files, problems))
}

/// Whether there is something at `path` that may be opened, without reading it.
///
/// # Errors
/// If [`read`] could read nothing there.
pub fn check_readable(path: &Path) -> Result<(), Unreadable> {
    match place(path)? {
        Place::Folder(folder) => fs::read_dir(folder).map(drop),
        Place::File(file) => File::open(file).map(drop),
    }
    .map_err(|error| Unreadable::new(path, &error))
}

enum Place {
    Folder(PathBuf),
    File(PathBuf),
}

impl Place {
    fn origin(self) -> Origin {
        match self {
            Place::Folder(folder) => Origin::Folder(folder),
            Place::File(file) => Origin::File(file),
        }
    }
}

fn place(path: &Path) -> Result<Place, Unreadable> {
    let kind = fs::metadata(path).map_err(|error| Unreadable::new(path, &error))?.file_type();
    if kind.is_dir() {
        return Ok(Place::Folder(path.to_owned()));
    }
    if !kind.is_file() {
        return Err(Unreadable::special(path));
    }
    if path.file_name().is_some_and(|name| name == MANIFEST) {
        // The folder of a bare `briefing.ron` is the one the program stands in.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        return Ok(Place::Folder(folder.unwrap_or(Path::new(".")).to_owned()));
    }
    Ok(Place::File(path.to_owned()))
}
