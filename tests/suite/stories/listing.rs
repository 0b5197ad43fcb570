//! Which notes the Notes view lists, and in which order.

use std::path::Path;

use briefing_reader::app::{App, Session};
use briefing_reader::bundle::Bundle;
use briefing_reader::library;
use briefing_reader::notes::{Colour, EditionText, Note, Settled, Stance, Store, Target};
use briefing_reader::view::actions::Command;
use briefing_reader::view::{Place, Position, Selection};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, click, command, everything, name, names, press, window_with};
use crate::support::notes::{moment, note, passage};

const HERE: &str = "nspcc-e2ee-2021";
const ELSEWHERE: &str = "edri-episto-youth-2023";

fn briefing(id: &str) -> Bundle {
    library::open(id).expect("it is built in")
}

fn keep(store: &mut Store, notes: &[Note], bundle: &Bundle) {
    let text = EditionText::of(&bundle.article);
    store.save_all(notes, Some((&text.hash(), &text))).expect("they are saved");
}

/// Six notes, each unlike the others in more than one way; the number says when it was made. The
/// note `third` was changed after all others were made.
fn six_notes(data: &Path) {
    let (here, elsewhere) = (briefing(HERE), briefing(ELSEWHERE));
    let figure = Target::figure(&here, "yougov-2021/support/support").expect("it is there");
    let call = Target::call(&here, "all-users").expect("it is there");
    let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
    let first = passage(&here, "This protects private conversation.");
    // Its words stand before those of the first.
    let third = passage(&here, "a message can be read on the sender’s device");
    let own = [
        Note { colour: Colour::Green, tags: tags(&["privacy"]), ..note(1, &here, first, "first") },
        Note { colour: Colour::Blue, stance: Some(Stance::Doubt), ..note(2, &here, call, "second") },
        Note {
            colour: Colour::Yellow,
            tags: tags(&["privacy", "paper"]),
            modified: moment(100),
            ..note(3, &here, third, "third")
        },
        Note { colour: Colour::Pink, tags: tags(&["paper"]), ..note(5, &here, figure, "fifth") },
    ];
    let others = [
        Note { colour: Colour::Green, ..note(4, &elsewhere, Target::Briefing, "fourth") },
        Note { colour: Colour::Green, ..note(6, &elsewhere, Target::Briefing, "sixth") },
    ];
    let mut store = Store::open(data, moment(0)).expect("it opens").store;
    keep(&mut store, &own, &here);
    keep(&mut store, &others, &elsewhere);
}

/// A window with the notes listed; the folder is theirs.
fn listing() -> (tempfile::TempDir, Story) {
    let data = tempfile::tempdir().expect("a folder");
    six_notes(data.path());
    let mut story = window_with(App::new(&[HERE.into()], Session::load(data.path())), USUAL);
    command(&mut story, Command::Notes);
    (data, story)
}

/// The comments of what is listed, in order.
fn listed(story: &Story) -> Vec<&'static str> {
    const ALL: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let said = |name: String| ALL.into_iter().find(|word| name.contains(&format!(": {word}")));
    let entries = names(story, Role::Button).into_iter().filter(|name| name.starts_with("Note on "));
    entries.filter_map(said).collect()
}

/// Picks something from the menu whose button begins with these words.
fn pick(story: &mut Story, menu: &str, entry: &str) {
    let button = story.get_all_by_role(Role::Button).find(|node| name(node).starts_with(menu));
    button.unwrap_or_else(|| panic!("there is a menu {menu}")).click();
    story.run();
    click(story, Role::Button, entry);
}

#[test]
fn each_order_lists_the_notes_in_it() {
    let (_data, mut story) = listing();
    assert_eq!(listed(&story), ["third", "first", "fifth", "second"], "as they stand on the page");
    for (order, expected) in [
        ("Newest first", ["fifth", "third", "second", "first"]),
        ("Oldest first", ["first", "second", "third", "fifth"]),
        ("Last changed first", ["third", "fifth", "second", "first"]),
        ("Place on the page", ["third", "first", "fifth", "second"]),
    ] {
        pick(&mut story, "Order", order);
        assert_eq!(listed(&story), expected, "{order}");
    }
}

#[test]
fn an_order_by_time_goes_over_all_briefings() {
    let (_data, mut story) = listing();
    click(&mut story, Role::RadioButton, "All briefings");
    assert_eq!(listed(&story), ["third", "first", "fifth", "second", "fourth", "sixth"]);
    for (order, expected) in [
        ("Newest first", ["sixth", "fifth", "fourth", "third", "second", "first"]),
        ("Oldest first", ["first", "second", "third", "fourth", "fifth", "sixth"]),
        ("Last changed first", ["third", "sixth", "fifth", "fourth", "second", "first"]),
    ] {
        pick(&mut story, "Order", order);
        assert_eq!(listed(&story), expected, "{order}");
    }
    // Each run of notes stands under its briefing.
    pick(&mut story, "Order", "Oldest first");
    let titles = [briefing(HERE).manifest.title, briefing(ELSEWHERE).manifest.title];
    let groups: Vec<usize> = names(&story, Role::Heading)
        .iter()
        .filter_map(|heading| titles.iter().position(|title| title == heading))
        .collect();
    assert_eq!(groups, [0, 1, 0, 1]);
}

#[test]
fn each_filter_lists_the_notes_that_are_like_it() {
    let (_data, mut story) = listing();
    for (menu, entry, expected) in [
        ("Colour", "Green", vec!["first"]),
        ("Colour", "Blue", vec!["second"]),
        ("Tag", "privacy", vec!["third", "first"]),
        ("Tag", "paper", vec!["third", "fifth"]),
        ("Stance", "Doubt", vec!["second"]),
        ("Stance", "Support", vec![]),
        ("Kind", "Passages", vec!["third", "first"]),
        ("Kind", "Figures", vec!["fifth"]),
        ("Kind", "Calls to action", vec!["second"]),
        ("Kind", "Comparisons", vec![]),
        ("Status", "Unchanged", vec!["third", "first", "fifth", "second"]),
        ("Status", "Orphaned", vec![]),
    ] {
        pick(&mut story, menu, entry);
        assert_eq!(listed(&story), expected, "{menu}: {entry}");
        assert_eq!(everything(&story).contains("No note is like this."), expected.is_empty());
        pick(&mut story, menu, "Any");
        assert_eq!(listed(&story).len(), 4, "{menu}: any");
    }
    // Several at once narrow each other; one button gives all again.
    pick(&mut story, "Tag", "privacy");
    pick(&mut story, "Colour", "Yellow");
    assert_eq!(listed(&story), ["third"]);
    click(&mut story, Role::Button, "Show all");
    assert_eq!(listed(&story).len(), 4);
    // Over all briefings the same holds; what became of a place is known of the one in the window.
    click(&mut story, Role::RadioButton, "All briefings");
    pick(&mut story, "Colour", "Green");
    assert_eq!(listed(&story), ["first", "fourth", "sixth"]);
    pick(&mut story, "Kind", "Whole briefings");
    assert_eq!(listed(&story), ["fourth", "sixth"]);
}

#[test]
fn words_are_looked_for_in_comment_quotation_tags_and_section() {
    for (typed, expected) in [
        ("SECOND", vec!["second"]),
        ("private conversation", vec!["first"]),
        ("paper", vec!["third", "fifth"]),
        ("why the question", vec!["third", "first"]),
        ("nowhere at all", vec![]),
    ] {
        let (_data, mut story) = listing();
        story.get_by_label("Filter notes by words").focus();
        story.run();
        story.event(egui::Event::Text(typed.to_owned()));
        story.run();
        assert_eq!(listed(&story), expected, "{typed}");
    }
}

#[test]
fn a_note_on_a_comparison_stands_under_a_heading_though_no_briefing_is_open() {
    let data = tempfile::tempdir().expect("a folder");
    let mut story = window_with(App::new(&[], Session::load(data.path())), USUAL);
    story.state_mut().compare_topic("encryption-support");
    story.run();
    click(&mut story, Role::Button, "Note…");
    story.event(egui::Event::Text("first".to_owned()));
    story.run();
    press(&mut story, egui::Key::Escape);
    command(&mut story, Command::Notes);
    assert_eq!(listed(&story), ["first"]);
    assert_eq!(names(&story, Role::Heading), ["Notes", "Comparisons"]);
}

#[test]
fn what_was_kept_without_a_place_gets_one_later() {
    let (data, mut story) = listing();
    drop(story);
    let mut store = Store::open(data.path(), moment(0)).expect("it opens").store;
    let mut note = store.notes(None).expect("they are read").notes.remove(0);
    let here = briefing(HERE);
    note.text_hash = "another".to_owned();
    let text_hash = EditionText::of(&here.article).hash();
    note.settled = Some(Settled { edition: here.manifest.edition, text_hash, target: None });
    store.save(&note, None).expect("it is saved");
    story = window_with(App::new(&[HERE.into()], Session::load(data.path())), USUAL);
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    let (block, _) = reading.page.paragraph_here().expect("there is one in view");
    let place = Place::Block(block);
    reading.page.select(Selection::new(Position::new(place, 0), Position::new(place, 4)));
    command(&mut story, Command::Notes);
    pick(&mut story, "Status", "Orphaned");
    assert_eq!(listed(&story), ["first"]);
    assert!(everything(&story).contains("Kept without a place"));
    click(&mut story, Role::Button, "Attach to the selection");
    assert_eq!(listed(&story), Vec::<&str>::new());
    command(&mut story, Command::Undo);
    assert_eq!(listed(&story), ["first"]);
}

#[test]
fn what_is_changed_in_a_note_on_another_briefing_is_listed() {
    let (_data, mut story) = listing();
    click(&mut story, Role::RadioButton, "All briefings");
    let fourth = names(&story, Role::Button).into_iter().find(|name| name.ends_with(": fourth"));
    click(&mut story, Role::Button, &fourth.expect("it is listed"));
    story.event(egui::Event::Text(", and more".to_owned()));
    story.run();
    click(&mut story, Role::Button, "Done");
    assert!(everything(&story).contains(": fourth, and more"), "{}", everything(&story));
}
