//! The menus at the right button in the Compare view, by pointer and by keyboard.

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;

use super::story::{Story, click, command, everything, name, names, press, press_with, shelf};

fn scanning() -> Story {
    let mut story = shelf();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, "Message scanning, 4 questions, 4 polls");
    story
}

fn figures(story: &Story) -> Vec<String> {
    names(story, Role::ListItem).into_iter().filter(|name| name.contains("interval")).collect()
}

fn right_click(story: &mut Story, pos: Pos2) {
    story.event(egui::Event::PointerMoved(pos));
    story.run();
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        story.event(egui::Event::PointerButton { pos, button: PointerButton::Secondary, pressed, modifiers });
    }
    story.run();
}

/// The figure whose sentence holds these words.
fn place_of(story: &Story, words: &str) -> Pos2 {
    let mut all = story.query_all_by_role(Role::ListItem);
    all.find(|node| name(node).contains(words)).expect("it is there").rect().center()
}

#[test]
fn a_figure_has_the_menu_that_charts_have_elsewhere() {
    let mut story = scanning();
    let place = place_of(&story, "Against: 72%");
    right_click(&mut story, place);
    let offered = [
        "Copy figures",
        "Compare the others with this figure",
        "Leave this figure out",
        "Note on this comparison…",
    ];
    for entry in offered {
        assert!(
            names(&story, Role::Button).iter().any(|name| name == entry),
            "{entry}: {:?}",
            names(&story, Role::Button)
        );
    }
    click(&mut story, Role::Button, "Compare the others with this figure");
    assert!(everything(&story).contains("Baseline: 3"), "{}", everything(&story));
    let place = place_of(&story, "Against: 72%");
    right_click(&mut story, place);
    click(&mut story, Role::Button, "No baseline");
    assert!(everything(&story).contains("Baseline: none"));
    let place = place_of(&story, "Against: 72%");
    right_click(&mut story, place);
    click(&mut story, Role::Button, "Leave this figure out");
    let left = figures(&story);
    assert!(left.len() == 4 && !left.iter().any(|name| name.contains("Against: 72%")), "{left:?}");
}

#[test]
fn the_menu_key_opens_it_on_the_figure_that_has_the_keyboard() {
    let mut story = scanning();
    story.query_all_by_role(Role::ListItem).next().expect("a figure").focus();
    story.run();
    press(&mut story, Key::ArrowDown);
    press_with(&mut story, Modifiers::SHIFT, Key::F10);
    click(&mut story, Role::Button, "Compare the others with this figure");
    assert!(everything(&story).contains("Baseline: 2"), "{}", everything(&story));
}

#[test]
fn a_saved_comparison_is_taken_off_the_list_with_the_keys() {
    let data = tempfile::tempdir().unwrap();
    let mut story = scanning();
    *story.state_mut() = App::new(&[], Session::load(data.path()));
    story.run();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, "Message scanning, 4 questions, 4 polls");
    click(&mut story, Role::Button, "Save this comparison…");
    story.get_by_role_and_label(Role::TextInput, "Name of this comparison").type_text("Mine");
    story.run();
    press(&mut story, Key::Enter);
    let file = data.path().join("comparisons/mine.comparison");
    assert!(file.exists());
    story.get_by_role_and_label(Role::Button, "Saved comparison: Mine").focus();
    story.run();
    press_with(&mut story, Modifiers::SHIFT, Key::F10);
    click(&mut story, Role::Button, "Remove from the list");
    assert!(!file.exists() && !everything(&story).contains("Saved comparison: Mine"));
}
