//! References to briefings, sources and polls, as papers and reference managers want them. What a
//! source does not state is left out, never guessed.

mod files;
mod styles;

use serde_json::{Map, Value, json};

use crate::bundle::{Bundle, Source};
use crate::poll::{Disclosed, Fieldwork, Poll, Question};

pub use files::{bibtex, csl_json, ris};
pub use styles::{Cited, Span, Style, cite, plain};

/// What is referred to: an item of CSL-JSON
/// (<https://docs.citationstyles.org/en/stable/specification.html>).
#[derive(Clone, Debug, PartialEq)]
pub struct Reference(Map<String, Value>);

impl Reference {
    /// A briefing, whose words are its own. Nobody is named as its author, since it names nobody.
    #[must_use]
    pub fn briefing(bundle: &Bundle) -> Reference {
        let manifest = &bundle.manifest;
        let mut item = Reference::alone(&manifest.id, &manifest.title, manifest.edition);
        item.date("issued", manifest.published.stated());
        item.words(
            "note",
            &if manifest.about.is_empty() { String::new() } else { format!("About {}", manifest.about) },
        );
        item.words("language", &manifest.language);
        item
    }

    /// A briefing that is not at hand.
    #[must_use]
    pub fn alone(id: &str, title: &str, edition: u32) -> Reference {
        let title = if title.is_empty() { id } else { title };
        let mut item = Reference(Map::new());
        item.words("id", &format!("briefing:{id}"));
        item.words("type", "document");
        item.words("title", title);
        item.words("genre", &format!("Briefing, edition {edition}"));
        item.words("URL", &format!("briefing:{id}"));
        item
    }

    /// A page that facts were read in.
    #[must_use]
    pub fn source(bundle: &Bundle, source: &Source) -> Reference {
        let mut item = Reference(Map::new());
        item.words("id", &format!("{}/{}", bundle.manifest.id, source.id));
        item.words("type", "webpage");
        item.words("title", if source.title.is_empty() { &source.url } else { &source.title });
        item.name("author", Some(&source.publisher).filter(|name| !name.is_empty()));
        item.date("issued", source.published.stated());
        item.date("accessed", source.accessed.stated());
        item.words("URL", &source.url);
        item.words("note", source.note.as_deref().unwrap_or_default());
        item
    }

    /// A poll, with what it discloses; it was read in the source of `question`, or in its own.
    #[must_use]
    pub fn poll(bundle: &Bundle, poll: &Poll, question: Option<&Question>) -> Reference {
        let stated = |field: &Option<Disclosed<String>>| field.as_ref().and_then(Disclosed::stated).cloned();
        let source = question
            .and_then(|question| bundle.source_of(poll, question))
            .or_else(|| bundle.source(&poll.source));
        let mut item = Reference(Map::new());
        // The same poll, read in another source, is another thing to cite.
        let elsewhere = source.filter(|source| source.id != poll.source);
        let elsewhere = elsewhere.map_or_else(String::new, |source| format!("/{}", source.id));
        item.words("id", &format!("{}/{}{elsewhere}", bundle.manifest.id, poll.id));
        item.words("type", "dataset");
        item.words("title", poll.name());
        item.name("author", stated(&poll.pollster).as_ref());
        // When it was published; where that is not stated, when people were last asked.
        let asked = match &poll.fieldwork {
            Some(Fieldwork::Dates(_, last)) => Some(last),
            _ => None,
        };
        item.date("issued", source.and_then(|source| source.published.stated()).or(asked));
        item.words("genre", "Opinion poll");
        item.words("note", &disclosure(poll, source));
        item.words("URL", &stated(&poll.tables).or_else(|| Some(source?.url.clone())).unwrap_or_default());
        if let Some(source) = source {
            item.date("accessed", source.accessed.stated());
        }
        item
    }

    /// What it is called in files: unique among the briefings of a person.
    #[must_use]
    pub fn id(&self) -> &str {
        self.text("id")
    }

    fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The one name of its author, which is an institution.
    fn author(&self) -> Option<&str> {
        self.0.get("author")?.get(0)?.get("literal")?.as_str()
    }

    /// Year, month and day of a date, as far as they are known.
    fn parts(&self, date: &str) -> Vec<u64> {
        let parts = self.0.get(date).and_then(|date| date["date-parts"][0].as_array());
        parts.into_iter().flatten().filter_map(Value::as_u64).collect()
    }

    fn words(&mut self, name: &str, words: &str) {
        if !words.trim().is_empty() {
            self.0.insert(name.to_owned(), words.trim().into());
        }
    }

    fn name(&mut self, name: &str, of: Option<&String>) {
        if let Some(of) = of {
            self.0.insert(name.to_owned(), json!([{"literal": of}]));
        }
    }

    /// A date as exact as it is printed: `2021`, `2021-04`, `2021-04-19`. What is no date is left out.
    fn date(&mut self, name: &str, date: Option<&String>) {
        let parts = date.map(|date| date.split('-').map(str::parse::<u32>).collect::<Result<Vec<_>, _>>());
        if let Some(Ok(parts)) = parts {
            self.0.insert(name.to_owned(), json!({"date-parts": [parts]}));
        }
    }
}

/// "Pollster: not stated; Commissioned by: the NSPCC; …; read in …"
fn disclosure(poll: &Poll, source: Option<&Source>) -> String {
    let stated = |value: Option<String>| value.unwrap_or_else(|| "not stated".to_owned());
    let mut parts: Vec<String> =
        poll.disclosure().into_iter().map(|(label, value)| format!("{label}: {}", stated(value))).collect();
    parts.extend(source.map(|source| format!("read in “{}”, {}", source.title, source.publisher)));
    parts.join("; ")
}
