//! A very long article.

use std::fmt::Write as _;
use std::fs;

use briefing_reader::view::actions::Command;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, command, current, fixture, headings, name, names, press, window};

/// A window on an article.
fn opened(article: &str) -> (tempfile::TempDir, Story) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let manifest = fs::read_to_string(fixture("fixtures/kitchen-sink/briefing.ron")).expect("it is text");
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
    fs::write(folder.path().join("article.md"), article).expect("it can be written");
    let story = window(&[folder.path().to_owned()], USUAL);
    (folder, story)
}

/// Three thousand blocks: a hundred sections of a heading and 29 paragraphs, each with a number.
fn long_article() -> (tempfile::TempDir, Story) {
    let mut article = String::new();
    for section in 1..=100 {
        writeln!(article, "## Section {section}\n").expect("it is in memory");
        for paragraph in 1..=29 {
            let words = "some words of it, ".repeat(paragraph % 7 * 9 + 1);
            writeln!(
                article,
                "Paragraph {paragraph} of section {section}: {section}% said {words}and its end.\n"
            )
            .expect("it is in memory");
        }
    }
    opened(&article)
}

#[test]
fn jumps_to_the_last_heading_of_a_long_article_and_lands_on_it() {
    let (_folder, mut story) = long_article();
    let row = {
        let page = &story.state_mut().window_mut().reading.as_ref().expect("it is open").page;
        page.row_of("Section 100").expect("it is in the outline")
    };
    story.state_mut().window_mut().reading.as_mut().expect("it is open").page.go_to(row);
    story.run();
    let top = story.get_by_role_and_label(Role::Heading, "Section 100").rect().top();
    assert!((46.0..140.0).contains(&top), "the heading stands at {top}");
    assert_eq!(current(&story).as_deref(), Some("Section 100"));
    // It stays there when the rest has been measured.
    for _ in 0..30 {
        story.step();
    }
    let later = story.get_by_role_and_label(Role::Heading, "Section 100").rect().top();
    assert!((later - top).abs() < 0.5, "the heading moved from {top} to {later}");
}

/// Words that were laid out for the last frame, and for no other.
fn laid_out(story: &mut Story) -> usize {
    story.step();
    let count = |fonts: &mut egui::epaint::FontsView<'_>| fonts.num_galleys_in_cache();
    story.ctx.fonts_mut(count)
}

#[test]
fn lays_out_only_what_is_near_the_view() {
    let (_folder, mut story) = long_article();
    for key in [Key::Home, Key::PageDown, Key::End] {
        press(&mut story, key);
        let laid_out = laid_out(&mut story);
        assert!(laid_out < 150, "{key:?}: {laid_out} texts are laid out");
    }
}

/// An article may have as many numbers as paragraphs, and more.
#[test]
fn lays_out_only_the_claims_that_are_near_the_view() {
    let (_folder, mut story) = long_article();
    command(&mut story, Command::Claims);
    for key in [Key::Home, Key::PageDown, Key::End] {
        press(&mut story, key);
        let laid_out = laid_out(&mut story);
        assert!(laid_out < 150, "{key:?}: {laid_out} texts are laid out");
        let heard = names(&story, Role::Link).iter().filter(|name| name.contains("no source")).count();
        assert!((140..400).contains(&heard), "{key:?}: {heard} numbers are heard of");
    }
    let last = story.query_all_by_role(Role::Link).rfind(|node| name(node) == "100%, no source");
    last.expect("the last number is there").click();
    story.run();
    assert_eq!(current(&story).as_deref(), Some("Section 100"));
}

/// All headings can be heard of wherever one is, and many paragraphs around; not all 3,000 blocks,
/// which would cost every frame.
#[test]
fn hears_all_headings_of_a_long_article_and_what_stands_around() {
    let (_folder, mut story) = long_article();
    for key in [Key::Home, Key::PageDown, Key::End] {
        press(&mut story, key);
        let sections = story.query_all_by_role(Role::Heading).map(|node| name(&node));
        assert_eq!(sections.filter(|name| name.starts_with("Section ")).count(), 100);
        let paragraphs = story.query_all_by_label_contains("and its end.").count();
        assert!((120..400).contains(&paragraphs), "{key:?}: {paragraphs} paragraphs");
    }
}

#[test]
fn reaches_the_end_of_a_long_article() {
    let (_folder, mut story) = long_article();
    press(&mut story, Key::End);
    assert!(headings(&story).iter().any(|(_, name)| name == "Sources"), "{:?}", headings(&story));
    let last = story.get_by_role_and_label(Role::Link, "https://example.org/page").rect();
    assert!(last.bottom() < 800.0, "the last line ends at {}", last.bottom());
}

/// A table of so many rows between two paragraphs; in some a cell has several lines.
fn long_table(rows: usize) -> (tempfile::TempDir, Story) {
    let mut article = "Before the table.\n\n| number | words | share |\n|--:|---|--:|\n".to_owned();
    for row in 1..=rows {
        let more = "and more than stands in one line ".repeat(row % 5 / 4 * 6);
        writeln!(article, "| {row} | row ‘{row}’ {more}| {}% |", row % 100).expect("it is in memory");
    }
    article.push_str("\nAfter the table.\n");
    opened(&article)
}

#[test]
fn draws_of_a_long_table_what_is_near_the_view_and_ends_where_it_ends() {
    let (_folder, mut story) = long_table(3_000);
    let drawn = story.query_all_by_role(Role::Row).count();
    assert!((20..300).contains(&drawn), "{drawn} rows are drawn");
    press(&mut story, Key::End);
    let last = story.get_by_role_and_label(Role::Cell, "row ‘3000’").rect();
    let after = story.get_by_value("After the table.").rect();
    assert!((0.0..40.0).contains(&(after.top() - last.bottom())), "{last:?} and {after:?}");
    let numbers = story.query_all_by_role(Role::Cell).filter(|cell| name(cell).parse::<usize>().is_ok());
    let rows: Vec<_> = numbers.map(|cell| cell.rect()).collect();
    for pair in rows.windows(2) {
        assert!((pair[0].bottom() - pair[1].top()).abs() < 0.5, "{pair:?}");
    }
}

#[test]
fn finds_words_in_the_midst_of_a_long_table_and_shows_them() {
    let (_folder, mut story) = long_table(3_000);
    command(&mut story, Command::Find);
    story.event(egui::Event::Text("‘2345’".to_owned()));
    story.run();
    // A long article is searched beside the frames.
    let is_drawn =
        |story: &Story| story.query_all_by_role(Role::Cell).any(|cell| name(&cell).starts_with("row ‘2345’"));
    for _ in 0..500 {
        if is_drawn(&story) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        story.run();
    }
    let found = story
        .query_all_by_role(Role::Cell)
        .find(|cell| name(cell).starts_with("row ‘2345’"))
        .expect("the row is drawn");
    assert!(super::story::in_view(&story, &found), "{:?}", found.rect());
}
