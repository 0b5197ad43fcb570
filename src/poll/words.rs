//! What a poll discloses, in words for cards, charts and tables. `None` is "not stated".

use super::dates::spoken_span;
use super::printed::{Printed, is_mark};
use super::{Answer, Base, Disclosed, Fieldwork, Poll, Reported, SampleSize};
use crate::text::compared;

impl Poll {
    /// The poll's short name: its title, or pollster and client where it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.title.is_empty() { &self.id } else { &self.title }
    }

    /// Its name, with the group that it is of where its name does not say so.
    #[must_use]
    pub fn group_name(&self) -> String {
        let name = self.name();
        let whom =
            self.population.as_ref().and_then(Disclosed::stated).filter(|_| self.subgroup_of.is_some());
        match whom.filter(|whom| !names_group(name, whom)) {
            Some(whom) => format!("{name}: {whom}"),
            None => name.to_owned(),
        }
    }

    /// When people were asked.
    #[must_use]
    pub fn fieldwork_words(&self) -> Option<String> {
        match self.fieldwork.as_ref()? {
            Fieldwork::Dates(first, last) => Some(spoken_span(first, last)),
            Fieldwork::Described(words) => Some(words.clone()),
            Fieldwork::NotStated => None,
        }
    }

    /// "YouGov for the NSPCC", "commissioned by the NSPCC"; only what is stated.
    #[must_use]
    pub fn by_whom(&self) -> Option<String> {
        match (words(self.pollster.as_ref()), words(self.commissioned_by.as_ref())) {
            (Some(pollster), Some(client)) => Some(format!("{pollster} for {client}")),
            (Some(pollster), None) => Some(pollster),
            (None, client) => client.map(|client| format!("commissioned by {client}")),
        }
    }

    /// What the British Polling Council asks to be disclosed, a label and the value as stated.
    #[must_use]
    pub fn disclosure(&self) -> Vec<(String, Option<String>)> {
        [
            ("Pollster", words(self.pollster.as_ref())),
            ("Commissioned by", words(self.commissioned_by.as_ref())),
            ("Population", words(self.population.as_ref())),
            ("Sample size", self.size().words()),
            ("Fieldwork", self.fieldwork_words()),
            ("Mode", words(self.mode.as_ref())),
            ("Weighting", words(self.weighting.as_ref())),
            ("Margin of error", words(self.margin_of_error.as_ref())),
            ("Tables", words(self.tables.as_ref())),
        ]
        .map(|(label, value)| (label.to_owned(), value))
        .into()
    }
}

fn words(field: Option<&Disclosed<String>>) -> Option<String> {
    field.and_then(Disclosed::stated).cloned()
}

impl Answer {
    /// The share where it is printed as one number, with all its places and the mark of a note beside it:
    /// "62%", "12%*".
    #[must_use]
    pub fn percent_words(&self) -> Option<String> {
        let Reported::Percent(percent) = self.value else { return None };
        let mark = match Printed::read(&self.printed) {
            Printed::Marked(number, mark) if is_mark(&mark) && number.value.total_cmp(&percent).is_eq() => {
                mark
            }
            _ => String::new(),
        };
        let space = if mark.starts_with(['[', '(']) { " " } else { "" };
        Some(format!("{percent}%{space}{mark}"))
    }
}

impl SampleSize {
    /// "1,723", "more than 26,000", "about 2,500".
    #[must_use]
    pub fn words(self) -> Option<String> {
        match self {
            SampleSize::Stated(people) => Some(grouped(people)),
            SampleSize::MoreThan(people) => Some(format!("more than {}", grouped(people))),
            SampleSize::About(people) => Some(format!("about {}", grouped(people))),
            SampleSize::NotStated => None,
        }
    }
}

impl Base {
    /// "everybody asked", or the part of them.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        match self {
            Base::All => Some("everybody asked".to_owned()),
            Base::Described(words) => Some(words.clone()),
            Base::NotStated => None,
        }
    }
}

/// Words that begin a sentence: their first letter as a capital.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A count with a comma between thousands, as British papers print it.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// Whether a poll's name says whom it is of: all proper names among the words ("Citizens of Germany"), or
/// where there are none the words themselves.
fn names_group(name: &str, whom: &str) -> bool {
    let name = compared(name);
    let holds = |words: &str| name.contains(&compared(words));
    let proper = || whom.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_uppercase));
    if proper().next().is_some() { proper().all(holds) } else { holds(whom) }
}

/// "wording", "wording and base", "wording, population and base".
#[must_use]
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_a_comma_between_thousands() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_723), "1,723");
        assert_eq!(grouped(10_265_000), "10,265,000");
    }

    #[test]
    fn the_mark_of_a_note_stays_with_its_number() {
        let words = |printed: &str| {
            let answer =
                Answer { value: Reported::Percent(12.0), printed: printed.to_owned(), ..Answer::default() };
            answer.percent_words().unwrap()
        };
        assert_eq!(words("12*"), "12%*");
        assert_eq!(words("12% [u]"), "12% [u]");
        for plain in ["12%", "just 12%", "12 people", "", "12 of 100", "13*"] {
            assert_eq!(words(plain), "12%", "{plain}");
        }
        assert_eq!(Answer { value: Reported::About(12.0), ..Answer::default() }.percent_words(), None);
    }

    #[test]
    fn a_bound_stays_a_bound_in_words() {
        assert_eq!(SampleSize::MoreThan(26_000).words().as_deref(), Some("more than 26,000"));
        assert_eq!(SampleSize::NotStated.words(), None);
    }

    #[test]
    fn nothing_that_is_not_stated_gets_words() {
        let poll = Poll { pollster: Some(Disclosed::NotStated), ..Poll::default() };
        assert!(poll.disclosure().iter().all(|(_, value)| value.is_none()));
    }

    #[test]
    fn a_group_is_named_where_the_polls_name_does_not() {
        let of = |title: &str, population: &str, subgroup_of: Option<&str>| {
            let poll = Poll {
                title: title.to_owned(),
                population: Some(Disclosed::Stated(population.to_owned())),
                subgroup_of: subgroup_of.map(str::to_owned),
                ..Poll::default()
            };
            poll.group_name()
        };
        let whole = Some("all");
        assert_eq!(of("Spring poll", "Women", whole), "Spring poll: Women");
        assert_eq!(of("Spring poll: women", "Women", whole), "Spring poll: women");
        assert_eq!(of("Spring poll", "Women", None), "Spring poll");
        assert_eq!(of("Spring poll: Germany", "Citizens of Germany", whole), "Spring poll: Germany");
        assert_eq!(
            of("Poll of UK adults", "Adults in Scotland", whole),
            "Poll of UK adults: Adults in Scotland"
        );
    }
}
