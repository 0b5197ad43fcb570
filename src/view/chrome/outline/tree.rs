//! Which entries of the outline are shown: folded away or not, filtered or not.

use std::collections::HashSet;
use std::sync::Arc;

use crate::text::has_words;
use crate::view::parts::page_outline::{Mark, OutlineRow};

/// The outline's folds and filter. Entries are named by their index in the whole outline.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    folded: HashSet<usize>,
    filter: String,
    /// Shared, since a frame that copied it would copy thousands.
    shown: Arc<[usize]>,
    begun: bool,
    /// Whether `shown` is still to be made anew.
    stale: bool,
}

impl Tree {
    /// The entries that are shown, in order. Sources are folded at first: they are many, and their
    /// heading says how many.
    pub fn shown(&mut self, entries: &[OutlineRow]) -> &Arc<[usize]> {
        if !self.begun {
            let begins_sources = |index: &usize| {
                entries[*index].mark == Mark::Heading
                    && entries.get(index + 1).is_some_and(|next| next.mark == Mark::Source)
            };
            self.folded.extend((0..entries.len()).filter(begins_sources));
            (self.begun, self.stale) = (true, true);
        }
        if std::mem::take(&mut self.stale) {
            self.shown = if self.filter.trim().is_empty() {
                unfolded(entries, &self.folded)
            } else {
                filtered(entries, &self.filter)
            }
            .into();
        }
        &self.shown
    }

    /// Where an entry stands among those that were shown last.
    pub fn position(&self, entry: usize) -> Option<usize> {
        self.shown.binary_search(&entry).ok()
    }

    /// The entry itself where it is shown, else the nearest one shown that holds it.
    pub fn nearest_shown(&self, entries: &[OutlineRow], entry: usize) -> Option<usize> {
        let mut next = Some(entry);
        while let Some(entry) = next {
            if self.position(entry).is_some() {
                return Some(entry);
            }
            next = parent(entries, entry);
        }
        None
    }

    /// Whether what an entry holds is hidden; `None` where it holds nothing. A filter shows all
    /// that it finds.
    pub fn is_folded(&self, entries: &[OutlineRow], entry: usize) -> Option<bool> {
        let filters = !self.filter.trim().is_empty();
        has_children(entries, entry).then(|| !filters && self.folded.contains(&entry))
    }

    /// The words of the entries that are folded, in order; `None` before the outline was first shown.
    pub fn folded(&self, entries: &[OutlineRow]) -> Option<Vec<String>> {
        let folded = entries.iter().enumerate().filter(|(index, _)| self.folded.contains(index));
        self.begun.then(|| folded.map(|(_, entry)| entry.text.clone()).collect())
    }

    /// Folds the entries with these words, and no others.
    pub fn fold_named(&mut self, entries: &[OutlineRow], names: &[String]) {
        self.folded = (0..entries.len()).filter(|index| names.contains(&entries[*index].text)).collect();
        (self.begun, self.stale) = (true, true);
    }

    /// Folds an entry, or unfolds it.
    pub fn fold(&mut self, entry: usize, folded: bool) {
        self.stale |= if folded { self.folded.insert(entry) } else { self.folded.remove(&entry) };
    }

    /// The words that entries have to have.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by other words; none: all entries are shown.
    pub fn set_filter(&mut self, words: String) {
        self.stale |= self.filter != words;
        self.filter = words;
    }
}

/// Whether an entry holds others.
fn has_children(entries: &[OutlineRow], entry: usize) -> bool {
    entries.get(entry + 1).is_some_and(|next| next.depth > entries[entry].depth)
}

/// The entry that holds this one.
pub fn parent(entries: &[OutlineRow], entry: usize) -> Option<usize> {
    let depth = entries.get(entry)?.depth;
    entries[..entry].iter().rposition(|before| before.depth < depth)
}

/// The entries that one holds, at any depth.
pub fn within(entries: &[OutlineRow], entry: usize) -> &[OutlineRow] {
    let depth = entries[entry].depth;
    let rest = &entries[entry + 1..];
    let end = rest.iter().position(|next| next.depth <= depth).unwrap_or(rest.len());
    &rest[..end]
}

fn unfolded(entries: &[OutlineRow], folded: &HashSet<usize>) -> Vec<usize> {
    let mut hidden_below = None;
    let mut shown = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if hidden_below.is_some_and(|depth| entry.depth > depth) {
            continue;
        }
        hidden_below = folded.contains(&index).then_some(entry.depth);
        shown.push(index);
    }
    shown
}

/// The entries with the words, and those that hold them.
fn filtered(entries: &[OutlineRow], words: &str) -> Vec<usize> {
    let mut holding: Vec<usize> = Vec::new();
    let mut shown: Vec<usize> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        holding.retain(|above| entries[*above].depth < entry.depth);
        if has_words(&entry.text, words) {
            let from = shown.last().copied();
            shown.extend(holding.iter().copied().filter(|above| from.is_none_or(|last| *above > last)));
            shown.push(index);
        }
        holding.push(index);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `"0 Name"`: depth and name.
    fn entries(rows: &[&str]) -> Vec<OutlineRow> {
        let entry = |(row, text): (usize, &&str)| {
            let (depth, text) = text.split_once(' ').expect("a depth");
            OutlineRow {
                depth: depth.parse().expect("a number"),
                text: text.to_owned(),
                mark: if text.starts_with("Source ") { Mark::Source } else { Mark::Heading },
                note: String::new(),
                has_chart: false,
                notes: 0,
                row,
            }
        };
        rows.iter().enumerate().map(entry).collect()
    }

    const ROWS: [&str; 7] = ["0 One", "1 Two", "2 Three", "1 Four", "0 Five", "0 Sources", "1 Source A"];

    #[test]
    fn sources_are_folded_at_first_and_nothing_else() {
        let entries = entries(&ROWS);
        let mut tree = Tree::default();
        assert_eq!(**tree.shown(&entries), [0, 1, 2, 3, 4, 5]);
        assert_eq!(tree.is_folded(&entries, 5), Some(true));
        assert_eq!(tree.is_folded(&entries, 0), Some(false));
        assert_eq!(tree.is_folded(&entries, 4), None);
    }

    #[test]
    fn folding_hides_what_is_held_at_any_depth_and_unfolding_brings_back_inner_folds() {
        let entries = entries(&ROWS);
        let mut tree = Tree::default();
        tree.shown(&entries);
        tree.fold(1, true);
        tree.fold(0, true);
        assert_eq!(**tree.shown(&entries), [0, 4, 5]);
        assert_eq!(tree.nearest_shown(&entries, 2), Some(0));
        tree.fold(0, false);
        assert_eq!(**tree.shown(&entries), [0, 1, 3, 4, 5]);
        assert_eq!(tree.nearest_shown(&entries, 2), Some(1));
        assert_eq!(tree.position(3), Some(2));
    }

    #[test]
    fn a_filter_shows_what_it_finds_under_what_holds_it_folded_or_not() {
        let entries = entries(&ROWS);
        let mut tree = Tree::default();
        tree.shown(&entries);
        tree.fold(0, true);
        tree.set_filter("thr".to_owned());
        assert_eq!(**tree.shown(&entries), [0, 1, 2]);
        tree.set_filter("o".to_owned());
        assert_eq!(**tree.shown(&entries), [0, 1, 3, 5, 6]);
        tree.set_filter(String::new());
        assert_eq!(**tree.shown(&entries), [0, 4, 5]);
    }

    #[test]
    fn a_level_that_is_left_out_still_has_one_to_hold_it() {
        let entries = entries(&["0 One", "2 Deep", "1 Two", "0 Three"]);
        assert_eq!(parent(&entries, 1), Some(0));
        assert_eq!(parent(&entries, 2), Some(0));
        assert_eq!(parent(&entries, 3), None);
        assert_eq!(within(&entries, 0).len(), 2);
    }
}
