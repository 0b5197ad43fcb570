//! Selecting where it is less plain: over key figures and sources, from links, in tables and lists, past
//! the window's edge.

use briefing_reader::view::actions::Command;
use briefing_reader::view::{Place, Position, Selection};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::kittest::Queryable;

use super::story::{
    Story, USUAL, button, click, command, drag, first_briefing, fixture, in_view, name, names_in_view, press,
    window,
};

fn selected(story: &mut Story) -> String {
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    reading.page.selected_text()
}

/// Where something stands whose words begin so, and which is in view.
fn at(story: &Story, role: Role, begins: &str) -> Rect {
    let mut found = story.query_all_by_role(role).filter(|node| name(node).starts_with(begins));
    let node = found.find(|node| in_view(story, node));
    node.unwrap_or_else(|| panic!("no {role:?} in view begins with {begins}")).rect()
}

fn kitchen_sink(heading: &str) -> Story {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    click(&mut story, Role::TreeItem, heading);
    story
}

/// Just inside the left edge, at the middle of the first line.
fn head(rect: Rect) -> Pos2 {
    rect.left_top() + vec2(1.0, 9.0)
}

/// Beyond the last word.
fn tail(rect: Rect) -> Pos2 {
    rect.right_bottom() + vec2(30.0, -5.0)
}

#[test]
fn selects_key_figures_with_what_they_say() {
    let mut story = first_briefing(USUAL);
    let figure = at(&story, Role::Label, "92%");
    drag(&mut story, head(figure), figure.right_bottom() + vec2(-1.0, -3.0));
    assert_eq!(selected(&mut story), "92% want abuse images detectable");
    command(&mut story, Command::CopyCited);
    assert_eq!(name(&story.get_by_role(Role::Status)), "Copied with its reference.");
    let other = at(&story, Role::Label, "33% to 62%");
    drag(&mut story, other.left_top() + vec2(1.0, 9.0), other.right_top() + vec2(-1.0, 9.0));
    assert_eq!(selected(&mut story), "33% → 62%", "the number alone");
}

#[test]
fn selects_sources_and_stories_line_by_line() {
    let mut story = first_briefing(USUAL);
    press(&mut story, Key::End);
    let links: Vec<String> = names_in_view(&story, Role::Link);
    let address =
        links.iter().rev().find(|link| link.starts_with("https://")).expect("a source with its address");
    let place = at(&story, Role::Link, address);
    drag(&mut story, place.left_center() + vec2(1.0, -40.0), tail(place));
    let lines: Vec<String> = selected(&mut story).lines().map(str::to_owned).collect();
    assert!(lines.last() == Some(address) && lines.len() > 1, "{lines:?}");
    assert!(lines[lines.len() - 2].contains("\u{a0}· "), "who published it and when: {lines:?}");
    let opened = |story: &Story| format!("{:?}", story.output().platform_output.commands).contains("OpenUrl");
    assert!(!opened(&story), "the drag opened the address");
}

#[test]
fn everything_has_the_sources_the_stories_and_the_key_figures_too() {
    let mut story = first_briefing(USUAL);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("a briefing is open");
    reading.page.select_all();
    let (copied, manifest) = (reading.page.selected_text(), reading.bundle.manifest.clone());
    for source in &manifest.sources {
        assert!(copied.contains(&format!("{}\n{}", source.title, source.publisher)), "{}", source.title);
        assert!(copied.contains(&source.url), "{}", source.url);
    }
    for story in &manifest.related {
        assert!(copied.contains(&story.title) && copied.contains(&story.summary), "{}", story.title);
    }
    for highlight in &manifest.highlights {
        assert!(copied.contains(&format!(" {}\n", highlight.caption)), "{}", highlight.caption);
    }
    assert!(copied.contains("\n\nSources\n\n") && copied.contains("edition 1"), "{copied}");
}

#[test]
fn a_drag_that_begins_on_a_link_selects_and_does_not_follow_it() {
    let mut story = first_briefing(USUAL);
    let before = names_in_view(&story, Role::Link);
    let link = at(&story, Role::Link, "published a survey");
    drag(&mut story, link.left_center() + vec2(1.0, 0.0), link.right_center() + vec2(130.0, 0.0));
    assert_eq!(names_in_view(&story, Role::Link), before, "the link was followed");
    let text = selected(&mut story);
    assert!(text.starts_with("published a survey that it had"), "{text}");
}

#[test]
fn selects_the_cells_of_a_table_with_tabs_between() {
    let mut story = kitchen_sink("Tables");
    let (from, to) = (at(&story, Role::RowHeader, "words"), at(&story, Role::Cell, "1,000"));
    drag(&mut story, head(from) + vec2(0.0, 4.0), to.center() + vec2(to.width(), 0.0));
    assert_eq!(selected(&mut story), "words\tin the middle\t1\nmore words\tlinked\t1,000");
    let cell = at(&story, Role::Cell, "in the middle");
    drag(&mut story, cell.left_center() + vec2(1.0, 0.0), cell.right_center() - vec2(1.0, 0.0));
    assert_eq!(selected(&mut story), "in the middle");
}

#[test]
fn copies_lists_with_their_marks() {
    let mut story = kitchen_sink("Lists");
    let (from, to) = (at(&story, Role::ListItem, "• a first"), at(&story, Role::ListItem, "8. eight"));
    drag(&mut story, head(from), tail(to) + vec2(-20.0, -8.0));
    assert_eq!(
        selected(&mut story),
        "• a first bullet\n• a second bullet\n  • one inside it\n    • and one inside that\n• a third bullet\n\n\
         7. seven\n8. eight"
    );
    drag(&mut story, head(from), tail(from) + vec2(-20.0, -8.0));
    assert_eq!(selected(&mut story), "a first bullet", "one item is its words");
}

#[test]
fn a_drag_past_the_edge_scrolls_on_and_selects_what_comes() {
    let mut story = first_briefing(USUAL);
    let title = story.query_all_by_role(Role::Heading).next().expect("the title").rect();
    let below = egui::pos2(title.left() + 40.0, USUAL.y + 60.0);
    story.hover_at(head(title));
    story.step();
    button(&mut story, head(title), true, Modifiers::NONE);
    story.event(egui::Event::PointerMoved(below));
    story.step();
    let soon = selected(&mut story).len();
    for _ in 0..200 {
        story.step();
    }
    let later = selected(&mut story).len();
    assert!(later > soon + 1_000, "{soon}, and later {later}");
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    assert!(reading.page.hold().row > 2, "the page did not scroll");
    // Up again, beyond the top.
    story.event(egui::Event::PointerMoved(egui::pos2(below.x, -200.0)));
    for _ in 0..400 {
        story.step();
    }
    assert!(selected(&mut story).len() < 60, "back at the title: {}", selected(&mut story));
    button(&mut story, egui::pos2(below.x, -200.0), false, Modifiers::NONE);
}

/// A window that goes down to the screen's edge leaves the pointer no way past its own.
#[test]
fn a_drag_to_the_lower_edge_scrolls_on_and_a_press_there_does_not() {
    let mut story = first_briefing(USUAL);
    let title = story.query_all_by_role(Role::Heading).next().expect("the title").rect();
    let edge = egui::pos2(title.left() + 40.0, USUAL.y - 2.0);
    let row = |story: &mut Story| {
        story.state_mut().window_mut().reading.as_ref().expect("a briefing is open").page.hold().row
    };
    story.hover_at(edge);
    story.step();
    button(&mut story, edge, true, Modifiers::NONE);
    (0..30).for_each(|_| story.step());
    button(&mut story, edge, false, Modifiers::NONE);
    assert_eq!(row(&mut story), 0, "a press scrolled the page");
    story.hover_at(head(title));
    story.step();
    button(&mut story, head(title), true, Modifiers::NONE);
    story.event(egui::Event::PointerMoved(edge));
    (0..400).for_each(|_| story.step());
    assert!(row(&mut story) > 2, "the page did not scroll");
    button(&mut story, edge, false, Modifiers::NONE);
}

#[test]
fn what_is_selected_among_the_sources_outlives_scrolling() {
    let mut story = first_briefing(USUAL);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("a briefing is open");
    let place = Place::Source(0, 0);
    reading.page.select(Selection::new(Position::new(place, 0), Position::new(Place::Source(0, 1), 3)));
    let text = selected(&mut story);
    for key in [Key::End, Key::PageUp, Key::Home] {
        press(&mut story, key);
        assert_eq!(selected(&mut story), text, "{key:?}");
    }
    assert_eq!(text.lines().count(), 2, "{text}");
}
