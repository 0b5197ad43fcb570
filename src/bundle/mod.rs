//! A briefing on disk: a folder, or one `.briefing` file. `FORMAT.md` beside this file is the
//! format.

pub mod container;
mod files;
mod limits;
mod manifest;
pub mod rules;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::Article;
use crate::diagnostics::Diagnostic;

pub use container::{Packed, Unpacked, Unreadable, WriteError, check_readable, pack, unpack};
pub use files::{Files, Origin};
pub use limits::Limits;
pub use manifest::{Briefing, Call, FORMAT, Figure, Highlight, Related, Source};

/// A bundle that was read as far as it could be, with everything that is wrong with it.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// Where it came from.
    pub origin: Origin,
    /// What the manifest and the tables say.
    pub manifest: Briefing,
    /// The manifest's text, for the places of faults. Empty where there is none.
    pub manifest_source: String,
    /// The article's text as it stands in its file.
    pub article_source: String,
    /// The article.
    pub article: Article,
    /// Pictures by their path inside the bundle.
    pub media: BTreeMap<String, Arc<[u8]>>,
    /// Errors first, then by file and line.
    pub problems: Vec<Diagnostic>,
}
