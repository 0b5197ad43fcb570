//! Words as they were typed, in CommonMark that shows them so.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::comment::{OPTIONS, legible};
use crate::export::markdown::escape;

/// A plain text: its paragraphs and lines, and all its signs. What would not be markup is not escaped, so
/// that it can be read as it is, too.
pub fn commonmark(text: &str) -> String {
    let text = legible(text);
    let paragraphs = text.split('\n').map(str::trim_end).collect::<Vec<_>>();
    let paragraphs = paragraphs.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// Words within a line, in which nothing is markup; `starts` where they begin the line.
pub fn words(text: &str, starts: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let signs: Vec<char> = text.chars().collect();
    for (at, sign) in signs.iter().copied().enumerate() {
        let next = signs.get(at + 1).copied().unwrap_or(' ');
        let before = at.checked_sub(1).map_or(' ', |before| signs[before]);
        let is_markup = match sign {
            '\\' => next.is_ascii_punctuation() || next == '\n' || at + 1 == signs.len(),
            '*' => !(before.is_whitespace() && next.is_whitespace()),
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '`' | '[' | ']' | '~' => true,
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?') || at + 1 == signs.len(),
            '&' => is_entity(&signs[at + 1..]),
            '!' => next == '[',
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(sign);
    }
    if starts { line_start(&out) } else { out }
}

/// Whether what follows an ampersand makes it an entity.
fn is_entity(after: &[char]) -> bool {
    let name = after.iter().take_while(|sign| sign.is_ascii_alphanumeric() || **sign == '#').count();
    name > 0 && after.get(name) == Some(&';')
}

/// A line that begins like a heading, a list, a quotation or a rule is none.
fn line_start(line: &str) -> String {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[number..];
    if number > 0 && rest.starts_with(['.', ')']) && (rest.len() == 1 || rest[1..].starts_with([' ', '\t'])) {
        return format!("{}\\{rest}", &line[..number]);
    }
    let begins = line.starts_with(['#', '>', '=', '+', '-', '|', ':']);
    if begins { format!("\\{line}") } else { line.to_owned() }
}

fn paragraph(lines: &[&str]) -> String {
    // Spaces that a line begins with would be left out, or make it code.
    let lines: Vec<String> = lines
        .iter()
        .map(|line| {
            let words = line.trim_start_matches([' ', '\t']);
            let spaces: usize =
                line[..line.len() - words.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
            format!("{}{words}", "\u{a0}".repeat(spaces))
        })
        .collect();
    let ways: [&dyn Fn(&String) -> String; 3] =
        [&|line| line.clone(), &|line| words(line, true), &|line| escape(line)];
    // The first way that shows the words as they are.
    let written = ways.iter().map(|way| lines.iter().map(way).collect::<Vec<_>>().join("  \n"));
    let mut last = String::new();
    for written in written {
        if shows(&written, &lines) {
            return written;
        }
        last = written;
    }
    last
}

/// Whether CommonMark is one paragraph of these lines and no more.
fn shows(commonmark: &str, lines: &[String]) -> bool {
    let mut shown = vec![String::new()];
    for event in Parser::new_ext(commonmark, OPTIONS) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Text(words) => shown.last_mut().expect("there is a line").push_str(&words),
            Event::HardBreak => shown.push(String::new()),
            _ => return false,
        }
    }
    shown == lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_markup_is_not_escaped() {
        for text in [
            "2 < 3 and 4 > 2, a_b, C:\\temp, R&D, 5 * 3, £5 & $6, #1 of 2 (so!)",
            "Hello.",
            "https://example.org/a_b?c=d&e=f",
        ] {
            let shown = if text.starts_with('#') { format!("\\{text}") } else { text.to_owned() };
            assert_eq!(commonmark(text), shown);
        }
    }

    #[test]
    fn what_would_be_markup_is() {
        for (text, escaped) in [
            ("*so* and _so_", "\\*so\\* and \\_so\\_"),
            ("# no heading", "\\# no heading"),
            ("- no list\n1. nor this", "\\- no list  \n1\\. nor this"),
            ("<b>words</b>", "\\<b>words\\</b>"),
            ("&amp; &lt;", "\\&amp; \\&lt;"),
            ("a\nb\n\n\nc", "a  \nb\n\nc"),
            ("    code", "\u{a0}\u{a0}\u{a0}\u{a0}code"),
            ("a\n===", "a  \n\\==="),
            ("[a](b)", "\\[a\\](b)"),
            ("", ""),
            (" \n\t\n", ""),
        ] {
            assert_eq!(commonmark(text), escaped, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_text_is_shown_as_it_was_typed(text in "([-*_>#+=~`<&!/a-c1.;:\\[\\]()|\\\\ \\t\n]|&lt;|<b>|```|~~|1\\. ){0,30}") {
            let mut shown = vec![String::new()];
            for event in Parser::new_ext(&commonmark(&text), OPTIONS) {
                match event {
                    Event::Start(Tag::Paragraph) => {}
                    Event::End(TagEnd::Paragraph) | Event::HardBreak => shown.push(String::new()),
                    Event::Text(words) => shown.last_mut().expect("a line").push_str(&words),
                    other => prop_assert!(false, "{:?} in {:?}", other, commonmark(&text)),
                }
            }
            let typed = text.replace('\t', "    ").replace('\u{a0}', " ");
            let typed: Vec<&str> = typed.split('\n').map(str::trim_end).filter(|line| !line.is_empty()).collect();
            let shown: Vec<String> = shown.into_iter().map(|line| line.replace("\u{a0}", " ").replace('\t', "    ")).filter(|line| !line.is_empty()).collect();
            prop_assert_eq!(shown, typed);
        }
    }
}
