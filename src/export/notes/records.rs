//! Notes as records: one row a note, a header first.

use super::{Entry, address};

const HEADER: [&str; 19] = [
    "id",
    "briefing",
    "title",
    "edition",
    "evidence",
    "kind",
    "target",
    "section",
    "quote",
    "comment",
    "tags",
    "stance",
    "colour",
    "status",
    "source",
    "disclosure",
    "address",
    "created",
    "modified",
];

pub(super) fn of(entries: &[Entry<'_>]) -> Vec<Vec<String>> {
    let header = HEADER.map(str::to_owned).to_vec();
    std::iter::once(header).chain(entries.iter().map(record)).collect()
}

fn record(entry: &Entry<'_>) -> Vec<String> {
    let note = entry.note;
    let disclosure: Vec<String> =
        entry.disclosure.iter().map(|(label, value)| format!("{label}: {value}")).collect();
    vec![
        note.id.to_string(),
        note.briefing.clone(),
        note.title.clone(),
        note.stated_edition().map_or_else(String::new, |edition| edition.to_string()),
        entry.label.to_owned(),
        note.target.kind().to_owned(),
        note.target.name(),
        entry.section.clone(),
        note.target.quote().to_owned(),
        note.comment.clone(),
        note.tags.join("; "),
        note.stance.map_or_else(String::new, |stance| stance.to_string()),
        note.colour.to_string(),
        entry.status.unwrap_or_default().to_owned(),
        entry.source.clone(),
        disclosure.join("; "),
        address(note),
        note.created.to_string(),
        note.modified.to_string(),
    ]
}
