//! How many words there are to read.

use unicode_segmentation::UnicodeSegmentation as _;

use super::block::{Article, Block, Kind};
use crate::text::without_hints;

impl Article {
    /// Words to be read, as Unicode divides them (UAX #29): of all text that is shown, so with
    /// headings, tables, code, footnotes and charts' captions, without pictures' alternative text.
    #[must_use]
    pub fn word_count(&self) -> usize {
        let (one, other) = self.blocks.split_at(self.blocks.len() / 2);
        if other.len() < MANY_BLOCKS {
            return count(one) + count(other);
        }
        std::thread::scope(|scope| {
            let one = scope.spawn(|| count(one));
            let other = count(other);
            one.join().expect("counting does not fail") + other
        })
    }
}

/// From half as many on, two threads count sooner than one.
const MANY_BLOCKS: usize = 5_000;

fn count(blocks: &[Block]) -> usize {
    let words = |block: &Block| match &block.kind {
        Kind::Chart { caption, .. } => count_words(&without_hints(caption)),
        _ => count_words(&block.words()),
    };
    blocks.iter().map(words).sum()
}

/// Plain words of ASCII letters and digits between spaces are counted as they begin, with nothing to
/// decide but for a comma or full stop behind them; whatever else stands between two spaces is looked
/// at more closely.
fn count_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut before = Sort::Space;
    let mut at = 0;
    while at < bytes.len() {
        let sort = SORTS[usize::from(bytes[at])];
        if sort == Sort::Other {
            let ends_here = matches!(bytes[at], b',' | b'.')
                && matches!(bytes.get(at + 1), None | Some(b' ' | b'\n' | b'\t'));
            if ends_here {
                at += 1;
            } else {
                let is_space = |byte: &u8| SORTS[usize::from(*byte)] == Sort::Space;
                let start = bytes[..at].iter().rposition(is_space).map_or(0, |space| space + 1);
                let end = bytes[at..].iter().position(is_space).map_or(bytes.len(), |space| at + space);
                // Its first letters were counted as a word of their own.
                count -= usize::from(start < at);
                count += text[start..end].unicode_words().count();
                at = end;
            }
            before = Sort::Space;
            continue;
        }
        count += usize::from(sort == Sort::Letter && before == Sort::Space);
        before = sort;
        at += 1;
    }
    count
}

/// What a byte is, for counting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A letter or digit of ASCII.
    Letter,
    /// A space, tab or line end.
    Space,
    /// Anything else.
    Other,
}

const SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        sorts[byte] = match byte as u8 {
            b' ' | b'\n' | b'\t' => Sort::Space,
            letter if letter.is_ascii_alphanumeric() => Sort::Letter,
            _ => Sort::Other,
        };
        byte += 1;
    }
    sorts
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
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
            "a, b. c,\nd.\te,f .g , . ,a a.",
            "Größe naïve 日本語 한국어 мир",
        ] {
            assert_eq!(count_words(text), text.unicode_words().count(), "{text:?}");
        }
        assert_eq!(count_words("It’s 62% of adults"), 4);
    }

    proptest! {
        #[test]
        fn however_signs_follow_each_other_words_are_unicodes(text in "[a-c1’.,%é日 \\n_-]{0,24}") {
            prop_assert_eq!(count_words(&text), text.unicode_words().count());
        }
    }

    #[test]
    fn numbers_of_footnotes_and_hints_make_no_words() {
        let counted = |source: &str| parse(source).word_count();
        assert_eq!(counted("mes\u{ad}sen\u{200b}gers, 62\u{2060}%"), 2);
        assert_eq!(counted("In 2018[^a] so. [^a]\n\n[^a]: Two words."), 5);
    }

    #[test]
    fn all_that_is_shown_is_counted_and_alternative_text_is_not() {
        let article = parse(
            "# One two\n\n`three` four\n\n| five |\n|---|\n| six |\n\n![seven](poll:a)\n\n![no](a.png)\n",
        );
        assert_eq!(article.word_count(), 7);
    }
}
