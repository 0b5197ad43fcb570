//! `FORMAT.md` is true: every example in it is read without a fault.

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::diagnostics::{Severity, render};
use briefing_reader::poll::Reported;

const FORMAT: &str = include_str!("../../src/bundle/FORMAT.md");

/// The examples in a language, in order.
fn examples(language: &str) -> Vec<&'static str> {
    let opening = format!("```{language}\n");
    let blocks = FORMAT.split(opening.as_str()).skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default()).collect()
}

fn read(files: &[(&str, &str)]) -> Bundle {
    let mut bundle = Files::default();
    for (path, text) in files {
        bundle.insert(*path, text.as_bytes().to_vec());
    }
    from_files(Origin::BuiltIn, bundle, &Limits::default(), Vec::new())
}

/// An article that goes with an example: all its links lead somewhere, and all figures are cited.
fn article_for(manifest: &str) -> &'static str {
    if manifest.contains("passengers") {
        "[62%](figure:residents/fares/support) do, says [the Gazette](source:gazette), of \
         [some 40,000 passengers](figure:passengers).\n\n![What the chart shows](poll:residents/fares-young)\n"
    } else if manifest.contains("residents") {
        "[62%](figure:residents/fares/support) do.\n"
    } else if manifest.contains("yougov-2021") {
        "[More than half](figure:yougov-2021/detect-or-privacy/detect) said so.\n\n\
         ![What the chart shows](poll:yougov-2021/detect-or-privacy)\n"
    } else {
        "Words.\n"
    }
}

/// The manifest with all fields.
fn with_all_fields() -> &'static str {
    examples("ron").into_iter().find(|manifest| manifest.contains("// table:")).expect("it is there")
}

#[test]
fn every_manifest_in_it_is_read_without_a_fault() {
    let manifests = examples("ron");
    assert!(manifests.len() > 3);
    for manifest in &manifests {
        let bundle = read(&[("briefing.ron", manifest), ("article.md", article_for(manifest))]);
        assert_eq!(render(bundle.problems()), "", "{manifest}");
    }
    let smallest = manifests.iter().min_by_key(|manifest| manifest.len()).expect("there are some");
    assert_eq!(manifests[0], *smallest, "the smallest comes first");
    let bundle = read(&[("briefing.ron", with_all_fields())]);
    assert_eq!(bundle.manifest.polls[0].questions[0].answers[2].value, Reported::Percent(4.0));
}

#[test]
fn nothing_of_the_smallest_manifest_can_be_left_out() {
    let smallest = examples("ron")[0];
    let fields: Vec<&str> = smallest.lines().filter(|line| line.starts_with("    ")).collect();
    assert_eq!(fields.len(), 8);
    for field in fields {
        let bundle = read(&[("briefing.ron", &smallest.replace(field, "")), ("article.md", "Words.\n")]);
        assert!(!bundle.problems().is_empty(), "{field}");
    }
}

#[test]
fn every_table_in_it_is_read_without_a_fault() {
    let manifest = with_all_fields().replace("// table:", "table:");
    assert!(manifest.contains("            table: \"polls/regions.csv\""));
    let tables = examples("csv");
    assert!(!tables.is_empty());
    for table in tables {
        let bundle = read(&[
            ("briefing.ron", &manifest),
            ("article.md", article_for(&manifest)),
            ("polls/regions.csv", table),
        ]);
        let faults: Vec<_> =
            bundle.problems().iter().filter(|fault| fault.severity > Severity::Info).cloned().collect();
        assert_eq!(render(&faults), "", "{table}");
        assert!(bundle.manifest.polls[0].questions.len() > 1);
        let is_named = |id: &str| FORMAT.contains(&format!("`{id}/duty/support`"));
        let polls = &bundle.manifest.polls;
        assert!(
            polls.len() == 1 || polls.iter().any(|poll| is_named(&poll.id)),
            "the reference that it gives"
        );
    }
}

#[test]
fn every_share_in_its_table_of_values_is_read() {
    let section =
        FORMAT.split("### Values").nth(1).and_then(|rest| rest.split("###").next()).expect("it is there");
    let values: Vec<&str> =
        section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert!(values.len() >= 8, "{values:?}");
    for value in values {
        let manifest = with_all_fields()
            .replace("value: Percent(4), printed: \"just 4%\"", &format!("value: {value}, printed: \"\""));
        let bundle = read(&[("briefing.ron", &manifest), ("article.md", "Words.")]);
        let errors = bundle.problems().iter().filter(|fault| fault.severity == Severity::Error).count();
        assert_eq!(errors, 0, "{value}: {}", render(bundle.problems()));
    }
}
