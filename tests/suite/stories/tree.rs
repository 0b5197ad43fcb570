//! The whole tree that a screen reader gets of the window, for the first briefing: to be read as one
//! would listen. A change of it shows in the text that is kept beside this file.

use std::fmt::Write as _;

use briefing_reader::view::actions::Command;
use egui::accesskit::{AriaCurrent, Live, Role, Toggled};
use egui::os::OperatingSystem;
use egui::{Vec2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use super::story::{Story, command, first_briefing, name};

const WINDOW: Vec2 = vec2(1280.0, 860.0);

/// Every node with its children set in; groups that only hold others are left out, as they are for
/// screen readers.
fn tree(story: &Story) -> String {
    let mut text = String::new();
    let root = story.root();
    describe(&root, 0, &mut text);
    text
}

fn describe(node: &Node<'_>, depth: usize, text: &mut String) {
    let inside = node.accesskit_node();
    let left_out = matches!(inside.role(), Role::GenericContainer | Role::TextRun) && !inside.is_focused();
    if !left_out {
        writeln!(text, "{}{}", "  ".repeat(depth), said(node)).expect("a string takes everything");
    }
    for child in node.children() {
        describe(&child, depth + usize::from(!left_out), text);
    }
}

/// What is said of a node: role, name, level, value, description, states.
fn said(node: &Node<'_>) -> String {
    let inside = node.accesskit_node();
    let data = inside.data();
    let mut said = format!("{:?} {:?}", inside.role(), name(node));
    let mut add = |words: String| write!(said, " {words}").expect("a string takes everything");
    if let Some(level) = data.level() {
        add(format!("level={level}"));
    }
    if let (Some(place), Some(all)) = (data.position_in_set(), data.size_of_set()) {
        add(format!("{place} of {all}"));
    }
    if let Some(value) = data.value().filter(|_| inside.role() != Role::Label) {
        add(format!("value={value:?}"));
    }
    if let Some(value) = data.numeric_value().filter(|_| inside.role() != Role::ScrollBar) {
        add(format!("value={value}"));
    }
    if let Some(words) = data.placeholder() {
        add(format!("placeholder={words:?}"));
    }
    if let Some(words) = inside.description() {
        add(format!("description={words:?}"));
    }
    match data.toggled() {
        Some(Toggled::True) => add("chosen".to_owned()),
        Some(Toggled::Mixed) => add("mixed".to_owned()),
        Some(Toggled::False) | None => {}
    }
    match data.is_expanded() {
        Some(true) => add("unfolded".to_owned()),
        Some(false) => add("folded".to_owned()),
        None => {}
    }
    if data.has_popup().is_some() {
        add("opens a menu".to_owned());
    }
    if data.aria_current() == Some(AriaCurrent::Location) {
        add("current".to_owned());
    }
    match data.live() {
        Some(Live::Polite) => add("polite".to_owned()),
        Some(Live::Assertive) => add("assertive".to_owned()),
        Some(Live::Off) | None => {}
    }
    if inside.is_disabled() {
        add("disabled".to_owned());
    }
    if inside.is_focused() {
        add("focused".to_owned());
    }
    said
}

/// The same tree wherever the tests run: what is said differs with the system.
fn first_briefing_on_linux() -> Story {
    let mut story = first_briefing(WINDOW);
    story.ctx.set_os(OperatingSystem::Nix);
    story.run();
    story
}

#[test]
fn hears_the_whole_window_while_reading() {
    insta::assert_snapshot!(tree(&first_briefing_on_linux()));
}

#[test]
fn hears_the_whole_window_in_each_other_view() {
    let mut story = first_briefing_on_linux();
    for view in [Command::Polls, Command::Calls, Command::Compare, Command::Claims] {
        command(&mut story, view);
        insta::assert_snapshot!(view.name(), tree(&story));
    }
}
