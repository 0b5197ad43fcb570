//! Two figures: how far apart, and whether sampling alone could explain it.

use super::aspects::{Status, same_answer};
use super::outcome::{Difference, DifferenceOf, Test};
use super::respondents::{Respondents, respondents};
use super::{Item, sentences};
use crate::poll::Reported;
use crate::poll::stats::{
    Confidence, Estimate, NoInterval, NoTest, Share, WhatIf, difference, holm, is_rough, p_value,
};

/// Two of the figures compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Which figure is held against the other: the first of the two, or the one that is no baseline.
    pub a: usize,
    /// Which it is held against.
    pub b: usize,
    /// How far `a` is from `b`, `a − b`; `None` where the two cannot be set against each other at all.
    pub difference: Option<Difference>,
    /// The test, or why there is none.
    pub test: Result<Test, NoTest>,
    /// The sample size that the test or interval assumes, where one is not stated.
    pub assumed: Option<WhatIf>,
    /// All of it in one sentence.
    pub verdict: String,
}

/// All pairs; all others are held against the baseline, where there is one.
pub fn pairs(
    items: &[Item<'_>],
    estimates: &[Result<Estimate, NoInterval>],
    confidence: Confidence,
    baseline: Option<usize>,
) -> Vec<Pair> {
    let turned = move |a, b| if baseline == Some(a) { (b, a) } else { (a, b) };
    let numbers = || (0..items.len()).flat_map(|a| (a + 1..items.len()).map(move |b| turned(a, b)));
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
                let proviso = proviso(&respondents(first, second));
                Pair {
                    a,
                    b,
                    difference: Some(Difference { interval, of: DifferenceOf::Sampling }),
                    test: Ok(test),
                    assumed: of_a.sample.assumed.or(of_b.sample.assumed),
                    verdict: sentences::tested(&of_a, &of_b, interval, test, confidence, proviso),
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

/// What a test takes for granted of the people behind two figures, where that is not stated.
fn proviso(who: &Respondents) -> Option<&'static str> {
    match who {
        Respondents::TwoParts => Some("nobody is in both groups"),
        Respondents::PerhapsSharedDays => Some(
            "nobody was asked in both waves, which cannot be known from what is stated of their fieldwork",
        ),
        _ => None,
    }
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
        && !a.question.base.is_like(&b.question.base)
    {
        return Err(NoTest::DifferentBase(base_a, base_b));
    }
    match who {
        Respondents::SameQuestion | Respondents::SamePoll => return Err(NoTest::SamePeople),
        Respondents::PerhapsSame => return Err(NoTest::PerhapsSamePeople),
        Respondents::PartAndWhole => return Err(NoTest::PartOfTheOther),
        Respondents::SharedDays(days) => return Err(NoTest::SharedDays(days)),
        Respondents::SameTime(when) => return Err(NoTest::SameTime(when)),
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
    Some(Difference::printed(a.bounds()?, b.bounds()?))
}
