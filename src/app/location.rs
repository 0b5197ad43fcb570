//! Where a briefing is: inside the program, or on disk.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::bundle::{Bundle, Limits, Origin, Progress};
use crate::library;

/// Where a briefing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Location {
    /// Inside the program, by id.
    BuiltIn(String),
    /// A folder or file, as an absolute path.
    OnDisk(PathBuf),
}

impl Location {
    /// What a person names: a path, or a built-in briefing if there is no such path.
    pub(crate) fn named(path: &Path) -> Location {
        let id = path.to_str().filter(|id| library::ids().contains(id));
        match id {
            Some(id) if !path.exists() => Location::BuiltIn(id.to_owned()),
            _ => Location::on_disk(path),
        }
    }

    /// Where a briefing was read from.
    pub(crate) fn of(bundle: &Bundle) -> Location {
        match &bundle.origin {
            Origin::BuiltIn => Location::BuiltIn(bundle.manifest.id.clone()),
            Origin::Folder(path) | Origin::File(path) => Location::on_disk(path),
        }
    }

    fn on_disk(path: &Path) -> Location {
        Location::OnDisk(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
    }

    /// Whether both are the same folder or file, by whatever path.
    pub(crate) fn is_same(&self, other: &Location) -> bool {
        match (self, other) {
            (Location::OnDisk(one), Location::OnDisk(two)) => {
                one == two || matches!((folder_of(one), folder_of(two)), (Some(one), Some(two)) if one == two)
            }
            _ => self == other,
        }
    }

    /// Reads the briefing; `first` takes the beginning of a long one before the rest is read.
    ///
    /// # Errors
    /// A sentence for the person.
    pub(crate) fn read_beginning_first(
        &self,
        progress: &Progress,
        first: impl FnMut(Bundle),
    ) -> Result<Bundle, String> {
        match self {
            Location::BuiltIn(_) => self.read(progress),
            Location::OnDisk(path) => Bundle::open_beginning_first(path, &Limits::default(), progress, first)
                .map_err(|why| why.to_string()),
        }
    }

    /// Reads the briefing; `progress` says how far that is, and stops it.
    ///
    /// # Errors
    /// A sentence for the person.
    pub(crate) fn read(&self, progress: &Progress) -> Result<Bundle, String> {
        match self {
            Location::BuiltIn(id) => {
                library::open(id).ok_or_else(|| format!("This version has no briefing `{id}` on its shelf."))
            }
            Location::OnDisk(path) => {
                Bundle::open_watched(path, &Limits::default(), progress).map_err(|why| why.to_string())
            }
        }
    }

    /// Whether it does not exist any more.
    pub(crate) fn is_gone(&self) -> bool {
        match self {
            Location::BuiltIn(id) => !library::ids().contains(&id.as_str()),
            Location::OnDisk(path) => !path.exists(),
        }
    }

    /// As a person would write it.
    pub(crate) fn name(&self) -> String {
        match self {
            Location::BuiltIn(id) => id.clone(),
            Location::OnDisk(path) => path.display().to_string(),
        }
    }
}

impl Location {
    /// The last part of its path, for where there is little room.
    pub(crate) fn short_name(&self) -> String {
        match self {
            Location::BuiltIn(id) => id.clone(),
            Location::OnDisk(path) => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
        }
    }
}

/// A path without links in it; for a manifest, its folder.
fn folder_of(path: &Path) -> Option<PathBuf> {
    let path = path.canonicalize().ok()?;
    let is_manifest = path.file_name().is_some_and(|name| name == crate::bundle::MANIFEST);
    if is_manifest { path.parent().map(Path::to_owned) } else { Some(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_in_briefing_is_named_by_its_id() {
        assert_eq!(
            Location::named(Path::new("nspcc-e2ee-2021")),
            Location::BuiltIn("nspcc-e2ee-2021".to_owned())
        );
        let bundle = Location::named(Path::new("nspcc-e2ee-2021")).read(&Progress::default()).unwrap();
        assert_eq!(Location::of(&bundle), Location::named(Path::new("nspcc-e2ee-2021")));
    }

    #[test]
    fn a_folder_is_the_same_by_any_way_to_it() {
        let folder = Location::named(Path::new("tests/good/small"));
        for other in ["tests/../tests/good/small", "tests/good/small/briefing.ron", "tests/good/small/"] {
            assert!(folder.is_same(&Location::named(Path::new(other))), "{other}");
        }
        assert!(!folder.is_same(&Location::named(Path::new("tests/good"))));
        assert!(Location::named(Path::new("no/such/folder")).is_gone() && !folder.is_gone());
    }
}
