//! Finding one's way by the outline.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use crate::story::{USUAL, click, current, first_briefing, headings, press, turn_wheel};

#[test]
fn walks_the_outline_with_the_mouse() {
    let mut story = first_briefing(USUAL);
    assert_eq!(current(&story), None, "before the first heading no entry is current");
    for (entry, heading) in [
        ("How far the numbers go", "How far the numbers go"),
        ("A shift of 29 points, chart", "A shift of 29 points"),
        ("Sources, 2", "Sources"),
    ] {
        click(&mut story, Role::Link, entry);
        assert!(
            headings(&story).iter().any(|(_, name)| name == heading),
            "{heading} is not in view: {:?}",
            headings(&story)
        );
    }
}

#[test]
fn lands_on_the_heading_at_the_top_of_the_page() {
    let mut story = first_briefing(USUAL);
    for heading in ["How far the numbers go", "What detection does today", "The round table"] {
        click(&mut story, Role::Link, heading);
        let top = story.get_by_role_and_label(Role::Heading, heading).rect().top();
        assert!((46.0..140.0).contains(&top), "{heading} stands at {top}");
        assert_eq!(current(&story).as_deref(), Some(heading));
    }
}

#[test]
fn walks_the_outline_with_arrow_keys_and_enter() {
    let mut story = first_briefing(USUAL);
    story.get_by_role_and_label(Role::Link, "What detection does today").focus();
    story.run();
    press(&mut story, Key::ArrowDown);
    assert!(story.get_by_role_and_label(Role::Link, "The round table").is_focused());
    press(&mut story, Key::Enter);
    assert_eq!(current(&story).as_deref(), Some("The round table"));
    press(&mut story, Key::ArrowUp);
    press(&mut story, Key::Enter);
    assert_eq!(current(&story).as_deref(), Some("What detection does today"));
}

#[test]
fn sees_the_outline_follow_the_reading() {
    let mut story = first_briefing(USUAL);
    let mut passed = Vec::new();
    for _ in 0..120 {
        turn_wheel(&mut story, 60.0);
        passed.extend(current(&story));
    }
    passed.dedup();
    assert!(
        passed.starts_with(
            &["Why the question is open", "What the public says", "Which matters more?, chart"]
                .map(str::to_owned)
        ),
        "{passed:#?}"
    );
    for entry in ["What the NSPCC calls for, 5 calls", "How far the numbers go", "Related stories"] {
        assert!(passed.iter().any(|name| name == entry), "{entry} was never current: {passed:#?}");
    }
}

#[test]
fn follows_a_claim_to_its_chart_and_a_note_to_its_text() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::Link, "How far the numbers go");
    click(&mut story, Role::Link, "note 1");
    assert_eq!(current(&story).as_deref(), Some("Notes"));
    click(&mut story, Role::Link, "What the public says");
    story
        .get_by(|node| {
            node.role() == Role::Link
                && node.label().is_some_and(|label| label.starts_with("92% supported, a claim"))
        })
        .click();
    story.run();
    let figure = "Should services be able to detect child abuse images?";
    assert!(crate::story::in_view(&story, &story.get_by_role_and_label(Role::Figure, figure)));
}
