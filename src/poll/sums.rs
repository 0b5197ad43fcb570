//! Whether a question's answers make up a whole, as far as their printed rounding lets one say.

use super::{Answer, AnswerKind, Bounds, Choice, Question};

/// What the answers to a question come to.
#[derive(Clone, Debug, PartialEq)]
pub enum Sum {
    /// Several could be given, or nothing is reported: they need not come to anything.
    Free,
    /// All of the people, as far as rounding and words let one say.
    Whole,
    /// Fewer than all: what is missing, in percent.
    Short(Bounds),
    /// More than all, which no rounding explains.
    Over(Excess),
}

/// Answers that come to more than all of the people.
#[derive(Clone, Debug, PartialEq)]
pub struct Excess {
    /// What is certain of them, in percent, above 100.
    pub sum: f64,
    /// The same without those who do not know, where somebody does not and where that is no more than all.
    pub without_dont_knows: Option<Total>,
}

/// A sum of shares, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// The least and the most that it can be by the words.
    pub bounds: Bounds,
    /// How far rounding of the printed numbers can have moved it, to either side.
    pub rounding: f64,
}

/// What words that are no number may be off; whole percents are off by as much.
const ROUGH: f64 = 0.5;
/// Sums of binary fractions are a hair off.
const HAIR: f64 = 1e-9;

impl Total {
    /// The sum of some of a question's answers; those without a value add nothing.
    pub fn of<'a>(question: &Question, answers: impl Iterator<Item = &'a Answer>) -> Total {
        let rounding = question.rounding();
        let mut total = Total { bounds: Bounds { low: 0.0, high: 0.0 }, rounding: 0.0 };
        for answer in answers {
            let Some(bounds) = answer.value.bounds() else { continue };
            total.bounds.low += bounds.low;
            total.bounds.high += bounds.high;
            total.rounding += if answer.value.exact().is_some() { rounding } else { ROUGH };
        }
        total
    }

    /// Whether it is more than all, whatever was rounded.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.bounds.low > 100.0 + self.rounding + HAIR
    }

    /// Whether it is less than all, whatever was rounded.
    #[must_use]
    pub fn is_short(self) -> bool {
        self.bounds.high < 100.0 - self.rounding - HAIR
    }

    /// Whether it may be all.
    #[must_use]
    pub fn is_whole(self) -> bool {
        !self.is_over() && !self.is_short()
    }
}

impl Question {
    /// The answers that are parts of the whole: sums of other answers are left out, but those that stand
    /// for parts that are not reported.
    pub fn parts(&self) -> impl Iterator<Item = &Answer> + Clone {
        self.answers.iter().filter(|answer| !answer.is_sum())
    }

    /// What its answers come to.
    #[must_use]
    pub fn sum(&self) -> Sum {
        if self.choice == Choice::Many || self.answers.is_empty() {
            return Sum::Free;
        }
        let total = Total::of(self, self.parts());
        if total.is_over() {
            return Sum::Over(Excess {
                sum: total.bounds.low,
                without_dont_knows: self.without_dont_knows().filter(|others| !others.is_over()),
            });
        }
        if total.is_short() {
            let Bounds { low, high } = total.bounds;
            return Sum::Short(Bounds { low: 100.0 - high, high: (100.0 - low).min(100.0) });
        }
        Sum::Whole
    }

    /// The sum without those who do not know; `None` where nobody says that, or hardly anybody else has an
    /// answer.
    fn without_dont_knows(&self) -> Option<Total> {
        let does_not_know = |answer: &&Answer| answer.kind == AnswerKind::DontKnow;
        let others = self.parts().filter(|answer| !does_not_know(answer));
        let is_there = self.parts().any(|answer| does_not_know(&answer));
        (is_there && others.clone().count() > 1).then(|| Total::of(self, others))
    }
}

impl Answer {
    /// Whether it is a sum of others that are there too. One whose parts are not reported stands for them.
    #[must_use]
    pub fn is_sum(&self) -> bool {
        matches!(&self.kind, AnswerKind::Net(parts) if !parts.is_empty())
    }
}

impl Excess {
    /// What the sum is, for the line above a chart: "the answers sum to 114%: the don’t knows are not in
    /// the base of the others".
    #[must_use]
    pub fn words(&self) -> String {
        let sum = share(self.sum);
        match self.without_dont_knows {
            Some(others) if others.is_whole() => {
                format!("the answers sum to {sum}: the don’t knows are not in the base of the others")
            }
            Some(others) => format!(
                "the answers sum to {sum} ({} without the don’t knows), so they are not all of one base",
                share(others.bounds.low)
            ),
            None => format!("the answers sum to {sum}, so they are not parts of one whole"),
        }
    }
}

/// "102.8%"
fn share(percent: f64) -> String {
    format!("{}%", (percent * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::Reported::{self, About, LessThan, MoreThan, NotReported, Percent};

    fn asked(printed: &[&str]) -> Question {
        let answer = |(index, printed): (usize, &&str)| Answer {
            id: index.to_string(),
            value: Percent(printed.trim_end_matches('%').parse().unwrap()),
            printed: (*printed).to_owned(),
            ..Answer::default()
        };
        Question { answers: printed.iter().enumerate().map(answer).collect(), ..Question::default() }
    }

    fn with_dont_know(printed: &[&str]) -> Question {
        let mut question = asked(printed);
        question.answers.last_mut().unwrap().kind = AnswerKind::DontKnow;
        question
    }

    fn words(question: &Question) -> Option<String> {
        match question.sum() {
            Sum::Over(excess) => Some(excess.words()),
            _ => None,
        }
    }

    #[test]
    fn what_rounding_can_do_hangs_on_what_was_printed() {
        for (printed, is_whole) in [
            (["33%", "34%", "34%"], true),
            (["34%", "34%", "33%"], true),
            (["34%", "34%", "33.1%"], false),
            (["62.5%", "37%", "1%"], true),
            (["62.5%", "37.5%", "1%"], false),
            (["34%", "34%", "33.0%"], false),
            (["34%", "34%", "34%"], false),
            (["33.3%", "33.3%", "33.4%"], true),
            (["33.4%", "33.4%", "33.3%"], true),
            (["33.4%", "33.4%", "33.4%"], false),
            (["33.33%", "33.33%", "33.36%"], false),
            (["33%", "33%", "33%"], true),
            (["33%", "33%", "32%"], false),
            (["33.3%", "33.3%", "33.2%"], false),
        ] {
            assert_eq!(
                asked(&printed).sum() == Sum::Whole,
                is_whole,
                "{printed:?}: {:?}",
                asked(&printed).sum()
            );
        }
    }

    #[test]
    fn those_who_do_not_know_may_be_outside_the_base() {
        assert_eq!(
            words(&with_dont_know(&["47.4%", "52.6%", "14%"])).unwrap(),
            "the answers sum to 114%: the don’t knows are not in the base of the others"
        );
        assert_eq!(
            words(&with_dont_know(&["60.0%", "38.4%", "4.4%"])).unwrap(),
            "the answers sum to 102.8% (98.4% without the don’t knows), so they are not all of one base"
        );
        assert_eq!(
            words(&asked(&["60%", "50%"])).unwrap(),
            "the answers sum to 110%, so they are not parts of one whole"
        );
        let both = with_dont_know(&["60%", "50%", "4%"]);
        assert!(
            words(&both).unwrap().ends_with("not parts of one whole"),
            "without them it is too much, too"
        );
        assert_eq!(words(&with_dont_know(&["47%", "40%", "13%"])), None);
    }

    #[test]
    fn what_is_missing_is_as_vague_as_the_words() {
        assert_eq!(asked(&["18%", "72%"]).sum(), Sum::Short(Bounds { low: 10.0, high: 10.0 }));
        let mut vague = asked(&["30%", "40%"]);
        vague.answers[0].value = About(30.0);
        assert_eq!(vague.sum(), Sum::Short(Bounds { low: 27.0, high: 33.0 }));
        for value in [MoreThan(50.0), Reported::Between(50.0, 70.0)] {
            vague.answers[0].value = value;
            assert_eq!(vague.sum(), Sum::Whole, "{value:?}");
        }
        vague.answers[0].value = LessThan(5.0);
        assert!(matches!(vague.sum(), Sum::Short(_)));
        vague.answers[0].value = NotReported;
        assert!(matches!(vague.sum(), Sum::Short(_)));
    }

    #[test]
    fn several_answers_need_not_come_to_anything_and_sums_are_not_counted_twice() {
        let many = Question { choice: Choice::Many, ..asked(&["60%", "80%"]) };
        assert_eq!(many.sum(), Sum::Free);
        let mut sums = asked(&["60%", "40%", "100%"]);
        sums.answers[2].kind = AnswerKind::Net(vec!["0".to_owned(), "1".to_owned()]);
        assert_eq!(sums.sum(), Sum::Whole);
        assert_eq!(Question::default().sum(), Sum::Free);
    }
}
