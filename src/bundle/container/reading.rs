//! From a path to the files of the bundle that is there.

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use super::gathering::Gathering;
use super::{MANIFEST, Unreadable, archive, folder};
use crate::bundle::faults::fault;
use crate::bundle::progress::{Progress, Stage};
use crate::bundle::{Files, Limits, Origin};
use crate::diagnostics::Diagnostic;
use crate::disk::folder_of;

/// Reads the files of the bundle at `path`: a folder, a `.briefing` file (told by its content, not
/// by its name), or the manifest in a folder. Files that must not or cannot be read are left out,
/// each with a fault that names it; the rest is there.
///
/// Takes at most twice [`Limits::bundle_bytes`] of memory, whatever the file claims.
///
/// # Errors
/// If there is nothing at `path` that could be a bundle and be read.
pub fn read(path: &Path, limits: &Limits) -> Result<(Origin, Files, Vec<Diagnostic>), Unreadable> {
    read_watched(path, limits, &Progress::default())
}

/// [`read`], telling how far it is. Once `progress` is cancelled it comes back soon, without all files.
///
/// # Errors
/// Those of [`read`].
pub fn read_watched(
    path: &Path,
    limits: &Limits,
    progress: &Progress,
) -> Result<(Origin, Files, Vec<Diagnostic>), Unreadable> {
    progress.begin(Stage::Files, 0);
    let mut gathering = Gathering::new(limits, progress);
    let origin = match find(path)? {
        Found::Folder(root) => {
            folder::read(&root, &mut gathering)?;
            Origin::Folder(root)
        }
        Found::File(mut file, length) => {
            read_file(path, &mut file, length, &mut gathering).map_err(|why| Unreadable::new(path, why))?;
            Origin::File(path.to_owned())
        }
    };
    let (files, problems) = gathering.finish();
    log::debug!("{}: {} files, {} remarks", path.display(), files.iter().count(), problems.len());
    Ok((origin, files, problems))
}

/// Whether something at `path` could be opened as a bundle, without reading it.
///
/// # Errors
/// Those of [`read`].
pub fn check_readable(path: &Path) -> Result<(), Unreadable> {
    match find(path)? {
        Found::Folder(root) => fs::read_dir(&root).map(drop).map_err(|why| Unreadable::new(&root, why)),
        Found::File(..) => Ok(()),
    }
}

enum Found {
    Folder(PathBuf),
    /// With its length in bytes.
    File(File, u64),
}

fn find(path: &Path) -> Result<Found, Unreadable> {
    let what = fs::metadata(path).map_err(|why| Unreadable::new(path, why))?;
    if what.is_dir() {
        return Ok(Found::Folder(path.to_owned()));
    }
    if !what.is_file() {
        return Err(Unreadable::NeitherFileNorFolder(path.to_owned()));
    }
    if path.file_name().is_some_and(|name| name == MANIFEST) {
        return Ok(Found::Folder(folder_of(path).to_owned()));
    }
    let file = File::open(path).map_err(|why| Unreadable::new(path, why))?;
    Ok(Found::File(file, what.len()))
}

fn read_file(path: &Path, file: &mut File, length: u64, gathering: &mut Gathering<'_>) -> io::Result<()> {
    let mut start = Vec::new();
    file.by_ref().take(8).read_to_end(&mut start)?;
    file.rewind()?;
    if start.is_empty() {
        let hint = "the copy or download did not go through: fetch it again";
        gathering.report(fault("archive-empty", "the file is empty").hint(hint));
    } else if is_zip(&start) {
        archive::read(file, length, gathering);
    } else {
        gathering.report(not_a_bundle(path, &start));
    }
    Ok(())
}

/// An archive begins with an entry, or, where it has none, with the record of its end.
fn is_zip(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06")
}

fn not_a_bundle(path: &Path, start: &[u8]) -> Diagnostic {
    const KNOWN: [(&[u8], &str); 9] = [
        (b"%PDF", "a PDF"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"Rar!", "a RAR archive"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"<!DOCTYP", "a web page"),
        (b"<!doctyp", "a web page"),
        (b"<html", "a web page"),
    ];
    let is_beside_manifest = folder_of(path).join(MANIFEST).is_file();
    let (message, hint) = match KNOWN.iter().find(|(magic, _)| start.starts_with(magic)) {
        _ if is_beside_manifest => {
            ("the file is a part of a bundle, not a bundle".to_owned(), "open the folder that it lies in")
        }
        Some((_, kind)) => (
            format!("the file is {kind}, not a bundle"),
            "a bundle is a folder with a `briefing.ron`, or such a folder packed by `briefing-reader pack`",
        ),
        None => (
            "the file is not a bundle".to_owned(),
            "a bundle is a folder with a `briefing.ron`, or such a folder packed by `briefing-reader pack`",
        ),
    };
    fault("archive-unknown", message).hint(hint)
}
