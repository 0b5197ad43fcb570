//! Whether words say what a figure's value says.

use super::hedge::Hedge;
use super::said::{Said, Unit};
use super::units::is_time;
use crate::poll::printed::{Printed, is_currency, is_mark, is_percent};
use crate::poll::{Amount, NEAR, Reported};

/// A value as the manifest has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    number: f64,
    up_to: Option<f64>,
    hedge: Hedge,
    kind: Kind,
    /// What the unit multiplies the number by: a million for "million reports".
    scale: f64,
}

/// What a figure's value is, as far as its unit tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Share,
    Money,
    /// Percentage points.
    Points,
    /// A net score, which some print with a percent sign.
    Score,
    /// Years, days and other time: what ages and dates may be meant for.
    Time,
    /// People and things.
    Things,
    /// The unit is left empty.
    Unknown,
}

impl Given {
    /// A share; `None` where it is not reported.
    pub fn of_share(value: Reported) -> Option<Given> {
        let (number, up_to, hedge) = match value {
            Reported::Percent(p) => (p, None, Hedge::None),
            Reported::About(p) => (p, None, Hedge::About),
            Reported::MoreThan(p) => (p, None, Hedge::MoreThan),
            Reported::LessThan(p) => (p, None, Hedge::LessThan),
            Reported::JustUnder(p) => (p, None, Hedge::JustUnder),
            Reported::JustOver(p) => (p, None, Hedge::JustOver),
            Reported::Between(low, high) => (low, Some(high), Hedge::None),
            Reported::NotReported => return None,
        };
        Some(Given { number, up_to, hedge, kind: Kind::Share, scale: 1.0 })
    }

    /// An amount, which is a share if its unit says so.
    pub fn of_amount(value: Amount, unit: &str) -> Given {
        let (number, up_to, hedge) = match value {
            Amount::Exact(n) => (n, None, Hedge::None),
            Amount::About(n) => (n, None, Hedge::About),
            Amount::MoreThan(n) => (n, None, Hedge::MoreThan),
            Amount::LessThan(n) => (n, None, Hedge::LessThan),
            Amount::JustUnder(n) => (n, None, Hedge::JustUnder),
            Amount::JustOver(n) => (n, None, Hedge::JustOver),
            Amount::Between(low, high) => (low, Some(high), Hedge::None),
        };
        let (kind, scale) = unit_of(unit);
        Given { number, up_to, hedge, kind, scale }
    }

    /// Whether it is a percentage.
    pub fn is_share(&self) -> bool {
        self.kind == Kind::Share
    }

    /// Whether a number that is said is meant for this value, or passes for it. Points, ages and dates
    /// pass for a percentage where they have its very digits.
    pub fn could_be(&self, said: &Said) -> bool {
        let passes = self.has_digits_of(said);
        match said.unit {
            Unit::Share => said.step.is_some() || !self.is_of_another_kind(said),
            Unit::Bare | Unit::Counted => passes || !said.is_year,
            Unit::BareWord => self.kind != Kind::Share,
            Unit::Money => true,
            Unit::Points => passes || matches!(self.kind, Kind::Points | Kind::Score | Kind::Unknown),
            Unit::Aside => passes || self.kind == Kind::Time,
        }
    }

    /// Whether what is said has another unit or size than the value, so that it is another number
    /// whatever its digits are.
    fn is_of_another_kind(&self, said: &Said) -> bool {
        match said.unit {
            Unit::Share => !matches!(self.kind, Kind::Share | Kind::Score | Kind::Unknown),
            Unit::Bare => self.kind == Kind::Share && said.number.abs() > 100.0,
            Unit::BareWord => false,
            Unit::Counted => matches!(self.kind, Kind::Share | Kind::Money),
            Unit::Money => !matches!(self.kind, Kind::Money | Kind::Unknown),
            Unit::Points => !matches!(self.kind, Kind::Points | Kind::Score | Kind::Unknown),
            Unit::Aside => !matches!(self.kind, Kind::Time | Kind::Unknown),
        }
    }

    /// Whether a source's own words for the value are a number that prose has other words for: with a mark
    /// ("12*"), in parentheses as accounts put what is below zero, or left open by a sign ("95+").
    pub fn is_printed_as(&self, printed: &str) -> bool {
        let own = |number: f64| {
            [Some(self.number), self.up_to].into_iter().flatten().any(|own| (own - number).abs() < 1e-9)
        };
        match Printed::read(printed) {
            Printed::Marked(number, mark) => is_mark(&mark) && own(number.value),
            Printed::InParentheses(number) => own(number.value) || own(-number.value),
            Printed::Vague(_, number) => {
                (self.up_to.is_some() || self.hedge != Hedge::None) && own(number.value)
            }
            _ => false,
        }
    }

    fn has_digits_of(&self, said: &Said) -> bool {
        let is_near = |number: f64| (said.number.abs() - number.abs()).abs() < 0.5;
        is_near(self.number) || self.up_to.is_some_and(is_near)
    }
}

/// What a figure's unit says of its value.
fn unit_of(unit: &str) -> (Kind, f64) {
    let unit = unit.to_lowercase();
    let names = || unit.split(|sign: char| !sign.is_alphabetic()).filter(|name| !name.is_empty());
    let is_any = |known: &[&str]| names().any(|name| known.contains(&name));
    let scale = names().find_map(|name| match name {
        "thousand" | "thousands" | "k" => Some(1e3),
        "million" | "millions" | "m" | "mn" => Some(1e6),
        "billion" | "billions" | "bn" => Some(1e9),
        "trillion" | "trillions" | "tn" => Some(1e12),
        _ => None,
    });
    let first = names().next().unwrap_or_default();
    let kind = if is_any(&["score", "scores", "net"]) {
        Kind::Score
    } else if is_any(&["point", "points", "pp"]) {
        Kind::Points
    } else if unit.trim_start().starts_with(is_percent) || first == "percent" || unit.starts_with("per cent")
    {
        Kind::Share
    } else if unit.contains(is_currency)
        || is_any(&[
            "pound", "pounds", "pence", "p", "euro", "euros", "dollar", "dollars", "gbp", "eur", "usd",
        ])
    {
        Kind::Money
    } else if is_any(&["age", "aged", "ages"]) || names().any(is_time) {
        Kind::Time
    } else if unit.trim().is_empty() {
        Kind::Unknown
    } else {
        Kind::Things
    };
    (kind, scale.unwrap_or(1.0))
}

/// How what is said stands to what is given, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The same, or truly vaguer.
    Agrees,
    /// The same number, put more exactly than it was printed.
    Firmer,
    /// Another number.
    Differs,
}

/// Compares one number that is said with the value that is given.
pub fn compare(said: &Said, given: &Given) -> Verdict {
    if given.is_of_another_kind(said) {
        return Verdict::Differs;
    }
    let went_down = said.falls && said.number > 0.0 && given.number < 0.0;
    let said = if went_down { said.below_zero() } else { *said };
    let scaled = || compare_numbers(&said.divided(given.scale), given);
    match said.unit {
        _ if given.scale <= 1.0 => compare_numbers(&said, given),
        // "3" of a figure in millions may be three of them, "3 children" are not.
        Unit::Bare | Unit::BareWord => compare_numbers(&said, given).min(scaled()),
        _ => scaled(),
    }
}

/// The same, of numbers that count the same thing.
fn compare_numbers(said: &Said, given: &Given) -> Verdict {
    if said.up_to.is_some() || given.up_to.is_some() {
        return compare_ranges(said, given);
    }
    // A fraction in words is round: "two thirds" may stand for 66 or 67.
    let tolerance = said.step.map_or(1.0, |step| step / 2.0 + 1e-9);
    if (said.number - given.number).abs() > tolerance {
        return if contains(said, given) { Verdict::Agrees } else { Verdict::Differs };
    }
    if given.hedge == Hedge::None {
        truth(holds_of_exactly(given.number, said))
    } else if keeps(given.hedge, said) {
        Verdict::Agrees
    } else if drops(given.hedge, said.hedge) {
        Verdict::Firmer
    } else {
        Verdict::Differs
    }
}

/// Whether what is said, of the very number that was printed without a hedge, is true.
fn holds_of_exactly(number: f64, said: &Said) -> bool {
    let is_round = said.step.is_none();
    match said.hedge {
        Hedge::None | Hedge::About => true,
        Hedge::MoreThan | Hedge::JustOver => number > said.number,
        Hedge::LessThan | Hedge::JustUnder => number < said.number,
        Hedge::AtLeast => is_round || number >= said.number,
        Hedge::AtMost => is_round || number <= said.number,
    }
}

/// Whether the words are hedged as the source is, or more.
fn keeps(given: Hedge, said: &Said) -> bool {
    use Hedge::{About, AtLeast, AtMost, JustOver, JustUnder, LessThan, MoreThan};
    match given {
        Hedge::None => true,
        // "One in three" is as round as "about 33%".
        About => said.hedge == About || (said.hedge == Hedge::None && said.step.is_none()),
        MoreThan | AtLeast => matches!(said.hedge, MoreThan | AtLeast),
        LessThan | AtMost => matches!(said.hedge, LessThan | AtMost),
        JustOver => matches!(said.hedge, JustOver | MoreThan | AtLeast | About),
        JustUnder => matches!(said.hedge, JustUnder | LessThan | AtMost | About),
    }
}

/// Whether the words leave out a hedge of the source, or tighten it.
fn drops(given: Hedge, said: Hedge) -> bool {
    use Hedge::{About, AtLeast, AtMost, JustOver, JustUnder, LessThan, MoreThan};
    matches!(said, Hedge::None | About)
        || matches!((given, said), (MoreThan | AtLeast, JustOver) | (LessThan | AtMost, JustUnder))
}

fn truth(holds: bool) -> Verdict {
    if holds { Verdict::Agrees } else { Verdict::Differs }
}

/// Whether everything that is given lies within what is said.
fn contains(said: &Said, given: &Given) -> bool {
    let (low, high) = bounds(given.number, given.hedge, near(given.is_share(), given.number), 0.0);
    // People put 62% as "almost two thirds": round words reach further than digits.
    let round = if said.step.is_none() { 2.0 } else { 0.0 };
    let reach = near(given.is_share(), said.number) + round;
    let width = said.step.map_or(NEAR, |step| step / 2.0);
    let (from, to) = bounds(said.number, said.hedge, reach, width);
    match said.hedge {
        Hedge::MoreThan | Hedge::JustOver => from < low && high <= to,
        Hedge::LessThan | Hedge::JustUnder => from <= low && high < to,
        _ => from <= low && high <= to,
    }
}

fn bounds(number: f64, hedge: Hedge, near: f64, width: f64) -> (f64, f64) {
    match hedge {
        Hedge::None => (number - width, number + width),
        Hedge::About => (number - near, number + near),
        Hedge::MoreThan | Hedge::AtLeast => (number, f64::INFINITY),
        Hedge::LessThan | Hedge::AtMost => (f64::NEG_INFINITY, number),
        Hedge::JustOver => (number, number + near),
        Hedge::JustUnder => (number - near, number),
    }
}

/// How far "about" reaches: [`NEAR`] points for a share, a tenth of any other number.
fn near(is_share: bool, number: f64) -> f64 {
    if is_share { NEAR } else { number.abs() / 10.0 }
}

fn compare_ranges(said: &Said, given: &Given) -> Verdict {
    let Some(high) = given.up_to else {
        let inside = said.number <= given.number && said.up_to.is_some_and(|high| given.number <= high);
        return truth(inside && given.hedge == Hedge::None);
    };
    let said_high = match (said.up_to, said.hedge) {
        (Some(high), _) => high,
        (None, Hedge::MoreThan | Hedge::AtLeast) => f64::INFINITY,
        (None, _) => said.number,
    };
    let said_low =
        if matches!(said.hedge, Hedge::LessThan | Hedge::AtMost) { f64::NEG_INFINITY } else { said.number };
    if said_low <= given.number && high <= said_high {
        Verdict::Agrees
    } else if given.number <= said_low && said_high <= high {
        Verdict::Firmer
    } else {
        Verdict::Differs
    }
}

#[cfg(test)]
mod tests;
