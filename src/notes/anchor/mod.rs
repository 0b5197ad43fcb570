//! Where a note's passage stands in another edition: the difference of the two texts first, a
//! search for the words second. A search alone finds decoys: where the right place was reworded,
//! a wrong one can be more like the old words.

mod around;
mod change;
mod difference;
mod former_marks;
mod fuzzy;
mod placement;
mod read;
mod search;

use std::ops::Range;

use super::edition_text::EditionText;
use super::passage::{CONTEXT, Passage};
use crate::text::typed;
use difference::Difference;
use read::Read;
use search::Searcher;

pub use change::{Change, ChangeKind};
pub use fuzzy::{Hit, Pattern};
pub use placement::{Candidate, Placement, Status};

/// Carries passages of one edition over to another. The difference is worked out once, between the words:
/// how a publisher sets their signs, and which numbers footnotes have, says nothing.
pub struct Carrier {
    new: Read,
    /// Where it is known.
    old: Option<Read>,
    /// From the old text, where it is known and another.
    difference: Option<Difference>,
    is_same: bool,
}

/// A passage as it is compared.
struct Wanted<'p> {
    /// Among the signs that are compared.
    passage: Passage,
    exact: Vec<char>,
    /// As it was kept.
    kept: &'p Passage,
    /// Its words, what stands before and what after, as they were set.
    words: [String; 3],
}

impl Carrier {
    /// From one text to another.
    #[must_use]
    pub fn new(old: &EditionText, new: &EditionText) -> Carrier {
        let (old, new) = (Read::of_older(old, new), Read::of(new));
        let is_same = old.signs() == new.signs();
        let text = |read: &Read| read.signs().iter().collect::<String>();
        let difference = (!is_same).then(|| Difference::between(&text(&old), &text(&new)));
        Carrier { new, old: Some(old), difference, is_same }
    }

    /// To a text from one that is not known: passages are searched for.
    #[must_use]
    pub fn without_old(new: &EditionText) -> Carrier {
        Carrier { new: Read::of(new), old: None, difference: None, is_same: false }
    }

    /// Where a passage of the old text stands in the new one.
    #[must_use]
    pub fn place(&self, passage: &Passage) -> Placement {
        let found = self.place_signs(&self.wanted(passage));
        let candidate =
            |candidate: Candidate| Candidate { at: self.new.in_text(candidate.at), score: candidate.score };
        Placement {
            at: found.at.map(|at| self.new.in_text(at)),
            candidates: found.candidates.into_iter().map(candidate).collect(),
            ..found
        }
    }

    fn wanted<'p>(&self, kept: &'p Passage) -> Wanted<'p> {
        let (start, end) = (kept.position.start, kept.position.end);
        let around = [start..end, start.saturating_sub(CONTEXT)..start, end..end + CONTEXT];
        let (signs, words) = match &self.old {
            Some(old) if old.has(kept) => {
                let signs = around.clone().map(|range| old.signs_of(range).iter().collect::<String>());
                (signs, around.map(|range| old.words(range)))
            }
            _ => {
                let kept = [&kept.exact, &kept.prefix, &kept.suffix];
                (kept.map(|text| typed_lines(text)), kept.map(String::clone))
            }
        };
        let position = self.old.as_ref().map_or(start..end, |old| old.among_signs(start..end));
        let [exact, prefix, suffix] = signs;
        let passage = Passage { exact, prefix, suffix, position };
        Wanted { exact: passage.exact.chars().collect(), passage, kept, words }
    }

    /// The place among the signs that are compared.
    fn place_signs(&self, wanted: &Wanted<'_>) -> Placement {
        let Wanted { passage, exact, .. } = wanted;
        let stands_at = |at: &Range<usize>| self.new.signs().get(at.clone()) == Some(exact.as_slice());
        if exact.is_empty() {
            return Placement::nowhere();
        }
        if self.is_same && stands_at(&passage.position) {
            return Placement::found(Status::Unchanged, passage.position.clone());
        }
        let carried = self.difference.as_ref().and_then(|difference| difference.carry(&passage.position));
        match carried {
            Some(carried) if carried.by_its_words => self.compared(wanted, Status::Unchanged, carried.at),
            // The surroundings say that other words took its place; where its own stand whole in
            // another new line, they say more.
            Some(carried) => match self.only_place(exact) {
                Some(at) => Placement::found(Status::Moved, at),
                None => self.compared(wanted, Status::Unchanged, carried.at),
            },
            None => match self.only_place(exact) {
                Some(at) => Placement::found(Status::Moved, at),
                None => self.searched(wanted),
            },
        }
    }

    /// The one place of words in the lines that were not there before; of none and of several, and
    /// of words that stand anywhere, none.
    fn only_place(&self, exact: &[char]) -> Option<Range<usize>> {
        let lines = self.difference.as_ref().filter(|_| exact.len() >= search::LONG_ENOUGH)?.lines();
        let found = |line: &Range<usize>| {
            let hits = Pattern::new(exact).find(&self.new.signs()[line.clone()], 0);
            hits.into_iter().map(|hit| line.start + hit.at.start..line.start + hit.at.end).collect::<Vec<_>>()
        };
        let mut places = lines.iter().flat_map(found);
        places.next().filter(|_| places.next().is_none())
    }

    /// A place with what is different about its words.
    fn compared(&self, wanted: &Wanted<'_>, same: Status, at: Range<usize>) -> Placement {
        let place = self.new.in_text(at.clone());
        let change = Change::between(&wanted.words[0], &self.new.words(place.clone()))
            .or_else(|| self.about_another(wanted, &place));
        let status = if change.is_some() { Status::TextChanged } else { same };
        Placement { change, ..Placement::found(status, at) }
    }

    /// A bare figure is nothing without what it is of: it is another one where the words right around it
    /// are others. `place` is in the new text.
    fn about_another(&self, wanted: &Wanted<'_>, place: &Range<usize>) -> Option<Change> {
        let is_bare =
            wanted.exact.len() < search::LONG_ENOUGH && wanted.exact.iter().copied().any(char::is_numeric);
        if !is_bare {
            return None;
        }
        let before = self.new.words(place.start.saturating_sub(CONTEXT)..place.start);
        let after = self.new.words(place.end..place.end + CONTEXT);
        let new = around::with_words(&before, &self.new.words(place.clone()), &after);
        let [words, before, after] = &wanted.words;
        Change::between(&around::with_words(before, words, after), &new)
    }

    /// What is gone from its place may stand where something was put in.
    fn searched(&self, wanted: &Wanted<'_>) -> Placement {
        let Wanted { passage, exact, .. } = wanted;
        let whole = 0..self.new.signs().len();
        let whole = std::slice::from_ref(&whole);
        let inserted = self.difference.as_ref().map_or(whole, Difference::inserted);
        let candidates = Searcher { text: self.new.signs(), within: inserted }.candidates(passage, exact);
        match search::decide(&candidates, exact.len()) {
            search::Decision::Nowhere => Placement::nowhere(),
            search::Decision::There(at) => {
                let is_in_place =
                    self.difference.is_none() && self.new.in_text(at.clone()) == wanted.kept.position;
                self.compared(wanted, if is_in_place { Status::Unchanged } else { Status::Moved }, at)
            }
            search::Decision::Unsure => {
                Placement { status: Status::Ambiguous, at: None, candidates, change: None }
            }
        }
    }
}

/// A part of a text as [`Read`] has it.
fn typed_lines(text: &str) -> String {
    text.split('\n').map(typed).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
