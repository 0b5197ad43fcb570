//! From what a person names to a bundle: a folder, a file, or a built-in briefing's id; with
//! `#POLL/QUESTION/ANSWER` behind it, a figure in it.

use std::path::{Path, PathBuf};

use crate::bundle::{self, Bundle, Limits, Unreadable};
use crate::diagnostics::nearest;
use crate::disk::shown;
use crate::library::{self, Named};

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
pub fn locate(path: &Path) -> Result<Located, String> {
    let named = Named::of(path);
    Ok(Located { bundle: open(path, &named)?, reference: named.reference })
}

/// Opens the bundle at a place, or the built-in one of that id. `path` is what the person wrote.
///
/// # Errors
/// As [`locate`]; also where another edition was named than is there.
pub fn open(path: &Path, named: &Named) -> Result<Bundle, String> {
    let place = named.briefing.as_path();
    if place.as_os_str().is_empty() {
        return Err(format!(
            "{} names no briefing: give its folder or file, or a built-in one's id",
            shown(path)
        ));
    }
    log::info!("opening {}", place.display());
    let on_shelf = || place.to_str().filter(|_| !place.exists()).and_then(library::open);
    let bundle = on_shelf().map_or_else(|| read(place), Ok)?;
    let edition = bundle.manifest.edition;
    match named.edition.filter(|asked| *asked != edition) {
        Some(asked) => Err(format!(
            "{} is edition {edition}, not {asked}: name the file of edition {asked}, or leave ?edition={asked} out",
            shown(place)
        )),
        None => Ok(bundle),
    }
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
            "{} is a folder of briefings: name one of them, such as {}",
            shown(named),
            shown(first)
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
                format!("{} does not exist: did you mean the built-in briefing `{id}`?", shown(&path))
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
