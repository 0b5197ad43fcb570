//! Notes are never lost: killed programs, full disks, damaged files, several programs at once.

mod annotations;
mod command_line;
mod damage;
mod documents;
mod exchange;
mod kills;
#[cfg(target_os = "linux")]
mod linux;
mod named;
mod placed;
mod references;
mod settled;
mod several;
mod typed;
#[cfg(unix)]
mod unix;

use std::path::Path;
use std::process::{Command, Output};

use briefing_reader::notes::{Colour, EditionText, Note, Passage, Target, new_id};
use jiff::Timestamp;

/// Runs `briefing-reader notes` on a data folder.
fn notes(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-reader"))
        .args(["--data-dir", data.to_str().unwrap(), "notes"])
        .args(arguments)
        .env("NO_COLOR", "1")
        .output()
        .expect("it starts")
}

/// A moment, so many seconds after another.
fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + seconds).expect("it is a moment")
}

/// The text that the notes of these tests are on.
fn text() -> EditionText {
    EditionText::from_stored("54% said that respite care helps.\nNobody asked the others.".to_owned())
}

/// A note on the text, told from others by its number.
fn note(number: u64) -> Note {
    let mut chance = [0; 10];
    chance[2..].copy_from_slice(&number.to_be_bytes());
    let now = moment(number as i64);
    Note {
        id: new_id(now, chance),
        briefing: "care".to_owned(),
        title: "Care".to_owned(),
        edition: 1,
        text_hash: text().hash(),
        target: Target::Passage(Passage::at(&text(), 0..8).expect("there are words")),
        comment: format!("Comment {number}: “{}”", "well ".repeat(number as usize % 50)),
        tags: vec!["respite".to_owned()],
        colour: Colour::Yellow,
        stance: None,
        settled: None,
        created: now,
        modified: now,
    }
}
