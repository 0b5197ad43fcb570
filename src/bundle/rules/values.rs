//! Values are possible, and go together.

use super::Findings;
use super::walk::{answers, listed, questions};
use crate::bundle::Bundle;
use crate::bundle::faults::fault;
use crate::poll::{Amount, Answer, AnswerKind, Choice, Question, Reported, Sum, Total};

/// `share-out-of-range`
pub fn out_of_range(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (answer, spans) in answers(bundle) {
        let Some(number) = answer.value.numbers().into_iter().find(|number| !(0.0..=100.0).contains(number))
        else {
            continue;
        };
        findings.add("share-out-of-range", spans.field("value"), || {
            let hint = if number < 0.0 {
                "a share is never below 0: a net score or a change is written as a `Figure(…)`, which may be"
            } else {
                "counts that are no shares are written as a `Figure(…)`"
            };
            fault("share-out-of-range", format!("{number} is not a percentage from 0 to 100")).hint(hint)
        });
    }
}

/// `bounds-reversed`
pub fn reversed(bundle: &Bundle, findings: &mut Findings<'_>) {
    let shares = answers(bundle).map(|(answer, spans)| match answer.value {
        Reported::Between(low, high) => (low, high, spans),
        _ => (0.0, 0.0, spans),
    });
    let amounts =
        listed(bundle, &bundle.manifest.figures, "figures").map(|(figure, spans)| match figure.value {
            Amount::Between(low, high) => (low, high, spans),
            _ => (0.0, 0.0, spans),
        });
    for (low, high, spans) in shares.chain(amounts).filter(|(low, high, _)| low > high) {
        findings.add("bounds-reversed", spans.field("value"), || {
            fault("bounds-reversed", format!("the lower bound {low} is above the upper bound {high}"))
                .hint(format!("write `Between({high}, {low})`"))
        });
    }
}

/// `shares-over-100`
pub fn over_100(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        // A share that is none is told of by itself.
        if question.answers.iter().any(|answer| answer.value.is_impossible()) {
            continue;
        }
        let Sum::Over(excess) = question.sum() else { continue };
        findings.add("shares-over-100", spans.whole(), || {
            let sum = format!("the answers to `{}` sum to {}%", question.id, rounded(excess.sum));
            let own_question = "give the don’t knows a question of their own with `base: All`, and the others \
                                `base: Described(\"those with an opinion\")`";
            let others = excess.without_dont_knows.map(|others| (others.is_whole(), rounded(others.bounds.low)));
            match others {
                Some((true, others)) => fault(
                    "shares-over-100",
                    format!("{sum}, and to {others}% without the don’t knows: these are not in the base of the others"),
                )
                .hint(own_question),
                Some((false, others)) => fault(
                    "shares-over-100",
                    format!("{sum} ({others}% without the don’t knows), more than rounding of the printed numbers allows"),
                )
                .hint(format!("if the don’t knows are not in the base of the others, {own_question}"))
                .hint(SEVERAL),
                None => {
                    fault("shares-over-100", format!("{sum}, more than rounding of the printed numbers allows"))
                        .hint(SEVERAL)
                        .hint("if some answers have a base of their own, give them a question of their own with that `base`")
                }
            }
        });
    }
}

const SEVERAL: &str =
    "write `choice: Many` if people could give several answers, and `kind: Net([…])` for sums";

/// `shares-under-100`
pub fn under_100(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        // Many sources print some of the answers alone; a list that goes as far as "don't know" means to be whole.
        let is_list = question.answers.iter().any(|answer| answer.kind == AnswerKind::DontKnow)
            && question.parts().count() > 2
            && question.parts().all(|answer| answer.value.exact().is_some());
        let Sum::Short(missing) = question.sum() else { continue };
        if is_list {
            findings.add("shares-under-100", spans.whole(), || {
                let message = format!(
                    "the answers to `{}` sum to {}%, less than rounding of the printed numbers allows",
                    question.id,
                    rounded(100.0 - missing.low)
                );
                fault("shares-under-100", message).hint(
                    "look for an answer that is missing or a value that is wrong; where the source prints no more, \
                     leave it: the chart shows the rest as not reported",
                )
            });
        }
    }
}

/// `shares-as-fractions`
pub fn fractions(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        let numbers: Vec<f64> = question.answers.iter().filter_map(|answer| answer.value.exact()).collect();
        let sum: f64 = numbers.iter().sum();
        // Where several answers could be given, fractions may sum to as much as there are of them.
        let most = if question.choice == Choice::Many { numbers.len() as f64 } else { 1.5 };
        let are_fractions = numbers.iter().all(|number| *number <= 1.0) && (0.5..=most).contains(&sum);
        if numbers.len() > 1 && are_fractions {
            findings.add("shares-as-fractions", spans.whole(), || {
                fault(
                    "shares-as-fractions",
                    format!("the answers to `{}` sum to {}%", question.id, rounded(sum)),
                )
                .hint("shares are percentages: `Percent(62)`, not `Percent(0.62)`")
            });
        }
    }
}

/// `net-differs`
pub fn net(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        for (index, answer) in question.answers.iter().enumerate() {
            let AnswerKind::Net(parts) = &answer.kind else { continue };
            let Some((low, high)) = sum_of_parts(question, answer, parts) else { continue };
            let Some(net) = answer.value.bounds() else { continue };
            let slack = rounding_of(question, answer, parts);
            if net.low > high + slack || net.high < low - slack {
                findings.add("net-differs", spans.element("answers", index).field("value"), || {
                    let sum = if low < high {
                        format!("{} to {}", rounded(low), rounded(high))
                    } else {
                        rounded(low)
                    };
                    let message = format!(
                        "the NET `{}` is {}, its parts sum to {sum}%",
                        answer.id,
                        answer.value.meaning()
                    );
                    fault("net-differs", message)
                        .hint("a NET is the sum of its parts; mend a value or the parts named")
                });
            }
        }
    }
}

/// How far rounding of the printed numbers can part a NET from the sum of its parts.
fn rounding_of(question: &Question, net: &Answer, parts: &[String]) -> f64 {
    let named = question.answers.iter().filter(|answer| parts.contains(&answer.id) && answer.id != net.id);
    Total::of(question, named.chain([net])).rounding + 1e-9
}

/// The bounds of the parts' sum; `None` if there are no parts, or one that is unknown or has no
/// value.
fn sum_of_parts(question: &Question, net: &Answer, parts: &[String]) -> Option<(f64, f64)> {
    let mut sum = (0.0, 0.0);
    for part in parts {
        let answer = question.answers.iter().find(|answer| answer.id == *part && answer.id != net.id)?;
        let bounds = answer.value.bounds()?;
        sum = (sum.0 + bounds.low, sum.1 + bounds.high);
    }
    (!parts.is_empty()).then_some(sum)
}

fn rounded(number: f64) -> String {
    format!("{}", (number * 10.0).round() / 10.0)
}
