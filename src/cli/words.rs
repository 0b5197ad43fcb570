//! Where a row of the terminal may end.

use textwrap::WordSeparator;
use textwrap::core::Word;

use crate::text::breaking::may_end_at;

/// Words as Unicode parts them, which Chinese and Japanese need; but an address or
/// a number is one word, so that it stays whole where it fits into a row, and a mark or a sign of a unit is one with what it belongs to.
pub fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let is_wide = |letter: char| letter > '\u{2e7f}';
    let parts = line.split_inclusive(' ').flat_map(move |piece| {
        let is_whole = piece.contains("://") || piece.contains(|sign: char| sign.is_ascii_digit());
        let parts: Vec<usize> = if is_whole && !piece.contains(is_wide) {
            vec![piece.len()]
        } else {
            let words = WordSeparator::UnicodeBreakProperties.find_words(piece);
            words.map(|word| word.word.len() + word.whitespace.len()).collect()
        };
        parts
    });
    let (mut start, mut at) = (0, 0);
    let ends = parts.filter_map(move |length| {
        at += length;
        let is_end = at == line.len() || may_end_at(line, at) && !line[at..].starts_with(' ');
        is_end.then(|| {
            let word = Word::from(&line[start..at]);
            start = at;
            word
        })
    });
    Box::new(ends)
}

#[cfg(test)]
mod tests {
    use super::words;

    fn parted(line: &str) -> Vec<String> {
        words(line).map(|word| format!("{}{}", word.word, word.whitespace)).collect()
    }

    #[test]
    fn rows_end_between_words_and_at_spaces_of_no_width() {
        assert_eq!(parted("one two  three"), ["one ", "two  ", "three"]);
        assert_eq!(parted("mes\u{200b}sage"), ["mes\u{200b}", "sage"]);
        assert_eq!(parted("日本語"), ["日", "本", "語"]);
        assert_eq!(
            parted("see https://example.org/a-b there"),
            ["see ", "https://example.org/a-b ", "there"]
        );
        assert_eq!(parted(""), Vec::<String>::new());
    }

    #[test]
    fn no_row_begins_with_what_belongs_to_the_one_before() {
        assert_eq!(
            parted("so 62 % of 1 501, « oui » ( a )"),
            ["so ", "62 % ", "of ", "1 501, ", "« oui » ", "( a )"]
        );
        assert_eq!(parted("a\u{a0}b c\u{202f}d e\u{2007}f"), ["a\u{a0}b ", "c\u{202f}d ", "e\u{2007}f"]);
        assert_eq!(parted("g\u{2060}h i\u{feff}j"), ["g\u{2060}h ", "i\u{feff}j"]);
    }
}
