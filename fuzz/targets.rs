//! What the fuzz targets do with the bytes that they are given, and what must hold whatever these are.
//! `fuzz_targets/` hands over what libFuzzer makes up; `tests/suite/fuzz_corpus.rs` hands over
//! what is kept in `corpus/` and `crashes/`.

use std::fs;
use std::path::Path;

use briefing_reader::article;
use briefing_reader::bundle::{Bundle, Files, Limits, Origin, container, from_files};
use briefing_reader::diagnostics::render;
use briefing_reader::export::notes::{Entry, Grouping, NotesFormat, Options, read_jsonld, write};
use briefing_reader::export::references::Style;
use briefing_reader::library::comparison;
use briefing_reader::notes::EditionText;

/// One target.
pub type Target = fn(&[u8]);

/// All targets by name, which is that of their folder in `corpus/`.
pub const TARGETS: [(&str, Target); 8] = [
    ("container", container),
    ("manifest", manifest),
    ("article", article),
    ("table", table),
    ("number", number),
    ("annotations", annotations),
    ("comparison", comparison),
    ("session", session),
];

/// A bundle with a poll, a table, a figure and a call, which a target puts its bytes into.
const BRIEFING: &str = r#"Briefing(format: 1, id: "fuzzed", edition: 1, title: "T", summary: "S", language: "en-GB",
published: NotStated, publisher: "P", article: "article.md",
sources: [Source(id: "page", title: "A page", publisher: "P", url: "https://example.org/", published: NotStated, accessed: "2026-11-23")],
polls: [Poll(id: "p", pollster: "Q", commissioned_by: NotStated, population: "UK adults", sample_size: 1000,
fieldwork: Dates("2026-03-02", "2026-03-04"), mode: NotStated, weighting: NotStated, margin_of_error: NotStated,
tables: NotStated, source: "page", table: "polls/t.csv", questions: [Question(id: "q", topic: "", title: "Q?",
wording: NotStated, base: All, answers: [Answer(id: "yes", label: "Yes", value: Percent(75), printed: "75%"),
Answer(id: "no", label: "No", value: MoreThan(20), printed: "more than a fifth")])])],
figures: [Figure(id: "f", value: 2500, unit: "arrests", what: "Arrests", printed: "2,500", source: "page")],
calls: [Call(id: "c", title: "Act", by: "P", to: NotStated, text: "Act.", evidence: ["p/q", "f"], source: "page")])"#;
const ARTICLE: &str =
    "## Words\n\n![Q](poll:p/q)\n\n[75%](figure:p/q/yes) and [2,500](figure:f), [act](call:c).\n";
const TABLE: &str = "question,topic,title,wording_kind,wording,base,choice,answer,label,value,printed,kind\n\
    r,,R?,not stated,,all,,yes,Yes,62,62%,\n,,,,,,,no,No,38,38%,\n";

/// Files of that kind are not read from the disk in one go: what is larger says nothing new.
const LARGEST: usize = 64 * 1024;

fn bundle(manifest: &[u8], article: &[u8], table: &[u8]) -> Bundle {
    let mut files = Files::default();
    files.insert("briefing.ron", manifest.to_vec());
    files.insert("article.md", article.to_vec());
    files.insert("polls/t.csv", table.to_vec());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

/// Everything that `check` and the page ask of a bundle; each fault must be told in words.
fn use_all(bundle: &Bundle) {
    let faults = bundle.problems();
    assert!(faults.iter().all(|fault| !fault.message.is_empty()));
    assert_eq!(render(faults).is_empty(), faults.is_empty());
    let text = EditionText::of(&bundle.article);
    assert_eq!(EditionText::from_stored(text.as_str().to_owned()).hash(), text.hash());
}

/// A `.briefing` file.
pub fn container(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let path = folder.path().join("fuzzed.briefing");
    fs::write(&path, bytes).expect("it can be written");
    if let Ok((origin, files, faults)) = container::read(&path, &Limits::default()) {
        use_all(&from_files(origin, files, &Limits::default(), faults));
    }
}

/// A manifest.
pub fn manifest(bytes: &[u8]) {
    use_all(&bundle(bytes, ARTICLE.as_bytes(), TABLE.as_bytes()));
}

/// An article. Its blocks keep to its text, and reading it again says the same.
pub fn article(bytes: &[u8]) {
    let bundle = bundle(BRIEFING.as_bytes(), bytes, TABLE.as_bytes());
    use_all(&bundle);
    let text = &bundle.article_source;
    assert_eq!(article::parse(text), bundle.article, "read in one go");
    for block in &bundle.article.blocks {
        assert!(text.get(block.source.clone()).is_some(), "{:?}", block.source);
    }
}

/// A poll table.
pub fn table(bytes: &[u8]) {
    use_all(&bundle(BRIEFING.as_bytes(), ARTICLE.as_bytes(), bytes));
}

/// A number in prose, as a claim on 75%, on "more than a fifth" and on a count; and as it is printed.
pub fn number(bytes: &[u8]) {
    let Ok(words) = std::str::from_utf8(bytes) else { return };
    let words: String = words.chars().filter(|c| !"[]()\\`\n\r".contains(*c)).collect();
    let article =
        format!("[{words}](figure:p/q/yes)\n\n[{words}](figure:p/q/no)\n\n[{words}](figure:f)\n\n{words}\n");
    use_all(&bundle(BRIEFING.as_bytes(), article.as_bytes(), TABLE.as_bytes()));
    let cell = words.replace('"', "\"\"");
    let table = TABLE.replace("62,62%", &format!("\"{cell}\",\"{cell}\""));
    use_all(&bundle(BRIEFING.as_bytes(), ARTICLE.as_bytes(), table.as_bytes()));
}

/// Web annotations. What is taken over and written out again is all taken over again.
pub fn annotations(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(read) = read_jsonld(text) else { return };
    let notes: Vec<_> = read.into_iter().flatten().map(|taken| taken.note).collect();
    let entries: Vec<Entry<'_>> = notes.iter().map(Entry::alone).collect();
    let export = |format| {
        let (style, by) = (Style::default(), Grouping::default());
        write(&entries, &Options { format, style, by, template: None, day: "2026-11-23" })
            .expect("it can be written")
    };
    let written = String::from_utf8(export(NotesFormat::JsonLd).content).expect("it is text");
    let again = read_jsonld(&written).expect("it is JSON");
    assert_eq!(again.iter().filter(|item| item.is_ok()).count(), notes.len(), "{written}");
    for format in [NotesFormat::Markdown, NotesFormat::Html, NotesFormat::Ris, NotesFormat::Bibtex] {
        assert!(String::from_utf8(export(format).content).is_ok());
    }
}

/// A comparison's file. What is read, written and read again is the same.
pub fn comparison(bytes: &[u8]) {
    let read = |bytes: &[u8]| comparison::read(Path::new("fuzzed.comparison"), bytes);
    match read(bytes) {
        Ok(recipe) => {
            assert_eq!(read(comparison::write(&recipe).as_bytes()).expect("it was written"), recipe);
        }
        Err(faults) => assert!(!render(&faults).is_empty()),
    }
}

/// A session or settings: the first byte says which. What cannot be understood is told and kept.
pub fn session(bytes: &[u8]) {
    let Some((which, text)) = bytes.split_first() else { return };
    let folder = tempfile::tempdir().expect("a folder for a while");
    let name = if which % 2 == 0 { "session.ron" } else { "settings.ron" };
    fs::write(folder.path().join(name), text).expect("it can be written");
    drop(briefing_reader::app::Session::load(folder.path()));
}

/// Hands bytes to a target, but for those that are too many to say anything new.
pub fn run(target: Target, bytes: &[u8]) {
    if bytes.len() <= LARGEST {
        target(bytes);
    }
}
