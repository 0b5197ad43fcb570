//! Two windows on one data folder, at the same notes.

use std::time::{Duration, Instant};

use briefing_reader::view::actions::Command;
use egui::Key;
use egui::accesskit::Role;

use super::noting::{kept, reading};
use super::story::{Story, click, command, everything, names, press};

fn type_words(story: &mut Story, words: &str) {
    story.event(egui::Event::Text(words.to_owned()));
    story.run();
}

/// Waits until a window shows words that another one wrote.
fn wait_for(story: &mut Story, words: &str) {
    let begun = Instant::now();
    while !everything(story).contains(words) {
        assert!(begun.elapsed().as_secs() < 5, "{words} never came");
        story.step();
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn undoing_in_one_window_leaves_what_was_written_since_in_another() {
    let data = tempfile::tempdir().expect("a folder");
    let (mut one, mut other) = (reading(data.path()), reading(data.path()));
    command(&mut one, Command::NoteOnBriefing);
    type_words(&mut one, "From the first.");
    press(&mut one, Key::Escape);
    wait_for(&mut other, "From the first.");
    let card = names(&other, Role::Button).into_iter().find(|name| name.contains("From the first."));
    click(&mut other, Role::Button, &card.expect("it is in the margin"));
    press(&mut other, Key::End);
    type_words(&mut other, " And from the other.");
    press(&mut other, Key::Escape);
    wait_for(&mut one, "And from the other.");

    command(&mut one, Command::Undo);
    assert_eq!(kept(data.path())[0].comment, "From the first. And from the other.");
    assert!(everything(&one).contains("It was changed since in another window"), "{}", everything(&one));
    // The window that wrote them can take them back.
    command(&mut other, Command::Undo);
    assert_eq!(kept(data.path())[0].comment, "From the first.");
}
