//! Numbers as they are printed, where RON has no such thing: `−5`, `62 %`, `<1`, `1,723`. They are kept
//! whole, so that no part of one is taken for a number of its own.

use super::lexer::{TokenKind, line_start};
use super::parser::Parser;
use super::{Kind, Node};
use crate::bundle::faults::fault;
use crate::bundle::span::Span;
use crate::poll::printed::{Printed, is_percent};

impl Parser<'_, '_> {
    /// What is printed in the place of a number, if that is what comes next and RON cannot read it.
    pub(super) fn as_printed(&mut self) -> Option<Node> {
        let start = self.token.span.start as usize;
        let opens = matches!(self.after_token(), Some(b'(' | b':' | b'='));
        match self.token.kind {
            TokenKind::Stray | TokenKind::Number => {}
            TokenKind::Name if !opens => {}
            _ => return None,
        }
        let written = printed_at(&self.text[start..])?;
        let end = start + written.len();
        if self.token.kind != TokenKind::Stray && end <= self.token.span.end as usize {
            return None;
        }
        let is_one = match Printed::read(written) {
            Printed::Nothing | Printed::Words | Printed::NoNumber => false,
            Printed::Marked(_, mark) => mark.chars().all(|sign| !sign.is_whitespace() && !sign.is_numeric()),
            _ => true,
        };
        if !is_one {
            return None;
        }
        self.resume_at(end);
        Some(Node { span: Span::new(start, end), kind: Kind::AsPrinted })
    }

    /// `1,723` and `62,5`: to RON the comma ends the number, and what follows is a value without a name.
    pub(super) fn commas_inside(&mut self, value: &mut Node) {
        let (start, value_end) = (value.span.start as usize, value.span.end as usize);
        let goes_on = self.token.kind == TokenKind::Number
            && self.token.span.start as usize == value_end + 1
            && self.text[value_end..].starts_with(',');
        if !goes_on {
            return;
        }
        let is_inside = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.') || is_percent(sign);
        let behind = line_start(&self.text[value_end..]);
        let length = behind.find(|sign: char| !is_inside(sign)).unwrap_or(behind.len());
        let end = value_end + behind[..length].trim_end_matches([',', '.']).len();
        let span = Span::new(start, end);
        let written = span.of(self.text);
        let hint = match Printed::read(written) {
            Printed::Number(number) => format!("write `{}`", number.value),
            _ => "write digits only, with a point for decimals: `1723`, `62.5`".to_owned(),
        };
        self.add(fault("ron-syntax", "numbers are written without commas").hint(hint), span);
        *value = Node { span, kind: Kind::Broken };
        self.resume_at(end);
        if self.token.kind == TokenKind::Comma {
            self.advance();
        }
    }
}

/// What stands at the beginning of a text up to where a value ends; `None` if a field's name or a string
/// follows before that.
fn printed_at(text: &str) -> Option<&str> {
    const LONGEST: usize = 60;
    let line = line_start(text);
    let line = &line[..line.floor_char_boundary(line.len().min(LONGEST))];
    let ends = |sign: char| matches!(sign, ',' | ')' | ']' | '}' | '"' | '“' | ':' | '=' | '\r');
    let comment = line.find("//").unwrap_or(line.len());
    let end = line.find(ends).unwrap_or(line.len()).min(comment);
    let goes_on = line[end..].starts_with(['"', '“', ':', '=']);
    (!goes_on).then(|| line[..end].trim_end())
}
