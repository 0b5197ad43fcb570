//! Choosing a briefing, and bringing one along.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{
    FIRST, Story, USUAL, chosen, click, command, description, drop_on, everything, first_briefing, fixture,
    headings, name, names, shelf, window, window_on_anything,
};

#[test]
fn finds_the_twelve_briefings_on_the_shelf() {
    let story = shelf();
    let titles = names(&story, Role::Button);
    for title in [
        FIRST,
        "Scanning private messages: two polls around the Online Safety Bill, 2023",
        "Privacy or interception: a UK poll after the Westminster attack of 2017",
    ] {
        assert!(titles.iter().any(|name| name == title), "{title} is not on the shelf: {titles:#?}");
    }
    assert!(everything(&story).contains("12 briefings, here without a network."));
}

#[test]
fn hears_what_a_briefing_is_about_before_opening_it() {
    let story = shelf();
    let said = description(&story.get_by_role_and_label(Role::Button, FIRST));
    for part in ["One in three back end-to-end encryption", "Children\u{a0}First", "1 poll\u{a0}· 5 calls"] {
        assert!(said.contains(part), "“{part}” is not said: {said}");
    }
}

#[test]
fn opens_the_first_briefing_from_the_shelf() {
    let story = first_briefing(USUAL);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    assert!(chosen(&story, Role::RadioButton, "Read"));
    assert!(!chosen(&story, Role::RadioButton, "Polls"));
    story.get_by_role_and_label(Role::Navigation, "Outline");
    story.get_by_role_and_label(Role::TreeItem, "How far the numbers go");
    assert_eq!(name(&story.root()), "Encryption and children’s safety – Briefing Reader");
}

#[test]
fn goes_back_to_the_shelf_and_opens_another() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::Button, "Briefings");
    assert_eq!(headings(&story)[0], (1, "Briefings".to_owned()));
    let other = "A duty of care for tech firms: the UK and two of its regions, March 2021";
    click(&mut story, Role::Button, other);
    assert_eq!(headings(&story)[0], (1, other.to_owned()));
}

#[test]
fn comes_back_to_the_line_left_behind() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "The round table");
    let left = headings(&story);
    click(&mut story, Role::TreeItem, "Sources, 2");
    assert_ne!(headings(&story), left);
    click(&mut story, Role::Button, "Back");
    assert_eq!(headings(&story), left);
    command(&mut story, Command::Forward);
    assert_ne!(headings(&story), left);
}

#[test]
fn opens_a_missing_path_and_is_told_so() {
    let missing = std::path::absolute("/no/such/briefing").unwrap();
    let mut story = window(std::slice::from_ref(&missing), USUAL);
    let alert = story.query_by_role(Role::Status).expect("a message is shown");
    let said = name(&alert);
    assert!(said.contains(missing.to_str().unwrap()), "the message does not name the path: {said}");
    story.get_by_role_and_label(Role::Button, FIRST);

    click(&mut story, Role::Button, "Close");
    assert!(story.query_by_role(Role::Status).is_none(), "the message is still there");
    story.get_by_role_and_label(Role::Button, FIRST);
}

#[test]
fn opens_a_folder_of_briefings_from_the_command_line() {
    let story = window_on_anything(&[fixture("broken")]);
    let said: Vec<String> = story
        .query_all_by_role_and_label(Role::Button, "A small briefing")
        .map(|node| description(&node))
        .collect();
    assert!(said.len() > 20, "only {} of the folder’s briefings are on the shelf", said.len());
    assert!(said.iter().any(|said| said.contains("1 problem")), "no entry tells of its problems");
    // The built-in ones stand after them.
    story.get_by_role_and_label(Role::Button, FIRST);
}

#[test]
fn drops_a_folder_on_the_window() {
    let mut story = first_briefing(USUAL);
    drop_on(&mut story, fixture("good/small"));
    assert_eq!(headings(&story)[0], (1, "A small briefing".to_owned()));
}

#[test]
fn sees_that_what_is_held_over_the_window_can_be_dropped() {
    let mut story = first_briefing(USUAL);
    let hint = |story: &Story| story.query_by_role_and_label(Role::Label, "Drop to open").is_some();
    story.input_mut().hovered_files = vec![egui::HoveredFile::default()];
    story.step();
    assert!(hint(&story));
    story.input_mut().hovered_files.clear();
    story.step();
    assert!(!hint(&story), "nothing is held any more");
}

#[test]
fn a_file_that_is_no_briefing_has_its_name_on_the_tab_and_over_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let path = folder.path().join("minutes.txt");
    std::fs::write(&path, "Apologies were received.").expect("it can be written");
    let mut story = first_briefing(USUAL);
    drop_on(&mut story, path);
    assert_eq!(headings(&story)[0], (1, "Problems".to_owned()));
    assert!(
        names(&story, Role::Tab).iter().any(|name| name == "minutes.txt"),
        "{:?}",
        names(&story, Role::Tab)
    );
    assert_eq!(story.state_mut().window_mut().title(), "minutes.txt – Briefing Reader");
}

#[test]
fn drops_what_is_no_briefing_and_keeps_reading() {
    let mut story = first_briefing(USUAL);
    drop_on(&mut story, fixture("no-such-folder"));
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    story.get_by_role(Role::Status);
}
