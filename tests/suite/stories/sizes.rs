//! Windows of all sizes, text of all sizes, themes, and the command table.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Color32, Key, Modifiers, Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    FIRST, Story, USUAL, click, command, first_briefing, fixture, headings, name, names, place, press,
    press_with, window,
};

fn has_outline(story: &Story) -> bool {
    story.query_by_role_and_label(Role::Navigation, "Outline").is_some()
}

fn has_margin(story: &Story) -> bool {
    story.query_by_role_and_label(Role::Complementary, "Notes and figures of this passage").is_some()
}

/// Nothing that is said stands over the window's left or right edge.
fn assert_nothing_is_cut_off(story: &Story, where_: &str) {
    let window = story.ctx.content_rect();
    for node in story.query_all_by(|node| node.label().is_some() || node.value().is_some()) {
        let Some(rect) = place(&node) else { continue };
        assert!(
            rect.left() >= window.left() - 0.5 && rect.right() <= window.right() + 0.5,
            "{where_}: {:?} “{}” stands from {} to {} in a window of {}",
            node.accesskit_node().role(),
            name(&node),
            rect.left(),
            rect.right(),
            window.width()
        );
    }
}

/// Pages through the article and looks into every view.
fn assert_all_of_it_fits(story: &mut Story, where_: &str) {
    press(story, Key::Home);
    for page in 0..60 {
        assert_nothing_is_cut_off(story, &format!("{where_}, page {page}"));
        let before = super::story::everything(story);
        press(story, Key::PageDown);
        if super::story::everything(story) == before {
            break;
        }
    }
    for view in [Command::Polls, Command::Calls, Command::Problems, Command::ShowShelf] {
        command(story, view);
        assert_nothing_is_cut_off(story, &format!("{where_}, {view:?}"));
    }
}

#[test]
fn resizes_to_narrow_and_asks_for_the_outline() {
    let mut story = first_briefing(USUAL);
    assert!(has_outline(&story) && has_margin(&story));
    story.set_size(vec2(900.0, 700.0));
    story.run();
    assert!(!has_outline(&story), "the outline is folded away");
    assert!(!has_margin(&story), "the margin is folded away");
    command(&mut story, Command::Outline);
    assert!(has_outline(&story), "Ctrl+L brings the outline back");
    assert_nothing_is_cut_off(&story, "narrow, with the outline");
    click(&mut story, Role::Button, "Outline");
    assert!(!has_outline(&story));
}

#[test]
fn keeps_the_line_when_the_window_is_resized() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "The round table");
    for size in [vec2(900.0, 700.0), vec2(1920.0, 1080.0), USUAL] {
        story.set_size(size);
        story.run();
        let top = story.get_by_role_and_label(Role::Heading, "The round table").rect().top();
        assert!((46.0..140.0).contains(&top), "at {size} the heading stands at {top}");
    }
}

#[test]
fn reads_all_of_it_in_windows_of_many_sizes() {
    for size in [vec2(900.0, 700.0), vec2(640.0, 480.0), vec2(1920.0, 1080.0)] {
        let mut story = first_briefing(size);
        assert_all_of_it_fits(&mut story, &format!("{size}"));
    }
}

#[test]
fn reads_all_of_it_in_larger_text() {
    for percent in [150, 200] {
        let mut story = first_briefing(USUAL);
        while !names(&story, Role::Button).contains(&format!("Text size: {percent} percent")) {
            command(&mut story, Command::LargerText);
        }
        assert_all_of_it_fits(&mut story, &format!("{percent}%"));
    }
}

#[test]
fn has_outline_text_and_margin_in_a_wide_window() {
    let story = first_briefing(vec2(1920.0, 1080.0));
    assert!(has_outline(&story) && has_margin(&story));
    let paragraph = story.get_by_label_contains("With end-to-end encryption, a message can be read").rect();
    assert!(paragraph.width() <= 620.5, "lines are {} points long", paragraph.width());
}

#[test]
fn sets_the_text_larger_smaller_and_back() {
    let mut story = first_briefing(USUAL);
    let title = |story: &Story| story.get_by_role_and_label(Role::Heading, FIRST).rect().width();
    let says = |story: &Story, percent: u16| {
        story.get_by_role_and_label(Role::Button, format!("Text size: {percent} percent").leak());
    };
    press_with(&mut story, Modifiers::COMMAND, Key::Plus);
    says(&story, 110);
    assert!((story.ctx.zoom_factor() - 1.1).abs() < 1e-3);
    // The same key without shift.
    press_with(&mut story, Modifiers::COMMAND, Key::Equals);
    says(&story, 120);
    press_with(&mut story, Modifiers::COMMAND, Key::Minus);
    says(&story, 110);
    press_with(&mut story, Modifiers::COMMAND, Key::Num0);
    says(&story, 100);
    for _ in 0..20 {
        press_with(&mut story, Modifiers::COMMAND, Key::Minus);
    }
    says(&story, 80);
    assert!(title(&story) > 0.0);
}

#[test]
fn sets_the_text_larger_from_the_menu() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::Button, "Text size: 100 percent");
    let larger = story.get_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("Larger text"))
    });
    larger.click();
    story.run();
    assert!((story.ctx.zoom_factor() - 1.1).abs() < 1e-3);
}

#[test]
fn goes_round_the_themes() {
    let mut story = first_briefing(USUAL);
    let mut seen = Vec::new();
    for _ in 0..4 {
        let button = names(&story, Role::Button)
            .into_iter()
            .find(|name| name.starts_with("Theme: "))
            .expect("a theme button");
        seen.push(button);
        command(&mut story, Command::NextTheme);
    }
    story.get_by_role_and_label(Role::Button, seen[0].as_str());
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 4, "{seen:?}");
}

/// Every command does something that shows, by its keys alone.
#[test]
fn reaches_every_command_by_its_keys() {
    // The dialog of the system is not for tests.
    // What is selected shows in the paint alone: `selection.rs` has its stories.
    // The first briefing is no folder to pack: `long_work.rs` packs one.
    // A dialog asks for the folder of all charts: `compare.rs` names one.
    let elsewhere = [
        Command::Open,
        Command::Pack,
        Command::ExportCharts,
        Command::Copy,
        Command::SelectAll,
        Command::TextCursor,
        // Who has the keyboard is said in `regions.rs`.
        Command::NextRegion,
        Command::PreviousRegion,
    ];
    for asked in Command::ALL.into_iter().filter(|asked| !elsewhere.contains(asked)) {
        let mut story = first_briefing(USUAL);
        make_ready(&mut story, asked);
        let before = appearance(&story);
        command(&mut story, asked);
        let sent = story.output().viewport_output.values().any(|viewport| !viewport.commands.is_empty());
        assert!(
            appearance(&story) != before || sent || asked == Command::FullScreen,
            "{asked:?} does nothing"
        );
    }
}

/// Does what has to go before a command.
fn make_ready(story: &mut Story, asked: Command) {
    match asked {
        Command::Read | Command::Back => command(story, Command::Polls),
        Command::Forward => {
            command(story, Command::Polls);
            command(story, Command::Back);
        }
        Command::NextBriefing | Command::PreviousBriefing => {
            command(story, Command::ShowShelf);
            click(
                story,
                Role::Button,
                "A duty of care for tech firms: the UK and two of its regions, March 2021",
            );
        }
        Command::NormalText => command(story, Command::LargerText),
        Command::NextNote | Command::PreviousNote | Command::Undo => command(story, Command::Highlight),
        Command::Redo => {
            command(story, Command::Highlight);
            command(story, Command::Undo);
        }
        Command::FindNext | Command::FindPrevious => {
            command(story, Command::Find);
            story.get_by_role_and_label(Role::TextInput, "Find in page").type_text("children");
            story.run();
        }
        _ => {}
    }
}

fn appearance(story: &Story) -> (String, Vec<(usize, String)>, Vec2) {
    (super::story::everything(story), headings(story), story.ctx.content_rect().size())
}

#[test]
fn finds_nothing_of_the_bar_under_anything_else() {
    for width in [420.0, 450.0, 600.0, 660.0, 700.0, 760.0, 800.0, 1280.0] {
        let mut story = window(&[fixture("broken/claim-differs")], vec2(width, 600.0));
        for view in [Command::Read, Command::Problems, Command::ShowShelf] {
            command(&mut story, view);
            let in_bar = |rect: &Rect| rect.bottom() <= 46.0;
            let buttons: Vec<(String, Rect)> = story
                .query_all_by(|node| matches!(node.role(), Role::Button | Role::RadioButton | Role::Label))
                .filter_map(|node| place(&node).filter(in_bar).map(|rect| (name(&node), rect)))
                .collect();
            assert!(buttons.len() >= 5, "{width}, {view:?}: {buttons:?}");
            let has = |wanted: &str| buttons.iter().any(|(name, _)| name == wanted);
            assert!(
                view == Command::ShowShelf || has("Briefings"),
                "{width}, {view:?}: no way to the shelf in {buttons:?}"
            );
            for (index, (one, place)) in buttons.iter().enumerate() {
                assert!(place.left() >= 0.0 && place.right() <= width, "{width}, {view:?}: {one} is cut off");
                for (other, its_place) in &buttons[index + 1..] {
                    let shared = place.intersect(*its_place);
                    assert!(
                        shared.width() <= 0.5,
                        "{width}, {view:?}: {one} and {other} stand on each other"
                    );
                }
            }
        }
    }
}

#[test]
fn chooses_a_view_from_the_menu_of_a_narrow_bar() {
    let mut story = first_briefing(vec2(460.0, 600.0));
    click(&mut story, Role::Button, "View: Read");
    let polls = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("Polls"))
    };
    story.get_by(polls).click();
    story.run();
    assert_eq!(headings(&story)[0], (1, "Polls".to_owned()));
    story.get_by_role_and_label(Role::Button, "View: Polls");
}

#[test]
fn finds_the_search_with_the_mouse_in_a_narrow_bar_too() {
    for width in [420.0, 640.0, 900.0, 1280.0] {
        let mut story = first_briefing(vec2(width, 700.0));
        click(&mut story, Role::Button, "Search");
        assert!(!names(&story, Role::ListBoxOption).is_empty(), "{width}: nothing opens");
    }
}

/// The colour that a segment's words stand on.
fn ground(story: &Story, name: &str) -> Option<Color32> {
    let place = story.get_by_role_and_label(Role::RadioButton, name).rect();
    let mut painted = story.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Rect(rect) if rect.fill.is_opaque() && rect.rect.contains(place.center()) => Some(rect.fill),
        _ => None,
    });
    painted.next_back()
}

/// What is chosen is not told by a stronger letter alone.
#[test]
fn sees_which_view_is_chosen_in_every_theme() {
    let mut story = first_briefing(USUAL);
    for _ in 0..4 {
        command(&mut story, Command::NextTheme);
        for (view, name, other) in
            [(Command::Claims, "Claims", "Calls"), (Command::Notes, "This briefing", "All briefings")]
        {
            command(&mut story, view);
            let theme = names(&story, Role::Button).into_iter().find(|name| name.starts_with("Theme"));
            assert_ne!(ground(&story, name), ground(&story, other), "{theme:?}: {name}");
        }
    }
}

#[test]
fn keeps_many_and_wide_key_figures_in_their_columns() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let each = |one: fn(usize) -> String| (0..14).map(one).collect::<Vec<_>>().join(", ");
    let figures = each(|n| {
        let figure = "unit: \"things\", what: \"What\", source: \"page\"";
        format!("Figure(id: \"f{n}\", value: {n}, printed: \"{}\", {figure})", 1_000_003 * (n + 1))
    });
    let highlights = each(|n| {
        let second = if n % 2 == 1 { format!(", \"f{}\"", n - 1) } else { String::new() };
        format!("Highlight(figures: [\"f{n}\"{second}], caption: \"a caption of some length, {n}\")")
    });
    let manifest = format!(
        "Briefing(format: 1, id: \"many\", edition: 1, title: \"Many\", summary: \"S\", language: \"en-GB\", \
         published: NotStated, publisher: \"Somebody\", article: \"article.md\", sources: [Source(id: \"page\", \
         title: \"A page\", publisher: \"P\", url: \"https://example.org\", published: NotStated, \
         accessed: NotStated)], figures: [{figures}], highlights: [{highlights}])"
    );
    std::fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
    std::fs::write(folder.path().join("article.md"), "Words.").expect("it can be written");
    for size in [USUAL, vec2(480.0, 800.0)] {
        let story = window(&[folder.path().to_owned()], size);
        let title = story.get_by_role_and_label(Role::Heading, "Many").rect();
        let right = title.left() + 620.0_f32.min(size.x - 56.0) + 1.0;
        let figures: Vec<_> =
            story.query_all_by_role(Role::Label).filter(|node| name(node).contains("a caption")).collect();
        assert!(figures.len() > 3, "{size:?}");
        for (index, figure) in figures.iter().enumerate() {
            assert!(
                figure.rect().right() <= right,
                "{size:?}: {} ends at {}",
                name(figure),
                figure.rect().right()
            );
            let overlaps =
                figures[..index].iter().find(|other| other.rect().shrink(1.0).intersects(figure.rect()));
            assert!(overlaps.is_none(), "{size:?}: {} lies on another", name(figure));
        }
    }
}
