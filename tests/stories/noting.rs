//! Making notes and keeping them, as a person does it.

use std::path::Path;

use briefing_reader::app::{App, Session};
use briefing_reader::notes::{Colour, Note, Stance, Store, Target};
use briefing_reader::view::{Command, Place, Position, Selection};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::Timestamp;

use crate::story::{
    FIRST, Story, USUAL, click, command, everything, name, names, press, press_with, window_with,
};

/// A window whose notes are kept in a folder, with the first briefing.
pub fn reading(data: &Path) -> Story {
    window_with(App::new(&["nspcc-e2ee-2021".into()], Session::load(data)), USUAL)
}

/// The notes on the disk.
pub fn kept(data: &Path) -> Vec<Note> {
    let now = Timestamp::from_second(0).expect("a moment");
    Store::open(data, now).expect("it opens").store.notes(None).expect("they are read").notes
}

/// The first paragraph of the article, by block, with its first words.
fn first_paragraph(story: &mut Story) -> (usize, String) {
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    let (block, _) = reading.page.paragraph_here().expect("there is one in view");
    (block, reading.bundle.article.blocks[block].text.clone())
}

/// Selects the first words of the first paragraph in view; returns them.
fn select(story: &mut Story, characters: usize) -> String {
    let (block, text) = first_paragraph(story);
    let place = Place::Block(block);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("a briefing is open");
    reading.page.select(Selection::new(Position::new(place, 0), Position::new(place, characters)));
    text.chars().take(characters).collect()
}

fn type_words(story: &mut Story, words: &str) {
    story.event(egui::Event::Text(words.to_owned()));
    story.run();
}

fn quote(note: &Note) -> &str {
    note.target.quote()
}

#[test]
fn highlights_what_is_selected_and_undoes_it_and_does_it_again() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    let words = select(&mut story, 24);
    command(&mut story, Command::Highlight);
    let notes = kept(data.path());
    assert_eq!((notes.len(), quote(&notes[0]), notes[0].colour), (1, words.as_str(), Colour::Yellow));
    command(&mut story, Command::Undo);
    assert!(kept(data.path()).is_empty());
    assert!(everything(&story).contains("The note is removed."));
    command(&mut story, Command::Redo);
    assert_eq!(kept(data.path()), notes);
}

#[test]
fn writes_a_note_on_a_selection_and_finds_it_in_the_margin_after_a_new_start() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    let words = select(&mut story, 30);
    command(&mut story, Command::Note);
    // One frame, a quarter of a second: how many more `run` draws is the writing thread's matter.
    story.event(egui::Event::Text("Ask the pollster for the tables.".to_owned()));
    story.step();
    assert_eq!(kept(data.path())[0].comment, "", "a letter is not yet kept as it is typed");
    story.run_steps(3);
    // A frame waits for what was ordered in the one before it.
    story.run();
    assert_eq!(kept(data.path())[0].comment, "Ask the pollster for the tables.", "but soon after");
    press(&mut story, Key::Escape);
    let card = format!("Note on “{}”: Ask the pollster for the tables.", words.trim_end());
    assert!(names(&story, Role::Button).contains(&card), "{:?}", names(&story, Role::Button));
    drop(story);
    let story = reading(data.path());
    assert!(names(&story, Role::Button).contains(&card));
}

#[test]
fn a_note_that_was_begun_and_says_nothing_goes_again() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::Note);
    assert_eq!(kept(data.path()).len(), 1);
    press(&mut story, Key::Escape);
    assert!(kept(data.path()).is_empty());
}

#[test]
fn without_a_selection_the_paragraph_or_its_sentence_is_noted() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    let (_, text) = first_paragraph(&mut story);
    command(&mut story, Command::Highlight);
    assert_eq!(quote(&kept(data.path())[0]), text);
    command(&mut story, Command::NoteOnSentence);
    type_words(&mut story, "Who?");
    press(&mut story, Key::Escape);
    let notes = kept(data.path());
    assert!(text.starts_with(quote(&notes[1])) && quote(&notes[1]).len() < text.len());
}

#[test]
fn a_bar_that_has_the_keyboard_is_noted_with_what_it_shows() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    let reading = story.state_mut().window_mut().reading.as_mut().expect("a briefing is open");
    let chart = reading.page.row_of_figure("yougov-2021/support/support").expect("a chart shows it");
    reading.page.go_to(chart);
    story.run();
    story.get_by_role_and_label(Role::ListItem, "Support: 33%").focus();
    story.run();
    command(&mut story, Command::Note);
    type_words(&mut story, "A third.");
    press(&mut story, Key::Escape);
    let note = kept(data.path()).remove(0);
    assert_eq!(note.target.name(), "yougov-2021/support/support");
    assert!(quote(&note).contains("33%"), "{}", quote(&note));
}

#[test]
fn calls_key_figures_charts_and_answers_are_noted_from_the_palette() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    for (typed, kind) in
        [("note on call 2", "call"), ("note on the chart", "figure"), ("note on 33", "key-figure")]
    {
        command(&mut story, Command::Palette);
        type_words(&mut story, typed);
        press(&mut story, Key::Enter);
        type_words(&mut story, typed);
        press(&mut story, Key::Escape);
        let note = kept(data.path()).pop().expect("a note");
        assert_eq!((note.target.kind(), note.comment.as_str()), (kind, typed));
    }
    command(&mut story, Command::NoteOnBriefing);
    type_words(&mut story, "All of it.");
    press(&mut story, Key::Escape);
    assert_eq!(kept(data.path()).pop().expect("a note").target, Target::Briefing);
}

#[test]
fn notes_stand_under_their_call_and_their_chart_where_there_is_no_margin() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    for typed in ["note on call 2", "note on the chart"] {
        command(&mut story, Command::Palette);
        type_words(&mut story, typed);
        press(&mut story, Key::Enter);
        type_words(&mut story, typed);
        press(&mut story, Key::Escape);
    }
    for (view, said, other) in [
        (Command::Calls, "note on call 2", "note on the chart"),
        (Command::Polls, "note on the chart", "note on call 2"),
    ] {
        command(&mut story, view);
        let cards = || names(&story, Role::Button);
        let found = cards().into_iter().find(|name| name.contains(said)).expect("the card is there");
        assert!(!cards().iter().any(|name| name.contains(other)), "{:#?}", cards());
        click(&mut story, Role::Button, &found);
        assert_eq!(story.get_by_role(Role::MultilineTextInput).value().as_deref(), Some(said));
        click(&mut story, Role::Button, "Done");
    }
}

#[test]
fn a_call_gets_a_stance_and_a_reply() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::Palette);
    type_words(&mut story, "note on call 1");
    press(&mut story, Key::Enter);
    type_words(&mut story, "Who pays?");
    click(&mut story, Role::RadioButton, "Doubt");
    click(&mut story, Role::Button, "Done");
    let note = kept(data.path()).remove(0);
    assert_eq!((note.stance.map(Stance::name), note.comment.as_str()), (Some("doubt"), "Who pays?"));
}

#[test]
fn colour_and_tags_are_chosen_and_tags_are_completed() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    select(&mut story, 10);
    command(&mut story, Command::Note);
    click(&mut story, Role::RadioButton, "Green");
    story.get_by_role_and_label(Role::TextInput, "Add a tag").focus();
    story.run();
    type_words(&mut story, "privacy");
    press(&mut story, Key::Enter);
    click(&mut story, Role::Button, "Done");
    let note = kept(data.path()).remove(0);
    assert_eq!((note.colour, note.tags.as_slice()), (Colour::Green, ["privacy".to_owned()].as_slice()));

    command(&mut story, Command::NoteOnBriefing);
    story.get_by_role_and_label(Role::TextInput, "Add a tag").focus();
    story.run();
    type_words(&mut story, "pri");
    click(&mut story, Role::Button, "Add the tag privacy");
    assert_eq!(kept(data.path())[1].tags, ["privacy"]);
    click(&mut story, Role::Button, "Remove the tag privacy");
    assert!(kept(data.path())[1].tags.is_empty());
}

#[test]
fn a_note_that_is_deleted_comes_back_with_ctrl_z() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::NoteOnBriefing);
    type_words(&mut story, "Keep me.");
    click(&mut story, Role::Button, "Delete note");
    assert!(kept(data.path()).is_empty());
    command(&mut story, Command::Undo);
    assert_eq!(kept(data.path())[0].comment, "Keep me.");
}

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
    assert!(call.is_some_and(|call| crate::story::in_view(&story, &call)));
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
    assert!(call.is_some_and(|call| crate::story::in_view(&story, &call)));
}

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
fn letters_typed_in_a_note_do_nothing_else() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    command(&mut story, Command::NoteOnBriefing);
    type_words(&mut story, "One");
    press_with(&mut story, Modifiers::COMMAND, Key::Z);
    assert_eq!(kept(data.path()).len(), 1, "Ctrl+Z in a field is the field's");
    let field = story.get_by_label("Comment");
    assert!(field.accesskit_node().is_focused());
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
    assert!(call.is_some_and(|call| crate::story::in_view(&story, &call)));
}

#[test]
fn a_comparison_is_noted_by_its_name() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = reading(data.path());
    story.state_mut().compare_topic("encryption-support");
    story.run();
    click(&mut story, Role::Button, "Note…");
    type_words(&mut story, "Two questions, not one.");
    press(&mut story, Key::Escape);
    let note = kept(data.path()).remove(0);
    assert_eq!((note.target.kind(), note.comment.as_str()), ("comparison", "Two questions, not one."));
    command(&mut story, Command::Read);
    command(&mut story, Command::Notes);
    let go = story.get_all_by_role(Role::Button).find(|node| name(node).starts_with("Go to the comparison"));
    go.expect("a way there").click();
    story.run();
    assert!(names(&story, Role::Document).contains(&"Compare".to_owned()));
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
    assert!(crate::story::chosen(&story, Role::RadioButton, "Markdown"));
    assert!(crate::story::chosen(&story, Role::RadioButton, "APA"));
}

#[test]
fn an_address_leads_to_its_place() {
    let at_call = "briefing:nspcc-e2ee-2021?edition=1#call:risky-design";
    let story = window_with(App::new(&[at_call.into()], Session::default()), USUAL);
    let call = story.get_all_by_role(Role::Heading).find(|node| name(node).starts_with("Call 5"));
    assert!(call.is_some_and(|call| crate::story::in_view(&story, &call)));

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
