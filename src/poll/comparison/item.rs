//! A figure that is compared, and how.

use crate::poll::stats::{Confidence, DesignEffect, Estimate, NoInterval, Sample, WhatIf, estimate};
use crate::poll::{Answer, Poll, Question};

/// Which edition of a briefing a figure is of, where that has to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its number, from 1.
    pub number: u32,
    /// Whether references name it; those that do not mean the newest at hand.
    pub named: bool,
}

/// One figure with all that it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The briefing's id; polls are the same only inside one briefing.
    pub briefing: &'a str,
    /// Its edition, where several of the briefing are at hand or the figure was asked for by it.
    pub edition: Option<Edition>,
    /// The poll.
    pub poll: &'a Poll,
    /// The question.
    pub question: &'a Question,
    /// The answer whose share it is.
    pub answer: &'a Answer,
}

/// How a comparison is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// How sure intervals are; tests have the same bar.
    pub confidence: Confidence,
    /// What is lost against a simple random sample, in every poll.
    pub design_effect: DesignEffect,
    /// The sample size to try where none is stated.
    pub what_if: Option<WhatIf>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { confidence: Confidence::NINETY_FIVE, design_effect: DesignEffect::NONE, what_if: None }
    }
}

/// A briefing as references name it: by its id, with the edition where that is named.
#[must_use]
pub fn briefing_named(id: &str, edition: Option<Edition>) -> String {
    match edition {
        Some(Edition { number, named: true }) => format!("{id}?edition={number}"),
        _ => id.to_owned(),
    }
}

/// A name with the edition behind it, where that has to be said: "Spring poll, edition 2".
#[must_use]
pub fn with_edition(name: &str, edition: Option<Edition>) -> String {
    match edition {
        Some(Edition { number, .. }) => format!("{name}, edition {number}"),
        None => name.to_owned(),
    }
}

impl Item<'_> {
    /// `briefing#poll/question/answer`, and `briefing?edition=1#…` where the edition is named.
    #[must_use]
    pub fn reference(&self) -> String {
        let briefing = briefing_named(self.briefing, self.edition);
        format!("{briefing}#{}/{}/{}", self.poll.id, self.question.id, self.answer.id)
    }

    /// "edition 2", where it has to be said.
    #[must_use]
    pub fn edition_words(&self) -> Option<String> {
        self.edition.map(|edition| format!("edition {}", edition.number))
    }

    /// The poll's name, with the briefing's edition where it has to be said.
    #[must_use]
    pub fn poll_words(&self) -> String {
        with_edition(&self.poll.group_name(), self.edition)
    }

    /// Whether both are of one edition, as far as it had to be said.
    pub(super) fn shares_edition(&self, other: &Item<'_>) -> bool {
        self.edition.map(|edition| edition.number) == other.edition.map(|edition| edition.number)
    }

    /// The figure's interval.
    ///
    /// # Errors
    /// Why there is none.
    pub fn estimate(&self, settings: &Settings) -> Result<Estimate, NoInterval> {
        let sample = Sample::of(self.poll, self.question, settings.what_if);
        estimate(self.answer.value, sample, settings.design_effect, settings.confidence)
    }
}
