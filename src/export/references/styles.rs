//! References as papers print them, by the styles of the Citation Style Language
//! (<https://citationstyles.org>), through `hayagriva`.

use std::fmt;
use std::str::FromStr;

use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::{IndependentStyle, Style as Csl};
use serde::{Deserialize, Serialize};

/// How references are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// American Psychological Association, 7th edition.
    Apa,
    /// Cite Them Right, the Harvard style of most British universities.
    #[default]
    Harvard,
    /// Chicago, author and date.
    Chicago,
    /// Oxford University Standard for the Citation of Legal Authorities.
    Oscola,
}

/// A piece of a printed reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its words.
    pub text: String,
    /// Whether it is in italics.
    pub italic: bool,
}

/// References as a style prints them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// In the text, or as a note, one for each that was asked for.
    pub citations: Vec<Vec<Span>>,
    /// The list at the end, in the style's order.
    pub list: Vec<Vec<Span>>,
    /// What could not be printed in the style, a sentence each, without a full stop.
    pub faults: Vec<String>,
}

impl Style {
    /// All of them.
    pub const ALL: [Style; 4] = [Style::Apa, Style::Harvard, Style::Chicago, Style::Oscola];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Style::Apa => "apa",
            Style::Harvard => "harvard",
            Style::Chicago => "chicago",
            Style::Oscola => "oscola",
        }
    }

    /// As people say it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Style::Apa => "APA",
            Style::Harvard => "Harvard",
            Style::Chicago => "Chicago",
            Style::Oscola => "OSCOLA",
        }
    }

    /// Whether it cites in notes, and not in the text.
    pub(super) fn is_of_notes(self) -> bool {
        self == Style::Oscola
    }

    pub(super) fn csl(self) -> IndependentStyle {
        let style = match self {
            Style::Apa => ArchivedStyle::by_name("apa").map(ArchivedStyle::get),
            Style::Harvard => Some(ArchivedStyle::HarvardCiteThemRight.get()),
            Style::Chicago => Some(ArchivedStyle::ChicagoAuthorDate.get()),
            Style::Oscola => Csl::from_xml(include_str!("../../../assets/styles/oscola.csl")).ok(),
        };
        match style {
            Some(Csl::Independent(style)) => style,
            _ => unreachable!("the styles inside the program are tested"),
        }
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Style {
    type Err = ();

    fn from_str(name: &str) -> Result<Style, ()> {
        Style::ALL.into_iter().find(|style| style.name() == name).ok_or(())
    }
}

impl Span {
    pub(super) fn plain(text: String) -> Span {
        Span { text, italic: false }
    }
}

/// The words alone.
#[must_use]
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
