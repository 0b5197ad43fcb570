//! Files that are damaged, disks that are full, folders that cannot be written.

use std::fs;
use std::path::Path;

use briefing_reader::notes::Trouble;
use briefing_reader::notes::store::{NAME, Store, backups};
use proptest::prelude::*;

use crate::{moment, note, text};

const DAY: i64 = 24 * 60 * 60;

/// A store with so many notes, written into its file.
fn filled(folder: &Path, count: u64) {
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
