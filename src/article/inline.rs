//! Writes the text and the runs of the block being read.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::block::{Run, Style, Target};
use super::footnotes::Numbered;

/// What emphasises, and can be nested in itself.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Strikethrough,
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
    emphasis: usize,
    strong: usize,
    strikethrough: usize,
    link: Option<(Target, Range<usize>)>,
    /// Addresses in angle brackets in the link's words: links to CommonMark, to us its words.
    nested_links: usize,
    picture: Option<OpenPicture<'s>>,
    line: Line<'s>,
    line_text: usize,
    line_runs: usize,
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
            emphasis: 0,
            strong: 0,
            strikethrough: 0,
            link: None,
            nested_links: 0,
            picture: None,
            line: Line::Empty,
            line_text: 0,
            line_runs: 0,
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
        self.line = Line::Words;
        self.push_run(text, source, self.style);
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
        let mut buffer = [0; 4];
        self.push_run(line_end.encode_utf8(&mut buffer), source, self.style);
        self.begin_line();
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
        let (depth, set) = match mark {
            Mark::Emphasis => (&mut self.emphasis, &mut self.style.emphasis),
            Mark::Strong => (&mut self.strong, &mut self.style.strong),
            Mark::Strikethrough => (&mut self.strikethrough, &mut self.style.strikethrough),
        };
        *depth = step(*depth);
        *set = *depth > 0;
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
        self.joins = true;
        (text, runs)
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
