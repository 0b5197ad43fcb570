//! What to say to those who named a figure that a briefing does not have, or too much of it.

use crate::bundle::Bundle;
use crate::diagnostics::nearest;
use crate::poll::Poll;

/// "… has no …", with the name of `names` that was probably meant, or else what questions there are.
pub fn not_there<'a>(
    bundle: &Bundle,
    what: &str,
    reference: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> String {
    let hint = nearest(reference, names)
        .map_or_else(|| questions_known(bundle), |near| format!(" Did you mean {near}?"));
    format!("{} has no {what}{reference}.{hint}", bundle.name())
}

/// A poll was named where a question must be.
pub fn whole_poll(bundle: &Bundle, poll: &Poll) -> String {
    let questions: Vec<&str> = poll.questions.iter().map(|question| question.id.as_str()).collect();
    let questions = questions.join(", ");
    format!("{}#{} is a whole poll: name one of its questions ({questions}).", bundle.name(), poll.id)
}

/// Every question as POLL/QUESTION.
pub fn questions(bundle: &Bundle) -> Vec<String> {
    let of = |poll: &Poll| {
        let id = poll.id.clone();
        let names = poll.questions.iter().map(move |question| format!("{id}/{}", question.id));
        names.collect::<Vec<_>>()
    };
    bundle.manifest.polls.iter().flat_map(of).collect()
}

/// " It has …", as many questions as one takes in.
pub fn questions_known(bundle: &Bundle) -> String {
    let questions = questions(bundle);
    match questions.len() {
        0 => " It has no questions.".to_owned(),
        1..=MOST_NAMED => format!(" It has {}.", questions.join(", ")),
        count => {
            let more = count - MOST_NAMED;
            format!(" It has {} and {more} more.", questions[..MOST_NAMED].join(", "))
        }
    }
}

const MOST_NAMED: usize = 8;
