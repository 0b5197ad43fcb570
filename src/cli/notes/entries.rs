//! Notes with what their briefing says of them, for lists and exports.

use crate::bundle::Bundle;
use crate::export::notes::Entry;
use crate::notes::{EditionText, Note, Store, placing};

/// The notes with what a briefing says of them, if one is at hand.
pub fn entries<'n>(notes: &'n [Note], bundle: Option<&'n Bundle>, store: &Store) -> Vec<Entry<'n>> {
    let Some(bundle) = bundle else { return notes.iter().map(Entry::alone).collect() };
    let text = EditionText::of(&bundle.article);
    // A text that cannot be read is as one that is not kept: its passages are searched for.
    let old_text = |hash: &str| store.edition_text(hash).ok().flatten();
    let placed = placing::place(notes, bundle, old_text).into_iter();
    placed.map(|placed| Entry::within(placed.note, bundle, &text, &placed.placement)).collect()
}
