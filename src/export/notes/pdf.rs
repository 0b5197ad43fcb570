//! Notes as PDF: what the template sets, as data.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use super::blocks::{Block, Run, Stress, Words, blocks};
use super::report::{Fact, Item, Printed, Report};
use super::{paper_table, typeset};
use crate::text::breaking::with_fixed_spaces;

/// How the pages are set.
const TEMPLATE: &str = include_str!("../../../assets/templates/notes.typ");
/// Typst takes no longer address.
const LONGEST_LINK: usize = 2_000;
/// A word that may be longer than a line, in letters, and how many of them stand together.
const LONG_WORD: usize = 48;
const TOGETHER: usize = 8;

/// Makes the file.
///
/// # Errors
/// A sentence, where the library gives up.
pub fn write(report: &Report) -> Result<Vec<u8>, String> {
    let data = serde_json::to_vec(&pages(report)).expect("pages are plain data");
    typeset::pdf(TEMPLATE, data)
}

/// All that is set.
#[derive(Serialize)]
struct Pages<'r> {
    title: &'r str,
    about: String,
    /// Year, month, day.
    day: Vec<u16>,
    groups: Vec<Group<'r>>,
    references: Vec<Words>,
}

#[derive(Serialize)]
struct Group<'r> {
    title: String,
    notes: Vec<Set<'r>>,
}

/// A note as it is set.
#[derive(Serialize)]
struct Set<'r> {
    heading: String,
    quote: Words,
    colour: &'r str,
    foot: Words,
    change: Option<String>,
    /// SVG, and in words.
    chart: Option<(&'r str, String)>,
    facts: Vec<Fact>,
    comment: Vec<Block>,
    last: Option<String>,
}

fn pages(report: &Report) -> Pages<'_> {
    let groups = report
        .groups
        .iter()
        .map(|group| Group { title: settable(&group.title), notes: group.notes.iter().map(set).collect() });
    Pages {
        title: &report.title,
        about: report.about(),
        day: report.day.split('-').filter_map(|part| part.parse::<u16>().ok()).collect(),
        groups: groups.collect(),
        references: report.references.iter().map(|reference| Words::of(printed(reference))).collect(),
    }
}

fn set(item: &Item) -> Set<'_> {
    let quote = if item.quote.is_empty() { "The whole briefing." } else { &item.quote };
    let fact = |fact: &Fact| Fact { label: settable(&fact.label), value: settable(&fact.value) };
    let mut comment = blocks(&item.comment);
    comment.iter_mut().for_each(make_settable);
    Set {
        heading: settable(&item.heading()),
        quote: Words::of(vec![Run::plain(settable(quote))]),
        colour: item.colour,
        foot: Words::of(foot(item)),
        change: item.change(),
        chart: item.chart.as_deref().map(|chart| (chart, settable(&item.alternative))),
        facts: item.disclosure.iter().map(fact).collect(),
        comment,
        last: item.last_line().map(|line| settable(&line)),
    }
}

/// The citation, the source and the way back.
fn foot(item: &Item) -> Vec<Run> {
    let mut runs = printed(&item.citation);
    if !runs.is_empty() {
        runs.push(Run::plain(" "));
    }
    runs.extend(item.source_elsewhere().map(|source| Run::plain(settable(&source))));
    let link = (item.address.len() <= LONGEST_LINK).then(|| item.address.clone());
    runs.push(Run { link, ..Run::plain(settable(&item.address)) });
    runs
}

fn printed(reference: &Printed) -> Vec<Run> {
    let run = |span: &crate::export::references::Span| Run {
        stress: Stress { italic: span.italic, ..Stress::default() },
        ..Run::plain(settable(&span.text))
    };
    reference.0.iter().map(run).collect()
}

fn make_words_settable(words: &mut Words) {
    // Brackets and the like are pieces of their own, within one word.
    let mut together = 0;
    for run in &mut words.runs {
        run.link.take_if(|link| link.len() > LONGEST_LINK);
        if run.text == "\n" {
            together = 0;
        } else {
            run.text = settable_after(&mut together, &with_fixed_spaces(&run.text));
        }
    }
}

fn make_settable(block: &mut Block) {
    match block {
        Block::Words(words) => make_words_settable(words),
        Block::Quote { inside } => inside.iter_mut().for_each(make_settable),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(make_settable),
        Block::Code { text } => {
            let line = |line| settable_after(&mut 0, line);
            *text = text.lines().map(line).collect::<Vec<_>>().join("\n");
        }
        Block::Table(table) => {
            table.rows.iter_mut().flatten().for_each(make_words_settable);
            table.columns = paper_table::columns(table);
        }
        Block::Rule => {}
    }
}

/// Words without control codes, which no face has; one that no line may hold can be broken.
fn settable(words: &str) -> String {
    settable_after(&mut 0, &with_fixed_spaces(words))
}

/// The same, where so many letters of a word stand before.
fn settable_after(together: &mut usize, words: &str) -> String {
    let shown = |sign: char| if sign == '\n' || sign == '\t' { ' ' } else { sign };
    let mut out = String::with_capacity(words.len());
    for cluster in words.graphemes(true) {
        let sign = cluster.chars().next().unwrap_or_default();
        let ends = sign.is_whitespace() || "-/?&".contains(sign) || u32::from(sign) >= 0x2e80;
        *together = if ends { 0 } else { *together + 1 };
        out.extend(cluster.chars().map(shown).filter(|sign| !sign.is_control()));
        if *together >= LONG_WORD && together.is_multiple_of(TOGETHER) {
            out.push('\u{200b}');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use hayro_syntax::Pdf;
    use hayro_syntax::object::{Dict, Name, Object};
    use proptest::prelude::*;

    use super::super::report::{Group, Item, Report};
    use super::*;
    use crate::export::references::Span;

    fn item() -> Item {
        Item {
            id: "1".to_owned(),
            briefing: "care".to_owned(),
            title: "Care".to_owned(),
            edition: Some(2),
            edition_words: "edition 2".to_owned(),
            label: "article",
            kind: "passage",
            quote: "Respite care helps.".to_owned(),
            section: "Poll".to_owned(),
            comment: "Who *says* so?\n\n- one\n- two\n\n> quoted".to_owned(),
            comment_html: String::new(),
            tags: vec!["respite".to_owned()],
            stance: None,
            colour: "blue",
            status: None,
            created: String::new(),
            modified: String::new(),
            source: "Tables, P, https://example.org".to_owned(),
            disclosure: vec![Fact { label: "Sample size".to_owned(), value: "not stated".to_owned() }],
            citation: Printed(vec![Span { text: "(P, 2026)".to_owned(), italic: false }]),
            address: "briefing:care?edition=2#1-20".to_owned(),
            chart: Some(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>"
                    .to_owned(),
            ),
            picture: None,
            alternative: "Does it help? Yes: 54%.".to_owned(),
        }
    }

    fn report(items: Vec<Item>) -> Report {
        Report {
            title: "Notes, 23 November 2026".to_owned(),
            day: "2026-11-23".to_owned(),
            style: "Harvard",
            count: items.len(),
            groups: vec![Group { title: "Care".to_owned(), notes: items }],
            references: vec![Printed(vec![Span { text: "P (2026) Tables".to_owned(), italic: true }])],
            faults: Vec::new(),
        }
    }

    /// What is set, without white space.
    fn set_words(report: &Report) -> String {
        without_space(&typeset::words(TEMPLATE, serde_json::to_vec(&pages(report)).expect("plain data")))
    }

    fn without_space(words: &str) -> String {
        words.chars().filter(|sign| !sign.is_whitespace() && *sign != '\u{200b}').collect()
    }

    /// How often each kind of structure stands in the file, and all that is named of one.
    fn structure(pdf: &Pdf) -> BTreeMap<String, usize> {
        let mut kinds = BTreeMap::new();
        for dict in dicts(pdf) {
            let is_element = dict.get::<Name<'_>>("Type").is_some_and(|kind| &*kind == b"StructElem");
            if let Some(kind) = dict.get::<Name<'_>>("S").filter(|_| is_element) {
                *kinds.entry(String::from_utf8_lossy(&kind).into_owned()).or_default() += 1;
            }
        }
        kinds
    }

    fn dicts(pdf: &Pdf) -> Vec<Dict<'_>> {
        let dict = |object| match object {
            Object::Dict(dict) => Some(dict),
            _ => None,
        };
        pdf.objects().into_iter().filter_map(dict).collect()
    }

    #[test]
    fn a_pdf_of_notes_has_structure_language_and_words_for_its_charts() {
        let made = write(&report(vec![item(), Item { chart: None, ..item() }])).expect("it is made");
        let text = String::from_utf8_lossy(&made).into_owned();
        assert!(text.contains("pdfuaid:part"), "it keeps to PDF/UA-1");
        assert!(
            text.contains("Notes, 23 November 2026") && text.contains("en-GB"),
            "it has a title and a language"
        );
        let pdf = Pdf::new(made).expect("it is read");
        let kinds = structure(&pdf);
        let of = |kind: &str| kinds.get(kind).copied().unwrap_or_default();
        assert_eq!((of("H1"), of("H2"), of("Note"), of("Table"), of("Figure")), (2, 2, 2, 2, 1), "{kinds:?}");
        assert!(of("BlockQuote") >= 4 && of("L") == 2 && of("LI") == 4 && of("Link") >= 2, "{kinds:?}");
        let outlined =
            dicts(&pdf).iter().filter(|dict| dict.contains_key("Dest") && dict.contains_key("Title")).count();
        assert_eq!(outlined, 4, "both groups and both notes are in the outline");
        let alternatives = dicts(&pdf).iter().filter(|dict| dict.contains_key("Alt")).count();
        assert!(alternatives >= 1, "the chart has words");
    }

    #[test]
    fn a_wide_table_loses_no_number_and_breaks_none() {
        let row = |cell: &dyn Fn(usize) -> String| {
            format!("| {} |\n", (0..18).map(cell).collect::<Vec<_>>().join(" | "))
        };
        let numbers: Vec<String> = (0..18).map(|column| format!("{}", 88_000_000 + column)).collect();
        let table = row(&|column| format!("Group {column}"))
            + &format!("|{}\n", "--:|".repeat(18))
            + &row(&|column| numbers[column].clone());
        let set = Item { comment: format!("Before.\n\n{table}\nAfter."), chart: None, ..item() };
        let words =
            typeset::words(TEMPLATE, serde_json::to_vec(&pages(&report(vec![set]))).expect("plain data"));
        for number in &numbers {
            assert!(words.contains(number.as_str()), "{number} in {words}");
        }
        assert!(words.matches("Group 0").count() > 1, "the first column comes again: {words}");
        assert!(words.contains("Before.") && words.contains("After."), "{words}");
    }

    #[test]
    fn the_same_notes_are_the_same_file() {
        let report = report(vec![item()]);
        assert_eq!(write(&report), write(&report));
    }

    #[test]
    fn what_is_too_long_for_a_line_is_broken_and_nothing_is_too_deep_or_too_much() {
        let long = "x".repeat(100_000);
        let deep = format!("{}deep {}", "> ".repeat(500), "- ".repeat(500));
        let items = vec![
            Item { quote: long.clone(), ..item() },
            Item { comment: deep, tags: vec![long.clone()], ..item() },
            Item { comment: format!("[link](https://example.org/{long})"), chart: None, ..item() },
        ];
        let set = set_words(&report(items));
        // Between pages stand their numbers.
        assert!(set.matches('x').count() >= 200_000 && set.contains("deep"));
    }

    #[test]
    fn a_long_word_of_many_pieces_is_broken_as_well() {
        let mut said = blocks(&"[".repeat(3_000));
        let Block::Words(words) = &said[0] else { panic!("a paragraph") };
        assert!(words.runs.len() > 1, "it is of several pieces");
        said.iter_mut().for_each(make_settable);
        let all: String = runs(&said).concat();
        let longest = all.split('\u{200b}').map(str::len).max();
        assert!(longest.is_some_and(|letters| letters <= LONG_WORD), "{longest:?}");
    }

    #[test]
    fn signs_of_every_kind_make_a_file() {
        let comment = "שלום (62%) – مرحبا بالعالم\n\n👩\u{200d}👧 e\u{301} \u{0}\u{b}\u{7f}\u{fffd} \u{e000} 日本語 हिन्दी";
        let made = write(&report(vec![Item { comment: comment.to_owned(), ..item() }])).expect("it is made");
        assert!(made.starts_with(b"%PDF-"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
        /// Everything that Typst uses for itself is words.
        #[test]
        fn what_is_typed_is_printed(
            quote in "[#*$\\\\_`@<>(){}~=/+'\"|^&;:!,.a-z0-9é“ \\[\\]-]{1,60}",
            comment in "[#*$\\\\_`@<>(){}~=/+'\"|^&;:!,.a-z0-9é“ \n\\[\\]-]{1,80}",
            tag in "[#*$\\\\_`@<>a-z-]{1,12}",
        ) {
            let typed = Item { quote: quote.clone(), comment: comment.clone(), tags: vec![tag.clone()], ..item() };
            let set = set_words(&report(vec![typed]));
            prop_assert!(quote.trim().is_empty() || set.contains(&without_space(&quote)), "{} in {}", quote, set);
            prop_assert!(set.contains(&without_space(&tag)), "{} in {}", tag, set);
            let mut rest = set.as_str();
            for words in runs(&blocks(&comment)) {
                let words = without_space(&words);
                let at = rest.find(&words);
                prop_assert!(at.is_some(), "{} in {}", words, rest);
                rest = &rest[at.unwrap_or_default() + words.len()..];
            }
        }
    }

    fn runs(said: &[Block]) -> Vec<String> {
        let of = |block: &Block| match block {
            Block::Words(words) => words.runs.iter().map(|run| run.text.clone()).collect(),
            Block::Quote { inside } => runs(inside),
            Block::List { items, .. } => items.iter().flat_map(|item| runs(item)).collect(),
            Block::Code { text } => text.lines().map(str::to_owned).collect(),
            Block::Table(table) => table.rows.iter().flatten().map(paper_table::plain).collect(),
            Block::Rule => Vec::new(),
        };
        said.iter().flat_map(of).collect()
    }
}
