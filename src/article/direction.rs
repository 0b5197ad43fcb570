//! Which way a text runs.

use unicode_bidi::{BidiClass, bidi_class};

use super::Article;

/// Letters that are looked at: enough to know, and a long article costs no more than a short one.
const LOOKED_AT: usize = 4_000;

impl Article {
    /// Whether most of its letters run from right to left, by their class in Unicode's bidirectional
    /// algorithm (UAX #9): R and AL against L. Looks at the first few thousand letters.
    #[must_use]
    pub fn runs_right_to_left(&self) -> bool {
        let texts = self.blocks.iter().map(|block| block.text.as_str());
        runs_right_to_left(texts.flat_map(str::chars))
    }
}

fn runs_right_to_left(text: impl Iterator<Item = char>) -> bool {
    let letters = text.filter_map(|letter| match bidi_class(letter) {
        BidiClass::R | BidiClass::AL => Some(true),
        BidiClass::L => Some(false),
        _ => None,
    });
    let (right_to_left, all) =
        letters.take(LOOKED_AT).fold((0, 0), |(right, all), letter| (right + usize::from(letter), all + 1));
    2 * right_to_left > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_letters_decide_whatever_stands_among_them() {
        for text in ["مرحبا بالعالم 62%", "שלום (Hello) עולם", "سلام 123 دنیا", "ދިވެހި"]
        {
            assert!(runs_right_to_left(text.chars()), "{text}");
        }
        for text in ["", "62% – 4.5", "In Arabic, مرحبا is a greeting", "日本語", "Ελληνικά", "हिन्दी"]
        {
            assert!(!runs_right_to_left(text.chars()), "{text}");
        }
    }

    #[test]
    fn only_the_first_letters_are_looked_at() {
        let endless = std::iter::repeat('א');
        assert!(runs_right_to_left(endless));
    }
}
