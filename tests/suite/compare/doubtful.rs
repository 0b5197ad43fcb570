//! Figures that are not what they seem: of a part whose number nobody states, no shares at all, of people
//! who may be the same.

use std::fs;
use std::path::Path;

use super::{compare, errors, json, text};

/// A poll of `people` with one question and its one answer; more of its fields in `more`.
fn poll(id: &str, value: &str, base: &str, more: &str) -> String {
    format!(
        "Poll(id: \"{id}\", title: \"Poll {id}\", pollster: \"Acme\", commissioned_by: NotStated, \
         population: \"Adults\", sample_size: 1000, mode: NotStated, weighting: NotStated, \
         margin_of_error: NotStated, tables: NotStated, source: \"s\", {more} questions: [Question(\
         id: \"q\", title: \"Q\", wording: NotStated, base: {base}, answers: [\
         Answer(id: \"yes\", label: \"Yes\", value: {value}, printed: \"as printed\")])]),"
    )
}

fn briefing(folder: &Path, polls: &[String]) {
    let manifest = format!(
        "Briefing(format: 1, id: \"doubtful\", edition: 1, title: \"T\", summary: \"S\", language: \"en-GB\", \
         published: NotStated, publisher: \"P\", article: \"article.md\", sources: [Source(id: \"s\", \
         title: \"S\", publisher: \"P\", url: \"https://example.org/\", published: NotStated, \
         accessed: NotStated)], polls: [{}])",
        polls.concat()
    );
    fs::write(folder.join("briefing.ron"), manifest).unwrap();
    fs::write(folder.join("article.md"), "Words.\n").unwrap();
}

const ONE_DAY: &str = "fieldwork: Dates(\"2021-03-01\", \"2021-03-01\"),";
const ANOTHER: &str = "fieldwork: Dates(\"2022-03-01\", \"2022-03-01\"),";

fn figures(folder: &Path, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| format!("{}#{id}/q/yes", folder.display())).collect()
}

#[test]
fn the_whole_sample_is_not_told_as_that_of_a_part() {
    let folder = tempfile::tempdir().unwrap();
    let part = poll("part", "Percent(70)", "Described(\"those with an opinion\")", ONE_DAY);
    briefing(folder.path(), &[part, poll("all", "Percent(60)", "All", ANOTHER)]);
    let figures = figures(folder.path(), &["part", "all"]);
    let found = json(&figures.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(found["items"][0]["n"].is_null(), "{found}");
    assert_eq!(found["items"][1]["n"], 1000);
    assert!(found["pairs"][0]["difference"].is_null(), "{found}");
}

#[test]
fn what_is_no_share_is_neither_bounds_nor_a_difference() {
    let folder = tempfile::tempdir().unwrap();
    let values = ["Percent(-5)", "Percent(160)", "Between(70, 60)", "MoreThan(120)"];
    let ids = ["a", "b", "c", "d"];
    let mut polls: Vec<String> =
        ids.iter().zip(values).map(|(id, value)| poll(id, value, "All", ONE_DAY)).collect();
    polls.push(poll("all", "Percent(60)", "All", ANOTHER));
    briefing(folder.path(), &polls);
    let figures = figures(folder.path(), &[&ids[..], &["all"]].concat());
    let mut arguments: Vec<&str> = figures.iter().map(String::as_str).collect();
    arguments.extend(["--format", "json"]);
    let output = compare(&arguments);
    assert_eq!(output.status.code(), Some(1), "the briefing has errors: {}", errors(&output));
    let found: serde_json::Value = serde_json::from_str(&text(&output)).unwrap();
    for item in found["items"].as_array().unwrap().iter().take(4) {
        assert!(item["low"].is_null() && item["high"].is_null() && item["interval"].is_null(), "{item}");
        assert_eq!(item["why_no_interval"], "no share of 0 to 100% of at least one person");
    }
    assert!(found["pairs"].as_array().unwrap().iter().all(|pair| pair["difference"].is_null()), "{found}");
}

#[test]
fn a_group_of_a_group_is_not_tested_against_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let within = |whole: &str| format!("{ONE_DAY} subgroup_of: \"{whole}\",");
    let polls = [
        poll("young-women", "Percent(90)", "All", &within("women")),
        poll("women", "Percent(70)", "All", &within("all")),
        poll("all", "Percent(60)", "All", ONE_DAY),
    ];
    briefing(folder.path(), &polls);
    let figures = figures(folder.path(), &["young-women", "all"]);
    let found = json(&figures.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(
        found["pairs"][0]["verdict"].as_str().unwrap().contains("between a group and the whole"),
        "{found}"
    );
    assert!(found["pairs"][0]["significant"].is_null());
}

#[test]
fn two_polls_that_state_the_same_of_themselves_are_not_tested() {
    let folder = tempfile::tempdir().unwrap();
    briefing(
        folder.path(),
        &[poll("a", "Percent(70)", "All", ONE_DAY), poll("b", "Percent(40)", "All", ONE_DAY)],
    );
    let figures = figures(folder.path(), &["a", "b"]);
    let found = json(&figures.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(found["pairs"][0]["significant"].is_null(), "{found}");
    assert!(found["pairs"][0]["why_not"].as_str().unwrap().contains("the same people may have answered"));
}
