//! The window.

use std::cell::Cell;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::CommandFactory;

use super::arguments::Arguments;
use super::no_window;
use super::output::{DONE, USAGE, fail};
use crate::app::{App, Session, WindowPlace};
use crate::bundle;
use crate::diagnostics::nearest;
use crate::library::Named;
use crate::library::address::{Address, SCHEME};
use crate::library::comparison::is_comparison;

/// How often a frame may be laid out anew before it is shown, as in windows that eframe makes alone.
const PASSES: NonZeroUsize = NonZeroUsize::new(2).expect("it is two");

/// Opens the window on bundles or folders of them; on nothing, the last session.
pub fn run(paths: &[PathBuf], data: Option<&Path>) -> u8 {
    let built_in = crate::library::ids();
    for path in paths {
        let place = Named::of(path).briefing;
        let known = built_in.iter().any(|id| Path::new(id) == place.as_path());
        let known = known || place.is_file() && is_comparison(&place);
        let text = path.to_string_lossy();
        if text.starts_with(SCHEME) {
            if let Err(why) = text.parse::<Address>() {
                return fail(USAGE, &why);
            }
            continue;
        }
        if !known && let Err(why) = bundle::check_readable(&place) {
            return fail(USAGE, &format!("{why}{}", command_meant(path)));
        }
    }
    let session = data.map_or_else(Session::default, Session::load);
    let opened = Cell::new(false);
    match no_window::caught(&opened, || window(paths, session, &opened)) {
        Ok(()) => DONE,
        Err(why) => no_window::told(&why),
    }
}

/// Opens the window, for as long as it is open.
fn window(paths: &[PathBuf], session: Session, opened: &Cell<bool>) -> eframe::Result {
    let ctx = egui::Context::default();
    ctx.set_embed_viewports(false);
    ctx.options_mut(|options| options.max_passes = PASSES);
    let viewport = viewport(session.window);
    let begun = Rc::new(Cell::new(None));
    let begin = {
        let (begun, paths, ctx) = (Rc::clone(&begun), paths.to_vec(), ctx.clone());
        move |viewport| {
            begun.set(Some(App::ahead_of_window(&paths, session, &ctx)));
            viewport
        }
    };
    let options = eframe::NativeOptions {
        viewport,
        // The system's event loop is there by then. With another thread beside it, reading what keys
        // can be composed of takes the C library, which then locks for each letter, far longer.
        window_builder: Some(Box::new(begin)),
        // The program brings its own, which looks for faces only when a sign is missing.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let settle = |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let mut app = begun.take().ok_or("the window was made in another way than it was asked for")?;
        app.settle_in(context);
        opened.set(true);
        Ok(Box::new(app))
    };
    eframe::run_native_ext("Briefing Reader", options, Some(ctx), Box::new(settle))
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
        Some(name) => format!(" Or did you mean the command `{name}`?"),
        None => String::new(),
    }
}
