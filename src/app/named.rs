//! Briefings that were named: as paths, by being dropped, at the start; and what of them has come.

use std::path::{Path, PathBuf};

use super::App;
use super::place::Place;
use crate::bundle;
use crate::library;
use crate::library::comparison::is_comparison;

impl App {
    pub(super) fn open_path(&mut self, path: &Path) {
        if is_comparison(path) {
            self.open_comparison(path);
        } else {
            self.open_place(&Place::named(path));
        }
    }

    /// Shows the briefings that have come from the disk.
    pub(super) fn take_opened(&mut self) {
        while let Some((place, errand, read)) = self.opener.opened(&self.wake, self.patience) {
            self.arrived(&place, errand, read);
        }
        if !self.opener.is_busy()
            && let Some(view) = self.show_after_start.take()
        {
            self.window.view = view;
        }
    }

    /// Opens what was named, and shows the first of it. The briefings of a folder stand at the head
    /// of the shelf.
    pub(super) fn open_named(&mut self, paths: &[PathBuf]) {
        let mut named = Vec::new();
        for path in paths {
            let inside = library::bundles_in(path);
            if inside.is_empty() || path.join(bundle::MANIFEST).exists() {
                named.push(Place::named(path));
            } else {
                self.shelf.extend(inside.iter().map(|path| Place::named(path)));
            }
        }
        self.shelf.extend(library::ids().into_iter().map(|id| Place::BuiltIn(id.to_owned())));
        self.open_all(named);
    }
}
