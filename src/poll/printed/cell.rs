//! What is printed in the place of one number: the number, or what tables print instead of it.

use super::numeral::{is_slash, numeral};
use super::signs::{digit, fraction, is_currency, is_dash, is_minus, is_percent};
use crate::text::is_unseen;

/// What is printed in the place of one number.
#[derive(Clone, Debug, PartialEq)]
pub enum Printed {
    /// Nothing but blanks.
    Nothing,
    /// A number and nothing else, but perhaps a percent sign: "62", "−5", "62.5 %".
    Number(Number),
    /// "<1", "c. 5", "more than 26,000".
    Vague(Vague, Number),
    /// "20–25", "20 to 25%".
    Range(Number, Number),
    /// "2/3", "9 in 10": the first of so many as the second.
    Fraction(f64, f64),
    /// "(5)", below zero in accounts and a number put in brackets anywhere else.
    InParentheses(Number),
    /// A number with a mark or a unit: "12*", `12 [u]`, "£75". The mark with its blanks.
    Marked(Number, String),
    /// A sign in the place of a number.
    Withheld(Withheld),
    /// What a spreadsheet shows for a fault: "#REF!".
    SpreadsheetFault,
    /// Digits that make no number: "1.2.3".
    NoNumber,
    /// Anything else.
    Words,
}

/// A printed number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// With its sign.
    pub value: f64,
    /// Whether a percent sign or its words follow.
    pub is_percent: bool,
    /// What it says where points part thousands and commas decimals, if that is another number.
    pub other: Option<f64>,
}

/// How a number is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// "~5", "c. 5"
    About,
    /// ">5"
    MoreThan,
    /// "<5"
    LessThan,
    /// "≥5", "5+"
    AtLeast,
    /// "≤5"
    AtMost,
    /// "almost 5"
    JustUnder,
    /// "just over 5"
    JustOver,
}

/// A sign in the place of a number, by what tables mean by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// "n/a", "..", ":", `[x]`, `[c]`: no number is given.
    NotGiven,
    /// "-", "–", "nil": nobody, or no number.
    Dash,
    /// "*": less than half a percent, or no number.
    Star,
    /// `[low]`: less than half of the last place.
    Low,
}

impl Printed {
    /// Reads a cell, or what stands in the place of one.
    #[must_use]
    pub fn read(cell: &str) -> Printed {
        let cell: String = cell.chars().filter(|sign| !is_unseen(*sign)).collect();
        let cell = cell.trim().to_lowercase();
        if cell.is_empty() {
            return Printed::Nothing;
        }
        if is_spreadsheet_fault(&cell) {
            return Printed::SpreadsheetFault;
        }
        if let Some(withheld) = withheld(&cell) {
            return Printed::Withheld(withheld);
        }
        let inside = (cell.strip_prefix(['(', '（']))
            .and_then(|rest| rest.strip_suffix([')', '）']))
            .filter(|inside| !inside.trim_start().starts_with(['(', '（']));
        match inside.map(Printed::read) {
            Some(Printed::Number(number)) => return Printed::InParentheses(number),
            Some(Printed::Withheld(withheld)) => return Printed::Withheld(withheld),
            _ => {}
        }
        if let Some((low, rest)) =
            ["between ", "from "].iter().find_map(|word| number(cell.strip_prefix(word)?))
        {
            return range(low, rest.trim()).unwrap_or(Printed::Words);
        }
        let (vague, rest) = vague(&cell);
        let Some((number, rest)) = number(rest) else {
            return if vague.is_none() { money(&cell) } else { Printed::Words };
        };
        if number.value.is_nan() {
            return Printed::NoNumber;
        }
        let rest = rest.trim();
        let alone = cell.chars().next().and_then(fraction).filter(|_| rest.is_empty() && !number.is_percent);
        if let Some((of, parts)) = alone {
            return Printed::Fraction(of, parts);
        }
        match vague {
            Some(vague) if rest.is_empty() => Printed::Vague(vague, number),
            Some(_) => Printed::Words,
            None if rest.is_empty() => Printed::Number(number),
            None if matches!(rest, "+" | "or more" | "and over" | "or over" | "and above") => {
                Printed::Vague(Vague::AtLeast, number)
            }
            None if matches!(rest, "or less" | "or fewer" | "and under" | "or under") => {
                Printed::Vague(Vague::AtMost, number)
            }
            None => range(number, rest)
                .or_else(|| of_so_many(number, rest))
                .unwrap_or_else(|| Printed::Marked(number, rest.to_owned())),
        }
    }
}

/// Whether what stands beside a number is a mark of a note ("*", `[u]`, "r") and no unit or second number.
#[must_use]
pub fn is_mark(mark: &str) -> bool {
    let is_bracketed = mark.starts_with('[') && mark.ends_with(']');
    let says_more =
        |sign: char| digit(sign).is_some() || is_currency(sign) || matches!(sign, '‰' | '‱' | '°');
    let letters = mark.chars().filter(|sign| sign.is_alphabetic()).count();
    is_bracketed || !mark.contains(says_more) && (letters < 2 || mark.starts_with('('))
}

/// The whole number from 0 up that is typed or printed, where it can be only one: "1,501" and "1 501",
/// but not "1.501".
#[must_use]
pub fn whole_number(text: &str) -> Option<u64> {
    match Printed::read(text) {
        Printed::Number(Number { value, is_percent: false, .. })
            if value.fract() == 0.0 && (0.0..LEAST_TOO_LARGE).contains(&value) =>
        {
            Some(value as u64)
        }
        _ => None,
    }
}

/// From here on not every whole number has a float of its own.
const LEAST_TOO_LARGE: f64 = 9_007_199_254_740_992.0;

/// A sign, an optional blank, a numeral and an optional percent sign; and what follows.
fn number(text: &str) -> Option<(Number, &str)> {
    let text = text.trim_start();
    // "%62", as Turkish has it.
    if let Some(rest) = text.strip_prefix(is_percent) {
        let (number, rest) = numeral(rest).and_then(|_| number(rest))?;
        return Some((Number { is_percent: true, ..number }, rest));
    }
    let first = text.chars().next()?;
    let is_signed = is_minus(first) || first == '+';
    let (sign, unsigned) =
        if is_signed { (first, text[first.len_utf8()..].trim_start()) } else { ('+', text) };
    let found = numeral(unsigned)?;
    // A zero has no sign.
    let signed = |number: f64| if sign == '+' || number == 0.0 { number } else { -number };
    let rest = &unsigned[found.length..];
    let (is_percent, rest) = percent(rest);
    let number = Number { value: signed(found.value), is_percent, other: found.other.map(signed) };
    Some((number, rest))
}

/// Whether a text begins with a percent sign or the words for one, and what follows.
fn percent(text: &str) -> (bool, &str) {
    let begun = text.trim_start();
    if let Some(rest) = begun.strip_prefix(is_percent) {
        return (true, rest);
    }
    let words = ["per cent", "per\u{a0}cent", "percent", "p.c.", "pct", "pc"];
    let is_whole = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
    let rest = words.iter().find_map(|word| begun.strip_prefix(word).filter(is_whole));
    rest.map_or((false, text), |rest| (true, rest))
}

/// "–25%", "to 25" behind a number.
fn range(low: Number, rest: &str) -> Option<Printed> {
    let dash = rest.chars().next().filter(|sign| is_dash(*sign)).map(char::len_utf8);
    let behind = match dash {
        Some(length) => &rest[length..],
        None => ["to ", "and ", "bis "].iter().find_map(|word| rest.strip_prefix(word))?,
    };
    let (high, rest) = number(behind)?;
    let is_range = rest.trim().is_empty() && low.value < high.value && !high.value.is_nan();
    is_range.then_some(Printed::Range(low, high))
}

/// "/3", "in 10", "out of every 10" behind a number.
fn of_so_many(of: Number, rest: &str) -> Option<Printed> {
    let behind = rest.strip_prefix(is_slash).or_else(|| {
        ["out of every ", "in every ", "of every ", "out of ", "in ", "of "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
    })?;
    let (parts, rest) = number(behind)?;
    let is_share = rest.trim().is_empty() && !of.is_percent && of.value >= 0.0 && of.value <= parts.value;
    (is_share && parts.value > 0.0).then_some(Printed::Fraction(of.value, parts.value))
}

/// "£75", and anything else that begins with a sign and goes on with a number.
fn money(cell: &str) -> Printed {
    let Some(behind) = cell.strip_prefix(is_currency) else { return Printed::Words };
    match number(behind) {
        Some((number, rest)) if rest.trim().is_empty() && !number.value.is_nan() => {
            Printed::Marked(number, cell.chars().take(1).collect())
        }
        _ => Printed::Words,
    }
}

/// How a number is left open by what stands before it, and the rest.
fn vague(cell: &str) -> (Option<Vague>, &str) {
    const SIGNS: [(&str, Vague); 20] = [
        ("&lt;", Vague::LessThan),
        ("&gt;", Vague::MoreThan),
        ("<=", Vague::AtMost),
        ("=<", Vague::AtMost),
        (">=", Vague::AtLeast),
        ("=>", Vague::AtLeast),
        ("≤", Vague::AtMost),
        ("⩽", Vague::AtMost),
        ("≥", Vague::AtLeast),
        ("⩾", Vague::AtLeast),
        ("<", Vague::LessThan),
        ("＜", Vague::LessThan),
        (">", Vague::MoreThan),
        ("＞", Vague::MoreThan),
        ("~", Vague::About),
        ("∼", Vague::About),
        ("～", Vague::About),
        ("≈", Vague::About),
        ("≃", Vague::About),
        ("±", Vague::About),
    ];
    const WORDS: [(&str, Vague); 32] = [
        ("slightly more than", Vague::JustOver),
        ("slightly less than", Vague::JustUnder),
        ("slightly fewer than", Vague::JustUnder),
        ("just over", Vague::JustOver),
        ("just above", Vague::JustOver),
        ("just under", Vague::JustUnder),
        ("just below", Vague::JustUnder),
        ("almost", Vague::JustUnder),
        ("nearly", Vague::JustUnder),
        ("no more than", Vague::AtMost),
        ("no fewer than", Vague::AtLeast),
        ("no less than", Vague::AtLeast),
        ("at least", Vague::AtLeast),
        ("at most", Vague::AtMost),
        ("up to", Vague::AtMost),
        ("more than", Vague::MoreThan),
        ("greater than", Vague::MoreThan),
        ("less than", Vague::LessThan),
        ("fewer than", Vague::LessThan),
        ("over", Vague::MoreThan),
        ("above", Vague::MoreThan),
        ("under", Vague::LessThan),
        ("below", Vague::LessThan),
        ("approximately", Vague::About),
        ("approx.", Vague::About),
        ("approx", Vague::About),
        ("about", Vague::About),
        ("around", Vague::About),
        ("roughly", Vague::About),
        ("circa", Vague::About),
        ("ca.", Vague::About),
        ("c.", Vague::About),
    ];
    if let Some((sign, vague)) = SIGNS.iter().find(|(sign, _)| cell.starts_with(sign)) {
        return (Some(*vague), &cell[sign.len()..]);
    }
    let goes_on = |rest: &str| rest.starts_with(|sign: char| !sign.is_alphabetic());
    let words = WORDS.iter().find(|(words, _)| cell.strip_prefix(words).is_some_and(goes_on));
    if let Some((words, vague)) = words {
        return (Some(*vague), &cell[words.len()..]);
    }
    // "c5", "ca 5"
    let about = ["ca", "c"].iter().find_map(|word| cell.strip_prefix(word)).map(str::trim_start);
    match about.filter(|rest| rest.starts_with(|sign| digit(sign).is_some())) {
        Some(rest) => (Some(Vague::About), rest),
        None => (None, cell),
    }
}

/// "#REF!", "#N/A", and the signs that fill a column too narrow.
fn is_spreadsheet_fault(cell: &str) -> bool {
    const FAULTS: [&str; 9] =
        ["#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#n/a", "#spill!", "#calc!"];
    FAULTS.contains(&cell) || cell.len() > 1 && cell.bytes().all(|byte| byte == b'#')
}

/// What a sign in the place of a number means.
fn withheld(cell: &str) -> Option<Withheld> {
    const NOT_GIVEN: [&str; 35] = [
        ".",
        "..",
        "...",
        "…",
        "‥",
        ":",
        "::",
        "?",
        "??",
        "†",
        "‡",
        "§",
        "c",
        "x",
        "xx",
        "xxx",
        "z",
        "u",
        "n",
        "w",
        "na",
        "n.a",
        "n.a.",
        "n/a",
        "n / a",
        "nan",
        "null",
        "none",
        "not available",
        "not applicable",
        "not reported",
        "not stated",
        "not asked",
        "suppressed",
        "withheld",
    ];
    const IN_BRACKETS: [&str; 12] = ["c", "x", "z", "u", "w", "n", "-", "..", ":", "n/a", "na", "*"];
    let bare = cell.trim_end_matches(is_percent).trim_end();
    let bracketed = cell.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map(str::trim);
    if bare.is_empty() {
        None
    } else if bare.chars().all(is_dash) || matches!(bare, "nil" | "zero" | "nobody") {
        Some(Withheld::Dash)
    } else if bare.chars().all(|sign| matches!(sign, '*' | '∗' | '＊' | '⁎' | '٭')) {
        Some(Withheld::Star)
    } else if matches!(bracketed, Some("low")) || bare == "0*" {
        Some(Withheld::Low)
    } else if NOT_GIVEN.contains(&cell) || bracketed.is_some_and(|code| IN_BRACKETS.contains(&code)) {
        Some(Withheld::NotGiven)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
