//! Files that are damaged, disks that are full, folders that cannot be written.

use std::fs;
use std::path::Path;

use briefing_reader::notes::Trouble;
use briefing_reader::notes::store::{NAME, Store, backups, newest_good};
use proptest::prelude::*;

use super::{moment, note, text};

pub const DAY: i64 = 24 * 60 * 60;

/// A store with so many notes, written into its file.
pub fn filled(folder: &Path, count: u64) {
    let mut store = Store::open(folder, moment(0)).expect("it opens").store;
    for number in 0..count {
        store.save(&note(number), Some(&text())).expect("it is saved");
    }
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it can be read");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("it is there").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_is_no_database_is_kept_beside_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(NAME), "these are no notes".repeat(400)).unwrap();
    let opened = Store::open(folder.path(), moment(0)).expect("it opens");
    assert!(
        opened.remarks[0].contains("was damaged") && opened.remarks[0].contains("0 notes"),
        "{:?}",
        opened.remarks
    );
    let kept =
        files(folder.path()).into_iter().find(|name| name.starts_with("notes-damaged-")).expect("it is kept");
    assert_eq!(fs::read(folder.path().join(kept)).unwrap(), "these are no notes".repeat(400).into_bytes());
    assert!(opened.store.notes(None).unwrap().notes.is_empty());
}

#[test]
fn a_database_cut_off_gives_what_is_left_and_the_rest_comes_from_the_backup() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 400);
    // The next day's start makes a backup.
    drop(Store::open(folder.path(), moment(DAY)).unwrap());
    assert_eq!(backups(folder.path()).len(), 1);
    let path = folder.path().join(NAME);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let opened = Store::open(folder.path(), moment(DAY + 1)).expect("it opens");
    assert!(opened.remarks[0].contains("from the last backup"), "{:?}", opened.remarks);
    assert_eq!(opened.store.notes(None).unwrap().notes.len(), 400);
    assert_eq!(opened.store.edition_text(&text().hash()).unwrap(), Some(text()));
    assert!(opened.store.faults().unwrap().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    /// Most damage leaves most notes; none ends the program, and what was there is never thrown away.
    #[test]
    fn flipped_bits_anywhere_never_lose_the_file_and_never_panic(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 0u8..8), 1..40),
    ) {
        let folder = tempfile::tempdir().unwrap();
        filled(folder.path(), 60);
        let path = folder.path().join(NAME);
        let mut bytes = fs::read(&path).unwrap();
        for (index, bit) in flips {
            let place = index.index(bytes.len());
            bytes[place] ^= 1 << bit;
        }
        fs::write(&path, &bytes).unwrap();
        match Store::open(folder.path(), moment(1)) {
            Ok(opened) => {
                let rescued = files(folder.path()).iter().any(|name| name.starts_with("notes-damaged-"));
                prop_assert_eq!(rescued, !opened.remarks.is_empty(), "{:?}", opened.remarks);
                if let Ok(read) = opened.store.notes(None) {
                    prop_assert!(read.notes.iter().all(|read| read.briefing.len() < 10));
                }
            }
            // The version's number may be what was hit.
            Err(why) => prop_assert!(matches!(why, Trouble::Newer(_)), "{}", why),
        }
    }
}

#[test]
fn notes_of_a_newer_program_are_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 1);
    let path = folder.path().join(NAME);
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(&path).unwrap();
    let why = Store::open(folder.path(), moment(1)).err().expect("it is newer");
    assert!(why.to_string().contains("newer version"), "{why}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(files(folder.path()), [NAME]);
}

#[test]
fn a_full_disk_is_told_and_what_was_kept_stays() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 5);
    let mut store = Store::open(folder.path(), moment(1)).unwrap().store;
    store.allow_no_more_pages().unwrap();
    let mut large = note(9);
    large.comment = "x".repeat(100_000);
    let why = store.save(&large, None).expect_err("there is no room");
    assert!(matches!(why, Trouble::Full(_)) && why.to_string().contains("disk is full"), "{why}");
    assert_eq!(store.notes(None).unwrap().notes.len(), 5);
    drop(store);
    let store = Store::open(folder.path(), moment(1)).unwrap().store;
    assert_eq!(store.notes(None).unwrap().notes.len(), 5);
    assert!(store.faults().unwrap().is_empty());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let why = Store::open(&file.join("inside"), moment(0)).err().expect("it cannot be made");
    assert!(why.to_string().contains("inside"), "{why}");
}

#[test]
fn a_backup_a_day_is_kept_and_the_oldest_go() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 3);
    for day in 1..=20 {
        drop(Store::open(folder.path(), moment(day * DAY)).unwrap());
        drop(Store::open(folder.path(), moment(day * DAY + 60)).unwrap());
    }
    let kept = backups(folder.path());
    assert_eq!(kept.len(), 14);
    assert!(kept[0].day > kept[13].day);
    // Restoring one keeps what was there.
    let beside =
        Store::restore(folder.path(), &kept[13].path, moment(21 * DAY)).unwrap().expect("there was one");
    assert!(beside.exists() && beside.file_name().unwrap().to_string_lossy().starts_with("notes-replaced-"));
    assert_eq!(
        Store::open(folder.path(), moment(21 * DAY)).unwrap().store.notes(None).unwrap().notes.len(),
        3
    );
    let why = Store::restore(folder.path(), &folder.path().join("nothing"), moment(0)).unwrap_err();
    assert!(why.to_string().contains("nothing"), "{why}");
}

/// A file that a program broke off in, one cut short, one that is no database.
fn spoil(path: &Path, how: usize) {
    let whole = fs::read(path).unwrap_or_default();
    let content = match how {
        0 => Vec::new(),
        1 => whole[..whole.len() / 2].to_vec(),
        _ => b"these are no notes".repeat(900),
    };
    fs::write(path, content).unwrap();
}

#[test]
fn a_backup_of_no_use_is_found_passed_over_and_made_anew() {
    for how in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        filled(folder.path(), 80);
        for day in 1..=2 {
            drop(Store::open(folder.path(), moment(day * DAY)).unwrap());
        }
        let [newest, older] = &backups(folder.path())[..] else { panic!("there are two") };
        assert_eq!((newest.notes().unwrap(), older.notes().unwrap()), (80, 80));
        spoil(&newest.path, how);
        let why = newest.notes().unwrap_err();
        assert!(why.is_damage(), "{how}: {why}");
        assert_eq!(newest_good(folder.path()).as_ref(), Some(older), "{how}");
        // What is rescued comes from the one that is good.
        spoil(&folder.path().join(NAME), how);
        let opened = Store::open(folder.path(), moment(2 * DAY + 1)).unwrap();
        if how == 0 {
            // SQLite takes an empty file for a new database: it may be one.
            assert!(
                opened.remarks[0].contains(&format!("The backup of {} has 80", older.day)),
                "{:?}",
                opened.remarks
            );
            drop(opened);
            Store::restore(folder.path(), &older.path, moment(2 * DAY + 2)).unwrap();
        }
        let opened = Store::open(folder.path(), moment(2 * DAY + 3)).unwrap();
        assert_eq!(opened.store.notes(None).unwrap().notes.len(), 80, "{how}");
        assert_eq!(newest.notes().unwrap(), 80, "{how}: the day's is made anew");
    }
}

#[test]
fn a_clock_that_was_ahead_keeps_no_day_from_its_backup() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 2);
    for day in [400, 1, 2] {
        drop(Store::open(folder.path(), moment(day * DAY)).unwrap());
    }
    assert_eq!(backups(folder.path()).len(), 3);
}

#[test]
fn a_copy_that_fails_leaves_what_was_there_and_one_of_no_use_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 3);
    let store = Store::open(folder.path(), moment(0)).unwrap().store;
    let copy = folder.path().join("copy.sqlite");
    store.back_up(&copy).unwrap();
    assert_eq!(files(folder.path()).iter().filter(|name| name.starts_with('.')).count(), 0);
    let why = store.back_up(&folder.path().join("none/copy.sqlite")).unwrap_err().to_string();
    assert!(why.contains("there is no such folder") && !why.contains("os error"), "{why}");
    spoil(&copy, 1);
    drop(store);
    for (from, words) in [(copy.as_path(), "is damaged"), (Path::new("/no/such/file"), "no such file")] {
        let why = Store::restore(folder.path(), from, moment(9)).unwrap_err().to_string();
        assert!(why.contains(words), "{why}");
    }
    assert_eq!(Store::open(folder.path(), moment(9)).unwrap().store.notes(None).unwrap().notes.len(), 3);
}

#[test]
fn what_a_program_left_in_a_backups_log_is_restored_too() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path(), moment(0)).unwrap().store;
    store.save(&note(1), None).unwrap();
    // As it lies there while the program runs: the note is in the log alone.
    for ending in ["", "-wal"] {
        let name = format!("{NAME}{ending}");
        fs::copy(folder.path().join(&name), other.path().join(&name)).unwrap();
    }
    let fresh = tempfile::tempdir().unwrap();
    assert_eq!(Store::restore(fresh.path(), &other.path().join(NAME), moment(1)).unwrap(), None);
    assert_eq!(Store::open(fresh.path(), moment(2)).unwrap().store.notes(None).unwrap().notes, [note(1)]);
}
