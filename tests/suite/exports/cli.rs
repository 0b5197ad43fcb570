//! `chart` on the command line.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const QUESTION: &str = "nspcc-e2ee-2021#yougov-2021/detect-or-privacy";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .current_dir(folder)
        .env("BRIEFING_READER_DATA", folder.join("data"))
        .arg("chart")
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn told(run: &Output) -> (Option<i32>, String) {
    (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
}

#[test]
fn writes_a_file_for_each_ending_and_leaves_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for (name, begins) in [
        ("chart.svg", &b"<svg "[..]),
        ("chart.PNG", b"\x89PNG"),
        ("chart.pdf", b"%PDF-"),
        ("chart.csv", b"\xef\xbb\xbfbriefing,"),
        ("chart.md", b"**Which matters more"),
        ("chart.html", b"<!doctype html>"),
    ] {
        let run = run(folder.path(), &[QUESTION, "--to", name]);
        assert_eq!(told(&run), (Some(0), format!("Wrote `{name}`.\n")), "{name}");
        assert!(run.stdout.is_empty());
        let content = fs::read(folder.path().join(name)).unwrap();
        assert!(content.starts_with(begins), "{name}: {:?}", &content[..20]);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 6);
}

#[test]
fn looks_as_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let arguments =
        ["--theme", "ink", "--width", "500", "--text-size", "150", "--scale", "3", "--kind", "bars"];
    for name in ["chart.svg", "chart.png"] {
        let run = run(folder.path(), &[&[QUESTION, "--to", name], &arguments[..]].concat());
        assert_eq!(told(&run), (Some(0), format!("Wrote `{name}`.\n")));
    }
    let svg = fs::read_to_string(folder.path().join("chart.svg")).unwrap();
    assert!(svg.contains(" width=\"500\"") && svg.contains("fill=\"#17191c\""), "{}", &svg[..400]);
    assert_eq!(image::open(folder.path().join("chart.png")).unwrap().width(), 1500);
}

#[test]
fn prints_text_without_a_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    let run = run(folder.path(), &[QUESTION, "--to", "-", "--format", "csv"]);
    assert_eq!(told(&run), (Some(0), String::new()));
    assert!(run.stdout.starts_with(b"briefing,poll,"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn says_what_is_wrong_with_what_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, code, words) in [
        (&[QUESTION, "--to", "chart.docx"][..], 2, ".svg, .png, .pdf, .csv, .md, .html"),
        (&[QUESTION, "--to", "-"], 2, "--format svg, csv, md or html"),
        (&[QUESTION, "--to", "-", "--format", "png"], 2, "name a file with --to"),
        (&[QUESTION, "--to", "chart.svg", "--format", "csv"], 2, "let it end in .csv"),
        (
            &["nspcc-e2ee-2021#yougov-2021/detect-or-privcy", "--to", "c.svg"],
            2,
            "Did you mean yougov-2021/detect-or-privacy?",
        ),
        (
            &["nspcc-e2ee-2021#yougov-2021", "--to", "c.svg"],
            2,
            "name one of its questions (support, support-if-safe",
        ),
        (
            &["nspcc-e2ee-2021", "--to", "c.svg"],
            2,
            "nspcc-e2ee-2021#POLL/QUESTION. It has yougov-2021/support,",
        ),
        (&["nspcc-e2ee-2021#arrests-2018", "--to", "c.svg"], 2, "is one number"),
        (
            &["nspcc-e2e-2021#yougov-2021/support", "--to", "c.svg"],
            2,
            "did you mean the built-in briefing `nspcc-e2ee-2021`?",
        ),
        (
            &["nspcc-e2ee-2021#yougov-2021/support", "--kind", "stacked", "--to", "c.svg"],
            2,
            "cannot be stacked",
        ),
        (
            &[QUESTION, "--to", "none/chart.svg"],
            1,
            "`none/chart.svg` cannot be written: there is no such folder.",
        ),
        (&[QUESTION, "--to", "chart.svg", "--width", "100"], 2, "write a whole number from 240 to 2400"),
    ] {
        let (found, why) = told(&run(folder.path(), arguments));
        assert_eq!(found, Some(code), "{arguments:?}: {why}");
        assert!(why.contains(words), "{arguments:?}: {why}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{arguments:?} left a file");
    }
}

#[test]
fn a_briefing_with_errors_still_has_its_chart_and_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let broken = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/claim-differs");
    let bundle =
        briefing_reader::bundle::Bundle::open(&broken, &briefing_reader::bundle::Limits::default()).unwrap();
    let poll = &bundle.manifest.polls[0];
    let question = format!("{}#{}/{}", broken.display(), poll.id, poll.questions[0].id);
    let (code, why) = told(&run(folder.path(), &[&question, "--to", "chart.md"]));
    assert_eq!(code, Some(1), "{why}");
    assert!(why.contains("claim-differs"), "{why}");
    assert!(folder.path().join("chart.md").exists());
}

#[test]
fn a_comparison_is_rows_of_figures_with_their_intervals() {
    let run = Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .args(["compare", "--format", "csv", "nspcc-e2ee-2021#yougov-2021/support"])
        .args(["nspcc-duty-of-care-2021#south-west-2021/safe-design", "--assume-n", "1000"])
        .output()
        .expect("the program starts");
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let mut reader = csv::Reader::from_reader(run.stdout.as_slice());
    let header = reader.headers().unwrap().clone();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| {
        let column = header.iter().position(|known| known == name).unwrap_or_else(|| panic!("no {name}"));
        records[row][column].to_owned()
    };
    assert_eq!(records.len(), 2);
    assert_eq!(
        (cell(0, "n"), cell(0, "n_used"), cell(0, "assumption")),
        (String::new(), "1000".to_owned(), "if n were 1,000".to_owned())
    );
    assert_eq!(
        (cell(1, "n"), cell(1, "n_used"), cell(1, "assumption")),
        ("197".to_owned(), "197".to_owned(), String::new())
    );
    // Wilson at 95%, 33% of 1,000.
    let low: f64 = cell(0, "interval_low").parse().unwrap();
    assert!((low - 30.16).abs() < 0.01, "{low}");
    assert_eq!(cell(1, "source_address").split("://").next(), Some("http"));
}

#[test]
fn writes_all_charts_of_a_briefing_into_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["nspcc-e2ee-2021", "--all", "--format", "svg", "--to", "charts"];
    let run = run(folder.path(), &arguments);
    assert_eq!(told(&run), (Some(0), "5 charts written into charts\n".to_owned()));
    let mut names: Vec<String> = fs::read_dir(folder.path().join("charts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 5, "{names:?}");
    assert!(names.contains(&"nspcc-e2ee-2021-yougov-2021-detect-or-privacy.svg".to_owned()), "{names:?}");
}

#[test]
fn all_charts_need_a_whole_briefing_and_a_format() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&[QUESTION, "--all", "--format", "svg"][..], &["nspcc-e2ee-2021", "--all"][..]] {
        let run = run(folder.path(), &[arguments, &["--to", "charts"]].concat());
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(!folder.path().join("charts").exists());
    }
}
