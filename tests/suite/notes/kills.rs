//! A program that is killed at any moment loses no note that it had shown as saved.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use briefing_reader::notes::{Store, Writer};

use super::{moment, note, text};

/// Tells this program to play the part that is killed, in the folder named.
const PART: &str = "BRIEFING_READER_TEST_WRITES_IN";
const FIRST: &str = "BRIEFING_READER_TEST_BEGINS_WITH";

/// How often the program is killed, in each of several folders.
const KILLS: u64 = 100;
const FOLDERS: u64 = 3;

/// The part that is killed: keeps, changes and removes notes until the end, and says what is saved.
#[test]
fn plays_the_part_that_is_killed() {
    let (Ok(folder), Ok(first)) = (std::env::var(PART), std::env::var(FIRST)) else { return };
    let first: u64 = first.parse().expect("a number");
    let writer = Writer::start(Path::new(&folder), || moment(0), drop);
    let mut out = std::io::stdout();
    for number in first.. {
        let mut note = note(number);
        writer.save(note.clone(), Some(text())).wait().expect("it is saved");
        writeln!(out, "saved {number}").and_then(|()| out.flush()).expect("somebody listens");
        // As while typing: the same note again and again.
        note.comment.push_str(" – and more");
        writer.save(note.clone(), None).wait().expect("it is saved");
        writeln!(out, "changed {number}").and_then(|()| out.flush()).expect("somebody listens");
        if number % 7 == 0 {
            writer.delete(note.id).wait().expect("it is removed");
            writeln!(out, "removed {number}").and_then(|()| out.flush()).expect("somebody listens");
        }
    }
}

#[test]
fn three_hundred_kills_lose_no_note_that_was_shown_as_saved() {
    let parts: Vec<_> = (0..FOLDERS)
        .map(|part| std::thread::spawn(move || kill_again_and_again(0x2545_f491_4f6c_dd1d << part)))
        .collect();
    for part in parts {
        part.join().expect("nothing is lost");
    }
}

fn kill_again_and_again(mut chance: u64) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let mut told: Vec<(String, u64)> = Vec::new();
    for kill in 0..KILLS {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let mut program = Command::new(std::env::current_exe().expect("it runs"))
            .args(["--exact", "notes::kills::plays_the_part_that_is_killed", "--nocapture"])
            .env(PART, folder.path())
            .env(FIRST, (kill * 10_000).to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut lines = BufReader::new(program.stdout.take().expect("it is piped"));
        // Some are killed while they open, most while they write.
        if kill % 10 != 0 {
            let mut line = String::new();
            while !line.contains("saved") && lines.read_line(&mut line).expect("it is text") > 0 {}
            remember(&line, &mut told);
        }
        std::thread::sleep(Duration::from_micros(chance % 25_000));
        program.kill().expect("it can be killed");
        program.wait().expect("it ended");
        let mut rest = String::new();
        lines.read_to_string(&mut rest).expect("it is text");
        remember(&rest, &mut told);
    }
    assert!(told.len() as u64 > KILLS, "only {} things were told", told.len());

    let opened = Store::open(folder.path(), moment(0)).expect("it opens");
    assert_eq!(opened.store.faults().expect("it can be read"), Vec::<String>::new());
    let read = opened.store.notes(None).expect("it can be read");
    assert!(read.unreadable.is_empty() && opened.remarks.is_empty(), "{:?}", opened.remarks);
    for (index, (what, number)) in told.iter().enumerate() {
        let kept = read.notes.iter().find(|kept| kept.id == note(*number).id);
        let was_removed = told[index..].contains(&("removed".to_owned(), *number));
        match (what.as_str(), kept) {
            ("removed", kept) => assert!(kept.is_none(), "{number} is there again"),
            // A removal may have been under way when it was killed.
            (_, None) => assert!(was_removed || number % 7 == 0, "{number} was {what} and is lost"),
            ("changed", Some(kept)) => assert!(kept.comment.ends_with("and more"), "{number} is the old one"),
            (_, Some(_)) => {}
        }
    }
}

/// The lines `saved 12`; one that breaks off was not shown.
fn remember(lines: &str, told: &mut Vec<(String, u64)>) {
    for line in lines.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
        // The test harness writes a word of its own before the first line.
        let words: Vec<&str> = line.split_whitespace().rev().take(2).collect();
        if let [number, what] = words[..]
            && ["saved", "changed", "removed"].contains(&what)
            && let Ok(number) = number.parse()
        {
            told.push((what.to_owned(), number));
        }
    }
}
