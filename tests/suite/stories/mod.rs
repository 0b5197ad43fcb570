//! What people do with the program, told by the roles and names that a screen reader gets. No
//! display and no graphics card are needed.

mod story;

mod announced;
mod charts;
mod claims;
mod compare;
mod compare_menus;
mod compare_places;
mod constructs;
mod desk;
mod evidence;
mod exports;
mod faults;
mod finding;
mod helped;
mod leaving;
mod listing;
mod long;
mod long_work;
mod looks;
mod menus;
mod names;
mod note_card;
mod notes_found;
mod notes_kept;
mod noting;
mod outline;
mod peeking;
mod regions;
mod same_line;
mod scrolling;
mod selection;
mod selection_edges;
mod session;
mod shelf;
mod sizes;
mod tab_walk;
mod tree;
mod two_windows;
mod unseen;
mod views;
mod wide_tables;
