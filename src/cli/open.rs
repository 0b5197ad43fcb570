//! The window.

use std::path::{Path, PathBuf};

use super::{DONE, FAILED, USAGE, fail};
use crate::app::{App, Session};
use crate::bundle;

/// Opens the window on bundles or folders of them; on nothing, the last session.
pub fn run(paths: &[PathBuf], data: Option<&Path>) -> u8 {
    let built_in = crate::library::ids();
    for path in paths {
        let known = built_in.iter().any(|id| Path::new(id) == path.as_path());
        if !known && let Err(why) = bundle::check_readable(path) {
            return fail(USAGE, &why.to_string());
        }
    }
    let session = data.map_or_else(Session::default, Session::load);
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Briefing Reader")
            .with_app_id("briefing-reader")
            .with_inner_size([1280.0, 860.0])
            .with_min_inner_size([420.0, 320.0]),
        ..eframe::NativeOptions::default()
    };
    let app = App::new(paths, session);
    let opened = eframe::run_native(
        "Briefing Reader",
        options,
        Box::new(|context| {
            App::prepare(&context.egui_ctx);
            Ok(Box::new(app))
        }),
    );
    match opened {
        Ok(()) => DONE,
        Err(why) => fail(
            FAILED,
            &format!(
                "no window could be opened: {why}\n\
                 Without a display or a graphics driver, `briefing-reader show BRIEFING` prints a briefing \
                 in the terminal, and `briefing-reader render BRIEFING --to page.png` draws it into a picture."
            ),
        ),
    }
}
