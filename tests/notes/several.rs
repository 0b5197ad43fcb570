//! Several programs with the same notes.

use std::time::{Duration, Instant};

use briefing_reader::notes::{Store, Trouble, Writer};

use crate::{moment, note, text};

#[test]
fn two_programs_write_at_once_and_see_each_others_notes() {
    let folder = tempfile::tempdir().unwrap();
    let one = Store::open(folder.path(), moment(0)).unwrap().store;
    let before = one.changes_of_others().unwrap();
    let writers: Vec<_> = (0..2)
        .map(|part| {
            let folder = folder.path().to_owned();
            std::thread::spawn(move || {
                let (writer, _) = Writer::start(&folder, moment(0), || ()).unwrap();
                for number in 0..50 {
                    writer.save(note(part * 1000 + number), Some(text())).wait().unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    assert_ne!(one.changes_of_others().unwrap(), before);
    assert_eq!(one.notes(Some("care")).unwrap().notes.len(), 100);
    assert!(one.notes(Some("another")).unwrap().notes.is_empty());
}

#[test]
fn a_program_that_holds_the_database_is_waited_for_and_then_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), moment(0)).unwrap().store;
    let mut other = rusqlite::Connection::open(store.path()).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let begun = Instant::now();
    let why = store.save(&note(1), None).expect_err("it is held");
    assert!(matches!(why, Trouble::Locked(_)) && why.to_string().contains("another program"), "{why}");
    assert!(begun.elapsed() > Duration::from_secs(4), "it was not waited for");
    drop(held);
    store.save(&note(1), None).expect("it is free again");
}

#[test]
fn what_was_ordered_is_written_before_the_program_ends() {
    let folder = tempfile::tempdir().unwrap();
    let (writer, _) = Writer::start(folder.path(), moment(0), || ()).unwrap();
    let receipts: Vec<_> = (0..30).map(|number| writer.save(note(number), None)).collect();
    drop(writer);
    assert!(receipts.iter().all(|receipt| receipt.look() == Some(Ok(()))));
    let mut store = Store::open(folder.path(), moment(0)).unwrap().store;
    assert_eq!(store.notes(None).unwrap().notes.len(), 30);
    let first = note(0);
    assert_eq!(store.note(first.id).unwrap(), Some(first.clone()));
    assert!(store.delete(first.id).unwrap() && !store.delete(first.id).unwrap());
    assert_eq!(store.note(first.id).unwrap(), None);
}
