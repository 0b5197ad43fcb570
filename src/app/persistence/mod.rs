//! What outlives the window: the session and the settings, in the data folder.

mod data_folder;
mod merge;
mod saver;
mod session;
mod session_sync;
mod settings_file;

use std::path::Path;

use super::documents::Documents;
use super::native_window::WindowPlace;
use super::shared::Shared;
use saver::Saver;

pub use session::Session;

/// The session of this window, and the saving of it.
pub(crate) struct Persistence {
    session: Session,
    /// `None` if nothing is saved.
    saver: Option<Saver>,
    /// Whether the person was told that nothing can be saved.
    told_unsaved: bool,
}

impl Persistence {
    /// Restores a session: its tabs, tools and messages. No briefing is read yet.
    pub(crate) fn restore(
        mut session: Session,
        shared: &mut Shared,
        documents: &mut Documents,
    ) -> Persistence {
        let saver = session.saver();
        let told_unsaved = session.trouble.is_some();
        let mut persistence = Persistence { session, saver, told_unsaved };
        persistence.restore_workspace(shared, documents);
        persistence
    }

    /// Where the window was at the end of the last session.
    pub(crate) fn window_place(&self) -> WindowPlace {
        self.session.window
    }

    /// The data folder, if anything is saved.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.session.folder()
    }
}
