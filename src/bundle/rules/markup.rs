//! What of an article's markup is no text of it, or is shown as text: said once for all of it.

use std::ops::Range;

use super::Findings;
use crate::article::{FrontMatter, Kind};
use crate::bundle::Bundle;
use crate::bundle::faults::fault;
use crate::poll::listed;

/// `front-matter`
pub fn front_matter(bundle: &Bundle, findings: &mut Findings<'_>) {
    let Some(found) = FrontMatter::of(&bundle.article_source) else { return };
    findings.add("front-matter", found.source, || {
        let names: Vec<String> = found.fields.iter().map(|name| format!("`{name}`")).collect();
        let fields = if names.len() == 1 { "its field" } else { "its fields" };
        let message = format!("this front matter is left out of the article; {fields}: {}", listed(&names));
        let told = fault("front-matter", message);
        let (known, unknown): (Vec<_>, Vec<_>) =
            found.fields.iter().map(|name| (name, place_in_manifest(name))).partition(|(_, at)| at.is_some());
        let moves: Vec<String> =
            known.iter().map(|(name, at)| format!("`{name}` as {}", at.unwrap_or_default())).collect();
        let stay: Vec<String> = unknown.iter().map(|(name, _)| format!("`{name}`")).collect();
        let told = match &moves[..] {
            [] => told,
            _ => told.hint(format!("write them in the manifest, `briefing.ron`: {}", moves.join(", "))),
        };
        match &stay[..] {
            [] => told,
            _ => told.hint(format!("the manifest has no place for {}", listed(&stay))),
        }
    });
}

/// Where in the manifest a field of front matter belongs, as other programs name it.
fn place_in_manifest(field: &str) -> Option<&'static str> {
    let plain: String = field.chars().filter(|sign| sign.is_alphanumeric()).collect();
    Some(match plain.to_lowercase().as_str() {
        "title" | "headline" => "`title`",
        "shorttitle" | "linktitle" | "navtitle" => "`short_title`",
        "subtitle" | "description" | "summary" | "abstract" | "excerpt" | "lead" | "deck" => "`summary`",
        "author" | "authors" | "by" | "byline" | "creator" | "publisher" | "organisation"
        | "organization" | "institution" | "source" | "site" => {
            "`publisher` (of the briefing, or of one of its `sources`)"
        }
        "date" | "published" | "publisheddate" | "publishdate" | "pubdate" | "created" | "issued" => {
            "`published`"
        }
        "edition" | "version" | "revision" => "`edition`",
        "updated" | "modified" | "lastmod" | "lastmodified" => "the `published` of a new `edition`",
        "tags" | "tag" | "categories" | "category" | "keywords" | "topics" | "topic" | "subject" => {
            "the `topic` of questions"
        }
        "about" | "context" => "`about`",
        "lang" | "language" | "locale" => "`language`",
        "id" | "slug" | "identifier" => "`id`",
        "url" | "link" | "permalink" | "canonical" | "canonicalurl" | "doi" => "the `url` of a source",
        "sources" | "references" | "bibliography" => "`sources`",
        "accessed" | "retrieved" => "the `accessed` of a source",
        _ => return None,
    })
}

/// Tags that are named; others are counted.
const NAMED: usize = 4;

/// `html-as-text`
pub fn html_as_text(bundle: &Bundle, findings: &mut Findings<'_>) {
    let mut places = bundle.article.html_as_text.clone();
    places.extend(open_comments(bundle));
    let Some(first) = places.iter().min_by_key(|place| place.start) else { return };
    findings.add("html-as-text", first.clone(), || {
        let mut names: Vec<String> = Vec::new();
        for place in &places {
            let name = tag(bundle.article_source.get(place.clone()).unwrap_or_default());
            if !names.contains(&name) {
                names.push(name);
            }
            if names.len() > NAMED {
                break;
            }
        }
        if names.len() > NAMED {
            "others".clone_into(&mut names[NAMED]);
        }
        let pieces = match places.len() {
            1 => "a piece of HTML is shown as the text it is".to_owned(),
            count => format!("{count} pieces of HTML are shown as the text they are"),
        };
        fault("html-as-text", format!("{pieces}: {}", listed(&names)))
            .hint("write it in Markdown, or take it out; FORMAT.md names the tags that are understood")
    });
}

/// Where words begin a comment that does not end in their paragraph, and so is none.
fn open_comments(bundle: &Bundle) -> impl Iterator<Item = Range<usize>> {
    const OPENING: &str = "<!--";
    let is_code = |kind: &Kind| matches!(kind, Kind::Html | Kind::Code { .. });
    let words = bundle.article.blocks.iter().filter(move |block| !is_code(&block.kind));
    let is_escaped = |at: usize| bundle.article_source[..at].ends_with('\\');
    words.flat_map(move |block| {
        let runs = block.runs.iter().filter(|run| !run.style.code && run.is_verbatim());
        runs.flat_map(move |run| {
            let found = block.text[run.range.clone()].match_indices(OPENING);
            let places = found.map(|(at, _)| run.source.start + at);
            places.filter(move |at| !is_escaped(*at)).map(|at| at..at + OPENING.len())
        })
    })
}

/// A tag without what stands in it, or how what is none begins.
fn tag(written: &str) -> String {
    let is_in_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '<' | '/' | '!' | '?' | '-');
    let end = written.find(|sign| !is_in_name(sign)).unwrap_or(written.len());
    let closing = if written[end..].contains('>') && !written.starts_with("<!-") { ">" } else { "" };
    format!("`{}{closing}`", &written[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_other_programs_belong_where_the_manifest_has_them() {
        for (field, place) in [
            ("title", Some("`title`")),
            ("Date", Some("`published`")),
            ("pub-date", Some("`published`")),
            ("keywords", Some("the `topic` of questions")),
            ("lang", Some("`language`")),
            ("layout", None),
        ] {
            assert_eq!(place_in_manifest(field), place, "{field}");
        }
        assert!(place_in_manifest("author").is_some_and(|place| place.contains("publisher")));
    }

    #[test]
    fn tags_are_named_without_what_stands_in_them() {
        for (written, name) in [
            ("<table class=\"wide\">", "`<table>`"),
            ("</table>", "`</table>`"),
            ("<!-- never closed", "`<!--`"),
            ("<?php echo ?>", "`<?php>`"),
        ] {
            assert_eq!(tag(written), name);
        }
    }
}
