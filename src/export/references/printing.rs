//! Citations and lists through `hayagriva`.

use std::collections::HashMap;
use std::sync::OnceLock;

use hayagriva::archive;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
};
use serde_json::{Map, Value, json};

use super::stand_ins::StandIns;
use super::styles::{Cited, Span, Style};
use super::{Reference, When, csl};

/// What is no reference, and in no list.
const NOBODY: &str = "\0";

/// Prints citations, each of some of the references, and the list of all that are cited.
pub(super) fn print(references: &[Reference], groups: &[Vec<usize>], style: Style) -> Cited {
    static LOCALES: OnceLock<Vec<Locale>> = OnceLock::new();
    let locales = LOCALES.get_or_init(archive::locales);
    let mut csl = style.csl();
    let stand_ins = StandIns::of(references);
    // Each reference is one item wherever it is cited: `hayagriva` tells them apart by their address.
    let items: Vec<Item> = references.iter().map(|reference| item(reference, &stand_ins)).collect();
    let dated = dated();
    let mut driver = BibliographyDriver::new();
    let mut asked: Vec<Vec<&Item>> = Vec::new();
    let alike = if style.is_of_notes() { Vec::new() } else { alike(references, groups) };
    let alike = in_order_of_list(&items, &alike, &csl, locales);
    if !alike.is_empty() {
        asked.push(alike.iter().map(|number| &items[*number]).chain([&dated]).collect());
    }
    // Years of one author are drawn together, and undated works would be a letter without a word.
    if alike.iter().any(|number| references[*number].issued.is_none()) {
        csl.citation.collapse = None;
    }
    let mut places = Vec::with_capacity(groups.len());
    let mut known: HashMap<&[usize], usize> = HashMap::new();
    for group in groups {
        // In the text a citation is the same each time; a note refers to the one before.
        let again = known.get(group.as_slice()).copied().filter(|_| !style.is_of_notes());
        let place = again.unwrap_or(asked.len());
        if again.is_none() && !group.is_empty() {
            known.insert(group, place);
            asked.push(group.iter().map(|number| &items[*number]).collect());
        }
        places.push((!group.is_empty()).then_some(place));
    }
    for (number, group) in asked.iter().enumerate() {
        let group = group.iter().copied().map(CitationItem::with_entry).collect();
        driver.citation(CitationRequest::new(group, &csl, Some(british()), locales, Some(number + 1)));
    }
    let printed = driver.finish(BibliographyRequest::new(&csl, Some(british()), locales));
    let citations = places.iter().map(|place| {
        let citation = place.and_then(|place| printed.citations.get(place));
        citation.map(|citation| spans(&citation.citation, &stand_ins)).unwrap_or_default()
    });
    let list = printed.bibliography.iter().flat_map(|list| &list.items);
    let list = list.filter(|entry| entry.key != NOBODY).map(|entry| {
        let of = references.iter().find(|reference| reference.id == entry.key);
        without_comma(spans(&entry.content, &stand_ins), of.and_then(|of| of.issued.as_ref()))
    });
    Cited { citations: citations.collect(), list: list.collect(), faults: Vec::new() }
}

/// A year alone is "(2021,)" in APA: `hayagriva` prints what stands between a year and a month where
/// there is no month.
fn without_comma(mut spans: Vec<Span>, issued: Option<&When>) -> Vec<Span> {
    let Some(year) = issued.map(|when| format!("({}", when.year())) else { return spans };
    for span in &mut spans {
        let Some(after) = span.text.find(&year).map(|at| at + year.len()) else { continue };
        let letters = span.text[after..].bytes().take_while(u8::is_ascii_lowercase).count();
        if span.text[after + letters..].starts_with(",)") {
            span.text.remove(after + letters);
        }
        break;
    }
    spans
}

/// References that look alike in the text.
fn alike(references: &[Reference], groups: &[Vec<usize>]) -> Vec<usize> {
    let mut by_looks: HashMap<(&str, Option<String>), Vec<usize>> = HashMap::new();
    let mut cited: Vec<usize> = groups.iter().flatten().copied().collect();
    cited.sort_unstable();
    cited.dedup();
    for number in cited {
        let reference = &references[number];
        let whose = reference.author.as_deref().unwrap_or(&reference.title);
        let year = reference.issued.as_ref().map(When::year);
        by_looks.entry((whose, year)).or_default().push(number);
    }
    let mut alike: Vec<usize> = by_looks.into_values().filter(|alike| alike.len() > 1).flatten().collect();
    // What the list does not put in order, the titles do.
    alike.sort_by_key(|number| (references[*number].title.to_lowercase(), &references[*number].id));
    alike
}

/// References in the order in which the style lists them: `hayagriva` gives letters in the order in which
/// works come.
fn in_order_of_list(
    items: &[Item],
    numbers: &[usize],
    csl: &IndependentStyle,
    locales: &[Locale],
) -> Vec<usize> {
    if numbers.is_empty() {
        return Vec::new();
    }
    let mut driver = BibliographyDriver::new();
    let all = numbers.iter().map(|number| CitationItem::with_entry(&items[*number])).collect();
    driver.citation(CitationRequest::new(all, csl, Some(british()), locales, Some(1)));
    let listed = driver.finish(BibliographyRequest::new(csl, Some(british()), locales)).bibliography;
    let places: HashMap<String, usize> = listed
        .into_iter()
        .flat_map(|list| list.items)
        .zip(0..)
        .map(|(entry, place)| (entry.key, place))
        .collect();
    let mut ordered = numbers.to_vec();
    ordered.sort_by_key(|number| items[*number].id().and_then(|id| places.get(id.as_ref()).copied()));
    ordered
}

/// The language of citations.
fn british() -> LocaleCode {
    LocaleCode("en-GB".to_owned())
}

/// `hayagriva` gives letters to undated works only where something that is cited has a date.
fn dated() -> Item {
    let item = json!({"id": NOBODY, "type": "document", "title": NOBODY, "issued": {"date-parts": [[1000]]}});
    serde_json::from_value(item).expect("it is CSL-JSON")
}

/// As `hayagriva` reads it. The note is for files: styles would print it as a source's own words.
fn item(reference: &Reference, stand_ins: &StandIns) -> Item {
    let mut item: Map<String, Value> = csl::item(reference);
    item.remove("note");
    let dates = [
        ("issued", reference.issued.as_ref().and_then(|when| stand_ins.issued(when))),
        ("accessed", reference.accessed.as_ref().and_then(|when| stand_ins.accessed(when))),
    ];
    for (name, parts) in dates {
        match parts {
            Some(parts) => item.insert(name.to_owned(), json!({"date-parts": [parts]})),
            None => item.remove(name),
        };
    }
    // English titles would get capitals, and "YouGov" would lose its own: titles stay as printed.
    item.insert("language".to_owned(), "und".into());
    serde_json::from_value(Value::Object(item)).expect("references are CSL-JSON")
}

fn spans(children: &ElemChildren, stand_ins: &StandIns) -> Vec<Span> {
    let mut spans = Vec::new();
    collect(children, &mut spans);
    for span in &mut spans {
        span.text = stand_ins.resolve(&span.text);
    }
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
