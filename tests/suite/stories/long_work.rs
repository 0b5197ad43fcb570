//! Work that takes long, beside the frames: opening a very long briefing, saving one as one file.

use std::fs;
use std::time::{Duration, Instant};

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    FIRST, Story, USUAL, click, command, drop_on, everything, first_briefing, fixture, name, press, shelf,
    turn_wheel, window, window_with,
};

/// A briefing that takes seconds to read in the build that tests run in. What its words lead to may
/// stand at its end, so that nothing of it can be shown before all is read.
fn very_long() -> tempfile::TempDir {
    long_with("[some]: https://example.org\n")
}

/// The same, with something at its end.
fn long_with(end: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let manifest = "Briefing(format: 1, id: \"a\", edition: 1, title: \"Very long\")";
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
    let sections =
        "## A heading\n\nA *paragraph* of [some](https://example.org) words, 33% of them.\n\n".repeat(40_000);
    let article = format!("{sections}{end}");
    fs::write(folder.path().join("article.md"), article).expect("it can be written");
    folder
}

/// Draws frames until `done`, as a window does, and says how long the longest took.
fn wait_until(story: &mut Story, done: impl Fn(&Story) -> bool) -> Duration {
    let begun = Instant::now();
    let mut longest = Duration::ZERO;
    while !done(story) {
        assert!(begun.elapsed() < Duration::from_mins(2), "nothing came");
        let start = Instant::now();
        story.step();
        longest = longest.max(start.elapsed());
        std::thread::sleep(Duration::from_millis(10));
    }
    longest
}

/// A window that opens on a path and never waits for it.
fn hurried(path: &std::path::Path) -> Story {
    let mut app = App::new(&[path.to_owned()], Session::default());
    app.never_wait();
    window_with(app, USUAL)
}

fn speaks_of_work(story: &Story) -> bool {
    story.query_by_role(Role::ProgressIndicator).is_some()
}

#[test]
fn a_very_long_briefing_opens_beside_the_frames_and_can_be_stopped() {
    let folder = very_long();
    let mut story = shelf();
    story.state_mut().never_wait();
    drop_on(&mut story, folder.path().to_owned());
    let longest = wait_until(&mut story, speaks_of_work);
    let told = story.get_by_role(Role::ProgressIndicator).accesskit_node().label().unwrap_or_default();
    assert!(told.starts_with("Opening ") && told.contains("reading the"), "{told}");
    assert!(longest < Duration::from_secs(1), "a frame took {longest:?}");
    assert!(story.query_by_role_and_label(Role::Button, FIRST).is_some(), "the shelf is still there");

    click(&mut story, Role::Button, "Cancel");
    assert!(!speaks_of_work(&story));
    assert!(story.state_mut().window_mut().reading.is_none());
    // What was stopped does not come later.
    std::thread::sleep(Duration::from_millis(300));
    story.run();
    assert!(story.state_mut().window_mut().reading.is_none());
}

#[test]
fn the_window_is_empty_until_the_first_briefing_comes_and_then_shows_it() {
    let folder = very_long();
    let mut story = hurried(folder.path());
    let shows = |story: &Story| everything(story).contains("A heading");
    assert!(!everything(&story).contains("briefings, here without a network"), "the shelf flashed up");
    wait_until(&mut story, shows);
    assert!(!speaks_of_work(&story));
}

#[test]
fn reads_on_from_the_beginning_of_a_very_long_briefing_while_the_rest_is_read() {
    let folder = long_with("## The last heading\n\nThe end.\n");
    let mut story = hurried(folder.path());
    wait_until(&mut story, |story| everything(story).contains("A heading"));
    let unread = |story: &mut Story| {
        story.state_mut().window_mut().reading.as_ref().map(|reading| reading.bundle.unread)
    };
    assert!(unread(&mut story).is_some_and(|unread| unread > 0), "it waited for the whole");
    let minutes = reading_time(&story);
    turn_wheel(&mut story, 2_000.0);
    let read = top(&mut story);
    assert!(read > 10, "the beginning scrolls");
    command(&mut story, Command::NoteOnBriefing);
    assert!(everything(&story).contains("The article is still being read"), "{}", everything(&story));

    let begun = Instant::now();
    while unread(&mut story) != Some(0) {
        assert!(begun.elapsed() < Duration::from_mins(2), "the rest did not come");
        story.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    story.run();
    assert_eq!(top(&mut story), read, "the same words are at the top");
    press(&mut story, Key::Home);
    assert_eq!(reading_time(&story), minutes);
    press(&mut story, Key::End);
    assert!(everything(&story).contains("The last heading"));
}

/// How long reading it takes, as it stands under the title.
fn reading_time(story: &Story) -> String {
    let all = everything(story);
    let line = all.lines().find(|line| line.contains("edition\u{a0}1")).unwrap_or_default();
    let mut parts = line.split('·').map(str::trim);
    parts.find(|part| part.ends_with("hours")).unwrap_or_else(|| panic!("{line}")).to_owned()
}

/// The row at the top of the view.
fn top(story: &mut Story) -> usize {
    story.state_mut().window_mut().reading.as_ref().expect("it is open").page.hold().row
}

#[test]
fn saves_a_folder_as_one_file_that_opens() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let path = folder.path().join("small.briefing");
    let mut story = window(&[fixture("good/small")], USUAL);
    story.state_mut().save_to(path.clone());
    command(&mut story, Command::Pack);
    assert!(everything(&story).contains(&format!("Saved as {}.", path.display())), "{}", everything(&story));

    drop_on(&mut story, path);
    assert!(everything(&story).contains("A small briefing"));
}

#[test]
fn a_briefing_that_is_no_folder_is_not_offered_as_one_file() {
    let mut story = first_briefing(USUAL);
    assert!(!story.state_mut().window_mut().is_available(Command::Pack));
}

/// What the Claims view says of itself.
fn claims_summary(story: &Story) -> String {
    let all = everything(story);
    all.lines().find(|line| line.contains("claims")).unwrap_or_default().to_owned()
}

#[test]
fn the_claims_of_a_very_long_briefing_are_read_beside_the_frames_and_told_of() {
    let folder = long_with("## The last heading\n\nThe end.\n");
    let mut story = hurried(folder.path());
    wait_until(&mut story, |story| everything(story).contains("A heading"));
    command(&mut story, Command::Claims);
    assert_eq!(claims_summary(&story), "The claims are still being read.");
    // The other views can be gone to meanwhile.
    command(&mut story, Command::Polls);
    command(&mut story, Command::Claims);
    let read = |story: &Story| claims_summary(story).contains("40,000 numbers");
    let longest = wait_until(&mut story, read);
    assert!(longest < Duration::from_millis(500), "a frame took {longest:?}");
    let told = story.get_by_role(Role::Log).accesskit_node().label().unwrap_or_default();
    assert!(told.contains("40,000 numbers"), "{told}");
    press(&mut story, Key::End);
    assert_eq!(
        story.get_all_by_role(Role::Link).next_back().map(|link| name(&link)).as_deref(),
        Some("33%, no source")
    );
}

#[test]
fn a_note_on_a_very_long_briefing_comes_beside_the_frames() {
    let folder = very_long();
    let mut story = hurried(folder.path());
    wait_until(&mut story, |story| everything(story).contains("A heading"));
    let keys = Command::NoteOnBriefing.shortcut();
    story.key_press_modifiers(keys.modifiers, keys.logical_key);
    let card = |story: &Story| story.query_by_role_and_label(Role::Button, "Delete note").is_some();
    story.step();
    assert!(!card(&story), "the frame waited for the article's text");
    let longest = wait_until(&mut story, card);
    assert!(longest < Duration::from_millis(500), "a frame took {longest:?}");
    let notes = &story.state_mut().window_mut().notes;
    assert!(notes.all.len() == 1 && notes.open.is_some());
}

#[test]
fn what_is_asked_on_a_briefing_that_was_left_meanwhile_is_forgotten() {
    let folder = very_long();
    let mut story = hurried(folder.path());
    wait_until(&mut story, |story| everything(story).contains("A heading"));
    drop_on(&mut story, fixture("good/small"));
    wait_until(&mut story, |story| everything(story).contains("A small briefing"));
    command(&mut story, Command::NextBriefing);
    assert!(everything(&story).contains("A heading"));
    for asked in [Command::NoteOnBriefing, Command::NextBriefing] {
        let keys = asked.shortcut();
        story.key_press_modifiers(keys.modifiers, keys.logical_key);
        story.step();
    }
    for _ in 0..100 {
        story.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(everything(&story).contains("A small briefing"));
    assert!(story.state_mut().window_mut().notes.all.is_empty());
}

/// What was put on the clipboard in the last frame.
fn copied(story: &Story) -> Option<&str> {
    story.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.as_str()),
        _ => None,
    })
}

#[test]
fn the_whole_of_a_very_long_briefing_is_copied_beside_the_frames() {
    let folder = long_with("## The last heading\n\nThe end.\n");
    let mut story = hurried(folder.path());
    wait_until(&mut story, |story| everything(story).contains("A heading"));
    let begun = Instant::now();
    while story.state_mut().window_mut().reading.as_ref().is_none_or(|open| open.bundle.unread > 0) {
        assert!(begun.elapsed() < Duration::from_mins(2), "the rest did not come");
        story.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    command(&mut story, Command::SelectAll);
    story.event(egui::Event::Copy);
    story.step();
    assert!(copied(&story).is_none(), "the frame waited for the words");
    let longest = wait_until(&mut story, |story| copied(story).is_some());
    assert!(longest < Duration::from_millis(500), "a frame took {longest:?}");
    assert!(copied(&story).is_some_and(|text| text.ends_with("The end.") && text.len() > 2_000_000));
    story.run();
    let told = story.get_by_role(Role::Status).accesskit_node().label();
    assert_eq!(told.as_deref(), Some("What was selected is on the clipboard."));
}

/// Who writes on a briefing that has stood for a while types into a card that is there.
#[test]
fn a_note_on_a_very_long_briefing_that_was_checked_opens_at_once() {
    let folder = very_long();
    let mut story = hurried(folder.path());
    wait_until(&mut story, |story| everything(story).contains("A heading"));
    let begun = Instant::now();
    let checked = |story: &mut Story| {
        let reading = story.state_mut().window_mut().reading.as_ref();
        reading.is_some_and(|reading| reading.bundle.problems_known().is_some())
    };
    let mut since = None;
    // As long again as the check took: a machine with much else to do needs more than three seconds.
    let stood = |since: Instant| since.elapsed() > Duration::from_secs(3).max(since - begun);
    while since.is_none_or(|since| !stood(since)) {
        assert!(since.is_some() || begun.elapsed() < Duration::from_mins(2), "it was not checked");
        story.step();
        std::thread::sleep(Duration::from_millis(10));
        if since.is_none() && checked(&mut story) {
            since = Some(Instant::now());
        }
    }
    let keys = Command::NoteOnBriefing.shortcut();
    story.key_press_modifiers(keys.modifiers, keys.logical_key);
    story.step();
    assert!(story.state_mut().window_mut().notes.open.is_some());
}
