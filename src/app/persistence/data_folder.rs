//! The data folder: files that are read and written whole, or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::merge::merged;
use crate::disk::{reason, shown};
use crate::library::fields::Fields;

/// The data folder, which need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DataFolder(PathBuf);

/// The lock of the window that writes.
const LOCK: &str = "session.lock";

/// The largest file to read, in bytes: this program writes none that is larger.
const LARGEST: u64 = 4 << 20;

impl DataFolder {
    /// The data folder at a path.
    pub(crate) fn at(path: &Path) -> DataFolder {
        DataFolder(path.to_owned())
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Why nothing can be saved in it, as a sentence for the person; `None` if it can.
    pub(crate) fn trouble(&self) -> Option<String> {
        let tried = fs::create_dir_all(&self.0).and_then(|()| tempfile::tempfile_in(&self.0));
        tried.err().map(|why| self.not_kept(&why))
    }

    /// Says that something was not saved and why, as a sentence for the person.
    pub(crate) fn not_kept(&self, why: &io::Error) -> String {
        format!(
            "Settings, open briefings and places cannot be kept: {} cannot be written: {}.",
            shown(&self.0),
            reason(why)
        )
    }

    /// Reads a file of named values; a missing file has none. Of a damaged file, what comes before the fault
    /// is read and a copy is set aside; the second part says so.
    pub(crate) fn read(&self, name: &str) -> (Fields, Option<String>) {
        let path = self.0.join(name);
        let text = match read_text(&path) {
            Ok(Some(text)) => text,
            Ok(None) => return (Fields::default(), None),
            Err(why) => return (Fields::default(), Some(self.set_aside(name, &why))),
        };
        let (fields, why) = Fields::read(&text);
        (fields, why.map(|why| self.set_aside(name, &why)))
    }

    /// Writes a file of named values.
    pub(crate) fn write(&self, name: &str, fields: &Fields) -> io::Result<()> {
        fs::create_dir_all(&self.0)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.0)?;
        writeln!(file, "{fields}")?;
        file.persist(self.0.join(name))?;
        Ok(())
    }

    /// Writes a file of named values that other windows may have written meanwhile; `base` is what this
    /// window read or wrote last.
    pub(crate) fn write_beside_others(&self, name: &str, ours: &Fields, base: &Fields) -> io::Result<()> {
        fs::create_dir_all(&self.0)?;
        let guard = File::create(self.0.join(LOCK))?;
        // Some network folders have no locks; there, two windows that write at the same moment may still
        // lose something.
        let _ = guard.lock();
        let (theirs, _) = self.read(name);
        self.write(name, &merged(ours, base, &theirs))
    }

    fn set_aside(&self, name: &str, why: &str) -> String {
        let path = self.0.join(name);
        let beside = self.0.join(format!("{name}.damaged"));
        let words = format!("{} is damaged and could be read in part or not at all: {why}.", shown(&path));
        match fs::copy(&path, &beside) {
            Ok(_) => format!("{words} It is kept as {}.", shown(&beside)),
            Err(_) => words,
        }
    }
}

/// The text of a file; `None` where there is no such file.
fn read_text(path: &Path) -> Result<Option<String>, String> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_string(&mut text));
    match read {
        Ok(_) if text.len() as u64 > LARGEST => Err("it is too large".to_owned()),
        Ok(_) => Ok(Some(text)),
        // Where the folder is a file, there is no file in it either: `trouble` says so.
        Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(why) => Err(reason(&why)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_folder_that_is_a_file_keeps_nothing_and_says_why() {
        let file = tempfile::NamedTempFile::new().unwrap();
        for path in [file.path().to_owned(), file.path().join("inside")] {
            let folder = DataFolder::at(&path);
            assert!(folder.trouble().unwrap().contains("cannot be kept"));
            assert_eq!(folder.read("session.ron"), (Fields::default(), None));
            assert!(folder.write("session.ron", &Fields::default()).is_err());
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_says_so_and_is_read_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("session.ron"), "(size: 120)").unwrap();
        let writable = fs::metadata(folder.path()).unwrap().permissions();
        let mut locked = writable.clone();
        locked.set_readonly(true);
        fs::set_permissions(folder.path(), locked).unwrap();
        // Whom the system lets write everywhere can keep things here too, and so can all on Windows.
        let may_write = File::create(folder.path().join("tried")).is_ok();
        let kept = DataFolder::at(folder.path());
        assert_eq!(kept.trouble().is_none(), may_write);
        let (fields, told) = kept.read("session.ron");
        assert_eq!((fields.has("size"), told), (true, None));
        assert_eq!(kept.write("session.ron", &fields).is_ok(), may_write);
        assert!(fs::read_to_string(folder.path().join("session.ron")).unwrap().contains("120"));
        fs::set_permissions(folder.path(), writable).unwrap();
    }

    #[test]
    fn a_damaged_file_is_kept_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.ron");
        fs::write(&path, "(size: 120, shape:").unwrap();
        let (mut fields, told) = DataFolder::at(folder.path()).read("session.ron");
        let mut size = 0;
        fields.take("size", &mut size).unwrap();
        assert_eq!(size, 120);
        assert!(told.unwrap().contains("session.ron.damaged"));
        assert_eq!(fs::read(folder.path().join("session.ron.damaged")).unwrap(), b"(size: 120, shape:");
    }

    #[test]
    fn a_folder_in_the_place_of_a_file_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("session.ron")).unwrap();
        assert!(DataFolder::at(folder.path()).read("session.ron").1.is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_as_a_file(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("session.ron"), bytes).unwrap();
            let folder = DataFolder::at(folder.path());
            let (fields, _) = folder.read("session.ron");
            folder.write("session.ron", &fields).unwrap();
            prop_assert_eq!(folder.read("session.ron").1, None);
        }
    }
}
