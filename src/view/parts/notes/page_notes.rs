//! The notes of one briefing on its page: which row each stands in, which of its words it marks.

use std::collections::HashMap;
use std::ops::Range;

use uuid::Uuid;

use super::placed_note::PlacedNote;
use crate::article;
use crate::bundle::{Bundle, Item};
use crate::notes::edition_text::Line;
use crate::notes::placing::place_in;
use crate::notes::{EditionText, Note, Status, Target};
use crate::view::parts::page_outline::Places;

/// Words of a block that a note marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Characters of the block's text.
    pub characters: Range<usize>,
    /// Index of the note.
    pub note: usize,
}

/// The notes of a briefing, in the order of its page.
#[derive(Clone, Debug, Default)]
pub struct PageNotes {
    notes: Vec<PlacedNote>,
    /// Row and note, in order.
    rows: Vec<(usize, usize)>,
    marks: HashMap<usize, Vec<Mark>>,
    /// Another one after each change.
    version: u64,
}

impl PageNotes {
    /// Places notes in a briefing. `text` is the edition's text with its hash; `old_text` gives that
    /// of other editions, by hash.
    #[must_use]
    pub fn new(
        notes: &[Note],
        bundle: &Bundle,
        (text, hash): (&EditionText, &str),
        old_text: impl Fn(&str) -> Option<EditionText>,
    ) -> PageNotes {
        let rows = Rows::new(bundle);
        let edition = bundle.manifest.edition;
        let mut placed: Vec<PlacedNote> = place_in(notes, bundle, (text, hash), old_text)
            .into_iter()
            .map(|placed| {
                let at = placed.placement.at.clone();
                let block = at.map(|at| text.line_at(at.start));
                let hash = text.hash_in(placed.note.text_hashes(), hash);
                let target = placed.note.target_for(edition, hash).0;
                let gone = placed.placement.status == Status::Orphaned;
                let row = if gone { None } else { rows.of(target, block) };
                PlacedNote {
                    target: target.clone(),
                    row,
                    section: row.map_or_else(String::new, |row| rows.section(row)),
                    is_settled: placed.note.is_settled_in(edition, hash),
                    note: placed.note.clone(),
                    placement: placed.placement,
                }
            })
            .collect();
        let order = |placed: &PlacedNote| {
            let start = placed.placement.at.as_ref().map_or(0, |at| at.start);
            (placed.row.unwrap_or(usize::MAX), start, placed.note.created, placed.note.id)
        };
        placed.sort_by_key(order);
        let rows =
            placed.iter().enumerate().filter_map(|(index, placed)| Some((placed.row?, index))).collect();
        PageNotes { marks: marks(&placed, bundle, text), rows, notes: placed, version: 0 }
    }

    /// All of them; those without a place at the end.
    #[must_use]
    pub fn all(&self) -> &[PlacedNote] {
        &self.notes
    }

    /// A note by its id.
    #[must_use]
    pub fn get(&self, id: Uuid) -> Option<&PlacedNote> {
        self.notes.iter().find(|placed| placed.note.id == id)
    }

    /// Takes over what a note says now; what it hangs on is the same.
    pub fn say(&mut self, note: &Note) {
        if let Some(placed) = self.notes.iter_mut().find(|placed| placed.note.id == note.id) {
            placed.note.clone_from(note);
            self.version += 1;
        }
    }

    /// Takes the place of what was there before.
    pub fn follow(&mut self, before: &PageNotes) {
        self.version = before.version + 1;
    }

    /// A number that is another after each change.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The notes that stand in some rows, by index, in their order.
    pub fn in_rows(&self, rows: Range<usize>) -> impl Iterator<Item = usize> {
        let from = self.rows.partition_point(|(row, _)| *row < rows.start);
        let to = self.rows.partition_point(|(row, _)| *row < rows.end);
        self.rows[from..to.max(from)].iter().map(|(_, note)| *note)
    }

    /// What is said in notes, by row, to be searched.
    #[must_use]
    pub fn texts(&self) -> Vec<(usize, String)> {
        let text = |(row, index): &(usize, usize)| {
            let note = &self.notes[*index].note;
            (*row, format!("{}\n{}", note.comment, note.tags.join("\n")))
        };
        self.rows.iter().map(text).collect()
    }

    /// The words of a block that notes mark.
    #[must_use]
    pub fn marks(&self, block: usize) -> &[Mark] {
        self.marks.get(&block).map_or(&[], Vec::as_slice)
    }

    /// What notes mark in a block, as a screen reader says it; `None` where they mark nothing.
    #[must_use]
    pub fn spoken_in(&self, block: usize) -> Option<String> {
        let marks = self.marks(block);
        let spoken = |mark: &Mark| super::words::spoken(&self.notes[mark.note]);
        (!marks.is_empty()).then(|| marks.iter().map(spoken).collect::<Vec<_>>().join(". "))
    }

    /// How many ended in each way, in the order of [`Status::ALL`]; they sum to all.
    #[must_use]
    pub fn counts(&self) -> [usize; 5] {
        Status::ALL.map(|status| self.notes.iter().filter(|placed| placed.placement.status == status).count())
    }

    /// Those that a person has to look at, by index: first what changed, then what may belong to
    /// several places, then what lost its place; each in the order of the page.
    #[must_use]
    pub fn to_settle(&self) -> Vec<usize> {
        let mut wanting: Vec<usize> =
            (0..self.notes.len()).filter(|index| self.notes[*index].needs_care()).collect();
        wanting.sort_by_key(|index| self.notes[*index].placement.status);
        wanting
    }
}

/// Where things stand among the rows of the page.
struct Rows {
    blocks: HashMap<usize, usize>,
    calls: HashMap<String, usize>,
    places: Places,
    strip: Option<usize>,
    /// Row and words of each heading.
    headings: Vec<(usize, String)>,
}

impl Rows {
    fn new(bundle: &Bundle) -> Rows {
        let order = bundle.page_order();
        let mut rows = Rows {
            blocks: HashMap::new(),
            calls: HashMap::new(),
            places: Places::new(bundle, &order),
            strip: order.iter().position(|item| *item == Item::Strip),
            headings: Vec::new(),
        };
        let mut call_rows = HashMap::new();
        for (row, item) in order.iter().enumerate() {
            match *item {
                Item::Block(block) => {
                    rows.blocks.insert(block, row);
                    let content = &bundle.article.blocks[block];
                    if matches!(content.kind, article::Kind::Heading { .. }) {
                        rows.headings.push((row, content.words().into_owned()));
                    }
                }
                Item::Call(call) => {
                    call_rows.insert(call, row);
                    rows.calls.insert(bundle.manifest.calls[call].id.clone(), row);
                }
                Item::Section(section) => rows.headings.push((row, section.title().to_owned())),
                _ => {}
            }
        }
        for (block, call) in bundle.standing_calls(&order) {
            rows.blocks.extend(call_rows.get(&call).map(|row| (block, *row)));
        }
        rows
    }

    fn of(&self, target: &Target, block: Option<usize>) -> Option<usize> {
        let figure = |reference: &str| {
            self.places
                .of(&article::Target::Figure(reference.into()))
                .or_else(|| self.places.of(&article::Target::Poll(reference.into())))
        };
        match target {
            Target::Passage(_) => self.blocks.get(&block?).copied(),
            // A figure without a chart of its own belongs to the briefing as a whole.
            Target::Figure { reference, .. } => figure(reference).or(Some(0)),
            Target::KeyFigure { .. } => self.strip.or(Some(0)),
            Target::Call { call, .. } => self.calls.get(call).copied(),
            Target::Briefing => Some(0),
            Target::Comparison { .. } => None,
        }
    }

    fn section(&self, row: usize) -> String {
        let above = self.headings.partition_point(|(heading, _)| *heading <= row).checked_sub(1);
        above.map_or_else(String::new, |above| self.headings[above].1.clone())
    }
}

/// The words that each passage marks, block by block.
fn marks(notes: &[PlacedNote], bundle: &Bundle, text: &EditionText) -> HashMap<usize, Vec<Mark>> {
    let mut marks: HashMap<usize, Vec<Mark>> = HashMap::new();
    let mut lines: HashMap<usize, Line> = HashMap::new();
    for (index, placed) in notes.iter().enumerate() {
        let Some(at) = &placed.placement.at else { continue };
        for block in text.line_at(at.start)..=text.line_at(at.end.saturating_sub(1).max(at.start)) {
            let Some(content) = bundle.article.blocks.get(block) else { continue };
            let own = text.line(block);
            let signs = at.start.max(own.start) - own.start..at.end.min(own.end).max(own.start) - own.start;
            let line = lines.entry(block).or_insert_with(|| Line::of(content));
            let bytes = line.in_block(signs);
            let character = |byte: usize| content.text[..byte].chars().count();
            let characters = character(bytes.start)..character(bytes.end);
            if !characters.is_empty() {
                marks.entry(block).or_default().push(Mark { characters, note: index });
            }
        }
    }
    marks
}
