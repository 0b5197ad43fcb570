//! Values are possible, and go together.

use super::walk::{answers, listed, polls, questions};
use super::{Findings, fault};
use crate::bundle::Bundle;
use crate::poll::{Amount, Answer, AnswerKind, Choice, Question, Reported, SampleSize};

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
    for (_, question, spans) in questions(bundle).filter(|(_, question, _)| question.choice == Choice::One) {
        let parts: Vec<f64> = (question.answers.iter())
            .filter(|answer| !matches!(answer.kind, AnswerKind::Net(_)))
            .filter_map(|answer| answer.value.bounds().map(|bounds| bounds.low))
            .collect();
        let sum: f64 = parts.iter().sum();
        if parts.iter().any(|part| *part > 100.0) {
            continue;
        }
        if sum > 100.0 + question.rounding() * parts.len() as f64 + 1e-9 {
            findings.add("shares-over-100", spans.whole(), || {
                let message = format!("the answers to `{}` sum to {}%", question.id, rounded(sum));
                fault("shares-over-100", message)
                    .hint("write `choice: Many` if people could give several answers, and `kind: Net([…])` for sums")
            });
        }
    }
}

/// `shares-as-fractions`
pub fn fractions(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        let numbers: Vec<f64> = question.answers.iter().filter_map(|answer| answer.value.exact()).collect();
        let sum: f64 = numbers.iter().sum();
        let are_fractions = numbers.iter().all(|number| *number <= 1.0) && (0.5..=1.5).contains(&sum);
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
            let slack = question.rounding() * (parts.len() + 1) as f64 + 1e-9;
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

/// `sample-size-zero`
pub fn sample_size(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (poll, spans) in polls(bundle) {
        if let Some(SampleSize::Stated(0) | SampleSize::About(0)) = poll.sample_size {
            findings.add("sample-size-zero", spans.field("sample_size"), || {
                fault("sample-size-zero", "a poll of nobody")
                    .hint("write `NotStated` where the source gives no number")
            });
        }
    }
}

fn rounded(number: f64) -> String {
    format!("{}", (number * 10.0).round() / 10.0)
}
