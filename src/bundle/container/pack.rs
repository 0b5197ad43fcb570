//! A folder into one `.briefing` file: the same bytes for the same files, on every system.

use std::io::{self, BufWriter, Cursor, Seek, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::gathering::in_words;
use super::write_error::is_faulty;
use super::{MIMETYPE, WriteError, paths, read, read_watched};
use crate::bundle::progress::{Progress, Stage};
use crate::bundle::{Files, Limits};
use crate::diagnostics::Diagnostic;
use crate::disk::Target;
use crate::text::counted;

/// The one level that every file is compressed at, for the sake of the same bytes each time.
const LEVEL: i64 = 9;

/// What was packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The file written.
    pub path: PathBuf,
    /// How many files are in it.
    pub files: usize,
    /// What they take unpacked, in bytes.
    pub bytes: u64,
    /// What the file takes, in bytes.
    pub packed_bytes: u64,
    /// Faults of the folder that lose nothing: warnings, and what was left out on purpose.
    pub problems: Vec<Diagnostic>,
}

impl std::fmt::Display for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (bytes, packed) = (in_words(self.bytes), in_words(self.packed_bytes));
        write!(
            f,
            "packed {} ({bytes}) into {} ({packed})",
            counted(self.files, "file"),
            super::unreadable::quoted(&self.path)
        )
    }
}

/// Packs the bundle in `folder` into the file `to`, which comes into being complete or not at all.
/// A file that is there is replaced only with `overwrite`.
///
/// # Errors
/// If the bundle cannot be read in full, if `to` is there, or if it cannot be written.
pub fn pack(folder: &Path, to: &Path, overwrite: bool, limits: &Limits) -> Result<Packed, WriteError> {
    let packed = pack_watched(folder, to, overwrite, limits, &Progress::default())?;
    Ok(packed.expect("nobody cancelled it"))
}

/// [`pack`], telling how far it is. `Ok(None)` once `progress` is cancelled: nothing was written.
///
/// # Errors
/// Those of [`pack`].
pub fn pack_watched(
    folder: &Path,
    to: &Path,
    overwrite: bool,
    limits: &Limits,
    progress: &Progress,
) -> Result<Option<Packed>, WriteError> {
    let (_, files, problems) = read_watched(folder, limits, progress)?;
    if progress.is_cancelled() {
        return Ok(None);
    }
    if is_faulty(&problems) {
        return Err(WriteError::Faulty { path: folder.to_owned(), problems });
    }
    if to.is_dir() {
        return Err(WriteError::Exists(to.to_owned()));
    }
    let target = Target::of(to)?;
    if !overwrite && !target.is_stream() && to.symlink_metadata().is_ok() {
        return Err(WriteError::Exists(to.to_owned()));
    }
    let failed = WriteError::writing(to);
    let beside = target.begin()?;
    progress.begin(Stage::Packing, files.iter().map(|(_, content)| content.len() as u64).sum());
    let to_file = BufWriter::new(beside.as_file());
    write(&files, limits, to_file, progress).map_err(io::Error::from).map_err(&failed)?;
    if progress.is_cancelled() {
        return Ok(None);
    }
    check(&beside, &files, limits).map_err(&failed)?;

    let packed_bytes = beside.as_file().metadata().map_err(&failed)?.len();
    if overwrite {
        target.put(beside)?
    } else {
        target.put_new(beside)?
    };
    Ok(Some(Packed {
        path: to.to_owned(),
        files: files.iter().count(),
        bytes: files.iter().map(|(_, content)| content.len() as u64).sum(),
        packed_bytes,
        problems,
    }))
}

/// Writes an archive of the files: sorted, with no time and no owner in it.
fn write(files: &Files, limits: &Limits, to: impl Write + Seek, progress: &Progress) -> ZipResult<()> {
    let mut archive = ZipWriter::new(to);
    archive.start_file("mimetype", options(CompressionMethod::Stored))?;
    archive.write_all(MIMETYPE.as_bytes())?;
    for (path, content) in files.iter() {
        if progress.is_cancelled() {
            return Ok(());
        }
        if let Some(mut alone) = deflated(path, content, limits)? {
            archive.raw_copy_file(alone.by_index(0)?)?;
        } else {
            archive.start_file(path, options(CompressionMethod::Stored))?;
            archive.write_all(content)?;
        }
        progress.add(content.len() as u64);
    }
    archive.finish()?.flush()?;
    Ok(())
}

/// An archive of that one file, compressed; `None` where it is better stored: it does not get
/// smaller, or so much smaller that reading it would take the archive for a bomb.
fn deflated(path: &str, content: &[u8], limits: &Limits) -> ZipResult<Option<ZipArchive<Cursor<Vec<u8>>>>> {
    if matches!(paths::extension(path).as_deref(), Some("png" | "jpg" | "jpeg")) {
        return Ok(None);
    }
    let mut alone = ZipWriter::new(Cursor::new(Vec::new()));
    alone.start_file(path, options(CompressionMethod::Deflated).compression_level(Some(LEVEL)))?;
    alone.write_all(content)?;
    let mut alone = alone.finish_into_readable()?;
    let packed = alone.by_index_raw(0)?.compressed_size();
    let unpacked = content.len() as u64;
    let is_better = packed < unpacked && unpacked / packed.max(1) < limits.compression_ratio;
    Ok(is_better.then_some(alone))
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// An archive that this program could not read back is not handed out.
fn check(written: &NamedTempFile, files: &Files, limits: &Limits) -> io::Result<()> {
    let (_, read_back, problems) = read(written.path(), limits).map_err(io::Error::other)?;
    if read_back == *files && problems.is_empty() {
        return Ok(());
    }
    let why = problems.first().map_or("the files differ", |problem| problem.message.as_str());
    Err(io::Error::other(format!("what was written does not read back ({why})")))
}
