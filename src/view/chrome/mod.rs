//! What stands round the page: bar, tabs, outline, find bar, palette, messages, dialogs.

pub mod announcements;
mod appearance_menu;
pub mod bar;
pub mod drop_hint;
pub mod find_bar;
pub mod messages;
pub mod note_sheet;
pub mod outline;
pub mod palette;
pub mod progress;
pub mod regions;
pub mod tabs;
pub mod unsaved_notes;
mod view_switch;
pub mod wheel_zoom;

/// The column beside the page: the outline, or the figures to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideColumn {
    /// The view has none.
    Absent,
    /// It is hidden.
    Hidden,
    /// It is shown.
    Shown,
}
