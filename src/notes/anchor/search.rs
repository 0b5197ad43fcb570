//! Words that are gone from their place, looked for where something was put in.

use std::ops::Range;

use super::Candidate;
use super::fuzzy::Pattern;
use crate::notes::passage::{CONTEXT, Passage};

/// Where to look.
pub struct Searcher<'t> {
    /// The whole text.
    pub text: &'t [char],
    /// The stretches to look in.
    pub within: &'t [Range<usize>],
}

/// What the candidates come to.
#[derive(Debug, PartialEq)]
pub enum Decision {
    /// It is nowhere.
    Nowhere,
    /// It is there.
    There(Range<usize>),
    /// It may be in several places, or is too short to be sure of.
    Unsure,
}

/// Edits for a sign of the words, at most.
const MOST_EDITS: f64 = 0.2;
/// Words shorter than this are not searched for with edits, and found only in their surroundings.
pub const LONG_ENOUGH: usize = 12;
/// How much better than the second best one has to be.
const LEAD: f64 = 0.08;
/// What is sure, at least.
const SURE: f64 = 0.72;
/// The part of a score that the surroundings have.
const SURROUNDINGS: f64 = 0.2;

impl Searcher<'_> {
    /// All places that are like the passage, the likeliest first: those with the very words; where
    /// there is none, those with up to a fifth of the signs edited.
    pub fn candidates(&self, passage: &Passage, exact: &[char]) -> Vec<Candidate> {
        let pattern = Pattern::new(exact);
        let mut found = self.hits(&pattern, 0, passage, exact.len());
        if found.is_empty() && exact.len() >= LONG_ENOUGH {
            let most = (exact.len() as f64 * MOST_EDITS) as usize;
            found = self.hits(&pattern, most, passage, exact.len());
        }
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found
    }

    fn hits(&self, pattern: &Pattern, most: usize, passage: &Passage, length: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        for stretch in self.within {
            for hit in pattern.find(&self.text[stretch.clone()], most) {
                let at = stretch.start + hit.at.start..stretch.start + hit.at.end;
                let likeness = 1.0 - hit.edits as f64 / length as f64;
                let score = likeness * (1.0 - SURROUNDINGS) + self.surroundings(passage, &at) * SURROUNDINGS;
                found.push(Candidate { at, score });
            }
        }
        found
    }

    /// How much of what stood around the passage in its block stands around a place, 0–1. What
    /// stood in other blocks counts only where the passage was a whole block: blocks are moved.
    fn surroundings(&self, passage: &Passage, at: &Range<usize>) -> f64 {
        let before = &self.text[at.start.saturating_sub(CONTEXT)..at.start];
        let after = &self.text[at.end..(at.end + CONTEXT).min(self.text.len())];
        let in_block = |part: Option<&str>| part.unwrap_or_default().chars().collect::<Vec<char>>();
        let mut prefix = in_block(passage.prefix.rsplit('\n').next());
        let mut suffix = in_block(passage.suffix.split('\n').next());
        if prefix.is_empty() && suffix.is_empty() {
            (prefix, suffix) = (passage.prefix.chars().collect(), passage.suffix.chars().collect());
        }
        let behind =
            before.iter().rev().zip(prefix.iter().rev()).take_while(|(one, other)| one == other).count();
        let ahead = after.iter().zip(&suffix).take_while(|(one, other)| one == other).count();
        let known = prefix.len() + suffix.len();
        if known == 0 { 0.0 } else { (behind + ahead) as f64 / known as f64 }
    }
}

/// Takes the likeliest place if it is sure and well ahead of the others.
pub fn decide(candidates: &[Candidate], length: usize) -> Decision {
    let Some(best) = candidates.first() else { return Decision::Nowhere };
    let ahead = candidates.get(1).is_none_or(|second| best.score - second.score >= LEAD);
    // Short words stand anywhere: only with half of their surroundings are they the same ones.
    let sure = if length >= LONG_ENOUGH { SURE } else { 1.0 - SURROUNDINGS / 2.0 };
    if ahead && best.score >= sure { Decision::There(best.at.clone()) } else { Decision::Unsure }
}
