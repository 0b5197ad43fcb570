//! What pages and chrome are made of: charts in a page, cards, menus, lists. Parts know no page.

pub mod appearance;
pub mod call_entry;
pub mod context_menu;
pub mod disclosure_list;
pub mod drag_chart;
pub mod entry_marks;
pub mod evidence;
pub mod export_menu;
pub mod figure_card;
pub mod linked_line;
pub mod notes;
pub mod page_outline;
pub mod question_chart;
pub mod scroll_keys;
pub mod scroll_page;
