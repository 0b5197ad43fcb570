//! What stands after the article in words: related stories and sources, line by line.

use crate::bundle::{Bundle, Related, Source};
use crate::poll::Disclosed;
use crate::poll::dates::spoken;
use crate::ui::dotted;

/// A line of a story or of a source.
pub struct Line {
    /// Its words.
    pub words: String,
    /// What it is.
    pub is: Is,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A story's title.
    StoryTitle,
    /// A source's title.
    SourceTitle,
    /// What a story tells.
    Text,
    /// What is said of it in passing.
    Aside,
    /// That something is missing.
    Missing,
    /// An address that opens in the browser when it is clicked, and only then.
    Address,
}

impl Is {
    /// Whether it is heard as a heading.
    pub fn is_title(self) -> bool {
        matches!(self, Is::StoryTitle | Is::SourceTitle)
    }
}

/// The lines of a related story: title, summary, figures, address.
pub fn story(bundle: &Bundle, story: &Related) -> Vec<Line> {
    let figures = story.figures.iter().map(|reference| bundle.evidence_text(reference));
    let address = match &story.url {
        Disclosed::Stated(address) => (address.clone(), Is::Address),
        Disclosed::NotStated => (NO_ADDRESS.to_owned(), Is::Missing),
    };
    lines([
        (story.title.clone(), Is::StoryTitle),
        (story.summary.clone(), Is::Text),
        (figures.collect::<Vec<_>>().join("; "), Is::Aside),
        address,
    ])
}

/// What stands in the address's place.
const NO_ADDRESS: &str = "address not stated";

/// The lines of a source: title, by whom and when, address, note.
pub fn source(source: &Source) -> Vec<Line> {
    lines([
        (source.title.clone(), Is::SourceTitle),
        (published(source), Is::Aside),
        (source.url.clone(), Is::Address),
        (source.note.clone().unwrap_or_default(), Is::Aside),
    ])
}

/// Those that say something; the first stands for the thing and is always there.
fn lines(lines: [(String, Is); 4]) -> Vec<Line> {
    let lines = lines.into_iter().map(|(words, is)| Line { words, is }).enumerate();
    lines.filter(|(number, line)| *number == 0 || !line.words.is_empty()).map(|(_, line)| line).collect()
}

/// "Children First · 20 April 2021 · read on 3 May 2026"
fn published(source: &Source) -> String {
    let mut parts = vec![source.publisher.clone()];
    parts.push(match &source.published {
        Disclosed::Stated(date) => spoken(date),
        Disclosed::NotStated => "date not stated".to_owned(),
    });
    if let Disclosed::Stated(date) = &source.accessed {
        parts.push(format!("read on {}", spoken(date)));
    }
    dotted(&parts)
}
