//! The numbers that a few words of English (or digits in any language) say, as exact as they say
//! them: "62%", "nine in ten", "almost two thirds", "more than 26,000".

use std::ops::Range;

use super::hedge::{Hedge, hedge_before};
use super::number::number_at;
pub use super::quantity::{Said, Unit};
use super::words::{Word, words};

/// A number that is said, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidAt {
    pub said: Said,
    /// Its bytes, with the hedge before it: "more than half".
    pub range: Range<usize>,
    /// Its bytes without the hedge.
    pub bare: Range<usize>,
}

/// All numbers in a text, except those that are plainly ages, dates or ordinals.
pub fn said(text: &str) -> Vec<Said> {
    let text = text.to_ascii_lowercase();
    let (words, _) = words(&text);
    let mut all = placed(&words);
    let ranges = ranges(&words, &mut all);
    let numbers = all.into_iter().map(|(_, _, said)| said).filter(|said| !said.number.is_nan());
    numbers.chain(ranges).collect()
}

/// The same with their places, in order; the two ends of a range ("70–75%") are one number.
pub fn said_at(text: &str) -> Vec<SaidAt> {
    // ASCII letters alone, so that every byte stays where it is.
    let text = text.to_ascii_lowercase();
    let (words, places) = words(&text);
    let mut all = placed(&words);
    ranges(&words, &mut all);
    let mut found: Vec<SaidAt> = Vec::new();
    let mut last_end = None;
    for (start, end, said) in all.into_iter().filter(|(_, _, said)| !said.number.is_nan()) {
        let bare = places[start].start..places[end - 1].end;
        let joined = last_end
            .is_some_and(|last| matches!(words.get(last..start), Some([Word::Dash | Word::Name("to")])));
        let range = found.last_mut().filter(|before| joined && before.said.unit == said.unit);
        if let Some(range) = range {
            range.said.up_to = Some(said.number);
            range.range.end = bare.end;
            range.bare.end = bare.end;
        } else {
            let (_, hedged) = hedge_before(&words[..start], Hedge::None);
            found.push(SaidAt { said, range: places[start - hedged].start..bare.end, bare });
        }
        last_end = Some(end);
    }
    found
}

/// All numbers with the words that they take up. What is no figure is no number.
fn placed(words: &[Word<'_>]) -> Vec<Placed> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match number_at(words, at) {
            Some((said, end)) => {
                let (hedge, _) = hedge_before(&words[..at], said.hedge);
                all.push((at, end, Said { hedge, ..said }));
                at = end;
            }
            None => at += 1,
        }
    }
    drop_ages(words, &mut all);
    all
}

/// A number with the words that it takes up.
type Placed = (usize, usize, Said);

/// Marks bare numbers that are ages, dates or ordinals by making them no number: "16–24
/// year-olds", "over-60s", "aged 18", "those aged 16–24", "3 March", "2nd".
fn drop_ages(words: &[Word<'_>], all: &mut [Placed]) {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = |at: usize| words.get(at).and_then(Word::name).unwrap_or_default();
    let is_no_figure = |(start, end, _): &Placed| {
        let next = name(*end);
        let before = start.checked_sub(1).map_or("", name);
        matches!(next, "year" | "years" | "yr" | "s" | "st" | "nd" | "rd" | "th" | "plus")
            || matches!(before, "aged" | "age" | "ages")
            || MONTHS.contains(&next)
            || MONTHS.contains(&before)
    };
    let mut dropped: Vec<bool> = all.iter().map(is_no_figure).collect();
    for index in 1..all.len() {
        // Both ends of "16–24 year-olds" and of "aged 16 to 24".
        if joins(words, all[index - 1].1, all[index].0) {
            dropped[index] |= dropped[index - 1];
            dropped[index - 1] |= dropped[index];
        }
    }
    for (placed, _) in
        all.iter_mut().zip(dropped).filter(|(placed, dropped)| *dropped && placed.2.unit != Unit::Share)
    {
        placed.2.number = f64::NAN;
    }
}

/// Whether the words between two numbers make them one range.
fn joins(words: &[Word<'_>], end: usize, next: usize) -> bool {
    matches!(words.get(end..next), Some([Word::Dash | Word::Name("to" | "and" | "or")]))
}

/// "70–75%", "between 70% and 75%". A bare number that is joined to a share is one too.
fn ranges(words: &[Word<'_>], all: &mut [Placed]) -> Vec<Said> {
    let mut ranges = Vec::new();
    for index in 1..all.len() {
        let (start, end, low) = all[index - 1];
        let (next, _, high) = all[index];
        if low.number.is_nan() || high.number.is_nan() || !joins(words, end, next) {
            continue;
        }
        if high.unit == Unit::Share && low.unit == Unit::Bare {
            all[index - 1].2.unit = Unit::Share;
        }
        let from = start.checked_sub(1).and_then(|before| words[before].name()) == Some("from");
        if !from && low.number < high.number {
            ranges.push(Said { number: low.number, up_to: Some(high.number), hedge: Hedge::None, ..high });
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each number with its unit and hedge; fractions rounded.
    fn numbers(text: &str) -> Vec<(f64, Unit, Hedge)> {
        said(text)
            .into_iter()
            .map(|said| ((said.number * 10.0).round() / 10.0, said.unit, said.hedge))
            .collect()
    }

    fn one(text: &str) -> (f64, Unit, Hedge) {
        let all = numbers(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all[0]
    }

    #[test]
    fn shares_are_understood_however_they_are_written() {
        for (text, number) in [
            ("62% of adults", 62.0),
            ("62 per cent", 62.0),
            ("33.3 percent", 33.3),
            ("62 %", 62.0),
            ("62,5 %", 62.5),
            ("Nine in ten", 90.0),
            ("9 out of 10 people", 90.0),
            ("one in three", 33.3),
            ("two-thirds of them", 66.7),
            ("a third", 33.3),
            ("three quarters", 75.0),
            ("Half the public", 50.0),
            ("sixty-two per cent", 62.0),
            ("a quarter of 16–24 year-olds", 25.0),
        ] {
            assert_eq!(one(text), (number, Unit::Share, Hedge::None), "{text}");
        }
    }

    #[test]
    fn counts_are_understood() {
        for (text, number) in [
            ("2,500 arrests", 2_500.0),
            ("26 000 people", 26_000.0),
            ("2.5 million", 2.5e6),
            ("half a million", 5e5),
            ("3m", 3e6),
        ] {
            assert_eq!(one(text), (number, Unit::Bare, Hedge::None), "{text}");
        }
        assert_eq!(one("three countries").1, Unit::BareWord);
    }

    #[test]
    fn hedges_are_understood() {
        for (text, hedge) in [
            ("more than half", Hedge::MoreThan),
            ("almost a third", Hedge::JustUnder),
            ("nearly two thirds", Hedge::JustUnder),
            ("just over a third", Hedge::JustOver),
            ("slightly more than 60%", Hedge::JustOver),
            ("fewer than 5%", Hedge::LessThan),
            ("about one in three", Hedge::About),
            ("some 2,500 arrests", Hedge::About),
            ("at least 62%", Hedge::AtLeast),
            ("just 4%", Hedge::None),
            ("only 4%", Hedge::None),
        ] {
            assert_eq!(one(text).2, hedge, "{text}");
        }
    }

    #[test]
    fn ages_dates_and_differences_are_no_figures() {
        for text in [
            "16–24 year-olds",
            "18 to 34 year olds",
            "the over-60s",
            "aged 18",
            "3 March",
            "the 2nd poll",
            "20 percentage points",
            "12 points",
            "a poll",
        ] {
            assert_eq!(numbers(text), [], "{text}");
        }
    }

    #[test]
    fn a_range_is_one_number_and_its_ends() {
        let all = said("between 70% and 75%");
        assert_eq!(all.len(), 3);
        assert_eq!((all[2].number, all[2].up_to), (70.0, Some(75.0)));
        assert_eq!(said("70–75%")[2].up_to, Some(75.0));
        assert_eq!(numbers("rose from 33% to 62%").len(), 2);
    }
}
