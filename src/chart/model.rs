//! What a question's chart says: its title, its bars with their bounds, the remainder, and all of
//! it in words.

use crate::poll::{Answer, AnswerKind, Base, Bounds, Choice, Disclosed, Poll, Question, Reported};

/// Ways to draw a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A horizontal bar for each answer.
    Bars,
    /// One bar of 100%, cut into the answers.
    Stacked,
}

/// A question with what its chart needs to say beside it.
#[derive(Clone, Copy, Debug)]
pub struct QuestionChart<'a> {
    /// The poll.
    pub poll: &'a Poll,
    /// The question.
    pub question: &'a Question,
    /// The source's title.
    pub source: &'a str,
    /// What the article says that the chart shows.
    pub caption: &'a str,
}

/// Whole percents are rounded: each may be off by half a point.
const ROUNDING: f64 = 0.5;

impl<'a> QuestionChart<'a> {
    /// A chart of a question of a poll.
    #[must_use]
    pub fn new(
        poll: &'a Poll,
        question: &'a Question,
        source: &'a str,
        caption: &'a str,
    ) -> QuestionChart<'a> {
        QuestionChart { poll, question, source, caption }
    }

    /// The way that suits the answers: one bar of 100% for a whole set of several answers, bars for
    /// anything else.
    #[must_use]
    pub fn natural_kind(&self) -> Kind {
        let whole = self.remainder().is_none_or(|rest| rest.high <= 0.0);
        if self.can_stack() && whole && self.stacked().count() > 2 { Kind::Stacked } else { Kind::Bars }
    }

    /// Whether one bar of 100% would be honest: one answer each, every value one number.
    #[must_use]
    pub fn can_stack(&self) -> bool {
        let exact = self.stacked().all(|answer| answer.value.exact().is_some());
        self.question.choice == Choice::One && exact && self.stacked().count() > 1
    }

    /// The answers that are parts of the whole: sums of others are left out.
    pub fn stacked(&self) -> impl Iterator<Item = &'a Answer> + use<'a> {
        self.question
            .answers
            .iter()
            .filter(|answer| !matches!(&answer.kind, AnswerKind::Net(parts) if !parts.is_empty()))
    }

    /// What the source does not report, where one answer each was asked for; `None` where the
    /// answers may well be all there are, or where several could be given.
    #[must_use]
    pub fn remainder(&self) -> Option<Bounds> {
        if self.question.choice == Choice::Many {
            return None;
        }
        let bounds: Vec<Bounds> = self.stacked().filter_map(|answer| answer.value.bounds()).collect();
        let low = 100.0 - bounds.iter().map(|bounds| bounds.high).sum::<f64>();
        let high = 100.0 - bounds.iter().map(|bounds| bounds.low).sum::<f64>();
        let rounding = ROUNDING * bounds.len() as f64;
        (low > rounding).then_some(Bounds { low, high })
    }

    /// The remainder in words: "67% not reported".
    #[must_use]
    pub fn remainder_words(rest: Bounds) -> String {
        if rest.high - rest.low < 0.05 {
            format!("{}% not reported", trimmed(rest.low))
        } else {
            format!("{}% to {}% not reported", trimmed(rest.low), trimmed(rest.high))
        }
    }

    /// "UK adults · n = 1,723 · one answer each · values as printed"
    #[must_use]
    pub fn base_line(&self) -> String {
        let mut parts = Vec::new();
        if let Some(population) = self.poll.population.as_ref().and_then(Disclosed::stated) {
            parts.push(population.clone());
        }
        if let Base::Described(base) = &self.question.base {
            parts.push(format!("of {base}"));
        }
        if let Some(people) = self.poll.sample_size.and_then(crate::poll::SampleSize::words) {
            parts.push(
                format!("n = {people}")
                    .replace("= more than", "above")
                    .replace("= about", "about")
                    .replace(' ', "\u{a0}"),
            );
        }
        if self.question.answers.len() > 1 {
            let choice = match self.question.choice {
                Choice::One => "one answer each",
                Choice::Many => "several answers possible",
            };
            parts.push(choice.to_owned());
        }
        parts.push(if self.has_doubt() {
            "values as printed; hatching shows what the words leave open".to_owned()
        } else {
            "values as printed".to_owned()
        });
        parts.join(" · ")
    }

    /// Whether some answer's words leave its value open.
    #[must_use]
    pub fn has_doubt(&self) -> bool {
        self.question
            .answers
            .iter()
            .any(|answer| answer.value.exact().is_none() && answer.value != Reported::NotReported)
    }

    /// What is said under the chart: who asked whom when, then what is not stated.
    #[must_use]
    pub fn source_line(&self) -> (String, Vec<String>) {
        let mut stated = Vec::new();
        let mut missing = Vec::new();
        stated.extend(self.poll.by_whom());
        if self.poll.pollster.as_ref().and_then(Disclosed::stated).is_none() {
            missing.push("pollster");
        }
        match self.poll.fieldwork_words() {
            Some(when) => stated.push(when),
            None => missing.push("fieldwork"),
        }
        if self.poll.sample_size.and_then(crate::poll::SampleSize::words).is_none() {
            missing.push("sample size");
        }
        let missing = match missing[..] {
            [] => vec![],
            [one] => vec![format!("{one} not stated")],
            [ref first @ .., last] => vec![format!("{} and {last} not stated", first.join(", "))],
        };
        (stated.join(" · "), missing)
    }

    /// The chart in sentences, for people who do not see it.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut sentences = Vec::new();
        if !self.caption.is_empty() {
            sentences.push(format!("{}.", self.caption.trim_end_matches('.')));
        }
        sentences.push(format!("{}.", self.base_line()));
        sentences.extend(self.question.answers.iter().map(|answer| format!("{}.", sentence(answer))));
        if let Some(rest) = self.remainder() {
            sentences.push(format!("{}.", QuestionChart::remainder_words(rest)));
        }
        let (stated, missing) = self.source_line();
        sentences.extend(
            [stated]
                .into_iter()
                .chain(missing)
                .filter(|part| !part.is_empty())
                .map(|part| format!("{part}.")),
        );
        if !self.source.is_empty() {
            sentences.push(format!("Source: {}.", self.source));
        }
        sentences.join(" ")
    }
}

/// What stands at a bar's end: the number where one is printed, else the source's words.
#[must_use]
pub fn value_words(answer: &Answer) -> String {
    match answer.value {
        Reported::Percent(percent) => format!("{}%", trimmed(percent)),
        Reported::NotReported => "not reported".to_owned(),
        _ if answer.printed.is_empty() => answer.value.meaning(),
        _ => answer.printed.clone(),
    }
}

/// An answer as a sentence: "Detecting abuse images: more than half (above 50%, at most 100%)".
#[must_use]
pub fn sentence(answer: &Answer) -> String {
    let sum = if matches!(answer.kind, AnswerKind::Net(_)) { ", a sum of answers" } else { "" };
    let meaning = match answer.value {
        Reported::Percent(_) | Reported::NotReported => String::new(),
        value => format!(" ({})", value.meaning()),
    };
    format!("{}{sum}: {}{meaning}", answer.label, value_words(answer))
}

/// A number with one decimal at most.
fn trimmed(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::SampleSize;

    fn question(answers: &[(&str, Reported)]) -> Question {
        let answers = answers
            .iter()
            .map(|(label, value)| Answer {
                id: (*label).to_owned(),
                label: (*label).to_owned(),
                value: *value,
                ..Answer::default()
            })
            .collect();
        Question { answers, ..Question::default() }
    }

    fn chart<'a>(poll: &'a Poll, question: &'a Question) -> QuestionChart<'a> {
        QuestionChart::new(poll, question, "", "")
    }

    #[test]
    fn a_partial_set_has_a_remainder_and_is_not_stacked_of_itself() {
        let (poll, question) = (
            Poll::default(),
            question(&[("For", Reported::Percent(18.0)), ("Against", Reported::Percent(72.0))]),
        );
        let chart = chart(&poll, &question);
        assert_eq!(chart.remainder(), Some(Bounds { low: 10.0, high: 10.0 }));
        assert_eq!(QuestionChart::remainder_words(chart.remainder().unwrap()), "10% not reported");
        assert_eq!(chart.natural_kind(), Kind::Bars);
        assert!(chart.can_stack());
    }

    #[test]
    fn a_whole_set_is_stacked_even_where_rounding_leaves_a_point() {
        let (poll, question) = (
            Poll::default(),
            question(&[
                ("A", Reported::Percent(33.0)),
                ("B", Reported::Percent(33.0)),
                ("C", Reported::Percent(33.0)),
            ]),
        );
        assert_eq!(chart(&poll, &question).remainder(), None);
        assert_eq!(chart(&poll, &question).natural_kind(), Kind::Stacked);
    }

    #[test]
    fn words_that_leave_room_claim_no_remainder_and_are_never_stacked() {
        let (poll, question) = (
            Poll::default(),
            question(&[("A", Reported::MoreThan(50.0)), ("B", Reported::JustUnder(33.333))]),
        );
        assert_eq!(chart(&poll, &question).remainder(), None);
        assert!(!chart(&poll, &question).can_stack());
        assert!(chart(&poll, &question).base_line().contains("hatching"));
    }

    #[test]
    fn answers_that_can_be_several_have_no_remainder() {
        let mut question = question(&[("A", Reported::Percent(43.0)), ("B", Reported::Percent(37.0))]);
        question.choice = Choice::Many;
        assert_eq!(chart(&Poll::default(), &question).remainder(), None);
    }

    #[test]
    fn a_sum_is_not_added_to_its_own_parts() {
        let mut question = question(&[
            ("Deeply", Reported::Percent(82.0)),
            ("Somewhat", Reported::Percent(10.0)),
            ("Net", Reported::Percent(92.0)),
        ]);
        question.answers[2].kind = AnswerKind::Net(vec!["Deeply".to_owned(), "Somewhat".to_owned()]);
        assert_eq!(chart(&Poll::default(), &question).remainder(), Some(Bounds { low: 8.0, high: 8.0 }));
    }

    #[test]
    fn the_source_line_says_what_is_not_stated() {
        let poll = Poll {
            pollster: Some(Disclosed::Stated("YouGov".to_owned())),
            commissioned_by: Some(Disclosed::Stated("NSPCC".to_owned())),
            sample_size: Some(SampleSize::NotStated),
            ..Poll::default()
        };
        let question = question(&[("A", Reported::Percent(33.0))]);
        let (stated, missing) = chart(&poll, &question).source_line();
        assert_eq!(stated, "YouGov for NSPCC");
        assert_eq!(missing, ["fieldwork and sample size not stated"]);
    }
}
