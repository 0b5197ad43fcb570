//! Reading a bundle that is a folder. Nothing but plain files is ever opened: opening a pipe
//! would wait for ever, and a link may lead anywhere.

use std::fs::{self, File, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::gathering::{Gathering, Purpose};
use super::paths::{DEEPEST_PATH, shown};
use super::{MANIFEST, Unreadable};
use crate::bundle::faults::fault;
use crate::diagnostics::Diagnostic;
use crate::disk::reason;

/// Reads the files of the folder `root`.
pub(super) fn read(root: &Path, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let top = fs::read_dir(root).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let top = top.map_err(|why| Unreadable::new(root, why))?;
    if !top.iter().any(|entry| entry.file_name() == MANIFEST) {
        // Without a manifest this may be any folder, with any number of files.
        gathering.report(without_manifest(root, &top));
        return Ok(());
    }

    let mut walk = Walk { gathering, found: Vec::new() };
    walk.enter(root, "");
    let mut found = walk.found;
    let size = |(_, file): &(_, PathBuf)| fs::metadata(file).map_or(0, |what| what.len());
    walk.gathering.expect(found.iter().map(size).fold(0, u64::saturating_add));
    found.sort_by_key(|(path, _)| Purpose::of(path));
    for (path, file) in found {
        if gathering.is_full() {
            break;
        }
        let content = File::open(&file).and_then(|file| {
            let about = file.metadata().map_or(0, |about| about.len());
            gathering.read(&path, file, None, about)
        });
        match content {
            Ok(Some(content)) => gathering.keep(path, content),
            Ok(None) => {}
            Err(why) => gathering.report(unreadable(&path, &why)),
        }
    }
    Ok(())
}

fn without_manifest(root: &Path, top: &[fs::DirEntry]) -> Diagnostic {
    let names = || top.iter().filter_map(|entry| entry.file_name().into_string().ok());
    let misnamed = names().find(|name| {
        let name = name.to_lowercase();
        name == MANIFEST || name == "briefing.ron.txt" || name == "manifest.ron"
    });
    let mut inner: Vec<String> = names().filter(|name| root.join(name).join(MANIFEST).is_file()).collect();
    inner.sort();
    let fault = fault("manifest-absent", format!("the folder has no `{MANIFEST}`")).in_file(MANIFEST);
    match (misnamed, inner.first()) {
        (Some(name), _) => fault.hint(format!("rename `{}` to `{MANIFEST}`", shown(&name))),
        (None, Some(folder)) => {
            fault.hint(format!("the folder `{}` in it has one: open that", shown(folder)))
        }
        (None, None) => fault.hint("a bundle is a folder with a manifest of that name; FORMAT.md shows one"),
    }
}

fn unreadable(path: &str, why: &io::Error) -> Diagnostic {
    let fault = match why.kind() {
        io::ErrorKind::PermissionDenied => {
            fault("file-unreadable", format!("`{path}` may not be read")).hint("allow yourself to read it")
        }
        _ => fault("file-unreadable", format!("`{path}` cannot be read: {}", reason(why))),
    };
    fault.in_file(path)
}

struct Walk<'g, 'l> {
    gathering: &'g mut Gathering<'l>,
    /// Paths inside the bundle, and on disk.
    found: Vec<(String, PathBuf)>,
}

impl Walk<'_, '_> {
    /// Finds the files in a folder, the manifest first, then the others by name, then the
    /// folders'.
    fn enter(&mut self, folder: &Path, inside: &str) {
        let entries = match self.list(folder) {
            Ok(entries) => entries,
            Err(why) => return self.gathering.report(unreadable(inside, &why)),
        };
        for (name, kind) in entries {
            let inner = if inside.is_empty() { name.clone() } else { format!("{inside}/{name}") };
            let on_disk = folder.join(&name);
            if kind.is_dir() {
                self.enter_inner(&on_disk, &inner);
            } else if let Some(path) = self.gathering.admit(&inner) {
                match refusal(&path, kind) {
                    Some(fault) => self.gathering.report(fault),
                    None => self.found.push((path, on_disk)),
                }
            }
        }
    }

    fn enter_inner(&mut self, folder: &Path, inside: &str) {
        let Some(path) = self.gathering.admit_folder(inside) else { return };
        if path.split('/').count() < DEEPEST_PATH {
            self.enter(folder, inside);
        } else {
            let message = format!("what is in `{path}` lies more than {DEEPEST_PATH} folders deep");
            self.gathering.report(fault("name-too-deep", message).in_file(path).hint("move the files up"));
        }
    }

    /// A folder's entries with names in UTF-8, in order. Stops where there are too many.
    fn list(&mut self, folder: &Path) -> io::Result<Vec<(String, FileType)>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !self.gathering.may_look() {
                break;
            }
            match entry.file_name().into_string() {
                Ok(name) => entries.push((name, entry.file_type()?)),
                Err(name) => self.gathering.report_not_utf8(&name.to_string_lossy()),
            }
        }
        // The manifest first, so that it is there where too many files are.
        entries.sort_by_cached_key(|(name, kind)| (name != MANIFEST, kind.is_dir(), name.clone()));
        Ok(entries)
    }
}

fn refusal(path: &str, kind: FileType) -> Option<Diagnostic> {
    if kind.is_symlink() {
        let fault = fault("file-symlink", format!("`{path}` is a link to another file"));
        return Some(fault.in_file(path).hint("put the file itself in its place"));
    }
    if !kind.is_file() {
        let fault = fault("file-special", format!("`{path}` is not a file but a pipe, a socket or a device"));
        return Some(fault.in_file(path).hint("take it out of the folder"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_named_with_the_reason() {
        let denied = unreadable("media/a.png", &io::ErrorKind::PermissionDenied.into());
        assert_eq!((denied.code, denied.file.as_str()), ("file-unreadable", "media/a.png"));
        assert_eq!(denied.message, "`media/a.png` may not be read");
        assert_eq!(denied.hints, ["allow yourself to read it"]);

        let failed = unreadable("media/a.png", &io::Error::other("the disk is gone"));
        assert_eq!(failed.message, "`media/a.png` cannot be read: the disk or the system failed: try again");
    }
}
