//! `render`: the window as a picture, drawn without a display.

use egui::vec2;

use super::arguments::{Render, ThemeChoice, ViewName};
use super::locate::{expand, locate};
use super::{DONE, FAILED, USAGE, fail};
use crate::app::{App, Session};
use crate::paint::headless;
use crate::ui::ThemeName;
use crate::view::View;

/// Draws the view that was asked for.
pub fn run(what: &Render) -> u8 {
    let mut session = Session::default();
    session.theme = theme(what.theme);
    session.text_size = what.text_size;
    let shelf = what.view == ViewName::Shelf;
    let mut app = if shelf && expand(&what.path) != [what.path.clone()] {
        App::new(std::slice::from_ref(&what.path), session)
    } else {
        let mut app = App::new(&[], session);
        match locate(&what.path) {
            Ok(located) => app.open(located.bundle),
            Err(why) => return fail(USAGE, &why),
        }
        app
    };
    let window = app.window_mut();
    window.view = view(what.view);
    if let Some(place) = &what.scroll {
        let row = window.reading.as_ref().and_then(|reading| reading.page.row_of(place));
        match (row, &mut window.reading) {
            (Some(row), Some(reading)) => reading.page.go_to(row),
            _ => return fail(USAGE, &format!("there is no heading and no block {place} to scroll to")),
        }
    }
    let size = vec2(what.size.0 as f32, what.size.1 as f32);
    let image = headless::frame(App::prepare, size, what.scale, |ui| app.ui(ui));
    match image.save_with_format(&what.to, image::ImageFormat::Png) {
        Ok(()) => DONE,
        Err(why) => fail(FAILED, &format!("{} could not be written: {why}", what.to.display())),
    }
}

fn theme(choice: ThemeChoice) -> ThemeName {
    match choice {
        ThemeChoice::Paper => ThemeName::Paper,
        ThemeChoice::Ink => ThemeName::Ink,
        ThemeChoice::Sepia => ThemeName::Sepia,
        ThemeChoice::Contrast => ThemeName::Contrast,
    }
}

fn view(name: ViewName) -> View {
    match name {
        ViewName::Read => View::Read,
        ViewName::Polls => View::Polls,
        ViewName::Calls => View::Calls,
        ViewName::Claims => View::Claims,
        ViewName::Shelf => View::Shelf,
        ViewName::Problems => View::Problems,
    }
}
