//! The numbers that a few words of English (or digits in any language) say, as exact as they say
//! them: "62%", "nine in ten", "almost two thirds", "more than 26,000".

use std::ops::Range;

use super::hedge::{Hedge, hedge_after, hedge_before};
use super::number::{multiple, number_at};
pub use super::quantity::{Said, Unit};
use super::way::falls;
use super::words::{Word, Words};

/// A number that is said, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidAt {
    pub said: Said,
    /// Its bytes, with the hedge before it: "more than half".
    pub range: Range<usize>,
    /// Its bytes without the hedge.
    pub bare: Range<usize>,
}

/// All numbers in a text.
#[cfg(test)]
pub fn said(text: &str) -> Vec<Said> {
    said_in(text, true)
}

/// All numbers in a text, which is English or in another language.
pub fn said_in(text: &str, is_english: bool) -> Vec<Said> {
    let text = text.to_ascii_lowercase();
    let words = Words::of(&text, is_english);
    let mut all = placed(&words);
    let ranges = ranges(&words, &mut all);
    all.into_iter().map(|(_, _, said)| said).chain(ranges).collect()
}

/// The same with their places, in order; the two ends of a range ("70–75%") are one number. What is
/// plainly an age, a date or the number of a thing is left out.
pub fn said_at(text: &str) -> Vec<SaidAt> {
    // ASCII letters alone, so that every byte stays where it is.
    let text = text.to_ascii_lowercase();
    let words = Words::of(&text, true);
    let mut all = placed(&words);
    ranges(&words, &mut all);
    let mut found: Vec<SaidAt> = Vec::new();
    let mut last_end = None;
    for (start, end, said) in all.into_iter().filter(|(_, _, said)| said.unit != Unit::Aside) {
        let bare = words.places[start].start..words.places[end - 1].end;
        let joined = last_end
            .is_some_and(|last| matches!(words.all.get(last..start), Some([Word::Dash | Word::Name("to")])));
        let range = found.last_mut().filter(|before| joined && before.said.unit == said.unit);
        if let Some(range) = range {
            range.said.up_to = Some(said.number);
            range.range.end = bare.end;
            range.bare.end = bare.end;
        } else {
            let (_, hedged) = hedge_before(&words.all[..start], Hedge::None);
            found.push(SaidAt { said, range: words.places[start - hedged].start..bare.end, bare });
        }
        last_end = Some(end);
    }
    found
}

/// All numbers with the words that they take up.
fn placed(words: &Words<'_>) -> Vec<Placed> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.all.len() {
        match number_at(words, at) {
            Some((said, end)) => {
                let (hedge, hedged) = hedge_before(&words.all[..at], said.hedge);
                let hedge = hedge_after(&words.all[end..]).filter(|_| hedge == Hedge::None).unwrap_or(hedge);
                all.push((at, end, Said { hedge, falls: falls(words, at - hedged, end), ..said }));
                at = end;
            }
            None => at += 1,
        }
    }
    join_asides(words, &mut all);
    all
}

/// A number with the words that it takes up.
type Placed = (usize, usize, Said);

/// What is said once is said of both ends of a range. Both ends of "16–24 year-olds" and of "aged 16 to 24" are ages, and of "75 to 87 parents" both are
/// counts.
fn join_asides(words: &Words<'_>, all: &mut [Placed]) {
    for index in 1..all.len() {
        if !joins(words, all[index - 1].1, all[index].0) {
            continue;
        }
        let (one, other) = (all[index - 1].2.unit, all[index].2.unit);
        let times = |end: usize| multiple(words.name(end - 1));
        if let (None, Some(times)) = (times(all[index - 1].1), times(all[index].1)) {
            // "70–75 million"
            let low = &mut all[index - 1].2;
            if matches!(low.unit, Unit::Bare | Unit::BareWord | Unit::Money) && low.number < 1_000.0 {
                *low = low.divided(1.0 / times);
            }
        }
        let is_open = |unit: Unit| matches!(unit, Unit::Bare | Unit::BareWord);
        if other == Unit::Aside && one != Unit::Share {
            all[index - 1].2.unit = Unit::Aside;
        } else if one == Unit::Aside && other != Unit::Share {
            all[index].2.unit = Unit::Aside;
        } else if is_open(one) && matches!(other, Unit::Counted | Unit::Points) {
            all[index - 1].2.unit = other;
        } else if is_open(other) && one == Unit::Money {
            all[index].2.unit = one;
        }
    }
}

/// Whether the words between two numbers make them one range.
fn joins(words: &Words<'_>, end: usize, next: usize) -> bool {
    matches!(words.all.get(end..next), Some([Word::Dash | Word::Name("to" | "and" | "or")]))
}

/// "70–75%", "between 70% and 75%". A bare number that is joined to a share is one too.
fn ranges(words: &Words<'_>, all: &mut [Placed]) -> Vec<Said> {
    let mut ranges = Vec::new();
    for index in 1..all.len() {
        let (start, end, low) = all[index - 1];
        let (next, _, high) = all[index];
        let is_aside = low.unit == Unit::Aside || high.unit == Unit::Aside;
        if is_aside || !joins(words, end, next) {
            continue;
        }
        if high.unit == Unit::Share && low.unit == Unit::Bare {
            all[index - 1].2.unit = Unit::Share;
        }
        let low = all[index - 1].2;
        let is_bare = |unit: Unit| matches!(unit, Unit::Bare | Unit::BareWord | Unit::Counted);
        let is_one_unit = low.unit == high.unit || is_bare(low.unit) && is_bare(high.unit);
        if is_one_unit && low.number < high.number && !is_change(words, start) {
            ranges.push(Said { number: low.number, up_to: Some(high.number), hedge: Hedge::None, ..high });
        }
    }
    ranges
}

/// Whether the first of two numbers is where something came from: "rose from 33% to 62%". Without a
/// word of that, "from 70 to 75 per cent" is a range.
fn is_change(words: &Words<'_>, start: usize) -> bool {
    const BACK: usize = 6;
    const STAYS: [&str; 16] = [
        "anywhere",
        "are",
        "be",
        "in",
        "is",
        "of",
        "range",
        "ranged",
        "ranges",
        "ranging",
        "somewhere",
        "varied",
        "varies",
        "vary",
        "varying",
        "was",
    ];
    let Some(from) = start.checked_sub(1).filter(|before| words.name(*before) == "from") else {
        return false;
    };
    let before = (from.saturating_sub(BACK)..from).map(|index| words.name(index));
    let last = from.checked_sub(1).map_or("", |before| words.name(before));
    !(from == 0 || STAYS.contains(&last)) || before.into_iter().any(|name| name == "up" || name == "down")
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
            ("a quarter", 25.0),
            ("9 out of every 10", 90.0),
            ("three in five", 60.0),
            ("one in every four", 25.0),
            ("nine in every ten", 90.0),
            ("four fifths", 80.0),
            ("2/3 of adults", 66.7),
            ("⅔ of adults", 66.7),
            ("62½%", 62.5),
            ("62 and a half per cent", 62.5),
            (".5%", 0.5),
            ("62pc", 62.0),
            ("62 p.c.", 62.0),
            ("62 Prozent", 62.0),
            ("62 pour cent", 62.0),
            ("62 por ciento", 62.0),
            ("62 in 100", 62.0),
            ("62 of 100", 62.0),
            ("62 out of 100 adults", 62.0),
            ("62 in a hundred", 62.0),
            ("62 per 1,000", 6.2),
            ("312 of 503", 62.0),
            ("６２％", 62.0),
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
            let (found, unit, hedge) = one(text);
            assert_eq!((found, hedge), (number, Hedge::None), "{text}");
            assert!(matches!(unit, Unit::Bare | Unit::Counted), "{text}");
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
            ("<5%", Hedge::LessThan),
            ("> 5%", Hedge::MoreThan),
            ("≥5%", Hedge::AtLeast),
            ("~5%", Hedge::About),
            ("c. 5%", Hedge::About),
            ("5% or more", Hedge::AtLeast),
            ("5% or so", Hedge::About),
            ("a change -> 5%", Hedge::None),
        ] {
            assert_eq!(one(text).2, hedge, "{text}");
        }
    }

    #[test]
    fn other_units_are_told_apart_from_shares() {
        for (text, number, unit) in [
            ("£75", 75.0, Unit::Money),
            ("$75", 75.0, Unit::Money),
            ("75 €", 75.0, Unit::Money),
            ("€ 75", 75.0, Unit::Money),
            ("75p", 75.0, Unit::Money),
            ("75 pence", 75.0, Unit::Money),
            ("GBP 75", 75.0, Unit::Money),
            ("£75m", 75e6, Unit::Money),
            ("75 million pounds", 75e6, Unit::Money),
            ("87 parents", 87.0, Unit::Counted),
            ("75 of them", 75.0, Unit::Counted),
            ("75 young people", 75.0, Unit::Counted),
            ("75kg", 75.0, Unit::Counted),
            ("75 times", 75.0, Unit::Counted),
            ("75x", 75.0, Unit::Counted),
            ("75 hours a day", 75.0, Unit::Counted),
            ("75 percentage points", 75.0, Unit::Points),
            ("75 points", 75.0, Unit::Points),
            ("75% points", 75.0, Unit::Points),
            ("75pp", 75.0, Unit::Points),
            ("75 years", 75.0, Unit::Aside),
            ("aged 75", 75.0, Unit::Aside),
            ("75th", 75.0, Unit::Aside),
            ("page 75", 75.0, Unit::Aside),
            ("75/87", 75.0, Unit::Share),
            ("75 million", 75e6, Unit::Bare),
            ("75bn", 75e9, Unit::Bare),
            ("75k", 75e3, Unit::Bare),
            ("75,000", 75e3, Unit::Bare),
            ("2075", 2_075.0, Unit::Bare),
            ("75", 75.0, Unit::Bare),
            ("75 said so", 75.0, Unit::Bare),
            ("by 75 to", 75.0, Unit::Bare),
        ] {
            let (found, is, _) = one(text);
            let number = if unit == Unit::Share { 86.2 } else { number };
            assert_eq!((found, is), (number, unit), "{text}");
        }
        assert_eq!(one("75‰"), (7.5, Unit::Share, Hedge::None));
    }

    #[test]
    fn what_a_number_counts_is_known_in_english_alone() {
        let units = |text: &str| [true, false].map(|is_english| said_in(text, is_english)[0].unit);
        assert_eq!(units("62 stimmten zu"), [Unit::Counted, Unit::Bare]);
        assert_eq!(units("62kg"), [Unit::Counted, Unit::Counted]);
        assert_eq!(units("£\u{2060}62"), [Unit::Money, Unit::Money]);
        assert_eq!(one("62\nmillion"), (62e6, Unit::Bare, Hedge::None));
    }

    #[test]
    fn numbers_below_zero_have_their_sign() {
        for minus in ["-", "−", "\u{2010}", "\u{2011}", "\u{2012}", "–", "﹣", "－", "minus ", "negative "]
        {
            assert_eq!(one(&format!("{minus}23")), (-23.0, Unit::Bare, Hedge::None), "{minus}");
            assert_eq!(
                one(&format!("net score of {minus}4.2%")),
                (-4.2, Unit::Share, Hedge::None),
                "{minus}"
            );
        }
        for (text, numbers_in) in [
            ("16–24%", vec![16.0, 24.0]),
            ("covid-19", vec![19.0]),
            ("(−5)", vec![-5.0]),
            ("from −5% to −3%", vec![-5.0, -3.0]),
            ("−£5m", vec![-5e6]),
            ("5 –10%", vec![5.0, 10.0]),
        ] {
            let found: Vec<f64> =
                said(text).iter().filter(|said| said.up_to.is_none()).map(|said| said.number).collect();
            assert_eq!(found, numbers_in, "{text}");
        }
    }

    #[test]
    fn what_went_down_says_so() {
        for (text, down) in [
            ("fell by 4.2%", true),
            ("fell by more than 4.2%", true),
            ("down 4.2%", true),
            ("a fall of 4.2%", true),
            ("a 4.2% fall", true),
            ("4.2% lower", true),
            ("fell to 4.2%", false),
            ("rose by 4.2%", false),
            ("4.2%", false),
        ] {
            assert_eq!(said(text)[0].falls, down, "{text}");
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
            let figures: Vec<_> = (numbers(text).into_iter())
                .filter(|(_, unit, _)| !matches!(unit, Unit::Aside | Unit::Points))
                .collect();
            assert_eq!(figures, [], "{text}");
        }
    }

    #[test]
    fn a_range_is_one_number_and_its_ends() {
        let all = said("between 70% and 75%");
        assert_eq!(all.len(), 3);
        assert_eq!((all[2].number, all[2].up_to), (70.0, Some(75.0)));
        assert_eq!(said("70–75%")[2].up_to, Some(75.0));
        for two in ["rose from 33% to 62%", "up 29 points to 62%", "62%, or 640 people"] {
            assert_eq!(numbers(two).len(), 2, "{two}");
        }
    }

    #[test]
    fn signs_without_end_are_survived() {
        for sign in ["minus ", "£", "−", "−£", "half ", "< ", "1/", "from 1 to ", "negative £", "1 in "]
        {
            let text = format!("{}5", sign.repeat(10_000));
            assert!(said_at(&text).len() <= 10_001, "{sign}");
        }
        assert_eq!(one("£−5"), (-5.0, Unit::Money, Hedge::None));
    }
}
