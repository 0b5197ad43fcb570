//! The window that the system makes: its look, size, position and icon.

pub(super) mod icon;
pub(super) mod look;
pub(super) mod placement;
pub(super) mod system_preferences;
