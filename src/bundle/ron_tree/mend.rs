//! What to make of values that do not end as they should: a comma left out, a quotation mark
//! forgotten, words without any.

use super::lexer::{TokenKind, line_start, value_may_end};
use super::parser::Parser;
use super::{Kind, Node};
use crate::bundle::faults::fault;
use crate::bundle::span::Span;

impl Parser<'_, '_> {
    /// Takes the comma after `value`, or finds out why there is none.
    pub(super) fn separator(&mut self, value: &mut Node) {
        if std::mem::take(&mut self.comma_taken) && self.token.kind != TokenKind::Comma {
            return;
        }
        loop {
            match self.token.kind {
                TokenKind::Comma => return self.advance(),
                TokenKind::Close(_) | TokenKind::End => return,
                _ if value.kind == Kind::Broken => return self.skip_broken(),
                _ if value.kind == Kind::Text && self.on_line_of_last() => {
                    let end = self.text_ends_at(value.span.start as usize + 1, value.span.end as usize - 1);
                    self.odd_string(value, &end);
                }
                _ if value.kind == Kind::Name && self.at_word() => self.words_without_marks(value),
                TokenKind::Stray if self.token.span.of(self.text).starts_with(';') => return self.stray(),
                TokenKind::Stray | TokenKind::Colon | TokenKind::Equals => self.stray(),
                _ => {
                    let fault = fault("ron-syntax", "a comma is missing here");
                    return self.add(fault, Span::new(self.last_end, self.last_end));
                }
            }
        }
    }

    /// Steps over what is left of a value that was reported already.
    fn skip_broken(&mut self) {
        while self.on_line_of_last() && !self.at_field() {
            match self.token.kind {
                TokenKind::Comma => return self.advance(),
                TokenKind::Close(_) | TokenKind::End | TokenKind::Open(_) | TokenKind::UnclosedText => return,
                _ => self.advance(),
            }
        }
    }

    /// Whether the token stands on the line on which the one before it ended.
    pub(super) fn on_line_of_last(&self) -> bool {
        !self.text[self.last_end..self.token.span.start as usize].contains('\n')
    }

    /// A string after which something other than a comma follows on the same line: its closing mark
    /// was forgotten, so that it ended at the next string's opening one, or it holds bare quotation
    /// marks.
    fn odd_string(&mut self, value: &mut Node, end: &Ending) {
        let start = value.span.start as usize;
        let (code, message, hint, end) = match *end {
            Ending::Unclosed(end) => (
                "ron-unclosed-string",
                "the string that opens here is never closed",
                "write `\"` where it ends",
                end,
            ),
            Ending::SmartMark(end) => (
                "ron-unclosed-string",
                "the string that opens here ends with a typographic quotation mark",
                "close it with the same straight mark `\"` that opens it",
                end,
            ),
            Ending::InnerMarks(end) => (
                "ron-syntax",
                "this string holds bare quotation marks",
                "inside a string, write “…” or `\\\"`",
                end,
            ),
        };
        self.add(fault(code, message).hint(hint), Span::new(start, end));
        let inner_end = end - trailing_mark(&self.text[start + 1..end]);
        *value = Node { span: Span::new(start, end), kind: Kind::LooseText(Span::new(start + 1, inner_end)) };
        self.resume_at(end);
    }

    /// Where a string most likely ends whose inside, as it was read, runs from `start` to `read_to`.
    fn text_ends_at(&self, start: usize, read_to: usize) -> Ending {
        let line = line_start(&self.text[start..]);
        let inside = &line[..line.len().min(read_to - start)];
        let smart_mark = inside.find('”').map(|at| at + '”'.len_utf8());
        if let Some(end) = smart_mark.filter(|end| value_may_end(&line[*end..])) {
            return Ending::SmartMark(start + end);
        }
        if let Some(at) = next_field(inside) {
            return Ending::Unclosed(start + at);
        }
        let runs_over_lines = self.text[start..read_to].contains('\n');
        let mut later_marks =
            line.match_indices('"').map(|(at, _)| at + 1).skip_while(|end| start + end <= read_to + 1);
        match later_marks.find(|end| value_may_end(&line[*end..])) {
            Some(end) if !runs_over_lines => Ending::InnerMarks(start + end),
            _ => Ending::Unclosed(start + line.trim_end().trim_end_matches([',', ')', ']']).trim_end().len()),
        }
    }

    /// A string that runs to the end of the text.
    pub(super) fn unclosed_text(&mut self) -> Node {
        let span = self.token.span;
        let end = self.text_ends_at(span.start as usize + 1, span.end as usize);
        let mut node = Node { span, kind: Kind::Broken };
        self.odd_string(&mut node, &end);
        node
    }

    /// A string in marks other than RON's.
    pub(super) fn wrongly_quoted(&mut self) -> Node {
        let span = self.token.span;
        let written = span.of(self.text);
        let first = written.chars().next().unwrap_or_default();
        let last = written.chars().next_back().unwrap_or_default();
        let message = format!("`{first}` does not open a string");
        let fault = fault("ron-syntax", message).hint("strings stand between straight double marks: \"…\"");
        self.add(fault, span);
        self.advance();
        let inner = Span::new(span.start as usize + first.len_utf8(), span.end as usize - last.len_utf8());
        Node { span, kind: Kind::LooseText(inner) }
    }

    /// Words where a string belongs: `publisher: Children First,`.
    fn words_without_marks(&mut self, value: &mut Node) {
        let start = value.span.start as usize;
        let mut end = value.span.end as usize;
        while self.at_word() {
            self.advance();
            end = self.last_end;
        }
        let span = Span::new(start, end);
        let words = span.of(self.text);
        let fault =
            fault("ron-syntax", "these words need quotation marks").hint(format!("write \"{words}\""));
        self.add(fault, span);
        *value = Node { span, kind: Kind::LooseText(span) };
    }

    /// Whether the token goes on with words that were begun on this line.
    fn at_word(&self) -> bool {
        matches!(self.token.kind, TokenKind::Name | TokenKind::Number)
            && self.on_line_of_last()
            && !self.at_field()
    }
}

/// How a string goes wrong, with the place where it most likely should end.
enum Ending {
    /// Its closing mark was forgotten.
    Unclosed(usize),
    /// It closes with `”`.
    SmartMark(usize),
    /// It holds marks that end it too early.
    InnerMarks(usize),
}

/// Where in `inside` a comma is followed by a field's name and a colon.
fn next_field(inside: &str) -> Option<usize> {
    inside.match_indices(',').map(|(at, _)| at).find(|at| {
        let after = inside[at + 1..].trim_start();
        let name = after.find(|c: char| !(c == '_' || c.is_ascii_lowercase())).unwrap_or(0);
        name > 0 && after[name..].trim_start().starts_with(':')
    })
}

/// The length of a quotation mark at the end.
fn trailing_mark(text: &str) -> usize {
    text.chars().next_back().filter(|c| matches!(c, '"' | '”')).map_or(0, char::len_utf8)
}
