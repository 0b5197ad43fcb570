//! Notes in Markdown, with front matter that Obsidian and Logseq read.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::comment;
use super::report::{Item, Printed, Report};
use crate::export::markdown::escape;

/// Writes the report.
pub(super) fn write(report: &Report) -> String {
    let mut out = front_matter(report);
    for group in &report.groups {
        let _ = write!(out, "\n# {}\n", escape(&group.title));
        for item in &group.notes {
            note(&mut out, item);
        }
    }
    if !report.references.is_empty() {
        let _ = write!(out, "\n# References ({})\n\n", report.style);
        for reference in &report.references {
            let _ = writeln!(out, "- {}", printed(reference));
        }
    }
    out
}

fn front_matter(report: &Report) -> String {
    let items = || report.groups.iter().flat_map(|group| &group.notes);
    let briefings: BTreeSet<&str> = items().map(|item| item.briefing.as_str()).collect();
    let tags: BTreeSet<&str> = items().flat_map(|item| &item.tags).map(String::as_str).collect();
    let list = |items: BTreeSet<&str>| items.into_iter().map(quoted).collect::<Vec<_>>().join(", ");
    format!(
        "---\ntitle: {}\ndate: {}\nnotes: {}\nbriefings: [{}]\ntags: [{}]\n---\n",
        quoted(&report.title),
        report.day,
        report.count,
        list(briefings),
        list(tags)
    )
}

/// A string of YAML, which JSON's strings are but for signs that YAML wants spelt out.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("text is plain data");
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

fn note(out: &mut String, item: &Item) {
    out.push('\n');
    if !item.quote.is_empty() {
        let _ = writeln!(out, "> {}\n>", escape(&item.quote));
    }
    let mut place = vec![format!("**{}**", item.label)];
    if !item.section.is_empty() {
        place.push(format!("“{}”", escape(&item.section)));
    }
    place.push(format!("edition {}", item.edition));
    if !item.citation.0.is_empty() {
        place.push(printed(&item.citation));
    }
    if !item.source.is_empty() {
        place.push(escape(&item.source));
    }
    place.push(format!("<{}>", item.address));
    let mark = if item.quote.is_empty() { "" } else { "> " };
    let _ = writeln!(out, "{mark}— {}", place.join(" · "));
    if !item.disclosure.is_empty() {
        let parts: Vec<String> =
            item.disclosure.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect();
        let _ = writeln!(out, ">\n> {}", escape(&parts.join("; ")));
    }
    if let Some(status) = item.status.filter(|status| *status != "unchanged") {
        let _ = write!(out, "\n*In the edition at hand: {status}.*\n");
    }
    // A comment is CommonMark already.
    if !item.comment.is_empty() {
        let _ = write!(out, "\n{}\n", comment::markdown(&item.comment));
    }
    let stance = item.stance.map(|stance| format!("Stance: {stance}"));
    let tags = (!item.tags.is_empty())
        .then(|| item.tags.iter().map(|tag| hashed(tag)).collect::<Vec<_>>().join(" "));
    let last: Vec<String> = [stance, tags].into_iter().flatten().collect();
    if !last.is_empty() {
        let _ = write!(out, "\n{}\n", last.join(" · "));
    }
}

/// A tag as Obsidian and Logseq read it: letters, digits, `_`, `-` and `/`, and no white space.
fn hashed(tag: &str) -> String {
    let parts = tag.split(|sign: char| !sign.is_alphanumeric() && !"_-/".contains(sign));
    format!("#{}", parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"))
}

fn printed(reference: &Printed) -> String {
    let span = |span: &crate::export::references::Span| {
        let (words, outer) = (span.text.trim(), &span.text);
        let before = &outer[..outer.len() - outer.trim_start().len()];
        let after = &outer[outer.trim_end().len()..];
        if span.italic && !words.is_empty() {
            format!("{before}*{}*{after}", escape(words))
        } else {
            format!("{before}{}{after}", escape(words))
        }
    };
    reference.0.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn front_matter_has_no_sign_that_yaml_refuses() {
        assert_eq!(quoted("a\"b\u{7f}c\u{1b}é\u{2028}👩"), "\"a\\\"b\\u007fc\\u001bé\\u2028👩\"");
    }
}
