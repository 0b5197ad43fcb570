//! Saved comparisons: one file each in a folder of their own, so that people can copy and send them.

use std::path::{Path, PathBuf};

use crate::diagnostics::render;
use crate::disk::{reason, shown, write_whole};
use crate::export::plain_name;
use crate::library::comparison::{self as recipes, Recipe, is_comparison};

/// The saved comparisons, by name.
#[derive(Default)]
pub(crate) struct ComparisonStore {
    /// `None` if nothing outlives the window.
    folder: Option<PathBuf>,
    entries: Vec<(PathBuf, Recipe)>,
}

/// The name of their folder in the data folder.
const FOLDER: &str = "comparisons";

impl ComparisonStore {
    /// Reads what is saved in a data folder. A file that cannot be read stays where it is.
    pub(crate) fn load(data: Option<&Path>) -> ComparisonStore {
        let folder = data.map(|data| data.join(FOLDER));
        let files = folder.as_ref().and_then(|folder| std::fs::read_dir(folder).ok());
        let paths = files.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        let read = |path: PathBuf| read(&path).ok().map(|recipe| (path, recipe));
        let mut store = ComparisonStore {
            folder,
            entries: paths.filter(|path| is_comparison(path)).filter_map(read).collect(),
        };
        store.sort();
        store
    }

    /// Their names, in their order.
    pub(crate) fn names(&self) -> Vec<String> {
        self.entries.iter().map(|(_, recipe)| recipe.name.clone()).collect()
    }

    /// A saved comparison.
    pub(crate) fn recipe(&self, index: usize) -> Option<Recipe> {
        self.entries.get(index).map(|(_, recipe)| recipe.clone())
    }

    /// Saves a comparison, in place of the one that has its name.
    ///
    /// # Errors
    /// A sentence for the person where it cannot be written.
    pub(crate) fn save(&mut self, recipe: &Recipe) -> Result<(), String> {
        let place = self.entries.iter().position(|(_, known)| known.name == recipe.name);
        let path = place.map_or_else(|| self.free_path(&recipe.name), |place| self.entries[place].0.clone());
        if let Some(folder) = &self.folder {
            std::fs::create_dir_all(folder)
                .map_err(|why| format!("The folder {} cannot be made: {}.", shown(folder), reason(&why)))?;
            write_whole(&path, recipes::write(recipe).as_bytes()).map_err(|why| why.to_string())?;
        }
        match place {
            Some(place) => self.entries[place].1 = recipe.clone(),
            None => self.entries.push((path, recipe.clone())),
        }
        self.sort();
        Ok(())
    }

    /// Removes a comparison from the list and from the disk.
    ///
    /// # Errors
    /// A sentence for the person where its file cannot be removed; then it stays in the list.
    pub(crate) fn remove(&mut self, index: usize) -> Result<(), String> {
        let Some((path, _)) = self.entries.get(index) else { return Ok(()) };
        if self.folder.is_some() && path.exists() {
            std::fs::remove_file(path)
                .map_err(|why| format!("{} cannot be removed: {}.", shown(path), reason(&why)))?;
        }
        self.entries.remove(index);
        Ok(())
    }

    /// A file name that no other comparison has: two names may differ in characters that file names cannot
    /// hold.
    fn free_path(&self, name: &str) -> PathBuf {
        let folder = self.folder.clone().unwrap_or_default();
        let plain = plain_name(name);
        let path = |number: usize| {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            folder.join(format!("{plain}{number}.{}", recipes::ENDING))
        };
        let mut number = 1;
        let taken = |path: &PathBuf| path.exists() || self.entries.iter().any(|(known, _)| known == path);
        while taken(&path(number)) {
            number += 1;
        }
        path(number)
    }

    fn sort(&mut self) {
        self.entries.sort_by_key(|(_, recipe)| recipe.name.to_lowercase());
    }
}

/// Reads a comparison's file.
///
/// # Errors
/// Words for the person: what is wrong with it, where, and how to correct it.
pub(crate) fn read(path: &Path) -> Result<Recipe, String> {
    let bytes =
        std::fs::read(path).map_err(|why| format!("{} cannot be read: {}.", shown(path), reason(&why)))?;
    recipes::read(path, &bytes).map_err(|faults| render(&faults).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, figure: &str) -> Recipe {
        Recipe { name: name.to_owned(), figures: vec![figure.to_owned()], ..Recipe::default() }
    }

    #[test]
    fn what_is_kept_is_there_at_the_next_start_and_what_is_dropped_is_not() {
        let data = tempfile::tempdir().unwrap();
        let mut store = ComparisonStore::load(Some(data.path()));
        for recipe in [named("What?", "a#p/q/x"), named("What!", "a#p/q/y"), named("About it", "a#p/q/z")] {
            store.save(&recipe).unwrap();
        }
        store.save(&named("What?", "a#p/q/w")).unwrap();
        let mut again = ComparisonStore::load(Some(data.path()));
        assert_eq!(again.names(), ["About it", "What!", "What?"], "names that differ in a sign are two");
        assert_eq!(again.recipe(2).unwrap().figures, ["a#p/q/w"], "the same name is the same comparison");
        again.remove(0).unwrap();
        assert_eq!(ComparisonStore::load(Some(data.path())).names(), ["What!", "What?"]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_alone() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join(FOLDER);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("bad.comparison"), "Comparison(").unwrap();
        let mut store = ComparisonStore::load(Some(data.path()));
        assert!(store.names().is_empty());
        store.save(&named("Bad", "a#p/q/x")).unwrap();
        assert_eq!(std::fs::read_to_string(folder.join("bad.comparison")).unwrap(), "Comparison(");
        assert!(read(&folder.join("bad.comparison")).unwrap_err().contains("bad.comparison:1"));
    }

    #[test]
    fn without_a_folder_it_is_kept_until_the_window_closes() {
        let mut store = ComparisonStore::load(None);
        store.save(&named("One", "a#p/q/x")).unwrap();
        store.save(&named("Two", "a#p/q/x")).unwrap();
        assert_eq!(store.names(), ["One", "Two"]);
    }
}
