//! Text with its accents, capitals and kinds of dash folded away, so that what is typed finds what
//! is set.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A sign without accent and in lower case: `É` gives `e`, `ﬁ` gives `fi`, every dash gives `-`,
/// every white space a space, every apostrophe `'`.
pub fn fold(sign: char, mut give: impl FnMut(char)) {
    if sign.is_ascii() {
        give(if sign.is_ascii_whitespace() { ' ' } else { sign.to_ascii_lowercase() });
        return;
    }
    match sign {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => give('-'),
        '’' | '‘' | 'ʼ' => give('\''),
        '“' | '”' => give('"'),
        '\u{ad}' => {}
        _ if sign.is_whitespace() => give(' '),
        _ => decompose_compatible(sign, |part| {
            if !is_combining_mark(part) {
                part.to_lowercase().for_each(&mut give);
            }
        }),
    }
}

/// A text folded.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // Long articles are ASCII but for a few signs: what is, goes through much quicker.
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (plain, other) = rest.split_at(ascii);
        let from = out.len();
        out.push_str(plain);
        out[from..].make_ascii_lowercase();
        if plain.bytes().any(|byte| byte != b' ' && byte.is_ascii_whitespace()) {
            let spaced = out[from..].replace(|sign: char| sign.is_ascii_whitespace(), " ");
            out.replace_range(from.., &spaced);
        }
        let mut signs = other.chars();
        if let Some(sign) = signs.next() {
            fold(sign, |part| out.push(part));
        }
        rest = signs.as_str();
    }
    out
}

/// Whether a text has all of these words, in any order, as they are or as parts of others.
#[must_use]
pub fn has_words(text: &str, words: &str) -> bool {
    let text = folded(text);
    folded(words).split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_kinds_of_marks_are_folded_away() {
        assert_eq!(folded("Élan, naïve – ‘Ærø’\u{a0}ﬁne"), "elan, naive - 'ærø' fine");
        assert_eq!(folded("en\u{ad}cryp\u{ad}tion"), "encryption");
        assert_eq!(folded("Ελλάδα ΣΟΦΊΑ"), "ελλαδα σοφια");
    }

    #[test]
    fn a_text_is_folded_as_its_signs_are() {
        for text in ["", "Plain", "Two\nLines\tAND a tab", "“É” \n–ﬁ\u{ad}N", "日本 A\u{301}b"] {
            let mut signs = String::new();
            text.chars().for_each(|sign| fold(sign, |part| signs.push(part)));
            assert_eq!(folded(text), signs);
        }
    }

    #[test]
    fn words_are_found_in_any_order_and_none_are_always_found() {
        assert!(has_words("The round table of Zürich", "zurich ROUND"));
        assert!(!has_words("The round table", "square"));
        assert!(has_words("anything", "  "));
    }
}
