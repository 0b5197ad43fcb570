//! Closing the window and starting again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use briefing_reader::app::{App, Session};
use briefing_reader::ui::ThemeChoice;
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    FIRST, Story, USUAL, chosen, click, command, current, drop_on, everything, fixture, headings, name,
    names, names_in_view, press, turn_wheel, window_with,
};

const DUTY: &str = "A duty of care for tech firms: the UK and two of its regions, March 2021";
const FIRST_TAB: &str = "Encryption and children’s safety";

fn start(data: &Path) -> Story {
    start_with(&[], data)
}

fn start_with(paths: &[PathBuf], data: &Path) -> Story {
    window_with(App::new(paths, Session::load(data)), USUAL)
}

fn close(mut story: Story) {
    story.state_mut().remember();
}

/// What is in view of the page and where it stands.
fn in_view(story: &Story) -> Vec<(String, egui::Rect)> {
    let nodes = story.query_all_by(|node| matches!(node.role(), Role::Heading | Role::Label | Role::Figure));
    let nodes = nodes.filter(|node| super::story::in_view(story, node));
    nodes.map(|node| (name(&node), node.rect())).collect()
}

fn current_tab(story: &Story) -> Option<String> {
    let tabs = story.query_all_by_role(Role::Tab);
    tabs.filter(|tab| tab.accesskit_node().is_selected() == Some(true)).map(|tab| name(&tab)).next()
}

#[test]
fn comes_back_to_all_that_was_open_and_where_one_was() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start(data.path());
    click(&mut story, Role::Button, FIRST);
    turn_wheel(&mut story, 1_037.0);
    command(&mut story, Command::ShowShelf);
    click(&mut story, Role::Button, DUTY);
    click(&mut story, Role::Tab, FIRST_TAB);
    let first = in_view(&story);
    command(&mut story, Command::NextBriefing);
    turn_wheel(&mut story, 300.0);
    command(&mut story, Command::Polls);
    turn_wheel(&mut story, 411.0);
    let polls = in_view(&story);
    close(story);

    let mut story = start(data.path());
    assert_eq!(story.query_by_role(Role::Status).map(|alert| name(&alert)), None);
    assert_eq!(names(&story, Role::Tab)[0], FIRST_TAB, "in their order");
    assert_eq!(current_tab(&story).as_ref(), Some(&names(&story, Role::Tab)[1]));
    assert!(chosen(&story, Role::RadioButton, "Polls"));
    assert_eq!(in_view(&story), polls);
    click(&mut story, Role::Tab, FIRST_TAB);
    assert_eq!(in_view(&story), first);
    close(story);
    assert_eq!(current_tab(&start(data.path())).as_deref(), Some(FIRST_TAB));
}

/// Calls are short: the next one begins near the top too.
#[test]
fn comes_back_to_the_entry_of_the_outline_that_was_gone_to() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start_with(&["nspcc-e2ee-2021".into()], data.path());
    click(&mut story, Role::TreeItem, "Consider all users, call");
    assert_eq!(current(&story).as_deref(), Some("Consider all users, call"));
    close(story);
    assert_eq!(current(&start(data.path())).as_deref(), Some("Consider all users, call"));
}

#[test]
fn comes_back_to_folds_tools_and_settings() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start(data.path());
    click(&mut story, Role::Button, FIRST);
    story.get_by_role_and_label(Role::TreeItem, "What the public says").focus();
    story.run();
    press(&mut story, Key::ArrowLeft);
    assert!(story.query_by_role_and_label(Role::TreeItem, "A shift of 29 points").is_none());
    command(&mut story, Command::Find);
    click(&mut story, Role::CheckBox, "Whole words");
    press(&mut story, Key::Escape);
    command(&mut story, Command::Palette);
    let field = "Commands, sections, charts, calls, sources, briefings";
    story.get_by_role_and_label(Role::TextInput, field).type_text("larger");
    story.run();
    press(&mut story, Key::Enter);
    command(&mut story, Command::SmallerText);
    command(&mut story, Command::NextTheme);
    command(&mut story, Command::Settings);
    close(story);

    let mut story = start(data.path());
    assert_eq!(headings(&story)[0], (1, "Settings".to_owned()), "the window is where it was");
    let settings = story.state_mut().window_mut().settings;
    assert_eq!((settings.theme, settings.text_size.percent()), (ThemeChoice::Ink, 100));
    command(&mut story, Command::Read);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    assert!(story.query_by_role_and_label(Role::TreeItem, "A shift of 29 points").is_none(), "it is folded");
    command(&mut story, Command::Palette);
    assert!(names(&story, Role::ListBoxOption)[0].starts_with("Larger text"), "used lately");
    press(&mut story, Key::Escape);
    command(&mut story, Command::Find);
    assert!(chosen(&story, Role::CheckBox, "Whole words"));
    press(&mut story, Key::Escape);
    command(&mut story, Command::Outline);
    close(story);
    let story = start(data.path());
    assert!(story.query_by_role_and_label(Role::Navigation, "Outline").is_none(), "it stays hidden");
}

#[test]
fn loses_at_most_a_few_seconds_where_the_program_is_killed() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start(data.path());
    click(&mut story, Role::Button, DUTY);
    // Nothing closes it: it is still running when the next one starts.
    let since = Instant::now();
    let kept = || fs::read_to_string(data.path().join("session.ron")).unwrap_or_default();
    while !kept().contains("nspcc-duty-of-care-2021") {
        assert!(since.elapsed() < Duration::from_secs(20), "nothing was kept: {}", kept());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(headings(&start(data.path()))[0], (1, DUTY.to_owned()));
    drop(story);
}

#[test]
fn rests_though_everything_is_kept() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start(data.path());
    click(&mut story, Role::Button, FIRST);
    story.step();
    for viewport in story.output().viewport_output.values() {
        assert!(viewport.repaint_delay > Duration::from_hours(1), "{:?}", viewport.repaint_delay);
    }
}

/// A briefing of its own in a folder, with so many paragraphs before the one that is read.
fn write_edition(folder: &Path, before: usize) {
    let manifest = fs::read_to_string(fixture("fixtures/kitchen-sink/briefing.ron")).expect("it is text");
    let words =
        |number: usize| -> Vec<String> { (0..30).map(|word| format!("word {word} of {number}")).collect() };
    let paragraph = |number: usize| format!("Paragraph {number}: {}\n\n", words(number).join(", "));
    let new = (0..before).map(|number| format!("New. {}", paragraph(1000 + number)));
    let article: Vec<String> = new.chain((0..40).map(paragraph)).collect();
    let article = article.concat();
    fs::write(folder.join("briefing.ron"), manifest).expect("it can be written");
    fs::write(folder.join("article.md"), article).expect("it can be written");
}

#[test]
fn comes_back_to_the_same_words_of_another_edition() {
    let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write_edition(folder.path(), 0);
    let mut story = start_with(&[folder.path().to_owned()], data.path());
    turn_wheel(&mut story, 1_500.0);
    let read: Vec<String> =
        names_in_view(&story, Role::Label).into_iter().filter(|name| name.starts_with("Para")).collect();
    close(story);
    write_edition(folder.path(), 7);
    let mut story = start(data.path());
    let again: Vec<String> =
        names_in_view(&story, Role::Label).into_iter().filter(|name| name.starts_with("Para")).collect();
    assert_eq!(again, read);
    turn_wheel(&mut story, 3_000.0);
    close(story);
    // Of an edition that is much shorter, the end is as near as can be.
    fs::write(folder.path().join("article.md"), "Nothing of it is left.\n").expect("it can be written");
    assert!(everything(&start(data.path())).contains("The last source"));
}

#[test]
fn reads_a_briefing_anew_where_its_file_has_changed() {
    let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write_edition(folder.path(), 0);
    let mut story = start_with(&[folder.path().to_owned()], data.path());
    turn_wheel(&mut story, 1_500.0);
    let read = names_in_view(&story, Role::Label);
    drop_on(&mut story, folder.path().to_owned());
    assert_eq!(names_in_view(&story, Role::Label), read, "nothing has changed");
    write_edition(folder.path(), 3);
    drop_on(&mut story, folder.path().to_owned());
    assert_eq!(names_in_view(&story, Role::Label), read, "the same words are in view");
    press(&mut story, Key::Home);
    assert!(everything(&story).contains("New. Paragraph 1000"));
    assert_eq!(names(&story, Role::Tab).len(), 0, "it is open once");
}

#[test]
fn opens_what_is_named_beside_what_was_open() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start(data.path());
    click(&mut story, Role::Button, FIRST);
    close(story);
    let story = start_with(&[fixture("good/small")], data.path());
    assert_eq!(headings(&story)[0], (1, "A small briefing".to_owned()));
    assert_eq!(names(&story, Role::Tab), [FIRST_TAB, "A small briefing"]);
}

#[test]
fn reads_on_from_the_shelf_where_one_was() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start(data.path());
    assert!(!everything(&story).contains("Recently read"));
    click(&mut story, Role::Button, FIRST);
    click(&mut story, Role::TreeItem, "The round table");
    let left = headings(&story);
    command(&mut story, Command::Close);
    let read_on = format!("Read on: {FIRST}, in The round table");
    story.get_by_role_and_label(Role::Heading, "Recently read");
    story.get_by_role_and_label(Role::Button, read_on.as_str());
    close(story);

    let mut story = start(data.path());
    assert_eq!(headings(&story)[0], (1, "Briefings".to_owned()), "nothing was open");
    click(&mut story, Role::Button, &read_on);
    assert_eq!(headings(&story), left, "not where one was");
}

#[test]
fn two_windows_on_one_folder_keep_each_others_settings_and_what_was_read_in_either() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let (mut one, mut two) = (start(data.path()), start(data.path()));
    click(&mut one, Role::Button, FIRST);
    click(&mut two, Role::Button, DUTY);
    command(&mut one, Command::NextTheme);
    command(&mut two, Command::LargerText);
    close(one);
    close(two);

    let mut story = start(data.path());
    assert_eq!(current_tab(&story), None, "the window that was closed last comes back: it had one briefing");
    assert_eq!(headings(&story)[0], (1, DUTY.to_owned()));
    let settings = story.state_mut().window_mut().settings;
    assert_eq!((settings.theme, settings.text_size.percent()), (ThemeChoice::Ink, 110));
    command(&mut story, Command::ShowShelf);
    for title in [FIRST, DUTY] {
        let read_on = format!("Read on: {title}");
        let entries = names(&story, Role::Button);
        assert!(entries.iter().any(|entry| entry.starts_with(&read_on)), "{title} is not in {entries:?}");
    }
}

#[test]
fn finds_what_was_read_lately_in_the_palette() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let mut story = start_with(&[fixture("good/small")], data.path());
    command(&mut story, Command::Close);
    command(&mut story, Command::Palette);
    let field = "Commands, sections, charts, calls, sources, briefings";
    story.get_by_role_and_label(Role::TextInput, field).type_text("small brief");
    story.run();
    assert_eq!(names(&story, Role::ListBoxOption), ["A small briefing, read lately"]);
    press(&mut story, Key::Enter);
    assert_eq!(headings(&story)[0], (1, "A small briefing".to_owned()));
}

#[test]
fn is_told_of_a_briefing_that_is_gone_and_removes_it() {
    let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("gone");
    fs::create_dir(&path).expect("a folder for a while");
    write_edition(&path, 0);
    let mut story = start_with(std::slice::from_ref(&path), data.path());
    let title = headings(&story)[0].1.clone();
    command(&mut story, Command::ShowShelf);
    command(&mut story, Command::Read);
    close(story);
    fs::remove_dir_all(&path).expect("it was there");

    let mut story = start(data.path());
    let said = name(&story.get_by_role(Role::Status));
    assert!(said.contains("gone") && said.contains("does not exist"), "{said}");
    assert!(everything(&story).contains(&format!("{title} is not there any more: {}", path.display())));
    click(&mut story, Role::Button, &format!("Remove {title} from the list"));
    assert!(!everything(&story).contains("Recently read"));
    close(story);
    let story = start(data.path());
    assert!(story.query_by_role(Role::Status).is_none(), "it is told once");
    assert!(!everything(&story).contains("Recently read"));
}

#[test]
fn reaches_the_other_briefing_where_the_one_in_the_window_is_gone() {
    let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("gone");
    fs::create_dir(&path).expect("a folder for a while");
    write_edition(&path, 0);
    close(start_with(&[path.clone(), "nspcc-e2ee-2021".into()], data.path()));
    fs::remove_dir_all(&path).expect("it was there");
    let mut story = start(data.path());
    assert_eq!(names(&story, Role::Tab), [FIRST_TAB]);
    command(&mut story, Command::NextBriefing);
    assert_eq!(headings(&story)[0], (1, FIRST.to_owned()));
    assert!(story.query_by_role(Role::Tab).is_none(), "it is the only one");
}

#[test]
fn starts_where_files_are_damaged_and_says_so() {
    let data = tempfile::tempdir().expect("a folder for a while");
    fs::write(data.path().join("session.ron"), "(open: [(brie").expect("it can be written");
    fs::write(data.path().join("settings.ron"), b"(theme: Ink, face: \xff").expect("it can be written");
    let story = start(data.path());
    let said = name(&story.get_by_role(Role::Status));
    assert!(said.contains("session.ron.damaged") && said.contains("settings.ron.damaged"), "{said}");
    story.get_by_role_and_label(Role::Button, FIRST);
    close(story);
    assert!(start(data.path()).query_by_role(Role::Status).is_none());
}

#[test]
fn reads_on_where_nothing_can_be_kept_and_is_told_once() {
    let file = tempfile::NamedTempFile::new().expect("a file for a while");
    let mut story = start(file.path());
    let said = name(&story.get_by_role(Role::Status));
    assert!(said.contains("cannot be kept") && said.contains(&*file.path().to_string_lossy()), "{said}");
    click(&mut story, Role::Button, "Close");
    click(&mut story, Role::Button, FIRST);
    std::thread::sleep(Duration::from_secs(3));
    story.run();
    assert!(story.query_by_role(Role::Status).is_none(), "it was told already");
    close(story);
    assert_eq!(fs::read(file.path()).expect("it is still there"), b"");
}

#[test]
fn bears_with_places_that_make_no_sense() {
    let data = tempfile::tempdir().expect("a folder for a while");
    let briefing = "briefing: BuiltIn(\"nspcc-e2ee-2021\")";
    for rest in [
        "at: (row: 99999999, at: Points(3.0))",
        "at: (row: 3, at: Character(character: 888888, below: NaN))",
        "at: (row: 30, at: Part(inf)), polls: NaN, view: Polls",
        "at: \"here\", folded: 7, view: Shelf, calls: -1e30",
        "at: (row: 5, at: Points(-999999.0)), folded: [\"no such\"]",
    ] {
        let text = format!("(open: [({briefing}, {rest}), (briefing: Moon), 3], current: Some(0))");
        fs::write(data.path().join("session.ron"), text).expect("it can be written");
        let mut story = start(data.path());
        press(&mut story, Key::Home);
        assert!(!headings(&story).is_empty(), "{rest}");
        let size: Vec2 = story.ctx.content_rect().size();
        assert_eq!(size, USUAL);
    }
}
