//! Opens paths: from the command line, dropped on the window, or chosen in a dialog.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::location::Location;
use crate::bundle;
use crate::library;
use crate::library::comparison::is_comparison;

impl App {
    pub(in crate::app) fn open_path(&mut self, path: &Path) {
        if is_comparison(path) {
            self.open_comparison(path);
        } else {
            self.open_place(&Location::named(path));
        }
    }

    /// Shows the briefings that have come from the disk.
    pub(in crate::app) fn take_opened(&mut self) {
        while let Some((place, intent, read)) = self.opener.opened(&self.repainter, self.wait) {
            self.finish_opening(&place, intent, read);
        }
        if !self.opener.is_busy()
            && let Some(view) = self.show_after_start.take()
        {
            self.window.view = view;
        }
    }

    /// Opens what was named, and shows the first of it. The briefings of a folder stand at the head
    /// of the shelf.
    pub(in crate::app) fn open_named(&mut self, paths: &[PathBuf]) {
        let mut named = Vec::new();
        for path in paths {
            let inside = library::bundles_in(path);
            if inside.is_empty() || path.join(bundle::MANIFEST).exists() {
                named.push(Location::named(path));
            } else {
                self.shelf.extend(inside.iter().map(|path| Location::named(path)));
            }
        }
        self.shelf.extend(library::ids().into_iter().map(|id| Location::BuiltIn(id.to_owned())));
        self.open_all(named);
    }
}
