//! Shares over time: a mark for each poll, its fieldwork as a level line, its interval as a band. The
//! model is made once and drawn often; what falls on one column of pixels is drawn once.

mod axis;
mod crowd;
mod draw;
mod hover;
mod pointing;
mod print;
mod thin;

use std::collections::HashMap;

use crate::poll::comparison::Item;
use crate::poll::dates::day_span;
use crate::poll::stats::{Estimate, NoInterval};
use crate::poll::{Disclosed, Fieldwork};
use crate::text::counted;

pub use draw::{plain_card, show};
pub use pointing::About;
pub use print::print;

/// A figure in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The first and the last day of its fieldwork, in days since 1970-01-01.
    pub days: (f64, f64),
    /// Its share, percent; the middle of its bounds where it is not one number.
    pub percent: f64,
    /// Its interval, or the bounds that its words leave; percent.
    pub ends: (f64, f64),
    /// Whether the ends are an interval.
    pub has_interval: bool,
    /// Whether the interval rests on a sample size that is only tried.
    pub is_trial: bool,
    /// Whether words leave the share open anywhere between the ends.
    pub is_open: bool,
    /// Its place among the figures that the tracker was made of.
    pub figure: usize,
}

impl Point {
    /// The middle of its fieldwork.
    #[must_use]
    pub fn day(&self) -> f64 {
        f64::midpoint(self.days.0, self.days.1)
    }
}

/// Points of one answer of one population.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is of.
    pub name: String,
    /// By the middle of their fieldwork.
    pub points: Vec<Point>,
}

/// All series, and what could not be placed in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tracker {
    /// In the order of their first figures.
    pub series: Vec<Series>,
    /// Figures without dates, or with dates that end before they begin.
    pub without_dates: usize,
    /// Figures without a value.
    pub without_values: usize,
    /// The answer that all series are of, where their names leave it out.
    answer: Option<String>,
    /// Tells this model from others that were drawn in its place.
    mark: u64,
}

impl Tracker {
    /// A tracker of figures.
    #[must_use]
    pub fn of<'a>(figures: impl Iterator<Item = (Item<'a>, Result<Estimate, NoInterval>)>) -> Tracker {
        let mut tracker = Tracker::default();
        let figures: Vec<_> = figures.collect();
        let names = Names::of(&figures.iter().map(|(item, _)| *item).collect::<Vec<_>>());
        let first = figures.first().map(|(item, _)| item.answer.label.clone());
        tracker.answer = first.filter(|_| !names.names_answers());
        for (index, (item, estimate)) in figures.into_iter().enumerate() {
            let Some(bounds) = item.answer.value.bounds() else {
                tracker.without_values += 1;
                continue;
            };
            let days = match &item.poll.fieldwork {
                Some(Fieldwork::Dates(first, last)) => day_span(first, last),
                _ => None,
            };
            let Some((first, last)) = days else {
                tracker.without_dates += 1;
                continue;
            };
            let interval = estimate.as_ref().ok().map(|found| (found.interval.low, found.interval.high));
            let point = Point {
                days: (first as f64, last as f64 + 1.0),
                percent: f64::midpoint(bounds.low, bounds.high),
                ends: interval.unwrap_or((bounds.low, bounds.high)),
                has_interval: interval.is_some(),
                is_trial: estimate.as_ref().is_ok_and(|found| found.sample.assumed.is_some()),
                is_open: item.answer.value.exact().is_none(),
                figure: index,
            };
            tracker.put(&names.of_item(item), point);
        }
        tracker.settle();
        tracker
    }

    /// A tracker of points that are there already.
    #[must_use]
    pub fn with(series: Vec<Series>) -> Tracker {
        let mut tracker = Tracker { series, ..Tracker::default() };
        tracker.settle();
        tracker
    }

    /// The answer that all of it is of, where the series' names leave it out.
    #[must_use]
    pub fn answer(&self) -> Option<&str> {
        self.answer.as_deref()
    }

    /// How many points there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.series.iter().map(|series| series.points.len()).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first and the last day; `None` where nothing has dates.
    #[must_use]
    pub fn days(&self) -> Option<(f64, f64)> {
        let points = || self.series.iter().flat_map(|series| &series.points);
        let first = points().map(|point| point.days.0).reduce(f64::min)?;
        let last = points().map(|point| point.days.1).reduce(f64::max)?;
        Some((first, last))
    }

    /// What had to be left out, as a sentence.
    #[must_use]
    pub fn left_out(&self) -> Option<String> {
        let parts: Vec<String> = [
            (self.without_dates, "without dates that can be used"),
            (self.without_values, "without a value"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, why)| format!("{} {why}", counted(count, "figure")))
        .collect();
        (!parts.is_empty()).then(|| format!("Left out: {}.", parts.join(", ")))
    }

    fn put(&mut self, name: &str, point: Point) {
        match self.series.iter_mut().find(|series| series.name == name) {
            Some(series) => series.points.push(point),
            None => self.series.push(Series { name: name.to_owned(), points: vec![point] }),
        }
    }

    fn settle(&mut self) {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        for series in &mut self.series {
            series.points.sort_by(|a, b| a.day().total_cmp(&b.day()));
            series.name.hash(&mut hasher);
            for point in &series.points {
                point.day().to_bits().hash(&mut hasher);
                point.percent.to_bits().hash(&mut hasher);
                point.ends.0.to_bits().hash(&mut hasher);
                point.ends.1.to_bits().hash(&mut hasher);
                point.is_trial.hash(&mut hasher);
            }
        }
        self.mark = hasher.finish();
    }
}

/// What series are told apart by: of question, answer, population and base those that there are several
/// of. One series is of one question, as far as a poll that asked several tells them apart.
struct Names(Vec<Part>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Question,
    Answer,
    Population,
    Base,
}

impl Part {
    fn of(self, item: Item<'_>) -> String {
        match self {
            Part::Question => item.question.title.clone(),
            Part::Answer => item.answer.label.clone(),
            Part::Population => population(item).unwrap_or("population not stated").to_owned(),
            Part::Base => item.question.base.words().unwrap_or_else(|| "base not stated".to_owned()),
        }
    }
}

impl Names {
    fn of(items: &[Item<'_>]) -> Names {
        let several = |part: &Part| match part {
            Part::Question => asked_several(items),
            _ => items.iter().any(|item| part.of(*item) != part.of(items[0])),
        };
        let parts = [Part::Question, Part::Answer, Part::Population, Part::Base];
        let mut told: Vec<Part> = parts.into_iter().filter(several).collect();
        // A base alone is no name.
        if told.iter().all(|part| *part == Part::Base) {
            told.insert(0, Part::Answer);
        }
        Names(told)
    }

    fn names_answers(&self) -> bool {
        self.0.contains(&Part::Answer)
    }

    fn of_item(&self, item: Item<'_>) -> String {
        let parts: Vec<String> = self.0.iter().map(|part| part.of(item)).collect();
        parts.join(", ")
    }
}

/// Whether some poll asked several questions that are answered alike.
fn asked_several(items: &[Item<'_>]) -> bool {
    let mut asked: HashMap<_, &str> = HashMap::new();
    items.iter().any(|item| {
        let edition = item.edition.map(|edition| edition.number);
        let figure = (item.briefing, edition, &item.poll.id, &item.answer.label);
        *asked.entry(figure).or_insert(&item.question.id) != item.question.id
    })
}

fn population(item: Item<'_>) -> Option<&str> {
    item.poll.population.as_ref().and_then(Disclosed::stated).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::comparison::Settings;
    use crate::poll::stats::WhatIf;
    use crate::poll::{Answer, Base, Poll, Question, Reported, SampleSize};

    fn tracker(dates: &[Option<(&str, &str)>], value: Reported) -> Tracker {
        let polls: Vec<Poll> = dates
            .iter()
            .map(|dates| Poll {
                sample_size: Some(SampleSize::Stated(1000)),
                fieldwork: dates.map(|(from, to)| Fieldwork::Dates(from.to_owned(), to.to_owned())),
                ..Poll::default()
            })
            .collect();
        let answer = Answer { value, label: "Yes".to_owned(), ..Answer::default() };
        let question = Question { base: Base::All, answers: vec![answer], ..Question::default() };
        let item = |poll| Item {
            briefing: "b",
            edition: None,
            poll,
            question: &question,
            answer: &question.answers[0],
        };
        Tracker::of(polls.iter().map(|poll| (item(poll), item(poll).estimate(&Settings::default()))))
    }

    #[test]
    fn figures_stand_in_time_as_exact_as_their_dates() {
        let found = tracker(
            &[Some(("2021-03", "2021-03")), Some(("2021-01-01", "2021-01-03"))],
            Reported::Percent(60.0),
        );
        let points = &found.series[0].points;
        assert_eq!(points.len(), 2);
        assert_eq!(
            (points[0].figure, (points[0].days.1 - points[0].days.0).round() as i64),
            (1, 3),
            "in order of time"
        );
        let days = |point: &Point| (point.days.1 - point.days.0).round() as i64;
        assert_eq!(days(&points[1]), 31, "a month is as long as it is");
        assert!(points[0].has_interval && points[0].ends.0 < 60.0 && points[0].ends.1 > 60.0);
    }

    #[test]
    fn what_has_no_date_or_ends_before_it_begins_is_counted_and_left_out() {
        let odd = [None, Some(("2021-03-05", "2021-03-01")), Some(("soon", "later")), Some(("2021", "2021"))];
        let found = tracker(&odd, Reported::Percent(60.0));
        assert_eq!((found.len(), found.without_dates), (1, 3));
        assert_eq!(found.left_out().unwrap(), "Left out: 3 figures without dates that can be used.");
        let none = tracker(&[Some(("2021", "2021"))], Reported::NotReported);
        assert_eq!(none.left_out().unwrap(), "Left out: 1 figure without a value.");
    }

    #[test]
    fn a_point_knows_that_its_interval_is_only_tried() {
        let poll = Poll {
            fieldwork: Some(Fieldwork::Dates("2021".to_owned(), "2021".to_owned())),
            ..Poll::default()
        };
        let answer = Answer { value: Reported::Percent(60.0), ..Answer::default() };
        let question = Question { base: Base::All, answers: vec![answer], ..Question::default() };
        let item = Item {
            briefing: "b",
            edition: None,
            poll: &poll,
            question: &question,
            answer: &question.answers[0],
        };
        let tried = Settings { what_if: WhatIf::new(1000), ..Settings::default() };
        let point =
            |settings| Tracker::of(std::iter::once((item, item.estimate(&settings)))).series[0].points[0];
        assert!(!point(Settings::default()).has_interval && !point(Settings::default()).is_trial);
        assert!(point(tried).has_interval && point(tried).is_trial);
    }

    #[test]
    fn a_series_is_of_one_base_and_of_one_question_of_a_poll() {
        let dated = |id: &str| Poll {
            id: id.to_owned(),
            fieldwork: Some(Fieldwork::Dates("2021".to_owned(), "2021".to_owned())),
            ..Poll::default()
        };
        let asked = |id: &str, base: Base| {
            let answer =
                Answer { value: Reported::Percent(60.0), label: "Yes".to_owned(), ..Answer::default() };
            Question {
                id: id.to_owned(),
                title: id.to_owned(),
                base,
                answers: vec![answer],
                ..Question::default()
            }
        };
        let (one, other) = (dated("a"), dated("b"));
        let plain = asked("plain", Base::All);
        let names = |figures: &[(&Poll, &Question)]| {
            let items = figures.iter().map(|(poll, question)| {
                let item =
                    Item { briefing: "b", edition: None, poll, question, answer: &question.answers[0] };
                (item, item.estimate(&Settings::default()))
            });
            Tracker::of(items).series.into_iter().map(|series| series.name).collect::<Vec<_>>()
        };
        assert_eq!(names(&[(&one, &plain), (&other, &plain)]), ["Yes"]);
        let part = asked("plain", Base::Described("those with an opinion".to_owned()));
        assert_eq!(
            names(&[(&one, &plain), (&other, &part)]),
            ["Yes, everybody asked", "Yes, those with an opinion"]
        );
        let second = asked("if it were dearer", Base::All);
        assert_eq!(names(&[(&one, &plain), (&one, &second)]), ["plain", "if it were dearer"]);
    }

    #[test]
    fn words_keep_their_bounds_and_have_no_interval() {
        let found = tracker(&[Some(("2021", "2021"))], Reported::MoreThan(50.0));
        let point = found.series[0].points[0];
        assert_eq!((point.ends, point.has_interval), ((50.0, 100.0), false));
    }
}
