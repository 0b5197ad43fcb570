//! Finding one's way by the outline.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{Story, USUAL, click, current, first_briefing, headings, name, names, press, turn_wheel};

#[test]
fn walks_the_outline_with_the_mouse() {
    let mut story = first_briefing(USUAL);
    assert_eq!(current(&story), None, "before the first heading no entry is current");
    for (entry, heading) in [
        ("How far the numbers go", "How far the numbers go"),
        ("A shift of 29 points, chart", "A shift of 29 points"),
        ("Sources, 2", "Sources"),
    ] {
        click(&mut story, Role::TreeItem, entry);
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
        click(&mut story, Role::TreeItem, heading);
        let top = story.get_by_role_and_label(Role::Heading, heading).rect().top();
        assert!((46.0..140.0).contains(&top), "{heading} stands at {top}");
        assert_eq!(current(&story).as_deref(), Some(heading));
    }
}

#[test]
fn walks_the_outline_with_arrow_keys_and_enter() {
    let mut story = first_briefing(USUAL);
    story.get_by_role_and_label(Role::TreeItem, "What detection does today").focus();
    story.run();
    press(&mut story, Key::ArrowDown);
    assert!(story.get_by_role_and_label(Role::TreeItem, "The round table").is_focused());
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
    click(&mut story, Role::TreeItem, "How far the numbers go");
    click(&mut story, Role::Link, "note 1");
    assert_eq!(current(&story).as_deref(), Some("Notes"));
    click(&mut story, Role::TreeItem, "What the public says");
    story
        .get_by(|node| {
            node.role() == Role::Link
                && node.label().is_some_and(|label| label.starts_with("92% supported, a claim"))
        })
        .click();
    story.run();
    let figure = "Should services be able to detect child abuse images?";
    assert!(super::story::in_view(&story, &story.get_by_role_and_label(Role::Figure, figure)));
}

fn shown(story: &Story) -> Vec<String> {
    names(story, Role::TreeItem)
}

fn focused(story: &Story) -> Option<String> {
    story.query_all_by(|_| true).find(Node::is_focused).map(|node| name(&node))
}

fn focus(story: &mut Story, entry: &str) {
    story.get_by_role_and_label(Role::TreeItem, entry).focus();
    story.run();
}

#[test]
fn folds_and_unfolds_a_section_by_keys() {
    let mut story = first_briefing(USUAL);
    focus(&mut story, "What the public says");
    let all = shown(&story);
    press(&mut story, Key::ArrowLeft);
    assert!(shown(&story).len() < all.len(), "nothing was folded");
    let entry = story.get_by_role_and_label(Role::TreeItem, "What the public says");
    assert_eq!(entry.accesskit_node().data().is_expanded(), Some(false));
    assert!(entry.is_focused());
    press(&mut story, Key::ArrowRight);
    assert_eq!(shown(&story), all);
    press(&mut story, Key::ArrowRight);
    assert!(story.get_by_role_and_label(Role::TreeItem, "Which matters more?, chart").is_focused());
    // It holds a second chart: the first Left folds that away, the second goes out.
    press(&mut story, Key::ArrowLeft);
    press(&mut story, Key::ArrowLeft);
    assert_eq!(focused(&story).as_deref(), Some("What the public says"));
    press(&mut story, Key::End);
    assert!(story.get_by_role_and_label(Role::TreeItem, all.last().expect("there are some")).is_focused());
    press(&mut story, Key::Home);
    assert!(story.get_by_role_and_label(Role::TreeItem, &all[0]).is_focused());
}

#[test]
fn unfolds_the_sources_with_the_mouse_and_goes_to_one() {
    let mut story = first_briefing(USUAL);
    assert!(!shown(&story).iter().any(|name| name.ends_with(", source")), "sources are shown at once");
    let heading = story.get_by_role_and_label(Role::TreeItem, "Sources, 2").rect();
    let fold = egui::pos2(heading.left() + 12.0, heading.center().y);
    story.hover_at(fold);
    story.event(egui::Event::PointerButton {
        pos: fold,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: egui::Modifiers::NONE,
    });
    story.event(egui::Event::PointerButton {
        pos: fold,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: egui::Modifiers::NONE,
    });
    story.run();
    let sources: Vec<String> = shown(&story).into_iter().filter(|name| name.ends_with(", source")).collect();
    assert_eq!(sources.len(), 2);
    assert_eq!(current(&story), None, "folding is not going there");
    click(&mut story, Role::TreeItem, &sources[1]);
    assert!(current(&story).is_some_and(|name| name.ends_with(", source")), "{:?}", current(&story));
}

#[test]
fn sees_the_section_that_holds_what_is_read_where_it_is_folded() {
    let mut story = first_briefing(USUAL);
    focus(&mut story, "What the public says");
    press(&mut story, Key::ArrowLeft);
    let page = &mut story.state_mut().window_mut().reading.as_mut().expect("a briefing is open").page;
    page.go_to(page.row_of("A shift of 29 points").expect("it is a heading"));
    story.run();
    assert_eq!(current(&story).as_deref(), Some("What the public says"));
}

#[test]
fn filters_the_outline_and_clears_it() {
    let mut story = first_briefing(USUAL);
    let all = shown(&story);
    story.get_by_role_and_label(Role::TextInput, "Filter the outline").focus();
    story.run();
    story.event(egui::Event::Text("29".to_owned()));
    story.run();
    assert_eq!(shown(&story), ["What the public says", "A shift of 29 points, chart"]);
    press(&mut story, Key::ArrowDown);
    press(&mut story, Key::ArrowDown);
    press(&mut story, Key::Enter);
    assert_eq!(current(&story).as_deref(), Some("A shift of 29 points, chart"));
    story.get_by_role_and_label(Role::TextInput, "Filter the outline").focus();
    story.run();
    press(&mut story, Key::Escape);
    assert_eq!(shown(&story), all);
}
