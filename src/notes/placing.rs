//! How each note of a briefing stands in the edition at hand.

use std::collections::HashMap;

use super::anchor::{Carrier, Change, Placement, Status};
use super::edition_text::EditionText;
use super::note::{Note, Target};
use crate::bundle::Bundle;

/// A note with where it stands.
#[derive(Clone, Debug)]
pub struct Placed<'n> {
    /// The note.
    pub note: &'n Note,
    /// What became of what it hangs on. A figure or call has no [`Placement::at`].
    pub placement: Placement,
}

/// How many notes ended in each way, in the order of [`Status::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([usize; 5]);

impl Counts {
    /// Of notes that were placed.
    #[must_use]
    pub fn of(placed: &[Placed<'_>]) -> Counts {
        let mut counts = Counts::default();
        for placed in placed {
            counts.0[placed.placement.status as usize] += 1;
        }
        counts
    }

    /// How many have a status.
    #[must_use]
    pub fn with(&self, status: Status) -> usize {
        self.0[status as usize]
    }

    /// All of them.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }
}

/// Places notes in a bundle. `old_text` gives the text of an annotated edition by its hash, where it
/// is kept; it is asked for each edition once.
pub fn place<'n>(
    notes: &'n [Note],
    bundle: &Bundle,
    old_text: impl Fn(&str) -> Option<EditionText>,
) -> Vec<Placed<'n>> {
    let text = EditionText::of(&bundle.article);
    place_in(notes, bundle, (&text, &text.hash()), old_text)
}

/// The same where the bundle's text and its hash are at hand.
pub fn place_in<'n>(
    notes: &'n [Note],
    bundle: &Bundle,
    (text, hash): (&EditionText, &str),
    old_text: impl Fn(&str) -> Option<EditionText>,
) -> Vec<Placed<'n>> {
    let mut carriers: HashMap<&str, Carrier> = HashMap::new();
    let mut placement = |note: &'n Note| {
        let hash = text.hash_in(note.text_hashes(), hash);
        if note.is_kept_without_place_in(bundle.manifest.edition, hash) {
            return standing(Status::Orphaned, None);
        }
        let (target, made_on) = note.target_for(bundle.manifest.edition, hash);
        match target {
            Target::Passage(passage) => {
                let carrier = carriers.entry(made_on).or_insert_with(|| match old_text(made_on) {
                    Some(old) => Carrier::new(&old, text),
                    None => match text.former(made_on) {
                        Some(old) => Carrier::new(old, text),
                        None if made_on == hash => Carrier::new(text, text),
                        None => Carrier::without_old(text),
                    },
                });
                carrier.place(passage)
            }
            Target::Figure { .. } | Target::KeyFigure { .. } | Target::Call { .. } => by_name(target, bundle),
            // They do not hang on anything that an edition can change.
            Target::Comparison { .. } | Target::Briefing => standing(Status::Unchanged, None),
        }
    };
    notes.iter().map(|note| Placed { note, placement: placement(note) }).collect()
}

/// Figures and calls go by their ids: a value or words that changed are told, an id that is gone
/// leaves an orphan.
fn by_name(target: &Target, bundle: &Bundle) -> Placement {
    match target.in_edition(bundle) {
        None => standing(Status::Orphaned, None),
        // Other programs name a figure without its words.
        Some(_) if target.quote().is_empty() => standing(Status::Unchanged, None),
        Some(now) => match Change::between(target.quote(), &now) {
            None => standing(Status::Unchanged, None),
            change => standing(Status::TextChanged, change),
        },
    }
}

fn standing(status: Status, change: Option<Change>) -> Placement {
    Placement { status, at: None, candidates: Vec::new(), change }
}
