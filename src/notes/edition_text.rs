//! An edition's text as notes keep it: normalised, so that the same words are the same text.

use std::collections::HashMap;
use std::ops::Range;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::article::{Article, Block, Container, Target};
use crate::text::hints::is_hint;

/// The plain text of an article in NFC, with white space folded: one line for each block, in
/// order, empty for what has no text of its own. Numbers of footnotes and hints where a line may break
/// are no part of it. Positions in it are code points from its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionText {
    text: String,
    /// Where each line begins, in code points; one more at the end.
    lines: Vec<usize>,
    /// Where footnotes' numbers stand in the article.
    marks: Vec<FootnoteMark>,
    /// The same article's text as earlier versions kept it, where that is another.
    former: Option<Box<Former>>,
}

/// Where a footnote's number stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootnoteMark {
    /// The code point before which it stands.
    pub at: usize,
    /// The line that the footnote begins with; `None` where the article does not have it.
    pub note: Option<usize>,
}

/// A text with footnotes' numbers and hints in it, as it was kept before.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Former {
    text: EditionText,
    hash: String,
    /// Code points of its text that are footnotes' numbers.
    marks: Vec<Range<usize>>,
}

impl Former {
    fn of(article: &Article) -> Former {
        let (mut whole, mut begins, mut marks) = (String::new(), 0, Vec::new());
        for (index, block) in article.blocks.iter().enumerate() {
            if index > 0 {
                whole.push('\n');
                begins += 1;
            }
            let line = Line::with_everything(&block.text);
            for mark in block.footnote_marks() {
                let (mut start, mut end) = (line.before(mark.start), line.before(mark.end));
                // A space that nothing stands behind, or before, is none.
                if end == line.len() && line.text.chars().nth(start.wrapping_sub(1)) == Some(' ') {
                    start -= 1;
                } else if start == 0 && line.text.chars().nth(end) == Some(' ') {
                    end += 1;
                }
                marks.push(begins + start..begins + end);
            }
            begins += line.len();
            whole.push_str(&line.text);
        }
        let text = EditionText::from_stored(whole);
        Former { hash: text.hash(), text, marks }
    }
}

impl EditionText {
    /// The text of an article.
    #[must_use]
    pub fn of(article: &Article) -> EditionText {
        let mut whole = String::new();
        let (mut begins, mut notes, mut marks) = (0, HashMap::new(), Vec::new());
        let mut is_other = false;
        for (index, block) in article.blocks.iter().enumerate() {
            if index > 0 {
                whole.push('\n');
                begins += 1;
            }
            if let Some(Container::Footnote { number, first: true, .. }) = block.containers.last() {
                notes.insert(*number, index);
            }
            let line = Line::of(block);
            for run in &block.runs {
                if let Some(Target::Footnote { number, .. }) = run.target {
                    marks.push((begins + line.before(run.range.start), number));
                }
            }
            is_other |= line.leaves_out;
            whole.push_str(&line.text);
            begins += line.len();
        }
        let mut text = EditionText::from_stored(whole);
        let mark = |(at, number): (usize, usize)| FootnoteMark { at, note: notes.get(&number).copied() };
        text.marks = marks.into_iter().map(mark).collect();
        text.former = is_other.then(|| Box::new(Former::of(article)));
        text
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
        EditionText { text, lines, marks: Vec::new(), former: None }
    }

    /// Where footnotes' numbers stand in the article, in order; unknown of a text that was kept.
    #[must_use]
    pub fn footnote_marks(&self) -> &[FootnoteMark] {
        &self.marks
    }

    /// The hash that this edition's text has in a note that names these texts, of its two: what is kept
    /// now, and what earlier versions kept.
    #[must_use]
    pub fn hash_in<'t, 'n>(&'t self, mut of_note: impl Iterator<Item = &'n str>, now: &'t str) -> &'t str {
        match &self.former {
            Some(former) if of_note.any(|hash| hash == former.hash) => &former.hash,
            _ => now,
        }
    }

    /// This edition's text as it was kept under another hash by earlier versions.
    #[must_use]
    pub fn former(&self, hash: &str) -> Option<&EditionText> {
        self.former.as_ref().filter(|former| former.hash == hash).map(|former| &former.text)
    }

    /// Where footnotes' numbers stand in a text, if it is this edition's as earlier versions kept it.
    #[must_use]
    pub fn marks_of_former(&self, text: &EditionText) -> Option<&[Range<usize>]> {
        self.former.as_ref().filter(|former| former.text.text == text.text).map(|former| &*former.marks)
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

/// One block's words normalised, with where each of their code points stands in the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// In NFC, white space folded and trimmed.
    pub text: String,
    /// For each code point, the bytes in the block's text that it comes from.
    from: Vec<Range<usize>>,
    /// Whether something of the block's text is no part of it.
    leaves_out: bool,
}

impl Line {
    /// The words of a block.
    #[must_use]
    pub fn of(block: &Block) -> Line {
        let marks: Vec<Range<usize>> = block.footnote_marks().collect();
        Line::new(&block.text, &marks, is_hint)
    }

    /// A text with all that is in it.
    fn with_everything(text: &str) -> Line {
        Line::new(text, &[], |_| false)
    }

    fn new(block: &str, marks: &[Range<usize>], is_left_out: fn(char) -> bool) -> Line {
        let mut line = Line { text: String::with_capacity(block.len()), from: Vec::new(), leaves_out: false };
        let mut space = None;
        let mut marks = marks.iter().peekable();
        for (place, cluster) in block.grapheme_indices(true) {
            while marks.next_if(|mark| mark.end <= place).is_some() {}
            if marks.peek().is_some_and(|mark| mark.start <= place) || cluster.chars().all(is_left_out) {
                line.leaves_out = true;
                continue;
            }
            if cluster.chars().all(char::is_whitespace) {
                space = space.or(Some(place..place + cluster.len()));
                continue;
            }
            if let Some(space) = space.take()
                && !line.text.is_empty()
            {
                line.push(' ', space);
            }
            cluster.nfc().for_each(|sign| line.push(sign, place..place + cluster.len()));
        }
        line
    }

    fn push(&mut self, sign: char, place: Range<usize>) {
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
        let mut start = self.before(bytes.start);
        let mut end = self.before(bytes.end).max(start);
        let signs: Vec<char> = self.text.chars().collect();
        while start < end && signs[start] == ' ' {
            start += 1;
        }
        while end > start && signs[end - 1] == ' ' {
            end -= 1;
        }
        start..end
    }

    /// How many code points begin before a byte of the block's text.
    fn before(&self, byte: usize) -> usize {
        self.from.partition_point(|place| place.start < byte)
    }

    /// The bytes of the block's text for code points of the line. A cluster of several is taken whole.
    #[must_use]
    pub fn in_block(&self, signs: Range<usize>) -> Range<usize> {
        let end = self.from.last().map_or(0, |last| last.end);
        let start = self.from.get(signs.start).map_or(end, |first| first.start);
        let last = signs.end.min(self.from.len()).checked_sub(1).filter(|last| *last >= signs.start);
        start..last.map_or(start, |last| self.from[last].end)
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
    fn numbers_of_footnotes_and_hints_are_no_part_of_it_and_have_their_place() {
        let article = parse("A 2,500[^a] ar\u{ad}rests in 2018 [^b].\n\n[^b]: Two.\n\n[^a]: One.\n");
        let text = EditionText::of(&article);
        assert_eq!(text.as_str(), "A 2,500 arrests in 2018 .\nOne.\nTwo.");
        let mark = |at, note| FootnoteMark { at, note: Some(note) };
        assert_eq!(text.footnote_marks(), [mark(7, 1), mark(24, 2)]);
        let former = text.former.as_ref().expect("it was another text");
        assert_eq!(former.text.as_str(), "A 2,5001 ar\u{ad}rests in 2018 2.\nOne.\nTwo.");
        let line = Line::of(&article.blocks[0]);
        assert_eq!(line.in_block(2..7), 2..7, "a mark behind words is none of them");
        assert_eq!(&article.blocks[0].text[line.in_block(2..15)], "2,5001 ar\u{ad}rests");
        assert_eq!(EditionText::of(&parse("Plain *words*.")).former, None);
    }

    #[test]
    fn an_empty_article_has_one_empty_line() {
        let text = EditionText::of(&Article::default());
        assert_eq!((text.line_count(), text.line(0), text.line_at(5)), (1, 0..0, 0));
    }

    proptest! {
        #[test]
        fn words_are_found_again_in_the_block(block in "[a-zé\u{301} \u{a0}\n한글👩‍👧]{0,40}", from in 0usize..40, to in 0usize..40) {
            let line = Line::with_everything(&block);
            prop_assert_eq!(line.len(), line.text.chars().count());
            let (from, to) = (from.min(line.len()), to.min(line.len()));
            let signs = from.min(to)..from.max(to);
            let bytes = line.in_block(signs.clone());
            prop_assert!(block.is_char_boundary(bytes.start) && block.is_char_boundary(bytes.end));
            let back = line.from_block(bytes.clone());
            let words: String = line.text.chars().skip(signs.start).take(signs.len()).collect();
            if !words.trim().is_empty() {
                // Whole clusters may come along at either end.
                prop_assert!(Line::with_everything(&block[bytes]).text.contains(words.trim()));
                prop_assert!(!back.is_empty());
            }
        }
    }
}
