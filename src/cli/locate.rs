//! From what a person names to a bundle: a folder, a file, or a built-in briefing's id; with
//! `#POLL/QUESTION/ANSWER` behind it, a figure in it.

use std::path::{Path, PathBuf};

use crate::bundle::{self, Bundle, Limits, Unreadable};
use crate::diagnostics::nearest;
use crate::library;

/// A bundle, and what in it was named, if anything.
pub struct Located {
    /// The bundle.
    pub bundle: Bundle,
    /// What stands behind the `#`.
    pub reference: Option<String>,
}

/// Finds what was named.
///
/// # Errors
/// A sentence for the person: the path is not there or cannot be read, and what would help.
pub fn locate(named: &Path) -> Result<Located, String> {
    let (place, reference) = parted(named);
    Ok(Located { bundle: open(named, &place)?, reference })
}

/// The place of a bundle, and what stands behind the `#`.
pub fn parted(named: &Path) -> (PathBuf, Option<String>) {
    if named.exists() {
        return (named.to_owned(), None);
    }
    match named.to_string_lossy().rsplit_once('#') {
        Some((place, "")) => (PathBuf::from(place), None),
        Some((place, reference)) => (PathBuf::from(place), Some(reference.to_owned())),
        None => (named.to_owned(), None),
    }
}

/// Opens the bundle at a place, or the built-in one of that id. `named` is what the person wrote.
///
/// # Errors
/// As [`locate`].
pub fn open(named: &Path, place: &Path) -> Result<Bundle, String> {
    if place.as_os_str().is_empty() {
        let text = named.to_string_lossy();
        return Err(format!("`{text}` names no briefing: give its folder or file, or a built-in one's id"));
    }
    if !place.exists()
        && let Some(bundle) = place.to_str().and_then(library::open)
    {
        return Ok(bundle);
    }
    read(place)
}

/// Finds what was named, where only one bundle will do.
///
/// # Errors
/// As [`locate`]; also for a folder of bundles.
pub fn locate_one(named: &Path) -> Result<Located, String> {
    let inside = expand(named);
    match inside.as_slice() {
        [path] if path == named => locate(named),
        [first, ..] => Err(format!(
            "`{}` is a folder of briefings: name one of them, such as `{}`",
            named.display(),
            first.display()
        )),
        [] => locate(named),
    }
}

fn read(path: &Path) -> Result<Bundle, String> {
    Bundle::open(path, &Limits::default()).map_err(|why| {
        let ids = library::ids();
        let near = nearest(&path.to_string_lossy(), ids.iter().copied());
        match (why, near) {
            (Unreadable::Absent { path, .. }, Some(id)) => {
                format!("`{}` does not exist: did you mean the built-in briefing `{id}`?", path.display())
            }
            (why, _) => why.to_string(),
        }
    })
}

/// The bundles that `path` names: itself, or those right inside a folder.
pub fn expand(path: &Path) -> Vec<PathBuf> {
    let inside = if path.join(bundle::MANIFEST).exists() { Vec::new() } else { library::bundles_in(path) };
    if inside.is_empty() { vec![path.to_owned()] } else { inside }
}
