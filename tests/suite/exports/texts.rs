//! The texts of exported charts, pinned. `INSTA_UPDATE=always cargo test --test suite exports` writes them
//! anew: read each before keeping it.

use briefing_reader::chart::Kind;
use briefing_reader::export::{Exhibit, Format, Settings, Studio, plain};

use super::samples::{built_in, exhibit};

/// In words that leave room; a whole set with a sum, stacked; one answer of several.
const CHARTS: [(&str, &str, Option<Kind>); 3] = [
    ("nspcc-e2ee-2021", "yougov-2021/detect-or-privacy", None),
    ("iwf-2025", "iwf-2025/concern", Some(Kind::Stacked)),
    ("ecpat-nspcc-2023", "", None),
];

fn each(format: Format, mut keep: impl FnMut(&str, String)) {
    for (id, reference, kind) in CHARTS {
        let bundle = built_in(id);
        let reference = if reference.is_empty() { first(&bundle) } else { reference.to_owned() };
        let exhibit = exhibit(&bundle, &reference, kind);
        let content = Studio::new(Settings::default()).make(&exhibit, format).expect("it is made");
        keep(&exhibit.file_name(), String::from_utf8(content).expect("text"));
    }
}

fn first(bundle: &briefing_reader::bundle::Bundle) -> String {
    let poll = &bundle.manifest.polls[0];
    format!("{}/{}", poll.id, poll.questions[0].id)
}

#[test]
fn drawings_in_svg() {
    each(Format::Svg, |name, text| insta::assert_snapshot!(format!("{name}.svg"), text));
}

#[test]
fn tables_in_markdown() {
    each(Format::Markdown, |name, text| insta::assert_snapshot!(format!("{name}.md"), text));
}

#[test]
fn tables_in_html() {
    each(Format::Html, |name, text| insta::assert_snapshot!(format!("{name}.html"), text));
}

#[test]
fn records_in_csv() {
    each(Format::Csv, |name, text| insta::assert_snapshot!(format!("{name}.csv"), text.replace('\r', "")));
}

#[test]
fn records_read_back_to_the_values_of_the_briefing() {
    for id in briefing_reader::library::ids() {
        let bundle = built_in(id);
        for poll in &bundle.manifest.polls {
            for question in &poll.questions {
                let exhibit = exhibit(&bundle, &format!("{}/{}", poll.id, question.id), None);
                let content = Studio::new(Settings::default()).make(&exhibit, Format::Csv).unwrap();
                let text = String::from_utf8(content).unwrap();
                let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
                let header = reader.headers().unwrap().clone();
                let column = |name: &str| header.iter().position(|known| known == name).unwrap();
                let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
                assert_eq!(records.len(), question.answers.len());
                for (record, answer) in records.iter().zip(&question.answers) {
                    let cell = |name: &str| plain(&record[column(name)]).to_owned();
                    assert_eq!(cell("label"), answer.label);
                    assert_eq!(cell("printed"), answer.printed);
                    let bounds = answer.value.bounds();
                    for (name, bound) in [
                        ("low_percent", bounds.map(|bounds| bounds.low)),
                        ("high_percent", bounds.map(|bounds| bounds.high)),
                    ] {
                        let read = cell(name).parse::<f64>().ok();
                        let near = read.zip(bound).is_some_and(|(read, bound)| (read - bound).abs() < 1e-6);
                        assert!(
                            near || read.is_none() && bound.is_none(),
                            "{id} {name}: {read:?}, {bound:?}"
                        );
                    }
                }
            }
        }
    }
}
