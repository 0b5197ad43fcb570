//! Tables that are too wide for the page.

use std::fs;

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    Story, USUAL, command, description, drag, fixture, in_view, name, place, press, press_with, window,
};

/// A table of so many columns of numbers beside its regions, between two paragraphs; one cell has a claim.
fn wide_table(columns: usize, size: Vec2) -> (tempfile::TempDir, Story) {
    let cells = |cell: &dyn Fn(usize) -> String| (1..columns).map(cell).collect::<Vec<_>>().join(" | ");
    let mut article =
        format!("Before the table.\n\n| Region | {} |\n", cells(&|column| format!("Group {column}")));
    article += "|---|";
    article += &" --: |".repeat(columns - 1);
    article.push('\n');
    for (row, region) in ["London", "Wales", "Scotland", "Ulster"].iter().enumerate() {
        let cell = |column: usize| match (row, column + 1 == columns) {
            (2, true) => "[7,654,321](figure:last)".to_owned(),
            _ => format!("{}", 1_000_000 + 1_000 * row + column),
        };
        article += &["| ", region, " | ", &cells(&cell), " |\n"].concat();
    }
    article += "\nAfter the table.\n";
    let folder = tempfile::tempdir().expect("a folder for a while");
    let manifest = fs::read_to_string(fixture("fixtures/kitchen-sink/briefing.ron")).expect("it is text");
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
    fs::write(folder.path().join("article.md"), article).expect("it can be written");
    let story = window(&[folder.path().to_owned()], size);
    (folder, story)
}

/// The column headers that are in view, the first one's included.
fn shown(story: &Story) -> Vec<String> {
    let headers = story.query_all_by_role(Role::ColumnHeader);
    headers.filter(|node| in_view(story, node)).map(|node| name(&node)).collect()
}

fn turn_sideways(story: &mut Story, points: f32, modifiers: Modifiers) {
    let over = story.get_by_role_and_label(Role::RowHeader, "Wales").rect().center();
    story.event(Event::PointerMoved(over));
    let delta = if modifiers.shift { vec2(0.0, points) } else { vec2(points, 0.0) };
    story.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers,
    });
    for _ in 0..40 {
        story.step();
    }
}

#[test]
fn shows_whole_columns_beside_the_first_and_cuts_none() {
    for width in [700.0, 900.0, 1280.0] {
        let (_folder, story) = wide_table(18, vec2(width, 860.0));
        let headers = shown(&story);
        assert!(headers.len() > 3 && headers.len() < 18 && headers[0] == "Region", "{width}: {headers:?}");
        let after = story.get_by_value("After the table.").rect();
        let row = story.get_by_role_and_label(Role::RowHeader, "Wales").rect();
        for cell in story.query_all_by_role(Role::Cell).filter(|cell| in_view(&story, cell)) {
            let rect = cell.rect();
            assert!(rect.right() <= after.right() + 0.5 || rect.right() < width - 20.0, "{width}: {rect:?}");
            assert!(rect.left() >= row.right() - 0.5, "{width}: under the held column: {rect:?}");
            // One line: a number of seven digits is not broken.
            assert!(rect.height() < 40.0, "{width}: {rect:?}");
        }
    }
}

#[test]
fn scrolls_by_wheel_with_shift_and_by_trackpad_and_holds_the_first_column() {
    let (_folder, mut story) = wide_table(18, USUAL);
    let before = shown(&story);
    turn_sideways(&mut story, -400.0, Modifiers::SHIFT);
    let later = shown(&story);
    assert!(later[0] == "Region" && later[1] != before[1], "{later:?}");
    turn_sideways(&mut story, -5_000.0, Modifiers::NONE);
    let end = shown(&story);
    assert!(end[0] == "Region" && end.last().is_some_and(|last| last == "Group 17"), "{end:?}");
    turn_sideways(&mut story, 9_000.0, Modifiers::NONE);
    assert_eq!(shown(&story), before);
}

#[test]
fn scrolls_by_the_keys_once_it_has_the_keyboard() {
    let (_folder, mut story) = wide_table(18, USUAL);
    story.get_by_label_contains("Wide table").focus();
    story.run();
    press(&mut story, Key::ArrowRight);
    assert_eq!(shown(&story)[..2], ["Region", "Group 2"]);
    for _ in 0..20 {
        press(&mut story, Key::ArrowRight);
    }
    assert_eq!(shown(&story).last().map(String::as_str), Some("Group 17"));
    assert!(story.get_by_label_contains("Wide table").accesskit_node().is_focused(), "it keeps the keyboard");
    press(&mut story, Key::ArrowLeft);
    assert_eq!(shown(&story).last().map(String::as_str), Some("Group 16"));
}

#[test]
fn scrolls_by_a_drag_of_its_bar() {
    let (_folder, mut story) = wide_table(18, USUAL);
    let bars: Vec<_> = story.query_all_by_role(Role::ScrollBar).filter_map(|bar| place(&bar)).collect();
    let bar = bars.into_iter().find(|bar| bar.width() > bar.height()).expect("it has a bar");
    drag(&mut story, bar.left_center() + vec2(20.0, 0.0), bar.right_center());
    assert_eq!(shown(&story).last().map(String::as_str), Some("Group 17"));
}

#[test]
fn says_of_each_cell_what_row_and_column_it_stands_in() {
    let (_folder, story) = wide_table(18, USUAL);
    let cell = story.get_by_role_and_label(Role::Cell, "1001003");
    assert_eq!(description(&cell), "Wales, Group 3");
    let far = story.get_by_role_and_label(Role::Cell, "1003017");
    assert!(!in_view(&story, &far), "it is scrolled away");
    assert_eq!(description(&far), "Ulster, Group 17");
}

#[test]
fn brings_what_was_found_sideways_into_view() {
    let (_folder, mut story) = wide_table(18, USUAL);
    command(&mut story, Command::Find);
    story.event(Event::Text("1003016".to_owned()));
    story.run();
    let found = story.get_by_role_and_label(Role::Cell, "1003016");
    assert!(in_view(&story, &found), "{:?}", found.rect());
    assert_eq!(shown(&story)[0], "Region");
}

#[test]
fn brings_a_link_sideways_into_view_that_the_tab_key_comes_to() {
    let (_folder, mut story) = wide_table(18, USUAL);
    for _ in 0..60 {
        press(&mut story, Key::Tab);
        let link = story.query_all_by_role(Role::Link).find(|link| name(link).starts_with("7,654,321"));
        if link.is_some_and(|link| link.accesskit_node().is_focused()) {
            story.run();
            assert_eq!(shown(&story).last().map(String::as_str), Some("Group 17"));
            return;
        }
    }
    panic!("the Tab key never came to the claim in the last column");
}

#[test]
fn brings_the_caret_sideways_into_view_and_selects_on() {
    let (_folder, mut story) = wide_table(18, USUAL);
    let from = story.get_by_role_and_label(Role::Cell, "1001003").rect();
    drag(&mut story, from.left_center() + vec2(12.0, 0.0), from.center());
    for _ in 0..14 {
        press_with(&mut story, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    }
    story.run();
    let headers = shown(&story);
    assert!(headers[0] == "Region" && headers[1] != "Group 1", "{headers:?}");
    let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
    let selected = reading.page.selected_text();
    assert!(selected.contains("1001004\t1001005\t1001006"), "{selected}");
}

#[test]
fn a_screen_reader_that_goes_to_a_cell_has_it_in_view() {
    let (_folder, mut story) = wide_table(18, USUAL);
    let node = story.get_by_role_and_label(Role::Cell, "1002016").accesskit_node().locate().0;
    story.event(Event::AccessKitActionRequest(egui::accesskit::ActionRequest {
        action: egui::accesskit::Action::ScrollIntoView,
        target_tree: egui::accesskit::TreeId::ROOT,
        target_node: node,
        data: None,
    }));
    story.run();
    assert!(in_view(&story, &story.get_by_role_and_label(Role::Cell, "1002016")));
}

#[test]
fn a_table_that_fits_does_not_scroll() {
    let (_folder, story) = wide_table(5, USUAL);
    assert!(story.query_by_label_contains("Wide table").is_none());
    assert_eq!(shown(&story).len(), 5);
}
