//! In which order figures stand.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::Item;
use crate::poll::Fieldwork;

/// What figures are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Order {
    /// As they were chosen.
    #[default]
    Chosen,
    /// The earliest fieldwork first; those without dates last.
    Date,
    /// The largest first, by the middle of its bounds; those without a value last.
    Value,
    /// By the question's title.
    Name,
}

impl Order {
    /// All of them, in the order they are offered.
    pub const ALL: [Order; 4] = [Order::Chosen, Order::Date, Order::Value, Order::Name];

    /// A word for buttons.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Order::Chosen => "As chosen",
            Order::Date => "Date",
            Order::Value => "Value",
            Order::Name => "Name",
        }
    }

    /// Puts things into this order by the figure of each; those that are alike keep theirs.
    pub fn sort<'a, T>(self, things: &mut [T], figure: impl Fn(&T) -> Item<'a>) {
        match self {
            Order::Chosen => {}
            Order::Date => {
                things.sort_by(|a, b| missing_last(date(figure(a)), date(figure(b)), Ord::cmp));
            }
            Order::Value => things
                .sort_by(|a, b| missing_last(middle(figure(a)), middle(figure(b)), |a, b| b.total_cmp(a))),
            Order::Name => things.sort_by_key(|thing| figure(thing).question.title.to_lowercase()),
        }
    }
}

fn date(figure: Item<'_>) -> Option<&str> {
    match &figure.poll.fieldwork {
        Some(Fieldwork::Dates(first, _)) => Some(first),
        _ => None,
    }
}

fn middle(figure: Item<'_>) -> Option<f64> {
    figure.answer.value.bounds().map(|bounds| f64::midpoint(bounds.low, bounds.high))
}

fn missing_last<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::{Answer, Poll, Question, Reported};

    #[test]
    fn what_has_no_date_or_no_value_comes_last() {
        let poll = |dates: Option<&str>| Poll {
            fieldwork: dates.map(|day| Fieldwork::Dates(day.to_owned(), day.to_owned())),
            ..Poll::default()
        };
        let polls = [poll(None), poll(Some("2023-05")), poll(Some("2021-03-01"))];
        let answer = |value| Answer { value, ..Answer::default() };
        let answers =
            [answer(Reported::Percent(5.0)), answer(Reported::NotReported), answer(Reported::MoreThan(50.0))];
        let question = Question::default();
        let items: Vec<Item<'_>> = polls
            .iter()
            .zip(&answers)
            .map(|(poll, answer)| Item { briefing: "b", edition: None, poll, question: &question, answer })
            .collect();
        let sorted = |order: Order| {
            let mut places: Vec<usize> = (0..3).collect();
            order.sort(&mut places, |place| items[*place]);
            places
        };
        assert_eq!(sorted(Order::Chosen), [0, 1, 2]);
        assert_eq!(sorted(Order::Date), [2, 1, 0]);
        assert_eq!(sorted(Order::Value), [2, 0, 1]);
    }
}
