//! `check`: what is wrong with bundles, and where.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{ID, copy, folder, here, json, run, run_in};

#[test]
fn a_sound_bundle_has_nothing_wrong() {
    let run = run(&["check", ID]);
    assert_eq!((run.code, run.out), (Some(0), format!("{ID}: nothing wrong\n")));
    assert_eq!(json(&["check", ID, "--format", "json"]), Value::Array(Vec::new()));
}

#[test]
fn faults_are_told_with_place_and_hint() {
    let folder = folder();
    copy(Path::new(&here("tests/broken/field-misspelt")), &folder.path().join("mine"));
    let run = run_in(folder.path(), &["check", "mine"]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.out);
}

#[test]
fn what_counts_the_rest_of_a_kind_is_told_after_those_that_are_shown() {
    let folder = folder();
    let mine = folder.path().join("mine");
    copy(Path::new(&here(&format!("briefings/{ID}"))), &mine);
    let article = mine.join("article.md");
    let mut text = fs::read_to_string(&article).expect("it was copied");
    (0..105).for_each(|_| text.push_str("\n\nThen 77% agreed."));
    fs::write(&article, text).expect("it can be written");
    let run = run_in(folder.path(), &["check", "mine"]);
    let first = run.out.find("number-unsourced").expect("they are told");
    let shown = run.out.rfind("Then 77% agreed.").expect("they are shown");
    let counted = run.out.find("more of this kind").expect("the rest is counted");
    assert!(first < shown && shown < counted, "{}", run.out);
}

#[test]
fn faults_in_json_have_all_that_scripts_need() {
    let run = run(&["check", &here("tests/broken/field-misspelt"), "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let faults: Vec<Value> = serde_json::from_str(&run.out).expect("the output is JSON");
    assert!(!faults.is_empty());
    for fault in &faults {
        assert_eq!(fault["file"], "briefing.ron");
        assert!(["error", "warning", "info"].contains(&fault["severity"].as_str().unwrap()));
        assert!(fault["code"].is_string() && fault["message"].is_string());
        assert!(fault["line"].as_u64() > Some(0) && fault["column"].as_u64() > Some(0));
        assert!(fault["hints"][0].is_string());
    }
}

#[test]
fn warnings_fail_only_when_they_are_denied() {
    let bundle = here("tests/broken/poll-undisclosed");
    let severities = |value: &Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|fault| fault["severity"].to_string()).collect()
    };
    let found = severities(&json(&["check", &bundle, "--format", "json"]));
    assert!(
        found.contains(&"\"warning\"".to_owned()) && !found.contains(&"\"error\"".to_owned()),
        "{found:?}"
    );
    assert_eq!(run(&["check", &bundle]).code, Some(0));
    assert_eq!(run(&["check", &bundle, "--deny-warnings"]).code, Some(1));
}

#[test]
fn several_bundles_are_checked_and_told_apart() {
    let broken = here("tests/broken/field-misspelt");
    let several = run(&["check", ID, &broken, "cable-2017"]);
    assert_eq!(several.code, Some(1));
    for name in [&format!("{ID}: nothing wrong"), &format!("{broken}:"), "cable-2017: nothing wrong"] {
        assert!(several.out.contains(name), "{}", several.out);
    }
    let faults = json(&["check", ID, &broken, "--format", "json"]);
    assert_eq!(faults[0]["file"], Path::new(&broken).join("briefing.ron").display().to_string());
}

#[test]
fn a_folder_of_bundles_is_checked_as_a_whole() {
    let run = run(&["check", &here("briefings")]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert_eq!(run.out.lines().filter(|line| line.ends_with(": nothing wrong")).count(), 12);
}

#[test]
fn a_path_that_is_not_there_ends_with_2_and_the_others_are_checked_all_the_same() {
    let run = run(&["check", "nowhere", ID]);
    assert_eq!((run.code, run.out), (Some(2), format!("{ID}: nothing wrong\n")));
    assert!(run.err.contains("`nowhere` does not exist"), "{}", run.err);
}

#[test]
fn a_folder_without_a_manifest_is_no_bundle() {
    let folder = folder();
    let run = run_in(folder.path(), &["check", "."]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("error[") && run.out.contains("briefing.ron"), "{}", run.out);
}

#[test]
fn the_article_of_a_bundle_cannot_steer_the_terminal() {
    let folder = folder();
    copy(Path::new(&here("tests/good/small")), &folder.path().join("small"));
    let article = folder.path().join("small/article.md");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, format!("{text}\n\u{1b}[2Jgone [x](figure:\u{1b}[31m)\n")).unwrap();
    for command in ["check", "show"] {
        let run = run_in(folder.path(), &[command, "small"]);
        assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "{command}");
    }
}
