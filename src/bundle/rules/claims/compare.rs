//! Whether words say what a figure's value says.

use super::hedge::Hedge;
use super::said::{Said, Unit};
use crate::poll::{Amount, NEAR, Reported};

/// A value as the manifest has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    number: f64,
    up_to: Option<f64>,
    hedge: Hedge,
    is_share: bool,
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
        Some(Given { number, up_to, hedge, is_share: true })
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
        let is_share = unit.starts_with('%') || unit.starts_with("per cent") || unit.starts_with("percent");
        Given { number, up_to, hedge, is_share }
    }

    /// Whether a number that is said could be meant for this value.
    pub fn could_be(&self, said: &Said) -> bool {
        match said.unit {
            Unit::Share => self.is_share,
            Unit::Bare if self.is_share => said.number <= 100.0,
            Unit::Bare => !is_year(said) || (said.number - self.number).abs() < 0.5,
            Unit::BareWord => !self.is_share,
        }
    }
}

/// Years stand in every other sentence on a figure.
fn is_year(said: &Said) -> bool {
    said.step == Some(1.0) && (1900.0..2100.0).contains(&said.number)
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
    let (low, high) = bounds(given.number, given.hedge, near(given.is_share, given.number), 0.0);
    // People put 62% as "almost two thirds": round words reach further than digits.
    let round = if said.step.is_none() { 2.0 } else { 0.0 };
    let reach = near(given.is_share, said.number) + round;
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
mod tests {
    use super::*;
    use crate::bundle::rules::claims::said::said;
    use Verdict::{Agrees, Differs, Firmer};

    fn verdict(text: &str, value: Reported) -> Verdict {
        let given = Given::of_share(value).unwrap();
        said(text).iter().filter(|said| given.could_be(said)).map(|said| compare(said, &given)).min().unwrap()
    }

    #[test]
    fn a_percent_may_be_said_in_many_ways() {
        let sixty_two = Reported::Percent(62.0);
        for text in [
            "62%",
            "62 per cent",
            "about 60%",
            "more than half",
            "over 60%",
            "almost two thirds",
            "at least 62%",
            "some 62%",
            "62",
        ] {
            assert_eq!(verdict(text, sixty_two), Agrees, "{text}");
        }
        for text in [
            "63%",
            "26%",
            "two thirds",
            "nine in ten",
            "more than 62%",
            "over two thirds",
            "fewer than 60%",
            "half",
        ] {
            assert_eq!(verdict(text, sixty_two), Differs, "{text}");
        }
    }

    #[test]
    fn round_words_stand_for_the_percents_next_to_them() {
        assert_eq!(verdict("two thirds", Reported::Percent(66.0)), Agrees);
        assert_eq!(verdict("two in three", Reported::Percent(67.0)), Agrees);
        assert_eq!(verdict("nine in ten", Reported::Percent(90.0)), Agrees);
        assert_eq!(verdict("a third", Reported::Percent(33.0)), Agrees);
        assert_eq!(verdict("one in three", Reported::About(33.333)), Agrees);
        assert_eq!(verdict("more than a third", Reported::Percent(34.0)), Agrees);
        assert_eq!(verdict("more than a third", Reported::Percent(33.0)), Differs);
        assert_eq!(verdict("62%", Reported::Percent(62.4)), Agrees);
        assert_eq!(verdict("62.4%", Reported::Percent(62.0)), Differs);
    }

    #[test]
    fn a_hedge_that_is_dropped_makes_the_text_firmer() {
        assert_eq!(verdict("half", Reported::MoreThan(50.0)), Firmer);
        assert_eq!(verdict("just over half", Reported::MoreThan(50.0)), Firmer);
        assert_eq!(verdict("a third", Reported::JustUnder(33.333)), Firmer);
        assert_eq!(verdict("33%", Reported::About(33.333)), Firmer);
        assert_eq!(verdict("70%", Reported::Between(70.0, 75.0)), Firmer);
        assert_eq!(verdict("5%", Reported::LessThan(5.0)), Firmer);
    }

    #[test]
    fn a_hedge_that_is_kept_or_loosened_agrees() {
        assert_eq!(verdict("more than half", Reported::MoreThan(50.0)), Agrees);
        assert_eq!(verdict("more than 40%", Reported::MoreThan(50.0)), Agrees);
        assert_eq!(verdict("almost a third", Reported::JustUnder(33.333)), Agrees);
        assert_eq!(verdict("less than a third", Reported::JustUnder(33.333)), Agrees);
        assert_eq!(verdict("between 70% and 75%", Reported::Between(70.0, 75.0)), Agrees);
        assert_eq!(verdict("fewer than 5%", Reported::LessThan(5.0)), Agrees);
    }

    #[test]
    fn a_hedge_turned_round_differs() {
        assert_eq!(verdict("less than half", Reported::MoreThan(50.0)), Differs);
        assert_eq!(verdict("more than a third", Reported::JustUnder(33.333)), Differs);
        assert_eq!(verdict("62%", Reported::MoreThan(50.0)), Differs);
    }

    #[test]
    fn amounts_are_compared_as_they_are() {
        let amount = |text: &str, value: Amount| {
            let given = Given::of_amount(value, "arrests");
            said(text).iter().filter(|said| given.could_be(said)).map(|said| compare(said, &given)).min()
        };
        assert_eq!(amount("2,500 arrests in 2018", Amount::Exact(2_500.0)), Some(Agrees));
        assert_eq!(amount("arrests in 2018", Amount::Exact(2_500.0)), None);
        assert_eq!(amount("2,600 arrests", Amount::Exact(2_500.0)), Some(Differs));
        assert_eq!(amount("more than 26,000", Amount::MoreThan(26_000.0)), Some(Agrees));
        assert_eq!(amount("26,000", Amount::MoreThan(26_000.0)), Some(Firmer));
        assert_eq!(amount("3 million", Amount::JustUnder(3_000_000.0)), Some(Firmer));
    }
}
