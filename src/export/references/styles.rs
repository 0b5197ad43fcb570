//! References as papers print them, by the styles of the Citation Style Language
//! (<https://citationstyles.org>), through `hayagriva`.

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style as Csl};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Reference;

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

    fn csl(self) -> IndependentStyle {
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

/// Cites references: one citation for each group of them, and the list of all.
#[must_use]
pub fn cite(groups: &[Vec<&Reference>], style: Style) -> Cited {
    static LOCALES: OnceLock<Vec<Locale>> = OnceLock::new();
    let locales = LOCALES.get_or_init(archive::locales);
    let csl = style.csl();
    let british = || Some(LocaleCode("en-GB".to_owned()));
    let items: Vec<Vec<Item>> =
        groups.iter().map(|group| group.iter().map(|reference| item(reference)).collect()).collect();
    let mut driver = BibliographyDriver::new();
    let mut asked = Vec::new();
    for (number, group) in items.iter().enumerate() {
        if group.is_empty() {
            continue;
        }
        asked.push(number);
        let group = group.iter().map(CitationItem::with_entry).collect();
        driver.citation(CitationRequest::new(group, &csl, british(), locales, Some(asked.len())));
    }
    let rendered = driver.finish(BibliographyRequest::new(&csl, british(), locales));
    let mut cited = Cited { citations: vec![Vec::new(); groups.len()], list: Vec::new() };
    for (number, citation) in asked.into_iter().zip(&rendered.citations) {
        cited.citations[number] = spans(&citation.citation);
    }
    if let Some(list) = &rendered.bibliography {
        cited.list = list.items.iter().map(|item| spans(&item.content)).collect();
    }
    cited
}

/// The words alone.
#[must_use]
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// As `hayagriva` reads it. The note is for files: styles would print it as a source's own words.
fn item(reference: &Reference) -> Item {
    let mut item = reference.0.clone();
    item.remove("note");
    // English titles would get capitals, and "YouGov" would lose its own: titles stay as printed.
    item.insert("language".to_owned(), "und".into());
    serde_json::from_value(Value::Object(item)).expect("references are CSL-JSON")
}

fn spans(children: &ElemChildren) -> Vec<Span> {
    let mut spans = Vec::new();
    collect(children, &mut spans);
    spans
}

fn collect(children: &ElemChildren, spans: &mut Vec<Span>) {
    let mut push = |text: &str, italic: bool| match spans.last_mut().filter(|last| last.italic == italic) {
        Some(last) => last.text.push_str(text),
        None if text.is_empty() => {}
        None => spans.push(Span { text: text.to_owned(), italic }),
    };
    for child in &children.0 {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => {
                push(&text.text, text.formatting.font_style == FontStyle::Italic);
            }
            ElemChild::Markup(text) => push(text, false),
            ElemChild::Elem(elem) => {
                let mut inner = Vec::new();
                collect(&elem.children, &mut inner);
                for span in inner {
                    push(&span.text, span.italic);
                }
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first() -> (Reference, Reference, Reference) {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let (poll, question) = bundle.question("yougov-2021/support").expect("it is there");
        (
            Reference::briefing(&bundle),
            Reference::source(&bundle, bundle.source_of(poll, question).expect("it has a source")),
            Reference::poll(&bundle, poll, Some(question)),
        )
    }

    #[test]
    fn each_style_prints_what_is_stated_and_nothing_else() {
        let (briefing, source, poll) = first();
        let mut told = String::new();
        for style in Style::ALL {
            let cited = cite(&[vec![&briefing], vec![&source, &poll], vec![]], style);
            assert!(cited.citations[2].is_empty());
            told.extend([style.title(), "\n"]);
            for citation in &cited.citations {
                told.extend(["  in the text: ", &plain(citation), "\n"]);
            }
            for item in &cited.list {
                told.extend(["  ", &plain(item), "\n"]);
            }
        }
        insta::assert_snapshot!(told);
    }
}
