//! Menus by the keyboard: each is opened with the keys, gone through, left, and gives the keyboard back.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, click, command, first_briefing, name, press, press_with};
use super::tab_walk::{painted, stop};

const NARROW: Vec2 = vec2(620.0, 700.0);

/// Gives the keyboard to a button.
fn reach(story: &mut Story, begins: &str) {
    let mut buttons = story.query_all_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(begins))
    });
    buttons.next().unwrap_or_else(|| panic!("no button begins with {begins}")).focus();
    drop(buttons);
    story.run();
}

/// Opens a menu with the keys and goes through it; complains of each stop.
fn walk_menu(story: &mut Story, menu: &str, opens: impl Fn(&mut Story)) -> Vec<String> {
    let mut complaints = Vec::new();
    let before = stop(story);
    opens(story);
    let Some(first) = stop(story).filter(|now| Some(now) != before.as_ref()) else {
        return vec![format!("{menu}: no entry takes the keyboard over: {:?}", stop(story))];
    };
    let mut seen = vec![first];
    for _ in 0..40 {
        let last = seen[seen.len() - 1].clone();
        if last.name.trim().is_empty() {
            complaints.push(format!("{menu}: {:?} has no name after {seen:?}", last.role));
        }
        let place = last.place.unwrap_or_else(|| panic!("{menu}: “{}” stands nowhere", last.name));
        let with_focus = painted(story, place);
        press(story, Key::Tab);
        let now = stop(story);
        if painted(story, place) == with_focus {
            complaints.push(format!("{menu}: nothing shows that the keyboard is on “{}”", last.name));
        }
        match now {
            Some(now) if !seen.contains(&now) => seen.push(now),
            _ => break,
        }
        if !egui::Popup::is_any_open(&story.ctx) {
            seen.pop();
            break;
        }
    }
    if egui::Popup::is_any_open(&story.ctx) {
        complaints.push(format!("{menu}: it is still open after {:?}", seen.last().map(|stop| &stop.name)));
    }
    complaints
}

/// Opens it anew and leaves it by Escape.
fn leave(story: &mut Story, menu: &str, opens: impl Fn(&mut Story)) -> Vec<String> {
    let before = stop(story).map(|stop| stop.name);
    opens(story);
    press(story, Key::Escape);
    let after = stop(story).map(|stop| stop.name);
    let mut complaints = Vec::new();
    if egui::Popup::is_any_open(&story.ctx) {
        complaints.push(format!("{menu}: Escape leaves it open"));
    }
    if after != before {
        complaints.push(format!("{menu}: the keyboard was on {before:?} and comes back to {after:?}"));
    }
    complaints
}

/// Leaves a note on the whole briefing, with a tag.
fn note_with_a_tag(story: &mut Story) {
    command(story, Command::NoteOnBriefing);
    story.get_by_role_and_label(Role::TextInput, "Add a tag").focus();
    story.run();
    story.event(egui::Event::Text("to check".to_owned()));
    story.run();
    press(story, Key::Enter);
    click(story, Role::Button, "Done");
}

#[test]
fn every_menu_is_gone_through_with_the_keys_and_gives_the_keyboard_back() {
    let enter = |story: &mut Story| press(story, Key::Enter);
    let by_shift_f10 = |story: &mut Story| press_with(story, Modifiers::SHIFT, Key::F10);
    let mut complaints = Vec::new();
    let buttons: [(&str, Vec2, Command); 14] = [
        ("Text size", USUAL, Command::Read),
        ("View:", NARROW, Command::Read),
        ("Export…: ", USUAL, Command::Read),
        ("Order:", USUAL, Command::Compare),
        ("Baseline:", USUAL, Command::Compare),
        ("If n were", USUAL, Command::Compare),
        ("Export…", USUAL, Command::Compare),
        ("Topic:", USUAL, Command::Compare),
        ("Colour", USUAL, Command::Notes),
        ("Tag", USUAL, Command::Notes),
        ("Stance", USUAL, Command::Notes),
        ("Kind", USUAL, Command::Notes),
        ("Status", USUAL, Command::Notes),
        ("Order:", USUAL, Command::Notes),
    ];
    for (button, size, view) in buttons {
        let menu = format!("{button} in {}", view.name());
        let mut story = first_briefing(size);
        if view == Command::Compare {
            story.state_mut().compare_topic("encryption-support");
            story.run();
        }
        if view == Command::Notes {
            note_with_a_tag(&mut story);
            command(&mut story, view);
        }
        if button == "Export…: " {
            click(&mut story, Role::TreeItem, "Which matters more?, chart");
        }
        reach(&mut story, button);
        complaints.extend(leave(&mut story, &menu, enter));
        complaints.extend(walk_menu(&mut story, &menu, enter));
    }
    let mut story = first_briefing(USUAL);
    complaints.extend(leave(&mut story, "the page's menu", by_shift_f10));
    complaints.extend(walk_menu(&mut story, "the page's menu", by_shift_f10));
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn a_menu_opened_with_the_pointer_leaves_the_keyboard_where_it_is() {
    let mut story = first_briefing(USUAL);
    let size = story.get_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("Text size"))
    });
    let at = size.rect().center();
    super::story::button(&mut story, at, true, Modifiers::NONE);
    super::story::button(&mut story, at, false, Modifiers::NONE);
    story.run();
    assert!(egui::Popup::is_any_open(&story.ctx));
    let focused = story.query_all_by(|node| node.is_focused() && node.role() != Role::Window).next();
    let inside = focused.map(|node| name(&node));
    assert!(inside.as_ref().is_none_or(|name| name.starts_with("Text size")), "{inside:?}");
}

#[test]
fn the_bar_is_a_tool_bar_with_a_name() {
    let story = first_briefing(USUAL);
    let bar = story.get_by_role_and_label(Role::Toolbar, "Main");
    for inside in ["Briefings", "Search", "Outline"] {
        bar.get_by_role_and_label(Role::Button, inside);
    }
    bar.get_by_role_and_label(Role::RadioButton, "Polls");
}
