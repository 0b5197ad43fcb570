//! Years that stand in for what `hayagriva` cannot print as a date.
//!
//! It prints a year, a month and a day. Words in the place of a date ("circa 2019") it leaves out, and a
//! date that goes on into another year makes it panic. So where there is one of them, every reference gets
//! a year that stands for its own, in the same order; once all is printed, what it stands for is put
//! in its place.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Reference, When};
use crate::poll::dates::Date;

/// Numbers that are no years, and as large as `hayagriva` takes them.
const NUMBERS: std::ops::RangeInclusive<i16> = 10_000..=i16::MAX;

/// Which year stands for what; empty where none has to.
#[derive(Default)]
pub(super) struct StandIns {
    numbers: HashMap<Said, i16>,
    words: HashMap<i16, String>,
}

/// What is printed in the place of a year, in the order of a list.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Said {
    Years(i16, i16),
    Words(String),
}

impl Said {
    /// In the place of the year that something was published in.
    fn issued(when: &When) -> Said {
        match when {
            When::Dates(period) => Said::Years(period.first.year, period.last.year),
            When::AsWritten(written) => Said::Words(written.clone()),
        }
    }

    /// In the place of the whole date that something was read on, where it is not one day.
    fn accessed(when: &When) -> Option<Said> {
        when.beyond_a_date().map(Said::Words)
    }

    fn words(&self) -> String {
        match self {
            Said::Years(first, last) if first == last => first.to_string(),
            Said::Years(first, last) => format!("{first}–{last}"),
            Said::Words(words) => words.clone(),
        }
    }
}

impl StandIns {
    /// For what these references say.
    pub fn of(references: &[Reference]) -> StandIns {
        let issued = references.iter().filter_map(|reference| reference.issued.as_ref()).map(Said::issued);
        let accessed = references.iter().filter_map(|reference| Said::accessed(reference.accessed.as_ref()?));
        let said: BTreeSet<Said> = issued.chain(accessed).collect();
        let is_a_year = |said: &Said| matches!(said, Said::Years(first, last) if first == last);
        if said.iter().all(is_a_year) {
            return StandIns::default();
        }
        let taken = numbers_in(references);
        let free = NUMBERS.filter(|number| !taken.contains(number));
        // Beyond twenty thousand, what has no number has no date.
        let given: BTreeMap<Said, i16> = said.into_iter().zip(free).collect();
        StandIns {
            words: given.iter().map(|(said, number)| (*number, said.words())).collect(),
            numbers: given.into_iter().collect(),
        }
    }

    /// Year, month and day for `hayagriva` of what was published; `None` where it has no date.
    pub fn issued(&self, when: &When) -> Option<Vec<i16>> {
        let year = match self.numbers.get(&Said::issued(when)) {
            Some(number) => Some(*number),
            None if self.numbers.is_empty() => when.period().map(|period| period.first.year),
            None => None,
        }?;
        Some(
            std::iter::once(year)
                .chain(when.period().map(|period| rest(period.first, period.last)).unwrap_or_default())
                .collect(),
        )
    }

    /// The same of what was read.
    pub fn accessed(&self, when: &When) -> Option<Vec<i16>> {
        match Said::accessed(when) {
            Some(said) => self.numbers.get(&said).map(|number| vec![*number]),
            None => when.period().map(|period| {
                std::iter::once(period.first.year).chain(rest(period.first, period.last)).collect()
            }),
        }
    }

    /// Puts in its place what each number in a printed text stands for.
    pub fn resolve(&self, printed: &str) -> String {
        if self.words.is_empty() {
            return printed.to_owned();
        }
        let mut out = String::with_capacity(printed.len());
        let mut rest = printed;
        while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
            let length =
                rest[start..].find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len() - start);
            let (before, number) = (&rest[..start], &rest[start..start + length]);
            out.push_str(before);
            let words = number.parse().ok().and_then(|number: i16| self.words.get(&number));
            out.push_str(words.map_or(number, String::as_str));
            rest = &rest[start + length..];
        }
        out + rest
    }
}

/// Month and day, as far as both ends share them.
fn rest(first: Date, last: Date) -> Vec<i16> {
    if first.year != last.year || first.month != last.month {
        return Vec::new();
    }
    let day = first.day.filter(|_| first.day == last.day);
    [first.month, day].into_iter().map_while(|part| part.map(i16::from)).collect()
}

/// Numbers that stand in the references' own words.
fn numbers_in(references: &[Reference]) -> BTreeSet<i16> {
    let texts = references.iter().flat_map(|reference| {
        let dates = [&reference.issued, &reference.accessed].into_iter().flatten();
        let words = dates.filter_map(|when| match when {
            When::AsWritten(written) => Some(written.as_str()),
            When::Dates(_) => None,
        });
        let own = [&reference.title, &reference.url, &reference.genre].map(String::as_str);
        own.into_iter().chain(reference.author.as_deref()).chain(words).collect::<Vec<_>>()
    });
    let numbers = texts.flat_map(|text| text.split(|sign: char| !sign.is_ascii_digit()));
    numbers.filter_map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(issued: &str) -> Reference {
        Reference {
            issued: When::of(Some(&issued.to_owned())),
            ..Reference::alone("a", "Of 10000 people", 1)
        }
    }

    #[test]
    fn years_stand_for_themselves_where_they_can() {
        let references = [written("2021"), written("2021-04-19"), written("2021-04-19/2021-04-21")];
        let stand_ins = StandIns::of(&references);
        let parts: Vec<Option<Vec<i16>>> = references
            .iter()
            .map(|reference| stand_ins.issued(reference.issued.as_ref().expect("a date")))
            .collect();
        assert_eq!(parts, [Some(vec![2021]), Some(vec![2021, 4, 19]), Some(vec![2021, 4])]);
        assert_eq!(stand_ins.resolve("2021, of 10000"), "2021, of 10000");
    }

    #[test]
    fn what_is_no_year_has_one_that_stands_for_it_in_order() {
        let references =
            [written("circa 2019"), written("2021/2022"), written("2021"), written("2023-04-19")];
        let stand_ins = StandIns::of(&references);
        let parts = |index: usize| {
            stand_ins.issued(references[index].issued.as_ref().expect("a date")).expect("it has one")
        };
        assert!(parts(2)[0] < parts(1)[0] && parts(1)[0] < parts(3)[0] && parts(3)[0] < parts(0)[0]);
        assert!(parts(2)[0] > 10_000, "10000 is in a title");
        let printed =
            format!("10000; {}b, {}, {} and {}", parts(0)[0], parts(1)[0], parts(2)[0], parts(3)[0]);
        assert_eq!(stand_ins.resolve(&printed), "10000; circa 2019b, 2021–2022, 2021 and 2023");
        assert_eq!(parts(3)[1..], [4, 19]);
    }
}
