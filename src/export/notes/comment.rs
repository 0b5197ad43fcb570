//! A comment's CommonMark, for documents. HTML in it is words, and its links lead to the web or to
//! mail alone.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::export::markdown::escape;

/// What comments have beyond CommonMark.
pub const OPTIONS: Options = Options::ENABLE_STRIKETHROUGH.union(Options::ENABLE_TABLES);

/// Its events, with everything that could do harm made into words.
pub fn events(comment: &str) -> impl Iterator<Item = Event<'_>> {
    let mut dropped = false;
    Parser::new_ext(comment, OPTIONS).filter_map(move |event| match event {
        Event::Html(words) | Event::InlineHtml(words) => Some(Event::Text(words)),
        // A picture would have to be fetched.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            dropped = !is_safe(dest_url);
            (!dropped).then_some(event)
        }
        Event::End(TagEnd::Link) => (!std::mem::take(&mut dropped)).then_some(event),
        event => Some(event),
    })
}

/// As part of a Markdown document: HTML in it is words here too, and nothing in it goes on after its end.
pub fn markdown(comment: &str) -> String {
    let mut text = legible(comment);
    for _ in 0..ROUNDS {
        match without_html(&text) {
            Some(words) => text = words,
            None if ends_with_itself(&text) => return text,
            None => match fence_of(&text) {
                Some(fence) => text = format!("{text}\n{fence}"),
                None => break,
            },
        }
    }
    // It stays what was said, though not as it was meant to look.
    comment.lines().map(escape).collect::<Vec<_>>().join("\n")
}

/// How often what was mended is looked at again: what was inside of something may now be something.
const ROUNDS: usize = 8;

/// Line ends of one kind, and nothing that no program shows.
pub fn legible(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{fffd}")
}

/// The comment with its HTML as words; `None` where it has none.
fn without_html(comment: &str) -> Option<String> {
    let events = Parser::new_ext(comment, OPTIONS).into_offset_iter();
    let html = events.filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    let (mut words, mut done) = (String::new(), 0);
    for (_, range) in html {
        words.push_str(&comment[done..range.start]);
        words.push_str(&comment[range.clone()].replace('<', "\\<"));
        done = range.end;
    }
    words.push_str(&comment[done..]);
    (done > 0).then_some(words)
}

/// Whether a paragraph that follows is one.
fn ends_with_itself(comment: &str) -> bool {
    const NEXT: &str = "what follows it";
    let text = format!("{comment}\n\n{NEXT}");
    let mut depth = 0_usize;
    let mut last = false;
    for event in Parser::new_ext(&text, OPTIONS) {
        match event {
            Event::Start(tag) => {
                last = depth == 0 && tag == Tag::Paragraph;
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Text(words) => last &= *words == *NEXT,
            _ => last = false,
        }
    }
    last
}

/// The fence of the last code that was begun.
fn fence_of(comment: &str) -> Option<String> {
    let runs = comment.lines().rev().filter_map(|line| {
        let line = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        let sign = line.chars().next().filter(|sign| "`~".contains(*sign))?;
        let run: String = line.chars().take_while(|c| *c == sign).collect();
        (run.len() >= 3).then_some(run)
    });
    runs.max_by_key(String::len)
}

/// In HTML.
pub fn html(comment: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events(&legible(comment)));
    html
}

/// Whether an address leads to the web, to mail or into a briefing.
pub fn is_safe(address: &str) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    ["http://", "https://", "mailto:", "briefing:"].iter().any(|scheme| address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::{ends_with_itself, html, markdown};
    use proptest::prelude::*;

    #[test]
    fn a_comment_brings_no_markup_of_its_own() {
        let written = html(
            "**Bold** <script>alert(1)</script> [x](javascript:alert(2)) ![p](https://e.org/p.png)\n\n<b>\n",
        );
        assert!(
            !written.contains("<script") && !written.contains("javascript") && !written.contains("<img"),
            "{written}"
        );
        assert!(written.contains("<strong>Bold</strong>") && written.contains("&lt;script&gt;"), "{written}");
        assert_eq!(html("[a](https://e.org)").trim(), "<p><a href=\"https://e.org\">a</a></p>");
    }

    #[test]
    fn what_a_comment_begins_ends_with_it() {
        for (comment, kept) in [
            ("A *word*.\n\n- one\n- two", "A *word*.\n\n- one\n- two"),
            ("```\nlet x", "```\nlet x\n```"),
            ("~~~~\n```\nx", "~~~~\n```\nx\n~~~~"),
            ("<!-- and", "\\<!-- and"),
            ("<script>alert(1)</script>\n\n<pre>x", "\\<script>alert(1)\\</script>\n\n\\<pre>x"),
            ("a\r\nb\rc\u{1b}d", "a\nb\nc\u{fffd}d"),
        ] {
            assert_eq!(markdown(comment), kept, "{comment:?}");
        }
    }

    proptest! {
        #[test]
        fn no_comment_goes_on_after_its_end(
            comment in "([-*>#+ \\t\\n`~<!/a-c1.\\[\\]()]|```|~~~~|<!--|<pre>|<script>|</a>|\n\n){0,40}"
        ) {
            let written = markdown(&comment);
            prop_assert!(ends_with_itself(&written), "{comment:?} became {written:?}");
        }
    }
}
