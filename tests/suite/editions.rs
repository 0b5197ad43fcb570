//! Two editions of a briefing held against each other, on the command line.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn edition(folder: &Path, number: u32, article: &str, yes: &str, calls: &str) -> String {
    fs::create_dir_all(folder).expect("it can be made");
    let manifest = format!(
        "Briefing(format: 1, id: \"care\", edition: {number}, title: \"Care\", article: \"article.md\",\n\
         sources: [Source(id: \"s\", title: \"Tables\", publisher: \"P\", url: \"https://example.org\")],\n\
         polls: [Poll(id: \"p\", source: \"s\", sample_size: 1000, questions: [Question(id: \"q\", title: \"Should it?\", answers: [\n\
         Answer(id: \"yes\", label: \"Yes\", value: Percent({yes}), printed: \"{yes}%\")])])],\n\
         calls: [{calls}])"
    );
    fs::write(folder.join("briefing.ron"), manifest).expect("it can be written");
    fs::write(folder.join("article.md"), article).expect("it can be written");
    folder.to_str().expect("it is text").to_owned()
}

fn diff(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .arg("diff")
        .args(arguments)
        .output()
        .expect("it starts")
}

fn two_editions(folder: &Path) -> (String, String) {
    let stays = "Call(id: \"a\", title: \"Pay for it\", text: \"Fund care.\")";
    let old = edition(
        &folder.join("old"),
        1,
        "## Numbers\n\nIn all, 54% said that it helps.\n\nThis goes.\n\n## More\n\nThis stays.\n",
        "54",
        &format!("{stays}, Call(id: \"b\", title: \"Ask\", text: \"Ask parents.\")"),
    );
    let new = edition(
        &folder.join("new"),
        2,
        "## Numbers\n\nIn all, 57% said that it helps.\n\n## More\n\nThis stays.\n\nThis is new.\n",
        "57",
        &format!("{stays}, Call(id: \"c\", title: \"Tell\", text: \"Tell all.\")"),
    );
    (old, new)
}

#[test]
fn what_changed_is_said_word_by_word_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let (old, new) = two_editions(folder.path());
    let output = diff(&[&old, &new]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stdout), @r"
    care edition 1 → care edition 2

    Text
      Numbers: In all, [-54-]{+57+}% said that it helps.
      Numbers: [-This goes.-]
      More: {+This is new.+}

    Figures
      p/q/yes: Yes: [-54-]{+57+}%

    Calls
      c: {+Tell: Tell all.+}
      b: [-Ask: Ask parents.-]
    ");
}

#[test]
fn a_paragraph_that_went_does_not_take_the_place_of_one_that_was_reworded() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let old =
        "## Poll\n\nNobody asked the carers what they thought.\n\nMost adults do not support the plan.\n";
    let new = "## Poll\n\nMost adults do support the plan.\n";
    let old = edition(&folder.path().join("old"), 1, old, "54", "");
    let new = edition(&folder.path().join("new"), 2, new, "54", "");
    let told = String::from_utf8(diff(&[&old, &new]).stdout).expect("it is text");
    assert!(told.contains("Poll: [-Nobody asked the carers what they thought.-]"), "{told}");
    assert!(told.contains("Poll: Most adults do [-not -]support the plan."), "{told}");
}

#[test]
fn the_same_twice_differs_in_nothing() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let (old, _) = two_editions(folder.path());
    let output = diff(&[&old, &old]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("Nothing differs.\n"));
}

#[test]
fn programs_get_lists_of_what_was_and_what_is() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let (old, new) = two_editions(folder.path());
    let output = diff(&[&old, &new, "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((&told["old"]["edition"], &told["new"]["edition"]), (&1.into(), &2.into()));
    let figure = serde_json::json!({"at": "p/q/yes", "old": "Yes: 54%", "new": "Yes: 57%"});
    assert_eq!(told["figures"], serde_json::json!([figure]));
    let ids: Vec<_> =
        told["calls"].as_array().expect("a list").iter().map(|call| call["at"].clone()).collect();
    assert_eq!(ids, ["c", "b"]);
    assert_eq!(told["text"].as_array().expect("a list").len(), 3);
}

#[test]
fn what_cannot_be_read_is_said() {
    let output = diff(&["no-such-edition", "nspcc-e2ee-2021"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("does not exist"));
}
