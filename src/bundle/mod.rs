//! A briefing on disk: a folder, or one `.briefing` file. `FORMAT.md` beside this file is the
//! format.

mod claims_checked;
pub mod container;
mod decode;
pub mod difference;
mod direction;
pub mod faults;
mod files;
mod ids;
mod limits;
mod lookup;
mod manifest;
mod page_order;
mod paths;
pub mod picture_faces;
mod problems;
mod progress;
mod reading;
mod references;
mod ron_tree;
mod rules;
mod slug;
mod span;
mod spans;
mod tables;
mod text;
mod wordings;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::sync::{Arc, OnceLock};

use crate::article::Article;
use crate::diagnostics::Diagnostic;

pub use claims_checked::{CheckedClaim, ClaimStatus, UnsourcedNumber};
pub use container::{
    Packed, Unpacked, Unreadable, WriteError, check_readable, is_portable, pack, pack_watched, unpack,
};
pub use files::{Files, Origin};
pub use limits::Limits;
pub use manifest::{Briefing, Call, FORMAT, Figure, Highlight, Related, Source};
pub use page_order::{Item, Section};
pub use picture_faces::PictureFace;
pub use progress::{Progress, Stage};
pub use reading::from_files;
pub use references::{Claim, Found, are_tied, is_within};
pub use spans::{At, FileIndex, Spans};

/// The manifest's path inside a bundle.
pub const MANIFEST: &str = "briefing.ron";

/// A bundle that was read as far as it could be, with everything that is wrong with it. Made by
/// [`from_files`]; what is public is for reading, not for changing.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// Where it came from.
    pub origin: Origin,
    /// What the manifest and the tables say.
    pub manifest: Briefing,
    /// The manifest's text, for the places of faults. Empty where there is none.
    pub manifest_source: String,
    /// The article's path inside the bundle. Empty where there is none.
    pub article_path: String,
    /// The article's text as it stands in its file, without a byte order mark; as far as it is read.
    pub article_source: String,
    /// The article.
    pub article: Article,
    /// Bytes of the article that are still to be read: all but 0 only in the beginning of a long one
    /// (see [`Bundle::open_beginning_first`]).
    pub unread: usize,
    /// The tables' texts.
    pub tables: Vec<Table>,
    /// Pictures by their path inside the bundle.
    pub media: BTreeMap<String, Arc<[u8]>>,
    /// Where everything in the manifest and the tables is written.
    pub spans: Spans,
    /// All files of the bundle, by path.
    pub paths: Vec<String>,
    names: references::Names,
    words: OnceLock<usize>,
    backwards: OnceLock<bool>,
    /// Whether nothing of the manifest's text was left out as it was read.
    manifest_is_whole: bool,
    /// Polls of whose tables something could not be read, by id.
    partly_unread: Vec<String>,
    /// The faults that were met on the way here.
    met: Vec<Diagnostic>,
    /// Those and what the rules found.
    problems: OnceLock<Vec<Diagnostic>>,
}

/// A tidy table that questions were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its path inside the bundle.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Bundle {
    /// A few words for tabs, paths and the shelf: the short title, or else the title, or else the id,
    /// or else what its file is called.
    #[must_use]
    pub fn short_title(&self) -> &str {
        let Briefing { short_title, title, id, .. } = &self.manifest;
        let named = [short_title, title, id].into_iter().find(|text| !text.trim().is_empty());
        named.map_or_else(|| self.file_name(), String::as_str)
    }

    /// What its file or folder is called.
    fn file_name(&self) -> &str {
        let name = match &self.origin {
            Origin::Folder(path) | Origin::File(path) => path.file_name().and_then(OsStr::to_str),
            Origin::BuiltIn => None,
        };
        name.unwrap_or("Untitled briefing")
    }

    /// Words to be read in the article: [`Article::word_count`], counted once. Where its rest is
    /// still to be read, about so many: as if the rest were like the beginning.
    #[must_use]
    pub fn word_count(&self) -> usize {
        *self.words.get_or_init(|| (self.article.word_count() as f64 * self.times_as_long()) as usize)
    }

    /// How many times as long as what is read of it the article is; 1 where all of it is read.
    #[must_use]
    pub fn times_as_long(&self) -> f64 {
        let read = self.article_source.len();
        if self.unread == 0 { 1.0 } else { (read + self.unread) as f64 / read.max(1) as f64 }
    }

    /// A picture, by its path as an article writes it.
    #[must_use]
    pub fn picture(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.media.get(&paths::inside(path)?)
    }
}
