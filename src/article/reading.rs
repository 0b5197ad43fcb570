//! What a block says: its text as it is set has the numbers of footnotes and hints where lines may break
//! among the words, and neither is one.

use std::borrow::Cow;
use std::ops::Range;

use super::block::{Block, Run, Target};
use crate::text::without_hints;

impl Block {
    /// The words of its text.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        self.words_in(0..self.text.len())
    }

    /// The words of a stretch of its text, in bytes.
    #[must_use]
    pub fn words_in(&self, bytes: Range<usize>) -> Cow<'_, str> {
        words(&self.text, &self.runs, bytes)
    }

    /// Its text with a space in the place of each digit of a footnote's number, byte for byte, so that
    /// "2,500" with a note is not read as 2,5001.
    #[must_use]
    pub fn text_without_marks(&self) -> Cow<'_, str> {
        let mut text = Cow::from(&self.text);
        for mark in self.footnote_marks() {
            text.to_mut().replace_range(mark.clone(), &" ".repeat(mark.len()));
        }
        text
    }

    /// Where in its text numbers of footnotes stand, in order.
    pub fn footnote_marks(&self) -> impl Iterator<Item = Range<usize>> {
        marks(&self.runs)
    }
}

fn marks(runs: &[Run]) -> impl Iterator<Item = Range<usize>> {
    let marks = runs.iter().filter(|run| matches!(run.target, Some(Target::Footnote { .. })));
    marks.map(|run| run.range.clone())
}

/// The words of a stretch of a block's text.
pub(super) fn words<'t>(text: &'t str, runs: &[Run], bytes: Range<usize>) -> Cow<'t, str> {
    let mut marks = marks(runs).filter(|mark| mark.start < bytes.end && mark.end > bytes.start);
    let Some(first) = marks.next() else { return without_hints(&text[bytes]) };
    let mut words = String::with_capacity(bytes.len());
    let mut from = bytes.start;
    for mark in std::iter::once(first).chain(marks) {
        words.push_str(&text[from..mark.start.max(from)]);
        from = mark.end.min(bytes.end);
    }
    words.push_str(&text[from..bytes.end]);
    without_hints(&words).into_owned().into()
}

#[cfg(test)]
mod tests {
    use crate::article::parse;

    #[test]
    fn numbers_of_footnotes_and_hints_are_no_words() {
        let article = parse("There were 2,500[^a] ar\u{ad}rests in 2018[^b].\n\n[^a]: One.\n\n[^b]: Two.\n");
        let block = &article.blocks[0];
        assert_eq!(block.text, "There were 2,5001 ar\u{ad}rests in 20182.");
        assert_eq!(block.words(), "There were 2,500 arrests in 2018.");
        assert_eq!(block.words_in(11..16), "2,500");
        assert_eq!(block.words_in(16..17), "", "the number alone");
        assert_eq!(block.text_without_marks(), "There were 2,500  ar\u{ad}rests in 2018 .");
        assert_eq!(block.words_in(13..27), "500 arrests");
    }
}
