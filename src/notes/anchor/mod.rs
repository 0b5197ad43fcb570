//! Where a note's passage stands in another edition: the difference of the two texts first, a
//! search for the words second. A search alone finds decoys: where the right place was reworded,
//! a wrong one can be more like the old words.

mod around;
mod change;
mod difference;
mod fuzzy;
mod search;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::edition_text::EditionText;
use super::passage::{CONTEXT, Passage};
use difference::Difference;
use search::Searcher;

pub use change::{Change, ChangeKind};
pub use fuzzy::{Hit, Pattern};

/// What became of a note's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The same words between the same words.
    Unchanged,
    /// The same words in another place.
    Moved,
    /// The place is there, its words are others.
    TextChanged,
    /// There are several places that it may be.
    Ambiguous,
    /// There is no such place any more.
    Orphaned,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] =
        [Status::Unchanged, Status::Moved, Status::TextChanged, Status::Ambiguous, Status::Orphaned];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Status::Unchanged => "unchanged",
            Status::Moved => "moved",
            Status::TextChanged => "text-changed",
            Status::Ambiguous => "ambiguous",
            Status::Orphaned => "orphaned",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A place that a passage may be at.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Code points of the new text.
    pub at: Range<usize>,
    /// How like the old words it is, with what stands around it: 0–1.
    pub score: f64,
}

/// Where a passage stands in the new text.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// What became of it.
    pub status: Status,
    /// Code points of the new text; `None` for what is ambiguous or orphaned.
    pub at: Option<Range<usize>>,
    /// Where it is ambiguous, the places that it may be, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// What is different about its words, where they are.
    pub change: Option<Change>,
}

impl Placement {
    fn found(status: Status, at: Range<usize>) -> Placement {
        Placement { status, at: Some(at), candidates: Vec::new(), change: None }
    }

    fn nowhere() -> Placement {
        Placement { status: Status::Orphaned, at: None, candidates: Vec::new(), change: None }
    }
}

/// Carries passages of one edition over to another. The difference is worked out once.
pub struct Carrier {
    /// The new text.
    signs: Vec<char>,
    /// From the old text, where it is known.
    difference: Option<Difference>,
    is_same: bool,
}

impl Carrier {
    /// From one text to another.
    #[must_use]
    pub fn new(old: &EditionText, new: &EditionText) -> Carrier {
        let is_same = old.as_str() == new.as_str();
        Carrier {
            signs: new.as_str().chars().collect(),
            difference: (!is_same).then(|| Difference::between(old.as_str(), new.as_str())),
            is_same,
        }
    }

    /// To a text from one that is not known: passages are searched for.
    #[must_use]
    pub fn without_old(new: &EditionText) -> Carrier {
        Carrier { signs: new.as_str().chars().collect(), difference: None, is_same: false }
    }

    /// Where a passage of the old text stands in the new one.
    #[must_use]
    pub fn place(&self, passage: &Passage) -> Placement {
        let exact: Vec<char> = passage.exact.chars().collect();
        let stands_at = |at: &Range<usize>| self.signs.get(at.clone()) == Some(exact.as_slice());
        if exact.is_empty() {
            return Placement::nowhere();
        }
        if self.is_same && stands_at(&passage.position) {
            return Placement::found(Status::Unchanged, passage.position.clone());
        }
        let carried = self.difference.as_ref().and_then(|difference| difference.carry(&passage.position));
        match carried {
            Some(carried) if carried.by_its_words => self.compared(passage, Status::Unchanged, carried.at),
            // The surroundings say that other words took its place; where its own stand whole in
            // another new line, they say more.
            Some(carried) => match self.only_place(&exact) {
                Some(at) => Placement::found(Status::Moved, at),
                None => self.compared(passage, Status::Unchanged, carried.at),
            },
            None => match self.only_place(&exact) {
                Some(at) => Placement::found(Status::Moved, at),
                None => self.searched(passage, &exact),
            },
        }
    }

    /// The one place of words in the lines that were not there before; of none and of several, and
    /// of words that stand anywhere, none.
    fn only_place(&self, exact: &[char]) -> Option<Range<usize>> {
        let lines = self.difference.as_ref().filter(|_| exact.len() >= search::LONG_ENOUGH)?.lines();
        let found = |line: &Range<usize>| {
            let hits = Pattern::new(exact).find(&self.signs[line.clone()], 0);
            hits.into_iter().map(|hit| line.start + hit.at.start..line.start + hit.at.end).collect::<Vec<_>>()
        };
        let mut places = lines.iter().flat_map(found);
        places.next().filter(|_| places.next().is_none())
    }

    /// A place with what is different about its words.
    fn compared(&self, passage: &Passage, same: Status, at: Range<usize>) -> Placement {
        let new: String = self.signs[at.clone()].iter().collect();
        let change = Change::between(&passage.exact, &new).or_else(|| self.about_another(passage, &at));
        let status = if change.is_some() { Status::TextChanged } else { same };
        Placement { change, ..Placement::found(status, at) }
    }

    /// A bare figure is nothing without what it is of: it is another one where the words right around it
    /// are others.
    fn about_another(&self, passage: &Passage, at: &Range<usize>) -> Option<Change> {
        let is_bare = passage.exact.chars().count() < search::LONG_ENOUGH
            && passage.exact.chars().any(char::is_numeric);
        if !is_bare {
            return None;
        }
        let signs = |range: Range<usize>| self.signs[range].iter().collect::<String>();
        let (before, after) = (
            signs(at.start.saturating_sub(CONTEXT)..at.start),
            signs(at.end..(at.end + CONTEXT).min(self.signs.len())),
        );
        let new = around::with_words(&before, &signs(at.clone()), &after);
        Change::between(&around::with_words(&passage.prefix, &passage.exact, &passage.suffix), &new)
    }

    /// What is gone from its place may stand where something was put in.
    fn searched(&self, passage: &Passage, exact: &[char]) -> Placement {
        let whole = 0..self.signs.len();
        let whole = std::slice::from_ref(&whole);
        let inserted = self.difference.as_ref().map_or(whole, Difference::inserted);
        let candidates = Searcher { text: &self.signs, within: inserted }.candidates(passage, exact);
        match search::decide(&candidates, exact.len()) {
            search::Decision::Nowhere => Placement::nowhere(),
            search::Decision::There(at) => {
                let is_in_place = self.difference.is_none() && at == passage.position;
                self.compared(passage, if is_in_place { Status::Unchanged } else { Status::Moved }, at)
            }
            search::Decision::Unsure => {
                Placement { status: Status::Ambiguous, at: None, candidates, change: None }
            }
        }
    }
}

#[cfg(test)]
mod tests;
