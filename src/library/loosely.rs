//! Words read loosely: without accents, with or without hyphens, in another form of the word.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::query::Query;
use crate::text::{Folded, plain};

/// What comes close to the words that were typed:
/// - `zurich` finds "Zürich", `coordinate` finds "co-ordinate", `end to end` finds "end-to-end";
/// - words of five letters and more find their other forms: `encrypting` finds "encryption";
/// - numbers stay what they are: `33` never finds "133".
///
/// With [`Query::whole_words`] no other forms are found.
#[derive(Clone, Debug)]
pub struct Loosely {
    pattern: Regex,
}

/// Letters and digits that there must be at least: less comes close to everything.
const LEAST: usize = 3;

/// Endings of English words, the longest first, and the letters that must be left.
const ENDINGS: [&str; 16] = [
    "ations", "ation", "ings", "ions", "ing", "ion", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e",
    "y",
];
const STEM: usize = 4;

impl Loosely {
    /// What the words come close to; `None` where there is too little to go by.
    #[must_use]
    pub fn new(query: &Query) -> Option<Loosely> {
        let typed = plain(&query.words);
        let words: Vec<&str> =
            typed.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if words.iter().map(|word| word.chars().count()).sum::<usize>() < LEAST {
            return None;
        }
        let words: Vec<String> = words.iter().map(|word| word_pattern(word, !query.whole_words)).collect();
        let pattern = format!(r"\b{}\b", words.join(r"\W{0,3}"));
        Some(Loosely { pattern: RegexBuilder::new(&pattern).build().ok()? })
    }

    /// Gives the bytes of a text that come close.
    pub fn find(&self, text: &Folded, give: &mut dyn FnMut(Range<usize>)) {
        self.pattern.find_iter(text.as_str()).for_each(|found| give(text.in_text(found.range())));
    }
}

/// A word with a hyphen anywhere, and with any ending where it is long enough.
fn word_pattern(word: &str, other_forms: bool) -> String {
    let is_word = word.chars().all(char::is_alphabetic);
    let stem = if is_word && other_forms { stem(word) } else { None };
    let letters = stem.unwrap_or(word).chars().map(|sign| regex::escape(&sign.to_string()));
    let letters = letters.collect::<Vec<_>>().join(if is_word { "-?" } else { "" });
    if stem.is_some() { format!(r"{letters}[\w--\d]{{0,5}}") } else { letters }
}

/// A word of five letters and more without its ending.
fn stem(word: &str) -> Option<&str> {
    let long = |stem: &str| stem.chars().count() >= STEM;
    let stem = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| long(stem));
    stem.or((word.chars().count() > STEM).then_some(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(words: &str, text: &str) -> Vec<String> {
        let loosely = Loosely::new(&Query { words: words.to_owned(), ..Query::default() });
        let mut found = Vec::new();
        if let Some(loosely) = loosely {
            loosely.find(&Folded::plain(text), &mut |range| found.push(text[range].to_owned()));
        }
        found
    }

    #[test]
    fn accents_fall_away_in_either_direction() {
        assert_eq!(finds("cafe", "Un café, un cafe\u{301}."), ["café", "cafe\u{301}"]);
        assert_eq!(finds("Zürich", "in Zurich"), ["Zurich"]);
    }

    #[test]
    fn hyphens_and_spaces_stand_for_each_other() {
        assert_eq!(finds("end to end", "An end-to-end test"), ["end-to-end"]);
        assert_eq!(finds("coordinate", "They co-ordinate."), ["co-ordinate"]);
        assert_eq!(finds("on-line", "An online test, on line"), ["online", "on line"]);
    }

    #[test]
    fn long_words_find_their_other_forms_and_short_ones_do_not() {
        assert_eq!(finds("encrypting", "Encryption, encrypted, crypt"), ["Encryption", "encrypted"]);
        assert_eq!(finds("policies", "one policy"), ["policy"]);
        assert_eq!(finds("use", "users, user"), Vec::<String>::new());
    }

    #[test]
    fn whole_words_have_no_other_forms() {
        let query = Query { words: "zurichs".to_owned(), whole_words: true, ..Query::default() };
        let mut found = 0;
        Loosely::new(&query).expect("it is a word").find(&Folded::plain("Zürich"), &mut |_| found += 1);
        assert_eq!(found, 0);
    }

    #[test]
    fn numbers_stay_what_they_are_and_too_little_finds_nothing() {
        assert_eq!(finds("330 people", "1330 people, 3300 people"), Vec::<String>::new());
        assert_eq!(finds("4%", "4 of them"), Vec::<String>::new());
    }
}
