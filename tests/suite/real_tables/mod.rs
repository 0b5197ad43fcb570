//! Tables as they are published, with all that is odd in them: converted to briefings, compared and
//! drawn. The tables here are made up, in the layouts of the published `impeachment_polls.csv`
//! (a row for each poll, groups in columns) and `masculinity-survey.csv` (a crosstab with two header
//! rows), whose own rows are not ours to pass on.

mod convert;

use std::sync::Arc;

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::chart::comparison::{ComparisonChart, ComparisonKind};
use briefing_reader::chart::tracker::Tracker;
use briefing_reader::library::comparison::{Asked, resolve, topic_questions};
use briefing_reader::poll::comparison::{Item, Order, Settings};
use briefing_reader::poll::stats::NoInterval;

const WAVES: &str = include_str!("../../fixtures/tables/waves.csv");
const CROSSTAB: &str = include_str!("../../fixtures/tables/crosstab.csv");

fn bundle(manifest: &str, more: &[(&str, String)]) -> Bundle {
    let mut files = Files::default();
    files.insert("briefing.ron", manifest.as_bytes().to_vec());
    files.insert("article.md", b"# A table\n".to_vec());
    for (path, text) in more {
        files.insert(*path, text.clone().into_bytes());
    }
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

fn figures(bundle: &Bundle, topic: &str, answer: &str) -> Vec<String> {
    let shelf = [bundle];
    let figures = topic_questions(&shelf, topic).into_iter().flat_map(Asked::figures);
    figures.filter(|figure| figure.answer.id == answer).map(|figure| figure.reference()).collect()
}

fn tracker(bundle: &Bundle, references: &[String]) -> Tracker {
    let shelf = [bundle];
    let items = references.iter().filter_map(|reference| Some(resolve(&shelf, reference)?.0));
    let settings = Settings::default();
    Tracker::of(items.map(|item| (item, item.estimate(&settings))))
}

#[test]
fn a_table_of_polls_is_a_tracker_with_a_series_for_each_group() {
    let bundle = bundle(&convert::polls_over_time(WAVES, "Waves"), &[]);
    let tracker = tracker(&bundle, &figures(&bundle, "begin-inquiry", "yes"));
    let names: Vec<(&str, usize)> =
        tracker.series.iter().map(|series| (series.name.as_str(), series.points.len())).collect();
    assert_eq!(
        names,
        [("adults", 2), ("Republicans", 3), ("Democrats", 3), ("Independents", 2), ("registered voters", 1)]
    );
}

#[test]
fn a_poll_that_ends_before_it_starts_is_reported_and_left_out_of_time() {
    let bundle = bundle(&convert::polls_over_time(WAVES, "Waves"), &[]);
    let backwards: Vec<&str> = bundle
        .problems()
        .iter()
        .filter(|problem| problem.code == "fieldwork-backwards" || problem.message.contains("before it"))
        .map(|problem| problem.message.as_str())
        .collect();
    assert!(!backwards.is_empty(), "{:#?}", bundle.problems());
    let tracker = tracker(&bundle, &figures(&bundle, "begin-inquiry", "no"));
    assert!(tracker.without_dates > 0);
    assert!(tracker.left_out().unwrap().contains("without dates that can be used"));
}

#[test]
fn a_group_without_a_sample_size_has_no_interval() {
    let bundle = bundle(&convert::polls_over_time(WAVES, "Waves"), &[]);
    let shelf = [&bundle];
    let found: Vec<_> = figures(&bundle, "begin-inquiry", "yes")
        .iter()
        .filter_map(|reference| Some(resolve(&shelf, reference)?.0.estimate(&Settings::default())))
        .collect();
    let gaps = found.iter().filter(|found| **found == Err(NoInterval::SampleSizeNotStated)).count();
    let known = found.iter().filter(|found| found.is_ok()).count();
    assert!(gaps > 0 && known > 0, "{gaps} and {known}");
}

#[test]
fn a_crosstab_is_a_panel_for_each_group_and_states_no_sample() {
    let bundle = bundle(&convert::crosstab(CROSSTAB, "Crosstab"), &[]);
    let populations: Vec<&str> = bundle.manifest.polls.iter().map(|poll| poll.title.as_str()).collect();
    assert_eq!(
        populations,
        ["Adults", "Age: 18 - 34", "Age: 35 and over", "Children: Has", "Children: None"]
    );
    assert!(bundle.manifest.polls[1..].iter().all(|poll| poll.subgroup_of.as_deref() == Some("adults")));
    let shelf = [Arc::new(bundle.clone())];
    let references = figures(&bundle, "q1", "very");
    let items: Vec<(Item<'_>, &str)> =
        references.iter().filter_map(|reference| Some((resolve(&shelf, reference)?.0, ""))).collect();
    let chart = ComparisonChart::new("Crosstab", &items, Settings::default(), Order::Value, None);
    assert!(chart.suits(ComparisonKind::Panels));
    let values: Vec<f64> =
        chart.figures.iter().filter_map(|figure| figure.item.answer.value.exact()).collect();
    assert_eq!(values, [44.0, 43.0, 37.0, 31.0, 29.0], "the largest first");
    assert!(chart.figures.iter().all(|figure| figure.estimate == Err(NoInterval::SampleSizeNotStated)));
}

#[test]
fn a_table_of_100_000_rows_is_read_whole() {
    use std::fmt::Write as _;
    const ROWS: usize = 100_000;
    let mut table =
        "question,topic,title,wording_kind,wording,base,choice,answer,label,value,printed,kind\n".to_owned();
    for row in 0..ROWS / 2 {
        for (answer, share) in [("yes", row % 90), ("no", 100 - row % 90)] {
            let _ = writeln!(
                table,
                "q{row},t,Question {row},exact,Do you?,all,one,{answer},{answer},{share},{share}%,"
            );
        }
    }
    let manifest = "Briefing(format: 1, id: \"large\", edition: 1, title: \"Large\", article: \"article.md\", \
                    polls: [Poll(id: \"p\", source: \"s\", table: \"polls/large.csv\")])";
    let bundle = bundle(manifest, &[("polls/large.csv", table)]);
    assert_eq!(bundle.manifest.polls[0].questions.len(), ROWS / 2);
}
