//! Notes on what a reference names, and exports of the notes that a filter names.

use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::notes;

const BRIEFING: &str = "nspcc-e2ee-2021";

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn listed(data: &Path) -> Vec<Value> {
    let output = notes(data, &["list", BRIEFING, "--format", "json"]);
    serde_json::from_slice(&output.stdout).expect("it is a list")
}

#[test]
fn what_stands_behind_a_briefing_is_what_the_note_is_on() {
    for (reference, kind, target) in [
        ("yougov-2021", "figure", "yougov-2021"),
        ("yougov-2021/support", "figure", "yougov-2021/support"),
        ("yougov-2021/support/support", "figure", "yougov-2021/support/support"),
        ("arrests-2018", "figure", "arrests-2018"),
        ("call:all-users", "call", "call:all-users"),
        ("10-40", "passage", "10-40"),
        ("figure:yougov-2021/support/support", "figure", "yougov-2021/support/support"),
    ] {
        let data = tempfile::tempdir().unwrap();
        let output = notes(data.path(), &["add", &format!("{BRIEFING}#{reference}"), "--comment", "x"]);
        assert!(output.status.success(), "{reference}: {}", said(&output));
        let [note] = &listed(data.path())[..] else { panic!("one was made") };
        assert_eq!((&note["kind"], &note["target"]), (&kind.into(), &target.into()), "{reference}");
        assert!(!note["quote"].as_str().unwrap().is_empty() && note["status"] == "unchanged", "{note}");
    }
}

#[test]
fn what_names_nothing_or_something_else_makes_no_note() {
    let data = tempfile::tempdir().unwrap();
    for (reference, options, told) in [
        ("yougov-2021/suport", &[][..], "did you mean `yougov-2021/support`?"),
        ("nothing-like-it", &[], "there is no figure `nothing-like-it`"),
        ("call:all-user", &[], "did you mean `all-users`?"),
        ("all-users", &[], "did you mean `call:all-users`?"),
        ("", &[], "names nothing behind the #"),
        ("900000-900010", &[], "there are no words at `900000-900010`"),
        ("yougov-2021/support", &["--quote", "message"], "so does --quote: leave one of them out"),
        ("yougov-2021/support", &["--figure", "yougov-2021"], "so does --figure"),
        ("call:all-users", &["--call", "all-users"], "so does --call"),
    ] {
        let named = format!("{BRIEFING}#{reference}");
        let output = notes(data.path(), &[&["add", named.as_str()], options].concat());
        assert_eq!(output.status.code(), Some(2), "{reference}");
        assert!(said(&output).contains(told), "{reference}: {}", said(&output));
    }
    for command in ["list", "export"] {
        let named = format!("{BRIEFING}#yougov-2021");
        let to: &[&str] = if command == "export" { &["--to", "-"] } else { &[] };
        let output = notes(data.path(), &[&[command, named.as_str()], to].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("leave out `#yougov-2021`"), "{}", said(&output));
    }
    assert!(listed(data.path()).is_empty(), "nothing was kept");
}

#[test]
fn an_export_that_meets_no_note_leaves_the_file_as_it_was() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("n.md");
    let to = file.to_str().unwrap();
    let export = |options: &[&str]| notes(data.path(), &[&["export", "--to", to], options].concat());
    let empty = export(&[]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(said(&empty).contains("there are no notes to write; nothing is written"), "{}", said(&empty));
    assert!(!file.exists());
    for (tag, colour) in [("child safety", "yellow"), ("law", "blue")] {
        let made = notes(data.path(), &["add", BRIEFING, "--comment", tag, "--tag", tag, "--colour", colour]);
        assert!(made.status.success());
    }
    assert!(export(&[]).status.success());
    let before = std::fs::read(&file).unwrap();
    for (options, told) in [
        (&["--tag", "lwa"][..], "no note has the tag `lwa`: did you mean `law`?"),
        (&["--tag", "Law"], "did you mean `law`?"),
        (&["--tag", "safety"], "did you mean `child safety`?"),
        (&["--tag", "quite another"], "their tags are `child safety`, `law`"),
        (&["--tag", ""], "no note has the tag ``"),
        (&["--colour", "pink"], "no note is pink: they are yellow, blue"),
        (&["--tag", "law", "--colour", "yellow"], "no note with the tag `law` is yellow"),
        (&["--tag", "lwa", "--colour", "yellow"], "did you mean `law`?"),
    ] {
        let output = export(options);
        let told_by = said(&output);
        assert_eq!(output.status.code(), Some(1), "{options:?}: {told_by}");
        assert!(told_by.contains(told) && told_by.contains("stays as it was"), "{options:?}: {told_by}");
        assert_eq!(std::fs::read(&file).unwrap(), before, "{options:?}");
    }
    assert!(export(&["--tag", " child   safety "]).status.success(), "a tag has single spaces");
    let printed = notes(data.path(), &["export", "--to", "-", "--tag", "lwa"]);
    assert_eq!((printed.status.code(), printed.stdout.len()), (Some(1), 0));
}

#[test]
fn tags_are_the_same_in_front_matter_and_text() {
    let data = tempfile::tempdir().unwrap();
    for tags in [&["2026", "child safety", "🔒", "Q&A"][..], &["Q A", "/", "été", "a//b", "子供"]] {
        let tags: Vec<&str> = tags.iter().flat_map(|tag| ["--tag", tag]).collect();
        assert!(notes(data.path(), &[&["add", BRIEFING][..], &tags].concat()).status.success());
    }
    let printed = notes(data.path(), &["export", "--to", "-"]);
    let text = String::from_utf8_lossy(&printed.stdout);
    let front = text.lines().find_map(|line| line.strip_prefix("tags: ")).expect("front matter");
    let mut front: Vec<String> = serde_json::from_str(front).expect("a list");
    let is_of_tags = |line: &&str| line.starts_with('#') && line.split(' ').all(|word| word.starts_with('#'));
    let mut words: Vec<String> = text
        .lines()
        .filter(|line| !line.starts_with("# "))
        .filter(is_of_tags)
        .flat_map(|line| line.split(' ').map(|word| word[1..].to_owned()))
        .collect();
    front.sort();
    words.sort();
    assert_eq!(words, front, "{text}");
    assert_eq!(words.len(), 9, "{words:?}");
}
