//! Work off the UI thread, and the system's dialogs.

pub(super) mod briefing_task;
pub(super) mod dialog;
pub(super) mod task;
