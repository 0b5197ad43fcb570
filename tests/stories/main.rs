//! What people do with the program, told by the roles and names that a screen reader gets. No
//! display and no graphics card are needed.

#[path = "../support/story.rs"]
mod story;

mod announced;
mod charts;
mod compare;
mod compare_places;
mod constructs;
mod desk;
mod evidence;
mod exports;
mod faults;
mod finding;
mod helped;
mod long;
mod long_work;
mod looks;
mod menus;
mod names;
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
mod unseen;
mod views;
