//! A text as it is compared with another: variants of signs folded, line by line, and footnotes' numbers
//! left out of a text that was kept with them.

use std::ops::Range;

use super::former_marks::former_marks;
use crate::notes::edition_text::EditionText;
use crate::notes::passage::Passage;
use crate::text::Folded;

/// A text and what is compared of it.
pub struct Read {
    /// As it was kept.
    source: Vec<char>,
    /// Code points of it that are no words.
    left_out: Vec<Range<usize>>,
    folded: Vec<char>,
    /// `None` where nothing was folded: places are the same in both.
    lines: Option<Vec<Line>>,
}

struct Line {
    /// Where it begins among the folded signs.
    folded: usize,
    /// Where it begins in the text.
    source: usize,
    text: String,
    read: Folded,
}

impl Read {
    /// A text that was kept as texts are kept now.
    pub fn of(text: &EditionText) -> Read {
        Read::without(text, Vec::new())
    }

    /// The text of an older edition, which may have been kept with footnotes' numbers in it.
    pub fn of_older(old: &EditionText, new: &EditionText) -> Read {
        Read::without(old, former_marks(old, new))
    }

    fn without(text: &EditionText, left_out: Vec<Range<usize>>) -> Read {
        let source: Vec<char> = text.as_str().chars().collect();
        let mut lines = Vec::with_capacity(text.line_count());
        let (mut folded, mut is_same) = (Vec::with_capacity(source.len()), true);
        for (line, text_of_line) in text.as_str().split('\n').enumerate() {
            let at = text.line(line);
            let read = Folded::typed_without(text_of_line, &bytes_within(text_of_line, &at, &left_out));
            if line > 0 {
                folded.push('\n');
            }
            is_same &= read.as_str() == text_of_line;
            let begins = folded.len();
            folded.extend(read.as_str().chars());
            lines.push(Line { folded: begins, source: at.start, text: text_of_line.to_owned(), read });
        }
        Read { source, left_out, folded, lines: (!is_same).then_some(lines) }
    }

    /// The signs that are compared.
    pub fn signs(&self) -> &[char] {
        &self.folded
    }

    /// Whether a passage stands where it says that it does.
    pub fn has(&self, passage: &Passage) -> bool {
        let at = passage.position.clone();
        self.source.get(at).is_some_and(|signs| signs.iter().copied().eq(passage.exact.chars()))
    }

    /// What is compared of code points of the text, as far as it has them.
    pub fn signs_of(&self, source: Range<usize>) -> &[char] {
        let end = source.end.min(self.source.len());
        &self.folded[self.among_signs(source.start.min(end)..end)]
    }

    /// Where code points of the text stand among [`Read::signs`].
    pub fn among_signs(&self, source: Range<usize>) -> Range<usize> {
        let Some(lines) = &self.lines else { return source };
        let place = |at: usize, is_end: bool| {
            let line = &lines[lines.partition_point(|line| line.source <= at).saturating_sub(1)];
            let byte = byte_of(&line.text, at - line.source);
            let byte = line.read.folded_place(byte, is_end);
            line.folded + line.read.as_str()[..byte].chars().count()
        };
        let start = place(source.start, false);
        start..place(source.end, true).max(start)
    }

    /// Where [`Read::signs`] stand in the text, in code points.
    pub fn in_text(&self, signs: Range<usize>) -> Range<usize> {
        let Some(lines) = &self.lines else { return signs };
        let line_of = |at: usize| &lines[lines.partition_point(|line| line.folded <= at).saturating_sub(1)];
        // The end of a line is a place of its own: a range of no signs says where it is.
        let place = |line: &Line, signs: Range<usize>| {
            let read = line.read.as_str();
            let bytes = byte_of(read, signs.start - line.folded)..byte_of(read, signs.end - line.folded);
            let bytes = if bytes.start >= read.len() {
                line.text.len()..line.text.len()
            } else {
                line.read.in_text(bytes)
            };
            let count = |byte: usize| line.source + line.text[..byte].chars().count();
            count(bytes.start)..count(bytes.end)
        };
        let start = place(line_of(signs.start), signs.start..signs.start).start;
        if signs.is_empty() {
            return start..start;
        }
        let last = signs.end - 1;
        let end = if self.folded.get(last) == Some(&'\n') {
            place(line_of(last), last..last).start + 1
        } else {
            place(line_of(last), last..signs.end).end
        };
        start..end.max(start)
    }

    /// The words at code points of the text, as they were set.
    pub fn words(&self, source: Range<usize>) -> String {
        let source = source.start.min(self.source.len())..source.end.min(self.source.len());
        let is_word = |at: &usize| !self.left_out.iter().any(|left_out| left_out.contains(at));
        source.filter(is_word).map(|at| self.source[at]).collect()
    }
}

/// Bytes of a line for code points of the whole text, of those that it has.
fn bytes_within(line: &str, at: &Range<usize>, left_out: &[Range<usize>]) -> Vec<Range<usize>> {
    let first = left_out.partition_point(|left_out| left_out.end <= at.start);
    let here = left_out[first..].iter().take_while(|left_out| left_out.start < at.end);
    here.map(|left_out| {
        byte_of(line, left_out.start.saturating_sub(at.start))..byte_of(line, left_out.end - at.start)
    })
    .collect()
}

fn byte_of(text: &str, sign: usize) -> usize {
    text.char_indices().nth(sign).map_or(text.len(), |(byte, _)| byte)
}
