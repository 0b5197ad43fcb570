//! No rule of the container without a case that breaks it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use briefing_reader::bundle::faults::RULES;

use super::{broken_archives, broken_folders, pictures};

/// Needs a disk that fails or a user who is no administrator: tested beside the code.
const NOT_HERE: &str = "file-unreadable";

#[test]
fn every_rule_of_the_container_is_broken_by_some_case() {
    let folder = tempfile::tempdir().unwrap();
    let mut met: BTreeSet<&str> = pictures::cases().iter().flat_map(pictures::Picture::codes).collect();
    for (name, cases) in [
        ("archives", broken_archives::cases as fn(&Path) -> Vec<super::Case>),
        ("folders", broken_folders::cases),
    ] {
        let folder = folder.path().join(name);
        fs::create_dir(&folder).unwrap();
        for case in cases(&folder) {
            met.extend(case.read().1.iter().map(|fault| fault.code));
        }
    }

    let sources: String = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bundle/container"))
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let reported = RULES.iter().map(|rule| rule.code).filter(|code| sources.contains(&format!("\"{code}\"")));
    let unmet: Vec<&str> = reported.filter(|code| !met.contains(code) && *code != NOT_HERE).collect();
    assert_eq!(unmet, Vec::<&str>::new());
    assert!(met.len() > 40, "{met:?}");
}
