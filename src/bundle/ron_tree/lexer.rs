//! Text → tokens.

use crate::bundle::span::Span;

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `(`, `[` or `{`
    Open(u8),
    /// `)`, `]` or `}`
    Close(u8),
    Comma,
    Colon,
    /// `=`, often written for `:`
    Equals,
    /// `"…"` or `r#"…"#`
    Text,
    /// A string that opens here and runs to the end of the text.
    UnclosedText,
    /// Words between quotation marks that are not RON's: `“…”`, `'…'`
    WronglyQuoted,
    /// `'x'`, `b"…"`
    Other,
    Number,
    Name,
    /// A comment `/*` that runs to the end of the text.
    UnclosedComment,
    /// Characters that RON has no use for.
    Stray,
    End,
}

/// Reads tokens one by one; can be set back.
#[derive(Clone, Debug)]
pub struct Lexer<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Lexer<'t> {
    /// Reads the bytes from `at` up to `end`.
    pub fn new(text: &'t str, at: usize, end: usize) -> Lexer<'t> {
        Lexer { text, at, end }
    }

    /// Goes on from the byte `at`.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The next token.
    pub fn next(&mut self) -> Token {
        if let Err(comment) = self.skip_blank() {
            self.at = self.end;
            return Token { kind: TokenKind::UnclosedComment, span: Span::new(comment, comment + 2) };
        }
        let start = self.at;
        let kind = self.kind();
        Token { kind, span: Span::new(start, self.at) }
    }

    /// The first byte of the next token, without reading it.
    pub fn peek(&self) -> Option<u8> {
        let mut ahead = self.clone();
        ahead.skip_blank().ok()?;
        ahead.rest().bytes().next()
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    /// Skips white space and comments. `Err` holds the place of a comment that is never closed.
    fn skip_blank(&mut self) -> Result<(), usize> {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(is_blank);
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.at += block_comment(trimmed).ok_or(self.at)?;
            } else {
                return Ok(());
            }
        }
    }

    fn kind(&mut self) -> TokenKind {
        let rest = self.rest();
        let mut chars = rest.chars();
        let Some(first) = chars.next() else { return TokenKind::End };
        let (length, kind) = match first {
            '(' | '[' | '{' => (1, TokenKind::Open(first as u8)),
            ')' | ']' | '}' => (1, TokenKind::Close(first as u8)),
            ',' => (1, TokenKind::Comma),
            ':' => (1, TokenKind::Colon),
            '=' => (1, TokenKind::Equals),
            '"' => text(rest),
            '\'' => single_quoted(rest),
            '“' | '”' | '„' | '«' | '‘' | '’' => wrongly_quoted(rest, first),
            'r' if raw_text(rest).is_some() => (raw_text(rest).unwrap_or(0), TokenKind::Text),
            'b' if rest.starts_with("b\"") => (1 + text(&rest[1..]).0, TokenKind::Other),
            'b' if rest.starts_with("b'") => (1 + single_quoted(&rest[1..]).0, TokenKind::Other),
            'r' if rest.starts_with("r#") => (2 + name(&rest[2..]), TokenKind::Name),
            '0'..='9' => (number(rest), TokenKind::Number),
            '+' | '-' | '.' if number(rest) > 1 => (number(rest), TokenKind::Number),
            _ if is_name_start(first) => (name(rest), TokenKind::Name),
            _ => (stray(rest), TokenKind::Stray),
        };
        self.at += length;
        kind
    }
}

/// White space as `ron` has it. NUL too: it is reported once for the whole file.
fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace()
        || matches!(
            c,
            '\x0B' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\0' | '\u{FEFF}'
        )
}

fn is_name_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// The length of the comment that `rest` begins with, nested ones and all.
fn block_comment(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut at, mut depth) = (2, 1);
    while depth > 0 {
        match bytes.get(at..at + 2)? {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    Some(at)
}

fn text(rest: &str) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return (at + 1, TokenKind::Text),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    (rest.len(), TokenKind::UnclosedText)
}

/// The length of a closed raw string.
fn raw_text(rest: &str) -> Option<usize> {
    let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
    let inner = rest[1 + hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    Some(2 + hashes + inner.find(&closing)? + closing.len())
}

fn single_quoted(rest: &str) -> (usize, TokenKind) {
    let inner = &rest[1..];
    let line = line_start(inner);
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match c {
            '\\' if !escaped => escaped = true,
            '\'' if !escaped => {
                let content = &line[..at];
                let is_one = content.chars().count() == 1 || content.starts_with('\\');
                return (at + 2, if is_one { TokenKind::Other } else { TokenKind::WronglyQuoted });
            }
            _ => escaped = false,
        }
    }
    (1, TokenKind::Stray)
}

/// Words in typographic quotation marks end at the first closing mark after which a value may end.
fn wrongly_quoted(rest: &str, first: char) -> (usize, TokenKind) {
    let line = line_start(rest);
    let closing = |c: char| matches!(c, '”' | '“' | '"' | '»' | '’' | '\'');
    let ends = line.char_indices().skip(1).filter(|(_, c)| closing(*c)).map(|(at, c)| at + c.len_utf8());
    match ends.into_iter().find(|end| value_may_end(&line[*end..])) {
        Some(end) => (end, TokenKind::WronglyQuoted),
        None => (first.len_utf8(), TokenKind::Stray),
    }
}

/// The line that `text` begins with, as much of it as can matter for guessing what was meant. The
/// bound keeps reading linear where a whole manifest is one line.
pub fn line_start(text: &str) -> &str {
    const FAR_ENOUGH: usize = 4_096;
    let line_length = text.bytes().take(FAR_ENOUGH).take_while(|byte| *byte != b'\n').count();
    &text[..text.floor_char_boundary(line_length)]
}

/// Whether what follows on this line lets a value end here.
pub fn value_may_end(following: &str) -> bool {
    let following = following.trim_start();
    following.is_empty() || following.starts_with([',', ')', ']', '}', ':']) || following.starts_with("//")
}

/// Everything that was meant as one number, right or wrong: `1_000`, `-1.5e3`, `2021-04-19`, `62pc`.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_part = |at: usize| match bytes[at] {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'.' => true,
        b'+' | b'-' => {
            at == 0
                || matches!(bytes[at - 1], b'e' | b'E')
                || bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
        }
        _ => false,
    };
    (0..bytes.len()).take_while(|at| is_part(*at)).count()
}

/// A name; with inner hyphens, which RON does not allow but people write.
fn name(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let hyphen = c == '-' && length > 0 && chars.peek().is_some_and(|next| next.is_alphabetic());
        if !(hyphen || c == '_' || c.is_alphanumeric()) {
            break;
        }
        length += c.len_utf8();
    }
    length
}

fn stray(rest: &str) -> usize {
    let is_stray = |c: char| {
        !is_blank(c)
            && !is_name_start(c)
            && !c.is_ascii_digit()
            && !matches!(
                c,
                '(' | ')'
                    | '['
                    | ']'
                    | '{'
                    | '}'
                    | ','
                    | ':'
                    | '='
                    | '"'
                    | '\''
                    | '“'
                    | '”'
                    | '„'
                    | '«'
                    | '‘'
                    | '’'
            )
    };
    let length: usize = rest.chars().take_while(|c| is_stray(*c)).map(char::len_utf8).sum();
    length.max(rest.chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(TokenKind, &str)> {
        let mut lexer = Lexer::new(text, 0, text.len());
        std::iter::repeat_with(|| lexer.next())
            .map(|token| (token.kind, token.span.of(text)))
            .take_while(|(kind, _)| *kind != TokenKind::End)
            .collect()
    }

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens(text).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn strings_keep_escapes_and_raw_strings_their_hashes() {
        assert_eq!(tokens(r#""a\"b" c"#)[0], (TokenKind::Text, r#""a\"b""#));
        assert_eq!(tokens(r###"r##"a"#b"##, x"###)[0], (TokenKind::Text, r###"r##"a"#b"##"###));
        assert_eq!(kinds("r#type"), [TokenKind::Name]);
        assert_eq!(kinds("r"), [TokenKind::Name]);
    }

    #[test]
    fn comments_nest_and_are_skipped() {
        assert_eq!(
            tokens("a /* b /* c */ d */ e // f\n g"),
            [(TokenKind::Name, "a"), (TokenKind::Name, "e"), (TokenKind::Name, "g")]
        );
        assert_eq!(tokens("a /* b /* c */"), [(TokenKind::Name, "a"), (TokenKind::UnclosedComment, "/*")]);
    }

    #[test]
    fn numbers_take_in_all_that_was_meant_as_one() {
        for number in ["1", "-1.5e-3", "1_000", "0xFF", ".5", "+2", "-inf", "2021-04-19", "62pc", "1e400"] {
            assert_eq!(tokens(number), [(TokenKind::Number, number)], "{number}");
        }
        assert_eq!(kinds("1,2"), [TokenKind::Number, TokenKind::Comma, TokenKind::Number]);
        assert_eq!(kinds("-"), [TokenKind::Stray]);
    }

    #[test]
    fn wrong_quotation_marks_are_told_from_apostrophes_inside() {
        assert_eq!(tokens("“it’s so”, b")[0], (TokenKind::WronglyQuoted, "“it’s so”"));
        assert_eq!(tokens("'it', b")[0], (TokenKind::WronglyQuoted, "'it'"));
        assert_eq!(kinds(r"'x' '\n' b'x'"), [TokenKind::Other, TokenKind::Other, TokenKind::Other]);
    }

    #[test]
    fn stray_characters_come_as_one_piece() {
        assert_eq!(tokens("a ;;% b")[1], (TokenKind::Stray, ";;%"));
    }

    #[test]
    fn a_string_without_an_end_is_told() {
        assert_eq!(kinds("\"abc"), [TokenKind::UnclosedText]);
        assert_eq!(kinds("\"abc\\\""), [TokenKind::UnclosedText]);
        assert_eq!(kinds("\"abc\\"), [TokenKind::UnclosedText]);
    }
}
