//! Whether two figures come from the same people.

use super::Item;
use crate::poll::{Disclosed, Fieldwork, Poll, SampleSize};

/// How the people behind one figure stand to those behind another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        Respondents::PartAndWhole
    } else if same_briefing && wholes(a.poll).any(|id| wholes(b.poll).any(|other| other == id)) {
        Respondents::TwoParts
    } else if look_like_one_survey(a.poll, b.poll) {
        Respondents::PerhapsSame
    } else {
        Respondents::Separate
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
    let agree = |a: Option<&Disclosed<String>>, b: Option<&Disclosed<String>>| {
        let (a, b) = (a.and_then(Disclosed::stated), b.and_then(Disclosed::stated));
        a.is_some() && a == b
    };
    let dates = |poll: &Poll| matches!(poll.fieldwork, Some(Fieldwork::Dates(..)));
    agree(a.pollster.as_ref(), b.pollster.as_ref())
        && agree(a.population.as_ref(), b.population.as_ref())
        && dates(a)
        && a.fieldwork == b.fieldwork
        && matches!(a.sample_size, Some(SampleSize::Stated(_)))
        && a.sample_size == b.sample_size
}
