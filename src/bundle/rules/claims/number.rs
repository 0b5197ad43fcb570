//! One number in words or digits: "62%", "nine in ten", "two thirds", "half a million".

use super::hedge::Hedge;
use super::quantity::{Said, Unit};
use super::words::Word;

/// The number that the words from `at` on say, and where it ends.
pub fn number_at(words: &[Word<'_>], at: usize) -> Option<(Said, usize)> {
    if let Some(number) = half_at(words, at) {
        return Some(number);
    }
    let (number, step, end) = cardinal_at(words, at)?;
    if let Some((whole, _, end)) =
        in_so_many(words, end).filter(|(whole, _, _)| number <= *whole && *whole > 1.0)
    {
        return Some((share(100.0 * number / whole, None), end));
    }
    let next = words.get(end).and_then(Word::name);
    if let Some(parts) = next.and_then(fraction) {
        return Some((share(100.0 * number / parts, None), end + 1));
    }
    if next == Some("percentage") || next.is_some_and(|next| next.starts_with("point")) {
        return None;
    }
    if words.get(end) == Some(&Word::Percent) || matches!(next, Some("percent" | "pc")) {
        return Some((share(number, step), end + 1));
    }
    if next == Some("per") && words.get(end + 1).and_then(Word::name) == Some("cent") {
        return Some((share(number, step), end + 2));
    }
    if let Some(times) = next.and_then(multiple) {
        let said = Said {
            number: number * times,
            up_to: None,
            unit: Unit::Bare,
            hedge: Hedge::None,
            step: step.map(|step| step * times),
        };
        return Some((said, end + 1));
    }
    if words[at].name() == Some("a") {
        return None;
    }
    let unit = if matches!(words[at], Word::Digits { .. }) { Unit::Bare } else { Unit::BareWord };
    Some((Said { number, up_to: None, unit, hedge: Hedge::None, step }, end))
}

fn share(number: f64, step: Option<f64>) -> Said {
    Said { number, up_to: None, unit: Unit::Share, hedge: Hedge::None, step }
}

/// "half", "half a million".
fn half_at(words: &[Word<'_>], at: usize) -> Option<(Said, usize)> {
    if words[at].name() != Some("half") {
        return None;
    }
    let name = |ahead: usize| words.get(at + ahead).and_then(Word::name);
    if let (Some("a"), Some(times)) = (name(1), name(2).and_then(multiple)) {
        let said =
            Said { number: times / 2.0, up_to: None, unit: Unit::Bare, hedge: Hedge::None, step: None };
        return Some((said, at + 3));
    }
    Some((share(50.0, None), at + 1))
}

/// A number, the place value of its last digit, and where it ends. "a" is a one before a fraction.
fn cardinal_at(words: &[Word<'_>], at: usize) -> Option<(f64, Option<f64>, usize)> {
    match words.get(at)? {
        Word::Digits { number, step } => Some((*number, Some(*step), at + 1)),
        Word::Name("a") => Some((1.0, Some(1.0), at + 1)),
        Word::Name(name) => {
            let number = small(name)?;
            let unit = words
                .get(at + 1)
                .and_then(Word::name)
                .and_then(small)
                .filter(|unit| (1.0..10.0).contains(unit));
            match unit {
                Some(unit) if number >= 20.0 => Some((number + unit, Some(1.0), at + 2)),
                _ => Some((number, Some(1.0), at + 1)),
            }
        }
        _ => None,
    }
}

/// "in ten", "out of 10", "of every 100".
fn in_so_many(words: &[Word<'_>], at: usize) -> Option<(f64, Option<f64>, usize)> {
    let name = |ahead: usize| words.get(at + ahead).and_then(Word::name);
    let skipped = match (name(0), name(1)) {
        (Some("out"), Some("of")) | (Some("in" | "of"), Some("every")) => 2,
        (Some("in"), _) => 1,
        _ => return None,
    };
    let start = at + skipped;
    // "62 in 2021" is not a share.
    cardinal_at(words, start).filter(|(whole, _, _)| *whole <= 1_000.0)
}

fn small(name: &str) -> Option<f64> {
    const NAMES: [&str; 20] = [
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
    let below = NAMES.iter().position(|known| *known == name).map(|index| index + 1);
    let number = below.or_else(|| TENS.iter().position(|known| *known == name).map(|index| 30 + 10 * index));
    number.map(|number| number as f64)
}

/// Into how many parts a fraction's name divides.
fn fraction(name: &str) -> Option<f64> {
    const NAMES: [(&str, f64); 10] = [
        ("half", 2.0),
        ("third", 3.0),
        ("quarter", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("seventh", 7.0),
        ("eighth", 8.0),
        ("ninth", 9.0),
        ("tenth", 10.0),
        ("hundredth", 100.0),
    ];
    let singular = if name == "halves" { "half" } else { name.strip_suffix('s').unwrap_or(name) };
    NAMES.iter().find(|(known, _)| *known == singular).map(|(_, parts)| *parts)
}

fn multiple(name: &str) -> Option<f64> {
    match name {
        "hundred" => Some(1e2),
        "thousand" | "k" => Some(1e3),
        "million" | "m" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        _ => None,
    }
}
