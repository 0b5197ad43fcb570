//! Which figures of a shelf can be compared: those that a comparison names, and those of a topic.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;

use crate::bundle::{Bundle, Found, Source};
use crate::poll::comparison::{Edition, Item, survey, with_edition};
use crate::poll::{Answer, Poll, Question, capitalised};

/// A topic with the questions on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic<'b> {
    /// Its key: `message-scanning`.
    pub key: &'b str,
    /// How many questions of the shelf have it; one that was put to several groups together is one.
    pub questions: usize,
    /// How many polls they are of; groups of one are one.
    pub polls: usize,
    /// How many there are to choose: each group's answers by themselves.
    pub choices: usize,
}

/// A question of a briefing.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'b> {
    briefing: &'b str,
    edition: Option<Edition>,
    /// The poll that it is of.
    pub poll: &'b Poll,
    /// The question.
    pub question: &'b Question,
}

impl<'b> Asked<'b> {
    /// Its answers as figures.
    pub fn figures(self) -> impl Iterator<Item = Item<'b>> {
        self.question.answers.iter().map(move |answer| self.figure(answer))
    }

    fn figure(self, answer: &'b Answer) -> Item<'b> {
        let Asked { briefing, edition, poll, question } = self;
        Item { briefing, edition, poll, question, answer }
    }

    /// The poll's name, with the briefing's edition where it has to be said.
    #[must_use]
    pub fn poll_words(self) -> String {
        with_edition(&self.poll.group_name(), self.edition)
    }
}

/// The topics with at least two to choose; those with most first. Of a
/// briefing's editions the newest counts.
#[must_use]
pub fn topics<B: Deref<Target = Bundle>>(shelf: &[B]) -> Vec<Topic<'_>> {
    let mut topics: Vec<Topic<'_>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let (mut asked, mut surveys) = (HashSet::new(), HashSet::new());
    for bundle in newest(shelf) {
        let briefing = bundle.manifest.id.as_str();
        for poll in &bundle.manifest.polls {
            let survey = survey(poll);
            for question in poll.questions.iter().filter(|question| can_be_compared(question)) {
                let key = question.topic.as_str();
                let place = *places.entry(key).or_insert_with(|| {
                    topics.push(Topic { key, questions: 0, polls: 0, choices: 0 });
                    topics.len() - 1
                });
                let topic = &mut topics[place];
                topic.choices += 1;
                topic.questions += usize::from(asked.insert((key, briefing, survey, &question.id)));
                topic.polls += usize::from(surveys.insert((key, briefing, survey)));
            }
        }
    }
    topics.retain(|topic| topic.choices > 1);
    topics.sort_by_key(|topic| std::cmp::Reverse(topic.choices));
    topics
}

/// A topic's key as words: "Message scanning".
#[must_use]
pub fn topic_words(key: &str) -> String {
    capitalised(&key.replace(['-', '_'], " "))
}

/// The questions of a topic in all editions, in the order of the shelf.
pub fn topic_questions<'b, B: Deref<Target = Bundle>>(shelf: &'b [B], topic: &str) -> Vec<Asked<'b>> {
    shelf.iter().flat_map(|bundle| asked(shelf, bundle, topic)).collect()
}

/// The first answers to the questions of a topic: what a topic stands for until somebody chooses. Of a
/// briefing's editions the newest is taken.
#[must_use]
pub fn first_answers<B: Deref<Target = Bundle>>(shelf: &[B], topic: &str) -> Vec<String> {
    let questions = newest(shelf).flat_map(|bundle| asked(shelf, bundle, topic));
    questions.filter_map(|asked| asked.figures().next()).map(|figure| figure.reference()).collect()
}

fn asked<'b, B: Deref<Target = Bundle>>(shelf: &[B], bundle: &'b Bundle, topic: &str) -> Vec<Asked<'b>> {
    let (briefing, edition) = (bundle.manifest.id.as_str(), edition_among(shelf, bundle));
    let mut found = Vec::new();
    for poll in &bundle.manifest.polls {
        let on_topic = |question: &&Question| question.topic == topic && can_be_compared(question);
        let questions = poll.questions.iter().filter(on_topic);
        found.extend(questions.map(|question| Asked { briefing, edition, poll, question }));
    }
    found
}

fn can_be_compared(question: &Question) -> bool {
    !question.topic.is_empty() && !question.answers.is_empty()
}

/// The briefings without older editions of one that is there.
fn newest<B: Deref<Target = Bundle>>(shelf: &[B]) -> impl Iterator<Item = &Bundle> {
    let is_newest = |bundle: &&Bundle| {
        let same = shelf.iter().filter(|known| known.manifest.id == bundle.manifest.id);
        same.map(|known| known.manifest.edition).max() == Some(bundle.manifest.edition)
    };
    shelf.iter().map(|bundle| &**bundle).filter(is_newest)
}

/// What is to be said of a bundle's edition among these; nothing where they have one edition of it.
#[must_use]
pub fn edition_among<B: Deref<Target = Bundle>>(among: &[B], of: &Bundle) -> Option<Edition> {
    let number = of.manifest.edition;
    let same = among.iter().filter(|known| known.manifest.id == of.manifest.id);
    let editions: Vec<u32> = same.map(|known| known.manifest.edition).collect();
    let several = editions.iter().any(|other| *other != number);
    several.then(|| Edition { number, named: editions.iter().any(|other| *other > number) })
}

/// The figure that a reference names, with its source. Where it names no edition, the newest is meant.
#[must_use]
pub fn resolve<'b, B: Deref<Target = Bundle>>(
    shelf: &'b [B],
    reference: &str,
) -> Option<(Item<'b>, Option<&'b Source>)> {
    let (briefing, local) = reference.split_once('#')?;
    let (briefing, named) = split_edition(briefing);
    let mut editions = shelf.iter().map(|bundle| &**bundle).filter(|bundle| bundle.manifest.id == briefing);
    let bundle = match named {
        Some(number) => editions.find(|bundle| bundle.manifest.edition == number)?,
        // Of equal ones the first.
        None => editions.rev().max_by_key(|bundle| bundle.manifest.edition)?,
    };
    let edition = match named {
        Some(number) => Some(Edition { number, named: true }),
        None => edition_among(shelf, bundle),
    };
    let Found::Answer { poll, question, answer } = bundle.find(local)? else { return None };
    let source = bundle.source_of(poll, question);
    Some((Item { briefing: &bundle.manifest.id, edition, poll, question, answer }, source))
}

/// A briefing's id, and the edition that is named with it: `care?edition=2`.
fn split_edition(briefing: &str) -> (&str, Option<u32>) {
    let split = briefing.split_once("?edition=");
    match split.and_then(|(id, number)| Some((id, number.parse().ok()?))) {
        Some((id, number)) => (id, Some(number)),
        None => (briefing, None),
    }
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
        assert_eq!(
            (scanning.questions, scanning.polls, scanning.choices),
            (4, 4, 5),
            "one of them in a country too"
        );
        assert!(topics.iter().all(|topic| topic.choices > 1), "nothing to compare");
        let first = first_answers(&shelf, "message-scanning");
        assert_eq!(first.len(), 5);
        assert!(first.iter().all(|figure| resolve(&shelf, figure).is_some()), "{first:?}");
        assert_eq!(topic_words("message-scanning"), "Message scanning");
    }

    #[test]
    fn groups_that_were_asked_together_are_one_poll_and_one_question() {
        let mut bundle = library::open("nspcc-e2ee-2021").unwrap();
        let whole = bundle.manifest.polls[0].clone();
        for group in ["women", "men"] {
            let subgroup_of = Some(whole.id.clone());
            bundle.manifest.polls.push(Poll { id: group.to_owned(), subgroup_of, ..whole.clone() });
        }
        let shelf = [Arc::new(bundle)];
        let topics = topics(&shelf);
        let support = topics.iter().find(|topic| topic.key == "encryption-support").unwrap();
        assert_eq!((support.questions, support.polls, support.choices), (2, 1, 6));
    }

    #[test]
    fn of_two_editions_the_newest_is_meant_and_the_other_is_named() {
        let mut shelf = shelf();
        let id = "nspcc-e2ee-2021";
        let mut newer = library::open(id).unwrap();
        newer.manifest.edition = 2;
        let topics_before = topics(&shelf).len();
        let first_before = first_answers(&shelf, "encryption-support").len();
        shelf.insert(0, Arc::new(newer));
        assert_eq!(topics(&shelf).len(), topics_before, "editions are not counted twice");
        assert_eq!(first_answers(&shelf, "encryption-support").len(), first_before);

        let figure = "nspcc-e2ee-2021#yougov-2021/support/support";
        let (item, _) = resolve(&shelf, figure).unwrap();
        assert_eq!(
            (item.edition, item.reference().as_str()),
            (Some(Edition { number: 2, named: false }), figure)
        );
        let named = figure.replace('#', "?edition=1#");
        let (item, _) = resolve(&shelf, &named).unwrap();
        assert_eq!((item.edition_words().as_deref(), item.reference()), (Some("edition 1"), named));
        assert!(resolve(&shelf, &figure.replace('#', "?edition=3#")).is_none());
        let all = topic_questions(&shelf, "encryption-support");
        let references: Vec<String> =
            all.iter().filter_map(|asked| asked.figures().next()).map(|item| item.reference()).collect();
        assert!(
            references.contains(&figure.to_owned())
                && references.iter().any(|one| one.contains("?edition=1#")),
            "{references:?}"
        );
    }

    #[test]
    fn what_is_not_there_resolves_to_nothing() {
        let shelf = shelf();
        for reference in ["nspcc-e2ee-2021", "nspcc-e2ee-2021#yougov-2021", "nope#a/b/c", ""] {
            assert!(resolve(&shelf, reference).is_none(), "{reference}");
        }
    }
}
