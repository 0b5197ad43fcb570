//! References in every format, of sources that say odd things of themselves.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::export::notes::{Entry, Grouping, NotesFile, NotesFormat, Options, write};
use briefing_reader::export::references::Style;
use briefing_reader::notes::{EditionText, Note, Target, placing};
use proptest::prelude::*;
use serde_json::Value;

use super::note;

/// A source as a manifest writes it: each field with its value.
#[derive(Clone)]
struct Source(Vec<(&'static str, String)>);

impl Source {
    fn usual() -> Source {
        let fields = [
            ("id", "page"),
            ("title", "A page about it"),
            ("publisher", "Example Institute"),
            ("url", "https://example.org/page"),
            ("published", "2021-04-19"),
            ("accessed", "2026-11-23"),
            ("note", "second-hand"),
        ];
        Source(fields.map(|(name, value)| (name, value.to_owned())).to_vec())
    }

    fn with(mut self, name: &str, value: &str) -> Source {
        for field in &mut self.0 {
            if field.0 == name {
                value.clone_into(&mut field.1);
            }
        }
        self
    }

    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|field| field.0 == name).map_or("", |field| &field.1)
    }

    fn written(&self) -> String {
        let fields: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        format!("Source({})", fields.join(", "))
    }
}

/// A briefing with a call, a poll and a figure that were all read in these sources, the first of them.
fn manifest(sources: &[Source]) -> String {
    let first = sources[0].get("id");
    let written: Vec<String> = sources.iter().map(Source::written).collect();
    let calls: Vec<String> = sources
        .iter()
        .enumerate()
        .map(|(number, source)| {
            format!(
                "Call(id: \"c{number}\", title: \"Act\", by: \"B\", text: \"Act.\", source: {:?})",
                source.get("id")
            )
        })
        .collect();
    format!(
        "Briefing(format: 1, id: \"b\", edition: 1, title: \"Care\", published: {published:?}, article: \"article.md\", \
         sources: [{}], calls: [{}], figures: [Figure(id: \"f\", value: 5, unit: \"%\", what: \"w\", printed: \"5\", \
         source: {first:?})], polls: [Poll(id: \"p\", pollster: {publisher:?}, fieldwork: Dates({published:?}, \
         {published:?}), source: {first:?}, questions: [Question(id: \"q\", title: \"Q\", answers: [Answer(id: \"a\", \
         label: \"A\", value: Percent(5), printed: \"5%\")])])])",
        written.join(", "),
        calls.join(", "),
        published = sources[0].get("published"),
        publisher = sources[0].get("publisher"),
    )
}

fn bundle(sources: &[Source]) -> Bundle {
    let mut files = Files::default();
    files.insert("briefing.ron", manifest(sources).into_bytes());
    files.insert("article.md", "Words.".into());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

/// A note on everything that the bundle has, as a format.
fn written(bundle: &Bundle, format: NotesFormat, style: Style) -> NotesFile {
    let text = EditionText::of(&bundle.article);
    let calls = bundle.manifest.calls.iter().filter_map(|call| Target::call(bundle, &call.id));
    let figures = ["p", "p/q", "p/q/a", "f"].into_iter().filter_map(|of| Target::figure(bundle, of));
    let targets = calls.chain(figures).chain([Target::Briefing]);
    let notes: Vec<Note> = targets
        .zip(1..)
        .map(|(target, number)| Note {
            briefing: "b".to_owned(),
            title: String::new(),
            text_hash: text.hash(),
            target,
            ..note(number)
        })
        .collect();
    let placed = placing::place(&notes, bundle, |_| None);
    let entries: Vec<Entry<'_>> =
        placed.iter().map(|placed| Entry::within(placed.note, bundle, &text, &placed.placement)).collect();
    let options = Options { format, style, by: Grouping::Briefing, template: None, day: "2026-11-23" };
    write(&entries, &options).expect("it is made")
}

fn text(bundle: &Bundle, format: NotesFormat) -> String {
    String::from_utf8(written(bundle, format, Style::Harvard).content).expect("it is text")
}

/// What is no date, and none of them one of 2019 or 19.
const NO_DATES: [&str; 17] = [
    "20210419",
    "19-04-2021",
    "2021-22",
    "2021-00",
    "2021-04-31",
    "April 2021",
    "2021-4-9",
    "0000",
    "2021-02-29",
    "3021-04-19",
    "12345",
    "-2021",
    "2021-W05",
    "2021-04-19T10:00Z",
    "circa 2021",
    "19/04/21",
    "2022/2021",
];

#[test]
fn what_is_no_date_stands_as_it_is_in_every_format() {
    for date in NO_DATES {
        let bundle = bundle(&[Source::usual().with("published", date).with("accessed", date)]);
        let bibtex = text(&bundle, NotesFormat::Bibtex);
        assert!(!bibtex.contains("date = {"), "{date}: {bibtex}");
        assert!(bibtex.contains(&format!("Published: {date}; Read: {date}")), "{date}: {bibtex}");
        let ris = text(&bundle, NotesFormat::Ris);
        assert!(!ris.lines().any(|line| ["PY", "DA", "Y2"].iter().any(|tag| line.starts_with(tag))), "{ris}");
        assert!(ris.contains(&format!("N1  - Published: {date}\r\n")), "{ris}");
        let items: Value = serde_json::from_str(&text(&bundle, NotesFormat::CslJson)).expect("it is JSON");
        for item in items.as_array().expect("a list") {
            assert_eq!(item["issued"], serde_json::json!({"literal": date}));
        }
        for style in Style::ALL {
            let written = written(&bundle, NotesFormat::Markdown, style);
            assert_eq!(written.remarks.len(), 5, "{:?}", written.remarks);
            let markdown = String::from_utf8(written.content).expect("it is text");
            let plain = markdown.replace('\\', "");
            // OSCOLA gives a poll no date.
            let printed = if style == Style::Oscola {
                format!("({date})")
            } else {
                format!("Example Institute, {date}")
            };
            let printed = if style == Style::Chicago { printed.replace(", ", " ") } else { printed };
            assert!(plain.contains(&printed), "{date}, {style}: {plain}");
        }
    }
}

#[test]
fn dates_and_periods_are_dates_in_every_format() {
    for (date, bib, year) in [
        ("2021", "2021", "2021"),
        ("2021-04", "2021-04", "2021"),
        ("2021-04-19/2021-04-21", "2021-04-19/2021-04-21", "2021"),
        ("2021/2022", "2021/2022", "2021–2022"),
    ] {
        let bundle = bundle(&[Source::usual().with("published", date)]);
        assert!(text(&bundle, NotesFormat::Bibtex).contains(&format!("  date = {{{bib}}},\n")));
        assert!(text(&bundle, NotesFormat::Ris).contains("PY  - 2021\r\n"));
        let written = written(&bundle, NotesFormat::Markdown, Style::Harvard);
        assert_eq!(written.remarks, Vec::<String>::new());
        let markdown = String::from_utf8(written.content).expect("it is text");
        assert!(markdown.contains(&format!("(Example Institute, {year}a)")), "{markdown}");
    }
}

#[test]
fn every_reference_has_a_key_of_its_own() {
    // A poll, a source and a figure may share a name, and names in pieces may come to the same.
    let sources = ["p", "p-q", "Česko", "česko", "a/b", "a b", "a_b"]
        .map(|id| Source::usual().with("id", id).with("title", id));
    let bundle = bundle(&sources);
    let bibtex = text(&bundle, NotesFormat::Bibtex);
    let mut keys: Vec<&str> = bibtex
        .lines()
        .filter_map(|line| line.strip_prefix('@')?.split_once('{')?.1.strip_suffix(','))
        .collect();
    assert_eq!(keys.len(), sources.len() + 2, "{bibtex}");
    let ris = text(&bundle, NotesFormat::Ris);
    assert_eq!(ris.lines().filter_map(|line| line.strip_prefix("ID  - ")).collect::<Vec<_>>(), keys);
    let items: Value = serde_json::from_str(&text(&bundle, NotesFormat::CslJson)).expect("it is JSON");
    let ids: Vec<&str> =
        items.as_array().expect("a list").iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids, keys);
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), sources.len() + 2, "{keys:?}");
    assert!(
        keys.iter().all(|key| key.chars().all(|sign| sign.is_ascii_alphanumeric() || "-._/:".contains(sign)))
    );
}

/// Signs that formats use for themselves, and that no format has.
const ODD: [&str; 14] = [
    "",
    " ",
    "{",
    "}}{",
    "\\",
    "#%&$_^~@",
    "a\nTY  - BOOK",
    "<b>&amp;</b>",
    "\u{0}\u{1b}\u{2028}\u{feff}",
    "10000 and 32767",
    "Department for Digital, Culture, Media & Sport",
    "שלום 🔒",
    "\"]); #panic()",
    "n.d. no date (n.d.)",
];

#[test]
fn no_words_of_a_source_stop_an_export() {
    let long = "long ".repeat(20_000);
    for field in ["id", "title", "publisher", "url", "published", "accessed", "note"] {
        for value in ODD.iter().copied().chain([long.as_str()]) {
            let bundle = bundle(&[Source::usual().with(field, value), Source::usual().with("id", "other")]);
            let formats = [
                NotesFormat::Markdown,
                NotesFormat::Html,
                NotesFormat::Bibtex,
                NotesFormat::Ris,
                NotesFormat::CslJson,
                NotesFormat::JsonLd,
                NotesFormat::Csv,
            ];
            for (format, style) in formats.into_iter().zip(Style::ALL.into_iter().cycle()) {
                let text = String::from_utf8(written(&bundle, format, style).content).expect("it is text");
                let other = match format {
                    NotesFormat::JsonLd => "Act.",
                    NotesFormat::Csv => "https://example.org/page",
                    _ => "A page about it",
                };
                assert!(text.contains(other), "{field} {value:.40}: {format:?}");
            }
        }
    }
}

#[test]
fn no_words_of_a_source_stop_pages() {
    let long = "long ".repeat(2_000);
    let all = ODD.iter().copied().chain([long.as_str()]);
    // In all fields at once: pages take long to set.
    for value in all {
        let source = ["title", "publisher", "url", "published", "accessed", "note"]
            .into_iter()
            .fold(Source::usual(), |source, field| source.with(field, value));
        let bundle = bundle(&[source]);
        for style in [Style::Apa, Style::Oscola] {
            assert!(written(&bundle, NotesFormat::Docx, style).content.starts_with(b"PK"));
        }
        assert!(
            written(&bundle, NotesFormat::Pdf, Style::Harvard).content.starts_with(b"%PDF-"),
            "{value:.40}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn no_date_is_printed_as_another_year(date in "[0-9]{1,5}[-/. ]?[0-9]{0,4}[-/. ]?[0-9]{0,4}") {
        let date = date.split_whitespace().collect::<Vec<_>>().join(" ");
        let bundle = bundle(&[Source::usual().with("published", &date)]);
        let items: Value = serde_json::from_str(&text(&bundle, NotesFormat::CslJson)).expect("it is JSON");
        let issued = &items[0]["issued"];
        if let Some(year) = issued["date-parts"][0][0].as_i64() {
            prop_assert!(date.starts_with(&year.to_string()));
        } else {
            prop_assert_eq!(&issued["literal"], &date);
        }
        let citation = text(&bundle, NotesFormat::Markdown).replace('\\', "");
        let (_, after) = citation.split_once("(Example Institute, ").expect("it is cited");
        let (printed, _) = after.split_once(')').expect("it ends");
        // With a letter, since the poll is of the same institution and date.
        let printed = printed.trim_end_matches(|sign: char| sign.is_ascii_lowercase());
        prop_assert!(date.starts_with(printed) || printed.replace('–', "/") == date, "{} is {}", date, printed);
    }
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .args(["--data-dir", data.to_str().unwrap()])
        .args(arguments)
        .env("NO_COLOR", "1")
        .output()
        .expect("it starts")
}

fn in_folder(folder: &Path, sources: &[Source]) -> PathBuf {
    let bundle = folder.join("b");
    std::fs::create_dir_all(&bundle).unwrap();
    std::fs::write(bundle.join("briefing.ron"), manifest(sources)).unwrap();
    std::fs::write(bundle.join("article.md"), "Words.").unwrap();
    bundle
}

#[test]
fn a_date_that_is_none_is_told_by_check_and_by_the_export() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = in_folder(folder.path(), &[Source::usual().with("published", "20210419")]);
    let bundle = bundle.to_str().unwrap();
    let checked = run(folder.path(), &["check", bundle]);
    let told =
        String::from_utf8_lossy(&checked.stdout).into_owned() + &String::from_utf8_lossy(&checked.stderr);
    assert!(told.contains("`20210419` is not a date") && told.contains("write `2021-04-19`"), "{told}");
    assert!(run(folder.path(), &["notes", "add", bundle, "--call", "c0"]).status.success());
    let out = folder.path().join("x.bib");
    let exported = run(folder.path(), &["notes", "export", bundle, "--to", out.to_str().unwrap()]);
    assert!(exported.status.success());
    let told = String::from_utf8_lossy(&exported.stderr);
    assert!(told.contains("“A page about it”: “20210419”, when it was published, is no date"), "{told}");
}
