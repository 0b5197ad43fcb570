//! What the program prints as a reference it takes back, in every command that takes one.

use std::path::Path;

use super::{copy, folder, here, json, run_in};

/// What a figure is named by in the output of `compare`.
fn printed(folder: &Path, figure: &str) -> String {
    let run = run_in(folder, &["compare", figure, "--format", "json"]);
    assert_eq!(run.code, Some(0), "{figure}: {}", run.err);
    let value: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    let reference = value["items"][0]["ref"].as_str().expect("it is named").to_owned();
    let text = run_in(folder, &["compare", figure]);
    assert!(text.out.lines().any(|line| line.trim() == reference), "{}", text.out);
    reference
}

#[test]
fn a_figure_of_a_briefing_that_is_on_no_shelf_is_named_by_its_path() {
    let folder = folder();
    let mut names = vec!["own", "a b/with spaces", "50%#1", "ü–日"];
    // Windows allows no name with a question mark.
    names.extend((!cfg!(windows)).then_some("what?edition=3"));
    for name in names {
        let bundle = folder.path().join(name);
        copy(Path::new(&here("briefings/cable-2017")), &bundle);
        let figure = format!("{name}#yougov-2017/interception-or-privacy");
        let known = run_in(folder.path(), &["show", name, "--format", "json"]);
        let known: serde_json::Value = serde_json::from_str(&known.out).expect("it is JSON");
        let poll = &known["polls"][0];
        let question =
            format!("{}/{}", poll["id"].as_str().unwrap(), poll["questions"][0]["id"].as_str().unwrap());
        let figure = figure.replace("yougov-2017/interception-or-privacy", &question);
        let reference = printed(folder.path(), &figure);
        assert!(reference.starts_with(&format!("{name}#")), "{reference}");
        for arguments in [
            vec!["compare", &reference],
            vec!["show", &reference],
            vec!["show", &reference, "--format", "json"],
            vec!["chart", &reference, "--to", "c.svg"],
            vec![
                "render",
                "--view",
                "compare",
                "--compare",
                &reference,
                "--size",
                "400x300",
                "--to",
                "c.png",
            ],
        ] {
            let run = run_in(folder.path(), &arguments);
            assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        }
    }
}

#[test]
fn an_edition_and_an_address_are_taken_by_every_command() {
    let folder = folder();
    let edition = json(&["show", "nspcc-e2ee-2021", "--format", "json"])["edition"].as_u64().unwrap();
    for place in ["#yougov-2021/support/support", "#yougov-2021/support"] {
        for briefing in ["nspcc-e2ee-2021", "briefing:nspcc-e2ee-2021"] {
            let named = format!("{briefing}?edition={edition}{place}");
            for arguments in
                [vec!["compare", &named], vec!["show", &named], vec!["chart", &named, "--to", "c.svg"]]
            {
                let run = run_in(folder.path(), &arguments);
                assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
            }
            let other = format!("{briefing}?edition=77{place}");
            let run = run_in(folder.path(), &["show", &other]);
            assert_eq!(run.code, Some(2));
            assert!(run.err.contains(&format!("is edition {edition}, not 77")), "{}", run.err);
        }
    }
}

#[test]
fn calls_and_passages_of_exported_notes_are_shown() {
    let folder = folder();
    let call = run_in(folder.path(), &["show", "briefing:nspcc-e2ee-2021#call:all-users"]);
    assert_eq!(call.code, Some(0), "{}", call.err);
    assert!(call.out.contains("addressed to") || call.out.contains("addressee not stated"), "{}", call.out);
    let passage = run_in(folder.path(), &["show", "nspcc-e2ee-2021?edition=1#300-340"]);
    assert_eq!((passage.code, passage.out.is_empty()), (Some(0), false), "{}", passage.err);
    let run = run_in(folder.path(), &["show", "nspcc-e2ee-2021#call:all-user"]);
    assert!(run.err.contains("Did you mean call:all-users?"), "{}", run.err);
}
