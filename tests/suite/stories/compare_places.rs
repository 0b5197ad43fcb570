//! Which comparison is meant: coming back to one that was left, and editions of one briefing.

use std::path::{Path, PathBuf};

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, chosen, click, command, everything, fixture, names, shelf, window};

const SCANNING: &str = "Message scanning, 4 questions, 4 polls";

fn figures(story: &Story) -> Vec<String> {
    let list = names(story, Role::ListItem);
    list.into_iter().filter(|name| name.contains("interval")).collect()
}

fn choose_topic(story: &mut Story, from: &str, to: &str) {
    click(story, Role::Button, &format!("Topic: {from}"));
    click(story, Role::Button, to);
}

#[test]
fn comes_back_to_the_comparison_before_as_it_was_left() {
    let mut story = shelf();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, SCANNING);
    let first = story.query_all_by_role(Role::CheckBox).next().expect("there is a box");
    first.click();
    story.run();
    assert_eq!(figures(&story).len(), 4);
    choose_topic(&mut story, "Message scanning", "Encryption support (2)");
    assert_eq!(figures(&story).len(), 2);

    command(&mut story, Command::Back);
    assert_eq!(figures(&story).len(), 4, "as it was left");
    command(&mut story, Command::Back);
    assert!(everything(&story).contains("Choose a topic that several polls asked about."));
    command(&mut story, Command::Forward);
    assert_eq!(figures(&story).len(), 4, "ticking was no step of its own");
    command(&mut story, Command::Forward);
    assert_eq!(figures(&story).len(), 2);
}

#[test]
fn a_changed_way_of_drawing_is_no_place_to_come_back_to() {
    let mut story = shelf();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, SCANNING);
    click(&mut story, Role::RadioButton, "Panels");
    command(&mut story, Command::Back);
    assert!(everything(&story).contains("Choose a topic that several polls asked about."));
    command(&mut story, Command::Forward);
    assert!(chosen(&story, Role::RadioButton, "Panels"));
    assert!(everything(&story).contains("Message scanning"));
}

/// The first briefing of the shelf as its publisher might correct it.
fn edition(folder: &Path, number: u32, support: &str) -> PathBuf {
    let shelf = fixture("../briefings/nspcc-e2ee-2021");
    let manifest = std::fs::read_to_string(shelf.join("briefing.ron")).unwrap();
    let corrected = manifest
        .replacen("edition: 1", &format!("edition: {number}"), 1)
        .replace("Percent(33), printed: \"33%\"", &format!("Percent({support}), printed: \"{support}%\""));
    assert_ne!(manifest, corrected);
    let path = folder.join(format!("edition-{number}-{support}"));
    std::fs::create_dir(&path).unwrap();
    std::fs::write(path.join("briefing.ron"), corrected).unwrap();
    std::fs::copy(shelf.join("article.md"), path.join("article.md")).unwrap();
    path
}

#[test]
fn the_edition_in_the_window_is_the_one_whose_chart_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let question = "Support for end-to-end encryption as it is";
    for (number, support, expected) in [(2, "35", "Support: 35%"), (1, "36", "Support: 36%")] {
        let mut story = window(&[edition(folder.path(), number, support)], USUAL);
        command(&mut story, Command::Polls);
        click(&mut story, Role::Button, &format!("Compare…: {question}"));
        click(&mut story, Role::Button, "Add its answers to the comparison");
        let found = figures(&story);
        assert!(found[0].contains(expected), "edition {number}: {found:?}");
    }
}

#[test]
fn two_editions_are_told_apart_and_can_be_compared() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = window(&[edition(folder.path(), 2, "35")], USUAL);
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, "Encryption support, 2 questions, 1 poll");
    let said = everything(&story);
    assert!(said.contains("Editions 1 and 2 of “"), "{said}");
    assert!(said.contains("are at hand; the figures are of edition 2."), "{said}");
    let found = figures(&story);
    assert_eq!(found.len(), 2, "the newest edition alone: {found:?}");
    assert!(found[0].contains("Support: 35%") && found[0].ends_with(", edition 2"), "{found:?}");

    let old = "Support for end-to-end encryption as it is, NSPCC/YouGov, April 2021, edition 1";
    click(&mut story, Role::CheckBox, old);
    let found = figures(&story);
    assert!(found[2].contains("Support: 33%") && found[2].ends_with(", edition 1"), "{found:?}");
    let said = everything(&story);
    assert!(said.contains("are at hand; the figures are of both."), "{said}");
    assert!(said.contains("Three figures: two questions from one poll."), "{said}");
    let pairs = names(&story, Role::ListItem);
    let pair = "1 and 3: 35% in edition 2 against 33% in edition 1, one figure of one poll: ";
    assert!(pairs.iter().any(|name| name.starts_with(pair)), "{pairs:?}");
    click(&mut story, Role::CheckBox, old);
    assert_eq!(figures(&story).len(), 2, "and out again");
}

#[test]
fn two_open_briefings_that_call_themselves_one_edition_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [edition(folder.path(), 2, "35"), edition(folder.path(), 2, "37")];
    let mut story = window(&paths, USUAL);
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, "Encryption support, 2 questions, 1 poll");
    let said = everything(&story);
    assert!(figures(&story)[0].contains("Support: 35%"), "{said}");
    assert!(
        said.contains("Two briefings are open as one edition of nspcc-e2ee-2021, and they differ"),
        "{said}"
    );
}

#[test]
fn a_shared_comparison_that_asks_for_an_unknown_way_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pie.comparison");
    let figure = "nspcc-e2ee-2021#yougov-2021/support/support";
    let text = format!(
        "Comparison(format: 1, name: \"Pie\", figures: [\"nope#a/b/c\", \"{figure}\"], drawn_as: \"pie\")"
    );
    std::fs::write(&path, text).unwrap();
    let story = window(&[path], USUAL);
    let said = everything(&story);
    assert!(said.contains("“pie” is no known way to draw a comparison"), "{said}");
    assert!(said.contains("Not on the shelf, and so left out: nope#a/b/c."), "{said}");
    assert!(said.contains("Topic: Encryption support"), "the topic of the figure that is there: {said}");
}

#[test]
fn what_another_version_wrote_in_a_comparison_is_said_and_saved_again() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("later.comparison");
    let figure = "nspcc-e2ee-2021#yougov-2021/support/support";
    let text = format!(
        "Comparison(format: 1, name: \"Later\", figures: [\"{figure}\"], order: Sideways, layers: [(a: 1)])"
    );
    std::fs::write(&path, text).unwrap();
    let mut story = shelf();
    *story.state_mut() = App::new(&[path], Session::load(data.path()));
    story.run();
    let said = everything(&story);
    assert!(said.contains("“Sideways” is no known order; the figures stand as they were chosen."), "{said}");
    assert!(said.contains("has a field “layers” that this version does not know"), "{said}");
    assert!(said.contains("Order: as chosen"), "{said}");
    click(&mut story, Role::Button, "Save this comparison…");
    click(&mut story, Role::Button, "Save");
    let saved = std::fs::read_to_string(data.path().join("comparisons/later.comparison")).unwrap();
    assert!(saved.contains("order: Sideways,") && saved.contains("layers: [(a: 1)],"), "{saved}");
}
