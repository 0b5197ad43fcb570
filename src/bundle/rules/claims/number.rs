//! One number in words or digits: "62%", "nine in ten", "two thirds", "half a million", "−23", "£75".

use super::quantity::{Said, Unit};
use super::units;
use super::words::{Word, Words};

/// The number that the words from `at` on say, and where it ends.
pub fn number_at(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    match words.get(at)? {
        Word::Minus | Word::Name("minus" | "negative") => {
            let (said, end) = number_at(words, at + 1).filter(|(said, _)| said.number > 0.0)?;
            Some((said.below_zero(), end))
        }
        Word::Currency => {
            let (said, end) = number_at(words, at + 1).filter(|_| words.is_joined(at + 1))?;
            let is_bare = matches!(said.unit, Unit::Bare | Unit::Counted | Unit::Money);
            is_bare.then_some((Said { unit: Unit::Money, ..said }, end))
        }
        Word::Name("half") => Some(half_at(words, at)),
        Word::Fraction(of, parts) => Some(fraction_at(words, at, *of, *parts)),
        _ => cardinal_at(words, at).and_then(|cardinal| with_unit(words, at, cardinal)),
    }
}

/// A number, the place value of its last digit, and where it ends.
type Cardinal = (f64, Option<f64>, usize);

/// A number with what its words say that it counts.
fn with_unit(words: &Words<'_>, at: usize, cardinal: Cardinal) -> Option<(Said, usize)> {
    let (number, step, end) = and_a_half(words, cardinal);
    if let Some(ratio) = ratio_at(words, number, end) {
        return Some(ratio);
    }
    if let Some(parts) = part_named(words.name(end)) {
        return Some((share(100.0 * number / parts, None), end + 1));
    }
    if let Some(percent) = percent_at(words, end) {
        return Some(match percent {
            Percent::Points(end) => (Said::new(number, Unit::Points, step), end),
            Percent::Share(end) => (share(number, step), end),
            Percent::Smaller(by, end) => (share(number / by, step.map(|step| step / by)), end),
        });
    }
    if let Some(times) = multiple(words.name(end)).filter(|_| words.is_joined(end)) {
        let (number, step, end) = (number * times, step.map(|step| step * times), end + 1);
        if let Some(Percent::Share(end)) = percent_at(words, end) {
            return Some((share(number, step), end));
        }
        let unit = if units::is_money(words, end) { Unit::Money } else { Unit::Bare };
        return Some((Said::new(number, unit, step), end));
    }
    if words.name(at) == "a" {
        return None;
    }
    let unit = units::unit(words, at, end);
    let is_year = units::is_year(words, at, end, number);
    let end = units::end(words, unit, end);
    Some((Said { is_year, ..Said::new(number, unit, step) }, end))
}

fn share(number: f64, step: Option<f64>) -> Said {
    Said::new(number, Unit::Share, step)
}

/// "half", "half a million".
fn half_at(words: &Words<'_>, at: usize) -> (Said, usize) {
    let times = multiple(words.name(at + 2)).filter(|_| words.name(at + 1) == "a");
    match times {
        Some(times) => (Said::new(times / 2.0, Unit::Bare, None), at + 3),
        None => (share(50.0, None), at + 1),
    }
}

/// "⅔", "½ million", "½%".
fn fraction_at(words: &Words<'_>, at: usize, of: f64, parts: f64) -> (Said, usize) {
    if let Some(Percent::Share(end)) = percent_at(words, at + 1) {
        return (share(of / parts, Some(1.0 / parts)), end);
    }
    match multiple(words.name(at + 1)) {
        Some(times) => (Said::new(times * of / parts, Unit::Bare, None), at + 2),
        None => (share(100.0 * of / parts, None), at + 1),
    }
}

/// "62 and a half", where a percent follows; half of nothing else is added.
fn and_a_half(words: &Words<'_>, (number, step, end): Cardinal) -> Cardinal {
    let behind = end + 3;
    let is_half = words.name(end) == "and" && words.name(end + 1) == "a" && words.name(end + 2) == "half";
    if is_half && percent_at(words, behind).is_some() {
        (number + 0.5, Some(0.5), behind)
    } else {
        (number, step, end)
    }
}

/// What follows a number of percents.
enum Percent {
    Share(usize),
    Points(usize),
    /// "‰", with how many of them make a percent.
    Smaller(f64, usize),
}

/// "%", "per cent", "percentage points", and where it ends.
fn percent_at(words: &Words<'_>, at: usize) -> Option<Percent> {
    let end = match words.get(at)? {
        Word::SmallerThanPercent(by) => return Some(Percent::Smaller(*by, at + 1)),
        Word::Percent | Word::Name("percent" | "pc" | "pct" | "percentage") => at + 1,
        Word::Name("per") if words.name(at + 1) == "cent" => at + 2,
        _ => return None,
    };
    if words.name(end).starts_with("point") {
        return Some(Percent::Points(end + 1));
    }
    (words.name(at) != "percentage").then_some(Percent::Share(end))
}

/// A number in digits or words. "a" is a one before a fraction.
fn cardinal_at(words: &Words<'_>, at: usize) -> Option<Cardinal> {
    match words.get(at)? {
        Word::Digits { number, .. } if number.is_nan() => None,
        Word::Digits { number, step } => Some((*number, Some(*step), at + 1)),
        Word::Name("a") => Some((1.0, Some(1.0), at + 1)),
        Word::Name(name) => {
            let number = small(name)?;
            let unit = small(words.name(at + 1)).filter(|unit| (1.0..10.0).contains(unit));
            match unit {
                Some(unit) if number >= 20.0 => Some((number + unit, Some(1.0), at + 2)),
                _ => Some((number, Some(1.0), at + 1)),
            }
        }
        _ => None,
    }
}

/// "in ten", "out of every 10", "of 100", "/3" behind a number: a share.
fn ratio_at(words: &Words<'_>, number: f64, at: usize) -> Option<(Said, usize)> {
    let start = at + between(words, at)?;
    let (mut whole, _, mut end) = cardinal_at(words, start)?;
    if let Some(times) = multiple(words.name(end)).filter(|times| *times <= 1e3) {
        (whole, end) = (whole * times, end + 1);
    } else if words.name(start) == "a" {
        return None;
    }
    let goes_on = |end: usize| matches!(words.get(end), Some(Word::Slash | Word::Percent));
    if number > whole || whole <= 1.0 || goes_on(end) || units::is_time(words.name(end)) {
        return None;
    }
    let is_slash = words.get(at) == Some(&Word::Slash);
    let plain_of = words.name(at) == "of" && start == at + 1;
    let is_power = [10.0, 100.0, 1e3, 1e4, 1e5, 1e6].contains(&whole);
    // "62 in 2021" is not a share, "24/250" hardly.
    let most = if is_slash { 100.0 } else { 1_000.0 };
    if whole > most && !is_power && !plain_of || number.fract() != 0.0 || whole.fract() != 0.0 {
        return None;
    }
    // A few in a few is round by nature; many in many was counted.
    let step = match whole {
        _ if whole < 100.0 && !plain_of => None,
        _ if whole <= 10.0 => None,
        _ if is_power => Some(100.0 / whole),
        _ => Some(1.0),
    };
    Some((share(100.0 * number / whole, step), end))
}

/// How many words stand between "9" and "10" in a ratio; `None` for none.
fn between(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_every = |at: usize| usize::from(matches!(words.name(at), "every" | "each"));
    match words.get(at)? {
        Word::Slash => Some(1),
        Word::Name("in" | "per") => Some(1 + is_every(at + 1)),
        Word::Name("out") if words.name(at + 1) == "of" => Some(2 + is_every(at + 2)),
        Word::Name("of") => {
            let counted = matches!(words.get(at + 1), Some(Word::Digits { .. }));
            (is_every(at + 1) == 1 || counted).then(|| 1 + is_every(at + 1))
        }
        _ => None,
    }
}

fn small(name: &str) -> Option<f64> {
    const NAMES: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let below = NAMES.iter().position(|known| *known == name);
    let number = below.or_else(|| TENS.iter().position(|known| *known == name).map(|index| 30 + 10 * index));
    number.map(|number| number as f64)
}

/// Into how many parts a fraction's name divides.
fn part_named(name: &str) -> Option<f64> {
    const NAMES: [(&str, f64); 13] = [
        ("half", 2.0),
        ("third", 3.0),
        ("quarter", 4.0),
        ("fourth", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("seventh", 7.0),
        ("eighth", 8.0),
        ("ninth", 9.0),
        ("tenth", 10.0),
        ("twelfth", 12.0),
        ("twentieth", 20.0),
        ("hundredth", 100.0),
    ];
    let singular = if name == "halves" { "half" } else { name.strip_suffix('s').unwrap_or(name) };
    NAMES.iter().find(|(known, _)| *known == singular).map(|(_, parts)| *parts)
}

fn multiple(name: &str) -> Option<f64> {
    match name {
        "hundred" => Some(1e2),
        "thousand" | "k" => Some(1e3),
        "million" | "m" | "mn" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        "trillion" | "tn" => Some(1e12),
        _ => None,
    }
}
