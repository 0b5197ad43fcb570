//! The pages: what stands in the middle of the window, one at a time, and the article's margin. Pages
//! know no window: each is given its own state, and what of the open briefing it shows.

pub mod article;
pub mod calls;
pub mod claims;
pub mod compare;
pub mod help;
pub mod margin;
pub mod notes;
pub mod polls;
pub mod problems;
pub mod settings;
pub mod shelf;
