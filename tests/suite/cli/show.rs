//! `show`: a briefing as text and as JSON.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use super::{ID, folder, here, json, program, run, run_in};

#[test]
fn a_briefing_begins_with_its_title_outline_and_key_figures() {
    let run = run(&["show", ID]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let start: Vec<&str> = run.out.lines().take_while(|line| *line != "Article").collect();
    // Articles are still being edited; how long they are is not what this is about.
    let words = json(&["show", ID, "--format", "json"])["word_count"].to_string();
    insta::assert_snapshot!(start.join("\n").replace(&format!("{words} words"), "… words"));
}

#[test]
fn a_poll_shows_what_it_discloses_and_what_it_does_not() {
    let run = run(&["show", &format!("{ID}#yougov-2021/detect-or-privacy")]);
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.out);
}

#[test]
fn everything_in_the_briefing_is_in_the_text() {
    let text = run(&["show", ID]).out;
    let value = json(&["show", ID, "--format", "json"]);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let expected = value["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| &source["url"])
        .chain(value["calls"].as_array().unwrap().iter().map(|call| &call["text"]))
        .chain(value["figures"].as_array().unwrap().iter().map(|figure| &figure["what"]))
        .chain(value["claims"].as_array().unwrap().iter().map(|claim| &claim["text"]))
        .chain(value["related"].as_array().unwrap().iter().map(|story| &story["summary"]));
    for piece in expected {
        assert!(words.contains(piece.as_str().unwrap()), "{piece} is not in the text");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 78 || line.contains("https://")));
}

#[test]
fn no_built_in_briefing_loses_a_word_of_its_tables() {
    let folder = folder();
    for entry in fs::read_dir(here("briefings")).unwrap() {
        let path = entry.unwrap().path();
        let run = run_in(folder.path(), &[OsStr::new("show"), path.as_os_str()]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", path.display());
        let article = fs::read_to_string(path.join("article.md")).unwrap();
        let cells = article.lines().filter(|line| line.starts_with('|')).flat_map(|line| line.split('|'));
        for word in
            cells.flat_map(str::split_whitespace).filter(|word| word.chars().all(char::is_alphanumeric))
        {
            assert!(run.out.contains(word), "{word} of a table in {} is lost", path.display());
        }
    }
}

#[test]
fn the_built_in_briefing_says_in_json_what_it_prints() {
    let value = json(&["show", ID, "--format", "json"]);
    assert_eq!(
        (&value["id"], &value["edition"], &value["language"]),
        (&ID.into(), &1.into(), &"en-GB".into())
    );
    assert_eq!((&value["publisher"], &value["published"]), (&"Children First".into(), &Value::Null));
    assert_eq!(value["problems"], Value::Array(Vec::new()));
    assert!(value["word_count"].as_u64() > Some(500));
    assert_eq!(value["outline"][0]["text"], "Why the question is open");
    assert!(value["outline"][0]["level"].is_u64() && value["outline"][0]["block"].is_u64());
    assert_eq!(value["calls"].as_array().unwrap().len(), 5);
    assert_eq!(value["calls"][3]["to"], "tech firms");
    assert_eq!(value["calls"][0]["to"], Value::Null);
    assert_eq!(value["calls"][0]["evidence"][0], "yougov-2021/support-if-safe");
    let claims = value["claims"].as_array().unwrap();
    assert!(claims.len() >= 10, "{}", claims.len());
    assert!(claims.iter().any(|claim| claim["target"] == "yougov-2021/support-if-safe/support"
        && claim["text"].as_str().unwrap().starts_with("62%")));
    assert_eq!(value["figures"][0]["low"], 2500.0);
    assert_eq!((&value["figures"][2]["low"], &value["figures"][2]["about"]), (&Value::Null, &70.0.into()));
}

#[test]
fn the_polls_figures_stay_as_vague_as_they_were_printed() {
    let value = json(&["show", ID, "--format", "json"]);
    let poll = &value["polls"][0];
    assert_eq!(poll["pollster"], "YouGov");
    for field in ["sample_size", "fieldwork", "mode", "weighting", "margin_of_error"] {
        assert_eq!(poll[field], Value::Null, "{field}");
    }
    let answers: Vec<(String, String, f64, f64)> = poll["questions"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|question| {
            question["answers"].as_array().unwrap().iter().map(|answer| {
                let text = |name: &str| answer[name].as_str().unwrap().to_owned();
                let name = format!("{}/{}", question["id"].as_str().unwrap(), text("id"));
                (name, text("printed"), answer["low"].as_f64().unwrap(), answer["high"].as_f64().unwrap())
            })
        })
        .collect();
    let expected = [
        ("support/support", "33%", 33.0, 33.0),
        ("support-if-safe/support", "62%", 62.0, 62.0),
        ("detect-or-privacy/detect", "more than half", 50.0, 100.0),
        ("detect-or-privacy/equal", "almost a third", 30.333, 33.333),
        ("detect-or-privacy/privacy", "just 4%", 4.0, 4.0),
        ("detect-images/support", "92%", 92.0, 92.0),
        ("detect-grooming/support", "91%", 91.0, 91.0),
    ];
    assert_eq!(answers.len(), expected.len());
    for ((name, printed, low, high), wanted) in answers.iter().zip(expected) {
        assert_eq!((name.as_str(), printed.as_str()), (wanted.0, wanted.1));
        assert!((low - wanted.2).abs() < 1e-9 && (high - wanted.3).abs() < 1e-9, "{name}: {low} to {high}");
    }
}

#[test]
fn sample_sizes_are_numbers_only_where_they_are_exact() {
    let sizes: Vec<Value> = fs::read_dir(here("briefings"))
        .unwrap()
        .flat_map(|entry| {
            let id = entry.unwrap().file_name().into_string().unwrap();
            json(&["show", &id, "--format", "json"])["polls"].as_array().unwrap().clone()
        })
        .map(|poll| poll["sample_size"].clone())
        .collect();
    assert!(sizes.iter().any(Value::is_u64) && sizes.iter().any(Value::is_null), "{sizes:?}");
    assert!(sizes.iter().any(|size| size["more_than"].is_u64()), "{sizes:?}");
    let sound = |size: &Value| {
        size.is_u64() || size.is_null() || size["more_than"].is_u64() || size["about"].is_u64()
    };
    assert!(sizes.iter().all(sound), "{sizes:?}");
}

#[test]
fn one_figure_is_named_behind_a_hash_sign_in_an_id_a_folder_or_a_file() {
    let folder = folder();
    assert_eq!(
        run_in(folder.path(), &["pack", &here("briefings/nspcc-e2ee-2021"), "--to", "x.briefing"]).code,
        Some(0)
    );
    for bundle in [ID.to_owned(), here("briefings/nspcc-e2ee-2021"), "x.briefing".to_owned()] {
        let named = format!("{bundle}#yougov-2021/support-if-safe/support");
        let shown = run_in(folder.path(), &["show", &named]);
        assert_eq!(shown.code, Some(0), "{named}: {}", shown.err);
        assert!(shown.out.starts_with("Support: 62% "), "{}", shown.out);
        let value: Value =
            serde_json::from_str(&run_in(folder.path(), &["show", &named, "--format", "json"]).out).unwrap();
        assert_eq!((&value["low"], &value["high"]), (&62.0.into(), &62.0.into()));
    }
    assert!(run(&["show", &format!("{ID}#arrests-2018")]).out.starts_with("2,500 arrests\n"));
    assert!(run(&["show", &format!("{ID}#yougov-2021")]).out.contains("Sample size      not stated"));
}

#[test]
fn a_name_that_is_nearly_right_is_put_right() {
    for (named, meant) in [
        ("nspcc-e2ee-2012".to_owned(), "did you mean the built-in briefing `nspcc-e2ee-2021`?"),
        (format!("{ID}#yougov-2021/detect-or-privat"), "Did you mean yougov-2021/detect-or-privacy?"),
        (format!("{ID}#arrest-2018"), "Did you mean arrests-2018?"),
    ] {
        let run = run(&["show", &named]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{named}");
        assert!(run.err.contains(meant), "{named}: {}", run.err);
    }
    let unlike = run(&["show", &format!("{ID}#bad/ref")]);
    assert_eq!(unlike.code, Some(2));
    let says = format!("{ID} has no bad/ref. It has yougov-2021/support, ");
    assert!(unlike.err.contains(&says), "{}", unlike.err);
}

#[test]
fn a_folder_of_briefings_is_not_one_briefing() {
    let run = run(&["show", &here("briefings")]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("is a folder of briefings: name one of them"), "{}", run.err);
}

#[test]
fn a_broken_bundle_is_shown_as_far_as_it_can_be_read() {
    let bundle = here("tests/broken/ron-missing-parenthesis");
    let run = run(&["show", &bundle]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("Article\n-------") && run.err.contains("error["), "{}", run.err);
    let value = json(&["show", &bundle, "--format", "json"]);
    assert_eq!(value["problems"][0]["severity"], "error");
}

#[test]
fn a_reader_that_closes_the_pipe_gets_no_complaint() {
    let folder = folder();
    for arguments in [
        vec!["show", ID],
        vec!["man"],
        vec!["completions", "bash"],
        vec!["show", "eurobarometer-532-2023", "--format", "json"],
    ] {
        let mut child = program(folder.path())
            .args(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("the program ends");
        assert_eq!(ended.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{arguments:?}");
    }
    let mut child =
        program(folder.path()).args(["show", ID]).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("Encryption and children"), "{first}");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn html_and_front_matter_are_shown_as_what_they_mean() {
    let folder = folder();
    let briefing = folder.path().join("b");
    super::copy(std::path::Path::new(&here("tests/good/small")), &briefing);
    fs::write(
        briefing.join("article.md"),
        "---\ntitle: Never shown\n---\n\n## Asked<!-- secret -->\n\nOne<br>two, 5 m<sup>2</sup> of H<sub>2</sub>O, \
         <del>not this</del> <kbd>Esc</kbd>, ~~nor *this*~~.\n\n<details>\n<summary>More</summary>\n\nInside.\n\n\
         </details>\n\n- [ ] to do\n- [x] done\n\n> [!WARNING]\n> Take care.\n\n| a |\n|---|\n| b<br>c |\n\n\
         <table><tr><td>as text</td></tr></table>\n",
    )
    .unwrap();
    let text = run_in(folder.path(), &["show", "b"]).out;
    let article = text.split("Article\n-------\n").nth(1).and_then(|rest| rest.split("\nPolls\n").next());
    insta::assert_snapshot!(article.unwrap_or_default());
    let value = serde_json::from_str::<Value>(&run_in(folder.path(), &["show", "b", "--format", "json"]).out);
    let outline = value.unwrap()["outline"].to_string();
    assert!(
        outline.contains("Asked") && !outline.contains("Never") && !outline.contains("secret"),
        "{outline}"
    );
}

#[test]
fn one_of_a_thing_is_not_counted_as_several() {
    let folder = folder();
    let bundle = folder.path().join("b");
    fs::create_dir(&bundle).unwrap();
    let manifest = "Briefing(format: 1, id: \"b\", edition: 1, title: \"T\", article: \"a.md\", polls: [Poll(id: \"p\", \
                    title: \"P\", source: \"s\", questions: [Question(id: \"q\", title: \"Q\", base: All, answers: \
                    [Answer(id: \"a\", label: \"A\", value: Percent(62), printed: \"62%\")])])])";
    fs::write(bundle.join("briefing.ron"), manifest).unwrap();
    fs::write(bundle.join("a.md"), "Hello.\n").unwrap();
    let shown = run_in(folder.path(), &["show", "b"]).out;
    assert!(shown.contains("· 1 word\n"), "{shown}");
    let drawn = run_in(folder.path(), &["chart", "b", "--all", "--format", "svg", "--to", "charts"]);
    assert!(drawn.err.starts_with("1 chart written into charts"), "{}", drawn.err);
}
