//! Packing and unpacking: complete or not at all, and the same each time.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use briefing_reader::bundle::{Limits, WriteError, container, pack, unpack};
use tempfile::TempDir;

use super::raw_zip::{Entry, bundle};
use super::{SOUND, write_files};

/// A folder with a sound bundle in it.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        write_files(&desk.at("sound"), &SOUND);
        desk
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn pack(&self, folder: &str, to: &str) -> Result<Vec<u8>, WriteError> {
        let packed = pack(&self.at(folder), &self.at(to), false, &Limits::default())?;
        let bytes = fs::read(&packed.path).unwrap();
        assert_eq!(packed.packed_bytes, bytes.len() as u64);
        Ok(bytes)
    }

    pub fn unpack(&self, file: &str, to: &str) -> Result<(), WriteError> {
        unpack(&self.at(file), &self.at(to), &Limits::default()).map(drop)
    }

    /// Everything on the desk, to see that nothing was left behind.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// What is read of a bundle.
pub fn files_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let (_, files, _) = container::read(folder, &Limits::default()).unwrap();
    files.iter().map(|(path, content)| (path.to_owned(), content.to_vec())).collect()
}

#[test]
fn a_bundle_is_the_same_after_packing_and_unpacking() {
    let desk = Desk::new();
    write_files(&desk.at("sound"), &[(".DS_Store", b"x"), ("old.briefing", b"x"), ("LICENSE", b"CC BY")]);
    let first = desk.pack("sound", "first.briefing").unwrap();
    desk.unpack("first.briefing", "unpacked").unwrap();
    let again = desk.pack("unpacked", "again.briefing").unwrap();
    assert!(first == again);
    assert_eq!(files_in(&desk.at("unpacked")), files_in(&desk.at("sound")));
    assert!(!desk.at("unpacked/.DS_Store").exists() && !desk.at("unpacked/old.briefing").exists());
    assert_eq!(desk.names(), ["again.briefing", "first.briefing", "sound", "unpacked"]);
}

/// The bytes themselves, so that a change of a library or of a system shows.
#[test]
fn a_pack_has_the_same_bytes_everywhere() {
    let desk = Desk::new();
    write_files(&desk.at("sound"), &[("article.md", "Adults want both. ".repeat(40).as_bytes())]);
    let bytes = desk.pack("sound", "a.briefing").unwrap();
    let dump: Vec<String> = bytes
        .chunks(32)
        .map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" "))
        .collect();
    insta::assert_snapshot!(dump.join("\n"));
}

#[test]
fn a_pack_says_what_it_is_at_a_fixed_place() {
    let desk = Desk::new();
    let bytes = desk.pack("sound", "a.briefing").unwrap();
    assert_eq!(&bytes[..4], b"PK\x03\x04");
    assert_eq!(&bytes[30..66], b"mimetypeapplication/vnd.briefing+zip");
}

#[test]
fn times_and_permissions_of_files_do_not_show_in_a_pack() {
    let desk = Desk::new();
    let before = desk.pack("sound", "before.briefing").unwrap();
    let article = desk.at("sound/article.md");
    let content = fs::read(&article).unwrap();
    let usual = fs::metadata(&article).unwrap().permissions();
    fs::remove_file(&article).unwrap();
    fs::write(&article, content).unwrap();
    let file = fs::File::options().write(true).open(&article).unwrap();
    file.set_modified(std::time::UNIX_EPOCH).unwrap();
    // As few as may be: on Unix the owner's alone, on Windows not to be written.
    let mut fewer = file.metadata().unwrap().permissions();
    fewer.set_readonly(true);
    fs::set_permissions(&article, fewer).unwrap();
    assert!(before == desk.pack("sound", "after.briefing").unwrap());
    // Windows removes no file that may not be written.
    fs::set_permissions(&article, usual).unwrap();
}

#[test]
fn a_file_that_shrinks_like_a_bomb_is_packed_so_that_it_can_be_read() {
    let desk = Desk::new();
    write_files(&desk.at("sound"), &[("polls/zeros.csv", &vec![b'0'; 3 * 1024 * 1024])]);
    desk.pack("sound", "a.briefing").unwrap();
    assert_eq!(files_in(&desk.at("a.briefing")), files_in(&desk.at("sound")));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked_to() {
    let desk = Desk::new();
    fs::write(desk.at("a.briefing"), "precious").unwrap();
    let why = desk.pack("sound", "a.briefing").unwrap_err();
    assert!(matches!(why, WriteError::Exists(_)), "{why}");
    assert_eq!(fs::read(desk.at("a.briefing")).unwrap(), b"precious");

    pack(&desk.at("sound"), &desk.at("a.briefing"), true, &Limits::default()).unwrap();
    assert_eq!(files_in(&desk.at("a.briefing")).len(), SOUND.len());

    fs::create_dir(desk.at("folder.briefing")).unwrap();
    let why = pack(&desk.at("sound"), &desk.at("folder.briefing"), true, &Limits::default()).unwrap_err();
    assert!(matches!(why, WriteError::Exists(_)), "{why}");
    assert_eq!(desk.names(), ["a.briefing", "folder.briefing", "sound"]);
}

#[test]
fn a_bundle_with_errors_is_neither_packed_nor_unpacked() {
    let desk = Desk::new();
    write_files(&desk.at("sound"), &[("a/a/a/a/a/a/a/a/a/b.md", b"x"), ("b/b/b/b/b/b/b/b/b/b.md", b"x")]);
    let why = desk.pack("sound", "a.briefing").unwrap_err().to_string();
    let why = why.replace(&desk.folder.path().display().to_string(), "…").replace(MAIN_SEPARATOR, "/");
    insta::assert_snapshot!(why, @r"
    `…/sound` has faults that would lose a part of it:
      what is in `a/a/a/a/a/a/a/a` lies more than 8 folders deep [name-too-deep]
      what is in `b/b/b/b/b/b/b/b` lies more than 8 folders deep [name-too-deep]
    mend them first; `briefing-reader check` says how.
    ");

    let outside = bundle([Entry::stored("../outside.md", b"x")]);
    fs::write(desk.at("bad.briefing"), outside).unwrap();
    let why = desk.unpack("bad.briefing", "unpacked").unwrap_err();
    assert!(matches!(why, WriteError::Faulty { .. }), "{why}");
    assert_eq!(desk.names(), ["bad.briefing", "sound"]);
}

#[test]
fn only_a_new_or_an_empty_folder_is_unpacked_into() {
    let desk = Desk::new();
    desk.pack("sound", "a.briefing").unwrap();
    fs::create_dir(desk.at("empty")).unwrap();
    desk.unpack("a.briefing", "empty").unwrap();
    assert_eq!(files_in(&desk.at("empty")), files_in(&desk.at("sound")));

    let why = desk.unpack("a.briefing", "empty").unwrap_err();
    assert!(matches!(why, WriteError::NotEmpty(_)), "{why}");
    let why = desk.unpack("a.briefing", "a.briefing").unwrap_err();
    assert!(matches!(why, WriteError::NotEmpty(_)), "{why}");
    let why = desk.unpack("sound", "new").unwrap_err();
    assert!(matches!(why, WriteError::NotPacked(_)), "{why}");
    assert_eq!(desk.names(), ["a.briefing", "empty", "sound"]);
}

#[test]
fn where_there_is_no_folder_to_write_into_nothing_is_left_behind() {
    let desk = Desk::new();
    desk.pack("sound", "a.briefing").unwrap();
    let why = desk.pack("sound", "absent/b.briefing").unwrap_err();
    assert!(matches!(why, WriteError::Failed { .. }), "{why}");
    let why = desk.unpack("a.briefing", "absent/unpacked").unwrap_err();
    assert!(matches!(why, WriteError::Failed { .. }), "{why}");
    assert_eq!(desk.names(), ["a.briefing", "sound"]);
}
