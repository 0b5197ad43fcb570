//! Words given by hand or by another program, found in an edition's text.

use std::ops::Range;

use super::edition_text::EditionText;
use crate::text::{Folded, typed};

/// Where words stand in a text, in code points, in order: all places that have `prefix` right before them
/// and `suffix` right after them, as far as these are given. Quotation marks, dashes, spaces and signs that
/// nobody sees may be others, and the words may reach over paragraphs.
#[must_use]
pub fn places_of(text: &EditionText, words: &str, prefix: &str, suffix: &str) -> Vec<Range<usize>> {
    let (whole, words) = (Folded::typed(text.as_str()), typed(words));
    let (words, prefix, suffix) = (words.trim(), typed(prefix), typed(suffix));
    if words.is_empty() {
        return Vec::new();
    }
    let is_between = |at: usize| {
        whole.as_str()[..at].trim_end().ends_with(prefix.trim())
            && whole.as_str()[at + words.len()..].trim_start().starts_with(suffix.trim())
    };
    let (mut byte, mut signs) = (0, 0);
    let mut code_point = |at: usize| {
        signs += text.as_str()[byte..at].chars().count();
        byte = at;
        signs
    };
    let found = whole.as_str().match_indices(words).map(|(at, _)| at).filter(|at| is_between(*at));
    let places = found.map(|at| {
        let bytes = whole.in_text(at..at + words.len());
        code_point(bytes.start)..code_point(bytes.end)
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &str, prefix: &str, suffix: &str) -> Vec<String> {
        let text = EditionText::from_stored(text.to_owned());
        let words_at = |at: Range<usize>| text.as_str().chars().skip(at.start).take(at.len()).collect();
        places_of(&text, words, prefix, suffix).into_iter().map(words_at).collect()
    }

    #[test]
    fn words_are_found_however_they_are_set() {
        let text = "Each said: “it’s 12–15”. Ökonomen fanden 62 % …";
        assert_eq!(found(text, "\"it's 12-15\"", "", ""), ["“it’s 12–15”"]);
        assert_eq!(
            found(text, " O\u{308}ko\u{ad}nomen\u{a0}fanden 62\u{202f}% ... ", "", ""),
            ["Ökonomen fanden 62 % …"]
        );
        assert_eq!(found(text, "it's 12-16", "", ""), Vec::<String>::new());
        assert_eq!(found(text, " \u{ad} ", "", ""), Vec::<String>::new());
    }

    #[test]
    fn what_stands_around_them_tells_two_places_apart() {
        let text = "One “yes”.\nTwo “yes”, and\nthree.";
        assert_eq!(found(text, "yes", "", "").len(), 2);
        let at =
            |prefix, suffix| places_of(&EditionText::from_stored(text.to_owned()), "yes", prefix, suffix);
        assert_eq!(at("Two \"", ""), at("", "\", and three"));
        assert_eq!((at("One '", "").len(), at("Two \"", "").len()), (0, 1));
        assert_eq!(found(text, "and three", "", ""), ["and\nthree"]);
    }
}
