//! Notes in Markdown, with front matter that Obsidian and Logseq read.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Entry, address, label};
use crate::export::markdown::escape;
use crate::notes::Target;

/// Writes the notes, grouped by briefing in the order they come.
pub(super) fn write(entries: &[Entry<'_>], day: &str) -> String {
    let mut out = front_matter(entries, day);
    let mut current = "";
    for entry in entries {
        if entry.note.briefing != current {
            current = &entry.note.briefing;
            let title = if entry.note.title.is_empty() { current } else { &entry.note.title };
            let _ = write!(out, "\n# {}\n", escape(title));
        }
        note(&mut out, entry);
    }
    out
}

fn front_matter(entries: &[Entry<'_>], day: &str) -> String {
    let briefings: BTreeSet<&str> = entries.iter().map(|entry| entry.note.briefing.as_str()).collect();
    let tags: BTreeSet<&str> =
        entries.iter().flat_map(|entry| &entry.note.tags).map(String::as_str).collect();
    let list = |items: BTreeSet<&str>| items.into_iter().map(quoted).collect::<Vec<_>>().join(", ");
    format!(
        "---\ntitle: {}\ndate: {day}\nnotes: {}\nbriefings: [{}]\ntags: [{}]\n---\n",
        quoted(&format!("Notes, {day}")),
        entries.len(),
        list(briefings),
        list(tags)
    )
}

/// A string of YAML, which JSON's strings are.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is plain data")
}

fn note(out: &mut String, entry: &Entry<'_>) {
    let note = entry.note;
    out.push('\n');
    let quote = note.target.quote();
    if !quote.is_empty() {
        let _ = writeln!(out, "> {}\n>", escape(quote));
    }
    let mut place = vec![format!("**{}**", label(&note.target))];
    if let Target::Comparison { name } = &note.target {
        place.push(escape(name));
    }
    if !entry.section.is_empty() {
        place.push(format!("“{}”", escape(&entry.section)));
    }
    place.push(format!("edition {}", note.edition));
    if !entry.source.is_empty() {
        place.push(escape(&entry.source));
    }
    place.push(format!("<{}>", address(note)));
    let mark = if quote.is_empty() { "" } else { "> " };
    let _ = writeln!(out, "{mark}— {}", place.join(" · "));
    if !entry.disclosure.is_empty() {
        let parts: Vec<String> =
            entry.disclosure.iter().map(|(label, value)| format!("{label}: {value}")).collect();
        let _ = writeln!(out, ">\n> {}", escape(&parts.join("; ")));
    }
    if let Some(status) = entry.status.filter(|status| *status != "unchanged") {
        let _ = write!(out, "\n*In the edition at hand: {status}.*\n");
    }
    // A comment is CommonMark already.
    if !note.comment.trim().is_empty() {
        let _ = write!(out, "\n{}\n", note.comment.trim());
    }
    let stance = note.stance.map(|stance| format!("Stance: {stance}"));
    let tags = (!note.tags.is_empty()).then(|| {
        note.tags
            .iter()
            .map(|tag| format!("#{}", tag.replace(char::is_whitespace, "-")))
            .collect::<Vec<_>>()
            .join(" ")
    });
    let last: Vec<String> = [stance, tags].into_iter().flatten().collect();
    if !last.is_empty() {
        let _ = write!(out, "\n{}\n", last.join(" · "));
    }
}
