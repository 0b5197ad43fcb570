//! A comparison in words.

use super::Item;
use super::outcome::{Difference, Test};
use super::respondents::{Respondents, respondents};
use crate::poll::stats::{Confidence, Estimate, Interval, NoTest};
use crate::poll::{Reported, capitalised};

/// "85% of 197 against 76% of 302: …"
pub fn tested(
    a: &Estimate,
    b: &Estimate,
    interval: Interval,
    test: Test,
    confidence: Confidence,
    proviso: Option<&str>,
) -> String {
    let of = |estimate: &Estimate| {
        let assumed = if estimate.sample.assumed.is_some() { " (assumed)" } else { "" };
        format!("{}% of {}{assumed}", number(estimate.share.percent()), estimate.sample.words())
    };
    let what_if = a.sample.assumed.or(b.sample.assumed);
    let trial = what_if.map(|what_if| format!("{}: ", what_if.label())).unwrap_or_default();
    let gap = exact_gap(a.share.percent() - b.share.percent());
    let (low, high) = (signed(interval.low), signed(interval.high));
    let sure = number(confidence.percent());
    let meaning = meaning(test, confidence);
    let provided = proviso.map(|taken| format!(", provided that {taken}")).unwrap_or_default();
    let doubt = if test.is_rough {
        ", but with so few people the test is rough"
    } else if test.hangs_on_rounding {
        ", but rounding of the printed percents could make up for it"
    } else {
        ""
    };
    let sentence = format!(
        "{trial}{} against {}: {gap}, {low} to {high} with {sure}% confidence; {meaning}{doubt}{provided}.",
        of(a),
        of(b)
    );
    capitalised(&sentence)
}

fn meaning(test: Test, confidence: Confidence) -> String {
    let p = |p: f64| if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {p:.3}") };
    let corrected = p(test.p_holm);
    if test.significant {
        format!("more than sampling alone would explain ({corrected})")
    } else if test.p < confidence.bar() {
        let alone = p(test.p);
        format!(
            "by itself more than sampling would explain ({alone}), but not among all tests made here ({corrected})"
        )
    } else {
        format!("sampling alone could explain it ({corrected})")
    }
}

/// "73% against 60%, same poll, same people: …"
pub fn untested(a: &Item<'_>, b: &Item<'_>, difference: Option<Difference>, why: &NoTest) -> String {
    let values = format!("{} against {}", value(a), value(b));
    let Some(difference) = difference else {
        return match why {
            NoTest::SameFigure => format!("{values}: it is the same figure."),
            NoTest::DifferentBase(..) => capitalised(&format!("{values}: not compared, because {why}.")),
            _ => capitalised(&format!("{values}: not compared.")),
        };
    };
    let gap = gap(difference.interval);
    let sentence = match (why, respondents(a, b)) {
        (NoTest::TwoEditions, _) => {
            let edition = |item: &Item<'_>| item.edition_words().unwrap_or_default();
            format!(
                "{} in {} against {} in {}, one figure of one poll: {gap}; what differs is what the \
                 briefing says, and no sampling test applies.",
                value(a),
                edition(a),
                value(b),
                edition(b)
            )
        }
        (NoTest::SamePeople, Respondents::SameQuestion) => format!(
            "{values}, same question, same people: {gap} between two answers; no sampling test applies."
        ),
        (NoTest::SamePeople, _) => {
            format!(
                "{values}, same poll, same people: {gap} between two questions; no sampling test applies."
            )
        }
        (NoTest::PartOfTheOther, _) => format!(
            "{values}: {gap} between a group and the whole it is part of; no test of two separate samples applies."
        ),
        (NoTest::PerhapsSamePeople | NoTest::SharedDays(_) | NoTest::SameTime(_), _) => {
            format!("{values}: {gap}; not tested ({why}).")
        }
        _ => format!("{values}: {gap} before sampling error; not tested ({why})."),
    };
    capitalised(&sentence)
}

/// What follows a verdict on two answers that are not called the same.
pub fn different_answers(a: &Item<'_>, b: &Item<'_>) -> String {
    format!(" The answers are not the same: “{}” and “{}”.", a.answer.label, b.answer.label)
}

/// A value in the fewest words that keep its doubt: "62%", "more than half".
fn value(item: &Item<'_>) -> String {
    match item.answer.value {
        Reported::Percent(percent) => format!("{}%", number(percent)),
        Reported::NotReported => "a value that is not reported".to_owned(),
        _ if item.answer.printed.is_empty() => item.answer.value.meaning(),
        _ => item.answer.printed.clone(),
    }
}

/// A difference with its sign: see [`Difference`]. Above zero it has none, as people write it.
fn gap(Interval { low, high }: Interval) -> String {
    if (high - low).abs() < 0.05 {
        exact_gap(low)
    } else if low >= 0.0 || high <= 0.0 {
        format!("a difference of {} to {} points", negative(low), negative(high))
    } else {
        format!("a difference anywhere from {} to {} points", signed(low), signed(high))
    }
}

fn exact_gap(points: f64) -> String {
    match negative(points).as_str() {
        "0" => "no difference".to_owned(),
        one @ ("1" | "−1") => format!("a difference of {one} point"),
        many => format!("a difference of {many} points"),
    }
}

/// "9", "−9": a true minus.
fn negative(points: f64) -> String {
    number(points).replace('-', "−")
}

/// A number with at most one decimal: "62", "33.3".
fn number(value: f64) -> String {
    // Adding zero takes the sign from a zero.
    format!("{}", (value * 10.0).round() / 10.0 + 0.0)
}

/// "+1.8", "−2.0", "0.0": one decimal and the sign, a true minus.
fn signed(points: f64) -> String {
    let rounded = (points * 10.0).round() / 10.0;
    let sign = if rounded > 0.0 {
        "+"
    } else if rounded < 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{:.1}", rounded.abs())
}
