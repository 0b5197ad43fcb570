//! `poll/question/answer`: how texts name figures.

use std::collections::HashMap;

use super::manifest::{Briefing, Figure};
use crate::article::Link;
use crate::poll::{Answer, Poll, Question};

/// What a reference names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found<'b> {
    /// `poll`
    Poll(&'b Poll),
    /// `poll/question`
    Question {
        /// The poll it was asked in.
        poll: &'b Poll,
        /// The question.
        question: &'b Question,
    },
    /// `poll/question/answer`
    Answer {
        /// The poll it was given in.
        poll: &'b Poll,
        /// The question it was given to.
        question: &'b Question,
        /// The answer.
        answer: &'b Answer,
    },
    /// A figure's id.
    Figure(&'b Figure),
}

impl Found<'_> {
    /// The value in the fewest words: `62%` for a percent, else as the source printed it; the title
    /// of a poll or question.
    #[must_use]
    pub fn value_text(&self) -> String {
        match self {
            // With all its places: a key figure stands as it was printed, and as its chart has it.
            Found::Answer { answer, .. } => answer.percent_words().unwrap_or_else(|| answer.printed.clone()),
            Found::Figure(figure) if figure.unit == "%" => figure.with_unit(),
            Found::Figure(figure) => figure.printed.clone(),
            Found::Question { question, .. } => question.title.clone(),
            Found::Poll(poll) => poll.title.clone(),
        }
    }
}

/// A link of the article that claims a number.
#[derive(Clone, Debug)]
pub struct Claim<'b> {
    /// The words and where they stand.
    pub link: Link<'b>,
    /// As it is written, without `figure:`.
    pub reference: &'b str,
    /// What it names, if there is such a thing.
    pub found: Option<Found<'b>>,
}

/// Whether one reference is the other, or within it: an answer within its question, a question
/// within its poll. Both without a briefing's id before them.
#[must_use]
pub fn are_tied(one: &str, other: &str) -> bool {
    is_within(one, other) || is_within(other, one)
}

/// Whether a reference is `whole`, or within it.
#[must_use]
pub fn is_within(whole: &str, reference: &str) -> bool {
    reference.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Where the things that references name stand in the manifest.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub places: HashMap<String, Place>,
}

/// By index, from the outermost list in.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Poll(usize),
    Question(usize, usize),
    Answer(usize, usize, usize),
    Figure(usize),
}

impl Names {
    /// The names in a manifest. Of two things with one name, the first has it.
    #[must_use]
    pub fn of(manifest: &Briefing) -> Names {
        let mut names = Names::default();
        for (p, poll) in manifest.polls.iter().enumerate() {
            names.add(poll.id.clone(), Place::Poll(p));
            for (q, question) in poll.questions.iter().enumerate() {
                let name = format!("{}/{}", poll.id, question.id);
                for (a, answer) in question.answers.iter().enumerate() {
                    names.add(format!("{name}/{}", answer.id), Place::Answer(p, q, a));
                }
                names.add(name, Place::Question(p, q));
            }
        }
        for (f, figure) in manifest.figures.iter().enumerate() {
            names.add(figure.id.clone(), Place::Figure(f));
        }
        names
    }

    fn add(&mut self, name: String, place: Place) {
        self.places.entry(name).or_insert(place);
    }

    /// What a name is of in the manifest that the names are from.
    pub fn find<'b>(&self, manifest: &'b Briefing, name: &str) -> Option<Found<'b>> {
        Some(match *self.places.get(name)? {
            Place::Poll(p) => Found::Poll(manifest.polls.get(p)?),
            Place::Question(p, q) => {
                let poll = manifest.polls.get(p)?;
                Found::Question { poll, question: poll.questions.get(q)? }
            }
            Place::Answer(p, q, a) => {
                let poll = manifest.polls.get(p)?;
                let question = poll.questions.get(q)?;
                Found::Answer { poll, question, answer: question.answers.get(a)? }
            }
            Place::Figure(f) => Found::Figure(manifest.figures.get(f)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::Reported;

    #[test]
    fn a_value_has_all_places_that_were_printed() {
        let (poll, question) = (Poll::default(), Question::default());
        let answer =
            Answer { value: Reported::Percent(0.25), printed: "only 0.25%".to_owned(), ..Answer::default() };
        let found = Found::Answer { poll: &poll, question: &question, answer: &answer };
        assert_eq!(found.value_text(), "0.25%");
    }
}
