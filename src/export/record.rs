//! Tidy records: an answer, its bounds, and all that the poll discloses.

use crate::bundle::Source;
use crate::poll::{
    Answer, AnswerKind, Base, BaseSize, Choice, Disclosed, Fieldwork, Poll, Question, Reported, SampleSize,
    Wording,
};

/// An answer with all that it is of.
#[derive(Clone, Copy, Debug)]
pub struct Record<'r> {
    /// The briefing's id.
    pub briefing: &'r str,
    /// The poll.
    pub poll: &'r Poll,
    /// The question.
    pub question: &'r Question,
    /// The answer.
    pub answer: &'r Answer,
    /// Where it was read.
    pub source: Option<&'r Source>,
}

/// What a source that was read does not say.
const NOT_STATED: &str = "not stated";

type Cell = fn(&Record<'_>) -> String;

/// The columns of the records. Numbers stand alone in theirs; where a number is not known its cell
/// is empty, and the words beside it say why.
const COLUMNS: [(&str, Cell); 32] = [
    ("briefing", |row| row.briefing.to_owned()),
    ("poll", |row| row.poll.id.clone()),
    ("subgroup_of", |row| row.poll.subgroup_of.clone().unwrap_or_default()),
    ("question", |row| row.question.id.clone()),
    ("title", |row| row.question.title.clone()),
    ("wording", |row| match &row.question.wording {
        Wording::Exact(words) | Wording::Paraphrase(words) => words.clone(),
        Wording::NotStated => NOT_STATED.to_owned(),
    }),
    ("wording_is", |row| {
        match row.question.wording {
            Wording::Exact(_) => "exact",
            Wording::Paraphrase(_) => "paraphrased",
            Wording::NotStated => NOT_STATED,
        }
        .to_owned()
    }),
    ("answers_each", |row| {
        match row.question.choice {
            Choice::One => "one",
            Choice::Many => "several",
        }
        .to_owned()
    }),
    ("answer", |row| row.answer.id.clone()),
    ("label", |row| row.answer.label.clone()),
    ("kind", |row| {
        match row.answer.kind {
            AnswerKind::Position => "position",
            AnswerKind::Neutral => "neutral",
            AnswerKind::DontKnow => "don't know",
            AnswerKind::Net(_) => "sum",
        }
        .to_owned()
    }),
    ("sum_of", |row| match &row.answer.kind {
        AnswerKind::Net(parts) => parts.join(" "),
        _ => String::new(),
    }),
    ("printed", |row| row.answer.printed.clone()),
    ("reported_as", |row| reported(row.answer.value).to_owned()),
    ("low_percent", |row| percent(row.answer.value.bounds().map(|bounds| bounds.low))),
    ("high_percent", |row| percent(row.answer.value.bounds().map(|bounds| bounds.high))),
    ("pollster", |row| stated(row.poll.pollster.as_ref())),
    ("commissioned_by", |row| stated(row.poll.commissioned_by.as_ref())),
    ("n", |row| match row.poll.sample_size {
        Some(SampleSize::Stated(people)) => people.to_string(),
        _ => String::new(),
    }),
    ("sample_size", |row| {
        row.poll.sample_size.and_then(SampleSize::words).unwrap_or_else(|| NOT_STATED.to_owned())
    }),
    ("population", |row| stated(row.poll.population.as_ref())),
    ("base", |row| match &row.question.base {
        Base::NotStated => NOT_STATED.to_owned(),
        base => base.words().unwrap_or_default(),
    }),
    ("base_n", |row| match row.size().n {
        Some(SampleSize::Stated(people)) => people.to_string(),
        _ => String::new(),
    }),
    ("base_weighted_n", |row| row.size().weighted.map_or_else(String::new, |people| people.to_string())),
    ("base_effective_n", |row| row.size().effective.map_or_else(String::new, |people| people.to_string())),
    ("fieldwork_from", |row| day(row.poll, true)),
    ("fieldwork_to", |row| day(row.poll, false)),
    ("fieldwork", |row| row.poll.fieldwork_words().unwrap_or_else(|| NOT_STATED.to_owned())),
    ("mode", |row| stated(row.poll.mode.as_ref())),
    ("weighting", |row| stated(row.poll.weighting.as_ref())),
    ("source", |row| row.source.map_or_else(|| NOT_STATED.to_owned(), |source| source.title.clone())),
    ("source_address", |row| row.address().unwrap_or(NOT_STATED).to_owned()),
];

impl<'r> Record<'r> {
    /// What the cells hold.
    #[must_use]
    pub fn columns() -> Vec<String> {
        COLUMNS.map(|(name, _)| name.to_owned()).to_vec()
    }

    /// The record's cells.
    #[must_use]
    pub fn cells(&self) -> Vec<String> {
        COLUMNS.map(|(_, cell)| cell(self)).to_vec()
    }

    /// How many the percentages are of.
    fn size(&self) -> BaseSize {
        self.poll.base_size(self.question)
    }

    fn address(&self) -> Option<&'r str> {
        self.source.map(|source| source.url.as_str()).filter(|url| !url.is_empty())
    }
}

fn stated(field: Option<&Disclosed<String>>) -> String {
    field.and_then(Disclosed::stated).cloned().unwrap_or_else(|| NOT_STATED.to_owned())
}

/// As exact as the source is; empty where it gives no dates.
fn day(poll: &Poll, first: bool) -> String {
    match &poll.fieldwork {
        Some(Fieldwork::Dates(from, to)) => if first { from } else { to }.clone(),
        _ => String::new(),
    }
}

/// Six decimals at most: differences of binary fractions are a hair off.
fn percent(bound: Option<f64>) -> String {
    bound.map_or_else(String::new, |bound| ((bound * 1e6).round() / 1e6).to_string())
}

/// What the bounds come from.
fn reported(value: Reported) -> &'static str {
    match value {
        Reported::Percent(_) => "percent",
        Reported::About(_) => "about",
        Reported::MoreThan(_) => "more than",
        Reported::LessThan(_) => "less than",
        Reported::JustUnder(_) => "just under",
        Reported::JustOver(_) => "just over",
        Reported::Between(..) => "between",
        Reported::NotReported => "not reported",
    }
}
