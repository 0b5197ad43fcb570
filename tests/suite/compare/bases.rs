//! Figures of a part that states its own number, of waves that share days, and the one sign of a difference,
//! from the briefing to what is printed.

use std::fs;
use std::path::Path;

use super::{compare, json, run, text};

fn question(id: &str, base: &str, more: &str, answers: &[(&str, &str)]) -> String {
    let answers: Vec<String> = answers
        .iter()
        .map(|(label, printed)| {
            let kind = if *label == "Uncertain" { ", kind: DontKnow" } else { "" };
            let id = label.to_lowercase();
            format!("Answer(id: \"{id}\", label: \"{label}\", value: Percent({printed}), printed: \"{printed}%\"{kind}),")
        })
        .collect();
    let answers = answers.concat();
    format!(
        "Question(id: \"{id}\", title: \"Q\", wording: NotStated, base: {base}, {more} answers: [{answers}]),"
    )
}

fn poll(id: &str, fieldwork: &str, questions: &str) -> String {
    format!(
        "Poll(id: \"{id}\", pollster: \"Acme\", commissioned_by: NotStated, population: \"Adults\", \
         sample_size: 1000, fieldwork: {fieldwork}, mode: NotStated, weighting: NotStated, margin_of_error: NotStated, \
         tables: NotStated, source: \"s\", questions: [{questions}]),"
    )
}

fn briefing(polls: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let manifest = format!(
        "Briefing(format: 1, id: \"bases\", edition: 1, title: \"T\", summary: \"S\", language: \"en-GB\", \
         published: NotStated, publisher: \"P\", article: \"article.md\", sources: [Source(id: \"s\", \
         title: \"S\", publisher: \"P\", url: \"https://example.org/\", published: NotStated, \
         accessed: NotStated)], polls: [{polls}])"
    );
    fs::write(folder.path().join("briefing.ron"), manifest).unwrap();
    fs::write(folder.path().join("article.md"), "Words.\n").unwrap();
    folder
}

fn figure(folder: &Path, reference: &str) -> String {
    format!("{}#{reference}", folder.display())
}

const MARCH: &str = "Dates(\"2026-03-01\", \"2026-03-03\")";

#[test]
fn a_part_that_states_its_number_has_an_interval_from_it() {
    let yes = [("Yes", "62"), ("No", "38")];
    let questions = [
        question("words", "Described(\"parents (n=312)\")", "", &yes),
        question("field", "Described(\"parents\")", "n: 312,", &yes),
        question("effective", "Described(\"parents\")", "n: 400, weighted_n: 390.5, effective_n: 312,", &yes),
        question("doubt", "Described(\"parents (312)\")", "", &yes),
    ];
    let folder = briefing(&poll("p", MARCH, &questions.concat()));
    let of = |id: &str| figure(folder.path(), &format!("p/{id}/yes"));
    let found = json(&[&of("words"), &of("field"), &of("effective"), &of("doubt")]);
    let items = found["items"].as_array().unwrap();
    let interval = &items[0]["interval"];
    assert!((interval[0].as_f64().unwrap() - 56.5).abs() < 0.05, "{interval}");
    assert_eq!((&items[0]["n"], &items[1]["n"], &items[2]["n"]), (&312.into(), &312.into(), &400.into()));
    assert_eq!((&items[1]["interval"], &items[2]["interval"]), (interval, interval));
    assert_eq!((&items[2]["weighted_n"], &items[2]["effective_n"]), (&390.5.into(), &312.0.into()));
    let why = items[3]["why_no_interval"].as_str().unwrap();
    assert!(why.contains("whether 312 is how many they are is not certain"), "{why}");
    let tried = json(&[&of("doubt"), "--assume-n", "50"]);
    assert_eq!(
        (&tried["items"][0]["n"], &tried["items"][0]["assumption"]),
        (&50.into(), &"if n were 50".into())
    );
    let shown = run(&["show", folder.path().to_str().unwrap()]);
    assert!(text(&shown).contains("Base: parents; n = 312"), "{}", text(&shown));
    let csv = text(&compare(&[&of("words"), "--format", "csv"]));
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let header = rows.headers().unwrap().clone();
    let row = rows.records().next().unwrap().unwrap();
    let cell = |column: &str| {
        let at = header.iter().position(|name| name == column).unwrap();
        row[at].to_owned()
    };
    assert_eq!((cell("base_n"), cell("n_used"), cell("n")), ("312".into(), "312".into(), "1000".into()));
}

#[test]
fn waves_that_share_days_are_not_tested_and_the_sign_is_one() {
    let wave = |id: &str, fieldwork: &str, share: &str| {
        poll(id, fieldwork, &question("q", "All", "", &[("Yes", share)]))
    };
    let polls = [
        wave("first", "Dates(\"2026-04-21\", \"2026-04-28\")", "47"),
        wave("next", "Dates(\"2026-04-22\", \"2026-04-29\")", "53"),
        wave("later", "Dates(\"2026-04-29\", \"2026-05-02\")", "53"),
    ];
    let folder = briefing(&polls.concat());
    let of = |id: &str| figure(folder.path(), &format!("{id}/q/yes"));
    let found = json(&[&of("first"), &of("next")]);
    let pair = &found["pairs"][0];
    assert!(pair["p_holm"].is_null(), "{pair}");
    assert!(pair["why_not"].as_str().unwrap().contains("overlaps, 22 to 28 April 2026"), "{pair}");
    assert_eq!(pair["difference"], serde_json::json!([-6.0, -6.0]));
    let found = json(&[&of("first"), &of("later")]);
    let pair = &found["pairs"][0];
    let ends: Vec<f64> = (0..2).map(|end| pair["difference"][end].as_f64().unwrap()).collect();
    assert!(ends[0] < -6.0 && -6.0 < ends[1] && ends[1] < 0.0, "{pair}");
    let said = "a difference of −6 points, −10.4 to −1.6 with";
    assert!(pair["verdict"].as_str().unwrap().contains(said), "{pair}");
    let printed = text(&compare(&[&of("first"), &of("later")]));
    let one_line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains(said), "{printed}");
    let picture = folder.path().join("two.svg");
    let to = picture.to_str().unwrap();
    compare(&[&of("first"), &of("later"), "--kind", "two-by-two", "--to", to]);
    let drawn = fs::read_to_string(&picture).unwrap();
    assert!(drawn.contains("6 points more") && !drawn.contains("+6"), "the arrow goes the other way");
}

#[test]
fn answers_of_two_bases_are_bars_with_the_reason_whatever_is_asked_for() {
    let questions = [
        question("vote", "All", "", &[("A", "47.4"), ("B", "52.6"), ("Uncertain", "14")]),
        question("tenths", "All", "", &[("A", "50.4"), ("B", "48.0"), ("Uncertain", "4.4")]),
        question("whole", "All", "", &[("A", "50.4"), ("B", "45.2"), ("Uncertain", "4.4")]),
    ];
    let folder = briefing(&poll("p", MARCH, &questions.concat()));
    let to = folder.path().join("chart.svg");
    let chart = |id: &str, kind: &str| {
        let question = figure(folder.path(), &format!("p/{id}"));
        run(&["chart", &question, "--kind", kind, "--to", to.to_str().unwrap()])
    };
    for (id, sum) in [("vote", "114%"), ("tenths", "102.8%")] {
        for kind in ["stacked", "diverging"] {
            let refused = chart(id, kind);
            assert_eq!(refused.status.code(), Some(2), "{id} as {kind}");
            let why = super::errors(&refused);
            assert!(why.contains(sum) && why.contains("base"), "{why}");
        }
        assert!(!to.exists());
        chart(id, "bars");
        let drawn = fs::read_to_string(&to).unwrap();
        assert!(
            drawn.contains(&format!("the answers sum to {sum}")) || drawn.contains(&format!("sum to {sum}"))
        );
        fs::remove_file(&to).unwrap();
    }
    assert_eq!(
        chart("whole", "stacked").status.code(),
        Some(0),
        "{}",
        super::errors(&chart("whole", "stacked"))
    );
}
