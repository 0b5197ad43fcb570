//! Finding out what keys and mouse do.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, command, first_briefing, headings, name, press, shelf};

/// Every word of the page, scrolled away or not.
fn everything(story: &Story) -> String {
    let names = story.query_all_by(|_| true).map(|node| name(&node));
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn reads_every_command_with_its_key() {
    let mut story = first_briefing(USUAL);
    press(&mut story, Key::F1);
    assert_eq!(headings(&story)[0], (1, "Help".to_owned()));
    let text = everything(&story);
    for group in ["Briefings", "Finding your way", "Views", "How it looks", "On the page", "With the mouse"] {
        assert!(text.lines().any(|line| line == group), "no section {group}");
    }
    for named in Command::ALL {
        let keys = story.ctx.format_shortcut(&named.shortcut());
        let name = named.name().trim_end_matches('…');
        let line = format!("{name}: {} {keys}", named.help());
        assert!(text.lines().any(|said| said == line), "“{line}” is not on the page");
    }
    command(&mut story, Command::Back);
    assert_ne!(headings(&story)[0].1, "Help");
}

#[test]
fn filters_the_help_by_a_word() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Help);
    story.get_by_role_and_label(Role::TextInput, "Filter the help").focus();
    story.run();
    story.event(Event::Text("palette".to_owned()));
    story.run();
    let text = everything(&story);
    assert!(text.contains("Palette: Choose among") && !text.contains("Next theme: "), "{text}");
    press(&mut story, Key::Escape);
    assert!(everything(&story).contains("Next theme: "));
}

#[test]
fn gets_help_before_anything_is_open() {
    let mut story = shelf();
    press(&mut story, Key::F1);
    assert_eq!(headings(&story)[0], (1, "Help".to_owned()));
    super::story::click(&mut story, Role::Button, "Briefings");
    assert_eq!(headings(&story)[0], (1, "Briefings".to_owned()));
}
