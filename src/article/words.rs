//! How many words there are to read.

use unicode_segmentation::UnicodeSegmentation as _;

use super::block::{Article, Block, Kind};

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
        Kind::Chart { caption, .. } => count_words(caption),
        _ => count_words(&block.text),
    };
    blocks.iter().map(words).sum()
}

/// Counted between spaces: a plain word of ASCII letters is one, with a comma or full stop behind it
/// too, and only what is left is looked at more closely.
fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut start = 0;
    let bytes = text.as_bytes();
    while start < bytes.len() {
        let letters = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let mut end = start + letters;
        let is_plain = match bytes.get(end..) {
            None | Some([] | [b' ' | b'\n' | b'\t', ..]) => true,
            Some([b',' | b'.', b' ' | b'\n', ..] | [b',' | b'.']) => {
                end += 1;
                true
            }
            Some(_) => false,
        };
        if is_plain {
            count += usize::from(letters > 0);
        } else {
            let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t');
            end = bytes[end..].iter().position(is_space).map_or(bytes.len(), |at| end + at);
            count += text[start..end].unicode_words().count();
        }
        start = end + 1;
    }
    count
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
            "a, b. c,\nd.\te,f .g , . ,a a.",
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
