//! Bytes → text, with what is wrong with them.

use super::rules::fault;
use crate::diagnostics::{Diagnostic, Place};

/// How long a text may be.
#[derive(Clone, Copy, Debug)]
pub struct Longest {
    /// In bytes.
    pub bytes: u64,
    /// The rule that a longer one breaks.
    pub rule: &'static str,
}

/// The text of a file, as far as it is one. A byte order mark is taken off; UTF-16 with such a mark
/// is understood; other bytes that are not UTF-8 become `U+FFFD`. `None` if it is too long.
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
    if let Some(text) = utf_16(&bytes) {
        let message = "the text is UTF-16, not UTF-8";
        problems.push(fault("text-not-utf-8", message).in_file(path).hint("save it as UTF-8"));
        return Some(text);
    }
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
        problems.push(fault("text-byte-order-mark", "the text begins with a byte order mark").in_file(path));
    }
    let text = utf_8(path, bytes, problems);
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

fn utf_16(bytes: &[u8]) -> Option<String> {
    let units = |read: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect()
    };
    match bytes {
        [0xFF, 0xFE, ..] => Some(String::from_utf16_lossy(&units(u16::from_le_bytes))),
        [0xFE, 0xFF, ..] => Some(String::from_utf16_lossy(&units(u16::from_be_bytes))),
        _ => None,
    }
}

fn utf_8(path: &str, bytes: Vec<u8>, problems: &mut Vec<Diagnostic>) -> String {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let place = Place::of(&text, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
    let message = format!("the byte 0x{:02X} is not UTF-8", bytes[at]);
    let fault =
        fault("text-not-utf-8", message).in_file(path).hint("save the file as UTF-8; it may be Windows-1252");
    problems.push(Diagnostic { place: Some(place), ..fault });
    text
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
        let (text, faults) = read_bytes(b"one\ncaf\xE9 \xE9");
        assert_eq!(text.unwrap(), "one\ncaf\u{FFFD} \u{FFFD}");
        assert_eq!(faults, [("text-not-utf-8", Some((2, 4)))]);
    }

    #[test]
    fn utf_16_is_understood() {
        assert_eq!(read_bytes(b"\xFF\xFEa\0b\0"), (Some("ab".into()), vec![("text-not-utf-8", None)]));
        assert_eq!(read_bytes(b"\xFE\xFF\0a\0b"), (Some("ab".into()), vec![("text-not-utf-8", None)]));
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
