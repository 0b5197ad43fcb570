//! An article with everything that CommonMark, tables, footnotes and strikethrough allow.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, everything, fixture, name, names, place, press, window};

/// The words of the whole article, page by page.
fn read_through(story: &mut Story) -> (String, Vec<(usize, String)>) {
    let (mut said, mut headings) = (String::new(), Vec::new());
    loop {
        let page = everything(story);
        if said.ends_with(&page) {
            return (said, headings);
        }
        said.push_str(&page);
        for heading in super::story::headings(story) {
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
        press(story, Key::PageDown);
    }
}

#[test]
fn reads_every_construct_of_the_markdown() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    let (said, headings) = read_through(&mut story);
    for level in 2..=6 {
        assert!(
            headings.iter().any(|heading| heading.0 == level),
            "no heading of level {level}: {headings:?}"
        );
    }
    for part in [
        "emphasis, strong words, both, struck words, code in a line",
        "one inside that",
        "eight and two",
        "something done",
        "with a second paragraph",
        "a list in it",
        "and a quotation of a quotation",
        "in the middle",
        "println!",
        "code by its indent",
        "Donaudampfschifffahrt",
        "The second note, with emphasis and",
        "The last source",
    ] {
        assert!(said.contains(part), "“{part}” is not there");
    }
}

#[test]
fn reads_html_as_what_it_means_where_that_is_understood_and_else_as_text() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    let (said, _) = read_through(&mut story);
    assert!(said.contains(r#"<div class="box"><script>alert("never")</script></div>"#));
    assert!(said.contains("A word with marks in it."));
}

#[test]
fn hears_whether_a_task_is_done() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    let (said, _) = read_through(&mut story);
    assert!(said.contains("To do: something to do") && said.contains("Done: something done"), "{said}");
}

#[test]
fn hears_what_pictures_show() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    story.get_by_role_and_label(Role::TreeItem, "Pictures").click();
    story.run();
    assert_eq!(
        names(&story, Role::Image),
        ["A chequered board of teal and white", "Three steps that rise from left to right"]
    );
    // One that is missing is told in words.
    story.get_by_role_and_label(Role::Label, "Picture: A map that is missing");
    story.get_by_role_and_label(Role::Label, "Chequers");
}

#[test]
fn hears_a_table_by_rows_and_cells() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    story.get_by_role_and_label(Role::TreeItem, "Tables").click();
    story.run();
    let table = story.get_by_role(Role::Table);
    assert_eq!(table.query_all_by_role(Role::Row).count(), 4);
    let headers: Vec<String> = table.query_all_by_role(Role::ColumnHeader).map(|node| name(&node)).collect();
    assert_eq!(headers, ["Left", "Middle", "Right"]);
    let rows: Vec<String> = table.query_all_by_role(Role::RowHeader).map(|node| name(&node)).collect();
    assert_eq!(rows, ["words", "more words", "code"]);
    let cells: Vec<String> = table.query_all_by_role(Role::Cell).map(|node| name(&node)).collect();
    assert_eq!(cells, ["in the middle", "1", "linked", "1,000", "", "–4"]);
}

#[test]
fn meets_no_word_that_stands_over_the_edge() {
    for width in [640.0, 900.0, 1280.0] {
        let mut story = window(&[fixture("fixtures/kitchen-sink")], egui::vec2(width, 800.0));
        for entry in ["Tables", "Code", "A long word"] {
            let row = {
                let window = story.state_mut().window_mut();
                let page = &mut window.reading.as_mut().expect("it is open").page;
                page.row_of(entry).expect("a heading")
            };
            story.state_mut().window_mut().reading.as_mut().expect("it is open").page.go_to(row);
            story.run();
            for node in story.query_all_by(|node| node.value().is_some() || node.label().is_some()) {
                let Some(rect) = place(&node) else { continue };
                assert!(rect.right() <= width + 0.5, "{width}: “{}” ends at {}", name(&node), rect.right());
            }
        }
    }
}

#[test]
fn hears_what_begins_an_item_and_what_is_a_quotation_code_or_a_note() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
    let mut heard = Vec::new();
    for _ in 0..20 {
        for role in [Role::ListItem, Role::Blockquote, Role::Code, Role::DocFootnote] {
            heard.extend(names(&story, role).into_iter().map(|name| (role, name)));
        }
        press(&mut story, Key::PageDown);
    }
    for (role, words) in [
        (Role::ListItem, "• a first bullet"),
        (Role::ListItem, "• a list in it"),
        (Role::Blockquote, "What somebody said"),
        (Role::Code, "println!"),
        (Role::DocFootnote, "1 The first note."),
    ] {
        assert!(
            heard.iter().any(|(known, name)| *known == role && name.contains(words)),
            "no {role:?} “{words}” among {heard:?}"
        );
    }
    let numbered = heard.iter().any(|(role, name)| *role == Role::ListItem && name.starts_with("1. "));
    assert!(numbered, "no number is heard: {heard:?}");
}

#[test]
fn hears_the_window_by_its_briefing_and_the_document_by_what_it_is() {
    let story = super::story::first_briefing(USUAL);
    assert_eq!(names(&story, Role::Document), ["Article"]);
}
