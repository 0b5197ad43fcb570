//! The files of a bundle, read and held within limits, wherever they came from.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// Where a bundle came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A folder on disk.
    Folder(PathBuf),
    /// A `.briefing` file.
    File(PathBuf),
    /// The shelf inside the binary.
    BuiltIn,
}

/// A bundle's files by their path inside it (`/` between folders).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    entries: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Adds a file; the reader has checked that the path is safe and new.
    pub fn insert(&mut self, path: impl Into<String>, content: Vec<u8>) {
        self.entries.insert(path.into(), content);
    }

    /// A file's content.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.entries.get(path).map(Vec::as_slice)
    }

    /// Takes a file's content out.
    pub fn take(&mut self, path: &str) -> Option<Vec<u8>> {
        self.entries.remove(path)
    }

    /// All paths and contents, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.entries.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }
}
