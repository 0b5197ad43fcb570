//! How many people the percentages are of: written in its place, and possible.

use super::Findings;
use super::walk::{polls, questions};
use crate::bundle::Bundle;
use crate::bundle::faults::fault;
use crate::poll::{Base, BaseSize, Disclosed, Poll, Question, SampleSize, decimal, grouped};

/// `n-in-words`
pub fn in_words(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        let said = question.base.size_in_words();
        let written =
            BaseSize { n: question.n, weighted: question.weighted_n, effective: question.effective_n };
        if let (Some(number), true) = (&said.doubtful, written.is_unknown()) {
            findings.add("n-in-words", spans.field("base"), || {
                let message =
                    format!("{number} may be how many “{}” are, or something else", words(question));
                if number.contains('.') {
                    return fault("n-in-words", message).hint(
                        "write how many answered, a whole number, as `n` beside the base (in a table `base_n`); a \
                         weighted base goes into `weighted_n`, an effective one into `effective_n`",
                    );
                }
                let people: String = number.chars().filter(char::is_ascii_digit).collect();
                fault("n-in-words", message).hint(format!(
                    "if that many answered, write `n: {people}` beside the base (in a table `base_n`)"
                ))
            });
        }
        let fields = missing(written, said.size);
        if !fields.is_empty() {
            findings.add("n-in-words", spans.field("base"), || {
                let message = format!("only the words of the base say how many answered `{}`", question.id);
                let base = question.base.who().unwrap_or_default();
                fault("n-in-words", message).hint(format!(
                    "it is used; write `base: Described(\"{base}\"), {}`, so that other programs find it (in a table \
                     `base_n`)",
                    fields.join(", ")
                ))
            });
        }
    }
    for (poll, spans) in polls(bundle) {
        let Some(population) = poll.population.as_ref().and_then(Disclosed::stated) else { continue };
        let said = Base::Described(population.clone()).size_in_words();
        if let (Some(n), true) = (said.size.n.map(written_as), poll.size().is_unknown()) {
            findings.add("n-in-words", spans.field("population"), || {
                let message = format!("only the words of the population say how many `{}` asked", poll.id);
                fault("n-in-words", message).hint(format!("write `sample_size: {n}`"))
            });
        }
    }
}

/// What the words say and no field does, as it is written in the manifest.
fn missing(written: BaseSize, said: BaseSize) -> Vec<String> {
    let n = said.n.filter(|_| written.n.is_none()).map(|n| format!("n: {}", written_as(n)));
    let weighted = said.weighted.filter(|_| written.weighted.is_none()).map(|n| format!("weighted_n: {n}"));
    let effective =
        said.effective.filter(|_| written.effective.is_none()).map(|n| format!("effective_n: {n}"));
    [n, weighted, effective].into_iter().flatten().collect()
}

/// `n-differs`
pub fn differs(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        let said = question.base.size_in_words().size;
        let pairs = [
            ("n", question.n.map(written_as), said.n.map(written_as)),
            ("weighted_n", question.weighted_n.map(decimal), said.weighted.map(decimal)),
            ("effective_n", question.effective_n.map(decimal), said.effective.map(decimal)),
        ];
        for (field, written, said) in pairs {
            if let (Some(written), Some(said)) = (written, said)
                && written != said
            {
                findings.add("n-differs", spans.field(field), || {
                    let message =
                        format!("`{field}` is {written}, and the base “{}” says {said}", words(question));
                    fault("n-differs", message).hint("the field counts; mend one of the two")
                });
            }
        }
    }
}

/// `n-too-large`
pub fn too_large(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (poll, spans) in polls(bundle) {
        let whole = poll.subgroup_of.as_ref().and_then(|id| bundle.poll(id));
        if let (Some(part), Some(of)) =
            (stated(poll.sample_size), whole.and_then(|whole| stated(whole.sample_size)))
            && part > of
        {
            let whole = whole.map_or("", Poll::name);
            findings.add("n-too-large", spans.field("sample_size"), || {
                let message = format!(
                    "the group “{}” has {} people, and “{whole}”, of which it is a part, {}",
                    poll.name(),
                    grouped(part),
                    grouped(of)
                );
                fault("n-too-large", message).hint("mend one of the two, or `subgroup_of`")
            });
        }
        if let Some(message) = effective_too_large(poll.size()) {
            findings.add("n-too-large", spans.field("effective_n"), || swapped(message));
        }
    }
    for (poll, question, spans) in questions(bundle) {
        if let (Some(part), Some(of)) = (stated(question.own_size().n), stated(poll.sample_size))
            && part > of
        {
            let field = if question.n.is_some() { "n" } else { "base" };
            findings.add("n-too-large", spans.field(field), || {
                let message = format!(
                    "{} people answered `{}`, and the poll asked {}",
                    grouped(part),
                    question.id,
                    grouped(of)
                );
                fault("n-too-large", message).hint("mend `n`, or the poll's `sample_size`")
            });
        }
        if let Some(message) = effective_too_large(question.own_size()) {
            findings.add("n-too-large", spans.field("effective_n"), || swapped(message));
        }
    }
}

fn effective_too_large(size: BaseSize) -> Option<String> {
    let (n, effective) = (stated(size.n)?, size.effective?);
    (effective > n as f64).then(|| {
        format!(
            "the effective number, {}, is larger than the number of people, {}",
            decimal(effective),
            grouped(n)
        )
    })
}

fn swapped(message: String) -> crate::diagnostics::Diagnostic {
    fault("n-too-large", message).hint("weighting takes precision away: `n` and `effective_n` may be swapped")
}

/// `sample-size-zero`
pub fn nobody(bundle: &Bundle, findings: &mut Findings<'_>) {
    let is_nobody = |size| matches!(size, Some(SampleSize::Stated(0) | SampleSize::About(0)));
    for (_, spans) in polls(bundle).filter(|(poll, _)| is_nobody(poll.sample_size)) {
        findings.add("sample-size-zero", spans.field("sample_size"), || {
            fault("sample-size-zero", "a poll of nobody")
                .hint("write `NotStated` where the source gives no number")
        });
    }
    for (_, question, spans) in questions(bundle).filter(|(_, question, _)| is_nobody(question.n)) {
        findings.add("sample-size-zero", spans.field("n"), || {
            fault("sample-size-zero", format!("nobody answered `{}`", question.id))
                .hint("leave `n` out where the source gives no number")
        });
    }
}

fn stated(size: Option<SampleSize>) -> Option<u64> {
    match size {
        Some(SampleSize::Stated(people)) => Some(people),
        _ => None,
    }
}

/// As the manifest has it: `312`, `About(300)`.
fn written_as(size: SampleSize) -> String {
    match size {
        SampleSize::Stated(people) => people.to_string(),
        SampleSize::About(people) => format!("About({people})"),
        SampleSize::MoreThan(people) => format!("MoreThan({people})"),
        SampleSize::NotStated => "NotStated".to_owned(),
    }
}

fn words(question: &Question) -> String {
    question.base.words().unwrap_or_default()
}
