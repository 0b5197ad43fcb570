//! How many words there are to read.

use unicode_segmentation::UnicodeSegmentation as _;

use super::block::{Article, Kind};

impl Article {
    /// Words to be read, as Unicode divides them (UAX #29): of all text that is shown, so with
    /// headings, tables, code, footnotes and charts' captions, without pictures' alternative text.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.blocks
            .iter()
            .map(|block| match &block.kind {
                Kind::Chart { caption, .. } => count_words(caption),
                _ => count_words(&block.text),
            })
            .sum()
    }
}

/// Counted between spaces, so that the fast way through ASCII is taken for every ASCII word and not
/// only where a whole paragraph is ASCII: one curly quotation mark would be enough to lose it.
fn count_words(text: &str) -> usize {
    text.split([' ', '\n', '\t']).map(count_between_spaces).sum()
}

fn count_between_spaces(piece: &str) -> usize {
    if piece.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return usize::from(!piece.is_empty());
    }
    piece.unicode_words().count()
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::count_words;
    use crate::article::parse;

    #[test]
    fn words_are_counted_as_unicode_divides_them() {
        for text in [
            "",
            " ",
            "one two\nthree\tfour",
            "It’s 3.5% – “just over” a third, can't 1,000 e-mail x_y http://example.org/a",
            "Größe naïve 日本語 한국어 мир",
        ] {
            assert_eq!(count_words(text), text.unicode_words().count(), "{text:?}");
        }
        assert_eq!(count_words("It’s 62% of adults"), 4);
    }

    #[test]
    fn all_that_is_shown_is_counted_and_alternative_text_is_not() {
        let article = parse(
            "# One two\n\n`three` four\n\n| five |\n|---|\n| six |\n\n![seven](poll:a)\n\n![no](a.png)\n",
        );
        assert_eq!(article.word_count(), 7);
    }
}
