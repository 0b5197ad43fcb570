//! Polls and calls.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{USUAL, chosen, click, command, first_briefing, headings, names};

#[test]
fn switches_to_the_polls_and_finds_what_is_not_disclosed() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::RadioButton, "Polls");
    assert!(chosen(&story, Role::RadioButton, "Polls"));
    assert_eq!(headings(&story)[..2], [(1, "Polls".to_owned()), (2, "NSPCC/YouGov, April 2021".to_owned())]);
    let rows = names(&story, Role::Label);
    for row in [
        "Pollster: YouGov",
        "Commissioned by: NSPCC",
        "Population: UK adults",
        "Sample size: not stated",
        "Fieldwork: not stated",
        "Mode: not stated",
        "Weighting: not stated",
        "Margin of error: not stated",
    ] {
        assert!(rows.iter().any(|name| name == row), "no row {row}: {rows:#?}");
    }
    assert_eq!(story.query_all_by_role(Role::Figure).count(), 5);
}

#[test]
fn switches_to_the_calls_and_finds_whom_they_address() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::RadioButton, "Calls");
    let labels = names(&story, Role::Label);
    let calls: Vec<String> =
        names(&story, Role::Heading).into_iter().filter(|name| name.starts_with("Call ")).collect();
    assert_eq!(
        calls,
        [
            "Call 1: Consider all users",
            "Call 2: Not a simple trade-off",
            "Call 3: Children’s digital rights",
            "Call 4: The full range of rights",
            "Call 5: Investigate risky design",
        ]
    );
    let addressed = |whom: &str| labels.iter().filter(|label| label.ends_with(whom)).count();
    assert_eq!(addressed("addressee not stated"), 4);
    assert_eq!(addressed("addressed to tech firms"), 1);
    let rests = "Support once firms can keep children safe (Support: 62%)";
    let links = names(&story, Role::Link);
    assert!(links.iter().any(|link| link == rests), "{links:#?}");
}

#[test]
fn comes_back_to_the_same_line_after_looking_at_the_polls() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "The round table");
    let before = headings(&story);
    command(&mut story, Command::Polls);
    command(&mut story, Command::Calls);
    command(&mut story, Command::Read);
    assert_eq!(headings(&story), before);
    assert!(chosen(&story, Role::RadioButton, "Read"));
}

#[test]
fn finds_nothing_wrong_with_a_briefing_that_is_right() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Problems);
    assert_eq!(headings(&story)[0], (1, "Problems".to_owned()));
    story.get_by_label_contains("Nothing is wrong with this briefing.");
}
