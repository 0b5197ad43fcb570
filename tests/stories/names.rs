//! Whatever can be worked with has a name, in every view.

use briefing_reader::view::Command;
use egui::Key;
use egui::accesskit::{Action, Role};
use egui::os::OperatingSystem;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::story::{Story, USUAL, click, command, first_briefing, fixture, name, press, shelf, window};

fn assert_all_are_named(story: &Story, where_: &str) {
    for node in story.query_all_by(|node| {
        let data = node.data();
        data.supports_action(Action::Click) || data.supports_action(Action::Focus)
    }) {
        let role = node.accesskit_node().role();
        assert!(!name(&node).trim().is_empty(), "{where_}: a {role:?} at {:?} has no name", node.rect());
        assert!(
            !matches!(role, Role::Unknown | Role::GenericContainer),
            "{where_}: “{}” has no role",
            name(&node)
        );
    }
    for role in
        [Role::ScrollBar, Role::Heading, Role::Figure, Role::Image, Role::Navigation, Role::Complementary]
    {
        for node in story.query_all_by_role(role) {
            assert!(!name(&node).trim().is_empty(), "{where_}: a {role:?} has no name");
        }
    }
}

#[test]
fn hears_a_name_for_everything_that_can_be_worked_with() {
    assert_all_are_named(&shelf(), "the shelf");
    let mut story = first_briefing(USUAL);
    for page in 0..12 {
        assert_all_are_named(&story, &format!("page {page}"));
        press(&mut story, Key::PageDown);
    }
    for view in [
        Command::Polls,
        Command::Calls,
        Command::Problems,
        Command::Compare,
        Command::ShowShelf,
        Command::Find,
    ] {
        command(&mut story, view);
        assert_all_are_named(&story, &format!("{view:?}"));
    }
    click(&mut story, Role::Button, "Text size: 100 percent");
    assert_all_are_named(&story, "the menu of text sizes");
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    for page in 0..6 {
        assert_all_are_named(&story, &format!("every construct, page {page}"));
        press(&mut story, Key::PageDown);
    }
}

/// What is said once is not said twice: a heading has its words as a name and nothing besides.
#[test]
fn hears_each_heading_once() {
    let mut story = first_briefing(USUAL);
    for view in [Command::Read, Command::Polls, Command::Calls, Command::Problems] {
        command(&mut story, view);
        for heading in story.query_all_by_role(Role::Heading) {
            assert_eq!(heading.value(), None, "{view:?}: “{}” is said twice", name(&heading));
            assert!(
                heading.accesskit_node().level().is_some(),
                "{view:?}: “{}” has no level",
                name(&heading)
            );
        }
    }
}

/// AT-SPI gets no levels, only names and descriptions; other systems would say them twice.
#[test]
fn hears_the_level_of_each_heading_in_words_where_the_system_gets_no_levels() {
    for (system, is_in_words) in
        [(OperatingSystem::Nix, true), (OperatingSystem::Windows, false), (OperatingSystem::Mac, false)]
    {
        let mut story = first_briefing(USUAL);
        story.ctx.set_os(system);
        story.run();
        let headings: Vec<_> = story.query_all_by_role(Role::Heading).collect();
        assert!(headings.len() > 10, "headings out of view are told of too");
        for heading in headings {
            let level = heading.accesskit_node().level().map(|level| format!("level {level}"));
            let said = heading.accesskit_node().description();
            assert_eq!(said, level.filter(|_| is_in_words), "{system:?}: “{}”", name(&heading));
        }
    }
}

/// From heading to heading one comes to each story and each source.
#[test]
fn hears_what_each_story_and_each_source_is() {
    let story = first_briefing(USUAL);
    for title in [
        "Girls aged 12-15 are most likely to be groomed online",
        "Support for end-to-end encryption increases if child safety can be protected",
    ] {
        let heading = story.get_by_role_and_label(Role::Heading, title);
        assert_eq!(heading.accesskit_node().level(), Some(3), "{title}");
        assert!(story.query_by_role_and_label(Role::Label, title).is_none(), "{title} is said twice");
    }
}

#[test]
fn goes_through_the_bar_with_the_tab_key_from_left_to_right() {
    let mut story = first_briefing(USUAL);
    let mut met = Vec::new();
    for _ in 0..8 {
        press(&mut story, Key::Tab);
        let focused = story.query_all_by(|node| node.is_focused() && node.role() != Role::Window).next();
        let focused = focused.expect("something has the keyboard");
        met.push((focused.rect().left(), name(&focused)));
    }
    let bar: Vec<&(f32, String)> =
        met.iter().take_while(|(_, name)| name != "Why the question is open").collect();
    assert!(bar.len() >= 6, "{met:?}");
    assert!(bar.is_sorted_by(|a, b| a.0 < b.0), "{bar:?}");
}
