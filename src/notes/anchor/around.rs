//! The words right around a passage, in its own sentence.

use unicode_segmentation::UnicodeSegmentation as _;

/// Words on either side.
const WORDS: usize = 2;

/// A passage with the words right before and after it, as far as they are of its sentence.
pub fn with_words(before: &str, exact: &str, after: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let own = line.rmatch_indices([' ', '\u{a0}']).find(|(at, _)| line[..*at].ends_with(ENDS));
    let before = own.map_or(line, |(at, space)| &line[at + space.len()..]);
    let line = after.split('\n').next().unwrap_or_default();
    let own =
        line.match_indices(ENDS).find(|(at, _)| line[at + 1..].starts_with(' ') || at + 1 == line.len());
    let after = own.map_or(line, |(at, _)| &line[..at]);

    let is_word = |word: &str| word.chars().any(char::is_alphanumeric);
    let from = before.split_word_bound_indices().rev().filter(|(_, word)| is_word(word)).nth(WORDS - 1);
    let to = after.split_word_bound_indices().filter(|(_, word)| is_word(word)).nth(WORDS - 1);
    let before = from.map_or(before, |(at, _)| &before[at..]);
    let after = to.map_or(after, |(at, word)| &after[..at + word.len()]);
    format!("{}{exact}{}", before.trim_start(), after.trim_end())
}

const ENDS: [char; 3] = ['.', '!', '?'];

#[cfg(test)]
mod tests {
    use super::with_words;

    #[test]
    fn two_words_on_either_side_of_its_sentence_are_taken() {
        for (before, after, whole) in [
            ("All said, in Wales ", " agreed with it.", "in Wales 54% agreed with"),
            ("It is over. Wales: ", "\nScotland", "Wales: 54%"),
            ("", ".", "54%"),
            ("It was 1.5 or ", "! No.", "1.5 or 54%"),
            ("Paid £", " so", "Paid £54% so"),
        ] {
            assert_eq!(with_words(before, "54%", after), whole);
        }
    }
}
