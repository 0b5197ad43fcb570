//! Which figures of a shelf can be compared: those that a comparison names, and those of a topic.

use std::ops::Deref;

use crate::bundle::{Bundle, Found, Source};
use crate::poll::comparison::Item;
use crate::poll::{Answer, Poll, Question, capitalised};

/// A topic with the questions on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic<'b> {
    /// Its key: `message-scanning`.
    pub key: &'b str,
    /// How many questions of the shelf have it.
    pub questions: usize,
    /// How many polls they are of.
    pub polls: usize,
}

/// The topics that at least two questions of the shelf share; those with most questions first.
#[must_use]
pub fn topics<B: Deref<Target = Bundle>>(shelf: &[B]) -> Vec<Topic<'_>> {
    let mut topics: Vec<Topic<'_>> = Vec::new();
    for bundle in shelf {
        for poll in &bundle.manifest.polls {
            let mut here: Vec<&str> = Vec::new();
            for question in poll.questions.iter().filter(|question| can_be_compared(question)) {
                let key = question.topic.as_str();
                let new = usize::from(!here.contains(&key));
                here.push(key);
                match topics.iter_mut().find(|topic| topic.key == key) {
                    Some(topic) => {
                        topic.questions += 1;
                        topic.polls += new;
                    }
                    None => topics.push(Topic { key, questions: 1, polls: 1 }),
                }
            }
        }
    }
    topics.retain(|topic| topic.questions > 1);
    topics.sort_by_key(|topic| std::cmp::Reverse(topic.questions));
    topics
}

/// A topic's key as words: "Message scanning".
#[must_use]
pub fn topic_words(key: &str) -> String {
    capitalised(&key.replace(['-', '_'], " "))
}

/// The questions of a topic with the briefing each is of, in the order of the shelf.
pub fn topic_figures<'b, B: Deref<Target = Bundle>>(
    shelf: &'b [B],
    topic: &str,
) -> Vec<(&'b Bundle, &'b Poll, &'b Question)> {
    let mut found = Vec::new();
    for bundle in shelf {
        for poll in &bundle.manifest.polls {
            let questions = poll.questions.iter();
            let asked = questions.filter(|question| question.topic == topic && can_be_compared(question));
            found.extend(asked.map(|question| (&**bundle, poll, question)));
        }
    }
    found
}

/// The first answers to the questions of a topic: what a topic stands for until somebody chooses.
pub fn first_answers<B: Deref<Target = Bundle>>(shelf: &[B], topic: &str) -> Vec<String> {
    let figures = topic_figures(shelf, topic).into_iter();
    let first = |(bundle, poll, question): (&Bundle, &Poll, &Question)| {
        let answer: &Answer = question.answers.first()?;
        Some(Item { briefing: &bundle.manifest.id, poll, question, answer }.reference())
    };
    figures.filter_map(first).collect()
}

fn can_be_compared(question: &Question) -> bool {
    !question.topic.is_empty() && !question.answers.is_empty()
}

/// The figure that a reference names, with its source. Of two briefings with one id the first is
/// meant.
#[must_use]
pub fn resolve<'b, B: Deref<Target = Bundle>>(
    shelf: &'b [B],
    reference: &str,
) -> Option<(Item<'b>, Option<&'b Source>)> {
    let (briefing, local) = reference.split_once('#')?;
    let bundle = shelf.iter().find(|bundle| bundle.manifest.id == briefing)?;
    let Found::Answer { poll, question, answer } = bundle.find(local)? else { return None };
    let source = bundle.source_of(poll, question);
    Some((Item { briefing: &bundle.manifest.id, poll, question, answer }, source))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;
    use std::sync::Arc;

    fn shelf() -> Vec<Arc<Bundle>> {
        library::ids().into_iter().filter_map(library::open).map(Arc::new).collect()
    }

    #[test]
    fn a_topic_is_found_across_briefings_and_counts_polls_once() {
        let shelf = shelf();
        let topics = topics(&shelf);
        let scanning = topics.iter().find(|topic| topic.key == "message-scanning").unwrap();
        assert_eq!((scanning.questions, scanning.polls), (5, 5));
        assert!(topics.iter().all(|topic| topic.questions > 1), "nothing to compare");
        let first = first_answers(&shelf, "message-scanning");
        assert_eq!(first.len(), 5);
        assert!(first.iter().all(|figure| resolve(&shelf, figure).is_some()), "{first:?}");
        assert_eq!(topic_words("message-scanning"), "Message scanning");
    }

    #[test]
    fn what_is_not_there_resolves_to_nothing() {
        let shelf = shelf();
        for reference in ["nspcc-e2ee-2021", "nspcc-e2ee-2021#yougov-2021", "nope#a/b/c", ""] {
            assert!(resolve(&shelf, reference).is_none(), "{reference}");
        }
    }
}
