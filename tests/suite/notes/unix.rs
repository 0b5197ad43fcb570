//! Databases that cannot be written, as only links of Unix make them for root too; modes.

use std::fs;
use std::path::Path;

use briefing_reader::notes::Writer;
use briefing_reader::notes::store::{NAME, Opened, Store, backups};

use super::damage::filled;
use super::{moment, note, text};

/// A data folder as a killed program leaves it, whose database cannot be written: the file that
/// programs share leads nowhere. Root is denied nothing else.
fn unwritable(notes: u64) -> tempfile::TempDir {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(first.path(), moment(0)).unwrap().store;
    for number in 0..notes {
        store.save(&note(number), Some(&text())).unwrap();
    }
    for name in [NAME.to_owned(), format!("{NAME}-wal")] {
        fs::copy(first.path().join(&name), second.path().join(&name)).unwrap();
    }
    std::os::unix::fs::symlink(second.path().join("nowhere/at all"), shared(second.path())).unwrap();
    second
}

/// The file that programs share.
fn shared(folder: &Path) -> std::path::PathBuf {
    folder.join(format!("{NAME}-shm"))
}

#[test]
fn what_cannot_be_written_is_read_with_what_a_killed_program_left_in_its_log() {
    let folder = unwritable(7);
    let before = fs::read(folder.path().join(NAME)).unwrap();
    let Opened { mut store, remarks } = Store::open(folder.path(), moment(1)).expect("it can be read");
    assert!(remarks[0].contains("can be read but not changed"), "{remarks:?}");
    assert_eq!(store.notes(None).unwrap().notes.len(), 7);
    assert!(store.save(&note(8), None).is_err() && store.delete(note(1).id).is_err());
    assert_eq!(store.notes(None).unwrap().notes.len(), 7);
    assert_eq!(fs::read(folder.path().join(NAME)).unwrap(), before, "nothing was touched");
}

#[test]
fn what_could_not_be_written_is_written_as_soon_as_it_can() {
    let folder = unwritable(2);
    let writer = Writer::start(folder.path(), || moment(1), |_| ());
    assert!(writer.save(note(8), None).wait().is_err());
    fs::remove_file(shared(folder.path())).unwrap();
    writer.save(note(8), None).wait().expect("there is nothing in the way");
    drop(writer);
    assert_eq!(Store::open(folder.path(), moment(2)).unwrap().store.notes(None).unwrap().notes.len(), 3);
}

#[test]
fn copies_of_private_notes_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 1);
    fs::set_permissions(folder.path().join(NAME), fs::Permissions::from_mode(0o600)).unwrap();
    let store = Store::open(folder.path(), moment(0)).unwrap().store;
    let copy = folder.path().join("copy.sqlite");
    store.back_up(&copy).unwrap();
    for path in [&copy, &backups(folder.path())[0].path] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
}
