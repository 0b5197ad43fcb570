//! Notes for scripts.

use serde::Serialize;

use super::Entry;

/// A note as `notes list --format json` prints it.
#[derive(Serialize)]
pub struct Row<'n> {
    id: String,
    briefing: &'n str,
    edition: Option<u32>,
    kind: &'static str,
    target: String,
    quote: &'n str,
    comment: &'n str,
    tags: &'n [String],
    stance: Option<&'static str>,
    colour: &'static str,
    status: Option<&'static str>,
    created: String,
    modified: String,
}

/// The row of a note.
#[must_use]
pub fn row<'n>(entry: &Entry<'n>) -> Row<'n> {
    let note = entry.note;
    Row {
        id: note.id.to_string(),
        briefing: &note.briefing,
        edition: note.stated_edition(),
        kind: note.target.kind(),
        target: note.target.name(),
        quote: note.target.quote(),
        comment: &note.comment,
        tags: &note.tags,
        stance: note.stance.map(crate::notes::Stance::name),
        colour: note.colour.name(),
        status: entry.status,
        created: note.created.to_string(),
        modified: note.modified.to_string(),
    }
}

pub(super) fn write(entries: &[Entry<'_>]) -> String {
    let rows: Vec<Row<'_>> = entries.iter().map(row).collect();
    serde_json::to_string_pretty(&rows).expect("rows are plain data") + "\n"
}
