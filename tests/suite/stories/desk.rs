//! Several briefings at once: tabs, closing, and the way back over them.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    FIRST, Story, USUAL, chosen, click, command, everything, first_briefing, fixture, headings, in_view,
    names, press, turn_wheel, window,
};

const SMALL: &str = "A small briefing";
const FIRST_TAB: &str = "Encryption and children’s safety";
const DUTY: &str = "A duty of care for tech firms: the UK and two of its regions, March 2021";

/// The names of the tabs, and which of them is the current one.
fn tabs(story: &Story) -> (Vec<String>, Option<String>) {
    let current = story.query_all_by_role(Role::Tab);
    let current = current.filter(|tab| tab.accesskit_node().is_selected() == Some(true));
    let current = current.map(|tab| super::story::name(&tab)).next();
    (names(story, Role::Tab), current)
}

/// The first briefing and the one about the duty of care, the latter in the window.
fn two_briefings() -> Story {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::Button, "Briefings");
    click(&mut story, Role::Button, DUTY);
    story
}

#[test]
fn keeps_the_first_briefing_open_when_another_is_opened() {
    let mut story = first_briefing(USUAL);
    assert_eq!(tabs(&story).0, Vec::<String>::new(), "one briefing needs no tabs");
    click(&mut story, Role::TreeItem, "The round table");
    let left = headings(&story);
    click(&mut story, Role::Button, "Briefings");
    click(&mut story, Role::Button, DUTY);
    let (all, current) = tabs(&story);
    assert_eq!((all.len(), all[0].as_str(), current.as_ref()), (2, FIRST_TAB, Some(&all[1])));
    click(&mut story, Role::Tab, FIRST_TAB);
    assert_eq!(headings(&story), left);
    assert_eq!(tabs(&story).1.as_deref(), Some(FIRST_TAB));
}

#[test]
fn goes_to_a_briefing_that_is_open_already_instead_of_opening_it_twice() {
    let mut story = two_briefings();
    press(&mut story, Key::PageDown);
    let left = headings(&story);
    for _ in 0..2 {
        command(&mut story, Command::ShowShelf);
        assert_eq!(tabs(&story).1, None, "the shelf is no briefing");
        click(&mut story, Role::Button, FIRST);
        command(&mut story, Command::ShowShelf);
        click(&mut story, Role::Button, DUTY);
    }
    assert_eq!((tabs(&story).0.len(), headings(&story)), (2, left));
}

#[test]
fn goes_round_the_briefings_by_keys_in_the_order_of_the_tabs() {
    let mut story =
        window(&[fixture("good/small"), "nspcc-e2ee-2021".into(), "nspcc-duty-of-care-2021".into()], USUAL);
    let (all, current) = tabs(&story);
    assert_eq!((all.len(), current.as_ref()), (3, Some(&all[0])), "the first named is shown");
    let mut seen = Vec::new();
    for _ in 0..3 {
        command(&mut story, Command::NextBriefing);
        seen.push(tabs(&story).1.expect("a tab is the current one"));
    }
    assert_eq!(seen, [all[1].as_str(), &all[2], &all[0]]);
    command(&mut story, Command::PreviousBriefing);
    assert_eq!(tabs(&story).1.as_ref(), Some(&all[2]));
}

#[test]
fn closes_a_briefing_by_its_cross_and_by_keys() {
    let mut story = two_briefings();
    click(&mut story, Role::Button, &format!("Close {FIRST_TAB}"));
    assert_eq!(tabs(&story).0.len(), 0);
    assert_eq!(headings(&story)[0], (1, DUTY.to_owned()), "closing another keeps the one in the window");
    command(&mut story, Command::Close);
    assert_eq!(headings(&story)[0], (1, "Briefings".to_owned()));
    assert!(story.query_by_role(Role::Tab).is_none());
}

#[test]
fn comes_back_to_a_closed_briefing_at_the_same_line() {
    let mut story = two_briefings();
    turn_wheel(&mut story, 437.0);
    let paragraph = |story: &Story| -> Vec<(String, f32)> {
        let labels = story.query_all_by_role(Role::Label).filter(|node| in_view(story, node));
        labels.map(|label| (super::story::name(&label), label.rect().top())).collect()
    };
    let (left, lines) = (headings(&story), paragraph(&story));
    command(&mut story, Command::Close);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    command(&mut story, Command::Back);
    assert_eq!(headings(&story), left);
    assert_eq!(paragraph(&story), lines, "not at the same line");
    assert_eq!(tabs(&story).0.len(), 2);
}

#[test]
fn comes_back_over_views_to_where_each_stood() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Polls);
    turn_wheel(&mut story, 500.0);
    let polls = headings(&story);
    command(&mut story, Command::Claims);
    turn_wheel(&mut story, 300.0);
    let claims = headings(&story);
    command(&mut story, Command::ShowShelf);
    click(&mut story, Role::Button, DUTY);
    command(&mut story, Command::Polls);
    assert_eq!(headings(&story)[0], (1, "Polls".to_owned()), "another briefing’s polls begin at the top");
    for _ in 0..3 {
        command(&mut story, Command::Back);
    }
    assert_eq!(headings(&story), claims);
    command(&mut story, Command::Back);
    assert_eq!(headings(&story), polls);
    assert!(chosen(&story, Role::RadioButton, "Polls"));
    for _ in 0..2 {
        command(&mut story, Command::Forward);
    }
    command(&mut story, Command::Forward);
    assert_eq!(headings(&story)[0], (1, DUTY.to_owned()));
}

#[test]
fn shows_each_briefing_in_the_view_it_was_left_in() {
    let mut story = two_briefings();
    command(&mut story, Command::Polls);
    turn_wheel(&mut story, 300.0);
    let left = headings(&story);
    command(&mut story, Command::NextBriefing);
    assert!(chosen(&story, Role::RadioButton, "Read"));
    command(&mut story, Command::Polls);
    assert_eq!(headings(&story)[0], (1, "Polls".to_owned()), "its own polls begin at the top");
    command(&mut story, Command::NextBriefing);
    assert_eq!(headings(&story), left);
}

#[test]
fn forgets_what_was_found_when_another_briefing_comes() {
    let mut story = two_briefings();
    command(&mut story, Command::Find);
    story.get_by_role_and_label(Role::TextInput, "Find in page").type_text("children");
    story.run();
    assert!(everything(&story).contains("1 of "));
    command(&mut story, Command::NextBriefing);
    assert!(story.query_by_role_and_label(Role::TextInput, "Find in page").is_none());
    press(&mut story, Key::F3);
    assert!(story.query_by_role_and_label(Role::TextInput, "Find in page").is_none(), "old hits are left");
}

#[test]
fn finds_the_open_briefings_in_the_palette() {
    let mut story = two_briefings();
    command(&mut story, Command::Palette);
    let field = "Commands, sections, charts, calls, sources, briefings";
    story.get_by_role_and_label(Role::TextInput, field).type_text("encryption and");
    story.run();
    assert_eq!(
        names(&story, Role::ListBoxOption),
        [format!("{FIRST}, open")],
        "once, not from the shelf too"
    );
    press(&mut story, Key::Enter);
    assert_eq!(tabs(&story).1.as_deref(), Some(FIRST_TAB));
}

#[test]
fn reads_the_tabs_in_a_narrow_window() {
    let mut story = two_briefings();
    story.set_size(vec2(460.0, 600.0));
    story.run();
    for tab in story.query_all_by_role(Role::Tab) {
        assert!(tab.rect().right() <= 460.5 && tab.rect().width() >= 100.0, "{:?}", tab.rect());
    }
}

#[test]
fn opens_a_built_in_briefing_by_its_id_and_tells_of_what_is_not_there() {
    let mut story = window(&["no-such-briefing".into(), "nspcc-e2ee-2021".into(), SMALL.into()], USUAL);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    // One after the other, each until it is closed.
    for (path, more) in [("no-such-briefing", true), (SMALL, false)] {
        let said = super::story::name(&story.get_by_role(Role::Status));
        assert!(said.contains(path), "{said}");
        assert_eq!(story.query_by_label("1 more message").is_some(), more);
        click(&mut story, Role::Button, "Close");
    }
    assert!(story.query_by_role(Role::Status).is_none());
}
