//! A bundle as one `.briefing` file.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::entries::{self, Entry};
use super::gathering::{Gathering, Read1, size, too_large, too_many};
use crate::bundle::rules::fault;
use crate::bundle::{Files, Limits, MANIFEST};
use crate::diagnostics::Diagnostic;

/// As much may come out of however little: no bomb is that small.
const HARMLESS: u64 = 1024 * 1024;

/// The archive, open.
pub type Archive = ZipArchive<Metered>;

/// The files in the archive, and what is wrong with those left out.
///
/// # Errors
/// If the file itself cannot be read.
pub fn read(mut file: File, limits: &Limits) -> io::Result<(Files, Vec<Diagnostic>)> {
    let mut gathering = Gathering::new(limits);
    let length = file.metadata()?.len();
    let opened = match wrong_from_outside(&mut file, length, limits)? {
        Some(fault) => Err(fault),
        None => open(file, limits)?,
    };
    match opened {
        Ok((archive, twice)) => read_entries(archive, &twice, length, &mut gathering),
        Err(fault) => gathering.report(fault),
    }
    Ok(gathering.finish())
}

/// What can be seen to be wrong without looking into the archive.
fn wrong_from_outside(file: &mut File, length: u64, limits: &Limits) -> io::Result<Option<Diagnostic>> {
    if length == 0 {
        let fault = fault("archive-empty", "the file is empty");
        return Ok(Some(fault.hint("get it anew from where it came; copying was cut short")));
    }
    let mut start = Vec::new();
    file.take(8).read_to_end(&mut start)?;
    if !start.starts_with(b"PK\x03\x04") && !start.starts_with(b"PK\x05\x06") {
        let fault = fault("archive-not-bundle", format!("the file is not a briefing bundle{}", kind(&start)));
        return Ok(Some(fault.hint("name a `.briefing` file, or the folder that `briefing.ron` lies in")));
    }
    Ok((length > limits.bundle_bytes).then(|| too_large(limits)))
}

fn kind(start: &[u8]) -> String {
    let kind = match start {
        [0x1F, 0x8B, ..] => "a gzip file",
        [b'7', b'z', 0xBC, 0xAF, ..] => "a 7-Zip file",
        [b'R', b'a', b'r', b'!', ..] => "a RAR file",
        [b'%', b'P', b'D', b'F', ..] => "a PDF",
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => "a picture",
        _ if start.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()) => "a text",
        _ => return String::new(),
    };
    format!(", but {kind}")
}

/// The archive, and the names that stand in it more than once.
type Opened = Result<(Archive, Vec<String>), Diagnostic>;

fn open(file: File, limits: &Limits) -> io::Result<Opened> {
    // As many entries as are allowed fit in, with long names and room for what tools add to them.
    let allowance = 256 * 1024 + limits.entries as u64 * 1024;
    let left = Rc::new(Cell::new(allowance));
    let metered = Metered { file: BufReader::new(file), left: Rc::clone(&left) };
    let mut archive = match ZipArchive::new(metered) {
        Ok(archive) => archive,
        Err(_) if left.get() == 0 => return Ok(Err(too_many(limits))),
        Err(ZipError::Io(error)) if error.kind() != io::ErrorKind::UnexpectedEof => return Err(error),
        Err(_) => return Ok(Err(broken())),
    };
    let mut twice = Vec::new();
    if archive.metadata().has_duplicate_names() {
        left.set(allowance);
        let start = archive.central_directory_start();
        let mut reader = archive.into_inner();
        twice = entries::names_that_stand_twice(&mut reader, start)?;
        left.set(allowance);
        archive = match ZipArchive::new(reader) {
            Ok(archive) => archive,
            Err(_) => return Ok(Err(broken())),
        };
    }
    left.set(u64::MAX);
    Ok(Ok((archive, twice)))
}

fn broken() -> Diagnostic {
    fault("archive-broken", "the archive's list of files is cut off or damaged")
        .hint("get the file anew from where it came; most often copying was cut short")
}

fn read_entries(mut archive: Archive, twice: &[String], length: u64, gathering: &mut Gathering<'_>) {
    let entries = entries::list(&mut archive, twice, gathering);
    let paths: Vec<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
    if gathering.misses_manifest(&paths) {
        return;
    }
    let most_in_all = HARMLESS.max(length.saturating_mul(gathering.limits.compression_ratio));
    // Where a limit cuts the bundle short, the manifest should be among what was read.
    let (first, rest): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.path == MANIFEST);
    for entry in first.into_iter().chain(rest) {
        match read_entry(&mut archive, entry, twice.is_empty(), gathering) {
            Ok(Read1::Full) => break,
            Ok(Read1::Held | Read1::LeftOut) => {}
            Err(error) => gathering.report(unreadable(entry, &error)),
        }
        if gathering.held() > most_in_all {
            let message = format!("the file of {} holds more than {}", size(length), size(most_in_all));
            gathering.drop_file(&entry.path);
            gathering.report(
                fault("archive-ratio", message)
                    .hint("no briefing packs that well; what comes after is left out, as it may never end"),
            );
            break;
        }
    }
}

fn read_entry(
    archive: &mut Archive,
    entry: &Entry,
    enforce: bool,
    gathering: &mut Gathering<'_>,
) -> Result<Read1, ZipError> {
    // With a name twice in the archive, the library refuses to compare any entry's two headers.
    let options = zip::ZipReadOptions::new().enforce_header_consistency(enforce);
    let content = archive.by_index_with_options(entry.index, options)?;
    let most = HARMLESS.max(entry.packed.saturating_mul(gathering.limits.compression_ratio));
    let mut bounded = Bounded { content, left: most, over: false };
    let ended = gathering.read(&entry.path, &mut bounded);
    if bounded.over {
        gathering.drop_file(&entry.path);
        let message = format!("`{}` unpacks from {} to more than {}", entry.path, size(entry.packed), size(most));
        let hint = "no briefing packs that well; it is left out, as it may never end";
        gathering.report(fault("entry-ratio", message).in_file(&entry.path).hint(hint));
        return Ok(Read1::LeftOut);
    }
    let ended = ended?;
    if matches!(ended, Read1::Held) && gathering.length(&entry.path) != entry.declared {
        gathering.drop_file(&entry.path);
        gathering.report(wrong_size(entry));
        return Ok(Read1::LeftOut);
    }
    Ok(ended)
}

fn wrong_size(entry: &Entry) -> Diagnostic {
    let message = format!("`{}` is not of the {} that the archive declares", entry.path, size(entry.declared));
    fault("entry-size", message).in_file(&entry.path).hint("it is left out; pack the bundle anew")
}

fn unreadable(entry: &Entry, error: &ZipError) -> Diagnostic {
    let error = match error {
        ZipError::Io(error) => error.to_string(),
        error => error.to_string(),
    };
    // The library has no kinds for these.
    if error.contains("larger than its declared") {
        return wrong_size(entry);
    }
    if error.contains("header inconsistency") {
        let message = format!("the archive describes `{}` twice, and differently", entry.path);
        let hint = "programs would show different files; pack the bundle anew";
        return fault("entry-headers", message).in_file(&entry.path).hint(hint);
    }
    entries::damaged(&entry.path)
}

/// Ends early, and says so, when more comes out than may.
struct Bounded<R> {
    content: R,
    left: u64,
    over: bool,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.content.read(buffer)?;
        self.over |= count as u64 > self.left;
        self.left = self.left.saturating_sub(count as u64);
        Ok(if self.over { 0 } else { count })
    }
}

/// The archive's file; reading fails once more was read than is left, so that the list of files
/// cannot grow without end before a single one of them was looked at.
pub struct Metered {
    file: BufReader<File>,
    left: Rc<Cell<u64>>,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::Error::other("the list of files is too long"));
        }
        let count = self.file.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(count as u64));
        Ok(count)
    }
}

impl Seek for Metered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
