//! Folders of briefings on disk.

use std::path::{Path, PathBuf};

/// The bundles right inside a folder, by name: folders with a manifest, and `.briefing` files.
/// Empty where the folder cannot be read.
#[must_use]
pub fn bundles_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| is_bundle(path))
        .collect();
    found.sort();
    found
}

fn is_bundle(path: &Path) -> bool {
    path.join("briefing.ron").is_file()
        || path.is_file() && path.extension().is_some_and(|ending| ending == "briefing")
}
