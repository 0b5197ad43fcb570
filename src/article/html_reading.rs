//! Reads HTML into blocks and words: as what it means where that is understood, else as the text that
//! it is. Comments are read as nothing.

use std::ops::Range;

use super::block::Target;
use super::build::Builder;
use super::html::{self, Meaning, Piece};
use super::inline::Mark;

/// A block of HTML, line by line as the parser says it.
#[derive(Default)]
pub(super) struct HtmlLines {
    text: String,
    /// Where a line begins in the text, and its bytes in the source.
    lines: Vec<(usize, Range<usize>)>,
}

impl HtmlLines {
    pub(super) fn push(&mut self, line: &str, source: Range<usize>) {
        self.lines.push((self.text.len(), source));
        self.text.push_str(line);
    }

    /// The parts of a range that stand on one line each.
    fn parts(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.line_of(range.start);
        let starts = self.lines[first..].iter().map(|(start, _)| *start);
        let ends = starts.clone().skip(1).chain([self.text.len()]);
        let parts = starts.zip(ends).take_while(move |(start, _)| *start < range.end);
        parts
            .map(move |(start, end)| start.max(range.start)..end.min(range.end))
            .filter(|part| !part.is_empty())
    }

    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1)
    }

    /// The bytes of the source that a range was written as.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        if self.lines.is_empty() {
            return 0..0;
        }
        self.line_in_source(range.start, range.start).start
            ..self.line_in_source(range.end.saturating_sub(1).max(range.start), range.end).end
    }

    /// The source of `at`, a place on the line of `on`: exact where line and source run side by side.
    fn line_in_source(&self, on: usize, at: usize) -> Range<usize> {
        let line = self.line_of(on);
        let (start, source) = &self.lines[line];
        let end = self.lines.get(line + 1).map_or(self.text.len(), |(next, _)| *next);
        if end - start == source.len() {
            let at = source.start + (at - start);
            at..at
        } else {
            source.clone()
        }
    }
}

/// Reads HTML amid words: a tag, a comment, a declaration.
pub(super) fn amid_words(builder: &mut Builder<'_>, html: &str, source: Range<usize>) {
    let pieces = html::pieces(html);
    let piece = match pieces[..] {
        [(piece, _)] if piece != Piece::Text => piece,
        _ => Piece::Other,
    };
    if !piece.is_understood() {
        builder.html_stays_text(source.clone());
        return builder.text_with_line_ends(html, source);
    }
    match (piece, meant(piece)) {
        (_, None) => builder.words_at(&source).pass_unseen(),
        (_, Some(Meaning::Mark(_) | Meaning::Link | Meaning::Nothing)) => words_tag(builder, piece, &source),
        // What is no part of a paragraph ends a line of it at most.
        _ => builder.tag_break(&source),
    }
}

fn meant(piece: Piece<'_>) -> Option<Meaning> {
    match piece {
        Piece::Open { name, .. } | Piece::Close { name } => html::meaning(name),
        _ => None,
    }
}

/// Reads a tag that stands among words and sets them.
fn words_tag(builder: &mut Builder<'_>, piece: Piece<'_>, source: &Range<usize>) {
    match piece {
        Piece::Open { name, attributes } => match html::meaning(name) {
            Some(Meaning::Mark(mark)) => builder.words_at(source).open_tag(name, mark),
            Some(Meaning::Link) => {
                let target = html::attribute(attributes, "href").map(|address| Target::of(&address));
                builder.words_at(source).open_link_tag(name, target, source.clone());
            }
            _ => builder.words_at(source).pass_unseen(),
        },
        Piece::Close { name } => {
            if !builder.words_at(source).close_tag(name, source) {
                builder.end_open_mark(name);
            }
        }
        _ => builder.words_at(source).pass_unseen(),
    }
}

/// Reads a block of HTML that stands at `source`.
pub(super) fn block(builder: &mut Builder<'_>, lines: &HtmlLines, source: Range<usize>) {
    let pieces = html::pieces(&lines.text);
    builder.end_leaf();
    let is_unknown = |(piece, range): &&(Piece<'_>, Range<usize>)| {
        !piece.is_understood() || *piece == Piece::Text && has_broken_tag(&lines.text[range.clone()])
    };
    if let Some((_, first)) = pieces.iter().find(is_unknown) {
        builder.html_stays_text(lines.source(first));
        return as_text(builder, lines, &pieces, source);
    }
    for (piece, range) in pieces {
        let source = lines.source(&range);
        match (piece, meant(piece)) {
            (Piece::Text, _) => words(builder, lines, range),
            (_, Some(Meaning::LineEnd)) => {
                if builder.has_words() {
                    builder.tag_break(&source);
                }
            }
            (_, Some(Meaning::Rule)) => builder.rule(source),
            (Piece::Open { name, .. }, Some(Meaning::Summary)) => {
                builder.end_leaf();
                builder.ensure_paragraph(&source);
                builder.words_at(&source).open_tag(name, Mark::Strong);
            }
            (Piece::Open { .. }, Some(Meaning::Heading(level))) => {
                builder.start_heading(level, source.clone());
                builder.words_at(&source).pass_unseen();
            }
            (_, Some(Meaning::Paragraph | Meaning::Summary | Meaning::Heading(_))) => builder.end_leaf(),
            (Piece::Close { name }, Some(_)) if !builder.is_in_block() => builder.end_open_mark(name),
            (_, Some(Meaning::Mark(_) | Meaning::Link)) => {
                builder.ensure_paragraph(&source);
                words_tag(builder, piece, &source);
            }
            (_, Some(Meaning::Nothing) | None) => {
                if builder.is_in_block() {
                    builder.words_at(&source).pass_unseen();
                }
            }
        }
    }
    builder.leave_marks_open();
}

/// Whether a tag begins among words and is never closed.
fn has_broken_tag(words: &str) -> bool {
    words.match_indices('<').any(|(at, _)| {
        words[at + 1..].trim_start_matches('/').starts_with(|sign: char| sign.is_ascii_alphabetic())
    })
}

/// The block as it is written, but for its comments.
fn as_text(
    builder: &mut Builder<'_>,
    lines: &HtmlLines,
    pieces: &[(Piece<'_>, Range<usize>)],
    source: Range<usize>,
) {
    builder.start_html(source);
    for (_, range) in pieces.iter().filter(|(piece, _)| *piece != Piece::Comment) {
        for part in lines.parts(range.clone()) {
            let source = lines.source(&part);
            builder.text_with_line_ends(&lines.text[part], source);
        }
    }
    builder.end_leaf();
}

/// Words between tags: white space of any length is one space, and none at a paragraph's beginning.
fn words(builder: &mut Builder<'_>, lines: &HtmlLines, range: Range<usize>) {
    const SPACES: [char; 5] = [' ', '\t', '\n', '\r', '\u{c}'];
    for part in lines.parts(range) {
        let mut start = part.start;
        while start < part.end {
            let rest = &lines.text[start..part.end];
            let spaces = rest.len() - rest.trim_start_matches(SPACES).len();
            let (words, length) = if spaces > 0 {
                (" ".to_owned(), spaces)
            } else if let Some(entity) = rest.starts_with('&').then(|| html::entity(rest)).flatten() {
                entity
            } else {
                let after_first = rest.chars().next().map_or(0, char::len_utf8);
                let is_end = |sign: char| SPACES.contains(&sign) || sign == '&';
                let length = rest[after_first..].find(is_end).map_or(rest.len(), |end| after_first + end);
                (rest[..length].to_owned(), length)
            };
            if spaces == 0 || builder.has_words() {
                let source = lines.source(&(start..start + length));
                builder.ensure_paragraph(&source);
                builder.html_words(&words, source);
            }
            start += length;
        }
    }
}
