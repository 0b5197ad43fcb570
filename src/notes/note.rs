//! A note: what a person says, and what they say it of.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::passage::Passage;
use crate::bundle::Bundle;

/// A person's note on one edition of a briefing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its name for ever.
    pub id: Uuid,
    /// The briefing's id.
    pub briefing: String,
    /// The briefing's title when the note was made, for when the briefing is not at hand.
    pub title: String,
    /// The edition that the note was made on; 0 where that is not stated ([`Note::stated_edition`]).
    pub edition: u32,
    /// The hash of that edition's text: [`super::EditionText::hash`].
    pub text_hash: String,
    /// What it hangs on.
    pub target: Target,
    /// What the person says; empty for a highlight alone. Plain text, CommonMark where exported.
    #[serde(default)]
    pub comment: String,
    /// In the order they were given, each once.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The highlight's colour.
    #[serde(default)]
    pub colour: Colour,
    /// Where the person stands, to a call above all.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// What the person decided about it in a later edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// What a person decided when a later edition had changed what a note hangs on. What it hung on
/// at first stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The later edition.
    pub edition: u32,
    /// The hash of its text.
    pub text_hash: String,
    /// What the note hangs on since then; `None` where it is kept although its place is gone.
    pub target: Option<Target>,
}

/// What a note hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Target {
    /// Words of the article.
    Passage(Passage),
    /// A poll, a question, an answer, or a figure of the manifest.
    Figure {
        /// `poll/question/answer`, or a part of it, or a figure's id.
        reference: String,
        /// What it said, as it was printed and with what it is of.
        printed: String,
    },
    /// A key figure at the briefing's head.
    KeyFigure {
        /// The figures it is made of, by reference.
        references: Vec<String>,
        /// What it said.
        printed: String,
    },
    /// A call to action.
    Call {
        /// Its id.
        call: String,
        /// Its title and words.
        words: String,
    },
    /// A comparison that was kept.
    Comparison {
        /// Its name.
        name: String,
    },
    /// The whole briefing.
    Briefing,
}

/// What a person can be of a mind about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// For it.
    Support,
    /// Not sure of it.
    Doubt,
    /// Against it.
    Oppose,
    /// Wants to know more.
    Question,
}

/// A highlight's colour, by name: themes say what it looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// Yellow.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Pink.
    Pink,
}

impl Note {
    /// Hashes of the texts that it was placed in: the one it was made on, and the one it was settled in.
    pub fn text_hashes(&self) -> impl Iterator<Item = &str> {
        let settled = self.settled.as_ref().map(|settled| settled.text_hash.as_str());
        std::iter::once(self.text_hash.as_str()).chain(settled)
    }
}

impl Stance {
    /// All of them.
    pub const ALL: [Stance; 4] = [Stance::Support, Stance::Doubt, Stance::Oppose, Stance::Question];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stance::Support => "support",
            Stance::Doubt => "doubt",
            Stance::Oppose => "oppose",
            Stance::Question => "question",
        }
    }
}

impl Colour {
    /// All of them.
    pub const ALL: [Colour; 4] = [Colour::Yellow, Colour::Green, Colour::Blue, Colour::Pink];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Colour::Yellow => "yellow",
            Colour::Green => "green",
            Colour::Blue => "blue",
            Colour::Pink => "pink",
        }
    }
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Stance {
    type Err = ();

    fn from_str(name: &str) -> Result<Stance, ()> {
        Stance::ALL.into_iter().find(|stance| stance.name() == name).ok_or(())
    }
}

impl FromStr for Colour {
    type Err = ();

    fn from_str(name: &str) -> Result<Colour, ()> {
        Colour::ALL.into_iter().find(|colour| colour.name() == name).ok_or(())
    }
}

impl Note {
    /// The edition that it was made on, where that is known: another program's annotation need not say.
    #[must_use]
    pub fn stated_edition(&self) -> Option<u32> {
        (self.edition > 0).then_some(self.edition)
    }

    /// "edition 2", or that it is not stated; empty for a note on a comparison, which has none.
    #[must_use]
    pub fn edition_words(&self) -> String {
        match (self.stated_edition(), &self.target) {
            (Some(edition), _) => format!("edition {edition}"),
            (None, Target::Comparison { .. }) => String::new(),
            (None, _) => "edition not stated".to_owned(),
        }
    }

    /// What it hangs on, with the hash of that edition's text, for a reader of an edition: what it
    /// was made on where that is the edition, else what was decided last.
    #[must_use]
    pub fn target_for(&self, edition: u32, text_hash: &str) -> (&Target, &str) {
        let is_own = self.edition == edition && self.text_hash == text_hash;
        let settled = self.settled.as_ref().filter(|_| !is_own);
        match settled.and_then(|settled| Some((settled.target.as_ref()?, settled.text_hash.as_str()))) {
            Some(settled) => settled,
            None => (&self.target, &self.text_hash),
        }
    }

    /// Whether the person has decided about it in this edition.
    #[must_use]
    pub fn is_settled_in(&self, edition: u32, text_hash: &str) -> bool {
        self.settled
            .as_ref()
            .is_some_and(|settled| settled.edition == edition && settled.text_hash == text_hash)
    }

    /// Whether the person decided that it has no place in this edition. In its own it is what it was.
    #[must_use]
    pub fn is_kept_without_place_in(&self, edition: u32, text_hash: &str) -> bool {
        let is_own = self.edition == edition && self.text_hash == text_hash;
        let has_none = self.settled.as_ref().is_some_and(|settled| settled.target.is_none());
        has_none && !is_own && self.is_settled_in(edition, text_hash)
    }

    /// Gives it a tag, once and on one line; one that says nothing is left out.
    pub fn tag_with(&mut self, tag: &str) {
        let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        if !tag.is_empty() && !self.tags.contains(&tag) {
            self.tags.push(tag);
        }
    }

    /// Whether it is no more than a mark: nothing was said.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.comment.trim().is_empty() && self.tags.is_empty() && self.stance.is_none()
    }
}

impl Target {
    /// A key figure of the briefing's head; `None` where the briefing lacks one of its figures.
    #[must_use]
    pub fn key_figure(bundle: &Bundle, references: &[String]) -> Option<Target> {
        let all_there =
            !references.is_empty() && references.iter().all(|reference| bundle.find(reference).is_some());
        all_there.then(|| Target::KeyFigure {
            references: references.to_vec(),
            printed: key_figure(bundle, references),
        })
    }

    /// A poll's figure; `None` where the briefing has none of that reference.
    #[must_use]
    pub fn figure(bundle: &Bundle, reference: &str) -> Option<Target> {
        bundle.find(reference)?;
        Some(Target::Figure { reference: reference.to_owned(), printed: bundle.evidence_text(reference) })
    }

    /// A call; `None` where the briefing has none of that id.
    #[must_use]
    pub fn call(bundle: &Bundle, id: &str) -> Option<Target> {
        let call = bundle.manifest.calls.iter().find(|call| call.id == id)?;
        Some(Target::Call { call: id.to_owned(), words: format!("{}: {}", call.title, call.text) })
    }

    /// What kind it is: `passage`, `figure`, `key-figure`, `call`, `comparison`, `briefing`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Target::Passage(_) => "passage",
            Target::Figure { .. } => "figure",
            Target::KeyFigure { .. } => "key-figure",
            Target::Call { .. } => "call",
            Target::Comparison { .. } => "comparison",
            Target::Briefing => "briefing",
        }
    }

    /// What it says or said when the note was made; empty for a comparison and a whole briefing.
    #[must_use]
    pub fn quote(&self) -> &str {
        match self {
            Target::Passage(passage) => &passage.exact,
            Target::Figure { printed, .. } | Target::KeyFigure { printed, .. } => printed,
            Target::Call { words, .. } => words,
            Target::Comparison { .. } | Target::Briefing => "",
        }
    }

    /// What names it in its briefing: `poll/question/answer`, `call:ID`, code points `120-160`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Target::Passage(passage) => format!("{}-{}", passage.position.start, passage.position.end),
            Target::Figure { reference, .. } => reference.clone(),
            Target::KeyFigure { references, .. } => references.join(" "),
            Target::Call { call, .. } => format!("call:{call}"),
            Target::Comparison { name } => name.clone(),
            Target::Briefing => String::new(),
        }
    }

    /// What the same figure or call says in `bundle`; `None` where it has none, and for what is not
    /// found by its name.
    #[must_use]
    pub fn in_edition(&self, bundle: &Bundle) -> Option<String> {
        match self {
            Target::Figure { reference, .. } => {
                Target::figure(bundle, reference).map(|now| now.quote().to_owned())
            }
            Target::KeyFigure { references, .. } => {
                Target::key_figure(bundle, references).map(|now| now.quote().to_owned())
            }
            Target::Call { call, .. } => Target::call(bundle, call).map(|now| now.quote().to_owned()),
            Target::Passage(_) | Target::Comparison { .. } | Target::Briefing => None,
        }
    }
}

/// A key figure as it is printed: its values with an arrow between.
#[must_use]
pub fn key_figure(bundle: &Bundle, references: &[String]) -> String {
    references.iter().map(|reference| bundle.value_text(reference)).collect::<Vec<_>>().join(" → ")
}

/// Ten bytes that no other note has.
#[must_use]
pub fn chance() -> [u8; 10] {
    use std::hash::{BuildHasher, RandomState};
    let mut chance = [0; 10];
    chance[..8].copy_from_slice(&RandomState::new().hash_one(std::process::id()).to_be_bytes());
    chance[8..].copy_from_slice(&RandomState::new().hash_one(0_u8).to_be_bytes()[..2]);
    chance
}

/// An id for a note that is made at a time, with ten bytes of chance: a UUID of version 7, so that
/// ids sort by age.
#[must_use]
pub fn new_id(now: Timestamp, chance: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
}
