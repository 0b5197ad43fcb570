//! A comparison in words: rows, lines above and under the chart, and all of it for people who do
//! not see it.

use super::{ComparisonChart, ComparisonKind, Figure, sets};
use crate::chart::card;
use crate::chart::text::{DOT, value_words};
use crate::poll::comparison::Difference;
use crate::poll::stats::{Interval, NoInterval};
use crate::poll::{Disclosed, Wording, grouped};

impl ComparisonChart<'_> {
    /// How to read the chart: what its marks mean, what is assumed.
    #[must_use]
    pub fn base_line(&self, kind: ComparisonKind) -> String {
        if matches!(kind, ComparisonKind::Stacked | ComparisonKind::Diverging) {
            let order =
                if sets::is_reordered(self) { "; the same answers stand in the same order" } else { "" };
            return format!("Whole answer sets, values as printed{order}.");
        }
        let sure = self.settings.confidence.percent();
        let known = self.figures.iter().any(|figure| figure.estimate.is_ok());
        let without = self.figures.iter().any(|figure| figure.estimate.is_err() && figure.exact().is_some());
        let open = self.figures.iter().any(Figure::is_open);
        let mut parts = vec!["Values as printed".to_owned()];
        if kind == ComparisonKind::Tracker
            && let Some(answer) = self.tracker().answer()
        {
            parts[0] = format!("“{answer}”, values as printed");
        }
        if known {
            parts.push(format!("bands are {sure}% intervals"));
        }
        if without {
            let mark = match kind {
                ComparisonKind::Tracker => "a hollow mark",
                ComparisonKind::Dumbbell => "a mark without a band",
                _ => "a diamond",
            };
            parts.push(format!("{mark} has no interval, for want of a stated sample size of its base"));
        }
        if open {
            parts.push("hatching is what the words leave open".to_owned());
        }
        if let Some(what_if) = self.assumed() {
            parts.push(format!("outlined bands are a trial, {}", what_if.label()));
        }
        if kind == ComparisonKind::Tracker {
            parts.push("level lines are fieldwork".to_owned());
        }
        parts.join("; ") + "."
    }

    /// How to read the figures as a table, which has no marks.
    #[must_use]
    pub fn table_line(&self) -> String {
        let mut parts = vec!["Values as printed".to_owned()];
        if self.figures.iter().any(|figure| figure.estimate.is_ok()) {
            parts.push(format!("{}% intervals", self.settings.confidence.percent()));
        }
        if self.figures.iter().any(|figure| figure.estimate.is_err()) {
            parts.push("a dash where there is no interval".to_owned());
        }
        if let Some(what_if) = self.assumed() {
            parts.push(format!("what has “{}” as its sample is a trial", what_if.label()));
        }
        parts.join("; ") + "."
    }

    /// The whole chart in sentences.
    #[must_use]
    pub fn summary(&self, kind: ComparisonKind) -> String {
        let drawn = match kind {
            ComparisonKind::Dots => "Dot plot",
            ComparisonKind::Dumbbell => "Two values on a line for each answer",
            ComparisonKind::Panels => "Panels for each poll on one scale",
            ComparisonKind::Stacked => "Bars of 100% for each question",
            ComparisonKind::Diverging => "Bars parted between two sides for each question",
            ComparisonKind::Tracker => "Shares over time",
        };
        let count = match self.figures.len() {
            1 => "one figure".to_owned(),
            count => format!("{} figures", grouped(count as u64)),
        };
        let mut sentences = vec![format!("{drawn} of {count}"), self.base_line(kind)];
        sentences.extend(self.figures.iter().take(SPOKEN).map(figure_sentence));
        if self.figures.len() > SPOKEN {
            sentences.push(format!("And {} more", grouped((self.figures.len() - SPOKEN) as u64)));
        }
        sentences
            .iter()
            .map(|words| format!("{}.", words.trim_end_matches('.')))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The sources' titles, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<&str> {
        let mut sources: Vec<&str> = Vec::new();
        for figure in &self.figures {
            if !figure.source.is_empty() && !sources.contains(&figure.source) {
                sources.push(figure.source);
            }
        }
        sources
    }

    /// How far a figure is from the baseline: "+13 points", "−5 to +1 points"; nothing where there
    /// is no baseline, or where the bases differ.
    #[must_use]
    pub fn against_baseline(&self, index: usize) -> Option<String> {
        let baseline = self.baseline?;
        if baseline == index {
            return Some("baseline".to_owned());
        }
        let (figure, base) = (&self.figures[index].item, &self.figures[baseline].item);
        if !figure.question.base.is_like(&base.question.base) {
            return Some("another base".to_owned());
        }
        Some(points(Difference::printed(figure.answer.value.bounds()?, base.answer.value.bounds()?)))
    }
}

/// A summary says as many figures one by one; the table has all of them.
const SPOKEN: usize = 60;

/// "13 points more", "5 to 2 points less", "5 points less to 1 more".
pub fn change(difference: Difference) -> String {
    let Interval { low, high } = difference.interval;
    let number = |value: f64| ((value * 10.0).round() / 10.0).abs().to_string();
    let (from, to) = (number(low), number(high));
    let unit = if to == "1" && from == to { "point" } else { "points" };
    match (low < 0.0, high > 0.0) {
        (true, true) => format!("{from} points less to {to} more"),
        _ if from == "0" && to == "0" => "no change".to_owned(),
        (is_less, _) => {
            let word = if is_less { "less" } else { "more" };
            if from == to { format!("{from} {unit} {word}") } else { format!("{from} to {to} {unit} {word}") }
        }
    }
}

/// "+13 points", "−5 to +1 points"; the sign is that of [`Difference`].
pub fn points(difference: Difference) -> String {
    let Interval { low, high } = difference.interval;
    let signed = |value: f64| {
        let rounded = (value * 10.0).round() / 10.0 + 0.0;
        let sign = if rounded > 0.0 {
            "+"
        } else if rounded < 0.0 {
            "−"
        } else {
            "±"
        };
        format!("{sign}{}", rounded.abs())
    };
    let (from, to) = (signed(low), signed(high));
    let unit = if from == to && (low.abs() * 10.0).round() as i64 == 10 { "point" } else { "points" };
    if from == to { format!("{from} {unit}") } else { format!("{from} to {to} {unit}") }
}

impl Figure<'_> {
    /// The share where it is one number.
    pub(super) fn exact(&self) -> Option<f64> {
        self.item.answer.value.exact()
    }

    /// Whether its words leave it open.
    pub(super) fn is_open(&self) -> bool {
        self.exact().is_none() && self.item.answer.value.bounds().is_some()
    }

    /// The answer, who asked for whom, whom, and when; only what is stated.
    pub(super) fn under_title(&self) -> String {
        let poll = self.item.poll;
        let when = poll.fieldwork_words();
        let population = poll.population.as_ref().and_then(Disclosed::stated).cloned();
        let mut parts = vec![format!("“{}”", self.item.answer.label)];
        if poll.subgroup_of.is_some() {
            parts.push(poll.group_name());
        } else {
            parts.extend([poll.by_whom(), population, when].into_iter().flatten());
        }
        parts.extend(self.item.edition_words());
        parts.join(DOT)
    }

    /// The card beside it.
    pub(super) fn card(&self) -> card::Words {
        let answer = self.item.answer;
        let words = value_words(answer);
        let under = (answer.printed != words && !answer.printed.is_empty())
            .then(|| format!("printed as “{}”", answer.printed));
        card::Words { head: format!("{}: {words}", answer.label), under, details: self.details() }
    }

    /// What the card and a screen reader add, label and words, `None` for not stated.
    pub(super) fn details(&self) -> Vec<(&'static str, Option<String>)> {
        let (poll, question) = (self.item.poll, self.item.question);
        let of = |field: Option<&Disclosed<String>>| field.and_then(Disclosed::stated).cloned();
        vec![
            ("Interval", Some(self.interval_words())),
            (
                "Question",
                match &question.wording {
                    Wording::Exact(words) => Some(format!("“{words}”")),
                    Wording::Paraphrase(words) => Some(format!("{words} (paraphrased)")),
                    Wording::NotStated => None,
                },
            ),
            ("Asked by", of(poll.pollster.as_ref())),
            ("For", of(poll.commissioned_by.as_ref())),
            ("Of", of(poll.population.as_ref())),
            ("Base", question.base.words()),
            ("Sample", poll.sample_of(question).words()),
            ("When", poll.fieldwork_words()),
        ]
    }

    fn interval_words(&self) -> String {
        match &self.estimate {
            Ok(estimate) => {
                let (low, high) = (estimate.interval.low, estimate.interval.high);
                let trial = estimate.sample.assumed.map(|what_if| format!(", {}", what_if.label()));
                format!("{low:.1} to {high:.1}%{}", trial.unwrap_or_default())
            }
            Err(why) => format!("none: {why}"),
        }
    }
}

/// How many answered, as short as the sample allows, and whether it is a gap or a trial.
#[must_use]
pub fn sample_words(figure: &Figure<'_>) -> (String, bool) {
    if let Ok(estimate) = &figure.estimate {
        let people = estimate.sample.words();
        return match estimate.sample.assumed {
            None => (format!("n\u{a0}=\u{a0}{people}"), false),
            Some(what_if) => (what_if.label(), true),
        };
    }
    match &figure.estimate {
        Err(NoInterval::BaseIsAPart(_)) => ("n of this base not stated".to_owned(), true),
        Err(NoInterval::BaseSizeInDoubt(..)) => ("n of this base not certain".to_owned(), true),
        Err(NoInterval::BaseNotStated) => ("base not stated".to_owned(), true),
        _ => match figure.item.poll.sample_of(figure.item.question).labelled() {
            Some(words) => (words, false),
            None => ("n not stated".to_owned(), true),
        },
    }
}

/// A figure as a sentence: "Support for it, Support: 62%; 60.1 to 63.9%; NSPCC/YouGov, 2021".
#[must_use]
pub fn figure_sentence(figure: &Figure<'_>) -> String {
    let (item, (people, _)) = (&figure.item, sample_words(figure));
    let answer = crate::chart::sentence(item.answer);
    let interval = figure.estimate.as_ref().map_or_else(
        |why| format!("no interval, {why}"),
        |_| format!("interval {}, {people}", figure.interval_words()),
    );
    let title = item.question.title.trim_end_matches(['.', '?']);
    format!("{title}. {answer}; {interval}; {}", item.poll_words())
}
