//! Going through a bundle with the place of everything at hand.

use crate::bundle::{Bundle, MANIFEST, Spans};
use crate::diagnostics::Diagnostic;
use crate::poll::{Answer, Poll, Question};

/// Whether all that the manifest says was taken in. If not, what seems to be missing may only be unread,
/// and rules that look for what nobody names keep silent.
pub fn manifest_is_whole(bundle: &Bundle) -> bool {
    const LOSING: [&str; 4] = ["field-duplicate", "field-unknown", "variant-unknown", "wrong-kind"];
    let loses = |fault: &Diagnostic| fault.file == MANIFEST && LOSING.contains(&fault.code);
    bundle.manifest_is_whole && bundle.spans.has("id") && !bundle.met.iter().any(loses)
}

/// Whether more questions of a poll, or waves and groups of it, may stand in a table that could not be
/// read: what is missing of them is a consequence of that, which was told. `reference` is the poll's or
/// leads into it.
pub fn is_partly_unread(bundle: &Bundle, reference: &str) -> bool {
    let poll = reference.split('/').next().unwrap_or_default();
    bundle.partly_unread.iter().any(|unread| {
        poll.strip_prefix(unread.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    })
}

/// The elements of one of the manifest's lists: `listed(bundle, &bundle.manifest.calls, "calls")`.
pub fn listed<'b, T>(
    bundle: &'b Bundle,
    items: &'b [T],
    list: &'static str,
) -> impl Iterator<Item = (&'b T, &'b Spans)> {
    items.iter().enumerate().map(move |(index, item)| (item, bundle.spans.element(list, index)))
}

/// All polls.
pub fn polls(bundle: &Bundle) -> impl Iterator<Item = (&Poll, &Spans)> {
    listed(bundle, &bundle.manifest.polls, "polls")
}

/// All questions, each with its poll.
pub fn questions(bundle: &Bundle) -> impl Iterator<Item = (&Poll, &Question, &Spans)> {
    polls(bundle).flat_map(|(poll, spans)| {
        let questions = poll.questions.iter().enumerate();
        questions.map(move |(index, question)| (poll, question, spans.element("questions", index)))
    })
}

/// All answers.
pub fn answers(bundle: &Bundle) -> impl Iterator<Item = (&Answer, &Spans)> {
    questions(bundle).flat_map(|(_, question, spans)| {
        let answers = question.answers.iter().enumerate();
        answers.map(move |(index, answer)| (answer, spans.element("answers", index)))
    })
}
