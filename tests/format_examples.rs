//! `FORMAT.md` is true: every example in it is read without a fault.

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::diagnostics::{Severity, render};
use briefing_reader::poll::Reported;

const FORMAT: &str = include_str!("../src/bundle/FORMAT.md");

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

/// The article that goes with the example manifest: all its links lead somewhere.
const ARTICLE: &str = "\
[More than half](figure:yougov-2021/detect-or-privacy/detect) said so.

![What the chart shows](poll:yougov-2021/detect-or-privacy)
";

#[test]
fn every_manifest_in_it_is_read_without_a_fault() {
    let manifests = examples("ron");
    assert!(!manifests.is_empty());
    for manifest in manifests {
        let bundle = read(&[("briefing.ron", manifest), ("article.md", ARTICLE)]);
        assert_eq!(render(bundle.problems()), "", "{manifest}");
        assert_eq!(bundle.manifest.polls[0].questions[0].answers[2].value, Reported::Percent(4.0));
    }
}

#[test]
fn every_table_in_it_is_read_without_a_fault() {
    let manifest = examples("ron")[0].replace("// table:", "table:");
    assert!(manifest.contains("            table: \"polls/regions.csv\""));
    let tables = examples("csv");
    assert!(!tables.is_empty());
    for table in tables {
        let bundle =
            read(&[("briefing.ron", &manifest), ("article.md", ARTICLE), ("polls/regions.csv", table)]);
        let faults: Vec<_> =
            bundle.problems().iter().filter(|fault| fault.severity > Severity::Info).cloned().collect();
        assert_eq!(render(&faults), "", "{table}");
        assert!(bundle.manifest.polls[0].questions.len() > 1);
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
        let manifest = examples("ron")[0]
            .replace("value: Percent(4), printed: \"just 4%\"", &format!("value: {value}, printed: \"\""));
        let bundle = read(&[("briefing.ron", &manifest), ("article.md", "Words.")]);
        let errors = bundle.problems().iter().filter(|fault| fault.severity == Severity::Error).count();
        assert_eq!(errors, 0, "{value}: {}", render(bundle.problems()));
    }
}
