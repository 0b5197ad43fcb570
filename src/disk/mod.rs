//! Files that a person named: written whole, or into what is there; why the system refused, in words.

pub mod mishap;
mod names;
mod refusal;
mod system;
mod target;

pub use names::shown;
pub use refusal::{is_in_use, json_reason, reason, ron_reason};
pub use system::{is_output, mend_temporary_folder, split_at_last};
pub use target::{NotWritten, Target, Written, write_whole};

use std::path::Path;

/// The folder that a file lies in; the current one for a bare name.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
