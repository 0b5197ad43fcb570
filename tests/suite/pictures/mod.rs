//! A few small pictures of what words cannot check: the setting of the type, hatching,
//! hairlines. They are painted on the processor and compared pixel by pixel.

mod notes;
mod same_picture;

use std::path::Path;

use briefing_reader::app::{App, Session};
use briefing_reader::paint::headless;
use briefing_reader::ui::{TextFace, ThemeName};
use briefing_reader::view::Reading;
use briefing_reader::view::actions::View;
use briefing_reader::{bundle, library};
use egui::{Vec2, vec2};
use image::{RgbaImage, imageops};
use same_picture::assert_same;

/// A window whose text is 460 points wide, and where the text begins in it.
const WINDOW: Vec2 = vec2(516.0, 800.0);
const TEXT: f32 = 28.0;

/// A window with a built-in briefing, or one under `tests/`.
fn window(name: &str, theme: ThemeName) -> App {
    let mut session = Session::default();
    session.settings.theme = theme.into();
    let mut app = App::new(&[], session);
    let on_disk = || {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
        bundle::Bundle::open(&path, &bundle::Limits::default()).unwrap_or_else(|why| panic!("{name}: {why}"))
    };
    app.open(library::open(name).unwrap_or_else(on_disk));
    app
}

fn reading(app: &mut App) -> &mut Reading {
    app.window_mut().reading.as_mut().expect("a briefing is open")
}

fn go_to(app: &mut App, heading: &str) {
    let page = &mut reading(app).page;
    let row = page.row_of(heading).unwrap_or_else(|| panic!("there is no heading {heading}"));
    page.go_to(row);
}

fn painted(mut app: App, size: Vec2) -> RgbaImage {
    headless::frame(App::prepare, size, 1.0, |ui| app.ui(ui))
}

/// The part of the window from `top` down, as wide as the text.
fn part(picture: &RgbaImage, top: u32, height: u32) -> RgbaImage {
    let beside = TEXT as u32;
    imageops::crop_imm(picture, beside, top, picture.width() - 2 * beside, height).to_image()
}

#[test]
fn the_masthead_on_paper() {
    let picture = painted(window("nspcc-e2ee-2021", ThemeName::Paper), WINDOW);
    assert_same("masthead-paper", &part(&picture, 46, 300));
}

#[test]
fn a_chart_with_hatching_in_ink() {
    let mut app = window("nspcc-e2ee-2021", ThemeName::Ink);
    go_to(&mut app, "Which matters more?");
    assert_same("hatching-ink", &part(&painted(app, WINDOW), 80, 330));
}

#[test]
fn a_quotation_and_a_table_in_high_contrast() {
    let mut app = window("fixtures/kitchen-sink", ThemeName::Contrast);
    go_to(&mut app, "Quotations");
    assert_same("table-contrast", &part(&painted(app, WINDOW), 130, 400));
}

#[test]
fn a_problem_with_its_line_on_paper() {
    let mut app = window("broken/claim-differs", ThemeName::Paper);
    app.window_mut().view = View::Problems;
    assert_same("problem-paper", &part(&painted(app, WINDOW), 56, 300));
}

#[test]
fn a_passage_in_each_face() {
    for (name, face) in [("inter", TextFace::Inter), ("atkinson", TextFace::Atkinson)] {
        let mut app = window("fixtures/kitchen-sink", ThemeName::Paper);
        app.window_mut().settings.face = face;
        go_to(&mut app, "Quotations");
        assert_same(&format!("face-{name}"), &part(&painted(app, WINDOW), 50, 220));
    }
}

#[test]
fn the_settings_in_each_theme() {
    for (name, theme) in [
        ("paper", ThemeName::Paper),
        ("ink", ThemeName::Ink),
        ("sepia", ThemeName::Sepia),
        ("contrast", ThemeName::Contrast),
    ] {
        let mut app = window("nspcc-e2ee-2021", theme);
        app.window_mut().view = View::Settings;
        assert_same(&format!("settings-{name}"), &part(&painted(app, WINDOW), 160, 250));
    }
}

#[test]
fn a_narrow_page_in_sepia() {
    let app = window("nspcc-e2ee-2021", ThemeName::Sepia);
    assert_same("narrow-sepia", &painted(app, vec2(460.0, 500.0)));
}
