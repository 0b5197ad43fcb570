//! What a pollster has to disclose, each either stated or openly "not stated".

use serde::Deserialize;

/// Something that the source either states or does not. "Not stated" is an answer of its own: it
/// is never guessed and never filled in from another poll.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Disclosed<T> {
    /// The source says it.
    Stated(T),
    /// The source was read and does not say it.
    #[default]
    NotStated,
}

impl<T> Disclosed<T> {
    /// The value, where it is stated.
    pub fn stated(&self) -> Option<&T> {
        match self {
            Disclosed::Stated(value) => Some(value),
            Disclosed::NotStated => None,
        }
    }
}

/// How many people answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum SampleSize {
    /// An exact number of respondents.
    Stated(u64),
    /// "More than 26,000": a lower bound, itself excluded.
    MoreThan(u64),
    /// "About 2,500".
    About(u64),
    /// The source does not say.
    NotStated,
}

/// When people were asked. Dates are ISO 8601, as exact as the source is: `2021-03-01`, `2021-09`
/// or `2021`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Fieldwork {
    /// First and last day (or month, or year).
    Dates(String, String),
    /// In the source's words, where it gives no dates: "the turn of June and July 2023".
    Described(String),
    /// The source does not say.
    NotStated,
}
