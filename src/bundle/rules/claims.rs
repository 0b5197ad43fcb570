//! Claims say what their figures say.

mod compare;
mod hedge;
mod number;
mod prose;
mod quantity;
mod said;
mod units;
mod way;
mod words;

use super::Findings;
use super::walk::{answers, listed};
use crate::bundle::Bundle;
use crate::bundle::faults::fault;
use crate::bundle::references::{Claim, Found};
use crate::poll::{Amount, Answer, Reported, SampleSize};

use compare::{Given, compare};
use hedge::Hedge;
use said::{Said, Unit, said_in};

pub use compare::Verdict;
pub use prose::figure_like;

/// `claim-differs`
pub fn differs(bundle: &Bundle, findings: &mut Findings<'_>) {
    for claim in bundle.claims() {
        if verdict(bundle, &claim) == Some(Verdict::Differs) {
            let (text, printed) = (claim.link.text, printed(&claim));
            findings.add("claim-differs", claim.link.source.clone(), || {
                let message = format!("the text says “{text}”, the figure says {printed}");
                let mut fault = fault("claim-differs", message);
                fault.hints.extend(other_unit(bundle, &claim));
                fault.hint(format!("it is linked to `{}`: mend the words or the link", claim.reference))
            });
        }
    }
}

/// `claim-firmer`
pub fn firmer(bundle: &Bundle, findings: &mut Findings<'_>) {
    for claim in bundle.claims() {
        if verdict(bundle, &claim) == Some(Verdict::Firmer) {
            let (text, printed) = (claim.link.text, printed(&claim));
            findings.add("claim-firmer", claim.link.source.clone(), || {
                let message = format!("the text says “{text}” where the source is vaguer: {printed}");
                fault("claim-firmer", message).hint("keep the source's own words")
            });
        }
    }
}

/// `printed-differs`
pub fn printed_differs(bundle: &Bundle, findings: &mut Findings<'_>) {
    // What is no share at all is told as that.
    for (answer, spans) in answers(bundle).filter(|(answer, _)| !answer.value.is_impossible()) {
        let given = Given::of_share(answer.value);
        if given.is_some_and(|given| prints_another(bundle, &answer.printed, &given)) {
            findings.add("printed-differs", spans.field("printed"), || {
                let message =
                    format!("“{}” is not what the value says: {}", answer.printed, answer.value.meaning());
                let hint = match percent_of_fraction(bundle, answer) {
                    Some(percent) => {
                        format!("shares are percentages: the value is {percent}, not a fraction")
                    }
                    None => "one of `value` and `printed` is wrong".to_owned(),
                };
                fault("printed-differs", message).hint(hint)
            });
        }
    }
    for (figure, spans) in listed(bundle, &bundle.manifest.figures, "figures") {
        let given = Given::of_amount(figure.value, &figure.unit);
        if spans.has_readable("value") && prints_another(bundle, &figure.printed, &given) {
            findings.add("printed-differs", spans.field("printed"), || {
                let message = format!("“{}” is not what the value says", figure.printed);
                fault("printed-differs", message).hint("one of `value` and `printed` is wrong")
            });
        }
    }
}

/// Whether a source's own words are another number than the value.
fn prints_another(bundle: &Bundle, printed: &str, given: &Given) -> bool {
    best(&said(bundle, printed), given) == Some(Verdict::Differs) && !given.is_printed_as(printed)
}

/// The numbers that words say in the briefing's language.
fn said(bundle: &Bundle, text: &str) -> Vec<Said> {
    let language = bundle.manifest.language.to_ascii_lowercase();
    said_in(text, language.is_empty() || language == "en" || language.starts_with("en-"))
}

/// The percent that is printed where the value is the fraction of it: 62 for 0.62.
fn percent_of_fraction(bundle: &Bundle, answer: &Answer) -> Option<f64> {
    let percent = answer.value.exact().filter(|fraction| *fraction <= 1.0)? * 100.0;
    let printed = said(bundle, &answer.printed);
    let is_meant = |said: &&Said| (said.number - percent).abs() < 0.5 && said.unit != Unit::Aside;
    printed.iter().find(is_meant).map(|said| said.number)
}

/// `number-unsourced`
pub fn unsourced(bundle: &Bundle, findings: &mut Findings<'_>) {
    for number in bundle.numbers_unsourced() {
        let source = bundle.article.blocks[number.block].source_of_range(number.range);
        findings.add("number-unsourced", source, || {
            fault("number-unsourced", format!("“{}” has no source", number.words))
                .hint("if it is a figure, add it to the manifest and link the words to it")
        });
    }
}

/// Whether a number that is said is one that this claim's figure, or its words, say too.
pub fn repeats(bundle: &Bundle, claim: &Claim<'_>, number: &Said) -> bool {
    let (given, printed) = match claim.found {
        Some(Found::Answer { answer, .. }) => (Given::of_share(answer.value), &answer.printed),
        Some(Found::Figure(figure)) => (Some(Given::of_amount(figure.value, &figure.unit)), &figure.printed),
        _ => return false,
    };
    let is_near =
        given.is_some_and(|given| given.could_be(number) && compare(number, &given) != Verdict::Differs);
    is_near || said(bundle, printed).iter().any(|said| said.repeats(number, false))
}

/// Polls whose size a count in the text is compared with, at most.
const MOST_POLLS: usize = 256;

/// Whether a count that is said is the number of people asked in a poll.
pub fn is_sample(bundle: &Bundle, number: &Said) -> bool {
    bundle.manifest.polls.iter().filter_map(|poll| poll.sample_size).take(MOST_POLLS).any(|size| {
        let amount = match size {
            SampleSize::Stated(people) => Amount::Exact(people as f64),
            SampleSize::MoreThan(people) => Amount::MoreThan(people as f64),
            SampleSize::About(people) => Amount::About(people as f64),
            SampleSize::NotStated => return false,
        };
        let given = Given::of_amount(amount, "people");
        given.could_be(number) && compare(number, &given) != Verdict::Differs
    })
}

/// How a claim stands to its figure; `None` if it says no number, or what it names has no value.
pub fn verdict(bundle: &Bundle, claim: &Claim<'_>) -> Option<Verdict> {
    if !bundle.find_spans(claim.reference)?.has_readable("value") {
        return None;
    }
    let (given, printed) = match claim.found? {
        Found::Answer { answer, .. } => (Given::of_share(answer.value), &answer.printed),
        Found::Figure(figure) => (Some(Given::of_amount(figure.value, &figure.unit)), &figure.printed),
        Found::Poll(_) | Found::Question { .. } => return None,
    };
    let (said, in_print) = (said(bundle, claim.link.text), said(bundle, printed));
    let is_share = given.is_none_or(|given| given.is_share());
    // What repeats the source cannot be wrong; whether the value is, `printed-differs` tells.
    if !said.is_empty()
        && said.iter().all(|said| in_print.iter().any(|printed| printed.repeats(said, is_share)))
    {
        return Some(Verdict::Agrees);
    }
    match given {
        Some(given) => best(&said, &given),
        None => said.iter().any(|said| said.unit == Unit::Share).then_some(Verdict::Differs),
    }
}

/// The best that any of the numbers said comes to. Where words and digits stand side by side ("more
/// than three quarters (78%)"), the digits count. A number in a word alone can agree but is too
/// often something else ("the three polls") to differ.
fn best(said: &[Said], given: &Given) -> Option<Verdict> {
    let is_exact = |said: &&Said| {
        given.is_share() && said.unit == Unit::Share && said.hedge == Hedge::None && said.step.is_some()
    };
    let has_exact = said.iter().any(|said| is_exact(&said) && given.could_be(said));
    let candidates = || said.iter().filter(|said| given.could_be(said) && (!has_exact || is_exact(said)));
    let best = candidates().map(|said| compare(said, given)).min()?;
    let is_sure = best == Verdict::Agrees || candidates().any(|said| said.unit != Unit::BareWord);
    is_sure.then_some(best)
}

/// What the words of a claim count instead of percents, where that is why they differ.
fn other_unit(bundle: &Bundle, claim: &Claim<'_>) -> Option<String> {
    let Some(Found::Answer { .. }) = claim.found else { return None };
    let said = said(bundle, claim.link.text);
    let other = said.iter().find(|said| !matches!(said.unit, Unit::Share | Unit::Bare | Unit::BareWord))?;
    let described = other.unit.described();
    Some(format!(
        "{} is {described} here; a share is written with its sign: `{}%`",
        other.number, other.number
    ))
}

/// What a claim's figure says, for a message.
fn printed(claim: &Claim<'_>) -> String {
    match claim.found {
        Some(Found::Answer { answer, .. }) if answer.value == Reported::NotReported => {
            "that no value is reported".to_owned()
        }
        Some(Found::Answer { answer, .. }) => format!("“{}”", answer.printed),
        Some(Found::Figure(figure)) => format!("“{}”", figure.printed),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict_on(text: &str, value: Reported) -> Option<Verdict> {
        best(&said_in(text, true), &Given::of_share(value)?)
    }

    #[test]
    fn digits_count_more_than_the_words_beside_them() {
        let text = "more than three-quarters (78%)";
        assert_eq!(verdict_on(text, Reported::Percent(78.0)), Some(Verdict::Agrees));
        assert_eq!(verdict_on(text, Reported::Percent(91.0)), Some(Verdict::Differs));
        assert_eq!(verdict_on("9%, about one in ten,", Reported::Percent(9.0)), Some(Verdict::Agrees));
    }

    #[test]
    fn a_text_without_a_number_is_left_alone() {
        for text in ["most people", "the public", "two polls", "those aged 16–24", "in March 2021"] {
            assert_eq!(verdict_on(text, Reported::Percent(62.0)), None, "{text}");
        }
    }
}
