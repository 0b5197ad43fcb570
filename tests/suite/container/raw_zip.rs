//! A writer of zip archives that does as it is told, however wrong.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub const STORED: u16 = 0;
pub const DEFLATED: u16 = 8;

/// One entry, each field as it will stand in the archive.
#[derive(Clone)]
pub struct Entry {
    pub name: Vec<u8>,
    /// In the header before the content, where it differs.
    pub local_name: Option<Vec<u8>>,
    pub method: u16,
    pub flags: u16,
    pub mode: u32,
    pub crc: u32,
    pub size: u32,
    pub packed_size: u32,
    pub content: Vec<u8>,
    /// The header's place, where the directory lies about it; nothing is written for the entry.
    pub at: Option<u32>,
}

impl Entry {
    pub fn stored(name: impl AsRef<[u8]>, content: &[u8]) -> Entry {
        Entry {
            name: name.as_ref().to_vec(),
            local_name: None,
            method: STORED,
            flags: 0,
            mode: 0o100_644,
            crc: packed(content).0,
            size: u32::try_from(content.len()).unwrap(),
            packed_size: u32::try_from(content.len()).unwrap(),
            content: content.to_vec(),
            at: None,
        }
    }

    pub fn deflated(name: impl AsRef<[u8]>, content: &[u8]) -> Entry {
        let packed = packed(content).1;
        Entry {
            method: DEFLATED,
            packed_size: u32::try_from(packed.len()).unwrap(),
            content: packed,
            ..Entry::stored(name, content)
        }
    }

    pub fn with(mut self, change: impl FnOnce(&mut Entry)) -> Entry {
        change(&mut self);
        self
    }
}

/// A content's checksum and what it is deflated.
fn packed(content: &[u8]) -> (u32, Vec<u8>) {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("x", options).unwrap();
    writer.write_all(content).unwrap();
    let mut archive = writer.finish_into_readable().unwrap();
    let mut entry = archive.by_index_raw(0).unwrap();
    let mut packed = Vec::new();
    entry.read_to_end(&mut packed).unwrap();
    (entry.crc32(), packed)
}

/// The entry that begins every `.briefing` file.
pub fn mimetype() -> Entry {
    Entry::stored("mimetype", b"application/vnd.briefing+zip")
}

/// The manifest of a small bundle.
pub fn manifest() -> Entry {
    Entry::stored("briefing.ron", b"Briefing(format: 1)\n")
}

/// A bundle's archive with these entries besides its type and its manifest.
pub fn bundle(entries: impl IntoIterator<Item = Entry>) -> Vec<u8> {
    archive([mimetype(), manifest()].into_iter().chain(entries))
}

/// An archive of these entries.
pub fn archive(entries: impl IntoIterator<Item = Entry>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    let mut count = 0_u16;
    for entry in entries {
        let at = entry.at.unwrap_or(u32::try_from(bytes.len()).unwrap());
        if entry.at.is_none() {
            local_header(&mut bytes, &entry);
            bytes.extend(&entry.content);
        }
        directory_header(&mut directory, &entry, at);
        count += 1;
    }
    let start = u32::try_from(bytes.len()).unwrap();
    let length = u32::try_from(directory.len()).unwrap();
    bytes.extend(directory);
    end(&mut bytes, count, length, start);
    bytes
}

/// The record at an archive's end.
pub fn end(bytes: &mut Vec<u8>, count: u16, length: u32, start: u32) {
    bytes.extend(b"PK\x05\x06");
    numbers(bytes, &[0, 0, count, count]);
    long_numbers(bytes, &[length, start]);
    numbers(bytes, &[0]);
}

fn local_header(bytes: &mut Vec<u8>, entry: &Entry) {
    let name = entry.local_name.as_ref().unwrap_or(&entry.name);
    bytes.extend(b"PK\x03\x04");
    described(bytes, entry);
    numbers(bytes, &[u16::try_from(name.len()).unwrap(), 0]);
    bytes.extend(name);
}

fn directory_header(bytes: &mut Vec<u8>, entry: &Entry, at: u32) {
    const UNIX: u16 = 0x0314;
    bytes.extend(b"PK\x01\x02");
    numbers(bytes, &[UNIX]);
    described(bytes, entry);
    numbers(bytes, &[u16::try_from(entry.name.len()).unwrap(), 0, 0, 0, 0]);
    long_numbers(bytes, &[entry.mode << 16, at]);
    bytes.extend(&entry.name);
}

/// The fields that both headers have.
fn described(bytes: &mut Vec<u8>, entry: &Entry) {
    const TIME: u16 = 0;
    const DATE: u16 = 0b0000_0000_0010_0001;
    numbers(bytes, &[20, entry.flags, entry.method, TIME, DATE]);
    long_numbers(bytes, &[entry.crc, entry.packed_size, entry.size]);
}

fn numbers(bytes: &mut Vec<u8>, numbers: &[u16]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn long_numbers(bytes: &mut Vec<u8>, numbers: &[u32]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}
