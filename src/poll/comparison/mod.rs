//! Which poll figures differ, by how much, and whether they can be compared at all.

mod aspects;
mod order;
mod pair;
mod respondents;
mod sentences;
#[cfg(test)]
mod tests;
mod verdict;

use super::stats::{Confidence, DesignEffect, Estimate, NoInterval, Sample, WhatIf, estimate};
use super::{Answer, Poll, Question, Reported};

pub use aspects::{Aspect, Status};
pub use order::Order;
pub use pair::{Difference, DifferenceOf, Pair, Test};

/// One figure with all that it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The briefing's id; polls are the same only inside one briefing.
    pub briefing: &'a str,
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

/// Figures held against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Of each figure, in the order given: its interval, or why it has none.
    pub estimates: Vec<Result<Estimate, NoInterval>>,
    /// Every two of them, the earlier first.
    pub pairs: Vec<Pair>,
    /// Can these be compared? Empty for fewer than two.
    pub comparability: Vec<Aspect>,
    /// What can be said of all of them together, in plain words; empty for fewer than two.
    pub verdict: String,
    /// What all of it rests on, in sentences.
    pub notes: Vec<String>,
}

/// Of more figures than this the pairs are too many to be read, and are not tested.
pub const MOST_PAIRED: usize = 60;

/// Holds every figure against every other; of more than [`MOST_PAIRED`] only their intervals are given.
#[must_use]
pub fn compare(items: &[Item<'_>], settings: &Settings) -> Comparison {
    let estimates: Vec<_> = items.iter().map(|item| item.estimate(settings)).collect();
    let paired = if items.len() > MOST_PAIRED { &[] } else { items };
    let pairs = pair::pairs(paired, &estimates, settings.confidence);
    let comparability = if paired.len() < 2 { Vec::new() } else { aspects::aspects(paired) };
    let mut notes = notes(items, &estimates, &pairs, settings);
    if paired.len() < items.len() {
        notes.push(format!("With more than {MOST_PAIRED} figures, no two are set against each other."));
    }
    let verdict = verdict::verdict(paired, &pairs, &comparability);
    Comparison { estimates, pairs, comparability, verdict, notes }
}

impl Item<'_> {
    /// `briefing#poll/question/answer`
    #[must_use]
    pub fn reference(&self) -> String {
        format!("{}#{}/{}/{}", self.briefing, self.poll.id, self.question.id, self.answer.id)
    }

    /// The figure's interval.
    ///
    /// # Errors
    /// Why there is none.
    pub fn estimate(&self, settings: &Settings) -> Result<Estimate, NoInterval> {
        let sample = Sample::of(self.poll.sample_size, &self.question.base, settings.what_if);
        estimate(self.answer.value, sample, settings.design_effect, settings.confidence)
    }
}

fn notes(
    items: &[Item<'_>],
    estimates: &[Result<Estimate, NoInterval>],
    pairs: &[Pair],
    settings: &Settings,
) -> Vec<String> {
    let mut notes = Vec::new();
    let known: Vec<_> =
        items.iter().zip(estimates).filter_map(|(item, found)| Some((item, found.as_ref().ok()?))).collect();
    if let Some(what_if) = settings.what_if {
        notes.push(format!(
            "“{}” is a trial: the number is assumed, not known, wherever no usable sample size is stated.",
            what_if.label()
        ));
    }
    if !known.is_empty() {
        let sure = settings.confidence.percent();
        notes.push(if settings.design_effect == DesignEffect::NONE {
            format!("Intervals: {sure}% confidence. No design effect is stated, so this assumes simple random sampling; the true uncertainty is larger.")
        } else {
            format!(
                "Intervals: {sure}% confidence, with a design effect of {}.",
                settings.design_effect.factor()
            )
        });
    }
    let online = |item: &Item<'_>| {
        let mode = item.poll.mode.as_ref().and_then(|mode| mode.stated());
        mode.is_some_and(|mode| mode.to_lowercase().contains("online"))
    };
    if known.iter().any(|(item, _)| online(item)) {
        notes.push("An online panel that people join by themselves is no random sample: its interval is modelled, not measured.".to_owned());
    }
    let tests = pairs.iter().filter(|pair| pair.test.is_ok()).count();
    if tests > 0 {
        let together = if tests == 1 { "one test".to_owned() } else { format!("{tests} tests together") };
        notes.push(format!("p-values: pooled two-proportion z test, corrected by Holm for {together}; intervals of differences (Newcombe) each stand alone."));
    }
    let near = |value| matches!(value, Reported::About(_) | Reported::JustUnder(_) | Reported::JustOver(_));
    if items.iter().any(|item| near(item.answer.value)) {
        notes.push(format!(
            "“About”, “almost” and “just over” are taken to reach {} points; no source defines them.",
            super::NEAR
        ));
    }
    notes
}
