//! Closing a window while a note is not saved: it says so, and the words can be taken along.

use std::fs;

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Event, Key, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};

use super::noting::{kept, reading};
use super::story::{Story, USUAL, command, everything, names, press, window_with};

fn write(story: &mut Story, words: &str) {
    command(story, Command::NoteOnBriefing);
    story.event(Event::Text(words.to_owned()));
    story.step();
}

/// The window manager asks the window to close; whether it does, then or by itself in a later frame.
fn closes(story: &mut Story) -> bool {
    let viewport = story.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("there is a window");
    viewport.events.push(ViewportEvent::Close);
    story.step();
    let viewport = story.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("there is a window");
    viewport.events.clear();
    !commands(story).contains(&ViewportCommand::CancelClose) || closes_itself(story)
}

fn commands(story: &Story) -> Vec<ViewportCommand> {
    story.output().viewport_output[&ViewportId::ROOT].commands.clone()
}

fn closes_itself(story: &mut Story) -> bool {
    (0..5).any(|_| {
        story.step();
        commands(story).contains(&ViewportCommand::Close)
    })
}

#[test]
fn a_window_whose_notes_are_saved_closes_at_once() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    write(&mut story, "At the last moment");
    story.get_by_role_and_label(Role::TextInput, "Add a tag").focus();
    story.step();
    story.event(Event::Text("half typed".to_owned()));
    story.step();
    assert!(closes(&mut story));
    let note = kept(data.path()).remove(0);
    assert_eq!((note.comment.as_str(), note.tags), ("At the last moment", vec!["half typed".to_owned()]));
}

#[test]
fn a_window_stays_while_a_note_is_not_saved_and_hands_out_its_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    // A file stands where the folder would be.
    fs::write(&data, "not a folder").expect("it is written");
    let mut story = reading(&data);
    write(&mut story, "Do not lose me.");
    assert!(!closes(&mut story));
    let seen = everything(&story);
    for words in [
        "A note is not saved",
        "The whole briefing",
        "Do not lose me.",
        "a file is where its folder should be",
    ] {
        assert!(seen.contains(words), "{words} in\n{seen}");
    }
    assert_eq!(names(&story, Role::AlertDialog), ["A note is not saved"]);

    story.get_by_role_and_label(Role::Button, "Copy the text").click();
    story.step();
    let copied = story.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("the words are on the clipboard");
    assert!(
        copied.contains("Do not lose me.") && copied.contains("Encryption and children’s safety"),
        "{copied}"
    );

    // It is asked again, and stays again; Escape leaves the window as it was, with the note open.
    assert!(!closes(&mut story));
    press(&mut story, Key::Escape);
    assert!(names(&story, Role::AlertDialog).is_empty());
    assert_eq!(story.get_by_label("Comment").accesskit_node().value().as_deref(), Some("Do not lose me."));
    assert!(!closes(&mut story));
    // There is room now.
    fs::remove_file(&data).expect("it is removed");
    story.get_by_role_and_label(Role::Button, "Try again").click();
    assert!(closes_itself(&mut story));
    assert_eq!(kept(&data)[0].comment, "Do not lose me.");
}

#[test]
fn a_window_closes_without_a_note_where_the_person_says_so() {
    let mut story = window_with(App::new(&["nspcc-e2ee-2021".into()], Session::default()), USUAL);
    write(&mut story, "There is no folder.");
    assert!(!closes(&mut story));
    assert!(everything(&story).contains("There is no folder to keep notes in"), "{}", everything(&story));
    story.get_by_role_and_label(Role::Button, "Close without saving").click();
    assert!(closes_itself(&mut story));
    assert!(closes(&mut story), "and is not asked again");
}

#[test]
fn a_note_that_was_begun_and_says_nothing_holds_no_window() {
    let mut story = window_with(App::new(&["nspcc-e2ee-2021".into()], Session::default()), USUAL);
    command(&mut story, Command::NoteOnBriefing);
    assert!(closes(&mut story));
    assert!(names(&story, Role::AlertDialog).is_empty());
}
