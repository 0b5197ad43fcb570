//! What a screen reader says by itself when something changes.

use briefing_reader::view::actions::Command;
use briefing_reader::view::{Place, Position, Selection};
use egui::accesskit::Live;
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, command, first_briefing, name};

/// All that is said politely now.
fn said(story: &Story) -> Vec<String> {
    let nodes = story.query_all_by(|node| node.data().live() == Some(Live::Polite));
    nodes.map(|node| name(&node)).filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_view_a_text_size_and_a_theme_are_announced() {
    let mut story = first_briefing(USUAL);
    for (asked, words) in [
        (Command::Polls, "Polls"),
        (Command::LargerText, "Text size 110 percent"),
        (Command::NextTheme, "Theme: Ink"),
        (Command::Read, "Article"),
    ] {
        command(&mut story, asked);
        assert_eq!(said(&story), [words]);
    }
}

#[test]
fn what_is_selected_is_announced() {
    let mut story = first_briefing(USUAL);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    let (block, _) = reading.page.paragraph_here().expect("a paragraph is in view");
    let at = |character| Position::new(Place::Block(block), character);
    // "With end-to-end encryption, a message"
    reading.page.select(Selection::new(at(0), at(37)));
    story.run();
    assert_eq!(said(&story), ["5 words selected"]);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    reading.page.clear_selection();
    story.run();
    assert_eq!(said(&story), ["Nothing selected"]);
}

#[test]
fn messages_and_what_find_finds_are_announced() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Highlight);
    command(&mut story, Command::Undo);
    assert!(said(&story).contains(&"The note is removed.".to_owned()), "{:?}", said(&story));
    command(&mut story, Command::Find);
    story.event(egui::Event::Text("encryption".to_owned()));
    story.run();
    assert!(said(&story).iter().any(|words| words.starts_with("1 of ")), "{:?}", said(&story));
}
