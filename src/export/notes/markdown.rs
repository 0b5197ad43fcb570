//! Notes in Markdown, with front matter that Obsidian and Logseq read.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::comment;
use super::report::{Item, Printed, Report};
use super::tags::Tags;
use crate::export::markdown::escape;

/// Writes the report.
pub(super) fn write(report: &Report) -> String {
    let tags = Tags::of(items(report).flat_map(|item| &item.tags).map(String::as_str));
    let mut out = front_matter(report, &tags);
    for group in &report.groups {
        let _ = write!(out, "\n# {}\n", escape(&group.title));
        for item in &group.notes {
            note(&mut out, item, &tags);
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

fn items(report: &Report) -> impl Iterator<Item = &Item> {
    report.groups.iter().flat_map(|group| &group.notes)
}

fn front_matter(report: &Report, tags: &Tags) -> String {
    let briefings: BTreeSet<&str> = items(report).map(|item| item.briefing.as_str()).collect();
    let all = items(report).flat_map(|item| &item.tags);
    let tags: BTreeSet<&str> = all.map(|tag| tags.mapped(tag)).collect();
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

fn note(out: &mut String, item: &Item, tags: &Tags) {
    out.push('\n');
    if !item.quote.is_empty() {
        let _ = writeln!(out, "> {}\n>", escape(&item.quote));
    }
    let mut place = vec![format!("**{}**", item.label)];
    if !item.section.is_empty() {
        place.push(format!("“{}”", escape(&item.section)));
    }
    if !item.edition_words.is_empty() {
        place.push(item.edition_words.clone());
    }
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
    let tags = tags.all_mapped(item.tags.iter().map(String::as_str));
    let hashed = tags.iter().map(|tag| format!("#{tag}"));
    let tags = (!tags.is_empty()).then(|| hashed.collect::<Vec<_>>().join(" "));
    let last: Vec<String> = [stance, tags].into_iter().flatten().collect();
    if !last.is_empty() {
        let _ = write!(out, "\n{}\n", last.join(" · "));
    }
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
