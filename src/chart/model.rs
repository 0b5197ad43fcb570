//! What a question's chart draws: which way it suits, which answers are parts of the whole, and
//! what is missing to 100%.

use crate::poll::{Answer, AnswerKind, Bounds, Choice, Excess, Poll, Question, Sum, Total};

/// Ways to draw a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A horizontal bar for each answer.
    Bars,
    /// One bar of 100%, cut into the answers.
    Stacked,
    /// The same, parted at the middle where people take sides.
    Diverging,
}

impl Kind {
    /// All of them, in the order they are offered.
    pub const ALL: [Kind; 3] = [Kind::Bars, Kind::Stacked, Kind::Diverging];

    /// A word for buttons.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Bars => "Bars",
            Kind::Stacked => "Stacked",
            Kind::Diverging => "Diverging",
        }
    }
}

/// How far answers reach to either side of the middle, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    /// The first positions, and half of what is neutral.
    pub left: f64,
    /// The other half, the later positions, and, apart from them, those who do not know.
    pub right: f64,
}

impl Sides {
    /// The longer of both.
    #[must_use]
    pub fn reach(self) -> f64 {
        self.left.max(self.right)
    }
}

/// Between the positions and those who do not know, where they stand apart, in percent.
pub const APART: f64 = 2.0;

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

/// The tones of more answers than these cannot be told apart.
const MOST_STACKED: usize = 10;

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

    /// Whether one bar of 100% would be honest.
    #[must_use]
    pub fn can_stack(&self) -> bool {
        self.why_not_stacked().is_none()
    }

    /// Why one bar of 100% would not be honest, as a clause: it takes several answers, but no more than can
    /// be told apart, one given by each person, every one with something certain about it, and no more than
    /// 100% in all, printed rounding set aside.
    #[must_use]
    pub fn why_not_stacked(&self) -> Option<String> {
        let certain = |answer: &&Answer| {
            answer.value.bounds().is_some_and(|bounds| bounds.low > 0.0 || bounds.high <= 0.0)
        };
        let parts = self.parts().count();
        if self.question.choice == Choice::Many {
            return Some("people could give several answers".to_owned());
        }
        if let Some(excess) = self.excess() {
            return Some(excess.words());
        }
        if parts < 2 {
            return Some("a bar of 100% takes two answers at least".to_owned());
        }
        if parts > MOST_STACKED {
            return Some(format!("the tones of more than {MOST_STACKED} answers cannot be told apart"));
        }
        let unsure = self.parts().find(|answer| !certain(answer))?;
        Some(format!("nothing is certain of how many said “{}”", unsure.label))
    }

    /// What the answers come to, where that is more than all of the people.
    #[must_use]
    pub fn excess(&self) -> Option<Excess> {
        match self.question.sum() {
            Sum::Over(excess) => Some(excess),
            _ => None,
        }
    }

    /// Whether it can be drawn in a way.
    #[must_use]
    pub fn suits(&self, kind: Kind) -> bool {
        match kind {
            Kind::Bars => true,
            Kind::Stacked => self.can_stack(),
            Kind::Diverging => self.sides().is_some(),
        }
    }

    /// The way that was asked for, or bars where it cannot be drawn so.
    #[must_use]
    pub fn kind_or_bars(&self, kind: Kind) -> Kind {
        if self.suits(kind) { kind } else { Kind::Bars }
    }

    /// The two sides of a whole set of exact answers: positions before what is neutral and after it,
    /// or, where nothing is, the first half of an even number and the second. `None` where people
    /// do not take two sides.
    #[must_use]
    pub fn sides(&self) -> Option<Sides> {
        if !self.can_stack() || !self.is_exact() || self.remainder().is_some() {
            return None;
        }
        let taking: Vec<&Answer> =
            self.parts().filter(|answer| answer.kind != AnswerKind::DontKnow).collect();
        let is_neutral = |answer: &&Answer| answer.kind == AnswerKind::Neutral;
        let (before, neutral, after) = match taking.iter().position(is_neutral) {
            Some(at) => {
                let rest = &taking[at..];
                let after = rest.iter().position(|answer| !is_neutral(answer)).unwrap_or(rest.len());
                (&taking[..at], &rest[..after], &rest[after..])
            }
            None if taking.len().is_multiple_of(2) => {
                let (before, after) = taking.split_at(taking.len() / 2);
                (before, &[][..], after)
            }
            None => return None,
        };
        if before.is_empty() || after.is_empty() || after.iter().any(is_neutral) {
            return None;
        }
        let sum = |answers: &[&Answer]| answers.iter().filter_map(|answer| answer.value.exact()).sum::<f64>();
        let unsure: f64 = self
            .parts()
            .filter(|answer| answer.kind == AnswerKind::DontKnow)
            .filter_map(|answer| answer.value.exact())
            .sum();
        let half = sum(neutral) / 2.0;
        let apart = if unsure > 0.0 { APART + unsure } else { 0.0 };
        Some(Sides { left: sum(before) + half, right: half + sum(after) + apart })
    }

    /// The answers that are parts of the whole: sums of other answers are left out.
    pub fn parts(&self) -> impl Iterator<Item = &'a Answer> + use<'a> {
        self.question.answers.iter().filter(|answer| !answer.is_sum())
    }

    /// The answers that are sums of others.
    pub fn sums(&self) -> impl Iterator<Item = &'a Answer> + use<'a> {
        self.question.answers.iter().filter(|answer| answer.is_sum())
    }

    /// What the source does not report, where one answer each was asked for, in percent; `None`
    /// where the answers may well be all there are, or where several could be given.
    #[must_use]
    pub fn remainder(&self) -> Option<Bounds> {
        match self.question.sum() {
            Sum::Short(missing) => Some(missing),
            _ => None,
        }
    }

    /// What is certain of the parts, in percent.
    #[must_use]
    pub fn certain(&self) -> f64 {
        Total::of(self.question, self.parts()).bounds.low
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
    fn sides_part_at_what_is_neutral_or_halfway() {
        let mut likert =
            question(&[Percent(40.0), Percent(20.0), Percent(10.0), Percent(20.0), Percent(10.0)]);
        likert.answers[2].kind = AnswerKind::Neutral;
        likert.answers[4].kind = AnswerKind::DontKnow;
        let sides = |question: &Question| {
            let poll = Poll::default();
            QuestionChart::new(&poll, question, "", "").sides().map(|sides| (sides.left, sides.right))
        };
        assert_eq!(sides(&likert), Some((65.0, 25.0 + APART + 10.0)));
        assert_eq!(sides(&question(&[Percent(60.0), Percent(40.0)])), Some((60.0, 40.0)));
        assert_eq!(sides(&question(&[Percent(60.0), Percent(30.0), Percent(10.0)])), None, "no middle");
        assert_eq!(sides(&question(&[Percent(60.0), Percent(20.0)])), None, "not whole");
        assert_eq!(sides(&question(&[MoreThan(60.0), Percent(20.0)])), None, "not exact");
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
