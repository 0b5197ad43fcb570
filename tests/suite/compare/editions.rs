//! Editions of one briefing, told apart.

use std::fs;

use serde_json::Value;

use super::{compare, errors, json, text};

/// The first briefing of the shelf as an edition that prints another share.
fn edition(folder: &std::path::Path, name: &str, number: u32, support: u32) -> String {
    let shelf = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/nspcc-e2ee-2021/");
    let manifest = fs::read_to_string(format!("{shelf}briefing.ron")).unwrap();
    let corrected = manifest.replacen("edition: 1", &format!("edition: {number}"), 1).replace(
        "value: Percent(33), printed: \"33%\"",
        &format!("value: Percent({support}), printed: \"{support}%\""),
    );
    let path = folder.join(name);
    fs::create_dir(&path).unwrap();
    fs::write(path.join("briefing.ron"), corrected).unwrap();
    let article = fs::read_to_string(format!("{shelf}article.md")).unwrap();
    fs::write(path.join("article.md"), article.replace("33%", &format!("{support}%"))).unwrap();
    format!("{}#yougov-2021/support/support", path.display())
}

#[test]
fn two_editions_of_a_briefing_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let newer = edition(folder.path(), "newer", 2, 35);
    let built_in = "nspcc-e2ee-2021#yougov-2021/support/support";
    let found = json(&[built_in, &newer]);
    let refs: Vec<&Value> = found["items"].as_array().unwrap().iter().map(|item| &item["ref"]).collect();
    // Each as it is taken back, wherever it is read.
    assert_eq!(refs, [built_in, newer.as_str()]);
    assert_eq!(
        found["pairs"][0]["verdict"],
        "33% in edition 1 against 35% in edition 2, one figure of one poll: a difference of −2 points; \
         what differs is what the briefing says, and no sampling test applies."
    );
    let printed = text(&compare(&[built_in, &newer]));
    assert!(printed.contains("NSPCC/YouGov, April 2021, edition 2\n"), "{printed}");
    let table = text(&compare(&[built_in, &newer, "--format", "csv"]));
    let mut lines = table.lines();
    let at = lines.next().unwrap().split(',').position(|column| column == "edition").unwrap();
    assert!(at > 20 && table.contains(",1,,,,sample size not stated,"), "{table}");

    let other = edition(folder.path(), "other", 2, 37);
    let output = compare(&[&newer, &other]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("two briefings are edition 2 of nspcc-e2ee-2021, and they differ"));
}
