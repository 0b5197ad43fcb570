//! One number in words or digits: "62%", "nine in ten", "two thirds", "half a million", "−23", "£75".

use super::quantity::{Said, Unit};
use super::units;
use super::words::{Word, Words};

/// The number that the words from `at` on say, and where it ends. One sign and one currency may stand
/// before it: "−£5", "£−5".
pub fn number_at(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    let (is_negative, unsigned) = if is_minus(words, at) { (true, at + 1) } else { (false, at) };
    let is_money = words.get(unsigned) == Some(&Word::Currency);
    let (is_negative, start) = match is_money {
        true if !words.is_joined(unsigned + 1) => return None,
        true if !is_negative && is_minus(words, unsigned + 1) => (true, unsigned + 2),
        true => (is_negative, unsigned + 1),
        false => (is_negative, unsigned),
    };
    let (mut said, end) = plain_at(words, start)?;
    if is_money && !matches!(said.unit, Unit::Bare | Unit::Counted | Unit::Money) {
        return None;
    }
    if is_money {
        said.unit = Unit::Money;
    }
    if is_negative && said.number <= 0.0 {
        return None;
    }
    Some((if is_negative { said.below_zero() } else { said }, end))
}

fn is_minus(words: &Words<'_>, at: usize) -> bool {
    matches!(words.get(at), Some(Word::Minus | Word::Name("minus" | "negative")))
}

/// A number without a sign.
fn plain_at(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    match words.get(at)? {
        Word::Name("half") => Some(part_at(words, 1.0, 2.0, at + 1)),
        Word::Fraction(of, parts) => Some(part_at(words, *of, *parts, at + 1)),
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
        return Some(part_at(words, number, parts, end + 1));
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

/// So many parts, "two thirds", which end at a word: of everybody, or of one of what follows, "half a
/// million", "a quarter of a per cent", "half an hour".
fn part_at(words: &Words<'_>, of: f64, parts: f64, end: usize) -> (Said, usize) {
    let of_one = end + usize::from(words.name(end) == "of");
    let of_one = if matches!(words.name(of_one), "a" | "an" | "one") { of_one + 1 } else { end };
    let (whole, step) = (of / parts, Some(1.0 / parts));
    if let Some(times) = multiple(words.name(of_one)) {
        return (Said::new(whole * times, Unit::Bare, None), of_one + 1);
    }
    let name = words.name(of_one);
    match percent_at(words, of_one) {
        Some(Percent::Share(end)) => (share(whole, step), end),
        Some(Percent::Points(end)) => (Said::new(whole, Unit::Points, step), end),
        _ if of_one > end && name == "point" => (Said::new(whole, Unit::Points, step), of_one + 1),
        _ if of_one > end && (units::is_time(name) || matches!(name, "dozen" | "mile")) => {
            (Said::new(100.0 * whole, Unit::Aside, None), of_one + 1)
        }
        _ => (share(100.0 * whole, None), end),
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

/// Percent in one word, in English and the languages of our neighbours.
const PERCENTS: [&str; 10] = [
    "percent",
    "pc",
    "pct",
    "percentage",
    "prozent",
    "procent",
    "prosent",
    "prosenttia",
    "pourcent",
    "százalék",
];

/// Percent in two words.
const PERCENTS_IN_TWO: [(&str, &str); 6] =
    [("per", "cent"), ("per", "cento"), ("pour", "cent"), ("por", "ciento"), ("por", "cento"), ("p", "c")];

/// "%", "per cent", "percentage points", and where it ends.
fn percent_at(words: &Words<'_>, at: usize) -> Option<Percent> {
    let end = match words.get(at)? {
        Word::SmallerThanPercent(by) => return Some(Percent::Smaller(*by, at + 1)),
        Word::Percent => at + 1,
        Word::Name(name) if PERCENTS.contains(name) => at + 1,
        Word::Name(name) if PERCENTS_IN_TWO.contains(&(name, words.name(at + 1))) => at + 2,
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
    let of_people = is_people_of(words, at);
    let at = at + usize::from(of_people);
    let start = at + between(words, at)?;
    let of_every = matches!(words.name(start - 1), "every" | "each" | "per");
    let (mut whole, _, mut end) = match cardinal_at(words, start) {
        Some(whole) => whole,
        None if of_every && matches!(words.name(start), "hundred" | "thousand") => (1.0, None, start),
        None => return None,
    };
    if let Some(times) = multiple(words.name(end)).filter(|times| *times <= 1e3) {
        (whole, end) = (whole * times, end + 1);
    } else if words.name(start) == "a" {
        return None;
    }
    let goes_on = |end: usize| matches!(words.get(end), Some(Word::Slash | Word::Percent));
    if number > whole
        || whole <= 1.0
        || goes_on(end)
        || of_people && units::is_counted(words, end)
        || units::is_time(words.name(end))
    {
        return None;
    }
    let is_slash = words.get(at) == Some(&Word::Slash);
    let plain_of = words.name(at) == "of" && !of_every;
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

/// Whether a number counts people of so many: "75 people in 100".
fn is_people_of(words: &Words<'_>, at: usize) -> bool {
    let is_ratio = matches!(words.name(at + 1), "in" | "out" | "per") && between(words, at + 1).is_some();
    is_ratio && units::is_people(words.name(at))
}

/// How many words stand between "9" and "10" in a ratio; `None` for none.
fn between(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_every = |at: usize| usize::from(matches!(words.name(at), "every" | "each"));
    let is_the = |at: usize| usize::from(words.name(at) == "the");
    match words.get(at)? {
        Word::Slash => Some(1),
        Word::Name("in" | "per") => Some(1 + is_every(at + 1)),
        Word::Name("out") if words.name(at + 1) == "of" => Some(2 + is_every(at + 2).max(is_the(at + 2))),
        Word::Name("of") => {
            let skipped = 1 + is_every(at + 1).max(is_the(at + 1));
            let is_counted = matches!(words.get(at + skipped), Some(Word::Digits { .. }));
            (is_every(at + 1) == 1 || is_counted).then_some(skipped)
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

/// What a word for a large number multiplies the number before it by.
pub fn multiple(name: &str) -> Option<f64> {
    match name {
        "hundred" => Some(1e2),
        "thousand" | "k" => Some(1e3),
        "million" | "m" | "mn" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        "trillion" | "tn" => Some(1e12),
        _ => None,
    }
}
