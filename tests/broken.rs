//! Broken bundles open as far as they can, and every fault is told with its place. The snapshots
//! are what people read: keep them plain.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use briefing_reader::bundle::Limits;
use briefing_reader::bundle::rules::RULES;
use briefing_reader::diagnostics::{Severity, render};

const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken");
const CONTAINER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bundle/container");
const SNAPSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");

#[test]
fn every_fault_is_told_in_plain_words() {
    for folder in support::folders(BROKEN) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bundle = support::read(&folder);
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("broken-{name}"), render(&bundle.problems));
        });
    }
}

#[test]
fn every_rule_is_broken_somewhere() {
    // Those that need a large file are tested with small limits below.
    let tested_apart = BTreeSet::from(["table-too-long", "text-too-long"]);
    let snapshots: String = (std::fs::read_dir(SNAPSHOTS).expect("there are snapshots"))
        .map(|entry| std::fs::read_to_string(entry.expect("it can be read").path()).expect("it is text"))
        .collect();
    // The container's own faults are made in code, and counted, by the container's tests.
    let container: String = (std::fs::read_dir(CONTAINER).expect("the container's code is there"))
        .map(|entry| std::fs::read_to_string(entry.expect("it can be read").path()).expect("it is text"))
        .collect();
    let unbroken: Vec<&str> = (RULES.iter().map(|rule| rule.code))
        .filter(|code| !container.contains(&format!("\"{code}\"")))
        .filter(|code| !tested_apart.contains(code) && !snapshots.contains(&format!("[{code}]")))
        .collect();
    assert_eq!(unbroken, Vec::<&str>::new());
}

#[test]
fn limits_have_faults_of_their_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/small");
    let codes = |limits: Limits| -> Vec<&'static str> {
        let problems = support::read_within(&folder, &limits).problems;
        problems
            .into_iter()
            .filter(|fault| fault.severity == Severity::Error)
            .map(|fault| fault.code)
            .collect()
    };
    assert_eq!(codes(Limits { table_rows: 1, ..Limits::default() }), ["table-too-long"]);
    assert_eq!(codes(Limits { table_bytes: 10, ..Limits::default() }), ["text-too-long"]);
    assert_eq!(codes(Limits { article_bytes: 10, ..Limits::default() }), ["text-too-long"]);
    assert!(codes(Limits { manifest_bytes: 10, ..Limits::default() }).contains(&"text-too-long"));
}

#[test]
fn a_good_bundle_has_no_faults_at_all() {
    let bundle = support::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/small"));
    assert_eq!(render(&bundle.problems), "");
}

#[test]
fn a_broken_bundle_opens_as_far_as_it_can() {
    let whole = support::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/small"));
    for name in
        ["ron-missing-parenthesis", "ron-missing-bracket", "ron-string-unclosed", "ron-typographic-marks"]
    {
        let bundle = support::read(&Path::new(BROKEN).join(name));
        assert!(!bundle.problems.is_empty(), "{name}");
        assert_eq!(bundle.manifest.title, whole.manifest.title, "{name}");
        assert_eq!(bundle.manifest.polls[0].questions[0], whole.manifest.polls[0].questions[0], "{name}");
        assert_eq!(bundle.manifest.calls, whole.manifest.calls, "{name}");
    }
}
