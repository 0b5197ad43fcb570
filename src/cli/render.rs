//! `render`: the window as a picture, drawn without a display.

use std::io::Cursor;
use std::path::Path;

use egui::vec2;
use image::ImageFormat;

use super::arguments::Render;
use super::compare::{no_topic, unsuitable};
use super::locate::{expand, locate, locate_one};
use super::output::{USAGE, fail, told_written};
use crate::app::{App, Session};
use crate::bundle::{Bundle, Found};
use crate::disk::write_whole;
use crate::library::comparison::is_comparison;
use crate::paint::headless;
use crate::ui::system_fonts;
use crate::view::TextSize;
use crate::view::actions::View;

/// Draws the view that was asked for.
pub fn run(what: &Render, notes: Option<&Path>) -> u8 {
    let mut app = match app(what, notes) {
        Ok(app) => app,
        Err(why) => return fail(USAGE, &why),
    };
    let size = vec2(what.size.0 as f32, what.size.1 as f32);
    let prepare = |ctx: &egui::Context| {
        App::prepare(ctx);
        system_fonts::allow(ctx);
    };
    let image = headless::frame(prepare, size, what.scale, |ui| app.ui(ui));
    let mut png = Vec::new();
    image
        .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
        .expect("a picture of that size fits into memory");
    told_written(write_whole(&what.to, &png))
}

/// The program as it would stand before the person.
fn app(what: &Render, notes: Option<&Path>) -> Result<App, String> {
    let mut session = Session::default();
    session.settings.theme = what.theme.into();
    session.settings.text_size = TextSize::new(what.text_size);
    let mut app = match &what.path {
        Some(path) if what.view == View::Shelf && expand(path) != [path.clone()] => {
            App::new(std::slice::from_ref(path), session)
        }
        Some(path) if is_comparison(path) => {
            let mut app = App::new(&[], session);
            app.compare_shared(path)?;
            app
        }
        Some(path) => opened(path, session)?,
        None => App::new(&[], session),
    };
    if !what.path.as_deref().is_some_and(is_comparison) {
        app.window_mut().view = what.view;
    }
    if let Some(folder) = notes {
        app.read_notes(folder);
    }
    compare(&mut app, what)?;
    app.window_mut().settings.face = what.face;
    app.window_mut().settings.line_length = what.line_length;
    if let Some(place) = &what.scroll {
        scroll(&mut app, place)?;
    }
    Ok(app)
}

/// Chooses what the Compare view shows.
fn compare(app: &mut App, what: &Render) -> Result<(), String> {
    let asked =
        !what.compare.is_empty() || what.topic.is_some() || what.assume_n.is_some() || what.kind.is_some();
    if asked && what.view != View::Compare {
        return Err("--compare, --topic, --assume-n and --kind are for the Compare view: add --view compare"
            .to_owned());
    }
    let figures: Vec<(Bundle, Vec<String>)> =
        what.compare.iter().map(|figure| comparable(figure)).collect::<Result<_, _>>()?;
    if let Some(topic) = &what.topic {
        app.compare_topic(topic);
        if app.window_mut().compare.recipe.figures.is_empty() {
            return Err(no_topic(topic, &app.window_mut().compare.shelf));
        }
    } else if !figures.is_empty() {
        app.compare_figures(figures);
    }
    let recipe = &mut app.window_mut().compare.recipe;
    if let Some(what_if) = what.assume_n {
        recipe.assume_n = Some(what_if.people());
    }
    if let Some(kind) = what.kind {
        recipe.drawn_as = kind.id();
    }
    match (what.kind, app.window_mut().compare.kinds()) {
        (Some(kind), suiting) if !suiting.contains(&kind) => Err(unsuitable(kind, &suiting)),
        _ => Ok(()),
    }
}

/// A bundle with the figures in it that were named, as `poll/question/answer`: an answer, or all answers of a question.
fn comparable(figure: &Path) -> Result<(Bundle, Vec<String>), String> {
    let located = locate(figure)?;
    let id = located.bundle.name();
    let none = || format!("{id} names no poll figure: write {id}#POLL/QUESTION or {id}#POLL/QUESTION/ANSWER");
    let reference = located.reference.clone().ok_or_else(none)?;
    let figures = match located.bundle.find(&reference) {
        Some(Found::Answer { .. }) => vec![reference],
        Some(Found::Question { question, .. }) => {
            question.answers.iter().map(|answer| format!("{reference}/{}", answer.id)).collect()
        }
        _ => return Err(none()),
    };
    Ok((located.bundle, figures))
}

fn opened(path: &Path, session: Session) -> Result<App, String> {
    let located = locate_one(path)?;
    if let Some(reference) = located.reference {
        return Err(format!(
            "a picture shows a view, not {reference} alone: name the briefing, and scroll with --scroll"
        ));
    }
    let mut app = App::new(&[], session);
    app.open(located.bundle);
    Ok(app)
}

fn scroll(app: &mut App, place: &str) -> Result<(), String> {
    let reading = app.window_mut().reading.as_mut();
    let found = reading.and_then(|reading| Some((reading.page.row_of(place)?, reading)));
    let (row, reading) =
        found.ok_or_else(|| format!("there is no heading and no block `{place}` to scroll to"))?;
    reading.page.go_to(row);
    Ok(())
}
