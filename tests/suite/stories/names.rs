//! Whatever can be worked with has a name, in every view.

use briefing_reader::view::actions::Command;
use egui::Key;
use egui::accesskit::{Action, HasPopup, Role};
use egui::os::OperatingSystem;
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    Story, USUAL, VIEWS, click, command, first_briefing, fixture, in_view, name, names, press, shelf, window,
};

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

#[test]
fn hears_which_dialog_has_opened() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    assert_eq!(names(&story, Role::Dialog), ["Palette"]);
    assert_eq!(names(&story, Role::ListBox), ["What fits"]);
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

/// What may be in the window: the views, and what opens over them.
fn everywhere(look: impl Fn(&Story, &str)) {
    let mut story = first_briefing(USUAL);
    for view in VIEWS {
        command(&mut story, view);
        look(&story, view.name());
    }
    story.state_mut().compare_topic("encryption-support");
    story.run();
    look(&story, "figures compared");
    command(&mut story, Command::Read);
    command(&mut story, Command::NoteOnBriefing);
    look(&story, "a note's card");
    press(&mut story, Key::Escape);
    press(&mut story, Key::Escape);
    command(&mut story, Command::Find);
    story.event(egui::Event::Text("child".to_owned()));
    story.run();
    look(&story, "finding");
}

#[test]
fn hears_no_name_twice() {
    everywhere(|story, where_| {
        for node in story.query_all_by(|_| true) {
            let description = node.accesskit_node().description().unwrap_or_default();
            let said = name(&node);
            let twice = !said.is_empty() && description.starts_with(&said);
            assert!(!twice, "{where_}: “{said}” is said twice: {description}");
        }
    });
}

#[test]
fn hears_no_sentence_that_ends_twice() {
    everywhere(|story, where_| {
        for node in story.query_all_by(|_| true) {
            let said = name(&node);
            for ends in [".:", "..", ".;", ":."] {
                let is_ellipsis = said.contains("...");
                assert!(is_ellipsis || !said.contains(ends), "{where_}: {said}");
            }
        }
    });
}

/// Of buttons in one line the left one comes first, by ear and by the Tab key.
#[test]
fn hears_controls_of_a_line_from_left_to_right() {
    everywhere(|story, where_| {
        let controls: Vec<(egui::Rect, String)> = story
            .query_all_by(|node| node.data().supports_action(Action::Click) || node.role() == Role::TextInput)
            .filter(|node| node.accesskit_node().role() != Role::Link && in_view(story, node))
            .map(|node| (node.rect(), name(&node)))
            .collect();
        for pair in controls.windows(2) {
            let [(one, first), (other, second)] = pair else { continue };
            let is_line = (one.center().y - other.center().y).abs() < 3.0;
            assert!(
                !is_line || one.left() <= other.left(),
                "{where_}: “{first}” at {one} is heard before “{second}” at {other}"
            );
        }
    });
}

/// Who hears "Order" or "Aa" has to know that a menu will open, and whether it is open.
#[test]
fn hears_which_buttons_open_a_menu() {
    let menu = |story: &Story, begins: &str| {
        let mut buttons = story.query_all_by_role(Role::Button).filter(|node| name(node).starts_with(begins));
        let button = buttons.next().unwrap_or_else(|| panic!("no {begins}"));
        let data = button.accesskit_node();
        (data.data().has_popup(), data.data().is_expanded())
    };
    let mut story = first_briefing(USUAL);
    assert_eq!(menu(&story, "Text size"), (Some(HasPopup::Menu), Some(false)));
    click(&mut story, Role::Button, "Text size: 100 percent");
    assert_eq!(menu(&story, "Text size"), (Some(HasPopup::Menu), Some(true)));
    press(&mut story, Key::Escape);
    assert_eq!(menu(&story, "Text size"), (Some(HasPopup::Menu), Some(false)));
    // Charts in view, and those that are scrolled away.
    for begins in ["Export…: Which", "Note…: Support once", "Compare…: Support for"] {
        assert_eq!(menu(&story, begins), (Some(HasPopup::Menu), Some(false)), "{begins}");
    }
    command(&mut story, Command::Notes);
    assert_eq!(menu(&story, "Order"), (Some(HasPopup::Menu), Some(false)));
}

#[test]
fn hears_whether_the_outline_is_shown() {
    let mut story = first_briefing(USUAL);
    let is_shown = |story: &Story| {
        let button = story.get_by_role_and_label(Role::Button, "Outline");
        button.accesskit_node().data().is_expanded()
    };
    assert_eq!(is_shown(&story), Some(true));
    command(&mut story, Command::Outline);
    assert_eq!(is_shown(&story), Some(false));
    assert_eq!(story.get_by_role(Role::Log).accesskit_node().label().as_deref(), Some("Outline hidden"));
    command(&mut story, Command::Outline);
    assert_eq!(story.get_by_role(Role::Log).accesskit_node().label().as_deref(), Some("Outline shown"));
}

#[test]
fn hears_the_views_as_one_choice() {
    let story = first_briefing(USUAL);
    let group = story.get_by_role_and_label(Role::RadioGroup, "View");
    let views: Vec<String> = group.query_all_by_role(Role::RadioButton).map(|node| name(&node)).collect();
    assert_eq!(views, ["Read", "Polls", "Calls", "Claims", "Compare", "Notes"]);
}
