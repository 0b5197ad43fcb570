//! Several programs with the same notes.

use std::time::{Duration, Instant};

use briefing_reader::notes::store::{NAME, backups};
use briefing_reader::notes::{Note, Store, StoreEvent, Trouble, Writer};

use super::{moment, note, text};

#[test]
fn two_programs_write_at_once_and_see_each_others_notes() {
    let folder = tempfile::tempdir().unwrap();
    let one = Store::open(folder.path(), moment(0)).unwrap().store;
    let before = one.changes_of_others().unwrap();
    let writers: Vec<_> = (0..2)
        .map(|part| {
            let folder = folder.path().to_owned();
            std::thread::spawn(move || {
                let writer = Writer::start(&folder, || moment(0), drop);
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
    let writer = Writer::start(folder.path(), || moment(0), drop);
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

/// What a writer tells, with when.
fn watched(folder: &std::path::Path) -> (Writer, std::sync::mpsc::Receiver<StoreEvent>) {
    let (tell, told) = std::sync::mpsc::channel();
    let writer = Writer::start(folder, || moment(0), move |what| drop(tell.send(what)));
    (writer, told)
}

/// The notes that are told next, within two seconds.
fn notes_told(told: &std::sync::mpsc::Receiver<StoreEvent>) -> Vec<Note> {
    loop {
        match told.recv_timeout(std::time::Duration::from_secs(2)).expect("something is told") {
            StoreEvent::Notes(read) => return read.notes,
            StoreEvent::Over => {}
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_one_window_writes_another_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, told_one) = watched(folder.path());
    let (other, told_other) = watched(folder.path());
    assert!(notes_told(&told_one).is_empty() && notes_told(&told_other).is_empty());
    assert!(!folder.path().join("notes.sqlite").exists(), "who makes no note gets no database");

    one.save(note(1), Some(text())).wait().expect("it is kept");
    assert_eq!(notes_told(&told_other), [note(1)]);
    let texts = other.texts(vec![text().hash(), "sha256:none".to_owned()]).recv().expect("an answer");
    assert_eq!(texts.into_iter().collect::<Vec<_>>(), [(text().hash(), text())]);

    let changed = Note { comment: "Other words".to_owned(), ..note(1) };
    other.save(changed.clone(), None).wait().expect("it is kept");
    // The first telling may be of the state in which the database was made.
    let mut seen = notes_told(&told_one);
    while seen != [changed.clone()] {
        seen = notes_told(&told_one);
    }
    one.delete(changed.id).wait().expect("it is removed");
    assert_eq!(notes_told(&told_other), []);
}

#[test]
fn what_one_window_writes_another_is_told_within_a_second() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, _told_one) = watched(folder.path());
    one.save(note(0), Some(text())).wait().expect("it is kept");
    let (_other, told_other) = watched(folder.path());
    notes_told(&told_other);
    // The best of a few, since this machine may have other things to do.
    let times = (1..=5).map(|number| {
        let begun = Instant::now();
        one.save(note(number), None).wait().expect("it is kept");
        while notes_told(&told_other).len() <= number as usize {}
        begun.elapsed()
    });
    let best = times.min().expect("there are some");
    assert!(best < Duration::from_secs(1), "the soonest took {best:?}");
}

#[test]
fn a_window_that_is_open_follows_a_restored_backup_and_loses_nothing_afterwards() {
    let folder = tempfile::tempdir().expect("a folder");
    let (writer, told) = watched(folder.path());
    writer.save(note(1), Some(text())).wait().expect("it is kept");
    let backup = folder.path().join("copy.sqlite");
    Store::open(folder.path(), moment(0)).expect("it opens").store.back_up(&backup).expect("it is copied");
    writer.save(note(2), None).wait().expect("it is kept");

    let replaced =
        Store::restore(folder.path(), &backup, moment(60)).expect("it is restored").expect("a copy");
    while notes_told(&told) != [note(1)] {}
    writer.save(note(3), None).wait().expect("it is kept");
    drop(writer);
    let kept = |path: &std::path::Path| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::copy(path, folder.path().join("notes.sqlite")).expect("it is copied");
        let mut notes =
            Store::open(folder.path(), moment(0)).expect("it opens").store.notes(None).expect("read").notes;
        notes.sort_by_key(|note| note.id);
        notes
    };
    assert_eq!(kept(&folder.path().join("notes.sqlite")), [note(1), note(3)]);
    assert_eq!(kept(&replaced), [note(1), note(2)], "what was there before is kept beside");
}

/// Opens the notes of a folder from several threads at the same moment; what each was told.
fn open_at_once(folder: &std::path::Path, times: usize) -> Vec<Vec<String>> {
    let start = std::sync::Arc::new(std::sync::Barrier::new(times));
    let threads: Vec<_> = (0..times)
        .map(|_| {
            let (folder, start) = (folder.to_owned(), std::sync::Arc::clone(&start));
            std::thread::spawn(move || {
                start.wait();
                Store::open(&folder, moment(60)).expect("it opens").remarks
            })
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().expect("it ended")).collect()
}

#[test]
fn programs_that_start_at_once_make_one_backup_and_it_is_whole() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().expect("a folder");
        Store::open(folder.path(), moment(0)).expect("it opens").store.save(&note(1), Some(&text())).unwrap();
        let told = open_at_once(folder.path(), 6);
        assert!(told.iter().all(Vec::is_empty), "{told:?}");
        let made = backups(folder.path());
        assert_eq!(made.len(), 1);
        assert_eq!(made[0].notes().expect("it is good"), 1);
        let beside = std::fs::read_dir(made[0].path.parent().unwrap()).unwrap().count();
        assert_eq!(beside, 1, "nothing is left beside it");
    }
}

#[test]
fn of_programs_that_start_at_once_one_mends_what_is_damaged() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().expect("a folder");
        Store::open(folder.path(), moment(0)).expect("it opens").store.save(&note(1), Some(&text())).unwrap();
        drop(Store::open(folder.path(), moment(1)).expect("it opens"));
        std::fs::write(folder.path().join(NAME), "these are no notes".repeat(400)).unwrap();
        let told = open_at_once(folder.path(), 5);
        assert_eq!(told.iter().filter(|remarks| !remarks.is_empty()).count(), 1, "{told:?}");
        let kept = Store::open(folder.path(), moment(2)).unwrap().store.notes(None).unwrap().notes;
        assert_eq!(kept, [note(1)], "the one that was mended first is not put away as damaged");
    }
}

#[test]
fn an_order_that_breaks_off_costs_no_other_its_success() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let folder = tempfile::tempdir().expect("a folder");
    let broken = std::sync::Arc::new(AtomicBool::new(false));
    let once = std::sync::Arc::clone(&broken);
    let now = move || {
        assert!(once.swap(true, Ordering::SeqCst), "the clock is broken");
        moment(0)
    };
    let writer = Writer::start(folder.path(), now, drop);
    let why = writer.save(note(1), None).wait().expect_err("the clock is broken");
    assert!(why.to_string().contains("made a mistake") && !why.to_string().contains("clock"), "{why}");
    writer.save(note(2), None).wait().expect("it is kept");
    drop(writer);
    assert_eq!(Store::open(folder.path(), moment(1)).unwrap().store.notes(None).unwrap().notes, [note(2)]);
}
