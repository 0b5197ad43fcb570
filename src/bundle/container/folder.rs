//! A bundle as a folder.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::gathering::{Gathering, Read1};
use super::names::{self, shown};
use super::TYPE_ENTRY;
use crate::bundle::rules::fault;
use crate::bundle::{Files, Limits, MANIFEST};
use crate::diagnostics::Diagnostic;

/// The files in the folder, and what is wrong with those left out. Symlinks are not followed, and
/// nothing but plain files is opened.
///
/// # Errors
/// If the folder itself cannot be read.
pub fn read(folder: &Path, limits: &Limits) -> io::Result<(Files, Vec<Diagnostic>)> {
    let mut walk = Walk { gathering: Gathering::new(limits), found: Vec::new() };
    walk.folder(folder, "", 0)?;
    let Walk { mut gathering, mut found } = walk;

    let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    if gathering.misses_manifest(&paths) {
        return Ok(gathering.finish());
    }
    // Where a limit cuts the bundle short, the manifest should be among what was read.
    found.sort_by_key(|(path, _)| path != MANIFEST);
    for (path, place) in &found {
        match File::open(place).and_then(|file| gathering.read(path, file)) {
            Ok(Read1::Full) => break,
            Ok(Read1::Held | Read1::LeftOut) => {}
            Err(error) => gathering.report(unreadable(path, &error)),
        }
    }
    Ok(gathering.finish())
}

struct Walk<'l> {
    gathering: Gathering<'l>,
    found: Vec<(String, PathBuf)>,
}

impl Walk<'_> {
    /// Walks through a folder; `inside` is its path in the bundle. `false` when there is too much.
    fn folder(&mut self, folder: &Path, inside: &str, depth: usize) -> io::Result<bool> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let path = if inside.is_empty() { name.into_owned() } else { format!("{inside}/{name}") };
            if names::is_litter(&path) || path == TYPE_ENTRY {
                continue;
            }
            if !self.gathering.count() {
                return Ok(false);
            }
            entries.push((path, entry));
        }
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (path, entry) in entries {
            if entry.file_name().to_str().is_none() {
                self.gathering.report(not_unicode(&path));
            } else if !self.entry(path, &entry, depth)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn entry(&mut self, path: String, entry: &fs::DirEntry, depth: usize) -> io::Result<bool> {
        // Of the entry itself: a symlink is not followed.
        let kind = entry.file_type()?;
        if kind.is_dir() && names::is_file_name(&path) {
            self.gathering.report(is_folder(&path));
        } else if kind.is_dir() && depth + 1 >= names::DEEPEST {
            self.gathering.report(names::too_deep(&path));
        } else if kind.is_dir() {
            return match self.folder(&entry.path(), &path, depth + 1) {
                Ok(goes_on) => Ok(goes_on),
                Err(error) => {
                    self.gathering.report(unreadable(&path, &error));
                    Ok(true)
                }
            };
        } else if kind.is_symlink() {
            self.gathering.report(symlink(&path));
        } else if !kind.is_file() {
            self.gathering.report(special(&path));
        } else if self.gathering.take(&path) {
            self.found.push((path, entry.path()));
        }
        Ok(true)
    }
}

/// A folder stands where a file should.
pub fn is_folder(path: &str) -> Diagnostic {
    let path = shown(path);
    fault("file-is-folder", format!("`{path}` is a folder, not a file"))
        .in_file(path)
        .hint("put the file in its place, or rename the folder")
}

/// A link to another file.
pub fn symlink(path: &str) -> Diagnostic {
    let path = shown(path);
    fault("file-symlink", format!("`{path}` is a symbolic link"))
        .in_file(path)
        .hint("put the file itself there; links are not followed")
}

/// A device, a pipe, a socket.
pub fn special(path: &str) -> Diagnostic {
    let path = shown(path);
    fault("file-special", format!("`{path}` is a pipe, a socket or a device"))
        .in_file(path)
        .hint("take it out; it was not opened")
}

fn not_unicode(path: &str) -> Diagnostic {
    let path = shown(path);
    fault("name-not-unicode", format!("the name `{path}` is not Unicode"))
        .in_file(path)
        .hint("rename the file")
}

fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    let path = shown(path);
    fault("file-unreadable", format!("`{path}` cannot be read: {error}"))
        .in_file(path)
        .hint("see who may read it, and whether the disk is in order")
}
