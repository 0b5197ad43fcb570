//! What the tests of bundles share.

use std::fs;
use std::path::{Path, PathBuf};

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};

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
    let mut files = Files::default();
    insert(folder, folder, &mut files);
    from_files(Origin::Folder(folder.to_owned()), files, limits, Vec::new())
}

fn insert(bundle: &Path, folder: &Path, files: &mut Files) {
    for path in entries(folder) {
        if path.is_dir() {
            insert(bundle, &path, files);
        } else {
            let inside = path.strip_prefix(bundle).expect("it was found there");
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(parts.join("/"), fs::read(&path).expect("it can be read"));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("it can be read").path()).collect()
}
