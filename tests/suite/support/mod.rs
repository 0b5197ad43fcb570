//! What several groups of tests share.

pub mod notes;
pub mod renderer;
