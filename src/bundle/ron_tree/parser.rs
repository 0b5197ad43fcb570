//! Tokens → tree. Every fault is reported and then mended as its writer most likely meant it, so
//! that the rest of the text can still be read.

use std::ops::Range;

use super::excess::Excess;
use super::lexer::{Lexer, Token, TokenKind};
use super::{Kind, Node};
use crate::bundle::faults::fault;
use crate::bundle::span::Span;
use crate::diagnostics::{Diagnostic, Report};

/// What came of a text.
pub struct Parsed {
    /// Its value, if there is one.
    pub root: Option<Node>,
    /// Whether nothing of the text was left out, and nothing seems to be cut off its end: each fault
    /// was mended.
    pub is_whole: bool,
}

/// Reads the bytes `part` of `text` as one RON value. Groups nested deeper than `deepest` are left out,
/// with a fault.
pub fn parse(text: &str, part: Range<usize>, deepest: usize, report: &mut Report<'_>) -> Parsed {
    let lexer = Lexer::new(text, part.start, part.end);
    let token = Token { kind: TokenKind::End, span: Span::new(part.start, part.start) };
    let mut parser = Parser {
        text,
        lexer,
        token,
        last_end: part.start,
        open: Vec::new(),
        comma_taken: false,
        is_whole: true,
        excess: None,
        deepest,
        report,
    };
    parser.skip_attributes(part);
    let mut root = parser.root();
    if let Some(root) = &mut root {
        parser.after_root(root);
    }
    Parsed { root, is_whole: parser.is_whole }
}

/// A group that is open where the parser stands.
pub(super) struct Open {
    /// The opening bracket.
    pub bracket: u8,
    /// What shows it to the writer: `Question(`, or the field's name before a list: `answers: [`.
    pub span: Span,
}

pub(super) struct Parser<'p, 't> {
    pub text: &'p str,
    pub lexer: Lexer<'p>,
    /// The token that is looked at; not yet taken.
    pub token: Token,
    /// Where the token before it ended.
    pub last_end: usize,
    pub open: Vec<Open>,
    /// Whether a group was taken as closed before the token, so that the comma after it is behind.
    pub comma_taken: bool,
    /// Whether nothing was left out so far.
    pub is_whole: bool,
    /// Brackets of the whole text that close more than is opened; counted at the first that does not
    /// fit.
    pub excess: Option<Excess>,
    deepest: usize,
    pub report: &'p mut Report<'t>,
}

impl Parser<'_, '_> {
    /// Takes the token and looks at the next.
    pub fn advance(&mut self) {
        self.last_end = self.token.span.end as usize;
        self.token = self.lexer.next();
        if self.token.kind == TokenKind::UnclosedComment {
            let fault = fault("ron-unclosed-comment", "the comment that opens here is never closed")
                .hint("write `*/` where it ends; everything after it is left out");
            self.is_whole = false;
            self.add(fault, self.token.span);
            self.token = self.lexer.next();
        }
    }

    pub fn add(&mut self, fault: Diagnostic, span: Span) {
        self.report.add(fault, span.range());
    }

    /// Goes back to the byte `at` and reads on from there, as if a token had ended there.
    pub fn resume_at(&mut self, at: usize) {
        self.lexer.go_to(at);
        self.advance();
        self.last_end = at;
    }

    /// The next token's first byte, after the one looked at.
    pub fn after_token(&self) -> Option<u8> {
        self.lexer.peek()
    }

    /// Steps over `#![enable(…)]` lines, which `ron` itself judges.
    fn skip_attributes(&mut self, part: Range<usize>) {
        let mut at = part.start;
        loop {
            self.lexer.go_to(at);
            let start = self.lexer.next().span.start as usize;
            let rest = &self.text[start..part.end];
            if !rest.starts_with("#!") {
                break;
            }
            let line_length = rest.find('\n').unwrap_or(rest.len());
            let length = rest[..line_length].find(']').map_or(line_length, |at| at + 1);
            let attribute = &rest[..length];
            if ron::from_str::<()>(&format!("{attribute} ()")).is_err() {
                let fault = fault("ron-syntax", format!("RON does not know the line `{}`", attribute.trim_end()))
                    .hint("the line that RON allows here is `#![enable(implicit_some)]`; a briefing does not need it");
                self.add(fault, Span::new(start, start + length));
            }
            at = start + length;
        }
        self.resume_at(at);
    }

    fn root(&mut self) -> Option<Node> {
        while let TokenKind::Stray | TokenKind::Comma | TokenKind::Close(_) = self.token.kind {
            self.stray();
        }
        (self.token.kind != TokenKind::End).then(|| self.value())
    }

    /// What follows the value: nothing, or fields of it behind a bracket that closed it too early.
    fn after_root(&mut self, root: &mut Node) {
        loop {
            let closing = Span::new(self.last_end.saturating_sub(1), self.last_end);
            while let TokenKind::Stray | TokenKind::Close(_) = self.token.kind {
                self.stray();
            }
            if self.token.kind == TokenKind::Comma {
                self.advance();
            }
            if self.token.kind == TokenKind::End {
                return;
            }
            let Kind::Struct(name, fields) = &mut root.kind else { break };
            if !self.at_field() {
                break;
            }
            self.told_to_end_early(*name, closing);
            let span = name.unwrap_or(Span { start: root.span.start, end: root.span.start + 1 });
            self.open.push(Open { bracket: b'(', span });
            fields.extend(self.fields(*name));
            root.span.end = self.last_end as u32;
        }
        let fault = fault("ron-syntax", "the value is complete before this; what follows is left out")
            .hint("there may be one closing bracket too many before this");
        self.add(fault, self.token.span);
        self.is_whole = false;
    }

    /// Reports the bracket that closed the value although a field follows.
    fn told_to_end_early(&mut self, name: Option<Span>, closing: Span) {
        let line = self.report.line_number(self.token.span.start as usize);
        let ends = name.map_or("the value", |name| name.of(self.text));
        let field = self.token.span.of(self.text);
        let message = format!("`{ends}(` is closed here, but its field `{field}` follows on line {line}");
        let hint = "take this bracket out, or one before it that closes too much";
        self.add(fault("ron-syntax", message).hint(hint), closing);
    }

    /// Reads a value. Where there is none, reports that and takes nothing.
    pub fn value(&mut self) -> Node {
        if let Some(node) = self.as_printed() {
            return node;
        }
        while self.token.kind == TokenKind::Stray {
            self.stray();
        }
        let span = self.token.span;
        match self.token.kind {
            TokenKind::Text => self.leaf(Kind::Text),
            TokenKind::Other => self.leaf(Kind::Other),
            TokenKind::Number => self.leaf(Kind::Number),
            TokenKind::Name if self.after_token() == Some(b'(') => {
                self.advance();
                self.group(Some(span))
            }
            TokenKind::Name => self.leaf(Kind::Name),
            TokenKind::Open(_) => self.group(None),
            TokenKind::WronglyQuoted => self.wrongly_quoted(),
            TokenKind::UnclosedText => self.unclosed_text(),
            _ => {
                let fault = fault("ron-syntax", "a value is missing here");
                self.add(fault, span);
                Node { span: Span { start: span.start, end: span.start }, kind: Kind::Broken }
            }
        }
    }

    fn leaf(&mut self, kind: Kind) -> Node {
        let span = self.token.span;
        self.advance();
        Node { span, kind }
    }

    /// Reports characters that have no place here, and steps over them.
    pub fn stray(&mut self) {
        let span = self.token.span;
        let written = span.of(self.text);
        let shown: String = written.chars().take(20).collect();
        let fault = fault("ron-syntax", format!("`{shown}` has no place here"));
        let fault = match written {
            "%" => fault.hint("write the number alone: `Percent(62)`"),
            ";" => fault.hint("fields and values are parted by commas"),
            "#" => fault.hint("comments begin with `//`"),
            ")" | "]" | "}" => fault.hint("it closes nothing that is open"),
            _ => fault.hint("take it out, or put text between quotation marks \"…\""),
        };
        self.add(fault, span);
        self.advance();
    }

    /// Reads a group; the token is its opening bracket.
    fn group(&mut self, name: Option<Span>) -> Node {
        let TokenKind::Open(bracket) = self.token.kind else { unreachable!("callers look at the bracket") };
        let start = name.map_or(self.token.span.start, |name| name.start);
        if self.open.len() >= self.deepest {
            self.skip_group();
            return Node { span: Span::new(start as usize, self.last_end), kind: Kind::Broken };
        }
        let shown_from = if name.is_some() { start } else { self.field_before(start) };
        self.open.push(Open { bracket, span: Span { start: shown_from, end: self.token.span.end } });
        self.advance();
        let kind = match bracket {
            b'(' => self.parenthesised(name),
            b'[' => Kind::List(self.items()),
            _ => Kind::Map(self.entries()),
        };
        Node { span: Span::new(start as usize, self.last_end), kind }
    }

    /// For a bracket without a name: where the `field: ` right before it begins.
    fn field_before(&self, bracket: u32) -> u32 {
        let before = self.text[..bracket as usize].trim_end();
        let Some(before) = before.strip_suffix(':') else { return bracket };
        let is_name = |c: char| c == '_' || c.is_alphanumeric();
        let field = before.trim_end();
        field.trim_end_matches(is_name).len() as u32
    }

    /// Steps over a group without reading it, however deep it is.
    fn skip_group(&mut self) {
        let fault =
            fault("ron-too-deep", format!("nested deeper than {} levels; this is left out", self.deepest));
        self.is_whole = false;
        self.add(fault, self.token.span);
        let mut depth = 0_usize;
        loop {
            match self.token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth -= 1,
                TokenKind::End | TokenKind::UnclosedText => return,
                _ => {}
            }
            self.advance();
            if depth == 0 {
                return;
            }
        }
    }
}
