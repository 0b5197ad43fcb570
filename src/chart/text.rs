//! A chart in words: the lines above and under it, the values at its bars, and all of it for
//! people who do not see it.

use super::{Kind, QuestionChart};
use crate::poll::{
    Answer, AnswerKind, Base, Bounds, Choice, Disclosed, Reported, Wording, capitalised, listed,
};

/// Between the parts of a line; it stays with the part before it where the line breaks.
pub const DOT: &str = "\u{a0}· ";

impl QuestionChart<'_> {
    /// Who was asked, how many, how, and how to read the values: "UK adults · n = 1,723 · one
    /// answer each · values as printed".
    #[must_use]
    pub fn base_line(&self) -> String {
        let line = self.table_line();
        if self.has_doubt() { line + "; hatching shows what the words leave open" } else { line }
    }

    /// The same for a table, which has no hatching.
    #[must_use]
    pub fn table_line(&self) -> String {
        let mut parts = self.base();
        if self.question.answers.len() > 1 {
            parts.push(match self.question.choice {
                Choice::One => "one answer each".to_owned(),
                Choice::Many => "several answers possible".to_owned(),
            });
        }
        parts.push("values as printed".to_owned());
        parts.extend(self.excess().map(|excess| excess.words()));
        parts.join(DOT)
    }

    fn base(&self) -> Vec<String> {
        let base = match &self.question.base {
            // How many they are stands behind it.
            base @ Base::Described(_) => base.who().map(|base| format!("base: {base}")),
            Base::All | Base::NotStated => None,
        };
        let people = self.poll.sample_of(self.question).labelled();
        [stated(self.poll.population.as_ref()), base, people, stated(self.poll.mode.as_ref())]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Who asked for whom, and when: "YouGov for NSPCC · 1 to 3 March 2021". Only what is stated.
    #[must_use]
    pub fn source_line(&self) -> String {
        let who = self.poll.by_whom().map(|who| capitalised(&who));
        [who, self.poll.fieldwork_words()].into_iter().flatten().collect::<Vec<_>>().join(DOT)
    }

    /// What a reader needs and the source does not say: "fieldwork and sample size not stated".
    #[must_use]
    pub fn not_stated(&self) -> Option<String> {
        let poll = self.poll;
        let missing: Vec<&str> = [
            ("pollster", stated(poll.pollster.as_ref()).is_none()),
            ("population", stated(poll.population.as_ref()).is_none()),
            ("base", self.question.base == Base::NotStated),
            ("fieldwork", poll.fieldwork_words().is_none()),
            ("sample size", poll.sample_of(self.question).is_unknown()),
            ("mode", stated(poll.mode.as_ref()).is_none()),
        ]
        .into_iter()
        .filter_map(|(what, is_missing)| is_missing.then_some(what))
        .collect();
        (!missing.is_empty()).then(|| format!("{} not stated", listed(&missing)))
    }

    /// The chart in sentences, for people who do not see it.
    #[must_use]
    pub fn summary(&self, kind: Kind) -> String {
        let mut sentences = vec![match kind {
            Kind::Bars => "Bar chart".to_owned(),
            Kind::Stacked => "One bar of 100%, cut into the answers".to_owned(),
            Kind::Diverging => "One bar, parted at the middle between the two sides".to_owned(),
        }];
        sentences.push(self.caption.to_owned());
        let mut base = self.base();
        if self.question.answers.len() > 1 {
            let choice = if self.question.choice == Choice::One { "one" } else { "several" };
            base.push(format!("{choice} answer{} each", if choice == "one" { "" } else { "s" }));
        }
        sentences.push(base.join(", "));
        sentences.extend(self.question.answers.iter().map(sentence));
        sentences.extend(self.remainder().map(|rest| format!("Not reported: {}", share(rest))));
        sentences.extend(self.excess().map(|excess| capitalised(&excess.words())));
        sentences.extend(self.not_stated().map(|missing| capitalised(&missing)));
        sentences.push(self.source_line().replace(DOT, ", "));
        if !self.source.is_empty() {
            sentences.push(format!("Source: {}", self.source));
        }
        sentences
            .into_iter()
            .filter(|sentence| !sentence.is_empty())
            .map(|sentence| if sentence.ends_with(['.', '?', '!']) { sentence } else { sentence + "." })
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What a card says of an answer, beside its value: a label, and the words or nothing where
    /// the source does not say.
    #[must_use]
    pub fn details(&self, answer: &Answer) -> Vec<(&'static str, Option<String>)> {
        let mut rows = Vec::new();
        if answer.value.exact().is_none() && answer.value != Reported::NotReported {
            rows.push(("Means", Some(answer.value.meaning())));
        }
        if let AnswerKind::Net(parts) = &answer.kind {
            rows.push(("Sum of", Some(self.labels_of(parts))));
        }
        rows.push(match &self.question.wording {
            Wording::Exact(words) => ("Question", Some(format!("“{words}”"))),
            Wording::Paraphrase(words) => ("Question", Some(format!("{words} (paraphrased)"))),
            Wording::NotStated => ("Question", None),
        });
        rows.push(("Base", self.question.base.words()));
        rows.push(("Sample", self.poll.sample_of(self.question).words()));
        rows
    }

    fn labels_of(&self, ids: &[String]) -> String {
        let label = |id: &String| {
            let answer = self.question.answers.iter().find(|answer| answer.id == *id);
            answer.map_or(id.clone(), |answer| answer.label.clone())
        };
        if ids.is_empty() {
            return "answers that are not reported one by one".to_owned();
        }
        ids.iter().map(label).collect::<Vec<_>>().join(" + ")
    }
}

/// What stands at a bar's end: the number where one is printed, else the source's words.
#[must_use]
pub fn value_words(answer: &Answer) -> String {
    let number = |percent: f64| format!("{percent}%");
    match answer.value {
        Reported::Percent(percent) => answer.percent_words().unwrap_or_else(|| number(percent)),
        Reported::NotReported => "not reported".to_owned(),
        _ if !answer.printed.is_empty() => answer.printed.clone(),
        Reported::About(percent) => format!("about {}", number(percent)),
        Reported::MoreThan(percent) => format!("more than {}", number(percent)),
        Reported::LessThan(percent) => format!("less than {}", number(percent)),
        Reported::JustUnder(percent) => format!("just under {}", number(percent)),
        Reported::JustOver(percent) => format!("just over {}", number(percent)),
        Reported::Between(low, high) => format!("{low} to {}", number(high)),
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

/// The least and the most that a value can be: "above 50%" and "100%".
#[must_use]
pub fn limits(value: Reported) -> Option<(String, String)> {
    let words = |percent: f64| format!("{}%", (percent * 10.0).round() / 10.0);
    let Bounds { low, high } = value.bounds()?;
    Some(match value {
        // A printed number is what it is, with all its places.
        Reported::Percent(percent) => (format!("{percent}%"), format!("{percent}%")),
        Reported::MoreThan(_) | Reported::JustOver(_) => (format!("above {}", words(low)), words(high)),
        Reported::LessThan(_) | Reported::JustUnder(_) => (words(low), format!("below {}", words(high))),
        _ => (words(low), words(high)),
    })
}

/// A share that was worked out from others: "67%", "27 to 33%".
#[must_use]
pub fn share(bounds: Bounds) -> String {
    // Two decimals: sums of binary fractions are a hair off.
    let rounded = |percent: f64| (percent * 100.0).round() / 100.0;
    let (low, high) = (rounded(bounds.low), rounded(bounds.high));
    if low < high { format!("{low} to {high}%") } else { format!("{low}%") }
}

fn stated(field: Option<&Disclosed<String>>) -> Option<String> {
    field.and_then(Disclosed::stated).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::{Fieldwork, Poll, Question, SampleSize};

    #[test]
    fn the_limits_of_a_printed_number_are_that_number() {
        let exact = limits(Reported::Percent(0.25)).expect("it has limits");
        assert_eq!(exact, ("0.25%".to_owned(), "0.25%".to_owned()));
        let vague = limits(Reported::MoreThan(33.333)).expect("it has limits");
        assert_eq!(vague, ("above 33.3%".to_owned(), "100%".to_owned()));
    }

    fn answer(id: &str, label: &str, value: Reported, printed: &str) -> Answer {
        Answer {
            id: id.to_owned(),
            label: label.to_owned(),
            value,
            printed: printed.to_owned(),
            ..Answer::default()
        }
    }

    fn says(words: &str) -> Disclosed<String> {
        Disclosed::Stated(words.to_owned())
    }

    fn survey() -> Poll {
        Poll {
            pollster: Some(says("YouGov")),
            commissioned_by: Some(says("the NSPCC")),
            population: Some(says("UK adults")),
            sample_size: Some(SampleSize::Stated(1723)),
            fieldwork: Some(Fieldwork::Dates("2021-03-01".to_owned(), "2021-03-03".to_owned())),
            mode: Some(says("online")),
            ..Poll::default()
        }
    }

    fn privacy() -> Question {
        Question {
            base: Base::All,
            answers: vec![
                answer("detect", "Detecting abuse images", Reported::MoreThan(50.0), "more than half"),
                answer("equal", "Equally important", Reported::JustUnder(33.333), "almost a third"),
                answer("privacy", "Privacy", Reported::Percent(4.0), "just 4%"),
            ],
            ..Question::default()
        }
    }

    fn chart<'a>(poll: &'a Poll, question: &'a Question) -> QuestionChart<'a> {
        QuestionChart::new(poll, question, "The release", "")
    }

    #[test]
    fn the_base_line_says_who_was_asked_and_how_to_read_the_values() {
        let (poll, question) = (survey(), privacy());
        assert_eq!(
            chart(&poll, &question).base_line().replace('\u{a0}', " "),
            "UK adults · n = 1,723 · online · one answer each · \
             values as printed; hatching shows what the words leave open"
        );
        assert!(chart(&poll, &question).table_line().ends_with("values as printed"), "a table has none");
    }

    #[test]
    fn the_base_line_names_a_part_of_the_sample_and_keeps_bounds() {
        let poll = Poll { sample_size: Some(SampleSize::MoreThan(26_000)), ..survey() };
        let question = Question {
            base: Base::Described("those with an opinion".to_owned()),
            answers: vec![answer("for", "For", Reported::Percent(83.0), "83%")],
            ..Question::default()
        };
        assert_eq!(
            chart(&poll, &question).base_line().replace('\u{a0}', " "),
            "UK adults · base: those with an opinion · n more than 26,000 · online · values as printed"
        );
    }

    #[test]
    fn the_source_line_says_who_asked_for_whom_and_when() {
        let question = privacy();
        assert_eq!(
            chart(&survey(), &question).source_line(),
            "YouGov for the NSPCC\u{a0}· 1 to 3 March 2021"
        );
        let no_pollster = Poll { pollster: Some(Disclosed::NotStated), fieldwork: None, ..survey() };
        assert_eq!(chart(&no_pollster, &question).source_line(), "Commissioned by the NSPCC");
        assert_eq!(chart(&Poll::default(), &question).source_line(), "");
    }

    #[test]
    fn what_is_not_stated_is_listed_once_each() {
        let question = privacy();
        assert_eq!(chart(&survey(), &question).not_stated(), None);
        let poll = Poll { sample_size: Some(SampleSize::NotStated), ..survey() };
        assert_eq!(chart(&poll, &question).not_stated().unwrap(), "sample size not stated");
        assert_eq!(
            chart(&Poll::default(), &Question::default()).not_stated().unwrap(),
            "pollster, population, base, fieldwork, sample size and mode not stated"
        );
    }

    #[test]
    fn the_summary_says_everything_that_is_drawn() {
        let poll = Poll { sample_size: Some(SampleSize::NotStated), mode: None, ..survey() };
        assert_eq!(
            chart(&poll, &privacy()).summary(Kind::Bars),
            "Bar chart. UK adults, one answer each. \
             Detecting abuse images: more than half (above 50%, at most 100%). \
             Equally important: almost a third (below 33.3%; taken as within 3 points of 33.3%). \
             Privacy: 4%. Sample size and mode not stated. \
             YouGov for the NSPCC, 1 to 3 March 2021. Source: The release."
        );
    }

    #[test]
    fn the_summary_says_what_is_not_reported() {
        let mut question = privacy();
        question.answers.drain(..2);
        let summary = chart(&survey(), &question).summary(Kind::Bars);
        assert!(summary.contains(" Privacy: 4%. Not reported: 96%. "), "{summary}");
    }

    #[test]
    fn a_value_keeps_the_words_of_its_source() {
        let words = |value, printed| value_words(&answer("", "", value, printed));
        assert_eq!(words(Reported::Percent(66.0), "two thirds (66%)"), "66%");
        assert_eq!(words(Reported::Percent(4.25), "4.25%"), "4.25%");
        assert_eq!(words(Reported::JustUnder(33.333), "almost a third"), "almost a third");
        assert_eq!(words(Reported::Between(70.0, 75.0), ""), "70 to 75%");
        assert_eq!(words(Reported::NotReported, ""), "not reported");
    }

    #[test]
    fn limits_that_are_not_reached_are_said_to_be_above_or_below() {
        let words = |value| {
            let (least, most) = limits(value).unwrap();
            format!("{least}, {most}")
        };
        assert_eq!(words(Reported::Percent(4.0)), "4%, 4%");
        assert_eq!(words(Reported::MoreThan(50.0)), "above 50%, 100%");
        assert_eq!(words(Reported::JustUnder(33.333)), "30.3%, below 33.3%");
        assert_eq!(limits(Reported::NotReported), None);
    }

    #[test]
    fn a_share_that_was_worked_out_has_no_stray_decimals() {
        assert_eq!(share(Bounds { low: 100.0 - 33.3 - 4.4, high: 100.0 - 33.3 - 4.4 }), "62.3%");
        assert_eq!(share(Bounds { low: 27.0, high: 33.0 }), "27 to 33%");
    }

    #[test]
    fn the_card_of_a_sum_names_its_parts() {
        let mut question = privacy();
        let parts = vec!["detect".to_owned(), "equal".to_owned()];
        question.answers[2].kind = AnswerKind::Net(parts);
        let details = chart(&survey(), &question).details(&question.answers[2]);
        assert!(details.contains(&("Sum of", Some("Detecting abuse images + Equally important".to_owned()))));
        assert!(details.contains(&("Question", None)));
    }
}
