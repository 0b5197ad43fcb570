//! What is different about a passage's words: a figure, a unit, a "not", or other words.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::same_typed;

/// What kind of words changed, the weightiest that did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// A number.
    Figure,
    /// A word that turns a sentence round.
    Negation,
    /// What a number counts.
    Unit,
    /// Other words.
    Words,
}

/// A change of a passage's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of words changed.
    pub kind: ChangeKind,
    /// The words that were.
    pub old: String,
    /// The words that are.
    pub new: String,
}

const NEGATIONS: [&str; 14] = [
    "not", "no", "never", "none", "nor", "neither", "without", "cannot", "nobody", "nothing", "nowhere",
    "hardly", "unless", "except",
];
const UNITS: [&str; 24] = [
    "%", "percent", "per", "cent", "point", "points", "pp", "hundred", "thousand", "million", "billion", "£",
    "$", "€", "pound", "pounds", "euro", "euros", "half", "third", "thirds", "quarter", "quarters", "times",
];

impl Change {
    /// How the words differ; `None` where they do not.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Option<Change> {
        if same_typed(old, new) {
            return None;
        }
        let differs = |is: fn(&str) -> bool| bag(old, is) != bag(new, is);
        let kind = if differs(is_figure) {
            ChangeKind::Figure
        } else if differs(is_negation) {
            ChangeKind::Negation
        } else if differs(is_unit) {
            ChangeKind::Unit
        } else {
            ChangeKind::Words
        };
        Some(Change { kind, old: old.to_owned(), new: new.to_owned() })
    }
}

/// The words of a kind in their order, and how often each stands.
fn bag(text: &str, is: fn(&str) -> bool) -> (Vec<String>, BTreeMap<String, usize>) {
    let mut words = Vec::new();
    let mut counts = BTreeMap::new();
    for word in text.split_word_bounds().map(str::to_lowercase).filter(|word| is(word)) {
        *counts.entry(word.clone()).or_default() += 1;
        words.push(word);
    }
    (words, counts)
}

fn is_figure(word: &str) -> bool {
    const IN_WORDS: [&str; 20] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    word.chars().any(char::is_numeric) || IN_WORDS.contains(&word)
}

fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n’t") || word.ends_with("n't")
}

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_by_its_weightiest_part() {
        let kind = |old, new| Change::between(old, new).map(|change| change.kind);
        assert_eq!(kind("54% said", "54% said"), None);
        assert_eq!(kind("54% said", "45% said"), Some(ChangeKind::Figure));
        assert_eq!(kind("two thirds", "three thirds"), Some(ChangeKind::Figure));
        assert_eq!(kind("do not support", "do support"), Some(ChangeKind::Negation));
        assert_eq!(kind("they don’t say", "they do say"), Some(ChangeKind::Negation));
        assert_eq!(kind("54% of them", "54 points of them"), Some(ChangeKind::Unit));
        assert_eq!(kind("they say so", "they said so"), Some(ChangeKind::Words));
        assert_eq!(kind("33% then 62%", "62% then 33%"), Some(ChangeKind::Figure), "their order counts");
    }
}
