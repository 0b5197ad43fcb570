//! Writes the text and the runs of the block being read.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::block::{Run, Style, Target};
use super::footnotes::Numbered;

/// What sets words apart, and can be nested in itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Strikethrough,
    Underline,
    Highlight,
    Superscript,
    Subscript,
    Code,
}

impl Mark {
    /// What of a style it sets.
    pub(super) fn of(self, style: &mut Style) -> &mut bool {
        match self {
            Mark::Emphasis => &mut style.emphasis,
            Mark::Strong => &mut style.strong,
            Mark::Strikethrough => &mut style.strikethrough,
            Mark::Underline => &mut style.underline,
            Mark::Highlight => &mut style.highlight,
            Mark::Superscript => &mut style.superscript,
            Mark::Subscript => &mut style.subscript,
            Mark::Code => &mut style.code,
        }
    }
}

/// A tag that was opened and not closed.
struct OpenTag {
    name: String,
    does: Does,
}

/// Tags that are open at a time: those beyond do nothing, so that no close has to look far for its own.
pub(super) const MOST_OPEN: usize = 100;

/// What an open tag does to the words in it.
enum Does {
    Mark(Mark),
    /// A link, with the tag's own source: the link's is known once it is closed.
    Link {
        source: Range<usize>,
    },
    /// A link in another, which has the words already.
    NestedLink,
    Nothing,
}

/// A picture in the source; its alternative text is in the text.
pub(super) struct Picture<'s> {
    pub(super) destination: CowStr<'s>,
    pub(super) title: CowStr<'s>,
    pub(super) source: Range<usize>,
}

/// A picture whose alternative text is being read.
struct OpenPicture<'s> {
    picture: Picture<'s>,
    text_start: usize,
    /// Pictures in its alternative text that are open too.
    nested: usize,
}

/// What has been read of the current line of source.
enum Line<'s> {
    Empty,
    Picture(Picture<'s>),
    Words,
}

/// Text and runs before the current line, and the line's only picture.
pub(super) struct LonePicture<'s> {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    pub(super) picture: Picture<'s>,
    pub(super) alt: String,
}

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

    /// Opens a tag that marks words.
    pub(super) fn open_tag(&mut self, name: &str, mark: Mark) {
        self.pass_unseen();
        if self.picture.is_none() && self.tags.len() < MOST_OPEN {
            self.start_mark(mark);
            self.tags.push(OpenTag { name: name.to_owned(), does: Does::Mark(mark) });
        }
    }

    /// Opens a link's tag; without a target it is none.
    pub(super) fn open_link_tag(&mut self, name: &str, target: Option<Target>, source: Range<usize>) {
        self.pass_unseen();
        if self.picture.is_some() || self.tags.len() >= MOST_OPEN {
            return;
        }
        let does = match target {
            None => Does::Nothing,
            Some(_) if self.link.is_some() => Does::NestedLink,
            Some(target) => {
                self.link = Some((target, source.clone()));
                Does::Link { source }
            }
        };
        self.tags.push(OpenTag { name: name.to_owned(), does });
    }

    /// Closes the innermost open tag of that name, and what is open in it. Says whether there was one.
    pub(super) fn close_tag(&mut self, name: &str, source: &Range<usize>) -> bool {
        self.pass_unseen();
        let opened = self.tags.iter().rposition(|tag| tag.name.eq_ignore_ascii_case(name));
        let Some(opened) = opened.filter(|_| self.picture.is_none()) else { return false };
        for tag in self.tags.split_off(opened).into_iter().rev() {
            self.end_tag(tag.does, source.end);
        }
        true
    }

    /// A footnote's mark in the link of a tag parts it in two.
    fn part_tags_link(&mut self, mark: &Range<usize>) {
        let opened = self.tags.iter().rposition(|tag| matches!(tag.does, Does::Link { .. }));
        let Some(tag) = opened.and_then(|opened| self.tags.get_mut(opened)) else { return };
        let rest = Does::Link { source: mark.end..mark.end };
        let before = std::mem::replace(&mut tag.does, rest);
        let link = self.link.take();
        self.end_tag(before, mark.start);
        self.link = link.map(|(target, _)| (target, mark.end..mark.end));
    }

    /// Ends what a tag did to the words up to `end` of the source.
    fn end_tag(&mut self, does: Does, end: usize) {
        match does {
            Does::Mark(mark) => self.end_mark(mark),
            Does::Link { source } => {
                self.link = None;
                let written = self.runs.iter_mut().rev().take_while(|run| run.source == source);
                written.for_each(|run| run.source.end = run.source.end.max(end));
            }
            Does::NestedLink | Does::Nothing => {}
        }
    }

    /// Ends the tags that are open: none goes on in the next block, or cell.
    pub(super) fn close_tags(&mut self) {
        for tag in std::mem::take(&mut self.tags).into_iter().rev() {
            self.end_tag(tag.does, self.read_to);
        }
        self.after_space = false;
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

    pub(super) fn is_in_picture(&self) -> bool {
        self.picture.is_some()
    }

    pub(super) fn start_picture(&mut self, picture: Picture<'s>) {
        if let Some(open) = &mut self.picture {
            open.nested += 1;
            return;
        }
        if matches!(self.line, Line::Picture(_)) {
            self.line = Line::Words;
        }
        self.picture = Some(OpenPicture { picture, text_start: self.text.len(), nested: 0 });
    }

    pub(super) fn end_picture(&mut self) {
        if let Some(open) = self.picture.as_mut().filter(|open| open.nested > 0) {
            open.nested -= 1;
            return;
        }
        let Some(OpenPicture { picture, text_start, .. }) = self.picture.take() else { return };
        if text_start < self.text.len() {
            self.after_space = false;
            let (target, source) = self
                .link
                .clone()
                .unwrap_or_else(|| (Target::of(&picture.destination), picture.source.clone()));
            let range = text_start..self.text.len();
            self.runs.push(Run { range, source, style: self.style, target: Some(target) });
        }
        self.line = match self.line {
            Line::Empty => Line::Picture(picture),
            _ => Line::Words,
        };
    }

    /// If the current line holds a picture and nothing else, takes it and all that was before it.
    /// A link or emphasis around the picture alone goes; one that goes on beyond the line keeps it.
    pub(super) fn take_lone_picture(&mut self) -> Option<LonePicture<'s>> {
        if self.link.is_some() || !matches!(self.line, Line::Picture(_)) {
            return None;
        }
        let Line::Picture(picture) = std::mem::replace(&mut self.line, Line::Empty) else { return None };
        let alt = self.text.split_off(self.line_text);
        self.runs.truncate(self.line_runs);
        self.drop_last_byte();
        let (text, runs) = self.take();
        Some(LonePicture { text, runs, picture, alt })
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

    /// The marks whose tags are open, from the outside in.
    pub(super) fn open_marks(&self) -> impl Iterator<Item = (&str, Mark)> {
        self.tags.iter().filter_map(|tag| match tag.does {
            Does::Mark(mark) => Some((tag.name.as_str(), mark)),
            _ => None,
        })
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
