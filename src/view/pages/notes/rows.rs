//! The rows of the Notes view: which notes, filtered and sorted, and what stands between them.

use std::sync::Arc;

use uuid::Uuid;

use super::digest::Deciding;
use super::filter::Filter;
use crate::bundle::Bundle;
use crate::notes::Note;
use crate::ui::virtual_list::VirtualList;
use crate::view::parts::notes::PageNotes;

/// Where the Notes view stands, and what is asked of it.
#[derive(Default)]
pub struct NotesList {
    /// Which notes.
    pub filter: Filter,
    pub(super) list: VirtualList,
    shown: Option<Shown>,
    /// Which change is decided about.
    pub(super) deciding: Deciding,
    /// Whether a card was opened in the last frame.
    pub(super) was_opened: bool,
}

/// The rows for one state of notes and filter.
struct Shown {
    of: (usize, u64, Filter, bool),
    rows: Arc<Vec<Row>>,
}

/// A row of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Title, counts, filters.
    Head,
    /// What changed, before the notes it concerns.
    Digest,
    /// A note that a person has to decide about, by index on the page.
    Change(usize),
    /// The heading of a group of notes.
    Group(String),
    /// A note on the page, by index.
    Placed(usize),
    /// A note on another briefing.
    Elsewhere(Uuid),
    /// That there is none.
    Nothing,
    /// Room under the last one.
    End,
}

impl NotesList {
    /// The rows as they are asked for now, made anew only where something has changed.
    pub(super) fn rows(
        &mut self,
        all: &Arc<Vec<Note>>,
        placed: &PageNotes,
        open: Option<&Bundle>,
    ) -> Arc<Vec<Row>> {
        let of = (Arc::as_ptr(all).addr(), placed.version(), self.filter.clone(), open.is_some());
        match &self.shown {
            Some(shown) if shown.of == of => Arc::clone(&shown.rows),
            _ => {
                let rows = Arc::new(rows(all, placed, open, &self.filter));
                self.list.forget_heights();
                self.shown = Some(Shown { of, rows: Arc::clone(&rows) });
                rows
            }
        }
    }
}

fn rows(all: &[Note], placed: &PageNotes, open: Option<&Bundle>, filter: &Filter) -> Vec<Row> {
    let mut rows = vec![Row::Head];
    let changed = placed.to_settle();
    if !changed.is_empty() {
        rows.push(Row::Digest);
        rows.extend(changed.into_iter().map(Row::Change));
    }
    let before = rows.len();
    let here = open.map(|bundle| bundle.manifest.id.as_str());
    let everywhere = filter.everywhere || here.is_none();
    // The briefing in the window comes first, in the order of its page; the others by their titles.
    let own = (0..placed.all().len()).filter_map(|index| {
        let placed = &placed.all()[index];
        let is_wanted = filter.wants(&placed.note, &placed.section, Some(placed.placement.status));
        is_wanted.then_some((Row::Placed(index), &placed.note))
    });
    let mut listed: Vec<(Row, &Note)> = own.collect();
    if everywhere {
        let others =
            all.iter().filter(|note| Some(note.briefing.as_str()) != here && filter.wants(note, "", None));
        let mut others: Vec<&Note> = others.collect();
        others.sort_by(|a, b| a.title.cmp(&b.title).then(a.briefing.cmp(&b.briefing)));
        listed.extend(others.into_iter().map(|note| (Row::Elsewhere(note.id), note)));
    }
    filter.sort(&mut listed, |(_, note)| *note);
    let mut group = None;
    for (row, note) in listed {
        if everywhere && group != Some(&note.briefing) {
            group = Some(&note.briefing);
            let own = open.filter(|_| matches!(row, Row::Placed(_)));
            let title = own.map_or(note.title.as_str(), |own| &own.manifest.title);
            // Where no briefing was open, a comparison was noted.
            rows.push(Row::Group(if title.is_empty() { "Comparisons" } else { title }.to_owned()));
        }
        rows.push(row);
    }
    if rows.len() == before {
        rows.push(Row::Nothing);
    }
    rows.push(Row::End);
    rows
}
