//! Writes the text and the runs of the block being read: words here, what HTML tags and pictures do to
//! them in files of their own.

mod open;
mod pictures;
mod tags;

use std::ops::Range;

use super::block::{Run, Style, Target};
use super::footnotes::Numbered;
use open::{Line, OpenPicture, OpenTag};

pub(super) use open::{LonePicture, MOST_OPEN, Mark, Picture};

/// The text and runs of the current block. Kept over the whole article: a block takes copies that
/// are as long as they need to be, and nothing grows twice.
pub(super) struct Writer<'s> {
    source: &'s str,
    text: String,
    runs: Vec<Run>,
    style: Style,
    /// How many marks of each kind are open.
    depths: [usize; 8],
    /// Tags of HTML, the innermost last; none is open beyond its block.
    tags: Vec<OpenTag>,
    /// Whether HTML was read that leaves no words.
    pub(super) has_unseen: bool,
    /// Whether white space that follows has been written already, or is none.
    after_space: bool,
    link: Option<(Target, Range<usize>)>,
    /// Addresses in angle brackets in the link's words: links to CommonMark, to us its words.
    nested_links: usize,
    picture: Option<OpenPicture<'s>>,
    line: Line<'s>,
    line_text: usize,
    line_runs: usize,
    /// Where the words of the block, or of the cell, begin in the text.
    words_start: usize,
    /// The end of what of the source has been written.
    read_to: usize,
    /// Whether the next run may be joined to the last.
    joins: bool,
}

impl<'s> Writer<'s> {
    pub(super) fn new(source: &'s str) -> Writer<'s> {
        Writer {
            source,
            text: String::new(),
            runs: Vec::new(),
            style: Style::default(),
            depths: [0; 8],
            tags: Vec::new(),
            has_unseen: false,
            after_space: false,
            link: None,
            nested_links: 0,
            picture: None,
            line: Line::Empty,
            line_text: 0,
            line_runs: 0,
            words_start: 0,
            read_to: 0,
            joins: true,
        }
    }

    /// Bytes written to the current block.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Writes words in the current style. In a picture they are its alternative text, without style.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        if self.picture.is_some() {
            self.text.push_str(text);
            return;
        }
        let (text, source) = self.without_space_before(text, source);
        if text.is_empty() {
            return;
        }
        self.line = Line::Words;
        if self.style.superscript && text.contains(|sign: char| sign.is_ascii_digit()) {
            return self.push_raised(text, &source);
        }
        self.push_run(text, source, self.style);
    }

    /// Without spaces in front where the last tag left a space, or a line end, behind the words.
    fn without_space_before<'t>(&mut self, text: &'t str, source: Range<usize>) -> (&'t str, Range<usize>) {
        if !self.after_space || text.is_empty() {
            return (text, source);
        }
        let kept = text.trim_start_matches([' ', '\t']);
        self.after_space = kept.is_empty();
        let dropped = text.len() - kept.len();
        let start = if text.len() == source.len() { source.start + dropped } else { source.start };
        (kept, start..source.end)
    }

    /// Writes raised words. Digits are the raised digits of Unicode, so that no plain text joins them
    /// to a number before them: 10⁶ is not 106.
    fn push_raised(&mut self, text: &str, source: &Range<usize>) {
        let is_side_by_side = text.len() == source.len();
        let mut start = 0;
        while start < text.len() {
            let rest = &text[start..];
            let is_number = begins_raised(rest);
            let is_other = |at: &usize| begins_raised(&rest[*at..]) != is_number;
            let length = rest.char_indices().map(|(at, _)| at).find(is_other).unwrap_or(rest.len());
            let part = if is_side_by_side {
                source.start + start..source.start + start + length
            } else {
                source.clone()
            };
            let words = &rest[..length];
            if is_number {
                let digits: String = words.chars().filter_map(raised).collect();
                self.push_run(&digits, part, Style { superscript: false, ..self.style });
            } else {
                self.push_run(words, part, self.style);
            }
            start += length;
        }
    }

    /// Writes a code span. Its source is the words inside the backticks where they stand there as
    /// they are, so that offsets map exactly.
    pub(super) fn push_code(&mut self, text: &str, span: Range<usize>) {
        if self.picture.is_some() {
            self.text.push_str(text);
            return;
        }
        self.line = Line::Words;
        let style = Style { code: true, ..self.style };
        let written = &self.source[span.clone()];
        let ticks = written.bytes().take_while(|byte| *byte == b'`').count();
        let within =
            (ticks..=ticks + 1).find(|at| written.get(*at..).is_some_and(|rest| rest.starts_with(text)));
        let source = within.map_or(span.clone(), |at| span.start + at..span.start + at + text.len());
        self.push_run(text, source, style);
    }

    /// Writes a footnote's mark.
    pub(super) fn push_footnote(&mut self, footnote: Numbered, source: Range<usize>) {
        self.line = Line::Words;
        self.after_space = false;
        self.part_tags_link(&source);
        let Numbered { label, number } = footnote;
        let start = self.text.len();
        self.text.push_str(&number.to_string());
        let style = Style { superscript: true, ..self.style };
        let target = Target::Footnote { label, number };
        self.runs.push(Run { range: start..self.text.len(), source, style, target: Some(target) });
    }

    /// Ends a line of source with a space or `\n`.
    pub(super) fn push_break(&mut self, line_end: char, source: Range<usize>) {
        if self.picture.is_some() {
            self.text.push(' ');
            return;
        }
        if self.after_space && line_end == ' ' {
            return self.begin_line();
        }
        let mut buffer = [0; 4];
        self.push_run(line_end.encode_utf8(&mut buffer), source, self.style);
        self.begin_line();
    }

    /// Ends a line where a tag says so, with a space or `\n`. Says where that stands; nothing is written
    /// before the first words.
    pub(super) fn push_tag_break(&mut self, line_end: char, source: Range<usize>) -> Option<usize> {
        self.has_unseen = true;
        if self.picture.is_some() {
            self.text.push(' ');
            return None;
        }
        if self.text.len() == self.words_start {
            return None;
        }
        while self.text.len() > self.words_start && self.text.ends_with(' ') {
            self.drop_last_byte();
        }
        self.after_space = false;
        let at = self.text.len();
        self.push_break(line_end, source);
        self.after_space = true;
        Some(at)
    }

    /// Writes what parts two cells; runs do not reach over it.
    pub(super) fn push_separator(&mut self, separator: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(separator);
        self.runs.push(Run { range: start..self.text.len(), source, style: Style::default(), target: None });
        self.joins = false;
    }

    pub(super) fn start_mark(&mut self, mark: Mark) {
        self.count(mark, |depth| depth + 1);
    }

    pub(super) fn end_mark(&mut self, mark: Mark) {
        self.count(mark, |depth| depth.saturating_sub(1));
    }

    fn count(&mut self, mark: Mark, step: impl Fn(usize) -> usize) {
        if self.picture.is_some() {
            return;
        }
        let depth = &mut self.depths[mark as usize];
        *depth = step(*depth);
        *mark.of(&mut self.style) = *depth > 0;
    }

    /// Reads what leaves no words: a tag or a comment. Space on both sides of it is one space.
    pub(super) fn pass_unseen(&mut self) {
        self.has_unseen = true;
        self.after_space |= self.text.len() == self.words_start || self.text.ends_with([' ', '\n']);
    }

    /// Writes a space where words went before it.
    pub(super) fn push_space(&mut self, source: Range<usize>) {
        self.has_unseen = true;
        let follows_space = self.text.len() == self.words_start || self.text.ends_with([' ', '\n']);
        if !follows_space {
            self.push(" ", source);
        }
    }

    pub(super) fn start_link(&mut self, target: Target, source: Range<usize>) {
        if self.picture.is_some() {
            return;
        }
        match self.link {
            Some(_) => self.nested_links += 1,
            None => self.link = Some((target, source)),
        }
    }

    pub(super) fn end_link(&mut self) {
        if self.picture.is_some() {
            return;
        }
        match self.nested_links.checked_sub(1) {
            Some(outer) => self.nested_links = outer,
            None => self.link = None,
        }
    }

    /// Takes back the line end that was written last, if there is one.
    pub(super) fn drop_line_end(&mut self) {
        if self.text.ends_with('\n') {
            self.drop_last_byte();
        }
    }

    /// The last character must be of one byte, or the text empty.
    fn drop_last_byte(&mut self) {
        self.text.pop();
        let Some(last) = self.runs.last_mut() else { return };
        if last.is_verbatim() {
            last.source.end -= 1;
        }
        last.range.end = self.text.len();
        if last.range.is_empty() {
            self.runs.pop();
        }
    }

    /// Takes the block's text and runs. Open emphasis goes on in the next block: a picture on a
    /// line of its own can part it.
    pub(super) fn take(&mut self) -> (String, Vec<Run>) {
        let text = self.text.as_str().to_owned();
        self.text.clear();
        let runs = self.runs.drain(..).collect();
        self.begin_line();
        self.begin_words();
        self.has_unseen = false;
        self.joins = true;
        (text, runs)
    }

    /// Ends the words of a block, or of a cell: without the spaces and line ends that tags and comments
    /// leave at their end.
    pub(super) fn end_words(&mut self) {
        while self.has_unseen && self.text.len() > self.words_start && self.text.ends_with([' ', '\n']) {
            self.drop_last_byte();
        }
        self.close_tags();
    }

    /// Notes that words of their own begin here: a block's, or a cell's.
    pub(super) fn begin_words(&mut self) {
        self.words_start = self.text.len();
        self.after_space = false;
    }

    fn begin_line(&mut self) {
        self.line = if self.link.is_none() { Line::Empty } else { Line::Words };
        self.line_text = self.text.len();
        self.line_runs = self.runs.len();
    }

    fn push_run(&mut self, text: &str, source: Range<usize>, style: Style) {
        if text.is_empty() {
            return;
        }
        self.after_space = false;
        self.read_to = source.end;
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        let joins = std::mem::replace(&mut self.joins, true);
        if let Some((target, source)) = &self.link {
            match self.runs.last_mut() {
                Some(last)
                    if joins && last.target.is_some() && last.source == *source && last.style == style =>
                {
                    last.range.end = end;
                }
                _ => self.runs.push(Run {
                    range: start..end,
                    source: source.clone(),
                    style,
                    target: Some(target.clone()),
                }),
            }
            return;
        }
        match self.runs.last_mut() {
            Some(last)
                if joins
                    && last.source.end == source.start
                    && source.len() == text.len()
                    && last.style == style
                    && last.is_verbatim() =>
            {
                last.range.end = end;
                last.source.end = source.end;
            }
            _ => self.runs.push(Run { range: start..end, source, style, target: None }),
        }
    }
}

/// Whether a raised number goes on here: a digit, or a sign before one.
fn begins_raised(text: &str) -> bool {
    let mut signs = text.chars();
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let first = signs.next();
    is_digit(first) || first.and_then(raised).is_some() && is_digit(signs.next())
}

/// The raised sign of Unicode for a digit, a plus or a minus.
fn raised(sign: char) -> Option<char> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    match sign {
        '+' => Some('⁺'),
        '-' | '−' => Some('⁻'),
        _ => DIGITS.get(sign.to_digit(10)? as usize).copied(),
    }
}
