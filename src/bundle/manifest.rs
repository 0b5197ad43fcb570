//! The manifest, as data: what `briefing.ron` says once it is read.

use crate::poll::printed::Printed;
use crate::poll::{Amount, Disclosed, Poll};

/// A briefing: who says what, when, on which figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Briefing {
    /// The format's number; see [`FORMAT`].
    pub format: u32,
    /// Stable for ever; a new edition keeps it.
    pub id: String,
    /// From 1.
    pub edition: u32,
    /// The headline.
    pub title: String,
    /// A few words for tabs, paths and the shelf. Empty: the title is used.
    pub short_title: String,
    /// One or two sentences under the title.
    pub summary: String,
    /// BCP 47: `en-GB`.
    pub language: String,
    /// Where the source prints a date: ISO 8601, as exact as it is printed.
    pub published: Disclosed<String>,
    /// Whose article or release the briefing is about.
    pub publisher: String,
    /// What the briefing is about, for the line under the summary: "the NSPCC/YouGov survey of 2021".
    pub about: String,
    /// The article's path inside the bundle. Empty: `article.md`; see [`Briefing::article_path`].
    pub article: String,
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// The polls behind the article.
    pub polls: Vec<Poll>,
    /// Numbers that are not poll shares.
    pub figures: Vec<Figure>,
    /// The strip of key figures under the title, in order.
    pub highlights: Vec<Highlight>,
    /// Calls to action.
    pub calls: Vec<Call>,
    /// Where to read on.
    pub related: Vec<Related>,
}

impl Briefing {
    /// The article's path as it is written, or the usual one.
    #[must_use]
    pub fn article_path(&self) -> &str {
        if self.article.is_empty() { "article.md" } else { &self.article }
    }
}

/// The format that this program reads.
pub const FORMAT: u32 = 1;

/// A page that facts were read in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Unique in the briefing.
    pub id: String,
    /// The page's title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// When it was published: ISO 8601 or not stated.
    pub published: Disclosed<String>,
    /// When it was read: ISO 8601 or not stated.
    pub accessed: Disclosed<String>,
    /// What a careful reader should know of it: "second-hand summary".
    pub note: Option<String>,
}

/// A number that is not a poll share: arrests, children, reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Unique in the briefing.
    pub id: String,
    /// As exact as it was printed.
    pub value: Amount,
    /// "arrests", "%", "countries".
    pub unit: String,
    /// What is counted, where and when.
    pub what: String,
    /// The source's own words for it.
    pub printed: String,
    /// Id of the source.
    pub source: String,
    /// What a careful reader should know.
    pub note: Option<String>,
}

impl Figure {
    /// As printed, with its unit where the printed words are a bare number: "2,500 arrests", "70%".
    #[must_use]
    pub fn with_unit(&self) -> String {
        let bare = match Printed::read(&self.printed) {
            Printed::Number(number) => !number.is_percent,
            Printed::Range(low, high) => !low.is_percent && !high.is_percent,
            _ => false,
        };
        match (bare, self.unit.as_str()) {
            (false, _) | (true, "") => self.printed.clone(),
            (true, "%") => format!("{}%", self.printed),
            (true, unit) => format!("{} {unit}", self.printed),
        }
    }
}

/// One entry of the strip of key figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    /// One reference, or two that are shown as "33% → 62%".
    pub figures: Vec<String>,
    /// A few words under it.
    pub caption: String,
}

/// A call to action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// Unique in the briefing.
    pub id: String,
    /// A few words for the outline.
    pub title: String,
    /// Who calls.
    pub by: String,
    /// Whom it addresses; not stated where the source names nobody.
    pub to: Disclosed<String>,
    /// What is called for, in our words.
    pub text: String,
    /// References to the figures it rests on.
    pub evidence: Vec<String>,
    /// Id of the source.
    pub source: String,
}

/// A related story, with its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// Its title.
    pub title: String,
    /// Its address, where there is one.
    pub url: Disclosed<String>,
    /// One or two sentences in our words.
    pub summary: String,
    /// Ids of the figures it gives.
    pub figures: Vec<String>,
    /// Id of the source it was found in.
    pub source: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_gets_its_unit() {
        for (printed, unit, words) in [
            ("2,500", "arrests", "2,500 arrests"),
            ("−23", "net score", "−23 net score"),
            ("−4.2", "%", "−4.2%"),
            ("-4.2%", "%", "-4.2%"),
            ("35–70", "%", "35–70%"),
            ("some 2,500", "arrests", "some 2,500"),
            ("23 hours", "hours a day", "23 hours"),
            ("62½", "", "62½"),
        ] {
            let figure = Figure { printed: printed.into(), unit: unit.into(), ..Figure::default() };
            assert_eq!(figure.with_unit(), words);
        }
    }
}
