//! Going from part to part of the window with F6.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use super::story::{Story, USUAL, command, first_briefing, name, press};

/// What has the keyboard.
fn focused(story: &Story) -> (Role, String) {
    use egui_kittest::kittest::Queryable;
    let node = story.query_all_by(|node| node.is_focused() && node.role() != Role::Window).next();
    node.map_or((Role::Unknown, String::new()), |node| (node.accesskit_node().role(), name(&node)))
}

#[test]
fn f6_goes_round_bar_outline_page_and_margin() {
    let mut story = first_briefing(USUAL);
    let mut round = Vec::new();
    for _ in 0..4 {
        command(&mut story, Command::NextRegion);
        round.push(focused(&story));
    }
    assert_eq!(round[0], (Role::Button, "Back".to_owned()));
    assert_eq!(round[1], (Role::TextInput, "Filter the outline".to_owned()));
    assert_eq!(round[2].0, Role::Mark, "{round:?}");
    assert!(round[2].1.starts_with("Article"), "{round:?}");
    // Nothing in the margin takes the keyboard yet.
    assert_eq!(round[3], round[0]);
    command(&mut story, Command::PreviousRegion);
    assert_eq!(focused(&story), round[2]);
    // From there the keys scroll as ever.
    press(&mut story, egui::Key::PageDown);
    let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
    assert!(reading.page.hold().row > 0);
}

#[test]
fn f6_leaves_the_page_where_it_is() {
    let mut story = first_briefing(USUAL);
    press(&mut story, egui::Key::PageDown);
    let place =
        |story: &mut Story| story.state_mut().window_mut().reading.as_ref().expect("it is open").page.hold();
    let before = place(&mut story);
    for _ in 0..3 {
        command(&mut story, Command::NextRegion);
    }
    assert_eq!(focused(&story).0, Role::Mark);
    assert_eq!(place(&mut story), before);
}

#[test]
fn f6_comes_to_a_note_in_the_margin() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::NoteOnBriefing);
    story.event(egui::Event::Text("Here.".to_owned()));
    story.run();
    press(&mut story, egui::Key::Escape);
    for _ in 0..4 {
        command(&mut story, Command::NextRegion);
        if focused(&story).1.starts_with("Note on the whole briefing") {
            return;
        }
    }
    panic!("it never came to the note: {:?}", focused(&story));
}
