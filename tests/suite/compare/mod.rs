//! `compare`, as a process: what it prints and how it ends.

mod bases;
mod doubtful;
mod editions;
mod shape;

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

fn compare(arguments: &[&str]) -> Output {
    run(&[&["compare"], arguments].concat())
}

fn run(arguments: &[&str]) -> Output {
    let data = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .args(arguments)
        .env("BRIEFING_READER_DATA", data.path())
        .output()
        .unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = compare(&[arguments, &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn near(found: &Value, low: f64, high: f64) -> bool {
    let end = |index: usize| found[index].as_f64().unwrap();
    (end(0) - low).abs() < 0.05 && (end(1) - high).abs() < 0.05
}

const WEST: &str = "nspcc-duty-of-care-2021#south-west-2021/prosecute-managers";
const EAST: &str = "nspcc-duty-of-care-2021#south-east-2021/prosecute-managers/support";

#[test]
fn two_groups_are_tested_with_intervals_in_points() {
    let found = json(&[WEST, EAST]);
    let items = found["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(
        items[0]["ref"], "nspcc-duty-of-care-2021#south-west-2021/prosecute-managers/support",
        "a question stands for its first answer"
    );
    assert_eq!(items[0]["printed"], "85%");
    assert_eq!((&items[0]["low"], &items[0]["high"]), (&85.0.into(), &85.0.into()));
    assert_eq!(items[0]["n"], 197);
    assert!(near(&items[0]["interval"], 79.3, 89.3), "{}", items[0]);
    assert_eq!(items[0]["why_no_interval"], Value::Null);
    let pair = &found["pairs"][0];
    assert_eq!((&pair["a"], &pair["b"]), (&items[0]["ref"], &items[1]["ref"]));
    assert!(near(&pair["difference"], 1.8, 15.7), "{pair}");
    assert_eq!(pair["difference_of"], "sampling");
    assert_eq!(pair["significant"], true);
    assert!((pair["p_holm"].as_f64().unwrap() - 0.0148).abs() < 0.0002, "{pair}");
    assert_eq!(pair["why_not"], Value::Null);
    assert!(pair["verdict"].as_str().unwrap().starts_with("85% of 197 against 76% of 302: "), "{pair}");
}

#[test]
fn comparability_lists_every_aspect_with_a_value_for_each_figure() {
    let found = json(&[WEST, EAST]);
    let listed = found["comparability"].as_array().unwrap();
    let aspects: Vec<_> = listed
        .iter()
        .map(|aspect| (aspect["aspect"].as_str().unwrap(), aspect["status"].as_str().unwrap()))
        .collect();
    assert_eq!(
        aspects,
        [
            ("wording", "same"),
            ("population", "different"),
            ("base", "same"),
            ("mode", "same"),
            ("dates", "same"),
            ("answer options", "unknown"),
            ("answer", "same"),
            ("asked for by", "same"),
        ]
    );
    assert!(listed.iter().all(|aspect| aspect["values"].as_array().unwrap().len() == 2));
    assert_eq!(listed[3]["values"], serde_json::json!([null, null]), "the mode is not stated");
}

#[test]
fn two_questions_of_one_poll_are_the_same_people() {
    let found = json(&[
        "nspcc-private-messaging-2023#messaging-2023/ofcom-power/support",
        "nspcc-private-messaging-2023#messaging-2023/scan-private/should",
    ]);
    let pair = &found["pairs"][0];
    assert_eq!(
        pair["verdict"],
        "73% against 60%, same poll, same people: a difference of 13 points between two questions; no sampling test applies."
    );
    assert_eq!((&pair["significant"], &pair["p_holm"]), (&Value::Null, &Value::Null));
    assert!(pair["why_not"].as_str().unwrap().contains("the same people answered"));
}

#[test]
fn without_a_sample_size_there_is_no_interval_unless_one_is_tried() {
    let topic = ["--topic", "encryption-support"];
    let found = json(&topic);
    for item in found["items"].as_array().unwrap() {
        assert_eq!((&item["n"], &item["interval"]), (&Value::Null, &Value::Null));
        assert_eq!(item["why_no_interval"], "sample size not stated");
    }
    assert_eq!(found["assumption"], Value::Null);

    let tried = json(&[&topic[..], &["--assume-n", "1000"]].concat());
    assert_eq!(tried["assumption"], "if n were 1,000");
    for item in tried["items"].as_array().unwrap() {
        assert_eq!((&item["n"], &item["assumption"]), (&1000.into(), &"if n were 1,000".into()));
    }
    assert!(near(&tried["items"][0]["interval"], 30.2, 36.0), "{tried}");
}

#[test]
fn a_trial_is_labelled_wherever_its_number_stands_and_leaves_stated_numbers_alone() {
    let arguments = ["--topic", "message-scanning", "--assume-n", "1000"];
    let found = json(&arguments);
    let (mut tried, mut stated) = (0, 0);
    for item in found["items"].as_array().unwrap() {
        if item["assumption"].is_null() {
            stated += usize::from(item["n"].is_u64());
        } else {
            tried += 1;
            assert_eq!(item["n"], 1000);
        }
    }
    assert!(tried > 0 && stated > 0, "{found}");
    let labelled = found["pairs"].as_array().unwrap().iter().filter(|pair| !pair["assumption"].is_null());
    for pair in labelled {
        let verdict = pair["verdict"].as_str().unwrap();
        assert!(verdict.starts_with("If n were 1,000: ") && verdict.contains("(assumed)"), "{verdict}");
    }
    let printed = text(&compare(&arguments));
    assert!(printed.starts_with("A trial: if n were 1,000, where no usable sample size is stated\n"));
    for line in printed.lines().filter(|line| line.contains("% to ") && !line.contains("confidence")) {
        assert!(line.contains("n = ") || line.contains("if n were 1,000"), "{line}");
    }
}

#[test]
fn a_topic_is_compared_over_the_whole_shelf_and_words_stay_bounds() {
    let found = json(&["--topic", "detection-or-privacy"]);
    let printed: Vec<_> = found["items"].as_array().unwrap().iter().map(|item| &item["printed"]).collect();
    assert_eq!(printed[0], "more than half");
    let pair = &found["pairs"][0];
    assert_eq!(pair["difference_of"], "printed");
    assert!(near(&pair["difference"], -46.0, 4.0), "{pair}");
    assert_eq!(pair["significant"], Value::Null);
}

#[test]
fn text_has_figures_differences_the_list_and_the_notes() {
    let output = compare(&[WEST, EAST]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output);
    for part in [
        "Figures\n",
        "     79.3% to 89.3%, n = 197\n",
        "\nDifferences\n",
        "\nCan these be compared?\n",
        "  population      different\n",
        "  mode            same\n    1  not stated, but one survey\n",
        "\nNotes\n",
        "the true uncertainty is larger.\n",
    ] {
        assert!(printed.contains(part), "{part:?} is not in:\n{printed}");
    }
    assert!(printed.lines().all(|line| line.chars().count() <= 78), "{printed}");
}

#[test]
fn a_figure_named_twice_is_compared_once() {
    assert_eq!(json(&[EAST, EAST])["items"].as_array().unwrap().len(), 1);
    let with_topic = json(&[EAST, "--topic", "senior-manager-liability"]);
    let items = with_topic["items"].as_array().unwrap();
    assert_eq!(items.iter().filter(|item| item["ref"] == EAST).count(), 1);
    assert_eq!(items[0]["ref"], EAST);
}

#[test]
fn what_cannot_be_found_ends_with_2_and_a_hint() {
    let cases: [(&[&str], &str); 13] = [
        (&["no-such-briefing#a/b"], "no-such-briefing"),
        (&["nspcc-e2ee-2021#yougov-2021/suport"], "Did you mean yougov-2021/support?"),
        (&["nspcc-e2ee-2021#bad/ref"], "has no bad/ref. It has yougov-2021/support, "),
        (&["#yougov-2021/support"], "`#yougov-2021/support` names no briefing"),
        (&[""], "a value is required"),
        (&["nspcc-e2ee-2021#"], "write nspcc-e2ee-2021#POLL/QUESTION"),
        (&["nspcc-e2ee-2021"], "write nspcc-e2ee-2021#POLL/QUESTION"),
        (&["nspcc-e2ee-2021#yougov-2021"], "name one of its questions (support, "),
        (&["nspcc-e2ee-2021#reports-lost"], "is no poll share"),
        (&["--topic", "encryption-suport"], "Did you mean encryption-support?"),
        (&["--topic", "weather"], "Several questions have one of senior-manager-liability, "),
        (&[], "required"),
        (&[WEST, "--assume-n", "0"], "0 is not a sample size"),
    ];
    for (arguments, expected) in cases {
        let output = compare(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(errors(&output).contains(expected), "{arguments:?}: {}", errors(&output));
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_briefing_with_errors_is_compared_as_far_as_it_can_be_read_and_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/nspcc-e2ee-2021/");
    let manifest = fs::read_to_string(format!("{shelf}briefing.ron")).unwrap();
    fs::write(folder.path().join("briefing.ron"), manifest.replace("Percent(33)", "Percent(133)")).unwrap();
    fs::copy(format!("{shelf}article.md"), folder.path().join("article.md")).unwrap();
    let output = compare(&[&format!("{}#yougov-2021/support-if-safe", folder.path().display())]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert!(text(&output).contains("62%"), "{}", text(&output));
    assert!(errors(&output).contains("133"), "{}", errors(&output));
}

#[test]
fn the_chart_is_written_instead_where_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    for (name, begins) in
        [("c.svg", "<svg "), ("c.csv", "\u{feff}briefing,"), ("c.md", "**Encryption support**")]
    {
        let output = compare(&["--topic", "encryption-support", "--to", &path(name), "--kind", "two-by-two"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let text = std::fs::read_to_string(path(name)).unwrap();
        assert!(text.starts_with(begins), "{name}: {}", &text[..60]);
    }
}

#[test]
fn figures_of_one_topic_are_called_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("c.md").display().to_string();
    assert_eq!(compare(&[WEST, EAST, "--to", &to]).status.code(), Some(0));
    assert!(fs::read_to_string(&to).unwrap().starts_with("**Senior manager liability**"));
}

#[test]
fn figures_are_never_drawn_in_another_way_than_the_one_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("c.png").display().to_string();
    let asked = ["--topic", "message-scanning", "--to", &to, "--kind", "two-by-two"];
    for output in [compare(&asked), run(&[&["render", "--view", "compare"], &asked[..]].concat())] {
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("cannot be drawn as two-by-two: use one of dots, "), "{said}");
        assert!(!folder.path().join("c.png").exists());
    }
}

#[test]
fn figures_stand_in_the_order_that_was_asked_for() {
    let found = json(&["--topic", "message-scanning", "--order", "value"]);
    let printed: Vec<&str> =
        found["items"].as_array().unwrap().iter().filter_map(|item| item["printed"].as_str()).collect();
    assert_eq!(printed, ["87%", "72%", "69%", "66%", "60%"]);
}

#[test]
fn a_briefing_that_is_named_for_each_of_its_figures_is_one_briefing() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("c.svg").display().to_string();
    let figure = |rest: &str| format!("nspcc-e2ee-2021#yougov-2021/{rest}");
    let figures =
        [figure("detect-or-privacy/detect"), figure("detect-or-privacy/equal"), figure("support/support")];
    let mut arguments: Vec<&str> = figures.iter().map(String::as_str).collect();
    arguments.extend(["--kind", "two-by-two", "--to", &to]);
    let output = compare(&arguments);
    assert_eq!(output.status.code(), Some(0), "two questions: {}", errors(&output));
    let svg = fs::read_to_string(&to).unwrap();
    assert!(svg.contains(">Comparison</title>"), "of two topics: {}", &svg[..400]);
    let panels = [&arguments[..3], &["--kind", "panels", "--to", &to]].concat();
    assert!(errors(&compare(&panels)).contains("cannot be drawn as panels"), "one poll is no panels");
}

#[test]
fn a_shared_comparison_is_drawn_as_the_window_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let figure = "nspcc-e2ee-2021#yougov-2021/support/support";
    let sound = format!("Comparison(format: 1, name: \"\", figures: [\"{figure}\"], assume_n: 500)");
    fs::write(path("sound.comparison"), sound).unwrap();
    let asked = [&path("sound.comparison"), "--to", &path("shared.png")];
    let output = run(&[&["render"], &asked[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let other = ["--view", "compare", "--compare", figure, "--assume-n", "500", "--to", &path("named.png")];
    assert_eq!(run(&[&["render"], &other[..]].concat()).status.code(), Some(0));
    assert!(
        fs::read(path("shared.png")).unwrap() == fs::read(path("named.png")).unwrap(),
        "the same picture"
    );

    let future = "Comparison(format: 9, name: \"Later\", depth: 3, figures: [])";
    let spoilt = "Comparison(format: 1, name: \"x\"";
    for (text, said) in [(future, "format 9 is newer than this program"), (spoilt, "bad.comparison:1")] {
        fs::write(path("bad.comparison"), text).unwrap();
        let output = run(&["render", &path("bad.comparison"), "--to", &path("bad.png")]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(errors(&output).contains(said), "{}", errors(&output));
        assert!(!folder.path().join("bad.png").exists());
    }
}
