//! What people type on the command line: the examples of the help, words that begin like options.

use std::path::Path;
use std::process::{Command, Output};

fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-reader"));
    program.args(arguments).arg("--data-dir").arg(data).output().expect("the program runs")
}

/// A line of a shell in words; quotation marks hold words together.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(index, part)| if index % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .collect()
}

#[test]
fn the_examples_of_the_help_do_what_they_say() {
    let data = tempfile::tempdir().expect("a folder");
    let help = String::from_utf8(run(data.path(), &["notes", "add", "--help"]).stdout).expect("it is text");
    let examples: Vec<&str> =
        help.lines().filter_map(|line| line.trim().strip_prefix("briefing-reader ")).collect();
    assert!(examples.len() >= 3, "{help}");
    for example in examples {
        let output = run(data.path(), &words(example));
        assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_comment_may_begin_as_a_list_does() {
    let data = tempfile::tempdir().expect("a folder");
    let comment = "- a point\n- another";
    let made = run(data.path(), &["notes", "add", "nspcc-e2ee-2021", "--comment", comment]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let listed = run(data.path(), &["notes", "list", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("it is JSON");
    assert_eq!(listed[0]["comment"], comment);
}

#[test]
fn a_comment_that_leaves_code_open_takes_no_other_note_with_it() {
    let data = tempfile::tempdir().expect("a folder");
    for comment in ["```\nlet open", "<!-- open", "<script>open", "~~~~ open", "After all of them."] {
        assert!(
            run(data.path(), &["notes", "add", "nspcc-e2ee-2021", "--comment", comment]).status.success()
        );
    }
    let markdown = run(data.path(), &["notes", "export", "--to", "-"]).stdout;
    let markdown = String::from_utf8(markdown).expect("it is text");
    let mut depth = 0;
    let mut at = Vec::new();
    for event in pulldown_cmark::Parser::new(&markdown) {
        match event {
            pulldown_cmark::Event::Start(_) => depth += 1,
            pulldown_cmark::Event::End(_) => depth -= 1,
            pulldown_cmark::Event::Text(words) if *words == *"After all of them." => at.push(depth),
            _ => {}
        }
    }
    assert_eq!(at, [1], "it is a paragraph of its own in\n{markdown}");
}
