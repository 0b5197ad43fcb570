//! References to briefings, sources and polls, as papers and reference managers want them. What a
//! source does not state is left out, never guessed.

mod bibtex;
mod citing;
mod csl;
mod distinct;
mod printing;
mod ris;
mod stand_ins;
mod styles;

use std::fmt::Write;

use crate::bundle::{Bundle, Source};
use crate::poll::dates::Period;
use crate::poll::{Disclosed, Fieldwork, Poll, Question};

pub use bibtex::bibtex;
pub use citing::cite;
pub use csl::csl_json;
pub use distinct::{Distinct, distinct};
pub use ris::ris;
pub use styles::{Cited, Span, Style, plain};

/// What is referred to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    id: String,
    kind: Kind,
    title: String,
    /// An institution: no source of a briefing names people.
    author: Option<String>,
    issued: Option<When>,
    accessed: Option<When>,
    url: String,
    genre: String,
    note: String,
    language: String,
}

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Briefing,
    Page,
    Poll,
}

/// When something was published or read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum When {
    /// A date, or from one to another.
    Dates(Period),
    /// What is no date stands as it is written, and is never made one.
    AsWritten(String),
}

impl Reference {
    /// A briefing, whose words are its own. Nobody is named as its author, since it names nobody.
    #[must_use]
    pub fn briefing(bundle: &Bundle) -> Reference {
        let manifest = &bundle.manifest;
        let about = line(&manifest.about);
        Reference {
            issued: When::of(manifest.published.stated()),
            note: if about.is_empty() { String::new() } else { format!("About {about}") },
            language: line(&manifest.language),
            ..Reference::alone(&manifest.id, &manifest.title, manifest.edition)
        }
    }

    /// A briefing that is not at hand. `edition` is 0 where that is not known.
    #[must_use]
    pub fn alone(id: &str, title: &str, edition: u32) -> Reference {
        // A later edition is another thing to cite.
        let which = if edition == 1 { String::new() } else { format!(":{edition}") };
        Reference {
            id: format!("briefing:{}{which}", name(id)),
            kind: Kind::Briefing,
            title: first_of([title, id]),
            author: None,
            issued: None,
            accessed: None,
            url: line(&format!("briefing:{id}")),
            genre: if edition == 0 { "Briefing".to_owned() } else { format!("Briefing, edition {edition}") },
            note: String::new(),
            language: String::new(),
        }
    }

    /// A page that facts were read in.
    #[must_use]
    pub fn source(bundle: &Bundle, source: &Source) -> Reference {
        Reference {
            id: format!("{}/{}", name(&bundle.manifest.id), name(&source.id)),
            kind: Kind::Page,
            title: first_of([&source.title, &source.url, &source.id]),
            author: institution(&source.publisher),
            issued: When::of(source.published.stated()),
            accessed: When::of(source.accessed.stated()),
            url: line(&source.url),
            genre: String::new(),
            note: line(source.note.as_deref().unwrap_or_default()),
            language: String::new(),
        }
    }

    /// A poll, with what it discloses; it was read in the source of `question`, or in its own.
    #[must_use]
    pub fn poll(bundle: &Bundle, poll: &Poll, question: Option<&Question>) -> Reference {
        let stated = |field: &Option<Disclosed<String>>| field.as_ref().and_then(Disclosed::stated).cloned();
        let source = question
            .and_then(|question| bundle.source_of(poll, question))
            .or_else(|| bundle.source(&poll.source));
        // The same poll, read in another source, is another thing to cite.
        let elsewhere = source.filter(|source| source.id != poll.source);
        let elsewhere = elsewhere.map_or_else(String::new, |source| format!("/{}", name(&source.id)));
        // When it was published; where that is not stated, when people were last asked.
        let asked = match &poll.fieldwork {
            Some(Fieldwork::Dates(_, last)) => Some(last),
            _ => None,
        };
        let url = stated(&poll.tables).or_else(|| Some(source?.url.clone())).unwrap_or_default();
        Reference {
            // A poll may have the id of a source.
            id: format!("{}/poll:{}{elsewhere}", name(&bundle.manifest.id), name(&poll.id)),
            kind: Kind::Poll,
            title: first_of([poll.name(), &poll.id]),
            author: stated(&poll.pollster).and_then(|pollster| institution(&pollster)),
            issued: When::of(source.and_then(|source| source.published.stated())).or_else(|| When::of(asked)),
            accessed: source.and_then(|source| When::of(source.accessed.stated())),
            url: line(&url),
            genre: "Opinion poll".to_owned(),
            note: line(&disclosure(poll, source)),
            language: String::new(),
        }
    }

    /// What it is called in files: letters, digits and `-._/:`, and another one for each thing that is
    /// cited.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its title, or what names it where it has none.
    fn title(&self) -> &str {
        if self.title.is_empty() { &self.id } else { &self.title }
    }

    /// In words that need no style: "Author, ‘Title’, 19 April 2021, address".
    fn plainly(&self) -> String {
        let issued = self.issued.as_ref().map(When::words).unwrap_or_default();
        let parts = [
            self.author.clone().unwrap_or_default(),
            format!("‘{}’", self.title()),
            issued,
            self.url.clone(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What is wrong with it, a sentence each, without a full stop.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let dates = [("was published", &self.issued), ("was read", &self.accessed)];
        let fault = |(what, when): (&str, &Option<When>)| match when {
            Some(When::AsWritten(written)) => Some(format!(
                "“{}”: “{written}”, when it {what}, is no date and stands in references as it is written",
                self.title()
            )),
            _ => None,
        };
        dates.into_iter().filter_map(fault).collect()
    }
}

impl When {
    fn of(written: Option<&String>) -> Option<When> {
        let written = line(written?);
        match Period::read(&written) {
            Ok(period) => Some(When::Dates(period)),
            Err(_) if written.is_empty() => None,
            Err(_) => Some(When::AsWritten(written)),
        }
    }

    fn period(&self) -> Option<Period> {
        match self {
            When::Dates(period) => Some(*period),
            When::AsWritten(_) => None,
        }
    }

    /// In words.
    fn words(&self) -> String {
        match self {
            When::Dates(period) => period.spoken(),
            When::AsWritten(written) => written.clone(),
        }
    }

    /// What an author and a date show of it: the year, or from one to another.
    fn year(&self) -> String {
        match self {
            When::Dates(period) if period.first.year == period.last.year => period.first.year.to_string(),
            When::Dates(period) => format!("{}–{}", period.first.year, period.last.year),
            When::AsWritten(written) => written.clone(),
        }
    }

    /// In words, where a file has no place for it as a date: from one date to another, or what is none.
    fn beyond_a_date(&self) -> Option<String> {
        match self {
            When::Dates(period) if period.is_date() => None,
            _ => Some(self.words()),
        }
    }
}

/// An id as part of a key that every reference manager takes. No two ids give the same.
fn name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for sign in id.chars() {
        if sign.is_ascii_alphanumeric() || sign == '-' || sign == '.' {
            name.push(sign);
        } else {
            let _ = write!(name, "_{:x}_", u32::from(sign));
        }
    }
    name
}

/// Words on one line, without signs that no file shows.
fn line(words: &str) -> String {
    let breaks = |sign: char| sign.is_control() || matches!(sign, ' ' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    words.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first that says something.
fn first_of<const N: usize>(words: [&str; N]) -> String {
    words.into_iter().map(line).find(|words| !words.trim().is_empty()).unwrap_or_default()
}

fn institution(name: &str) -> Option<String> {
    Some(line(name)).filter(|name| !name.trim().is_empty())
}

/// "Pollster: not stated; Commissioned by: the NSPCC; …; read in …"
fn disclosure(poll: &Poll, source: Option<&Source>) -> String {
    let stated = |value: Option<String>| value.unwrap_or_else(|| "not stated".to_owned());
    let mut parts: Vec<String> =
        poll.disclosure().into_iter().map(|(label, value)| format!("{label}: {}", stated(value))).collect();
    parts.extend(source.map(|source| format!("read in “{}”, {}", source.title, source.publisher)));
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_ids_have_one_name(one in "[a-c/:_.é\\- ]{0,5}", other in "[a-c/:_.é\\- ]{0,5}") {
            prop_assert_eq!(one == other, name(&one) == name(&other), "{} {}", name(&one), name(&other));
        }
    }

    #[test]
    fn a_poll_and_a_source_of_one_name_are_two_things_to_cite() {
        let source = Source { id: "tables".to_owned(), ..Source::default() };
        let poll = Poll { id: "tables".to_owned(), source: "tables".to_owned(), ..Poll::default() };
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        assert_ne!(Reference::source(&bundle, &source).id(), Reference::poll(&bundle, &poll, None).id());
        assert_ne!(Reference::alone("a", "", 1).id(), Reference::alone("a", "", 2).id());
    }

    #[test]
    fn words_are_on_one_line() {
        assert_eq!(line(" a\n\tb\u{0}c\u{2028}d\u{a0}e "), "a b c d\u{a0}e");
    }
}
