//! What a question's chart draws: which way it suits, which answers are parts of the whole, and
//! what is missing to 100%.

use crate::poll::{Answer, AnswerKind, Bounds, Choice, Poll, Question};

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
        let whole = self.remainder().is_none() && self.is_exact();
        if self.can_stack() && whole && self.parts().count() > 2 { Kind::Stacked } else { Kind::Bars }
    }

    /// Whether one bar of 100% would be honest: several answers, one given by each person, every
    /// one with something certain about it, and no more than 100% certain in all.
    #[must_use]
    pub fn can_stack(&self) -> bool {
        let certain = |answer: &Answer| {
            answer.value.bounds().is_some_and(|bounds| bounds.low > 0.0 || bounds.high <= 0.0)
        };
        self.question.choice == Choice::One
            && self.parts().count() > 1
            && self.parts().all(certain)
            && self.sum_of(|bounds| bounds.low) <= 100.0 + self.rounding()
    }

    /// The answers that are parts of the whole: sums of other answers are left out.
    pub fn parts(&self) -> impl Iterator<Item = &'a Answer> + use<'a> {
        self.question.answers.iter().filter(|answer| !is_sum(answer))
    }

    /// The answers that are sums of others.
    pub fn sums(&self) -> impl Iterator<Item = &'a Answer> + use<'a> {
        self.question.answers.iter().filter(|answer| is_sum(answer))
    }

    /// What the source does not report, where one answer each was asked for, in percent; `None`
    /// where the answers may well be all there are, or where several could be given.
    #[must_use]
    pub fn remainder(&self) -> Option<Bounds> {
        if self.question.choice == Choice::Many || self.question.answers.is_empty() {
            return None;
        }
        let low = 100.0 - self.sum_of(|bounds| bounds.high);
        let high = 100.0 - self.sum_of(|bounds| bounds.low);
        (low > self.rounding()).then_some(Bounds { low, high: high.min(100.0) })
    }

    /// What is certain of the parts, in percent.
    #[must_use]
    pub fn certain(&self) -> f64 {
        self.sum_of(|bounds| bounds.low)
    }

    /// Whether every part is printed as one number.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.parts().all(|answer| answer.value.exact().is_some())
    }

    /// Whether some answer's words leave its value open.
    #[must_use]
    pub fn has_doubt(&self) -> bool {
        let open = |bounds: Bounds| bounds.high > bounds.low;
        self.question.answers.iter().filter_map(|answer| answer.value.bounds()).any(open)
    }

    fn sum_of(&self, bound: impl Fn(Bounds) -> f64) -> f64 {
        self.parts().filter_map(|answer| answer.value.bounds()).map(bound).sum()
    }

    /// How far the sum of the parts may be off because each was rounded.
    fn rounding(&self) -> f64 {
        ROUNDING * self.parts().filter(|answer| answer.value.bounds().is_some()).count() as f64
    }
}

/// A sum whose parts are among the answers. One whose parts are not reported stands for them.
fn is_sum(answer: &Answer) -> bool {
    matches!(&answer.kind, AnswerKind::Net(parts) if !parts.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::Reported::{self, About, JustUnder, LessThan, MoreThan, NotReported, Percent};

    fn question(values: &[Reported]) -> Question {
        let answer = |(index, value): (usize, &Reported)| Answer {
            id: index.to_string(),
            value: *value,
            ..Answer::default()
        };
        Question { answers: values.iter().enumerate().map(answer).collect(), ..Question::default() }
    }

    /// Remainder, whether it can be stacked, and its natural kind.
    fn drawn(question: &Question) -> (Option<(f64, f64)>, bool, Kind) {
        let poll = Poll::default();
        let chart = QuestionChart::new(&poll, question, "", "");
        (chart.remainder().map(|rest| (rest.low, rest.high)), chart.can_stack(), chart.natural_kind())
    }

    #[test]
    fn a_partial_set_has_a_remainder_and_is_not_stacked_of_itself() {
        let partial = question(&[Percent(18.0), Percent(72.0)]);
        assert_eq!(drawn(&partial), (Some((10.0, 10.0)), true, Kind::Bars));
    }

    #[test]
    fn a_whole_set_is_stacked_even_where_rounding_leaves_a_point() {
        for last in [32.0, 33.0, 34.0] {
            let whole = question(&[Percent(33.0), Percent(34.0), Percent(last)]);
            assert_eq!(drawn(&whole), (None, true, Kind::Stacked), "{last}");
        }
    }

    #[test]
    fn answers_that_are_more_than_the_whole_are_not_stacked() {
        let (_, can_stack, kind) = drawn(&question(&[Percent(60.0), Percent(50.0)]));
        assert_eq!((can_stack, kind), (false, Kind::Bars));
    }

    #[test]
    fn words_that_leave_room_claim_no_remainder_and_are_bars_of_themselves() {
        let vague = question(&[MoreThan(50.0), JustUnder(33.333), Percent(4.0)]);
        assert_eq!(drawn(&vague), (None, true, Kind::Bars));
    }

    #[test]
    fn a_remainder_is_as_vague_as_the_answers() {
        let (rest, ..) = drawn(&question(&[About(30.0), Percent(40.0)]));
        assert_eq!(rest, Some((27.0, 33.0)));
    }

    #[test]
    fn nothing_certain_means_nothing_to_stack() {
        for value in [LessThan(5.0), NotReported] {
            let (_, can_stack, kind) = drawn(&question(&[Percent(60.0), value, Percent(20.0)]));
            assert_eq!((can_stack, kind), (false, Kind::Bars), "{value:?}");
        }
    }

    #[test]
    fn answers_that_can_be_several_have_no_remainder_and_no_stack() {
        let mut many = question(&[Percent(43.0), Percent(37.0)]);
        many.choice = Choice::Many;
        assert_eq!(drawn(&many), (None, false, Kind::Bars));
    }

    #[test]
    fn a_sum_is_not_added_to_its_own_parts() {
        let mut sums = question(&[Percent(82.0), Percent(10.0), Percent(92.0)]);
        sums.answers[2].kind = AnswerKind::Net(vec!["0".to_owned(), "1".to_owned()]);
        assert_eq!(drawn(&sums), (Some((8.0, 8.0)), true, Kind::Bars));
    }

    #[test]
    fn a_sum_stands_for_parts_that_are_not_reported() {
        let mut sum = question(&[Percent(96.0), Percent(2.0)]);
        sum.answers[0].kind = AnswerKind::Net(vec![]);
        assert_eq!(drawn(&sum).0, Some((2.0, 2.0)));
    }

    #[test]
    fn a_question_without_answers_has_nothing_to_add_up() {
        assert_eq!(drawn(&question(&[])), (None, false, Kind::Bars));
    }
}
