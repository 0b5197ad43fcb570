//! What a person sees: outline, page, margin, polls, calls, claims, problems, shelf. Views draw what they
//! are handed and say what was asked for; they read and write nothing on disk.

mod action;
mod appearance;
mod bar;
mod call_entry;
mod calls;
mod chosen;
mod claims;
mod claims_list;
mod command;
mod context_menu;
mod disclosure_card;
mod evidence;
mod export_menu;
mod figure_card;
mod find_bar;
mod help;
mod help_habits;
mod keys;
mod linked_line;
mod margin;
mod outline;
mod page;
mod palette;
mod palette_entries;
mod polls;
mod problems;
mod question_chart;
mod scroll_keys;
mod scroll_page;
mod settings;
mod shelf;
mod state;
mod view_switch;
mod wheel_zoom;
mod window;

pub use action::Action;
pub use chosen::{Setting, Settings, TextSize};
pub use command::{Command, Group};
pub use export_menu::{Copied, Export, Outlet};
pub use find_bar::Find;
pub use keys::{Shortcut, System};
pub use page::{OutlineRow, Page, Place, Position, Selection, origin_line};
pub use shelf::{Shelf, ShelfEntry};
pub use state::{Reading, View, Window};
pub use window::{LEAST_WINDOW, show};
