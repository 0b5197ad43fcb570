//! What an archive lists, before any of it is unpacked.

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use zip::CompressionMethod;
use zip::read::ZipFile;

use super::archive::{Archive, Metered};
use super::gathering::Gathering;
use super::names::{self, shown};
use super::{TYPE, TYPE_ENTRY, folder};
use crate::bundle::rules::fault;
use crate::diagnostics::Diagnostic;

/// A file in an archive that may be unpacked.
pub struct Entry {
    /// Where the archive lists it.
    pub index: usize,
    /// Its path inside the bundle.
    pub path: String,
    /// Packed, in bytes.
    pub packed: u64,
    /// What the archive says of its unpacked size, in bytes.
    pub declared: u64,
}

/// What lies where in the archive's file.
struct Listed {
    index: usize,
    bytes: Range<u64>,
    name: String,
    kind: Kind,
    packed: u64,
    declared: u64,
    encrypted: bool,
    compression: CompressionMethod,
}

enum Kind {
    File,
    Folder,
    Symlink,
    Special,
}

/// The files that may be unpacked, by path; all others are reported, but for litter.
pub fn list(archive: &mut Archive, twice: &[String], gathering: &mut Gathering<'_>) -> Vec<Entry> {
    let mut listed = Vec::new();
    for index in 0..archive.len() {
        let name = archive.name_for_index(index).and_then(Result::ok).unwrap_or_default().into_owned();
        match archive.by_index_raw(index) {
            Ok(file) => listed.push(Listed::of(index, &file)),
            Err(_) if names::is_litter(&name) => {}
            Err(_) => gathering.report(damaged(&name)),
        }
    }
    listed.sort_by_key(|entry| entry.bytes.start);
    check_type(archive, listed.first(), gathering);
    let overlapping = overlapping(&listed, archive.central_directory_start());
    listed.retain(|entry| !names::is_litter(&entry.name) && entry.name != TYPE_ENTRY);
    listed.sort_by(|one, other| one.name.cmp(&other.name));

    let mut entries = Vec::new();
    for entry in listed {
        if !gathering.count() {
            break;
        }
        let fault = match overlapping.contains(&entry.index) {
            true => Some(overlaps(&entry.name)),
            false => entry.fault(twice),
        };
        if let Some(fault) = fault {
            gathering.report(fault);
        } else if !matches!(entry.kind, Kind::Folder) && gathering.take(&entry.name) {
            let Listed { index, name: path, packed, declared, .. } = entry;
            entries.push(Entry { index, path, packed, declared });
        }
    }
    entries
}

impl Listed {
    fn of<R: Read>(index: usize, file: &ZipFile<'_, R>) -> Listed {
        const KIND: u32 = 0o170_000;
        let kind = match file.unix_mode().map(|mode| mode & KIND) {
            _ if file.is_dir() => Kind::Folder,
            Some(0o120_000) => Kind::Symlink,
            None | Some(0 | 0o100_000 | 0o040_000) => Kind::File,
            Some(_) => Kind::Special,
        };
        let end = file.data_start().unwrap_or(0).saturating_add(file.compressed_size());
        Listed {
            index,
            bytes: file.header_start()..end,
            name: file.name().map(|name| name.into_owned()).unwrap_or_default(),
            kind,
            packed: file.compressed_size(),
            declared: file.size(),
            encrypted: file.encrypted(),
            compression: file.compression(),
        }
    }

    fn fault(&self, twice: &[String]) -> Option<Diagnostic> {
        let path = shown(&self.name);
        if matches!(self.kind, Kind::Folder) {
            let folder = self.name.trim_end_matches('/');
            return if names::is_file_name(folder) {
                Some(folder::is_folder(folder))
            } else {
                names::unsafe_name(self.name.strip_suffix('/').unwrap_or(&self.name))
            };
        }
        if twice.contains(&self.name) {
            let hint = "programs would show different ones, so neither is shown; pack the bundle anew with one of them";
            let message = format!("there are two files `{path}` in the archive");
            return Some(fault("name-duplicate", message).in_file(path).hint(hint));
        }
        match self.kind {
            Kind::Symlink => return Some(folder::symlink(&self.name)),
            Kind::Special => return Some(folder::special(&self.name)),
            Kind::File | Kind::Folder => {}
        }
        if self.encrypted {
            let message = format!("`{path}` is encrypted");
            let hint = "pack the bundle without a password; Briefing Reader asks for none";
            return Some(fault("entry-encrypted", message).in_file(path).hint(hint));
        }
        if !matches!(self.compression, CompressionMethod::Stored | CompressionMethod::Deflated) {
            let message = format!("`{path}` is packed in a way that Briefing Reader does not know");
            let hint = "pack it stored or with Deflate, as `briefing-reader pack` does";
            return Some(fault("entry-compression", message).in_file(path).hint(hint));
        }
        None
    }
}

/// The entries, by index, whose bytes another entry or the list of entries has too.
fn overlapping(by_start: &[Listed], list_start: u64) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut furthest: Option<&Listed> = None;
    for entry in by_start {
        if let Some(before) = furthest
            && entry.bytes.start < before.bytes.end
        {
            found.extend([before.index, entry.index]);
        }
        if entry.bytes.end > list_start {
            found.insert(entry.index);
        }
        if furthest.is_none_or(|before| entry.bytes.end > before.bytes.end) {
            furthest = Some(entry);
        }
    }
    found
}

/// The first entry says what the file is, so that systems know it without its name.
fn check_type(archive: &mut Archive, first: Option<&Listed>, gathering: &mut Gathering<'_>) {
    let Some(first) = first else { return };
    let hint = "pack the folder with `briefing-reader pack`";
    if first.name != TYPE_ENTRY {
        let message = format!("the archive does not begin with `{TYPE_ENTRY}`");
        return gathering.report(fault("archive-mimetype", message).hint(hint));
    }
    let mut said = String::new();
    let stored = matches!(first.compression, CompressionMethod::Stored);
    let read = archive.by_index(first.index).map(|file| file.take(100).read_to_string(&mut said));
    if !stored || !matches!(read, Ok(Ok(_))) || said.trim_end() != TYPE {
        let message = format!("`{TYPE_ENTRY}` is not the plain text `{TYPE}`");
        gathering.report(fault("archive-mimetype", message).in_file(TYPE_ENTRY).hint(hint));
    }
}

/// The names that stand in the archive's list more than once; the library keeps one of each.
///
/// # Errors
/// If reading fails.
pub fn names_that_stand_twice(reader: &mut Metered, list_start: u64) -> io::Result<Vec<String>> {
    const FIXED: usize = 46;
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    let mut at = list_start;
    loop {
        reader.seek(SeekFrom::Start(at))?;
        let mut header = Vec::new();
        reader.by_ref().take(FIXED as u64).read_to_end(&mut header)?;
        if header.len() < FIXED || !header.starts_with(b"PK\x01\x02") {
            break;
        }
        let length = |field: usize| u64::from(u16::from_le_bytes([header[field], header[field + 1]]));
        let mut name = Vec::new();
        reader.by_ref().take(length(28)).read_to_end(&mut name)?;
        if !seen.insert(name.clone()) {
            twice.insert(name);
        }
        at += FIXED as u64 + length(28) + length(30) + length(32);
    }
    Ok(twice.into_iter().map(|name| String::from_utf8_lossy(&name).into_owned()).collect())
}

fn overlaps(path: &str) -> Diagnostic {
    let path = shown(path);
    fault("archive-overlap", format!("`{path}` lies over another file in the archive"))
        .in_file(path)
        .hint("neither is read; no honest tool packs so")
}

/// The content cannot be unpacked, or is not what was packed.
pub fn damaged(path: &str) -> Diagnostic {
    let path = shown(path);
    fault("entry-damaged", format!("`{path}` is damaged"))
        .in_file(path)
        .hint("get the bundle anew from where it came")
}
