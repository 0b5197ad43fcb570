//! An edition's text as notes keep it: normalised, so that the same words are the same text.

use std::ops::Range;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::article::Article;

/// The plain text of an article in NFC, with white space folded: one line for each block, in
/// order, empty for what has no text of its own. Positions in it are code points from its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionText {
    text: String,
    /// Where each line begins, in code points; one more at the end.
    lines: Vec<usize>,
}

impl EditionText {
    /// The text of an article.
    #[must_use]
    pub fn of(article: &Article) -> EditionText {
        let lines: Vec<String> = article.blocks.iter().map(|block| Line::of(&block.text).text).collect();
        EditionText::from_stored(lines.join("\n"))
    }

    /// A text that was kept: what [`EditionText::as_str`] gave.
    #[must_use]
    pub fn from_stored(text: String) -> EditionText {
        let mut lines = vec![0];
        let mut position = 0;
        for sign in text.chars() {
            position += 1;
            if sign == '\n' {
                lines.push(position);
            }
        }
        lines.push(position + 1);
        EditionText { text, lines }
    }

    /// The whole of it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many lines: as many as the article has blocks, and one for an empty article.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.lines.len() - 1
    }

    /// The code points of a line, without the line's end.
    ///
    /// # Panics
    /// If there is no such line.
    #[must_use]
    pub fn line(&self, line: usize) -> Range<usize> {
        self.lines[line]..self.lines[line + 1] - 1
    }

    /// The line that a position stands in; the last one for a position past the end.
    #[must_use]
    pub fn line_at(&self, position: usize) -> usize {
        self.lines.partition_point(|start| *start <= position).saturating_sub(1).min(self.line_count() - 1)
    }

    /// "sha256:" and the hash of the text in hexadecimal digits: what the text is kept under.
    #[must_use]
    pub fn hash(&self) -> String {
        use std::fmt::Write;
        let mut hash = "sha256:".to_owned();
        for byte in Sha256::digest(self.text.as_bytes()) {
            let _ = write!(hash, "{byte:02x}");
        }
        hash
    }
}

/// One block's text normalised, with where each of its code points stands in the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// In NFC, white space folded and trimmed.
    pub text: String,
    /// For each code point, the bytes in the block's text that it comes from; the end as well.
    from: Vec<usize>,
    end: usize,
}

impl Line {
    /// Normalises a block's text.
    #[must_use]
    pub fn of(block: &str) -> Line {
        let mut line = Line { text: String::with_capacity(block.len()), from: Vec::new(), end: 0 };
        let mut space = None;
        for (place, cluster) in block.grapheme_indices(true) {
            if cluster.chars().all(char::is_whitespace) {
                space = space.or(Some(place));
                continue;
            }
            if let Some(space) = space.take()
                && !line.text.is_empty()
            {
                line.push(' ', space);
            }
            cluster.nfc().for_each(|sign| line.push(sign, place));
            line.end = place + cluster.len();
        }
        line
    }

    fn push(&mut self, sign: char, place: usize) {
        self.text.push(sign);
        self.from.push(place);
    }

    /// How many code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.from.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }

    /// The code points for bytes of the block's text, without white space at either end.
    #[must_use]
    pub fn from_block(&self, bytes: Range<usize>) -> Range<usize> {
        let mut start = self.from.partition_point(|place| *place < bytes.start);
        let mut end = self.from.partition_point(|place| *place < bytes.end).max(start);
        let signs: Vec<char> = self.text.chars().collect();
        while start < end && signs[start] == ' ' {
            start += 1;
        }
        while end > start && signs[end - 1] == ' ' {
            end -= 1;
        }
        start..end
    }

    /// The bytes of the block's text for code points of the line.
    #[must_use]
    pub fn in_block(&self, signs: Range<usize>) -> Range<usize> {
        let place = |sign: usize| self.from.get(sign).copied().unwrap_or(self.end);
        let start = place(signs.start);
        // A cluster of several code points is taken whole.
        let mut after = signs.end;
        while after > 0 && after < self.from.len() && self.from[after] == self.from[after - 1] {
            after += 1;
        }
        let mut end = place(after).max(start);
        if signs.end > signs.start && self.text.chars().nth(after).is_some_and(|sign| sign == ' ') {
            end = self.from[after];
        }
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::parse;
    use proptest::prelude::*;

    #[test]
    fn an_article_is_a_line_for_each_block() {
        let article = parse("# One  two\n\nThree\nfour.\n\n![chart](poll:a/b)\n\nLast\n");
        let text = EditionText::of(&article);
        assert_eq!(text.as_str(), "One two\nThree four.\n\nLast");
        assert_eq!(text.line_count(), article.blocks.len());
        assert_eq!((text.line(1), text.line(2), text.line(3)), (8..19, 20..20, 21..25));
        assert_eq!((text.line_at(0), text.line_at(8), text.line_at(20), text.line_at(99)), (0, 1, 2, 3));
        assert_eq!(EditionText::from_stored(text.as_str().to_owned()), text);
    }

    #[test]
    fn the_same_words_have_the_same_hash_however_they_are_written() {
        let hash = |text| EditionText::of(&parse(text)).hash();
        assert_eq!(hash("Caf\u{e9} au\nlait"), hash("Cafe\u{301}  au lait"));
        assert_ne!(hash("54% said"), hash("45% said"));
        assert_eq!(hash("").len(), "sha256:".len() + 64);
    }

    #[test]
    fn an_empty_article_has_one_empty_line() {
        let text = EditionText::of(&Article::default());
        assert_eq!((text.line_count(), text.line(0), text.line_at(5)), (1, 0..0, 0));
    }

    proptest! {
        #[test]
        fn words_are_found_again_in_the_block(block in "[a-zé\u{301} \u{a0}\n한글👩‍👧]{0,40}", from in 0usize..40, to in 0usize..40) {
            let line = Line::of(&block);
            prop_assert_eq!(line.len(), line.text.chars().count());
            let (from, to) = (from.min(line.len()), to.min(line.len()));
            let signs = from.min(to)..from.max(to);
            let bytes = line.in_block(signs.clone());
            prop_assert!(block.is_char_boundary(bytes.start) && block.is_char_boundary(bytes.end));
            let back = line.from_block(bytes.clone());
            let words: String = line.text.chars().skip(signs.start).take(signs.len()).collect();
            if !words.trim().is_empty() {
                // Whole clusters may come along at either end.
                prop_assert!(Line::of(&block[bytes]).text.contains(words.trim()));
                prop_assert!(!back.is_empty());
            }
        }
    }
}
