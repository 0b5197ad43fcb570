//! Selecting and copying, with real pointer and key events.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::story::{FIRST, Story, USUAL, button, command, drag, first_briefing, names, press, press_with};

fn selected(story: &mut Story) -> String {
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    reading.page.selected_text()
}

fn click(story: &mut Story, at: Pos2, times: usize) {
    story.hover_at(at);
    story.step();
    // Each event of a story takes a quarter of a second: a slow hand, for whom a double click may be slow.
    story.ctx.options_mut(|options| options.input_options.max_double_click_delay = 1.0);
    for _ in 0..times {
        button(story, at, true, Modifiers::NONE);
        story.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
    }
    story.run();
}

/// The left and right ends of the title's first line.
fn title(story: &Story) -> (Pos2, Pos2) {
    let title = story.get_by_role_and_label(Role::Heading, FIRST).rect();
    (title.left_top() + vec2(1.0, 15.0), title.right_bottom() + vec2(40.0, 1.0))
}

#[test]
fn drags_over_the_title_forwards_and_backwards() {
    let mut story = first_briefing(USUAL);
    let (from, to) = title(&story);
    drag(&mut story, from, to);
    assert_eq!(selected(&mut story), FIRST);
    drag(&mut story, to, from);
    assert_eq!(selected(&mut story), FIRST);
    click(&mut story, from + vec2(300.0, 300.0), 1);
    assert_eq!(selected(&mut story), "", "a click clears");
}

#[test]
fn takes_a_word_with_two_clicks_and_the_paragraph_with_three() {
    let mut story = first_briefing(USUAL);
    let at = title(&story).0 + vec2(20.0, 0.0);
    click(&mut story, at, 2);
    assert_eq!(selected(&mut story), "Encryption");
    let mut story = first_briefing(USUAL);
    click(&mut story, at, 3);
    assert_eq!(selected(&mut story), FIRST);
}

/// Clicks that begin and end within one frame, as a touchpad's taps and those over a slow line do.
fn tap(story: &mut Story, at: Pos2, times: usize, modifiers: Modifiers) {
    story.hover_at(at);
    story.step();
    let button = PointerButton::Primary;
    for _ in 0..times {
        for pressed in [true, false] {
            story.input_mut().events.push(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
    }
    story.step();
    story.run();
}

#[test]
fn taps_that_are_over_within_a_frame_do_what_slow_clicks_do() {
    let mut story = first_briefing(USUAL);
    let (from, to) = title(&story);
    let word = from + vec2(20.0, 0.0);
    drag(&mut story, from, to);
    tap(&mut story, from + vec2(300.0, 300.0), 1, Modifiers::NONE);
    assert_eq!(selected(&mut story), "", "a tap clears");
    tap(&mut story, word, 2, Modifiers::NONE);
    assert_eq!(selected(&mut story), "Encryption");
    story.hover_at(to);
    story.run();
    assert_eq!(selected(&mut story), "Encryption", "nothing is held any more");
    let mut story = first_briefing(USUAL);
    tap(&mut story, word, 3, Modifiers::NONE);
    assert_eq!(selected(&mut story), FIRST);
    let mut story = first_briefing(USUAL);
    tap(&mut story, from, 1, Modifiers::NONE);
    tap(&mut story, to, 1, Modifiers::SHIFT);
    assert_eq!(selected(&mut story), FIRST);
}

#[test]
fn extends_a_selection_with_the_keys_and_gives_it_up_with_escape() {
    let mut story = first_briefing(USUAL);
    let at = title(&story).0;
    click(&mut story, at, 1);
    press_with(&mut story, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(selected(&mut story), "E");
    press_with(&mut story, Modifiers::SHIFT | Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(selected(&mut story), "Encryption");
    press_with(&mut story, Modifiers::SHIFT | Modifiers::COMMAND, Key::End);
    assert!(selected(&mut story).contains("Why the question is open"));
    press_with(&mut story, Modifiers::NONE, Key::Escape);
    assert_eq!(selected(&mut story), "");
}

#[test]
fn keeps_what_is_selected_while_the_page_scrolls() {
    let mut story = first_briefing(USUAL);
    let (from, to) = title(&story);
    drag(&mut story, from, to);
    super::story::turn_wheel(&mut story, 2_000.0);
    assert_eq!(selected(&mut story), FIRST);
}

#[test]
fn copies_everything_with_the_clipboards_own_key() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::SelectAll);
    let all = selected(&mut story);
    assert!(all.starts_with(FIRST) && all.contains("\n\nWhy the question is open\n\n"), "{all}");
    assert!(all.contains("Answer\tAs printed\tAt least\tAt most"), "charts are copied as tables");
    assert!(all.contains("Call 1: "), "calls are copied as a whole");
    story.event(Event::Copy);
    story.step();
    let copied = story.output().platform_output.commands.clone();
    assert!(copied.contains(&OutputCommand::CopyText(all)), "{copied:?}");
}

#[test]
fn selects_without_a_mouse_by_the_text_cursor() {
    let mut story = first_briefing(USUAL);
    press_with(&mut story, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(selected(&mut story), "", "nothing to extend yet");
    command(&mut story, Command::TextCursor);
    press_with(&mut story, Modifiers::COMMAND, Key::ArrowRight);
    press_with(&mut story, Modifiers::SHIFT | Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(selected(&mut story), " and");
    press(&mut story, Key::ArrowDown);
    assert_eq!(selected(&mut story), "", "moving on without Shift gives it up");
    assert!((title(&story).0.y - title(&first_briefing(USUAL)).0.y).abs() < 0.5, "the page stays");
    for _ in 0..40 {
        press_with(&mut story, Modifiers::SHIFT, Key::ArrowDown);
    }
    let text = selected(&mut story);
    assert!(text.contains("\n\nWhy the question is open\n\n"), "40 lines on: {text}");
    let title = story.query_by_role_and_label(Role::Heading, FIRST).map(|title| title.rect().bottom());
    assert!(title.is_none_or(|bottom| bottom < 46.0), "the page follows the cursor");
}

#[test]
fn copies_from_the_menu_of_the_right_button() {
    let mut story = first_briefing(USUAL);
    let (from, to) = title(&story);
    drag(&mut story, from, to);
    for pressed in [true, false] {
        let button = PointerButton::Secondary;
        story.event(Event::PointerButton { pos: from, button, pressed, modifiers: Modifiers::NONE });
    }
    story.run();
    let entries = names(&story, Role::Button);
    assert!(entries.iter().any(|name| name.starts_with("Select all")), "{entries:?}");
    assert_eq!(selected(&mut story), FIRST, "the menu leaves the selection");
    story
        .get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("Select all"))
        })
        .click();
    story.run();
    assert!(selected(&mut story).len() > 2_000);
}
