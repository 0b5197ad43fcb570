//! The card that is written in: with very much to say, and left by the keyboard.

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::kittest::Queryable;

use super::story::{Story, USUAL, command, in_view, name, names, press, window_with};

fn writing(size: Vec2) -> Story {
    let mut story = window_with(App::new(&["nspcc-e2ee-2021".into()], Session::default()), size);
    command(&mut story, Command::NoteOnBriefing);
    let lines: Vec<String> = (1..=120).map(|line| format!("Line {line} of a long comment.")).collect();
    story.event(egui::Event::Text(lines.join("\n")));
    story.run();
    story
}

/// Whether all of what has a name is within the window, and not only its edge.
fn is_whole(story: &Story, role: Role, name: &str) -> bool {
    let node = story.get_by_role_and_label(role, name);
    in_view(story, &node) && story.ctx.content_rect().contains_rect(node.rect())
}

#[test]
fn the_line_that_is_written_and_what_can_be_done_stay_in_view() {
    for (view, size) in [
        (Command::Read, USUAL),
        (Command::Read, vec2(800.0, 600.0)),
        (Command::Read, vec2(420.0, 320.0)),
        (Command::Notes, USUAL),
    ] {
        let mut story = writing(size);
        if view == Command::Notes {
            press(&mut story, Key::Escape);
            command(&mut story, Command::Notes);
            let note = story.get_all_by_role(Role::Button).find(|node| name(node).contains("Line 1 "));
            note.expect("it is listed").click();
            story.run();
        }
        for name in ["Delete note", "Done"] {
            assert!(is_whole(&story, Role::Button, name), "{name} in {view:?} at {size}");
        }
        story.event(egui::Event::Text("\nThe last line.".to_owned()));
        story.run();
        let caret = story.output().platform_output.ime.expect("it is written in").cursor_rect;
        assert!(story.ctx.content_rect().contains_rect(caret), "{caret} in {view:?} at {size}");
        let done = story.get_by_role_and_label(Role::Button, "Done").rect();
        assert!(caret.bottom() <= done.top(), "the caret is at {caret}, what stands under it at {done}");
    }
}

#[test]
fn escape_leaves_the_card_from_anywhere_in_it() {
    for stops in 0..7 {
        let mut story = window_with(App::new(&["nspcc-e2ee-2021".into()], Session::default()), USUAL);
        command(&mut story, Command::NoteOnBriefing);
        story.event(egui::Event::Text("Said.".to_owned()));
        story.run();
        for _ in 0..stops {
            press(&mut story, Key::Tab);
        }
        assert!(story.query_by_role_and_label(Role::Button, "Done").is_some(), "after {stops} stops");
        press(&mut story, Key::Escape);
        assert!(story.query_by_role_and_label(Role::Button, "Done").is_none(), "after {stops} stops");
    }
}

#[test]
fn a_screen_reader_notes_the_paragraph_that_it_goes_to() {
    for begins in ["The charity’s view is", "The charity brought the dispute"] {
        let data = tempfile::tempdir().expect("a folder");
        let app = App::new(&["nspcc-e2ee-2021".into()], Session::load(data.path()));
        let mut story = window_with(app, USUAL);
        let paragraph = story.get_all_by_role(Role::Label).find(|node| name(node).starts_with(begins));
        paragraph.expect("it is heard").scroll_to_me();
        story.run();
        command(&mut story, Command::Note);
        let form = names(&story, Role::Form).into_iter().find(|name| name.contains(begins));
        assert!(form.is_some(), "{begins}: {:?}", names(&story, Role::Form));
    }
}
