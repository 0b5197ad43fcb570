//! A comment's CommonMark, for documents. HTML in it is words, and its links lead to the web or to
//! mail alone.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// Its events, with everything that could do harm made into words.
pub fn events(comment: &str) -> impl Iterator<Item = Event<'_>> {
    let mut dropped = false;
    Parser::new_ext(comment, Options::ENABLE_STRIKETHROUGH).filter_map(move |event| match event {
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

/// In HTML.
pub fn html(comment: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events(comment));
    html
}

fn is_safe(address: &CowStr<'_>) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    ["http://", "https://", "mailto:", "briefing:"].iter().any(|scheme| address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::html;

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
}
