//! Bytes → text, with what is wrong with them.

use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use super::faults::fault;
use crate::diagnostics::{Diagnostic, Place};

/// How long a text may be.
#[derive(Clone, Copy, Debug)]
pub struct Longest {
    /// In bytes.
    pub bytes: u64,
    /// The rule that a longer one breaks.
    pub rule: &'static str,
}

/// The text of a file, as far as it is one. A byte order mark is taken off; UTF-16 and Windows-1252
/// are understood, with a fault; other bytes that are not UTF-8 become `U+FFFD`. A line may end as it
/// did on old systems, with a carriage return alone: that becomes a line feed, so that lines are
/// counted. `None` if it is too long, or no text at all.
pub fn read(
    path: &str,
    mut bytes: Vec<u8>,
    longest: Longest,
    problems: &mut Vec<Diagnostic>,
) -> Option<String> {
    // Places are kept in 32 bits.
    let most_bytes = longest.bytes.min(u64::from(u32::MAX));
    if bytes.len() as u64 > most_bytes {
        let message = format!("`{path}` has {} bytes, more than {most_bytes}", bytes.len());
        problems.push(fault(longest.rule, message).in_file(path));
        return None;
    }
    if WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
        let message = format!("`{path}` is a workbook or another packed file, not a text");
        let hint = "open it in its program and save the sheet as CSV, in UTF-8";
        problems.push(fault("text-not-utf-8", message).in_file(path).hint(hint));
        return None;
    }
    if let Some(text) = utf_16(&bytes) {
        let message = "the text is UTF-16, not UTF-8";
        problems.push(fault("text-not-utf-8", message).in_file(path).hint("save it as UTF-8"));
        return Some(with_line_feeds(text));
    }
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
        problems.push(fault("text-byte-order-mark", "the text begins with a byte order mark").in_file(path));
    }
    let text = with_line_feeds(utf_8(path, bytes, problems));
    report_garbled(path, &text, problems);
    if let Some(at) = text.find('\0') {
        let count = text.matches('\0').count();
        let message = match count {
            1 => "the text holds a NUL character".to_owned(),
            _ => format!("the text holds {count} NUL characters"),
        };
        problems.push(fault("text-nul", message).at(path, &text, at..at + 1));
    }
    Some(text)
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// How files begin that spreadsheets and word processors write: zip archives, and the older format.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

fn utf_16(bytes: &[u8]) -> Option<String> {
    let units = |from: usize, read: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[from..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect()
    };
    let (from, read): (usize, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, ..] => (2, u16::from_le_bytes),
        [0xFE, 0xFF, ..] => (2, u16::from_be_bytes),
        // Without a mark: text that begins with two characters of ASCII.
        [1..=0xFF, 0, 1..=0xFF, 0, ..] => (0, u16::from_le_bytes),
        [0, 1..=0xFF, 0, 1..=0xFF, ..] => (0, u16::from_be_bytes),
        _ => return None,
    };
    Some(String::from_utf16_lossy(&units(from, read)))
}

fn utf_8(path: &str, bytes: Vec<u8>, problems: &mut Vec<Diagnostic>) -> String {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    if may_be_windows_1252(&bytes) {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
        // What stands before is ASCII, so that it has as many bytes as before.
        let word = word_around(&text, at);
        let message =
            format!("the file is not UTF-8; read as Windows-1252, this says “{}”", &text[word.clone()]);
        let hint = "look whether letters beyond a to z are right, and save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)";
        problems.push(fault("text-not-utf-8", message).at(path, &text, word).hint(hint));
        return text.into_owned();
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let place = Place::of(&text, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
    let message = format!("the byte 0x{:02X} is not UTF-8", bytes[at]);
    let hint = "a character is lost here: write it again, and save the file as UTF-8";
    let fault = fault("text-not-utf-8", message).in_file(path).hint(hint);
    problems.push(Diagnostic { place: Some(place), ..fault });
    text
}

/// Whether bytes that are not UTF-8 may be Windows-1252: none of them is without a meaning there, and
/// none together are a character of UTF-8, which by chance is rare.
fn may_be_windows_1252(bytes: &[u8]) -> bool {
    let is_meant = |byte: &u8| !matches!(byte, 0x00 | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    bytes.iter().all(is_meant) && bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
}

/// Reports letters that were UTF-8 once, then read as Windows-1252 and saved again: `cafÃ©`, `Donâ€™t`.
/// By chance they would hardly stand side by side.
fn report_garbled(path: &str, text: &str, problems: &mut Vec<Diagnostic>) {
    // How they begin, with the number of signs that one sign has become.
    let beginnings = ['Â', 'Ã', 'Ä', 'Å', 'â', 'ð'];
    let mut garbled = text.match_indices(beginnings).filter_map(|(at, first)| {
        let signs = match first {
            "â" => 3,
            "ð" => 4,
            _ => 2,
        };
        let written: String = text[at..].chars().take(signs).collect();
        let (bytes, _, is_lossy) = WINDOWS_1252.encode(&written);
        let meant = String::from_utf8(bytes.into_owned())
            .ok()
            .filter(|meant| !is_lossy && meant.chars().count() == 1)?;
        Some((at, written, meant))
    });
    let Some((at, written, meant)) = garbled.next() else { return };
    let word = word_around(text, at);
    let message = match garbled.count() {
        0 => format!("a letter is garbled here: `{written}` was most likely `{meant}`"),
        others => format!(
            "{} letters are garbled, the first here: `{written}` was most likely `{meant}`",
            others + 1
        ),
    };
    let hint = "the file was once saved in a wrong encoding: save it anew as UTF-8 from where it came, or write them again";
    problems.push(fault("text-garbled", message).at(path, text, word).hint(hint));
}

/// The word that the byte `at` stands in.
fn word_around(text: &str, at: usize) -> Range<usize> {
    let is_gap = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '"' | '(' | ')');
    let start = text[..at].rfind(is_gap).map_or(0, |gap| gap + 1);
    let end = text[at..].find(is_gap).map_or(text.len(), |gap| at + gap);
    start..end.max(at)
}

/// A carriage return alone as a line feed: as many bytes.
fn with_line_feeds(text: String) -> String {
    let mut signs = text.chars().peekable();
    let is_alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| is_alone(at)) {
        return text;
    }
    let mut lines = String::with_capacity(text.len());
    while let Some(sign) = signs.next() {
        let ends_line = sign == '\r' && signs.peek() != Some(&'\n');
        lines.push(if ends_line { '\n' } else { sign });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its rule, line and column.
    type Told = (&'static str, Option<(usize, usize)>);

    fn read_bytes(bytes: &[u8]) -> (Option<String>, Vec<Told>) {
        let mut problems = Vec::new();
        let text =
            read("a.md", bytes.to_vec(), Longest { bytes: 100, rule: "too-large-article" }, &mut problems);
        let place = |fault: &Diagnostic| fault.place.as_ref().map(|place| (place.line, place.column));
        (text, problems.iter().map(|fault| (fault.code, place(fault))).collect())
    }

    #[test]
    fn plain_text_is_taken_as_it_is() {
        assert_eq!(read_bytes("a\r\né".as_bytes()), (Some("a\r\né".into()), vec![]));
    }

    #[test]
    fn a_byte_order_mark_is_taken_off() {
        assert_eq!(read_bytes(b"\xEF\xBB\xBFa"), (Some("a".into()), vec![("text-byte-order-mark", None)]));
    }

    #[test]
    fn the_first_byte_that_is_not_utf_8_is_shown() {
        let (text, faults) = read_bytes(
            "é\ncaf".as_bytes().iter().chain(b"\xE9 \xE9").copied().collect::<Vec<_>>().as_slice(),
        );
        assert_eq!(text.unwrap(), "é\ncaf\u{FFFD} \u{FFFD}", "é is UTF-8 already");
        assert_eq!(faults, [("text-not-utf-8", Some((2, 4)))]);
        assert_eq!(read_bytes(b"a\x81b").0.unwrap(), "a\u{FFFD}b");
    }

    #[test]
    fn windows_1252_is_understood_and_told_with_a_word_of_it() {
        for (bytes, text, word) in [
            (&b"one\ncaf\xE9 \xE9"[..], "one\ncafé é", "café"),
            (b"\xA320k", "£20k", "£20k"),
            (b"Don\x92t know", "Don’t know", "Don’t"),
            (b"18\x9624,x", "18–24,x", "18–24"),
            (b"\x80", "€", "€"),
        ] {
            let mut problems = Vec::new();
            let longest = Longest { bytes: 100, rule: "too-large-article" };
            assert_eq!(read("a.csv", bytes.to_vec(), longest, &mut problems).as_deref(), Some(text));
            assert!(problems[0].message.ends_with(&format!("this says “{word}”")), "{problems:?}");
        }
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line() {
        assert_eq!(read_bytes(b"a\rb\r\nc\r\rd\r"), (Some("a\nb\r\nc\n\nd\n".into()), vec![]));
    }

    #[test]
    fn letters_that_were_garbled_before_are_told_once() {
        for (text, code) in [
            ("Un cafÃ©, Donâ€™t, Â£20k", Some("text-garbled")),
            ("18â€“24", Some("text-garbled")),
            ("ÄŒesko", Some("text-garbled")),
            ("Ä\u{8D}esky", Some("text-garbled")),
            ("Łódź, Ærø, NÃO, Âge, Åland", None),
            ("café £20k ’", None),
        ] {
            let codes: Vec<&str> = read_bytes(text.as_bytes()).1.iter().map(|(code, _)| *code).collect();
            assert_eq!(codes, Vec::from_iter(code), "{text}");
        }
    }

    #[test]
    fn a_workbook_is_no_text() {
        assert_eq!(read_bytes(b"PK\x03\x04\x14\0").0, None);
        assert_eq!(read_bytes(b"PK of the town").1, []);
    }

    #[test]
    fn utf_16_is_understood() {
        assert_eq!(read_bytes(b"\xFF\xFEa\0b\0"), (Some("ab".into()), vec![("text-not-utf-8", None)]));
        assert_eq!(read_bytes(b"\xFE\xFF\0a\0b"), (Some("ab".into()), vec![("text-not-utf-8", None)]));
        assert_eq!(read_bytes(b"a\0b\0c\0"), (Some("abc".into()), vec![("text-not-utf-8", None)]), "no mark");
        assert_eq!(read_bytes(b"\0a\0b\0c"), (Some("abc".into()), vec![("text-not-utf-8", None)]), "no mark");
    }

    #[test]
    fn nul_is_reported_once() {
        assert_eq!(read_bytes(b"a\nb\0c\0").1, [("text-nul", Some((2, 2)))]);
    }

    #[test]
    fn a_text_over_the_limit_is_left_out() {
        assert_eq!(read_bytes(&[b'a'; 101]), (None, vec![("too-large-article", None)]));
    }
}
