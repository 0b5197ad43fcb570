//! The container: a bundle's files in and out of a folder or a `.briefing` file.
//!
//! Nothing here trusts what it reads. Names that lead out of the bundle, links, devices, sizes
//! that lie and archives made to exhaust the machine are refused, each with a fault of its own;
//! everything else is read.

mod archive;
mod folder;
mod gathering;
pub mod media;
mod pack;
mod paths;
mod picture_kind;
mod reading;
mod svg;
mod unpack;
mod unreadable;
mod write_error;

pub use pack::{Packed, pack, pack_watched};
pub use paths::{DEEPEST_PATH, LONGEST_PATH, is_portable};
pub use reading::{check_readable, read, read_watched};
pub use unpack::{Unpacked, unpack};
pub use unreadable::Unreadable;
pub use write_error::WriteError;

/// The manifest's path inside a bundle.
const MANIFEST: &str = "briefing.ron";

/// What the archive's first entry says, so that programs know a briefing without unpacking it.
const MIMETYPE: &str = "application/vnd.briefing+zip";
