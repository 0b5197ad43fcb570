//! Which poll figures differ, by how much, and whether they can be compared at all.

mod aspects;
mod item;
mod order;
mod outcome;
mod pair;
mod respondents;
mod sentences;
#[cfg(test)]
mod tests;
mod verdict;

use super::Reported;
use super::stats::{DesignEffect, Estimate, NoInterval};

pub use aspects::{Aspect, Status};
pub use item::{Edition, Item, Settings, briefing_named, with_edition};
pub use order::Order;
pub use outcome::{Difference, DifferenceOf, Test};
pub use pair::Pair;
pub use respondents::survey;

/// Figures held against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Of each figure, in the order given: its interval, or why it has none.
    pub estimates: Vec<Result<Estimate, NoInterval>>,
    /// Every two of them, the earlier against the later; but all others against the baseline.
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
    compare_against(items, settings, None)
}

/// The same, with all others held against a baseline, by its place among them.
#[must_use]
pub fn compare_against(items: &[Item<'_>], settings: &Settings, baseline: Option<usize>) -> Comparison {
    let estimates: Vec<_> = items.iter().map(|item| item.estimate(settings)).collect();
    let paired = if items.len() > MOST_PAIRED { &[] } else { items };
    let pairs = pair::pairs(paired, &estimates, settings.confidence, baseline);
    let comparability = if paired.len() < 2 { Vec::new() } else { aspects::aspects(paired) };
    let mut notes = notes(items, &estimates, &pairs, settings);
    if paired.len() < items.len() {
        notes.push(format!("With more than {MOST_PAIRED} figures, no two are set against each other."));
    }
    let verdict = verdict::verdict(paired, &pairs, &comparability);
    Comparison { estimates, pairs, comparability, verdict, notes }
}

/// More pairs than these are counted, not listed.
const SAID: usize = 6;

/// Of which two figures the tests are so: "1 and 2; 1 and 3".
fn tests_that(pairs: &[Pair], are_so: impl Fn(&Test) -> bool) -> Option<String> {
    let found = pairs.iter().filter(|pair| pair.test.as_ref().is_ok_and(&are_so));
    let found: Vec<String> = found.map(|pair| format!("{} and {}", pair.a + 1, pair.b + 1)).collect();
    match found.len() {
        0 => None,
        1..=SAID => Some(found.join("; ")),
        many => Some(format!("{many} of the tests")),
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
        let effective = known.iter().filter(|(_, found)| found.sample.stated_effective.is_some()).count();
        let assumes = if settings.design_effect == DesignEffect::NONE {
            "this assumes simple random sampling; the true uncertainty is larger".to_owned()
        } else {
            format!("a design effect of {} is taken", settings.design_effect.factor())
        };
        notes.push(match effective {
            0 if settings.design_effect == DesignEffect::NONE => {
                format!("Intervals: {sure}% confidence. No design effect is stated, so {assumes}.")
            }
            0 => format!("Intervals: {sure}% confidence, with a design effect of {}.", settings.design_effect.factor()),
            all if all == known.len() => {
                format!("Intervals: {sure}% confidence, from the effective numbers that the sources state.")
            }
            _ => format!(
                "Intervals: {sure}% confidence, from the effective number where the source states one; elsewhere {assumes}."
            ),
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
    if let Some(whose) = tests_that(pairs, |test| test.is_rough) {
        notes.push(format!(
            "So few people make the z test rough ({whose}): fewer than five would be expected to say one thing or the other. Trust neither a small p-value nor a large one."
        ));
    }
    if let Some(whose) = tests_that(pairs, |test| test.hangs_on_rounding) {
        notes.push(format!(
            "Printed percents are rounded, which no interval allows for; with so many people that decides whether they differ ({whose})."
        ));
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
