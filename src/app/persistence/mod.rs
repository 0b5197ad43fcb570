//! What outlives the window: the session and the settings, in the data folder.

pub(super) mod data_folder;
pub(super) mod merge;
pub(super) mod saver;
pub(super) mod session;
pub(super) mod session_sync;
pub(super) mod settings_file;
