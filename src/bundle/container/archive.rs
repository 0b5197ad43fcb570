//! Reading a bundle that is a zip archive, entry by entry, believing nothing it says of itself.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::Range;

use zip::read::{ArchiveOffset, Config, OwnedZipFileEntry, ZipFileEntry};
use zip::result::{ZipError, ZipResult};
use zip::unstable::read::ZipIterable;
use zip::{CompressionMethod, ZipReadOptions};

use super::gathering::{Gathering, Packed, Purpose, grouped, in_words};
use super::paths::{is_litter, shown};
use super::{MANIFEST, MIMETYPE};
use crate::bundle::faults::fault;
use crate::diagnostics::Diagnostic;

/// What an archive takes beside its files' content, at most: its own records of them.
const RECORDS: u64 = 1024 * 1024;

/// What the zip library says where the record at an archive's end is missing. It has one kind of
/// error for every fault, so the words have to tell them apart; a test notices when they change.
const NO_END: &str = "Could not find EOCD";
const LARGER_THAN_DECLARED: &str = "File is larger than its declared uncompressed size";
const WRONG_CHECKSUM: &str = "Invalid checksum";

type Archive<'f> = ZipIterable<BufReader<&'f File>>;

/// Reads the files of an archive of `length` bytes.
pub(super) fn read(file: &File, length: u64, gathering: &mut Gathering<'_>) {
    if length > gathering.limits.bundle_bytes.saturating_add(RECORDS) {
        let limit = in_words(gathering.limits.bundle_bytes);
        let message = format!("the file is larger than {limit}, the most that a bundle may take unpacked");
        return gathering.report(fault("too-large-bundle", message).hint("make the pictures smaller"));
    }
    let config = Config { archive_offset: ArchiveOffset::Known(0) };
    let mut archive = match Archive::try_new(BufReader::new(file), config) {
        Ok(archive) => archive,
        Err(why) => return gathering.report(unopened(&why)),
    };
    let listing = Listing::of(&mut archive, gathering);
    if let Some(fault) = listing.overlap() {
        return gathering.report(fault);
    }
    if listing.is_complete {
        listing.check_mimetype(file, gathering);
    }

    let mut entries = listing.wanted;
    unwrap_folder(&mut entries, gathering);
    entries.sort_by_key(|entry| Purpose::of(&entry.path));
    gathering.expect(entries.iter().map(|entry| entry.record.size()).fold(0, u64::saturating_add));
    for entry in entries {
        if gathering.is_full() {
            break;
        }
        read_entry(file, length, entry, gathering);
    }
    if listing.is_complete {
        compare_headers(archive, gathering);
    }
    if !gathering.has(MANIFEST) {
        let fault = fault("manifest-absent", format!("the archive has no `{MANIFEST}`")).in_file(MANIFEST);
        gathering
            .report(fault.hint("a bundle's manifest lies at the top of its archive; FORMAT.md shows one"));
    }
}

fn unopened(why: &ZipError) -> Diagnostic {
    let message = why.to_string();
    if message.contains(NO_END) {
        fault("archive-truncated", "the file breaks off: its end is missing")
            .hint("the copy or download did not go through: fetch it again")
    } else {
        damaged(&message)
    }
}

fn damaged(why: &str) -> Diagnostic {
    fault("archive-damaged", format!("the archive is damaged: {}", reason(why)))
        .hint("fetch the file again, or ask its maker for another copy")
}

/// Which part of an archive is broken, by what the library says of it.
fn reason(why: &str) -> &'static str {
    log::debug!("the archive's reader said: {why}");
    let names = |parts: &[&str]| parts.iter().any(|part| why.to_lowercase().contains(part));
    match () {
        () if names(&["central directory", "cdfh", "eocd", "end of central"]) => {
            "its list of files is broken"
        }
        () if names(&["local file header", "local header"]) => {
            "what stands before a file's content is broken"
        }
        () if names(&["deflate", "inflate", "compress"]) => "what was packed is broken",
        () if names(&["password", "encrypt"]) => "it is locked with a password",
        () if names(&["unexpected end", "failed to fill", "eof"]) => "it ends too early",
        () => "its parts do not fit each other",
    }
}

/// In what two descriptions of one file differ, by what the library says of it.
fn differing(why: &str) -> &'static str {
    log::debug!("the archive's reader said: {why}");
    let known = [
        ("filename", "their names differ"),
        ("name", "their names differ"),
        ("crc", "their checksums differ"),
        ("size", "their sizes differ"),
        ("compression", "they are packed in two ways"),
        ("flag", "they are marked in two ways"),
    ];
    let why = why.to_lowercase();
    known.iter().find(|(part, _)| why.contains(part)).map_or("they differ", |(_, words)| words)
}

/// One file in the archive that is to be read.
struct Entry {
    /// Its path inside the bundle.
    path: String,
    record: OwnedZipFileEntry,
}

/// The bytes that an entry takes in the archive, its header included.
struct Taken {
    name: String,
    bytes: Range<u64>,
}

/// What the archive's directory says.
#[derive(Default)]
struct Listing {
    wanted: Vec<Entry>,
    taken: Vec<Taken>,
    /// The entry named `mimetype`, with its place in the order.
    mimetype: Option<(usize, OwnedZipFileEntry)>,
    /// Where the directory begins.
    directory: Option<u64>,
    /// Whether every entry was found, in the directory and where it is said to be.
    is_complete: bool,
}

impl Listing {
    fn of(archive: &mut Archive<'_>, gathering: &mut Gathering<'_>) -> Listing {
        let mut listing = Listing::default();
        let entries = match archive.files() {
            Ok(entries) => entries,
            Err(why) => {
                gathering.report(damaged(&why.to_string()));
                return listing;
            }
        };
        listing.is_complete = true;
        let mut order = 0;
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(why) => {
                    gathering.report(damaged(&why.to_string()));
                    listing.is_complete = false;
                    break;
                }
            };
            if !gathering.may_look() {
                listing.is_complete = false;
                break;
            }
            let record = OwnedZipFileEntry::from(entry);
            listing.add(order, record, entries.reader_mut(), gathering);
            order += 1;
        }
        listing
    }

    fn add(
        &mut self,
        order: usize,
        record: OwnedZipFileEntry,
        reader: &mut BufReader<&File>,
        gathering: &mut Gathering<'_>,
    ) {
        let start = record.central_header_start();
        self.directory = Some(self.directory.map_or(start, |first| first.min(start)));
        let raw = record.name_raw().to_owned();
        let bytes = match bytes_of(record.as_ref(), reader) {
            Ok(bytes) => bytes,
            Err(why) => {
                let name = shown(&String::from_utf8_lossy(&raw));
                self.is_complete = false;
                return gathering.report(entry_damaged(&name, &why.to_string()));
            }
        };
        self.taken.push(Taken { name: shown(&String::from_utf8_lossy(&raw)), bytes });

        let Ok(name) = str::from_utf8(&raw) else {
            return gathering.report_not_utf8(&String::from_utf8_lossy(&raw));
        };
        if name == "mimetype" && self.mimetype.is_none() {
            self.mimetype = Some((order, record));
            return;
        }
        if let Some(folder) = name.strip_suffix('/').filter(|folder| !folder.is_empty()) {
            gathering.admit_folder(folder);
            return;
        }
        let Some(path) = gathering.admit(name) else { return };
        match refusal(&path, &record) {
            Some(fault) => gathering.report(fault),
            None => self.wanted.push(Entry { path, record }),
        }
    }

    /// A fault if any byte of the archive is a part of two entries, or of an entry and the
    /// directory: a few bytes packed could then be unpacked any number of times.
    fn overlap(&self) -> Option<Diagnostic> {
        let mut taken: Vec<&Taken> = self.taken.iter().collect();
        taken.sort_by_key(|taken| (taken.bytes.start, taken.bytes.end));
        let twice = taken.windows(2).find(|pair| pair[0].bytes.end > pair[1].bytes.start);
        let message = if let Some(pair) = twice {
            format!("`{}` and `{}` share bytes of the archive", pair[0].name, pair[1].name)
        } else {
            let directory = self.directory?;
            let past = taken.iter().find(|taken| taken.bytes.end > directory)?;
            format!("`{}` runs into the archive's directory", past.name)
        };
        let hint = "the archive is damaged or made to exhaust the machine; nothing is read from it";
        Some(fault("archive-overlap", message).hint(hint))
    }

    fn check_mimetype(&self, file: &File, gathering: &mut Gathering<'_>) {
        let hint = "pack the folder again with `briefing-reader pack`";
        match &self.mimetype {
            Some((0, record)) if record.compression() == CompressionMethod::Stored => {
                let mut reader = BufReader::new(file);
                let mut content = Vec::new();
                let longest = MIMETYPE.len() as u64 + 1;
                let read = (record.as_ref().with_reader(&mut reader, ZipReadOptions::new()))
                    .map_err(io::Error::from)
                    .and_then(|entry| entry.take(longest).read_to_end(&mut content));
                if read.is_err() || content != MIMETYPE.as_bytes() {
                    let content = shown(&String::from_utf8_lossy(&content));
                    let message = format!("`mimetype` says `{content}`, not `{MIMETYPE}`");
                    gathering.report(fault("archive-mimetype-wrong", message).in_file("mimetype").hint(hint));
                }
            }
            _ => {
                let message = "the archive does not begin with an uncompressed `mimetype`";
                gathering.report(fault("archive-mimetype-missing", message).hint(hint));
            }
        }
    }
}

fn bytes_of(record: ZipFileEntry<'_>, reader: &mut BufReader<&File>) -> ZipResult<Range<u64>> {
    let start = record.header_start();
    let packed = record.compressed_size();
    let options = ZipReadOptions::new().ignore_encryption_flag(true);
    let content = record.with_reader(reader, options)?.data_start().unwrap_or(start);
    Ok(start..content.saturating_add(packed))
}

fn refusal(path: &str, record: &OwnedZipFileEntry) -> Option<Diagnostic> {
    const KIND: u32 = 0o170_000;
    const FILE: u32 = 0o100_000;
    const SYMLINK: u32 = 0o120_000;
    let kind = record.unix_mode().map_or(0, |mode| mode & KIND);
    let fault = if record.encrypted() {
        fault("entry-encrypted", format!("`{path}` is encrypted")).hint("pack the folder without a password")
    } else if kind == SYMLINK {
        fault("file-symlink", format!("`{path}` is a link to another file"))
            .hint("put the file itself in its place")
    } else if kind != 0 && kind != FILE {
        fault("file-special", format!("`{path}` is not a file but a pipe, a socket or a device"))
            .hint("take it out of the archive")
    } else if !matches!(record.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        let message = format!("`{path}` is compressed in a way that bundles do not use");
        fault("entry-method", message).hint("pack the folder again with `briefing-reader pack`")
    } else {
        return None;
    };
    Some(fault.in_file(path))
}

/// Where all files lie in one folder of the archive, as when the folder itself was compressed and
/// not its content, takes that folder off their paths.
fn unwrap_folder(entries: &mut Vec<Entry>, gathering: &mut Gathering<'_>) {
    let Some(folder) = entries.iter().find_map(|entry| {
        let folder = entry.path.strip_suffix(MANIFEST)?.strip_suffix('/')?;
        (!folder.contains('/')).then(|| format!("{folder}/"))
    }) else {
        return;
    };
    if !entries.iter().all(|entry| entry.path.starts_with(&folder)) {
        return;
    }
    for entry in &mut *entries {
        entry.path.drain(..folder.len());
    }
    entries.retain(|entry| !is_litter(&entry.path));
    let message = format!("the bundle's files lie in the folder `{folder}` of the archive");
    let hint = "compress the folder's content, not the folder; or use `briefing-reader pack`";
    gathering.report(fault("archive-wrapped", message).hint(hint));
}

fn read_entry(file: &File, archive: u64, entry: Entry, gathering: &mut Gathering<'_>) {
    let Entry { path, record } = entry;
    let packed = Packed { archive, entry: record.compressed_size() };
    let declared = record.size();
    let mut reader = BufReader::new(file);
    let content = (record.as_ref().with_reader(&mut reader, ZipReadOptions::new()))
        .map_err(io::Error::from)
        .and_then(|content| gathering.read(&path, content, Some(packed), 0));
    match content {
        Ok(Some(content)) if content.len() as u64 == declared => gathering.keep(path, content),
        Ok(Some(content)) => gathering.report(size_differs(&path, declared, &format!("{}", content.len()))),
        Ok(None) => {}
        Err(why) if why.to_string().contains(LARGER_THAN_DECLARED) => {
            gathering.report(size_differs(&path, declared, "more"));
        }
        Err(why) => gathering.report(entry_damaged(&path, &why.to_string())),
    }
}

fn size_differs(path: &str, declared: u64, actual: &str) -> Diagnostic {
    let declared = grouped(declared);
    fault("entry-size-differs", format!("`{path}` is said to take {declared} bytes but takes {actual}"))
        .in_file(path)
        .hint("the archive is damaged or made to mislead; fetch it again")
}

fn entry_damaged(path: &str, why: &str) -> Diagnostic {
    let message = if why.contains(WRONG_CHECKSUM) {
        format!("`{path}` is damaged: its checksum is wrong")
    } else {
        format!("`{path}` is damaged and cannot be unpacked: {}", reason(why))
    };
    fault("entry-damaged", message)
        .in_file(path)
        .hint("fetch the file again, or ask its maker for another copy")
}

/// Each entry is described twice, in the directory and before its content. Programs that go by the
/// other description would show another briefing.
fn compare_headers(archive: Archive<'_>, gathering: &mut Gathering<'_>) {
    let mut archive = archive.enforce_header_consistency(true);
    let Ok(entries) = archive.files() else { return };
    if let Some(why) = entries.find_map(Result::err) {
        let message = format!("the archive describes an entry in two ways: {}", differing(&why.to_string()));
        let hint = "other programs may show other files; ask its maker for another copy";
        gathering.report(fault("archive-headers-differ", message).hint(hint));
    }
}
