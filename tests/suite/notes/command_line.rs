//! Notes made, listed, changed, taken away and brought back from the command line.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::notes;

const BRIEFING: &str = "nspcc-e2ee-2021";

/// What it prints, where it is done.
fn done(data: &Path, arguments: &[&str]) -> String {
    let output = notes(data, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("it is text")
}

/// What it says, where it is refused with this code.
fn refused(data: &Path, arguments: &[&str], code: i32) -> String {
    let output = notes(data, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

fn list(data: &Path, arguments: &[&str]) -> Vec<Value> {
    let printed = done(data, &[&["list", "--format", "json"], arguments].concat());
    serde_json::from_str::<Vec<Value>>(&printed).expect("it is a list")
}

fn one_of_each(data: &Path) -> Vec<String> {
    let add = |arguments: &[&str]| done(data, &[&["add", BRIEFING], arguments].concat()).trim().to_owned();
    vec![
        add(&[
            "--quote",
            "a message can be read on the sender’s device",
            "--comment",
            "True?",
            "--tag",
            "tech",
            "--tag",
            "tech",
        ]),
        add(&["--figure", "yougov-2021/support/support", "--colour", "blue"]),
        add(&["--call", &first_call(), "--stance", "doubt", "--comment", "Too *vague*."]),
        add(&["--comment", "On the whole"]),
    ]
}

fn first_call() -> String {
    let shown = Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .args(["show", BRIEFING, "--format", "json"])
        .output()
        .expect("it starts");
    let shown: Value = serde_json::from_slice(&shown.stdout).expect("it is JSON");
    shown["calls"][0]["id"].as_str().expect("it has an id").to_owned()
}

#[test]
fn notes_are_made_and_listed_with_what_they_hang_on() {
    let data = tempfile::tempdir().unwrap();
    let ids = one_of_each(data.path());
    let listed = list(data.path(), &[]);
    assert_eq!(listed.iter().map(|note| note["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>(), ids);
    let kinds: Vec<&str> = listed.iter().map(|note| note["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["passage", "figure", "call", "briefing"]);
    let [words, figure, call, _] = &listed[..] else { panic!("four were made") };
    assert_eq!(words["quote"], "a message can be read on the sender’s device");
    assert_eq!((&words["tags"], &words["colour"]), (&serde_json::json!(["tech"]), &Value::from("yellow")));
    assert!(figure["quote"].as_str().unwrap().contains("33%"), "{figure}");
    assert_eq!(
        (&figure["target"], &figure["colour"]),
        (&"yougov-2021/support/support".into(), &"blue".into())
    );
    assert_eq!(call["stance"], "doubt");
    for field in ["briefing", "edition", "comment", "created", "modified"] {
        assert!(listed.iter().all(|note| !note[field].is_null()), "{field}");
    }
    assert!(done(data.path(), &["list"]).contains("Too *vague*."));
    assert!(listed.iter().all(|note| note["status"].is_null()), "no edition was named");
    let in_edition = list(data.path(), &[BRIEFING]);
    assert!(in_edition.iter().all(|note| note["status"] == "unchanged"), "{in_edition:?}");
}

#[test]
fn notes_are_changed_and_removed() {
    let data = tempfile::tempdir().unwrap();
    let ids = one_of_each(data.path());
    done(data.path(), &["edit", &ids[2], "--comment", "Better", "--no-stance", "--tag", "later"]);
    let call = &list(data.path(), &[])[2];
    assert_eq!((&call["comment"], &call["stance"]), (&"Better".into(), &Value::Null));
    assert_eq!(call["tags"], serde_json::json!(["later"]));
    assert_ne!(call["created"], call["modified"]);
    assert_eq!(done(data.path(), &["delete", &ids[0], &ids[1]]), "removed 2 of 2\n");
    assert_eq!(list(data.path(), &[]).len(), 2);
    let said = refused(data.path(), &["delete", &ids[0]], 2);
    assert!(said.contains("there is no note"), "{said}");
    refused(data.path(), &["edit", &ids[0], "--comment", "x"], 2);
}

#[test]
fn what_cannot_be_found_is_said_with_a_hint() {
    let data = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| refused(data.path(), &[&["add", BRIEFING], arguments].concat(), 2);
    assert!(said(&["--quote", "no such words at all"]).contains("do not stand so in the article"));
    assert!(said(&["--quote", "encryption"]).contains("--prefix or --suffix"));
    let near = said(&["--figure", "yougov-2021/suport/support"]);
    assert!(near.contains("did you mean `yougov-2021/support/support`"), "{near}");
    assert!(said(&["--call", "no-such-call-anywhere"]).contains("there is no call"));
    assert!(said(&["--quote", "  "]).contains("empty"));
    refused(data.path(), &["add", "no-such-briefing"], 2);
    assert!(list(data.path(), &[]).is_empty(), "nothing was kept");
}

#[test]
fn words_that_stand_twice_are_told_apart_by_what_is_around_them() {
    let data = tempfile::tempdir().unwrap();
    done(data.path(), &["add", BRIEFING, "--quote", "the sexual abuse of children", "--prefix", "look for"]);
    assert_eq!(list(data.path(), &[])[0]["quote"], "the sexual abuse of children");
}

#[test]
fn notes_go_out_in_each_format_and_come_back_from_annotations() {
    let data = tempfile::tempdir().unwrap();
    one_of_each(data.path());
    let at = |name: &str| data.path().join(name).to_str().unwrap().to_owned();
    for name in ["notes.md", "notes.csv", "notes.json", "notes.jsonld"] {
        done(data.path(), &["export", BRIEFING, "--to", &at(name)]);
    }
    let markdown = std::fs::read_to_string(at("notes.md")).unwrap();
    assert!(
        markdown.starts_with("---\ntitle: ")
            && markdown.contains("**poll**")
            && markdown.contains("**call**")
    );
    assert!(markdown.contains("Sample size: ") && markdown.contains("#tech"), "{markdown}");
    let table = std::fs::read_to_string(at("notes.csv")).unwrap();
    assert_eq!(table.lines().count(), 5, "{table}");
    let said = refused(data.path(), &["export", "--to", &at("notes.xyz")], 2);
    assert!(said.contains("let it end in") && !said.contains("PDF"), "{said}");
    done(data.path(), &["export", BRIEFING, "--to", &at("notes.pdf")]);
    assert!(std::fs::read(at("notes.pdf")).unwrap().starts_with(b"%PDF-1.7"));

    let other = tempfile::tempdir().unwrap();
    let told = done(other.path(), &["import", &at("notes.jsonld")]);
    assert_eq!(told, "4 annotations: 4 imported, 0 already there, 0 need a place, 0 refused\n");
    let told = done(other.path(), &["import", &at("notes.jsonld")]);
    assert_eq!(told, "4 annotations: 0 imported, 4 already there, 0 need a place, 0 refused\n");
    assert_eq!(list(other.path(), &[]), list(data.path(), &[]));
}

#[test]
fn no_annotation_is_skipped_without_a_word() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("foreign.jsonld");
    let foreign = serde_json::json!({"type": "AnnotationPage", "items": [
        {"id": "http://example.org/1", "type": "Annotation", "body": "Hm", "target": {
            "source": "briefing:nspcc-e2ee-2021",
            "selector": {"type": "TextQuoteSelector", "exact": "respite"}}},
        {"id": "http://example.org/2", "type": "Annotation", "target": "http://example.org/page"},
        {"type": "Annotation", "target": {"source": "briefing:a", "selector": {"type": "CssSelector", "value": "p"}}},
        "nothing",
    ]});
    std::fs::write(&file, foreign.to_string()).unwrap();
    let output = notes(data.path(), &["import", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(told, "4 annotations: 0 imported, 0 already there, 1 need a place, 3 refused\n");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("http://example.org/2 is refused: its source") && said.contains("annotation 3"),
        "{said}"
    );
    std::fs::write(&file, "{not json").unwrap();
    assert!(refused(data.path(), &["import", file.to_str().unwrap()], 2).contains("is not JSON"));
}

#[test]
fn notes_are_listed_oldest_first_whoever_made_their_ids() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("foreign.jsonld");
    let annotation = |number: u8| {
        serde_json::json!({"id": format!("http://example.org/{number}"), "type": "Annotation",
            "created": format!("2026-01-0{number}T00:00:00Z"), "bodyValue": number.to_string(),
            "target": {"source": "briefing:nspcc-e2ee-2021"}})
    };
    let all: Vec<Value> = (1..9).map(annotation).collect();
    std::fs::write(&file, serde_json::json!(all).to_string()).unwrap();
    done(data.path(), &["import", file.to_str().unwrap()]);
    let listed: Vec<Value> = list(data.path(), &[]).iter().map(|note| note["comment"].clone()).collect();
    assert_eq!(listed, ["1", "2", "3", "4", "5", "6", "7", "8"]);
}

#[test]
fn a_tag_is_on_one_line_and_there_once() {
    let data = tempfile::tempdir().unwrap();
    let tags = ["--tag", " for\n the\tpaper ", "--tag", "for the paper", "--tag", " ", "--tag", "a, b"];
    done(data.path(), &[&["add", BRIEFING][..], &tags].concat());
    assert_eq!(list(data.path(), &[])[0]["tags"], serde_json::json!(["for the paper", "a, b"]));
}

#[test]
fn annotations_of_other_programs_come_with_all_their_words() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("foreign.jsonld");
    let target = serde_json::json!({"source": "briefing:nspcc-e2ee-2021"});
    let annotation = |number: u8, body: &str, value: Value| {
        let mut annotation = serde_json::json!({
            "id": format!("http://example.org/{number}"), "type": "Annotation", "target": [target]});
        annotation[body] = value;
        annotation
    };
    let foreign = [
        annotation(1, "bodyValue", "In a word".into()),
        annotation(
            2,
            "body",
            serde_json::json!(["One", {"id": "http://example.org/video", "type": "Video"}]),
        ),
        annotation(
            3,
            "body",
            serde_json::json!({"type": "Choice", "items": [
            {"type": "TextualBody", "value": "First"}, {"type": "TextualBody", "value": "Second"}]}),
        ),
        serde_json::json!({"id": "http://example.org/4", "type": "Annotation", "target": [target, target]}),
    ];
    std::fs::write(&file, serde_json::json!(foreign).to_string()).unwrap();
    let output = notes(data.path(), &["import", file.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(told, "4 annotations: 3 imported, 0 already there, 0 need a place, 1 refused\n");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("http://example.org/4 is refused: it has 2 targets"), "{said}");
    let mut comments: Vec<String> =
        list(data.path(), &[]).iter().map(|note| note["comment"].as_str().unwrap().to_owned()).collect();
    comments.sort();
    assert_eq!(comments, ["First", "In a word", "One\n\nhttp://example.org/video"]);
    let made = list(data.path(), &[])[0]["created"].as_str().unwrap().to_owned();
    assert!(!made.starts_with("1970"), "what says no time is as old as its import: {made}");
    let again = notes(data.path(), &["import", file.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&again.stdout).into_owned();
    assert_eq!(told, "4 annotations: 0 imported, 3 already there, 0 need a place, 1 refused\n");
}

#[test]
fn the_database_is_copied_restored_and_looked_after() {
    let data = tempfile::tempdir().unwrap();
    let ids = one_of_each(data.path());
    let copy = data.path().join("copy.sqlite");
    done(data.path(), &["backup", "--to", copy.to_str().unwrap()]);
    done(data.path(), &["delete", &ids[0]]);
    let told = done(data.path(), &["restore", copy.to_str().unwrap()]);
    assert!(told.contains("kept as"), "{told}");
    assert_eq!(list(data.path(), &[]).len(), 4);
    let told = done(data.path(), &["doctor"]);
    assert!(told.contains("notes: 4") && told.contains("nothing wrong"), "{told}");
    std::fs::write(data.path().join("notes.sqlite"), "damaged").unwrap();
    let output = notes(data.path(), &["doctor"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("was damaged"));
    assert!(output.status.success(), "it was mended");
}

/// A briefing in a folder, with this article and this answer.
fn edition(folder: &Path, number: u32, article: &str, printed: &str, call: &str) -> String {
    std::fs::create_dir_all(folder).unwrap();
    let manifest = format!(
        "Briefing(format: 1, id: \"care\", edition: {number}, title: \"Care\", article: \"article.md\",\n\
         sources: [Source(id: \"s\", title: \"Tables\", publisher: \"P\", url: \"https://example.org\")],\n\
         polls: [Poll(id: \"p\", source: \"s\", questions: [Question(id: \"q\", title: \"Should it?\", answers: [\n\
         Answer(id: \"yes\", label: \"Yes\", value: Percent({printed}), printed: \"{printed}%\")])])],\n\
         calls: [Call(id: \"c\", title: \"Pay for care\", text: \"{call}\")])"
    );
    std::fs::write(folder.join("briefing.ron"), manifest).unwrap();
    std::fs::write(folder.join("article.md"), article).unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn notes_find_their_place_in_a_new_edition_and_say_what_became_of_them() {
    let data = tempfile::tempdir().unwrap();
    let first = edition(
        &data.path().join("first"),
        1,
        "# Care\n\nIn all, 54% said that it helps.\n\nRespite care gives parents a rest.\n\nThe last words stay.\n",
        "54",
        "Fund it.",
    );
    let second = edition(
        &data.path().join("second"),
        2,
        "# Care\n\nA word before.\n\nIn all, 57% said that it helps.\n\nThe last words stay.\n",
        "57",
        "Fund it.",
    );
    let add = |arguments: &[&str]| done(data.path(), &[&["add", first.as_str()], arguments].concat());
    add(&["--quote", "54% said"]);
    add(&["--quote", "Respite care"]);
    add(&["--quote", "last words"]);
    add(&["--figure", "p/q/yes"]);
    add(&["--call", "c"]);
    let statuses = |edition: &str| -> Vec<String> {
        list(data.path(), &[edition]).iter().map(|note| note["status"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(statuses(&first), ["unchanged"; 5]);
    assert_eq!(statuses(&second), ["text-changed", "orphaned", "unchanged", "text-changed", "unchanged"]);
    assert_eq!(statuses(&first), ["unchanged"; 5], "nothing was written back");
}
