//! Signs that only tell whoever sets a text where a line may break and where not: no part of what it
//! says. Joiners inside scripts and pictures, and marks of direction, are: a text is another without.

use std::borrow::Cow;

/// Soft hyphen: a hyphen where a line breaks there, else nothing.
pub const SOFT_HYPHEN: char = '\u{ad}';
/// Zero-width space: a place to break.
pub const ZERO_WIDTH_SPACE: char = '\u{200b}';
/// No place to break.
pub const WORD_JOINER: char = '\u{2060}';
/// No place to break, as it was written before there was [`WORD_JOINER`]; in the middle of a text mostly
/// left over from the beginning of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a sign is such a hint.
#[must_use]
pub fn is_hint(sign: char) -> bool {
    matches!(sign, SOFT_HYPHEN | ZERO_WIDTH_SPACE | WORD_JOINER | BYTE_ORDER_MARK)
}

/// What a text says, without hints.
#[must_use]
pub fn without_hints(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_hint) {
        return Cow::from(text);
    }
    Cow::from(text.replace(is_hint, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_are_left_out_and_what_makes_a_word_stays() {
        assert_eq!(without_hints("chil\u{ad}dren, a\u{200b}b\u{2060}c\u{feff}d"), "children, abcd");
        for whole in
            ["plain", "می\u{200c}خواهم", "👨\u{200d}👩\u{200d}👧", "क्\u{200d}ष", "a\u{200e}b", "1\u{a0}501"]
        {
            assert!(matches!(without_hints(whole), Cow::Borrowed(same) if same == whole));
        }
    }
}
