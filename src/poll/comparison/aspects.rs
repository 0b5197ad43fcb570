//! Can these be compared? What the figures share, what they do not, and what nobody says.

use super::Item;
use super::respondents::survey;
use crate::poll::{Answer, AnswerKind, Base, Choice, Disclosed, Fieldwork, Question, Sum, Wording};
use crate::text::{compared, same_words};

/// One thing that should be the same where figures are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspect {
    /// "wording", "population", …
    pub name: &'static str,
    /// Whether it is the same in all figures.
    pub status: Status,
    /// What it is in each figure, in their order; `None` where it is not stated.
    pub values: Vec<Option<String>>,
}

/// Whether something is the same in all figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In all of them.
    Same,
    /// At least two differ.
    Different,
    /// No two are known to differ, but it is not stated (or not exactly) everywhere.
    Unknown,
}

impl Status {
    /// "same", "different", "unknown"
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Status::Same => "same",
            Status::Different => "different",
            Status::Unknown => "unknown",
        }
    }
}

/// The list, for at least two figures.
pub fn aspects(items: &[Item<'_>]) -> Vec<Aspect> {
    let aspect = |name, words: fn(&Item<'_>) -> Option<String>, two: fn(&Item<'_>, &Item<'_>) -> Status| {
        Aspect { name, status: of_all(items, two), values: items.iter().map(words).collect() }
    };
    vec![
        aspect("wording", wording, same_wording),
        aspect("population", population, same_population),
        aspect("base", |item| item.question.base.words(), same_base),
        aspect("mode", mode, |a, b| of_survey(a, b, mode)),
        aspect("dates", |item| item.poll.fieldwork_words(), same_dates),
        aspect("answer options", options, same_options),
        aspect("answer", |item| Some(item.answer.label.clone()), same_answer),
        aspect("asked for by", client, |a, b| of_survey(a, b, client)),
    ]
}

/// One pair that differs is enough; one that is unknown leaves it open.
fn of_all(items: &[Item<'_>], two: fn(&Item<'_>, &Item<'_>) -> Status) -> Status {
    let mut all = Status::Same;
    for (index, a) in items.iter().enumerate() {
        for b in &items[index + 1..] {
            match two(a, b) {
                Status::Different => return Status::Different,
                Status::Unknown => all = Status::Unknown,
                Status::Same => {}
            }
        }
    }
    all
}

fn same_poll(a: &Item<'_>, b: &Item<'_>) -> bool {
    a.briefing == b.briefing && a.poll.id == b.poll.id
}

fn same_question(a: &Item<'_>, b: &Item<'_>) -> bool {
    same_poll(a, b) && a.question.id == b.question.id
}

/// Groups of one poll were asked together.
fn same_survey(a: &Item<'_>, b: &Item<'_>) -> bool {
    a.briefing == b.briefing && survey(a.poll) == survey(b.poll)
}

/// One survey has one mode and one client, even where they are not stated.
fn of_survey(a: &Item<'_>, b: &Item<'_>, words: fn(&Item<'_>) -> Option<String>) -> Status {
    match words_agree(words(a), words(b)) {
        Status::Unknown if same_survey(a, b) => Status::Same,
        status => status,
    }
}

fn same_population(a: &Item<'_>, b: &Item<'_>) -> Status {
    match words_agree(population(a), population(b)) {
        Status::Unknown if same_poll(a, b) => Status::Same,
        status => status,
    }
}

fn words_agree(a: Option<String>, b: Option<String>) -> Status {
    match (a, b) {
        (Some(a), Some(b)) if same_words(&a, &b) => Status::Same,
        (Some(_), Some(_)) => Status::Different,
        _ => Status::Unknown,
    }
}

fn stated(field: Option<&Disclosed<String>>) -> Option<String> {
    field.and_then(Disclosed::stated).cloned()
}

fn population(item: &Item<'_>) -> Option<String> {
    stated(item.poll.population.as_ref())
}

fn mode(item: &Item<'_>) -> Option<String> {
    stated(item.poll.mode.as_ref())
}

fn client(item: &Item<'_>) -> Option<String> {
    stated(item.poll.commissioned_by.as_ref())
}

fn wording(item: &Item<'_>) -> Option<String> {
    match &item.question.wording {
        Wording::Exact(words) => Some(words.clone()),
        Wording::Paraphrase(words) => Some(format!("as the source retells it: {words}")),
        Wording::NotStated => None,
    }
}

/// Two retellings that agree, or do not, say nothing certain of the wordings. But no survey asks one
/// question twice: two of its questions are worded differently, and its groups were asked the same.
fn same_wording(a: &Item<'_>, b: &Item<'_>) -> Status {
    let same_id = a.question.id == b.question.id;
    match (&a.question.wording, &b.question.wording) {
        _ if same_survey(a, b) && same_id => of_survey(a, b, wording),
        _ if same_poll(a, b) => Status::Different,
        (Wording::Exact(a), Wording::Exact(b)) => words_agree(Some(a.clone()), Some(b.clone())),
        _ => Status::Unknown,
    }
}

fn same_base(a: &Item<'_>, b: &Item<'_>) -> Status {
    match (&a.question.base, &b.question.base) {
        (a_base, b_base) if same_question(a, b) && a_base == b_base => Status::Same,
        (Base::NotStated, _) | (_, Base::NotStated) => Status::Unknown,
        (a, b) if a.is_like(b) => Status::Same,
        _ => Status::Different,
    }
}

fn same_dates(a: &Item<'_>, b: &Item<'_>) -> Status {
    match (&a.poll.fieldwork, &b.poll.fieldwork) {
        (Some(Fieldwork::Dates(a_from, a_to)), Some(Fieldwork::Dates(b_from, b_to))) => {
            let to_the_day = [a_from, a_to, b_from, b_to].iter().all(|date| date.len() == "2021-03-01".len());
            if (same_poll(a, b) || to_the_day) && (a_from, a_to) == (b_from, b_to) {
                Status::Same
            } else if to_the_day || before(a_to, b_from) || before(b_to, a_from) {
                Status::Different
            } else {
                Status::Unknown
            }
        }
        _ if same_survey(a, b) => Status::Same,
        _ => Status::Unknown,
    }
}

/// Whether one date is surely before another, as exact as both are: "2021-03" is before "2021-04-02"
/// but not before "2021-03-31".
fn before(earlier: &str, later: &str) -> bool {
    earlier.bytes().zip(later.bytes()).find(|(a, b)| a != b).is_some_and(|(a, b)| a < b)
}

fn options(item: &Item<'_>) -> Option<String> {
    let labels: Vec<&str> = positions(item.question).map(|answer| answer.label.as_str()).collect();
    let rest = match (item.question.choice, rest(item.question)) {
        (Choice::Many, _) => " (several could be chosen)",
        (Choice::One, Rest::Nothing) => "",
        (Choice::One, Rest::Something) => " (others are not reported)",
        (Choice::One, Rest::Unknown) => " (there may be others)",
    };
    (!labels.is_empty()).then(|| labels.join("; ") + rest)
}

/// Where not all options are reported, those that are say nothing certain of the rest.
fn same_options(a: &Item<'_>, b: &Item<'_>) -> Status {
    if same_question(a, b) && a.shares_edition(b) {
        return Status::Same;
    }
    if a.question.choice != b.question.choice {
        return Status::Different;
    }
    let is_whole = |question| rest(question) == Rest::Nothing;
    if !is_whole(a.question) || !is_whole(b.question) {
        return Status::Unknown;
    }
    let labels = |question: &Question| {
        let mut labels: Vec<String> = positions(question).map(|answer| compared(&answer.label)).collect();
        labels.sort();
        labels
    };
    if labels(a.question) == labels(b.question) { Status::Same } else { Status::Different }
}

/// "Support" and "against" are both first answers, and no share of one is a share of the other.
/// Whether "support" and "in favour" mean the same is left to the reader.
pub fn same_answer(a: &Item<'_>, b: &Item<'_>) -> Status {
    words_agree(Some(a.answer.label.clone()), Some(b.answer.label.clone()))
}

/// The answers that people could give: not the sums of them.
fn positions(question: &Question) -> impl Iterator<Item = &Answer> {
    question.answers.iter().filter(|answer| !matches!(answer.kind, AnswerKind::Net(_)))
}

/// What there was besides the answers that are reported.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    Nothing,
    Something,
    Unknown,
}

/// Numbers of one choice make up a hundred, rounding set aside; words tell nothing of the rest.
fn rest(question: &Question) -> Rest {
    let mut parts = positions(question).peekable();
    if parts.peek().is_none() || !parts.all(|answer| answer.value.exact().is_some()) {
        return Rest::Unknown;
    }
    match question.sum() {
        Sum::Free => Rest::Unknown,
        Sum::Whole | Sum::Over(_) => Rest::Nothing,
        Sum::Short(_) => Rest::Something,
    }
}
