//! Whether two figures come from the same people.

use super::Item;
use crate::poll::dates::{day_span, spoken_span};
use crate::poll::{Disclosed, Fieldwork, Poll, SampleSize};
use crate::text::same_words;

/// How the people behind one figure stand to those behind another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Respondents {
    /// The figure itself, twice.
    SameFigure,
    /// The figure as two editions of its briefing give it.
    TwoEditions,
    /// Two answers to one question.
    SameQuestion,
    /// Two questions of one poll.
    SamePoll,
    /// A group and the whole it is part of.
    PartAndWhole,
    /// Two groups of one poll, which may share people ("women", "under 30") or not (two regions).
    TwoParts,
    /// Two polls that state the same of themselves: they may be one survey, told twice.
    PerhapsSame,
    /// Two waves that were asked in part on the same days, which are named: a rolling poll.
    SharedDays(String),
    /// Two waves whose fieldwork is stated in the same words.
    SameTime(String),
    /// Two waves of one poll, and whether they share days is not stated.
    PerhapsSharedDays,
    /// Two polls.
    Separate,
}

/// How the people behind `a` stand to those behind `b`.
pub fn respondents(a: &Item<'_>, b: &Item<'_>) -> Respondents {
    let same_briefing = a.briefing == b.briefing;
    if same_briefing && a.poll.id == b.poll.id {
        return match (a.question.id == b.question.id, a.answer.id == b.answer.id) {
            (true, true) if !a.shares_edition(b) => Respondents::TwoEditions,
            (true, true) => Respondents::SameFigure,
            (true, false) => Respondents::SameQuestion,
            (false, _) => Respondents::SamePoll,
        };
    }
    let is_part = |part: &Poll, whole: &Poll| wholes(part).any(|id| *id == whole.id);
    if same_briefing && (is_part(a.poll, b.poll) || is_part(b.poll, a.poll)) {
        return Respondents::PartAndWhole;
    }
    if same_briefing && wholes(a.poll).any(|id| wholes(b.poll).any(|other| other == id)) {
        return Respondents::TwoParts;
    }
    if look_like_one_survey(a.poll, b.poll) {
        return Respondents::PerhapsSame;
    }
    let are_waves = same_briefing && series(a.poll) == series(b.poll);
    match time_shared(a.poll, b.poll) {
        // "Women" of one wave and "men" of the next.
        Some(_) if are_waves && are_other_groups(a.poll, b.poll) => Respondents::TwoParts,
        Some(shared) if are_waves || look_like_waves(a.poll, b.poll) => shared,
        None if are_waves && !surely_apart(a.poll, b.poll) => Respondents::PerhapsSharedDays,
        _ => Respondents::Separate,
    }
}

/// The poll that waves are waves of; a poll without waves is its own.
fn series(poll: &Poll) -> &String {
    poll.wave_of.as_ref().unwrap_or_else(|| survey(poll))
}

/// The time that both state, as far as they surely share it.
fn time_shared(a: &Poll, b: &Poll) -> Option<Respondents> {
    match (a.fieldwork.as_ref()?, b.fieldwork.as_ref()?) {
        (Fieldwork::Dates(a_first, a_last), Fieldwork::Dates(b_first, b_last)) => {
            let is_same = (a_first, a_last) == (b_first, b_last);
            let to_the_day = [a_first, a_last, b_first, b_last].iter().all(|date| is_a_day(date));
            let ((a_from, a_to), (b_from, b_to)) = (day_span(a_first, a_last)?, day_span(b_first, b_last)?);
            let overlap = a_from <= b_to && b_from <= a_to;
            if !overlap || !is_same && !to_the_day {
                return None;
            }
            let first = if a_from < b_from { b_first } else { a_first };
            let last = if a_to < b_to { a_last } else { b_last };
            Some(Respondents::SharedDays(spoken_span(first, last)))
        }
        (Fieldwork::Described(a), Fieldwork::Described(b)) => {
            same_words(a, b).then(|| Respondents::SameTime(a.clone()))
        }
        _ => None,
    }
}

/// Whether both state dates that lie apart.
fn surely_apart(a: &Poll, b: &Poll) -> bool {
    match (&a.fieldwork, &b.fieldwork) {
        (Some(Fieldwork::Dates(a_first, a_last)), Some(Fieldwork::Dates(b_first, b_last))) => {
            match (day_span(a_first, a_last), day_span(b_first, b_last)) {
                (Some((a_from, a_to)), Some((b_from, b_to))) => a_to < b_from || b_to < a_from,
                _ => false,
            }
        }
        _ => false,
    }
}

fn is_a_day(date: &str) -> bool {
    date.len() == "2021-03-01".len()
}

/// Whether both are groups, and are not called the same.
fn are_other_groups(a: &Poll, b: &Poll) -> bool {
    let is_group = |poll: &Poll| poll.subgroup_of.is_some();
    is_group(a) && is_group(b) && !agree(a.population.as_ref(), b.population.as_ref())
}

/// One pollster who asked the same population may have asked in a rolling poll.
fn look_like_waves(a: &Poll, b: &Poll) -> bool {
    agree(a.pollster.as_ref(), b.pollster.as_ref()) && agree(a.population.as_ref(), b.population.as_ref())
}

/// Whether both state the same.
fn agree(a: Option<&Disclosed<String>>, b: Option<&Disclosed<String>>) -> bool {
    match (a.and_then(Disclosed::stated), b.and_then(Disclosed::stated)) {
        (Some(a), Some(b)) => same_words(a, b),
        _ => false,
    }
}

/// The polls that one is part of, the nearest first.
fn wholes(poll: &Poll) -> impl Iterator<Item = &String> {
    poll.subgroup_of.iter().chain(&poll.further_wholes)
}

/// The survey that a poll was asked in, by the id of the whole that it is part of.
#[must_use]
pub fn survey(poll: &Poll) -> &String {
    wholes(poll).last().unwrap_or(&poll.id)
}

/// Briefings, or a briefing, may tell of one survey twice. Only what both state can show it.
fn look_like_one_survey(a: &Poll, b: &Poll) -> bool {
    let dates = |poll: &Poll| matches!(poll.fieldwork, Some(Fieldwork::Dates(..)));
    agree(a.pollster.as_ref(), b.pollster.as_ref())
        && agree(a.population.as_ref(), b.population.as_ref())
        && dates(a)
        && a.fieldwork == b.fieldwork
        && matches!(a.sample_size, Some(SampleSize::Stated(_)))
        && a.sample_size == b.sample_size
}
