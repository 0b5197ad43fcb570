//! Reading on: wheel and keys.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;

use super::story::{
    FIRST, Story, USUAL, command, everything, first_briefing, headings, in_view, press, press_with,
};

/// Where the article's second heading stands, wherever the page is scrolled to near the top.
fn second_heading(story: &Story) -> f32 {
    story.get_by_role_and_label(Role::Heading, "Why the question is open").rect().top()
}

#[test]
fn scrolls_a_page_down_and_up_again() {
    for (down, up) in [
        ((Modifiers::NONE, Key::PageDown), (Modifiers::NONE, Key::PageUp)),
        ((Modifiers::NONE, Key::Space), (Modifiers::SHIFT, Key::Space)),
    ] {
        let mut story = first_briefing(USUAL);
        let before = second_heading(&story);
        press_with(&mut story, down.0, down.1);
        assert!(!headings(&story).contains(&(1, FIRST.to_owned())), "{down:?} leaves the title in view");
        press_with(&mut story, up.0, up.1);
        assert!((second_heading(&story) - before).abs() < 0.5, "{up:?} does not come back to where it was");
    }
}

#[test]
fn keeps_two_lines_in_view_when_paging() {
    let mut story = first_briefing(vec2(1280.0, 500.0));
    let before = second_heading(&story);
    press(&mut story, Key::PageDown);
    let moved = before - second_heading(&story);
    assert!((300.0..454.0).contains(&moved), "a page is {moved} points of 454");
}

#[test]
fn scrolls_line_by_line_with_the_arrow_keys() {
    let mut story = first_briefing(USUAL);
    let before = second_heading(&story);
    press(&mut story, Key::ArrowDown);
    let moved = before - second_heading(&story);
    assert!((20.0..100.0).contains(&moved), "a line is {moved} points");
    press(&mut story, Key::ArrowUp);
    assert!((second_heading(&story) - before).abs() < 0.5);
}

#[test]
fn goes_to_the_very_end_and_to_the_very_beginning() {
    for height in [500.0, 800.0, 1400.0] {
        let mut story = first_briefing(vec2(1280.0, height));
        press(&mut story, Key::End);
        let last = "https://racetothemoon.nspcc.org.uk/about-us/news-opinion/2021/adults-support-encryption-if-children-safety-protected";
        let address = story.get_by_role_and_label(Role::Link, last);
        assert!(in_view(&story, &address), "End does not show the last source’s address at {height}");
        let note = "The charity’s own release, read in part: we did not read its footnotes.";
        let note = story.get_by_role_and_label(Role::Label, note).rect();
        assert!(note.bottom() < height, "the last line ends at {} of {height}", note.bottom());
        press(&mut story, Key::Home);
        assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    }
}

#[test]
fn pages_on_while_a_link_has_the_keyboard() {
    let mut story = first_briefing(USUAL);
    story.get_by_role_and_label(Role::Link, "published a survey").focus();
    story.run();
    press(&mut story, Key::PageDown);
    assert!(
        !headings(&story).contains(&(1, FIRST.to_owned())),
        "Page Down does nothing while a link is focused"
    );
    press(&mut story, Key::Home);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
}

#[test]
fn pages_through_the_polls() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Polls);
    let last = "Should services be able to detect adults sending sexual images to children?";
    press(&mut story, Key::End);
    assert!(
        in_view(&story, &story.get_by_role_and_label(Role::Figure, last)),
        "End does not reach the last question"
    );
    press(&mut story, Key::Home);
    assert_eq!(headings(&story)[0], (1, "Polls".to_owned()));
    press(&mut story, Key::PageDown);
    assert!(!headings(&story).contains(&(1, "Polls".to_owned())), "Page Down does nothing");
}

#[test]
fn types_a_word_to_find_without_scrolling() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Find);
    let field = story.get_by_role_and_label(Role::TextInput, "Find in page");
    assert!(field.is_focused());
    field.type_text("Oakhill");
    story.run();
    assert!(everything(&story).contains("1 of "), "nothing was found");
    press(&mut story, Key::Escape);
    assert!(story.query_by_role_and_label(Role::TextInput, "Find in page").is_none());
}
