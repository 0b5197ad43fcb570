//! Taking a chart along.

use egui::accesskit::Role;
use egui::{Key, OutputCommand};
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, click, everything, first_briefing, name, press};

const QUESTION: &str = "Which matters more: detecting child abuse images, or privacy?";

fn at_the_first_chart() -> Story {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "Which matters more?, chart");
    story
}

fn open_menu(story: &mut Story) {
    click(story, Role::Button, &format!("Export…: {QUESTION}"));
}

/// Waits, a few frames at a time, until the window says so.
pub fn wait_for(story: &mut Story, words: &str) {
    for _ in 0..500 {
        if everything(story).contains(words) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        story.run();
    }
    panic!("“{words}” is not said in: {}", everything(story));
}

fn copied(story: &Story) -> Vec<OutputCommand> {
    story.output().platform_output.commands.clone()
}

#[test]
fn saves_a_chart_as_a_file_and_hears_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chart.svg");
    let mut story = at_the_first_chart();
    story.state_mut().save_to(path.clone());
    open_menu(&mut story);
    click(&mut story, Role::Button, "Save as SVG drawing…");
    wait_for(&mut story, &format!("Saved as {}.", path.display()));
    let svg = std::fs::read_to_string(&path).unwrap();
    assert!(svg.contains("Detecting abuse images") && svg.contains(" width=\"652\""), "{svg}");
}

#[test]
fn is_told_why_a_chart_was_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = at_the_first_chart();
    story.state_mut().save_to(folder.path().join("none/chart.csv"));
    open_menu(&mut story);
    click(&mut story, Role::Button, "Save as CSV data…");
    wait_for(&mut story, "cannot be written: there is no such folder.");
}

#[test]
fn copies_a_table_with_the_keyboard_alone() {
    let mut story = at_the_first_chart();
    let button = format!("Export…: {QUESTION}");
    story.get_by_role_and_label(Role::Button, &button).focus();
    story.run();
    press(&mut story, Key::Enter);
    let focused = story.get_by(|node| node.is_focused() && node.role() != Role::Window);
    assert_eq!(name(&focused), "Save as SVG drawing…", "the keyboard is in the menu");
    for _ in 0..7 {
        press(&mut story, Key::ArrowDown);
    }
    assert_eq!(name(&story.get_by(|node| node.is_focused() && node.role() != Role::Window)), "Copy table");
    // Down alone: each event is a frame, and only the last one's output can be asked for.
    story.key_down(Key::Enter);
    let mut all = Vec::new();
    for _ in 0..4 {
        story.step();
        all.extend(copied(&story));
    }
    let text = all.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let text = text.unwrap_or_else(|| panic!("nothing was copied: {all:?}"));
    assert!(text.contains("Detecting abuse images\tmore than half\tabove 50%\t100%\n"), "{text}");
    assert!(text.contains("Source: ") && text.contains("https://"), "{text}");
    assert!(everything(&story).contains("The table is on the clipboard."));
}

#[test]
fn leaves_the_menu_with_escape() {
    let mut story = at_the_first_chart();
    open_menu(&mut story);
    assert!(everything(&story).contains("Copy picture"));
    press(&mut story, Key::Escape);
    assert!(!everything(&story).contains("Copy picture"));
}
