//! From what a person names to a bundle: a folder, a file, or a built-in briefing's id; with
//! `#POLL/QUESTION/ANSWER` behind it, a figure in it.

use std::path::{Path, PathBuf};

use crate::bundle::{Bundle, Limits};
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
    if named.exists() {
        return Ok(Located { bundle: read(named)?, reference: None });
    }
    let text = named.to_string_lossy();
    let (place, reference) = match text.rsplit_once('#') {
        Some((place, reference)) => (place.to_owned(), Some(reference.to_owned())),
        None => (text.into_owned(), None),
    };
    let path = PathBuf::from(&place);
    if !path.exists()
        && let Some(bundle) = library::open(&place)
    {
        return Ok(Located { bundle, reference });
    }
    Ok(Located { bundle: read(&path)?, reference })
}

fn read(path: &Path) -> Result<Bundle, String> {
    Bundle::open(path, &Limits::default()).map_err(|why| {
        let ids = library::ids();
        let near = crate::diagnostics::nearest(&path.to_string_lossy(), ids.iter().copied());
        match near {
            Some(id) => format!("{why} Did you mean the built-in briefing {id}?"),
            None => why.to_string(),
        }
    })
}

/// The bundles that `paths` name: each itself, or those right inside a folder.
pub fn expand(path: &Path) -> Vec<PathBuf> {
    let inside = if path.join("briefing.ron").exists() { Vec::new() } else { library::bundles_in(path) };
    if inside.is_empty() { vec![path.to_owned()] } else { inside }
}
