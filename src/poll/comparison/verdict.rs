//! What can be said of a comparison as a whole.

use super::Item;
use super::aspects::{Aspect, Status};
use super::pair::Pair;
use crate::poll::{Wording, capitalised, listed};

/// The sentences: of two figures how far apart they are, of more how many pairs differ; then what
/// keeps them from being one thing measured twice.
pub fn verdict(items: &[Item<'_>], pairs: &[Pair], comparability: &[Aspect]) -> String {
    let mut words = match pairs {
        [] => return String::new(),
        [pair] => pair.verdict.clone(),
        pairs => counted(pairs),
    };
    if let Some(caution) = caution(comparability) {
        words += " ";
        words += &caution;
    }
    if let Some(condition) = condition_of_some(items) {
        words += " A condition is set by some of the questions and not by others: “";
        words += &condition;
        words += "”.";
    }
    words
}

/// "Of 10 pairs, 3 differ by more than sampling alone would explain; …"
fn counted(pairs: &[Pair]) -> String {
    let tested = pairs.iter().filter_map(|pair| pair.test.as_ref().ok());
    let (mut apart, mut alike) = (0, 0);
    for test in tested {
        if test.significant { apart += 1 } else { alike += 1 }
    }
    let untested = pairs.len() - apart - alike;
    if untested == pairs.len() {
        return format!("None of the {untested} pairs can be tested.");
    }
    let verb =
        |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let parts: Vec<String> = [
        (apart, verb(apart, "differs", "differ") + " by more than sampling alone would explain"),
        (alike, format!("{alike} could be chance alone")),
        (untested, format!("{untested} cannot be tested")),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, words)| words)
    .collect();
    let trial = pairs.iter().find_map(|pair| pair.assumed);
    let trial = trial.map(|what_if| format!("{}: ", what_if.label())).unwrap_or_default();
    capitalised(&format!("{trial}of {} pairs, {}.", pairs.len(), listed(&parts)))
}

/// What differs and decides whether figures can be set side by side at all.
fn caution(comparability: &[Aspect]) -> Option<String> {
    const WEIGHTY: [&str; 4] = ["wording", "population", "base", "answer"];
    // Seldom all reported, so only what is known to differ is worth a word.
    const KNOWN: &str = "answer options";
    let named = |status: Status| -> Vec<String> {
        let weighs = |aspect: &&Aspect| {
            WEIGHTY.contains(&aspect.name) || aspect.name == KNOWN && status == Status::Different
        };
        let weighty = comparability.iter().filter(weighs);
        weighty.filter(|aspect| aspect.status == status).map(|aspect| aspect.name.to_owned()).collect()
    };
    let (different, unknown) = (named(Status::Different), named(Status::Unknown));
    let verb = |names: &[String], one: &str, many: &str| {
        let is_one = names.len() == 1 && names[0] != KNOWN;
        if is_one { one.to_owned() } else { many.to_owned() }
    };
    let differ = (!different.is_empty()).then(|| {
        let differ = verb(&different, "differs", "differ");
        capitalised(&format!("{} {differ}, so these are not one opinion measured twice.", listed(&different)))
    });
    let open = (!unknown.is_empty()).then(|| {
        let is = verb(&unknown, "is", "are");
        format!("Whether {} {is} the same is not known.", listed(&unknown))
    });
    let parts: Vec<String> = [differ, open].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The first condition, where one question sets it and another does not.
fn condition_of_some(items: &[Item<'_>]) -> Option<String> {
    let conditions: Vec<Option<&str>> = items.iter().map(|item| condition(&item.question.wording)).collect();
    let known = |item: &Item<'_>| item.question.wording != Wording::NotStated;
    let without = items.iter().zip(&conditions).any(|(item, found)| known(item) && found.is_none());
    conditions.into_iter().flatten().next().filter(|_| without).map(str::to_owned)
}

/// The part of a wording that sets a condition: "if it were safe for children".
fn condition(wording: &Wording) -> Option<&str> {
    const OPENINGS: [&str; 7] =
        [" if ", " only when ", " provided ", " unless ", " as long as ", " on condition ", " so long as "];
    let (Wording::Exact(words) | Wording::Paraphrase(words)) = wording else { return None };
    let places = OPENINGS.iter().flat_map(|opening| words.match_indices(opening));
    let mut clauses: Vec<(usize, &str)> = places
        .map(|(at, _)| (at, &words[at + 1..]))
        .filter(|(at, clause)| !is_aside(&words[..*at], clause))
        .collect();
    clauses.sort_by_key(|(at, _)| *at);
    let (_, clause) = clauses.first()?;
    let ends = clause.find([',', ';', '?', '.']).unwrap_or(clause.len());
    Some(clause[..ends].trim())
}

/// "How much, if at all, …" and "do you know if …" set no condition.
fn is_aside(before: &str, clause: &str) -> bool {
    const OF_ASKING: [&str; 7] = ["know", "ask", "asked", "say", "see", "sure", "wonder"];
    let asks =
        before.rsplit(' ').next().is_some_and(|word| OF_ASKING.contains(&word.to_lowercase().as_str()));
    asks || ["if at all", "if any", "if so"].iter().any(|aside| clause.starts_with(aside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_found_with_its_own_words_only() {
        let of = |words: &str| condition(&Wording::Paraphrase(words.to_owned())).map(str::to_owned);
        assert_eq!(
            of("Would you support encryption if children were safe, or not?").as_deref(),
            Some("if children were safe")
        );
        assert_eq!(of("Do you support encryption?"), None);
        assert_eq!(of("Which gift do you like?"), None);
        assert_eq!(of("How much, if at all, do you worry?"), None);
        assert_eq!(of("Do you know if your messages are private?"), None);
        assert_eq!(condition(&Wording::NotStated), None);
    }
}
