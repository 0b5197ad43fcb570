//! Two figures: how far apart, and whether sampling alone could explain it.

use super::aspects::{Status, same_answer};
use super::outcome::{Difference, DifferenceOf, Test};
use super::respondents::{Respondents, respondents};
use super::{Item, sentences};
use crate::poll::stats::{
    Confidence, Estimate, Interval, NoInterval, NoTest, Share, WhatIf, difference, holm, is_rough, p_value,
};
use crate::poll::{Bounds, Reported};

/// Two of the figures compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Which figure comes first.
    pub a: usize,
    /// Which comes second.
    pub b: usize,
    /// How far apart; `None` where the two cannot be set against each other at all.
    pub difference: Option<Difference>,
    /// The test, or why there is none.
    pub test: Result<Test, NoTest>,
    /// The sample size that the test or interval assumes, where one is not stated.
    pub assumed: Option<WhatIf>,
    /// All of it in one sentence.
    pub verdict: String,
}

/// All pairs.
pub fn pairs(
    items: &[Item<'_>],
    estimates: &[Result<Estimate, NoInterval>],
    confidence: Confidence,
) -> Vec<Pair> {
    let numbers = || (0..items.len()).flat_map(|a| (a + 1..items.len()).map(move |b| (a, b)));
    let testable: Vec<Result<(Estimate, Estimate), NoTest>> = numbers()
        .map(|(a, b)| separate_samples(&items[a], &items[b], &estimates[a], &estimates[b]))
        .collect();
    let raw: Vec<f64> = testable.iter().flatten().map(|(a, b)| p_value(a.share, b.share)).collect();
    let mut tests = raw.iter().copied().zip(holm(&raw));
    let pair = |((a, b), shares): ((usize, usize), Result<(Estimate, Estimate), NoTest>)| {
        let (first, second) = (&items[a], &items[b]);
        match shares {
            Err(why) => {
                let difference = printed_difference(first.answer.value, second.answer.value, &why);
                let verdict = sentences::untested(first, second, difference, &why);
                Pair { a, b, difference, test: Err(why), assumed: None, verdict }
            }
            Ok((of_a, of_b)) => {
                let (p, p_holm) = tests.next().expect("every testable pair has its test");
                let significant = p_holm < confidence.bar();
                let rounded = [(&of_a, first), (&of_b, second)];
                let test = Test {
                    p,
                    p_holm,
                    significant,
                    hangs_on_rounding: significant
                        && p_before_rounding(rounded) * (p_holm / p.max(f64::MIN_POSITIVE))
                            >= confidence.bar(),
                    is_rough: is_rough(of_a.share, of_b.share),
                };
                let interval = difference(of_a.share, of_b.share, confidence);
                let two_parts = respondents(first, second) == Respondents::TwoParts;
                Pair {
                    a,
                    b,
                    difference: Some(Difference { interval, of: DifferenceOf::Sampling }),
                    test: Ok(test),
                    assumed: of_a.sample.assumed.or(of_b.sample.assumed),
                    verdict: sentences::tested(&of_a, &of_b, interval, test, confidence, two_parts),
                }
            }
        }
    };
    let mut pairs: Vec<Pair> = numbers().zip(testable).map(pair).collect();
    for pair in &mut pairs {
        let (a, b) = (&items[pair.a], &items[pair.b]);
        let told =
            matches!(pair.test, Err(NoTest::SamePeople | NoTest::TwoEditions)) || pair.difference.is_none();
        if !told && same_answer(a, b) == Status::Different {
            pair.verdict += &sentences::different_answers(a, b);
        }
    }
    pairs
}

/// The p-value of the two shares that lie nearest to each other among those that are printed as these.
fn p_before_rounding([(a, of_a), (b, of_b)]: [(&Estimate, &Item<'_>); 2]) -> f64 {
    let (from, to) = (a.share.percent(), b.share.percent());
    let (reach_a, reach_b) = (of_a.question.rounding(), of_b.question.rounding());
    if (from - to).abs() <= reach_a + reach_b {
        return 1.0;
    }
    let nearer = |share: Share, by: f64| Share::new(share.percent() + by, share.people());
    let towards = (to - from).signum();
    match (nearer(a.share, towards * reach_a), nearer(b.share, -towards * reach_b)) {
        (Ok(a), Ok(b)) => p_value(a, b),
        _ => 1.0,
    }
}

/// The two estimates, if they are of different people and of a like base.
fn separate_samples(
    a: &Item<'_>,
    b: &Item<'_>,
    of_a: &Result<Estimate, NoInterval>,
    of_b: &Result<Estimate, NoInterval>,
) -> Result<(Estimate, Estimate), NoTest> {
    let who = respondents(a, b);
    match who {
        Respondents::SameFigure => return Err(NoTest::SameFigure),
        Respondents::TwoEditions => return Err(NoTest::TwoEditions),
        _ => {}
    }
    if let (Some(base_a), Some(base_b)) = (a.question.base.words(), b.question.base.words())
        && a.question.base != b.question.base
    {
        return Err(NoTest::DifferentBase(base_a, base_b));
    }
    match who {
        Respondents::SameQuestion | Respondents::SamePoll => return Err(NoTest::SamePeople),
        Respondents::PerhapsSame => return Err(NoTest::PerhapsSamePeople),
        Respondents::PartAndWhole => return Err(NoTest::PartOfTheOther),
        _ => {}
    }
    let with_name = |item: &Item<'_>, found: &Result<Estimate, NoInterval>| {
        found.clone().map_err(|why| NoTest::NoInterval(item.poll_words(), why))
    };
    Ok((with_name(a, of_a)?, with_name(b, of_b)?))
}

/// A base without don't-knows is never set against one with them.
fn printed_difference(a: Reported, b: Reported, why: &NoTest) -> Option<Difference> {
    if matches!(why, NoTest::DifferentBase(..) | NoTest::SameFigure) {
        return None;
    }
    let (Bounds { low: a_low, high: a_high }, Bounds { low: b_low, high: b_high }) =
        (a.bounds()?, b.bounds()?);
    let interval = Interval { low: a_low - b_high, high: a_high - b_low };
    Some(Difference { interval, of: DifferenceOf::Printed })
}
