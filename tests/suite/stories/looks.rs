//! Themes, typefaces, sizes: how people make the page theirs.

use briefing_reader::ui::{LineLength, SystemLook, TextFace, ThemeName, fonts};
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, Vec2, vec2};
use egui_kittest::kittest::{AccessKitNode, Queryable};

use super::story::{
    FIRST, Story, USUAL, chosen, click, command, everything, first_briefing, fixture, headings, in_view,
    name, place, press, press_with, shelf, window, window_on_anything,
};

/// The Settings view, from the keyboard.
fn settings(size: Vec2) -> Story {
    let mut story = first_briefing(size);
    press_with(&mut story, Modifiers::COMMAND, Key::Comma);
    story
}

/// What has the keyboard.
fn focused(story: &Story) -> Option<String> {
    let has_it = |node: &AccessKitNode<'_>| node.is_focused();
    story.query_all_by(has_it).map(|node| name(&node)).next()
}

/// The beginning of the article's first paragraph.
const PARAGRAPH: &str = "With end-to-end encryption, a message can be read";

fn paragraph(story: &Story) -> Rect {
    story.get_by_label_contains(PARAGRAPH).rect()
}

#[test]
fn finds_the_settings_by_keys_by_the_menu_and_in_the_palette() {
    let mut story = settings(USUAL);
    assert_eq!(headings(&story)[0], (1, "Settings".to_owned()));
    let groups: Vec<String> =
        headings(&story).into_iter().filter(|(level, _)| *level == 2).map(|(_, name)| name).collect();
    assert_eq!(groups[..4], ["Theme", "Typeface", "Text size", "Line length"]);
    command(&mut story, Command::Back);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()), "Alt+Left goes back to the article");

    click(&mut story, Role::Button, "Text size: 100 percent");
    let all = story.get_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("All settings"))
    });
    all.click();
    story.run();
    assert_eq!(headings(&story)[0], (1, "Settings".to_owned()));

    let mut story = shelf();
    command(&mut story, Command::Palette);
    story.get_by_role(Role::TextInput).type_text("settings");
    story.run();
    press(&mut story, Key::Enter);
    assert_eq!(headings(&story)[0], (1, "Settings".to_owned()), "without a briefing too");
    click(&mut story, Role::Button, "Briefings");
    assert_eq!(headings(&story)[0], (1, "Briefings".to_owned()));
}

#[test]
fn chooses_a_theme_and_sees_it_at_once() {
    let mut story = settings(USUAL);
    assert!(chosen(&story, Role::RadioButton, "As the system"));
    for (name, theme) in [
        ("Ink", ThemeName::Ink),
        ("Sepia", ThemeName::Sepia),
        ("High contrast", ThemeName::Contrast),
        ("Paper", ThemeName::Paper),
    ] {
        click(&mut story, Role::RadioButton, name);
        assert!(
            chosen(&story, Role::RadioButton, name) && !chosen(&story, Role::RadioButton, "As the system")
        );
        assert_eq!(story.state_mut().window_mut().theme_name(), theme);
        assert_eq!(story.ctx.global_style().visuals.panel_fill, theme.theme().page);
    }
}

#[test]
fn follows_the_system_while_nothing_else_is_chosen() {
    let mut story = first_briefing(USUAL);
    let dark = |story: &mut Story, dark: bool| {
        let theme = if dark { egui::Theme::Dark } else { egui::Theme::Light };
        story.input_mut().system_theme = Some(theme);
        story.run();
        story.state_mut().window_mut().theme_name()
    };
    assert_eq!(dark(&mut story, true), ThemeName::Ink);
    assert_eq!(dark(&mut story, false), ThemeName::Paper);
    command(&mut story, Command::Settings);
    click(&mut story, Role::RadioButton, "Sepia");
    assert_eq!(dark(&mut story, true), ThemeName::Sepia);
    click(&mut story, Role::RadioButton, "As the system");
    assert_eq!(story.state_mut().window_mut().theme_name(), ThemeName::Ink);
}

#[test]
fn reads_in_another_face_and_stays_at_the_same_place() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "The round table");
    let top = |story: &Story| story.get_by_role_and_label(Role::Heading, "The round table").rect().top();
    let before = top(&story);
    for (label, face) in [
        ("Atkinson Hyperlegible", TextFace::Atkinson),
        ("Inter", TextFace::Inter),
        ("Source Serif", TextFace::SourceSerif),
    ] {
        click(&mut story, Role::Button, "Text size: 100 percent");
        click(&mut story, Role::RadioButton, label);
        press(&mut story, Key::Escape);
        assert_eq!(fonts::in_use(&story.ctx), face);
        assert!((top(&story) - before).abs() < 2.0, "{label}: from {before} to {}", top(&story));
    }
}

#[test]
fn sets_every_part_of_the_article_in_the_chosen_face() {
    for face in TextFace::ALL {
        let mut story = window(&[fixture("fixtures/kitchen-sink")], USUAL);
        story.state_mut().window_mut().settings.face = face;
        story.run();
        assert_eq!(fonts::in_use(&story.ctx), face);
        // Each page through: no sign without a glyph, which the harness would panic on.
        for _ in 0..20 {
            press(&mut story, Key::PageDown);
        }
        assert!(everything(&story).contains("The last source"), "{face:?}");
    }
}

#[test]
fn makes_lines_shorter_and_longer() {
    let mut story = first_briefing(vec2(1600.0, 900.0));
    let mut widths = Vec::new();
    for (label, length) in
        [("Short", LineLength::Short), ("Medium", LineLength::Medium), ("Long", LineLength::Long)]
    {
        click(&mut story, Role::Button, "Text size: 100 percent");
        click(&mut story, Role::RadioButton, label);
        press(&mut story, Key::Escape);
        let width = paragraph(&story).width();
        assert!(width <= length.points() && width > length.points() - 80.0, "{label}: {width}");
        widths.push(width);
    }
    assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
}

/// Letters of the longest line of a passage in the article's text, and of the mean line.
fn letters_in_a_line(story: &Story, face: TextFace, width: f32) -> f32 {
    let passage = "In a survey of adults across the United Kingdom, more than half said that being able to \
                   find images of child abuse matters more to them than the right to privacy; almost a third \
                   thought that both matter equally, and just four in a hundred put privacy first. The \
                   charity asks that companies show how they will keep children safe before they change how \
                   messages are sent, and that the regulator be given the powers to hold them to it.";
    let font = egui::FontId::new(17.0, face.sample());
    let galley =
        story.ctx.fonts_mut(|fonts| fonts.layout(passage.to_owned(), font, egui::Color32::BLACK, width));
    let rows = galley.rows.len();
    let full: usize = galley.rows[..rows - 1].iter().map(|row| row.row.glyphs.len()).sum();
    full as f32 / (rows - 1) as f32
}

#[test]
fn holds_sixty_to_eighty_letters_in_a_line_unless_asked_otherwise() {
    let story = shelf();
    for face in TextFace::ALL {
        let letters = letters_in_a_line(&story, face, LineLength::Medium.points());
        assert!((60.0..=80.0).contains(&letters), "{face:?}: {letters}");
    }
}

fn turn_wheel_with_ctrl(story: &mut Story, notches: f32) {
    story.hover_at(story.ctx.content_rect().center());
    story.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, notches),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::COMMAND,
    });
    story.run();
}

#[test]
fn sets_the_text_size_with_ctrl_and_the_wheel_within_its_range() {
    let mut story = first_briefing(USUAL);
    let percent = |story: &mut Story| story.state_mut().window_mut().settings.text_size.percent();
    turn_wheel_with_ctrl(&mut story, 1.0);
    assert_eq!(percent(&mut story), 110);
    turn_wheel_with_ctrl(&mut story, 1.0);
    turn_wheel_with_ctrl(&mut story, -1.0);
    turn_wheel_with_ctrl(&mut story, -1.0);
    assert_eq!(percent(&mut story), 100);
    for _ in 0..20 {
        turn_wheel_with_ctrl(&mut story, 1.0);
    }
    assert_eq!(percent(&mut story), 200);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()), "the page has not scrolled away");
}

#[test]
fn moves_nothing_unless_the_system_and_the_person_let_it() {
    let mut story = first_briefing(USUAL);
    let time = |story: &Story| story.ctx.global_style().animation_time;
    assert!(time(&story) <= 0.0, "nothing is known of the system");
    command(&mut story, Command::Settings);
    let motion = |story: &mut Story, label: &str| {
        let last = story
            .query_all_by_role_and_label(Role::RadioButton, label)
            .last()
            .unwrap_or_else(|| panic!("{label}"));
        last.click();
        story.run();
        time(story)
    };
    assert!(motion(&mut story, "Never") > 0.0);
    assert!(motion(&mut story, "Always") <= 0.0);
    assert!(motion(&mut story, "When the system asks") <= 0.0);
    assert!(!briefing_reader::ui::ReducedMotion::System.may_move(SystemLook::default()));
}

#[test]
fn rests_once_it_is_drawn() {
    for view in [Command::Read, Command::Settings] {
        let mut story = first_briefing(USUAL);
        command(&mut story, view);
        story.step();
        let delays = story.output().viewport_output.values().map(|viewport| viewport.repaint_delay);
        for delay in delays {
            assert!(delay > std::time::Duration::from_hours(1), "{view:?}: the next frame is in {delay:?}");
        }
    }
}

#[test]
fn reaches_all_settings_from_the_keyboard() {
    let mut story = settings(USUAL);
    let mut reached = Vec::new();
    for _ in 0..60 {
        press(&mut story, Key::Tab);
        reached.extend(focused(&story));
    }
    for wanted in ["Sepia", "Inter", "Larger text", "Long", "Always"] {
        assert!(reached.iter().any(|name| name == wanted), "{wanted} is not among {reached:?}");
    }
    while focused(&story).as_deref() != Some("Sepia") {
        press(&mut story, Key::Tab);
    }
    press(&mut story, Key::Space);
    assert!(chosen(&story, Role::RadioButton, "Sepia"));
}

/// Every word of the Settings view stands within the window, and no two choices on each other.
#[test]
fn settings_fit_narrow_windows_and_large_text() {
    for (size, steps) in [(USUAL, 0), (USUAL, 10), (vec2(900.0, 700.0), 5), (vec2(840.0, 640.0), 10)] {
        let mut story = settings(size);
        for _ in 0..steps {
            command(&mut story, Command::LargerText);
        }
        let window = story.ctx.content_rect();
        let mut seen: Vec<String> = Vec::new();
        for _ in 0..12 {
            let choices: Vec<(String, Rect)> = story
                .query_all_by(|node| matches!(node.role(), Role::RadioButton | Role::Heading | Role::Label))
                .filter(|node| in_view(&story, node))
                .filter_map(|node| place(&node).map(|rect| (name(&node), rect)))
                .collect();
            for (index, (one, rect)) in choices.iter().enumerate() {
                assert!(rect.left() >= 0.0 && rect.right() <= window.right() + 0.5, "{size} {steps}: {one}");
                for (other, its) in choices.iter().skip(index + 1).filter(|(_, its)| its.top() > 46.0) {
                    let shared = rect.intersect(*its);
                    let overlap = shared.width() > 0.5 && shared.height() > 0.5;
                    assert!(!overlap || rect.top() < 46.0, "{size} {steps}: {one} and {other}");
                }
                seen.push(one.clone());
            }
            press(&mut story, Key::PageDown);
        }
        for wanted in ["High contrast", "Atkinson Hyperlegible", "Long", "Always"] {
            assert!(seen.iter().any(|name| name == wanted), "{size} {steps}: {wanted}");
        }
    }
}

#[test]
fn reads_a_page_in_many_scripts_whatever_faces_the_machine_has() {
    let mut story = window_on_anything(&[fixture("fixtures/scripts")]);
    let mut said = String::new();
    for _ in 0..4 {
        said.push_str(&everything(&story));
        press(&mut story, Key::PageDown);
    }
    for words in [
        "Η προστασία",
        "Захист",
        "बच्चों",
        "儿童的安全",
        "子どもの安全",
        "어린이",
        "سلامة",
        "בטיחות",
        "🙂",
        "caf\u{fffd}",
    ] {
        assert!(said.contains(words), "{words} is not said");
    }
}

#[test]
fn says_at_the_head_that_right_to_left_order_is_not_right() {
    let notice = "runs from right to left";
    let story = window(&[fixture("broken/right-to-left")], USUAL);
    story.get_by_label_contains(notice);
    let story = first_briefing(USUAL);
    assert!(!everything(&story).contains(notice));
}

#[test]
fn sets_the_key_figures_in_columns_that_line_up() {
    const CAPTIONS: [&str; 4] = [
        "support encryption: as it is",
        "want abuse images detectable",
        "want grooming detectable",
        "put privacy before safety",
    ];
    for width in [300.0, 460.0, 516.0, 640.0, 1280.0] {
        let story = first_briefing(vec2(width, 1000.0));
        let places = CAPTIONS.map(|caption| story.get_by_label_contains(caption).rect());
        let first_line: Vec<f32> =
            places.iter().filter(|rect| rect.top() < places[0].bottom()).map(Rect::left).collect();
        for place in places {
            let under = first_line.iter().any(|left| (left - place.left()).abs() < 0.5);
            assert!(under, "{width}: {} is under none of {first_line:?}", place.left());
            assert!(place.right() <= width, "{width}: {place}");
        }
    }
}

#[test]
fn asks_for_a_larger_least_window_where_the_text_is_larger() {
    let mut story = first_briefing(USUAL);
    let asked = |story: &Story| {
        story.output().viewport_output.values().flat_map(|viewport| viewport.commands.clone()).find_map(
            |command| match command {
                egui::ViewportCommand::MinInnerSize(size) => Some(size),
                _ => None,
            },
        )
    };
    story.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    let mut told = None;
    for _ in 0..6 {
        story.step();
        told = told.or(asked(&story));
    }
    // In points of the new size, so larger in the system's.
    assert_eq!(told, Some(briefing_reader::view::LEAST_WINDOW));
}
