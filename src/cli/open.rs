//! The window.

use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::arguments::Arguments;
use super::no_window;
use super::output::{DONE, USAGE, fail};
use crate::app::{App, Session, WindowPlace};
use crate::bundle;
use crate::diagnostics::nearest;
use crate::library::address::{Address, SCHEME};
use crate::library::comparison::is_comparison;

/// Opens the window on bundles or folders of them; on nothing, the last session.
pub fn run(paths: &[PathBuf], data: Option<&Path>) -> u8 {
    let built_in = crate::library::ids();
    for path in paths {
        let known = built_in.iter().any(|id| Path::new(id) == path.as_path());
        let known = known || path.is_file() && is_comparison(path);
        let text = path.to_string_lossy();
        if text.starts_with(SCHEME) {
            if let Err(why) = text.parse::<Address>() {
                return fail(USAGE, &why);
            }
            continue;
        }
        if !known && let Err(why) = bundle::check_readable(path) {
            return fail(USAGE, &format!("{why}{}", command_meant(path)));
        }
    }
    let session = data.map_or_else(Session::default, Session::load);
    let options = eframe::NativeOptions {
        viewport: viewport(session.window),
        // The program brings its own, which looks for faces only when a sign is missing.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let mut app = App::ahead_of_window(paths, session);
    let opened = no_window::caught(|| {
        eframe::run_native(
            "Briefing Reader",
            options,
            Box::new(|context| {
                app.settle_in(context);
                Ok(Box::new(app))
            }),
        )
    });
    match opened {
        Ok(()) => DONE,
        Err(why) => no_window::told(&why),
    }
}

/// The window where it was.
fn viewport(place: WindowPlace) -> egui::ViewportBuilder {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Briefing Reader")
        .with_app_id("briefing-reader")
        .with_icon(crate::app::icon())
        .with_inner_size(egui::Vec2::from(place.size))
        .with_min_inner_size(crate::view::LEAST_WINDOW)
        .with_maximized(place.maximised)
        .with_fullscreen(place.full_screen);
    match place.at {
        Some(at) => viewport.with_position(egui::Pos2::from(at)),
        None => viewport,
    }
}

/// What to add where a path that is not there looks like a command.
fn command_meant(path: &Path) -> String {
    let program = Arguments::command();
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    match nearest(&path.to_string_lossy(), names) {
        Some(name) => format!("; or did you mean the command `{name}`?"),
        None => String::new(),
    }
}
