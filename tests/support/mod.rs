//! What the tests of bundles share.

use std::fs;
use std::path::{Path, PathBuf};

use briefing_reader::bundle::{Bundle, Limits};

/// The folders in a folder, by name.
pub fn folders(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        entries(folder.as_ref()).into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The bundle in a folder.
pub fn read(folder: &Path) -> Bundle {
    read_within(folder, &Limits::default())
}

/// The bundle in a folder, read within limits.
pub fn read_within(folder: &Path, limits: &Limits) -> Bundle {
    Bundle::open(folder, limits).unwrap_or_else(|why| panic!("{}: {why}", folder.display()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("it can be read").path()).collect()
}
