//! Ids are well-formed, and each names one thing.

use std::collections::HashSet;

use super::Findings;
use super::walk::{answers, listed, polls, questions};
use crate::bundle::faults::fault;
use crate::bundle::ids::{is_well_formed, malformed_id};
use crate::bundle::spans::At;
use crate::bundle::{Bundle, Spans};

/// `id-malformed`
pub fn malformed(bundle: &Bundle, findings: &mut Findings<'_>) {
    let Bundle { manifest, spans, .. } = bundle;
    let mut check = |id: &str, what: &str, spans: &Spans| {
        if spans.has_readable(what) && !is_well_formed(id) {
            findings.add("id-malformed", spans.field(what), || malformed_id(id, what));
        }
    };
    check(&manifest.id, "id", spans);
    listed(bundle, &manifest.sources, "sources").for_each(|(source, spans)| check(&source.id, "id", spans));
    listed(bundle, &manifest.figures, "figures").for_each(|(figure, spans)| check(&figure.id, "id", spans));
    listed(bundle, &manifest.calls, "calls").for_each(|(call, spans)| check(&call.id, "id", spans));
    polls(bundle).for_each(|(poll, spans)| check(&poll.id, "id", spans));
    questions(bundle).for_each(|(_, question, spans)| {
        check(&question.id, "id", spans);
        if !question.topic.is_empty() {
            check(&question.topic, "topic", spans);
        }
    });
    answers(bundle).for_each(|(answer, spans)| check(&answer.id, "id", spans));
}

/// `id-duplicate`
pub fn duplicate(bundle: &Bundle, findings: &mut Findings<'_>) {
    let manifest = &bundle.manifest;
    once(
        listed(bundle, &manifest.sources, "sources").map(|(source, spans)| (&*source.id, spans)),
        "source",
        findings,
    );
    once(listed(bundle, &manifest.calls, "calls").map(|(call, spans)| (&*call.id, spans)), "call", findings);
    // A reference does not say whether it means a poll or a figure.
    let figures = listed(bundle, &manifest.figures, "figures").map(|(figure, spans)| (&*figure.id, spans));
    once(polls(bundle).map(|(poll, spans)| (&*poll.id, spans)).chain(figures), "poll or figure", findings);
    for (poll, spans) in polls(bundle) {
        let questions = poll.questions.iter().enumerate();
        once(
            questions.map(|(index, question)| (&*question.id, spans.element("questions", index))),
            "question",
            findings,
        );
    }
    for (_, question, spans) in questions(bundle) {
        let answers = question.answers.iter().enumerate();
        once(
            answers.map(|(index, answer)| (&*answer.id, spans.element("answers", index))),
            "answer",
            findings,
        );
    }
}

fn once<'b>(ids: impl Iterator<Item = (&'b str, &'b Spans)>, what: &str, findings: &mut Findings<'_>) {
    let mut seen = HashSet::new();
    for (id, spans) in ids {
        if !id.is_empty() && !seen.insert(id) {
            let at: At = spans.field("id");
            findings.add("id-duplicate", at, || {
                fault("id-duplicate", format!("another {what} has the id `{id}` already"))
                    .hint("references would lead to the first; give this one an id of its own")
            });
        }
    }
}
