//! What a person sees. Views draw what they are given and return what was asked for, as actions; they
//! read and write nothing on disk. Each folder knows only those before it: `actions`, `commands`,
//! `context`, `parts`, `pages`, `chrome`, `window`.

pub mod actions;
mod chrome;
mod commands;
mod context;
mod pages;
mod parts;
mod window;

pub use chrome::find_bar::Find;
pub use chrome::messages::{About, Messages};
pub use chrome::progress::{Busy, Work};
pub use chrome::tabs::Tab;
pub use chrome::unsaved_notes::Unsaved;
pub use commands::keys::{Shortcut, System};
pub use pages::article::{Page, Place, Position, Selection, origin_line};
pub use pages::claims::Listed;
pub use pages::compare::{Compare, Left, Shelved};
pub use pages::notes::{NoteExport, counted as notes_counted};
pub use pages::shelf::{RecentEntry, Shelf, ShelfEntry};
pub use parts::appearance::{Settings, TextSize};
pub use parts::notes::{Editing, Notes, PageNotes};
pub use parts::page_outline::OutlineRow;
pub use parts::scroll_keys::page_id;
pub use window::{CHECKED_FIRST, LEAST_WINDOW, Reading, Window, show};
