//! Finding notes again, and taking along what they stand on.

use briefing_reader::app::{App, Session};
use briefing_reader::notes::{Note, Store};
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::noting::{first_paragraph, kept, reading, select, type_words};
use super::story::{Story, USUAL, click, command, everything, name, names, press, window_with};

#[test]
fn the_outline_says_where_notes_are_and_keys_step_through_them() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::Palette);
    type_words(&mut story, "note on call 3");
    press(&mut story, Key::Enter);
    type_words(&mut story, "Three.");
    press(&mut story, Key::Escape);
    let entries = names(&story, Role::TreeItem);
    assert!(entries.iter().any(|entry| entry.ends_with(", 1 note")), "{entries:?}");
    command(&mut story, Command::NextNote);
    assert!(story.query_by_label("Reply").is_some(), "the card of the note on the call is open");
    let call = story.get_all_by_role(Role::Heading).find(|node| name(node).starts_with("Call 3"));
    assert!(call.is_some_and(|call| super::story::in_view(&story, &call)));
}

#[test]
fn the_notes_view_filters_and_goes_to_the_place() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    for (typed, words) in [("note on call 3", "Third call."), ("note on call 1", "First call.")] {
        command(&mut story, Command::Palette);
        type_words(&mut story, typed);
        press(&mut story, Key::Enter);
        type_words(&mut story, words);
        press(&mut story, Key::Escape);
    }
    command(&mut story, Command::Notes);
    assert!(everything(&story).contains("2 notes on this briefing."));
    story.get_by_label("Filter notes by words").focus();
    story.run();
    type_words(&mut story, "third");
    let notes: Vec<String> =
        names(&story, Role::Button).into_iter().filter(|name| name.starts_with("Note on")).collect();
    assert!(notes.len() == 1 && notes[0].contains("Third call."), "{notes:?}");
    let go = story.get_all_by_role(Role::Button).find(|node| name(node).starts_with("Go to "));
    go.expect("a way to the place").click();
    story.run();
    let call = story.get_all_by_role(Role::Heading).find(|node| name(node).starts_with("Call 3"));
    assert!(call.is_some_and(|call| super::story::in_view(&story, &call)));
}

#[test]
fn find_goes_to_a_note() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::Palette);
    type_words(&mut story, "note on call 4");
    press(&mut story, Key::Enter);
    type_words(&mut story, "Zanzibar");
    press(&mut story, Key::Escape);
    press(&mut story, Key::Home);
    command(&mut story, Command::Find);
    type_words(&mut story, "zanzibar");
    assert!(everything(&story).contains("1 of 1"));
    let call = story.get_all_by_role(Role::Heading).find(|node| name(node).starts_with("Call 4"));
    assert!(call.is_some_and(|call| super::story::in_view(&story, &call)));
}

fn copied(story: &Story) -> Option<String> {
    let commands = &story.output().platform_output.commands;
    commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn copies_words_with_their_reference() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    let words = select(&mut story, 24);
    story.event(egui::Event::ModifiersChanged(Modifiers::COMMAND | Modifiers::SHIFT));
    story.step();
    story.event(egui::Event::Copy);
    story.step();
    let text = copied(&story).expect("something is copied");
    assert!(
        text.starts_with(&format!("“{}” (", words.trim_end()))
            && text.contains("Available at: briefing:nspcc"),
        "{text}"
    );
}

#[test]
fn notes_that_are_listed_are_saved_as_they_were_saved_last() {
    let data = tempfile::tempdir().expect("a folder");
    let to = data.path().join("away.md");
    let mut story = reading(data.path());
    command(&mut story, Command::NoteOnBriefing);
    type_words(&mut story, "All of it.");
    press(&mut story, Key::Escape);
    command(&mut story, Command::Palette);
    type_words(&mut story, "note on call 2");
    press(&mut story, Key::Enter);
    type_words(&mut story, "Not this one.");
    press(&mut story, Key::Escape);
    story.state_mut().save_to(to.clone());
    command(&mut story, Command::Notes);
    story.get_by_label("Filter notes by words").focus();
    story.run();
    type_words(&mut story, "all of");
    click(&mut story, Role::Button, "Export…");
    click(&mut story, Role::RadioButton, "Markdown");
    click(&mut story, Role::RadioButton, "APA");
    assert!(everything(&story).contains("What it will say"));
    click(&mut story, Role::Button, "Save 1 note…");
    let begun = std::time::Instant::now();
    while !everything(&story).contains("Saved as") {
        assert!(begun.elapsed().as_secs() < 10, "it was not saved");
        std::thread::sleep(std::time::Duration::from_millis(10));
        story.step();
    }
    let saved = std::fs::read_to_string(&to).expect("it is there");
    assert!(saved.contains("All of it.") && !saved.contains("Not this one."), "{saved}");
    assert!(saved.contains("References (APA)"), "{saved}");
    story.state_mut().remember();
    drop(story);

    let mut story = reading(data.path());
    command(&mut story, Command::Notes);
    click(&mut story, Role::Button, "Export…");
    assert!(super::story::chosen(&story, Role::RadioButton, "Markdown"));
    assert!(super::story::chosen(&story, Role::RadioButton, "APA"));
}

#[test]
fn an_address_leads_to_its_place() {
    let at_call = "briefing:nspcc-e2ee-2021?edition=1#call:risky-design";
    let story = window_with(App::new(&[at_call.into()], Session::default()), USUAL);
    let call = story.get_all_by_role(Role::Heading).find(|node| name(node).starts_with("Call 5"));
    assert!(call.is_some_and(|call| super::story::in_view(&story, &call)));

    let other = "briefing:nspcc-e2ee-2021?edition=7#205-240";
    let story = window_with(App::new(&[other.into()], Session::default()), USUAL);
    assert!(everything(&story).contains("The address is of edition 7, and this is edition 1"));

    let story = window_with(App::new(&["briefing:nobody".into()], Session::default()), USUAL);
    assert!(everything(&story).contains("No briefing “nobody” is open or on the shelf"));
}

#[test]
fn a_screen_reader_hears_which_paragraph_has_a_note() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    let (_, text) = first_paragraph(&mut story);
    select(&mut story, 12);
    command(&mut story, Command::Note);
    type_words(&mut story, "Look this up.");
    press(&mut story, Key::Escape);
    let paragraph = story.get_by_label(&text);
    let told = paragraph.accesskit_node().description().unwrap_or_default();
    assert!(told.starts_with("Note on “") && told.ends_with("Look this up."), "{told}");
}

#[test]
fn a_screen_reader_hears_of_all_notes_also_of_those_that_are_scrolled_away() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::NoteOnBriefing);
    type_words(&mut story, "The first.");
    press(&mut story, Key::Escape);
    drop(story);
    let first = kept(data.path()).remove(0);
    let mut store = Store::open(data.path(), first.created).expect("it opens").store;
    let more: Vec<Note> = (1..60_u128)
        .map(|number| Note {
            id: uuid::Uuid::from_u128(first.id.as_u128() + number),
            comment: format!("Note number {number}."),
            ..first.clone()
        })
        .collect();
    store.save_all(&more, None).expect("they are saved");
    drop(store);
    let mut story = reading(data.path());
    command(&mut story, Command::Notes);
    let heard: Vec<String> = story.query_all_by(|_| true).map(|node| name(&node)).collect();
    let heard = heard.join("\n");
    for number in [1, 30, 59] {
        assert!(heard.contains(&format!("Note number {number}.")), "{number} in\n{heard}");
    }
}
