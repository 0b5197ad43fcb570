//! A new edition of a briefing that has notes: old beside new, and a decision with one key.

use std::fs;
use std::path::Path;

use briefing_reader::app::{App, Session};
use briefing_reader::notes::{Note, Target};
use briefing_reader::view::actions::Command;
use briefing_reader::view::{Place, Position, Selection};
use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::kittest::Queryable;

use super::noting::kept;
use super::story::{Story, USUAL, click, command, everything, name, names, press, window_with};

const OLD: &str = "## Poll\n\nOf the public, 54% said that respite care helps.\n\nA charity asked for it.\n\nNobody asked the carers what they thought of it.\n";
const NEW: &str = "## Poll\n\nOf the public, 57% said that respite care helps.\n\nA charity asked for it.\n";

fn write(folder: &Path, edition: u32, article: &str, share: u32) {
    let manifest = format!(
        "Briefing(format: 1, id: \"care\", edition: {edition}, title: \"Care\", article: \"article.md\",\n\
         sources: [Source(id: \"s\", title: \"Tables\", publisher: \"P\", url: \"https://example.org\")],\n\
         polls: [Poll(id: \"p\", source: \"s\", questions: [Question(id: \"q\", title: \"Does it help?\", answers: [\n\
         Answer(id: \"yes\", label: \"Yes\", value: Percent({share}), printed: \"{share}%\")])])])"
    );
    fs::create_dir_all(folder).expect("it is made");
    fs::write(folder.join("briefing.ron"), manifest).expect("it is written");
    fs::write(folder.join("article.md"), article).expect("it is written");
}

fn open(briefing: &Path, data: &Path) -> Story {
    window_with(App::new(&[briefing.to_owned()], Session::load(data)), USUAL)
}

/// Notes on the changing figure, on words that go, on words that stay, and on the poll's answer.
fn four_notes(story: &mut Story) {
    for (block, from, to) in [(1, 15, 23), (3, 0, 24), (2, 2, 9)] {
        let place = Place::Block(block);
        let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
        reading.page.select(Selection::new(Position::new(place, from), Position::new(place, to)));
        command(story, Command::Highlight);
    }
    command(story, Command::Palette);
    story.event(egui::Event::Text("note on yes".to_owned()));
    story.run();
    press(story, Key::Enter);
    story.event(egui::Event::Text("Cite this.".to_owned()));
    story.run();
    press(story, Key::Escape);
}

#[test]
fn a_new_edition_tells_what_became_of_each_note_and_loses_none() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write(folder.path(), 1, OLD, 54);
    let mut story = open(folder.path(), data.path());
    four_notes(&mut story);
    assert_eq!(kept(data.path()).len(), 4);
    let quotes: Vec<String> = kept(data.path()).iter().map(|note| note.target.quote().to_owned()).collect();
    assert_eq!(quotes[..3], ["54% said", "Nobody asked the carers ".trim(), "charity"]);
    drop(story);

    write(folder.path(), 2, NEW, 57);
    let mut story = open(folder.path(), data.path());
    let counts =
        "Of 4 notes: 1 unchanged, 0 moved, 2 changed, 0 with several possible places, 1 without a place.";
    assert!(
        everything(&story).contains(&format!("Your evidence changed. {counts}")),
        "{}",
        everything(&story)
    );
    command(&mut story, Command::Notes);
    let seen = everything(&story);
    for words in [counts, "54% said", "57% said", "Does it help (Yes: 54%)", "Nobody asked the carers"] {
        assert!(seen.contains(words), "{words} in\n{seen}");
    }

    // One key each, for the change that has the keyboard; nobody went to one, so it is the first.
    let listed = everything(&story);
    let first =
        if listed.find("54% said") < listed.find("Does it help (Yes: 54%)") { "54% said" } else { "Does it" };
    press(&mut story, Key::A);
    let settled = kept(data.path()).into_iter().find(|note| note.settled.is_some()).expect("one is settled");
    assert!(settled.target.quote().starts_with(first), "{first} was listed first, {settled:?} was accepted");
    press(&mut story, Key::A);
    press(&mut story, Key::K);
    assert!(!everything(&story).contains("Your evidence changed"), "{}", everything(&story));
    let after: Vec<Note> = kept(data.path());
    assert_eq!(after.len(), 4);
    let still: Vec<&str> = after.iter().map(|note| note.target.quote()).collect();
    assert_eq!(still, quotes.iter().map(String::as_str).collect::<Vec<_>>(), "what they hung on is kept");
    let settled = after.iter().filter_map(|note| note.settled.as_ref()?.target.as_ref());
    let now: Vec<&str> = settled.map(Target::quote).collect();
    assert!(now.contains(&"57% said") && now.iter().any(|quote| quote.contains("57%")), "{now:?}");
    command(&mut story, Command::Undo);
    assert!(everything(&story).contains("Your evidence changed"), "a decision is undone like anything else");
}

#[test]
fn an_orphan_is_attached_to_what_is_selected() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write(folder.path(), 1, OLD, 54);
    let mut story = open(folder.path(), data.path());
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    let place = Place::Block(3);
    reading.page.select(Selection::new(Position::new(place, 0), Position::new(place, 23)));
    command(&mut story, Command::Highlight);
    drop(story);
    write(folder.path(), 2, NEW, 54);
    let mut story = open(folder.path(), data.path());
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    let place = Place::Block(2);
    reading.page.select(Selection::new(Position::new(place, 0), Position::new(place, 9)));
    command(&mut story, Command::Notes);
    click(&mut story, Role::Button, "Attach to the selection");
    let note = kept(data.path()).remove(0);
    assert_eq!(note.target.quote(), "Nobody asked the carers");
    assert_eq!(note.settled.and_then(|settled| settled.target).expect("a place").quote(), "A charity");
    assert!(!names(&story, Role::Button).contains(&"Attach to the selection".to_owned()));
}

/// A window of this size with the new edition, after the four notes were made on the old one.
fn in_the_new_edition(folder: &Path, data: &Path, size: Vec2) -> Story {
    write(folder, 1, OLD, 54);
    let mut story = open(folder, data);
    four_notes(&mut story);
    drop(story);
    write(folder, 2, NEW, 57);
    window_with(App::new(&[folder.to_owned()], Session::load(data)), size)
}

/// The words of what has the keyboard.
fn focused(story: &Story) -> String {
    let node = story.query_all_by(|node| node.is_focused() && node.role() != Role::Window).next();
    node.map_or_else(String::new, |node| name(&node))
}

#[test]
fn one_key_decides_about_the_change_that_has_the_keyboard() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let mut story = in_the_new_edition(folder.path(), data.path(), USUAL);
    command(&mut story, Command::Notes);
    for _ in 0..40 {
        press(&mut story, Key::Tab);
        if focused(&story).starts_with("Its place is gone") {
            break;
        }
    }
    let heard = focused(&story);
    assert!(
        heard.contains("Edition 1: Nobody asked the carers. This edition: nothing.")
            && heard.ends_with("K keeps the note without a place."),
        "{heard}"
    );
    // The keys are named beside the one that they belong to, and nowhere else.
    let keeps = |story: &Story| {
        let names = names(story, Role::Button);
        let keeps = names.into_iter().filter(|name| name.starts_with("Keep without a place"));
        keeps.collect::<Vec<_>>()
    };
    assert_eq!(keeps(&story), ["Keep without a place", "Keep without a place", "Keep without a place (K)"]);
    press(&mut story, Key::K);
    let settled: Vec<Note> = kept(data.path()).into_iter().filter(|note| note.settled.is_some()).collect();
    assert_eq!(settled.len(), 1);
    assert_eq!(settled[0].target.quote(), "Nobody asked the carers");
    // The keyboard goes on to the change before, since it was the last, and stays there.
    let next = focused(&story);
    assert!(next.contains("has changed") && next.contains("A takes what is there now"), "{next}");
    assert_eq!(keeps(&story), ["Keep without a place", "Keep without a place (K)"]);
    press(&mut story, Key::A);
    let last = focused(&story);
    assert!(last.contains("has changed") && last != next, "{last}");
    assert_eq!(keeps(&story), ["Keep without a place (K)"]);
}

#[test]
fn a_change_that_is_kept_without_a_place_marks_nothing_on_the_page() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let mut story = in_the_new_edition(folder.path(), data.path(), USUAL);
    command(&mut story, Command::Notes);
    let changed = |story: &Story| {
        let names = names(story, Role::Group);
        names.iter().position(|name| name.contains("54% said")).expect("it is among the changes")
    };
    for _ in 0..changed(&story) {
        press(&mut story, Key::A);
    }
    press(&mut story, Key::K);
    let seen = everything(&story);
    assert!(seen.contains("0 moved, ") && seen.contains("2 without a place."), "{seen}");
    assert!(seen.contains("“54% said”. Kept without a place"), "{seen}");
    command(&mut story, Command::Read);
    let marked = |story: &mut Story| {
        let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
        reading.notes.marks(1).len()
    };
    assert_eq!(marked(&mut story), 0, "57% stands there now");
    command(&mut story, Command::Undo);
    assert_eq!(marked(&mut story), 1);
}

#[test]
fn a_change_that_is_not_in_view_is_not_decided_about_unseen() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let mut story = in_the_new_edition(folder.path(), data.path(), vec2(900.0, 300.0));
    command(&mut story, Command::Notes);
    press(&mut story, Key::End);
    press(&mut story, Key::A);
    assert!(kept(data.path()).iter().all(|note| note.settled.is_none()), "it was brought into view");
    assert!(focused(&story).contains("A takes what is there now"), "{}", focused(&story));
    press(&mut story, Key::A);
    assert_eq!(kept(data.path()).iter().filter(|note| note.settled.is_some()).count(), 1);
}

#[test]
fn notes_on_a_newer_edition_that_is_not_in_front_are_carried_over_in_the_export() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write(folder.path(), 1, OLD, 54);
    let mut story = open(folder.path(), data.path());
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    let place = Place::Block(1);
    reading.page.select(Selection::new(Position::new(place, 15), Position::new(place, 23)));
    command(&mut story, Command::Highlight);
    drop(story);
    write(folder.path(), 2, NEW, 57);
    // The first briefing comes in front of the newer edition.
    let paths = [folder.path().to_owned(), "nspcc-e2ee-2021".into()];
    let mut story = window_with(App::new(&paths, Session::load(data.path())), USUAL);
    let front = |story: &mut Story| {
        let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
        reading.bundle.manifest.id.clone()
    };
    if front(&mut story) == "care" {
        command(&mut story, Command::NextBriefing);
    }
    assert_eq!(front(&mut story), "nspcc-e2ee-2021");
    command(&mut story, Command::Notes);
    click(&mut story, Role::RadioButton, "All briefings");
    click(&mut story, Role::Button, "Export…");
    click(&mut story, Role::RadioButton, "Markdown");
    let seen = everything(&story);
    assert!(seen.contains("In the edition at hand: text-changed.") && seen.contains("“Poll”"), "{seen}");
}
