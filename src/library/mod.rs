//! Shelves of briefings: the one inside the program, and folders of them on disk.

pub mod address;
mod built_in;
pub mod comparison;
pub mod fields;
mod loosely;
mod named;
mod query;
mod scan;
pub mod search;

pub use built_in::{ids, open};
pub use named::Named;
pub use scan::bundles_in;
