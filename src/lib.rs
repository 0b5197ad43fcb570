//! Briefing Reader: opens briefing bundles (the text of a policy article, the poll figures behind
//! it, the calls to action made in it) and shows them as a finely set page.
//!
//! `ARCHITECTURE.md` is the map: what each module answers for and which modules it may use.

pub mod app;
pub mod article;
pub mod bundle;
pub mod chart;
pub mod cli;
pub mod diagnostics;
pub mod disk;
pub mod export;
pub mod library;
pub mod notes;
pub mod paint;
pub mod poll;
pub mod text;
pub mod ui;
pub mod view;
