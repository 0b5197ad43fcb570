//! Broken bundles open as far as they can, and every fault is told with its place. The snapshots
//! are what people read: keep them plain.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use briefing_reader::bundle::faults::RULES;
use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::diagnostics::{Severity, render};

const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken");

/// The folders in a folder, by name.
fn folders(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        entries(folder.as_ref()).into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The bundle in a folder.
fn read(folder: &Path) -> Bundle {
    read_within(folder, &Limits::default())
}

/// The bundle in a folder, read within limits.
fn read_within(folder: &Path, limits: &Limits) -> Bundle {
    Bundle::open(folder, limits).unwrap_or_else(|why| panic!("{}: {why}", folder.display()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("it can be read").path()).collect()
}

#[test]
fn every_fault_is_told_in_plain_words() {
    for folder in folders(BROKEN) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bundle = read(&folder);
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("broken-{name}"), render(bundle.problems()));
        });
    }
}

#[test]
fn every_rule_is_broken_somewhere() {
    // Those that need a large file are tested with small limits below.
    let tested_apart =
        BTreeSet::from(["table-too-long", "too-large-article", "too-large-manifest", "too-large-table"]);
    let snapshots = texts_in("tests/suite/snapshots");
    // What the container finds has tests of its own.
    let container = texts_in("src/bundle/container");
    let unbroken: Vec<&str> = (RULES.iter().map(|rule| rule.code))
        .filter(|code| !tested_apart.contains(code) && !container.contains(&format!("\"{code}\"")))
        .filter(|code| !snapshots.contains(&format!("[{code}]")))
        .collect();
    assert_eq!(unbroken, Vec::<&str>::new());
}

fn texts_in(folder: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).expect("it is there");
    files
        .map(|file| {
            String::from_utf8_lossy(&fs::read(file.expect("it is there").path()).expect("it can be read"))
                .into_owned()
        })
        .collect()
}

#[test]
fn limits_have_faults_of_their_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/small");
    let codes = |limits: Limits| -> Vec<&'static str> {
        let bundle = read_within(&folder, &limits);
        let problems = bundle.problems().iter();
        problems.filter(|fault| fault.severity == Severity::Error).map(|fault| fault.code).collect()
    };
    assert_eq!(codes(Limits { table_rows: 1, ..Limits::default() }), ["table-too-long"]);
    assert_eq!(codes(Limits { table_bytes: 10, ..Limits::default() }), ["too-large-table"]);
    assert_eq!(codes(Limits { article_bytes: 10, ..Limits::default() }), ["too-large-article"]);
    assert!(codes(Limits { manifest_bytes: 10, ..Limits::default() }).contains(&"too-large-manifest"));
}

#[test]
fn files_without_a_manifest_are_told_so() {
    let mut files = Files::default();
    files.insert("article.md", b"Words.".to_vec());
    let bundle = from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new());
    let codes: Vec<&str> = bundle.problems().iter().map(|fault| fault.code).collect();
    assert_eq!(codes, ["manifest-absent"]);
    assert_eq!(bundle.article.blocks.len(), 1, "the article is there to read all the same");
}

#[test]
fn a_good_bundle_has_no_faults_at_all() {
    let bundle = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/small"));
    assert_eq!(render(bundle.problems()), "");
}

#[test]
fn a_broken_bundle_opens_as_far_as_it_can() {
    let whole = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/small"));
    for name in
        ["ron-missing-parenthesis", "ron-missing-bracket", "ron-string-unclosed", "ron-typographic-marks"]
    {
        let bundle = read(&Path::new(BROKEN).join(name));
        assert!(!bundle.problems().is_empty(), "{name}");
        assert_eq!(bundle.manifest.title, whole.manifest.title, "{name}");
        assert_eq!(bundle.manifest.polls[0].questions[0], whole.manifest.polls[0].questions[0], "{name}");
        assert_eq!(bundle.manifest.calls, whole.manifest.calls, "{name}");
    }
}
