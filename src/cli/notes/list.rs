//! `notes list`.

use std::fmt::Write;
use std::path::Path;

use jiff::Timestamp;

use super::opening::{open, whole};
use crate::cli::arguments::{Format, List};
use crate::cli::output::{DONE, FAILED, USAGE, fail, print, tell};
use crate::cli::show_text::layout::Page;
use crate::export::notes::{Entry, row};
use crate::notes::Note;

/// Lists notes, oldest first.
pub fn run(what: &List, folder: &Path, now: Timestamp) -> u8 {
    let named = what.briefing.as_deref().map(whole);
    let store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    let (bundle, id) = match named {
        None => (None, None),
        Some(Ok(bundle)) => {
            let id = bundle.manifest.id.clone();
            (Some(bundle), Some(id))
        }
        // Notes on a briefing that is not at hand go by the id that is printed before them.
        Some(Err(why)) => match what.briefing.as_deref().and_then(Path::to_str) {
            Some(id) if store.notes(Some(id)).is_ok_and(|read| !read.notes.is_empty()) => {
                (None, Some(id.to_owned()))
            }
            _ => return fail(USAGE, &why),
        },
    };
    let read = match store.notes(id.as_deref()) {
        Ok(read) => read,
        Err(why) => return fail(FAILED, &why.to_string()),
    };
    for id in &read.unreadable {
        tell(&format!(
            "briefing-reader: note {id} cannot be read and is left as it is: see `notes doctor`\n"
        ));
    }
    let entries = super::entries::entries(&read.notes, bundle.as_ref(), &store);
    let printed = match what.format {
        Format::Json => {
            let rows: Vec<_> = entries.iter().map(row).collect();
            print(&(serde_json::to_string_pretty(&rows).expect("rows are plain data") + "\n"))
        }
        Format::Text => {
            let mut page = Page::for_listing();
            for entry in &entries {
                list(&mut page, entry);
            }
            print(&page.finish())
        }
    };
    if printed == DONE && !read.unreadable.is_empty() { FAILED } else { printed }
}

fn list(page: &mut Page, entry: &Entry<'_>) {
    let note: &Note = entry.note;
    let mut text = format!("{}  {} · {}", note.id, note.briefing, note.target.kind());
    if let Some(status) = entry.status {
        let _ = write!(text, " · {status}");
    }
    if let Some(stance) = note.stance {
        let _ = write!(text, " · {stance}");
    }
    for tag in &note.tags {
        let _ = write!(text, " · #{tag}");
    }
    page.entry(&text);
    let quote = note.target.quote();
    if !quote.is_empty() {
        page.hanging("  ", &format!("“{quote}”"));
    }
    for line in note.comment.lines() {
        page.hanging("  ", line);
    }
}
