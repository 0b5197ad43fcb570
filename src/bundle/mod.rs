//! A briefing on disk: a folder, or one `.briefing` file. `FORMAT.md` beside this file is the
//! format.

mod manifest;

pub use manifest::{Briefing, Call, FORMAT, Figure, Highlight, Related, Source};
