//! The HTML that people write in Markdown: its tags, and what is understood of them.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::inline::Mark;

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Words, with entities as they are written.
    Text,
    /// `<name attributes>`
    Open { name: &'h str, attributes: &'h str },
    /// `</name>`
    Close { name: &'h str },
    /// `<!-- … -->`: for whoever writes, never for whoever reads.
    Comment,
    /// A declaration, an instruction, or what is not closed.
    Other,
}

/// What a tag means to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A line ends.
    LineEnd,
    /// A thematic break.
    Rule,
    /// The words are set so.
    Mark(Mark),
    /// A link.
    Link,
    /// A paragraph begins or ends.
    Paragraph,
    /// What a fold is called: a paragraph in strong words. What is folded in is always shown.
    Summary,
    /// A heading of that level.
    Heading(u8),
    /// Nothing that a reader would miss.
    Nothing,
}

/// What the tag `name` means, in any case of letters; `None` where it is not understood.
pub(super) fn meaning(name: &str) -> Option<Meaning> {
    let name = name.to_ascii_lowercase();
    Some(match name.as_str() {
        "br" => Meaning::LineEnd,
        "hr" => Meaning::Rule,
        "b" | "strong" => Meaning::Mark(Mark::Strong),
        "i" | "em" | "cite" | "dfn" | "var" => Meaning::Mark(Mark::Emphasis),
        "s" | "del" | "strike" => Meaning::Mark(Mark::Strikethrough),
        "u" | "ins" => Meaning::Mark(Mark::Underline),
        "mark" => Meaning::Mark(Mark::Highlight),
        "sup" => Meaning::Mark(Mark::Superscript),
        "sub" => Meaning::Mark(Mark::Subscript),
        "kbd" | "code" | "samp" | "tt" => Meaning::Mark(Mark::Code),
        "a" => Meaning::Link,
        "p" | "div" | "center" | "details" | "section" | "article" => Meaning::Paragraph,
        "summary" => Meaning::Summary,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Meaning::Heading(name.as_bytes()[1] - b'0'),
        "span" | "small" | "big" | "abbr" | "font" | "wbr" | "time" => Meaning::Nothing,
        _ => return None,
    })
}

impl Piece<'_> {
    /// Whether what a reader is shown of it is known: words, comments, and tags that are understood.
    pub(super) fn is_understood(self) -> bool {
        match self {
            Piece::Text | Piece::Comment => true,
            Piece::Open { name, .. } | Piece::Close { name } => meaning(name).is_some(),
            Piece::Other => false,
        }
    }
}

/// The pieces of some HTML, in order and without gaps. Time grows with its length.
pub(super) fn pieces(html: &str) -> Vec<(Piece<'_>, Range<usize>)> {
    let mut pieces = Vec::new();
    let (mut text, mut at) = (0, 0);
    // What is not closed once is not looked for again.
    let mut unclosed = [false; 4];
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let Some((piece, length)) = piece(&html[start..], &mut unclosed) else {
            at = start + 1;
            continue;
        };
        if text < start {
            pieces.push((Piece::Text, text..start));
        }
        at = start + length;
        text = at;
        pieces.push((piece, start..at));
    }
    if text < html.len() {
        pieces.push((Piece::Text, text..html.len()));
    }
    pieces
}

/// The piece that begins with a `<`, and its length; `None` where that is a sign like any other.
fn piece<'h>(html: &'h str, unclosed: &mut [bool; 4]) -> Option<(Piece<'h>, usize)> {
    const COMMENT: &str = "<!--";
    let mut up_to = |kind: usize, opening: &str, closing: &str| {
        let after = html.strip_prefix(opening)?;
        let end = if unclosed[kind] { None } else { after.find(closing) };
        unclosed[kind] |= end.is_none();
        Some(end.map_or(html.len(), |end| opening.len() + end + closing.len()))
    };
    if let Some(after) = html.strip_prefix(COMMENT) {
        // `<!-->` and `<!--->` are comments, too.
        if let Some(short) = [">", "->"].iter().find(|short| after.starts_with(**short)) {
            return Some((Piece::Comment, COMMENT.len() + short.len()));
        }
        let end = up_to(0, COMMENT, "-->")?;
        let is_closed = html[..end].ends_with("-->");
        return Some((if is_closed { Piece::Comment } else { Piece::Other }, end));
    }
    for (kind, opening, closing) in [(1, "<![CDATA[", "]]>"), (2, "<?", "?>"), (3, "<!", ">")] {
        if let Some(end) = up_to(kind, opening, closing) {
            return Some((Piece::Other, end));
        }
    }
    tag(html)
}

fn tag(html: &str) -> Option<(Piece<'_>, usize)> {
    let closes = html.starts_with("</");
    let name_start = if closes { 2 } else { 1 };
    let rest = &html[name_start..];
    let is_in_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    let name = &rest[..rest.find(|sign| !is_in_name(sign)).unwrap_or(rest.len())];
    if !name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        return None;
    }
    let attributes_start = name_start + name.len();
    let mut quote = None;
    for (offset, sign) in html[attributes_start..].char_indices() {
        match (quote, sign) {
            (None, '>') => {
                let attributes = &html[attributes_start..attributes_start + offset];
                let piece = if closes { Piece::Close { name } } else { Piece::Open { name, attributes } };
                return Some((piece, attributes_start + offset + 1));
            }
            (None, '<') => return None,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// An attribute's value with its entities read; `None` where the tag does not have it.
pub(super) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|sign: char| sign.is_whitespace() || sign == '=').unwrap_or(rest.len());
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|sign| matches!(sign, '"' | '\''));
            (value, rest) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(without_entities(value));
        }
        // A lone `=` or `/` is passed over.
        rest = if end == 0 && value.is_empty() { rest.get(1..).unwrap_or_default() } else { rest };
        rest = rest.trim_start();
    }
    None
}

fn without_entities(written: &str) -> String {
    let mut read = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('&') {
        read.push_str(&rest[..at]);
        rest = &rest[at..];
        let (signs, length) = entity(rest).unwrap_or_else(|| ("&".to_owned(), 1));
        read.push_str(&signs);
        rest = &rest[length..];
    }
    read + rest
}

/// What the entity at the beginning of `written` stands for, and its length.
pub(super) fn entity(written: &str) -> Option<(String, usize)> {
    /// `&CounterClockwiseContourIntegral;` is the longest there is.
    const LONGEST: usize = 33;
    let end = written.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let name = written.get(1..end - 1)?;
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    if !is_name || name.is_empty() {
        return None;
    }
    // The parser knows them all, and says what it does not know as it is written.
    let read: String = Parser::new(&written[..end])
        .filter_map(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
        .collect();
    (read != written[..end]).then_some((read, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(html: &str) -> Vec<String> {
        pieces(html)
            .into_iter()
            .map(|(piece, range)| match piece {
                Piece::Text => format!("text {}", &html[range]),
                Piece::Open { name, attributes } => format!("open {name}{attributes}"),
                Piece::Close { name } => format!("close {name}"),
                Piece::Comment => "comment".to_owned(),
                Piece::Other => format!("other {}", &html[range]),
            })
            .collect()
    }

    #[test]
    fn tags_comments_and_words_are_told_apart() {
        assert_eq!(
            told("a<br/>b <a title='1 > 0' href=\"x\">c</a ><!-- <b> --><!--->d<?php ?>"),
            [
                "text a",
                "open br/",
                "text b ",
                "open a title='1 > 0' href=\"x\"",
                "text c",
                "close a",
                "comment",
                "comment",
                "text d",
                "other <?php ?>",
            ]
        );
    }

    #[test]
    fn a_sign_that_opens_nothing_is_a_sign() {
        for words in ["1 < 2", "<", "< b>", "<3 and </>", "a <b", "<b c='"] {
            assert_eq!(told(words), [format!("text {words}")]);
        }
        assert_eq!(told("x <!-- y"), ["text x ", "other <!-- y"]);
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        for (attributes, value) in [
            (" href=\"a?b&amp;c\"", Some("a?b&c")),
            (" HREF = 'a b' title=\"href\"", Some("a b")),
            (" title=href href=a", Some("a")),
            (" / href=a/b", Some("a/b")),
            (" = x href=y", Some("y")),
            (" data-href=a", None),
            (" href", Some("")),
            ("", None),
        ] {
            assert_eq!(attribute(attributes, "href").as_deref(), value, "{attributes}");
        }
    }

    #[test]
    fn entities_are_those_of_html() {
        for (written, read) in [
            ("&nbsp;x", Some(("\u{a0}", 6))),
            ("&#8211;", Some(("–", 7))),
            ("&amp;", Some(("&", 5))),
            ("&notanentity;", None),
            ("& x;", None),
            ("&;", None),
        ] {
            assert_eq!(entity(written), read.map(|(read, length)| (read.to_owned(), length)), "{written}");
        }
    }

    proptest! {
        #[test]
        fn pieces_leave_no_gap(html in "[<>!/a-c='\" ?&;-]{0,40}") {
            let mut end = 0;
            for (_, range) in pieces(&html) {
                prop_assert_eq!(range.start, end);
                prop_assert!(range.end > range.start);
                end = range.end;
            }
            prop_assert_eq!(end, html.len());
            let _ = attribute(&html, "a");
        }
    }
}
