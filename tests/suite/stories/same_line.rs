//! The words at the top stay at the top when the window or the text changes its size.

use std::fmt::Write as _;
use std::fs;

use briefing_reader::ui::TextFace;
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, command, first_briefing, fixture, press, turn_wheel, window};

/// Where the page begins, under the bar.
const TOP: f32 = 46.0;

/// A window with a paragraph of 4,000 numbered words between two others, and a quotation as long.
fn long_paragraphs() -> (tempfile::TempDir, Story) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let mut article = "## Before\n\nA paragraph.\n\n".to_owned();
    for opening in ["", "\n\n> "] {
        article.push_str(opening);
        for word in 0..4000 {
            write!(article, "word{word} ").expect("it is in memory");
        }
    }
    article.push_str("\n\n## After\n\nAnother.\n");
    let manifest = fs::read_to_string(fixture("fixtures/kitchen-sink/briefing.ron")).expect("it is text");
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
    fs::write(folder.path().join("article.md"), article).expect("it can be written");
    let mut story = window(&[folder.path().to_owned()], USUAL);
    story.ctx.options_mut(|options| options.input_options.max_double_click_delay = 1.5);
    press(&mut story, Key::Home);
    (folder, story)
}

/// The paragraph that stands at the top of the page.
fn paragraph(story: &Story) -> Rect {
    let paragraphs = story.query_all_by_label_contains("word0 word1 ");
    let at_top = paragraphs.map(|node| node.rect()).find(|rect| rect.top() < TOP && rect.bottom() > TOP);
    at_top.expect("a long paragraph stands at the top")
}

/// The number of the first word of the line that is `line` lines below the top one.
fn word(story: &mut Story, line: u16) -> usize {
    // On the line, though its upper half may be cut off.
    let at = pos2(paragraph(story).left() + 6.0, TOP + 12.0 + 27.0 * f32::from(line));
    story.hover_at(at);
    // Long enough after the last click that these are two new ones.
    story.run_steps(10);
    for pressed in [true, false, true, false] {
        let modifiers = Modifiers::NONE;
        story.event(Event::PointerMoved(at));
        story.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
        story.step();
    }
    story.run();
    let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
    let word = reading.page.selected_text();
    word.strip_prefix("word").and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("“{word}”"))
}

fn resize(story: &mut Story, size: Vec2) {
    story.set_size(size);
    story.run();
}

/// A word that was at the beginning of the top line stands in the top line, or in the one that is
/// cut off by less than half above it.
fn assert_at_top(story: &mut Story, held: usize, when: &str) {
    let (first, later) = (word(story, 0), word(story, 2));
    assert!(first <= held + 12 && held < later, "{when}: from {first} to {later}, not {held}");
}

#[test]
fn holds_the_words_at_the_top_through_widths_and_text_sizes() {
    for scrolled in [700.0, 2_345.0, 12_321.0, 19_950.0] {
        let (_folder, mut story) = long_paragraphs();
        turn_wheel(&mut story, scrolled);
        let (before, held) = (paragraph(&story), word(&mut story, 0));
        for size in [vec2(640.0, 800.0), vec2(420.0, 500.0), vec2(900.0, 600.0), vec2(1600.0, 900.0)] {
            resize(&mut story, size);
            assert_at_top(&mut story, held, &format!("{scrolled}, {size}"));
        }
        resize(&mut story, USUAL);
        assert_eq!(paragraph(&story), before, "{scrolled}: back at the first width");
        for _ in 0..5 {
            command(&mut story, Command::LargerText);
        }
        assert_at_top(&mut story, held, &format!("{scrolled}, 150%"));
        command(&mut story, Command::NormalText);
        assert_eq!(paragraph(&story), before, "{scrolled}: back at 100%");
        for _ in 0..2 {
            command(&mut story, Command::Outline);
            assert_at_top(&mut story, held, &format!("{scrolled}, the outline"));
        }
        assert_eq!(paragraph(&story), before, "{scrolled}: the outline is back");
    }
}

#[test]
fn holds_the_words_at_the_top_through_typefaces_and_line_lengths() {
    use briefing_reader::ui::LineLength;
    let (_folder, mut story) = long_paragraphs();
    turn_wheel(&mut story, 9_000.0);
    let (before, held) = (paragraph(&story), word(&mut story, 0));
    for (face, length) in [
        (TextFace::Inter, LineLength::Medium),
        (TextFace::Atkinson, LineLength::Long),
        (TextFace::SourceSerif, LineLength::Short),
    ] {
        let settings = &mut story.state_mut().window_mut().settings;
        (settings.face, settings.line_length) = (face, length);
        story.run();
        assert_at_top(&mut story, held, &format!("{face:?}, {length:?}"));
    }
    story.state_mut().window_mut().settings.line_length = LineLength::Medium;
    story.run();
    assert_eq!(paragraph(&story), before);
}

/// A chart is no text: its height is what it is held by. At the very end the page may not go as far.
#[test]
fn comes_back_exactly_from_every_place_of_the_first_briefing() {
    let mut story = first_briefing(USUAL);
    let places = |story: &Story| -> Vec<(String, Rect)> {
        let nodes =
            story.query_all_by(|node| matches!(node.role(), Role::Heading | Role::Label | Role::Figure));
        let page = nodes.filter(|node| super::story::in_view(story, node) && node.rect().left() > 260.0);
        page.map(|node| (super::story::name(&node), node.rect())).collect()
    };
    for page in 0..14 {
        let before = places(&story);
        resize(&mut story, vec2(700.0, 600.0));
        resize(&mut story, vec2(1000.0, 900.0));
        resize(&mut story, USUAL);
        assert_eq!(places(&story), before, "page {page}");
        turn_wheel(&mut story, 333.0);
    }
    press(&mut story, Key::End);
    let before = places(&story);
    resize(&mut story, vec2(700.0, 1400.0));
    resize(&mut story, USUAL);
    assert_eq!(places(&story), before, "at the end");
}

/// The views that are laid out whole hold the entry at the top.
#[test]
fn holds_the_entry_at_the_top_of_the_other_views() {
    for view in [Command::Claims, Command::Polls, Command::ShowShelf] {
        let mut story = first_briefing(USUAL);
        command(&mut story, view);
        turn_wheel(&mut story, 900.0);
        // What can be pressed or is a heading, and stands nearest to the top.
        let first = |story: &Story| -> (String, f32) {
            let entry = |role| matches!(role, Role::Link | Role::Heading | Role::Figure | Role::Button);
            let entries =
                story.query_all_by(|node| entry(node.role())).filter(|node| node.rect().top() > TOP + 8.0);
            let entries = entries.map(|node| (super::story::name(&node), node.rect().top()));
            entries.min_by(|one, other| one.1.total_cmp(&other.1)).expect("something is in view")
        };
        let before = first(&story);
        for size in [vec2(430.0, 600.0), vec2(900.0, 600.0)] {
            resize(&mut story, size);
            let held = story.query_all_by_label(&before.0).map(|node| node.rect().top());
            let nearest = held.map(|top| (top - before.1).abs()).min_by(f32::total_cmp).expect("it is there");
            assert!(nearest < 160.0, "{view:?}, {size}: {} has moved by {nearest}", before.0);
        }
        resize(&mut story, USUAL);
        assert_eq!(first(&story), before, "{view:?}: back at the first width");
        command(&mut story, Command::LargerText);
        command(&mut story, Command::LargerText);
        command(&mut story, Command::NormalText);
        assert_eq!(first(&story), before, "{view:?}: back at 100%");
    }
}
