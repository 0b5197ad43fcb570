//! Making notes, as a person does it.

use std::path::Path;

use briefing_reader::app::{App, Session};
use briefing_reader::notes::{Colour, Note, Stance, Store, Target};
use briefing_reader::view::actions::Command;
use briefing_reader::view::{Place, Position, Selection};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::Timestamp;

use super::story::{Story, USUAL, click, command, everything, name, names, press, press_with, window_with};

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
pub fn first_paragraph(story: &mut Story) -> (usize, String) {
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    let (block, _) = reading.page.paragraph_here().expect("there is one in view");
    (block, reading.bundle.article.blocks[block].text.clone())
}

/// Selects the first words of the first paragraph in view; returns them.
pub fn select(story: &mut Story, characters: usize) -> String {
    let (block, text) = first_paragraph(story);
    let place = Place::Block(block);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("a briefing is open");
    reading.page.select(Selection::new(Position::new(place, 0), Position::new(place, characters)));
    text.chars().take(characters).collect()
}

pub fn type_words(story: &mut Story, words: &str) {
    story.event(egui::Event::Text(words.to_owned()));
    story.run();
}

pub fn quote(note: &Note) -> &str {
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
