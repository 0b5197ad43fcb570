//! The whole window by the Tab key: every stop has a name, and shows that the keyboard is on it.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{Story, USUAL, VIEWS, command, first_briefing, name, place, press, press_with};

/// A stop of the Tab key.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// What it is.
    pub role: Role,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub place: Option<Rect>,
}

/// Where the keyboard is.
pub fn stop(story: &Story) -> Option<Stop> {
    let node = story.query_all_by(|node| node.is_focused() && node.role() != Role::Window).next()?;
    Some(Stop { role: node.accesskit_node().role(), name: name(&node), place: place(&node) })
}

/// Everything that is painted on a place and close around it.
pub fn painted(story: &Story, place: Rect) -> String {
    let around = place.expand(6.0);
    let shapes = story.output().shapes.iter().filter(|clipped| {
        let bounds = clipped.shape.visual_bounding_rect();
        // What is painted over the whole window says nothing of one place.
        bounds.intersects(around) && bounds.width() < 900.0
    });
    shapes.map(|clipped| format!("{:?}", clipped.shape)).collect::<Vec<_>>().join("\n")
}

/// Goes through a view by Tab until it comes round or has gone far enough; complains of each stop.
fn walk(story: &mut Story, view: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut seen: Vec<Stop> = Vec::new();
    let mut last: Option<(Stop, String)> = None;
    for _ in 0..80 {
        press(story, Key::Tab);
        let Some(now) = stop(story) else { continue };
        if now.name.trim().is_empty() {
            complaints.push(format!(
                "{view}: {:?} after {:?} has no name",
                now.role,
                last.as_ref().map(|last| &last.0.name)
            ));
        }
        if let Some((before, with_focus)) = last.take()
            && let Some(place) = before.place
            && before.place != now.place
            && painted(story, place) == with_focus
        {
            complaints.push(format!(
                "{view}: nothing shows that the keyboard is on {:?} “{}”",
                before.role, before.name
            ));
        }
        if seen.contains(&now) {
            break;
        }
        seen.push(now.clone());
        last = now.place.map(|place| (now.clone(), painted(story, place)));
    }
    assert!(seen.len() > 5, "{view}: only {seen:?}");
    complaints
}

#[test]
fn every_stop_of_the_tab_key_has_a_name_and_a_visible_focus() {
    let mut complaints = Vec::new();
    for view in VIEWS {
        let mut story = first_briefing(USUAL);
        if view == Command::Compare {
            story.state_mut().compare_topic("encryption-support");
            story.run();
        } else {
            command(&mut story, Command::NoteOnBriefing);
            story.event(egui::Event::Text("A note.".to_owned()));
            story.run();
            press(&mut story, Key::Escape);
            command(&mut story, view);
        }
        complaints.extend(walk(&mut story, view.name()));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn what_the_tab_key_comes_to_is_in_view() {
    let mut complaints = Vec::new();
    for view in VIEWS {
        let mut story = first_briefing(vec2(900.0, 640.0));
        if view == Command::Compare {
            story.state_mut().compare_topic("message-scanning");
        }
        command(&mut story, view);
        for backwards in [false, true] {
            for step in 0..60 {
                press_with(&mut story, if backwards { Modifiers::SHIFT } else { Modifiers::NONE }, Key::Tab);
                story.run();
                let Some((now, place)) = stop(&story).and_then(|stop| Some((stop.name, stop.place?))) else {
                    continue;
                };
                // Half of it at least, as what is higher than the window cannot be seen whole.
                let seen = story.ctx.content_rect().intersect(place);
                if seen.height() < place.height().min(300.0) / 2.0 || seen.width() < place.width() / 2.0 {
                    complaints.push(format!("{}: step {step}, “{now}” is at {place}", view.name()));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn all_charts_of_the_polls_are_come_to_by_the_tab_key() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Polls);
    let mut seen = Vec::new();
    for _ in 0..60 {
        press(&mut story, Key::Tab);
        seen.extend(stop(&story).map(|stop| stop.name));
    }
    for wanted in ["Support: 33%", "Support: 92%", "Support: 91%"] {
        assert!(seen.iter().any(|name| name.starts_with(wanted)), "{wanted} is not among {seen:#?}");
    }
}

#[test]
fn the_card_of_a_note_is_gone_through_by_the_tab_key() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::NoteOnBriefing);
    let mut names = Vec::new();
    for _ in 0..8 {
        press(&mut story, Key::Tab);
        names.extend(stop(&story).map(|stop| stop.name));
    }
    for wanted in ["Add a tag", "Yellow", "Green", "Blue", "Pink", "Delete note", "Done"] {
        assert!(names.contains(&wanted.to_owned()), "{wanted} in {names:?}");
    }
    press_with(&mut story, egui::Modifiers::SHIFT, Key::Tab);
    assert!(stop(&story).is_some());
}

/// Where a link was followed with a key, the Tab key goes on from what it led to; going back gives the
/// keyboard back to the link.
#[test]
fn a_link_that_is_followed_by_keys_takes_the_keyboard_along() {
    let mut story = first_briefing(USUAL);
    for (begins, leads_to, next) in [
        ("published a survey", "Support for end-to-end encryption increases", "https://racetothemoon"),
        ("92% supported", "Should services be able to detect child abuse images", "Support: 92%"),
    ] {
        let link = |story: &Story| {
            let mut links = story.query_all_by_role(Role::Link).filter(|node| name(node).starts_with(begins));
            links.next().expect("it is there").focus();
        };
        link(&story);
        story.run();
        press(&mut story, Key::Enter);
        let landed = stop(&story).unwrap_or_else(|| panic!("{begins}: nothing has the keyboard"));
        assert!(landed.name.starts_with(leads_to), "{begins}: {landed:?}");
        press(&mut story, Key::Tab);
        let after = stop(&story).expect("something has the keyboard").name;
        assert!(after.starts_with(next), "{begins}: {after}");
        command(&mut story, Command::Back);
        assert!(stop(&story).is_some_and(|stop| stop.name.starts_with(begins)), "{:?}", stop(&story));
    }
}
