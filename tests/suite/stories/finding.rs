//! Finding words in a briefing, by find and by the palette.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Shape, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    FIRST, Story, USUAL, command, current, everything, first_briefing, headings, in_view, name, names, press,
    press_with, shelf,
};

fn type_words(story: &mut Story, words: &str) {
    story.event(Event::Text(words.to_owned()));
    story.run();
}

fn find(words: &str) -> Story {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Find);
    type_words(&mut story, words);
    story
}

fn says(story: &Story, words: &str) -> bool {
    everything(story).lines().any(|line| line == words)
}

#[test]
fn goes_from_hit_to_hit_in_the_order_of_the_page_and_round_the_end() {
    let mut story = find("round table");
    let hits = hits(&mut story);
    let count = hits.len();
    assert!(count > 2 && hits.is_sorted(), "{hits:?}");
    assert!(says(&story, &format!("1 of {count}")));
    for number in 2..=count {
        press(&mut story, Key::Enter);
        assert!(says(&story, &format!("{number} of {count}")), "{number} of {count}");
    }
    press(&mut story, Key::Enter);
    assert!(says(&story, &format!("1 of {count}")));
    assert!(says(&story, "From the end back to the beginning."));
    press_with(&mut story, Modifiers::SHIFT, Key::Enter);
    assert!(says(&story, &format!("{count} of {count}")));
    assert!(says(&story, "From the beginning back to the end."));
}

fn hits(story: &mut Story) -> Vec<usize> {
    story.state_mut().window_mut().find.hits.iter().map(|hit| hit.row).collect()
}

#[test]
fn finds_calls_where_the_article_puts_them() {
    let mut story = find("rights");
    let rows = hits(&mut story);
    assert!(rows.is_sorted(), "{rows:?}");
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    let call = reading.page.row_of_call(2).expect("the third call stands on the page");
    let place = rows.iter().position(|row| *row == call).expect("it speaks of rights");
    assert!(place + 1 < rows.len(), "something is found after the call: {rows:?}");
}

#[test]
fn is_told_that_nothing_is_exact_and_what_comes_close() {
    let mut story = find("end to end encryptions");
    assert!(everything(&story).contains("No exact match: "), "{}", everything(&story));
    let loose = hits(&mut story).len();
    assert!(says(&story, &format!("1 of {loose}")));
    press_with(&mut story, Modifiers::COMMAND, Key::A);
    type_words(&mut story, "xylophone");
    assert!(says(&story, "not found"));
}

#[test]
fn counts_capitals_and_whole_words_when_asked_to() {
    let mut story = find("poll");
    let all = hits(&mut story).len();
    super::story::click(&mut story, Role::CheckBox, "Whole words");
    let whole = hits(&mut story).len();
    assert!(whole < all, "{whole} of {all}");
}

#[test]
fn goes_on_reading_where_it_was_found() {
    let mut story = find("round table");
    press(&mut story, Key::Enter);
    press(&mut story, Key::Escape);
    assert!(story.query_by_role(Role::Search).is_none(), "the bar is still open");
    let landed = story.get_by_role_and_label(Role::Mark, "Found: round table");
    assert!(landed.is_focused() && in_view(&story, &landed));
    // The page's keys are the page's again.
    let before = headings(&story);
    press(&mut story, Key::Space);
    press(&mut story, Key::Space);
    assert_ne!(headings(&story), before);
}

#[test]
fn comes_back_to_the_line_left_for_what_was_found() {
    let mut story = first_briefing(USUAL);
    let left = headings(&story);
    command(&mut story, Command::Find);
    type_words(&mut story, "willispalmer");
    press(&mut story, Key::Escape);
    assert_ne!(headings(&story), left);
    command(&mut story, Command::Back);
    assert_eq!(headings(&story), left);
}

#[test]
fn goes_back_with_shift_f3_and_not_on() {
    let mut story = find("round table");
    let count = hits(&mut story).len();
    press(&mut story, Key::F3);
    assert!(says(&story, &format!("2 of {count}")));
    press_with(&mut story, Modifiers::SHIFT, Key::F3);
    assert!(says(&story, &format!("1 of {count}")));
}

#[test]
fn types_other_words_over_those_of_last_time() {
    let mut story = find("privacy");
    press(&mut story, Key::Escape);
    command(&mut story, Command::Find);
    type_words(&mut story, "encrypt");
    let field = story.get_by_role_and_label(Role::TextInput, "Find in page");
    assert_eq!(field.value().as_deref(), Some("encrypt"));
    command(&mut story, Command::Find);
    type_words(&mut story, "survey");
    let field = story.get_by_role_and_label(Role::TextInput, "Find in page");
    assert_eq!(field.value().as_deref(), Some("survey"), "asked for again while it is open");
}

/// A briefing whose only paragraph is far longer than the window.
#[test]
fn sees_what_was_found_in_a_paragraph_longer_than_the_window() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let text = format!("{}needle {}", "Hay and hay. ".repeat(900), "Hay and hay. ".repeat(900));
    std::fs::write(folder.path().join("article.md"), text).expect("it can be written");
    let manifest = super::story::fixture("good/small").join("briefing.ron");
    std::fs::copy(manifest, folder.path().join("briefing.ron")).expect("it can be copied");
    let mut story = super::story::window_on_anything(&[folder.path().to_owned()]);
    command(&mut story, Command::Find);
    type_words(&mut story, "needle");
    assert!(says(&story, "1 of 1"));
    let highlight = story.state_mut().window_mut().colours().highlight;
    let mark = story.output().shapes.iter().find_map(|clipped| match &clipped.shape {
        Shape::Rect(mark) if mark.fill == highlight => Some((mark.rect, clipped.clip_rect)),
        _ => None,
    });
    let (mark, view) = mark.expect("it is marked");
    assert!(view.contains_rect(mark), "{mark:?} is out of {view:?}");
    let place = |story: &mut Story| {
        story.state_mut().window_mut().reading.as_ref().expect("a briefing is open").page.hold()
    };
    let before = place(&mut story);
    press(&mut story, Key::Escape);
    assert_eq!(place(&mut story), before, "reading goes on where it was found");
}

fn offered(story: &Story) -> Vec<String> {
    names(story, Role::ListBoxOption)
}

#[test]
fn jumps_to_a_section_by_a_few_letters() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    type_words(&mut story, "round ta");
    assert_eq!(offered(&story)[0], "The round table, section");
    press(&mut story, Key::Enter);
    assert!(offered(&story).is_empty(), "the palette is still open");
    assert_eq!(current(&story).as_deref(), Some("The round table"));
}

#[test]
fn is_offered_calls_charts_and_sources_each_named_as_such() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    for (typed, wanted) in [
        ("all users", "Call 1: Consider all users, call"),
        ("call 2", "Call 2: Not a simple trade-off, call"),
        ("matters privacy", "Which matters more: detecting child abuse images, or privacy?, chart"),
        ("29 points", "A shift of 29 points, section with a chart"),
    ] {
        type_words(&mut story, typed);
        assert_eq!(offered(&story)[0], wanted);
        press_with(&mut story, Modifiers::COMMAND, Key::A);
    }
    type_words(&mut story, "at risk of abuse");
    assert!(offered(&story).iter().any(|name| name.ends_with(", source")), "{:?}", offered(&story));
}

#[test]
fn is_offered_what_is_there_before_a_note_on_it() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    for typed in ["call", "privacy", "detecting"] {
        type_words(&mut story, typed);
        let offered = offered(&story);
        let first_note = offered.iter().position(|name| name.starts_with("Note on"));
        let last_place = offered.iter().rposition(|name| !name.ends_with(", note"));
        assert!(first_note > last_place && last_place.is_some(), "{offered:#?}");
        press_with(&mut story, Modifiers::COMMAND, Key::A);
    }
    type_words(&mut story, "note on call");
    assert_eq!(offered(&story)[0], "Note on call 1: Consider all users, note");
}

#[test]
fn is_offered_only_what_can_be_done_now() {
    let mut story = shelf();
    command(&mut story, Command::Palette);
    let names = offered(&story);
    assert!(names.iter().any(|name| name.starts_with("Open…")));
    for absent in ["Find…", "Back", "Outline", "Claims"] {
        assert!(!names.iter().any(|name| name.starts_with(absent)), "{absent} is offered: {names:?}");
    }
}

#[test]
fn finds_what_was_used_last_at_the_top() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    type_words(&mut story, "next th");
    press(&mut story, Key::Enter);
    command(&mut story, Command::Palette);
    assert!(offered(&story)[0].starts_with("Next theme"), "{:?}", offered(&story));
}

#[test]
fn walks_the_palette_by_keys_and_leaves_it() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    let chosen = |story: &Story| {
        let options: Vec<_> = story.query_all_by_role(Role::ListBoxOption).collect();
        options.iter().find(|node| node.accesskit_node().is_selected() == Some(true)).map(super::story::name)
    };
    let first = chosen(&story);
    press(&mut story, Key::ArrowDown);
    let second = chosen(&story);
    assert!(second.is_some() && second != first);
    press(&mut story, Key::PageDown);
    assert!(chosen(&story).is_some_and(|name| Some(name) != second));
    press(&mut story, Key::Escape);
    assert!(offered(&story).is_empty(), "the palette is still open");
}

#[test]
fn reads_the_title_while_the_find_bar_is_open_in_a_narrow_window() {
    let mut story = first_briefing(vec2(900.0, 700.0));
    command(&mut story, Command::Find);
    let bar = story.get_by_role_and_label(Role::Button, "Close find").rect();
    let title = story.get_by_role_and_label(Role::Heading, FIRST).rect();
    assert!(
        title.top() >= bar.bottom(),
        "the title begins at {} under a bar to {}",
        title.top(),
        bar.bottom()
    );
}

/// How many places are marked on what begins with these words.
fn marked(story: &mut Story, role: Role, begins: &str) -> usize {
    let highlight = story.state_mut().window_mut().colours().highlight;
    let node =
        story.query_all_by_role(role).find(|node| name(node).starts_with(begins) && in_view(story, node));
    let place = node.unwrap_or_else(|| panic!("no {role:?} in view begins with {begins}")).rect().expand(6.0);
    let is_mark = |shape: &Shape| matches!(shape, Shape::Rect(mark) if mark.fill == highlight && place.contains_rect(mark.rect));
    let marks = story.output().shapes.iter().map(|clipped| match &clipped.shape {
        Shape::Vec(shapes) => shapes.iter().filter(|shape| is_mark(shape)).count(),
        shape => usize::from(is_mark(shape)),
    });
    marks.sum()
}

#[test]
fn sees_the_words_marked_in_the_title_the_key_figures_and_the_sources() {
    let mut story = find("encryption");
    assert_eq!(marked(&mut story, Role::Heading, FIRST), 1);
    assert_eq!(marked(&mut story, Role::Label, "One in three back"), 1, "the summary");
    assert_eq!(marked(&mut story, Role::Label, "33% to 62%"), 1, "its caption");
    assert_eq!(marked(&mut story, Role::Label, "92%"), 0);
    let ink = story.state_mut().window_mut().colours().ink;
    let summary =
        story.query_all_by_role(Role::Label).find(|node| name(node).starts_with("One in three back"));
    let summary = summary.expect("it is in view").rect();
    let set_in = story.output().shapes.iter().find_map(|clipped| match &clipped.shape {
        Shape::Text(text) if text.pos.distance(summary.min) < 1.0 => text.override_text_color,
        _ => None,
    });
    assert_eq!(set_in, Some(ink), "quiet words are too faint on a mark");
    press_with(&mut story, Modifiers::SHIFT, Key::Enter);
    assert_eq!(marked(&mut story, Role::Heading, "Support for end-to-end encryption"), 1, "a source");
}

#[test]
fn sees_the_words_marked_in_charts_and_in_calls() {
    let mut story = find("privacy");
    super::story::click(&mut story, Role::TreeItem, "Which matters more?, chart");
    assert_eq!(marked(&mut story, Role::Figure, "Which matters more"), 2, "its title and its last label");
    let mut story = find("trade-off");
    assert_eq!(marked(&mut story, Role::Heading, "Call 2: Not a simple trade-off"), 1);
}

#[test]
fn sees_the_whole_palette_again_after_a_search_that_found_little() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    let in_view = |story: &Story| super::story::names_in_view(story, Role::ListBoxOption).len();
    let all = in_view(&story);
    assert!(all >= 12, "{all}");
    type_words(&mut story, "round ta");
    assert!(in_view(&story) < 4);
    for _ in 0.."round ta".len() {
        press(&mut story, Key::Backspace);
    }
    assert_eq!(in_view(&story), all, "after the letters were taken back");
    type_words(&mut story, "round ta");
    press(&mut story, Key::Escape);
    command(&mut story, Command::Palette);
    assert_eq!(in_view(&story), all, "after it was opened anew");
}
