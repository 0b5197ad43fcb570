//! What the British Polling Council asks to be disclosed of a poll is stated, or openly not.

use super::Findings;
use super::walk::{answers, listed, polls, questions};
use crate::bundle::faults::fault;
use crate::bundle::spans::FileIndex;
use crate::bundle::{Bundle, Spans};
use crate::poll::{Poll, Reported, Wording};

/// `poll-undisclosed`
pub fn undisclosed(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (poll, spans) in polls(bundle) {
        for (field, is_said, what) in disclosures(poll) {
            // A field that is written but unreadable was reported as such, and what a wave or a group
            // lacks its poll lacks.
            if !is_said && !spans.has(field) && spans.whole().file == FileIndex::Manifest {
                findings.add("poll-undisclosed", spans.whole(), || {
                    fault("poll-undisclosed", format!("the poll `{}` does not say {what}", poll.id)).hint(
                        format!(
                            "state its `{field}`, or write `{field}: NotStated` where the source does not say"
                        ),
                    )
                });
            }
        }
    }
}

/// Each field with whether it is said, and what it says.
fn disclosures(poll: &Poll) -> [(&'static str, bool, &'static str); 9] {
    [
        ("pollster", poll.pollster.is_some(), "who asked"),
        ("commissioned_by", poll.commissioned_by.is_some(), "who paid"),
        ("population", poll.population.is_some(), "who was asked"),
        ("sample_size", poll.sample_size.is_some(), "how many were asked"),
        ("fieldwork", poll.fieldwork.is_some(), "when people were asked"),
        ("mode", poll.mode.is_some(), "how people were asked"),
        ("weighting", poll.weighting.is_some(), "what it was weighted to"),
        ("margin_of_error", poll.margin_of_error.is_some(), "its margin of error"),
        ("tables", poll.tables.is_some(), "where its full tables are"),
    ]
}

/// `wording-empty`
pub fn wording(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        if let Wording::Exact(words) | Wording::Paraphrase(words) = &question.wording
            && words.trim().is_empty()
        {
            findings.add("wording-empty", spans.field("wording"), || {
                fault("wording-empty", format!("the wording of `{}` has no words", question.id))
                    .hint("give the question as it was put, or write `NotStated`")
            });
        }
    }
}

/// `question-without-answers`
pub fn without_answers(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        if question.answers.is_empty() && spans.has_readable("answers") {
            findings.add("question-without-answers", spans.whole(), || {
                fault("question-without-answers", format!("the question `{}` has no answers", question.id))
                    .hint("name them, with `NotReported` where the source gives no value")
            });
        }
    }
}

/// `text-empty`
pub fn texts(bundle: &Bundle, findings: &mut Findings<'_>) {
    let Bundle { manifest, spans, .. } = bundle;
    let mut check = |spans: &Spans, texts: &[(&'static str, &str)]| {
        for (field, text) in texts {
            if spans.has_readable(field) && text.trim().is_empty() {
                findings.add("text-empty", spans.field(field), || {
                    fault("text-empty", format!("`{field}` has no words"))
                });
            }
        }
    };
    let texts = [
        ("title", &*manifest.title),
        ("summary", &*manifest.summary),
        ("publisher", &*manifest.publisher),
        ("article", &*manifest.article),
    ];
    check(spans, &texts);
    for (source, spans) in listed(bundle, &manifest.sources, "sources") {
        check(spans, &[("title", &source.title), ("publisher", &source.publisher)]);
    }
    for (figure, spans) in listed(bundle, &manifest.figures, "figures") {
        check(spans, &[("what", &figure.what), ("printed", &figure.printed)]);
    }
    for (highlight, spans) in listed(bundle, &manifest.highlights, "highlights") {
        check(spans, &[("caption", &highlight.caption)]);
    }
    for (call, spans) in listed(bundle, &manifest.calls, "calls") {
        check(spans, &[("title", &call.title), ("by", &call.by), ("text", &call.text)]);
    }
    for (related, spans) in listed(bundle, &manifest.related, "related") {
        check(spans, &[("title", &related.title)]);
    }
    for (_, question, spans) in questions(bundle) {
        check(spans, &[("title", &question.title)]);
    }
    for (answer, spans) in answers(bundle) {
        check(spans, &[("label", &answer.label)]);
        if answer.value != Reported::NotReported {
            check(spans, &[("printed", &answer.printed)]);
        }
    }
}
