//! Notes are kept, whatever happens beside.

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use super::noting::{kept, reading, select, type_words};
use super::story::{FIRST, USUAL, click, command, everything, press, window_with};

#[test]
fn two_windows_see_each_others_notes() {
    let data = tempfile::tempdir().expect("a folder");
    let mut one = reading(data.path());
    let mut other = reading(data.path());
    select(&mut one, 12);
    command(&mut one, Command::Note);
    type_words(&mut one, "From the other window.");
    press(&mut one, Key::Escape);
    let begun = std::time::Instant::now();
    while !everything(&other).contains("From the other window.") {
        assert!(begun.elapsed().as_secs() < 5, "it never came");
        other.step();
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_word_that_is_typed_is_kept_though_the_window_closes_at_once() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::NoteOnBriefing);
    story.event(egui::Event::Text("At the last moment".to_owned()));
    story.step();
    story.state_mut().remember();
    drop(story);
    assert_eq!(kept(data.path())[0].comment, "At the last moment");
}

#[test]
fn a_window_without_a_folder_says_that_notes_are_not_kept() {
    let mut story = window_with(App::new(&[], Session::default()), USUAL);
    click(&mut story, Role::Button, FIRST);
    command(&mut story, Command::Highlight);
    assert!(everything(&story).contains("Notes last only as long as this window"));
}

#[test]
fn a_note_is_written_while_another_program_holds_the_database() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    select(&mut story, 12);
    command(&mut story, Command::Highlight);
    let other = rusqlite::Connection::open(data.path().join("notes.sqlite")).expect("it is there");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    story.state_mut().never_wait();
    select(&mut story, 30);
    command(&mut story, Command::Note);
    let begun = std::time::Instant::now();
    while story.query_by_label("Comment").is_none() {
        assert!(
            begun.elapsed().as_secs() < 3,
            "the card waits for the other program, which is given 5 seconds"
        );
        std::thread::sleep(std::time::Duration::from_millis(10));
        story.step();
    }
    type_words(&mut story, "While it is held.");
    assert_eq!(story.get_by_label("Comment").accesskit_node().value().as_deref(), Some("While it is held."));
    other.execute_batch("ROLLBACK").expect("it lets go");
    while !kept(data.path()).iter().any(|note| note.comment == "While it is held.") {
        assert!(begun.elapsed().as_secs() < 20, "it is kept as soon as the other lets go");
        std::thread::sleep(std::time::Duration::from_millis(50));
        story.step();
    }
}

#[test]
fn what_cannot_be_kept_stays_on_screen_and_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    // A file stands where the folder would be.
    let data = folder.path().join("data");
    std::fs::write(&data, "not a folder").expect("it is written");
    let mut story = reading(&data);
    command(&mut story, Command::NoteOnBriefing);
    type_words(&mut story, "Do not lose me.");
    for _ in 0..4 {
        story.step();
    }
    let seen = everything(&story);
    assert!(seen.contains("A note could not be saved") && seen.contains("Not saved: "), "{seen}");
    let field = story.get_by_label("Comment");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Do not lose me."));
    // The folder can be written now.
    std::fs::remove_file(&data).expect("it is removed");
    click(&mut story, Role::Button, "Try again");
    story.run();
    assert_eq!(kept(&data)[0].comment, "Do not lose me.");
    let seen = everything(&story);
    assert!(!seen.contains("Not saved: ") && !seen.contains("A note could not be saved"), "{seen}");
}
