//! A folder into one `.briefing` file.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::{error, fmt, fs};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::{TYPE, TYPE_ENTRY, Unreadable};
use crate::bundle::{Files, Limits, Origin};
use crate::diagnostics::{Diagnostic, Severity};

/// What was packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackReport {
    /// Files in the bundle.
    pub files: usize,
    /// Their bytes together.
    pub bytes: u64,
    /// The bytes of the file that was written.
    pub packed_bytes: u64,
}

/// Why nothing was packed. Shown, it is one or more sentences for people.
#[derive(Debug)]
pub enum PackError {
    /// The folder cannot be read.
    Unreadable(Unreadable),
    /// What should be packed is not a folder.
    NotAFolder(PathBuf),
    /// Some of the folder's files cannot be in a bundle.
    Faults(PathBuf, Vec<Diagnostic>),
    /// The target exists, and overwriting was not asked for.
    Exists(PathBuf),
    /// The target is a folder.
    TargetIsFolder(PathBuf),
    /// The target would lie in the folder, and be packed with it the next time.
    TargetInside(PathBuf),
    /// Writing failed.
    Write(PathBuf, io::Error),
}

/// Packs the folder of a bundle into the file `to`. The same files give the same bytes, always and
/// everywhere. `to` appears when it is complete, or not at all; one that exists is replaced only
/// with `force`.
///
/// # Errors
/// If the folder cannot be read without a fault, or `to` cannot be written.
pub fn pack(folder: &Path, to: &Path, force: bool, limits: &Limits) -> Result<PackReport, PackError> {
    let (origin, files, problems) = super::read(folder, limits).map_err(PackError::Unreadable)?;
    let Origin::Folder(folder) = origin else { return Err(PackError::NotAFolder(folder.to_owned())) };
    let faults: Vec<Diagnostic> =
        problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    if !faults.is_empty() {
        return Err(PackError::Faults(folder, faults));
    }
    let around = parent(to);
    if to.is_dir() {
        return Err(PackError::TargetIsFolder(to.to_owned()));
    }
    if is_inside(around, &folder) {
        return Err(PackError::TargetInside(to.to_owned()));
    }
    if !force && fs::symlink_metadata(to).is_ok() {
        return Err(PackError::Exists(to.to_owned()));
    }
    let packed_bytes = write_beside(&files, around, to, force)?;
    let lengths = files.iter().map(|(_, content)| content.len() as u64);
    Ok(PackReport { files: files.iter().count(), bytes: lengths.sum(), packed_bytes })
}

/// Writes into a file of another name, which takes the name `to` when it is complete.
fn write_beside(files: &Files, around: &Path, to: &Path, force: bool) -> Result<u64, PackError> {
    let failed = |error: io::Error| PackError::Write(to.to_owned(), error);
    let mut beside = new_file(around).map_err(failed)?;
    write(files, BufWriter::new(beside.as_file_mut())).map_err(|error| failed(error.into()))?;
    beside.as_file().sync_all().map_err(failed)?;
    let length = beside.as_file().metadata().map_err(failed)?.len();
    let persisted = if force { beside.persist(to) } else { beside.persist_noclobber(to) };
    match persisted {
        Ok(_) => Ok(length),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(PackError::Exists(to.to_owned())),
        Err(error) => Err(failed(error.error)),
    }
}

fn new_file(around: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".packing-");
    // Temporary files are for their owner alone; this one becomes a file like any other.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(around)
}

fn write(files: &Files, to: impl Write + io::Seek) -> Result<(), ZipError> {
    // Nothing of the machine that packs: no times, no owner, no permissions of its own.
    let options = SimpleFileOptions::default()
        .system(System::Unix)
        .unix_permissions(0o644)
        .last_modified_time(DateTime::DEFAULT);
    let stored = options.compression_method(CompressionMethod::Stored);
    let deflated = options.compression_method(CompressionMethod::Deflated).compression_level(Some(6));

    let mut zip = ZipWriter::new(to);
    zip.start_file(TYPE_ENTRY, stored)?;
    zip.write_all(TYPE.as_bytes())?;
    for (path, content) in files.iter() {
        zip.start_file(path, if is_compressed(path) { stored } else { deflated })?;
        zip.write_all(content)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

fn is_compressed(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    matches!(ending.as_deref(), Some("png" | "jpg" | "jpeg"))
}

/// The folder that `path` lies in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn is_inside(place: &Path, folder: &Path) -> bool {
    let (Ok(place), Ok(folder)) = (place.canonicalize(), folder.canonicalize()) else { return false };
    place.starts_with(folder)
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::Unreadable(why) => why.fmt(f),
            PackError::NotAFolder(path) => {
                write!(f, "{} is not a folder; name the folder that briefing.ron lies in.", path.display())
            }
            PackError::Faults(path, faults) => {
                write!(f, "{} was not packed:", path.display())?;
                list(f, faults)
            }
            PackError::Exists(path) => {
                write!(f, "{} exists already; add --force to replace it.", path.display())
            }
            PackError::TargetIsFolder(path) => {
                write!(f, "{} is a folder; name the file to write.", path.display())
            }
            PackError::TargetInside(path) => write!(
                f,
                "{} would lie in the folder that is packed; name a file outside of it.",
                path.display()
            ),
            PackError::Write(path, error) => write!(f, "{} cannot be written: {error}.", path.display()),
        }
    }
}

/// The faults, one a line.
pub(super) fn list(f: &mut fmt::Formatter<'_>, faults: &[Diagnostic]) -> fmt::Result {
    faults.iter().try_for_each(|fault| {
        write!(f, "\n  {}", fault.message)?;
        fault.hints.iter().try_for_each(|hint| write!(f, "; {hint}"))
    })
}

impl error::Error for PackError {}
