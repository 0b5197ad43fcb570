//! Notes as files for other programs.

mod json;
mod jsonld;
mod markdown;
mod records;

use serde::Serialize;

use crate::bundle::Bundle;
use crate::notes::{EditionText, Note, Placement, Target};

pub use json::row;
pub use jsonld::{Refused, Taken, read as read_jsonld};

/// A note with what is known of its briefing.
#[derive(Clone, Debug)]
pub struct Entry<'n> {
    /// The note.
    pub note: &'n Note,
    /// How it stands in the edition at hand, where one is.
    pub status: Option<&'static str>,
    /// The heading that its passage stands under; empty where that is not known.
    pub section: String,
    /// What the poll discloses, where it hangs on a figure: labels and values, "not stated" where so.
    pub disclosure: Vec<(String, String)>,
    /// Where the figure or the article comes from, with the address; empty where not known.
    pub source: String,
}

/// A format that notes are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum NotesFormat {
    /// With front matter.
    Markdown,
    /// One row a note.
    Csv,
    /// As `notes list` prints it.
    Json,
    /// W3C Web Annotation.
    JsonLd,
}

impl NotesFormat {
    /// The format that a file's ending asks for.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<NotesFormat> {
        match ending.to_ascii_lowercase().as_str() {
            "md" => Some(NotesFormat::Markdown),
            "csv" => Some(NotesFormat::Csv),
            "json" => Some(NotesFormat::Json),
            "jsonld" => Some(NotesFormat::JsonLd),
            _ => None,
        }
    }
}

/// Notes in a format. `day`: when they are exported, as `2026-11-23`.
#[must_use]
pub fn write(entries: &[Entry<'_>], format: NotesFormat, day: &str) -> String {
    match format {
        NotesFormat::Markdown => markdown::write(entries, day),
        NotesFormat::Csv => super::write_csv(&records::of(entries)),
        NotesFormat::Json => json::write(entries),
        NotesFormat::JsonLd => jsonld::write(entries),
    }
}

/// An article's words, a poll's figure or somebody's call: evidence and advocacy are told apart.
#[must_use]
pub fn label(target: &Target) -> &'static str {
    match target {
        Target::Passage(_) => "article",
        Target::Figure { .. } | Target::KeyFigure { .. } => "poll",
        Target::Call { .. } => "call",
        Target::Comparison { .. } => "comparison",
        Target::Briefing => "briefing",
    }
}

/// Where a note's place is opened again: `briefing:ID#…`, which `briefing-reader open` takes.
#[must_use]
pub fn address(note: &Note) -> String {
    match note.target.name().as_str() {
        "" => format!("briefing:{}", note.briefing),
        name => format!("briefing:{}#{}", note.briefing, name.replace(' ', "%20")),
    }
}

impl<'n> Entry<'n> {
    /// A note of which nothing more is known.
    #[must_use]
    pub fn alone(note: &'n Note) -> Entry<'n> {
        Entry { note, status: None, section: String::new(), disclosure: Vec::new(), source: String::new() }
    }

    /// A note with its briefing at hand, whose text is `text`, and where it stands there.
    #[must_use]
    pub fn within(note: &'n Note, bundle: &Bundle, text: &EditionText, placement: &Placement) -> Entry<'n> {
        let mut entry = Entry { status: Some(placement.status.name()), ..Entry::alone(note) };
        match &note.target {
            Target::Passage(_) => {
                let at = placement.at.as_ref();
                entry.section =
                    at.map_or_else(String::new, |at| bundle.article.section_of(text.line_at(at.start)));
            }
            Target::Figure { reference, .. } => {
                if let Some((poll, question)) = bundle.question(reference) {
                    entry.disclosure.push(("Question".to_owned(), question.title.clone()));
                    let disclosed = poll.disclosure().into_iter();
                    let stated = |value: Option<String>| value.unwrap_or_else(|| "not stated".to_owned());
                    entry.disclosure.extend(disclosed.map(|(label, value)| (label, stated(value))));
                    let source = bundle.source_of(poll, question);
                    entry.source = source.map_or_else(String::new, |source| {
                        cited(&source.title, &source.publisher, &source.url)
                    });
                }
            }
            _ => {}
        }
        if entry.source.is_empty() {
            let manifest = &bundle.manifest;
            entry.source = cited(&manifest.title, &manifest.publisher, &format!("briefing:{}", manifest.id));
        }
        entry
    }
}

/// "Title, Publisher, address": what is there of it.
fn cited(title: &str, publisher: &str, address: &str) -> String {
    [title, publisher, address].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
