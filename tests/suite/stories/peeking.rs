//! Looking at where a link leads without leaving, and the ties between calls and figures.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    Story, USUAL, click, command, current, everything, first_briefing, headings, in_view, names, press,
};

const NOTE: &str = "note 1";

fn at_the_note() -> Story {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "How far the numbers go");
    story
}

#[test]
fn peeks_at_a_note_by_keyboard_and_stays() {
    let mut story = at_the_note();
    let before = headings(&story);
    story.get_by_role_and_label(Role::Link, NOTE).focus();
    story.run();
    press(&mut story, Key::Space);
    assert!(everything(&story).lines().any(|line| line == "Note 1"), "{}", everything(&story));
    assert_eq!(headings(&story), before);
    press(&mut story, Key::Escape);
    assert!(!everything(&story).lines().any(|line| line == "Note 1"), "the card is still open");
    assert!(story.get_by_role_and_label(Role::Link, NOTE).is_focused(), "the link lost the keyboard");
    press(&mut story, Key::Space);
    press(&mut story, Key::Enter);
    assert_eq!(current(&story).as_deref(), Some("Notes"));
    command(&mut story, Command::Back);
    assert_eq!(headings(&story), before);
}

#[test]
fn sees_a_source_by_pointing_and_goes_there() {
    let mut story = first_briefing(USUAL);
    story.get_by_role_and_label(Role::Link, "published a survey").hover();
    story.run();
    // After a moment: each step is a sixtieth of a second or more.
    for _ in 0..60 {
        story.step();
    }
    assert!(everything(&story).lines().any(|line| line == "Source"), "{}", everything(&story));
    click(&mut story, Role::Button, "Go there");
    assert!(current(&story).is_some_and(|name| name.starts_with("Sources")), "{:?}", current(&story));
}

/// Takes the keyboard to the first claim that is near, and opens its card by Space.
fn peek_at_a_claim(story: &mut Story) {
    let claim = story
        .query_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(", a claim: ")))
        .expect("a claim is near");
    claim.focus();
    story.run();
    press(story, Key::Space);
}

#[test]
fn reads_a_claims_figure_by_keyboard_where_there_is_no_margin() {
    let mut story = first_briefing(vec2(700.0, 800.0));
    assert!(story.query_by_role(Role::Complementary).is_none(), "there is a margin");
    let page = &mut story.state_mut().window_mut().reading.as_mut().expect("a briefing is open").page;
    page.go_to(page.row_of("Which matters more?").expect("it is a heading"));
    story.run();
    peek_at_a_claim(&mut story);
    let text = everything(&story);
    assert!(text.lines().any(|line| line == "Fieldwork: not stated"), "{text}");
    press(&mut story, Key::Escape);
    assert!(!everything(&story).lines().any(|line| line == "Fieldwork: not stated"));
}

#[test]
fn the_card_closes_when_its_link_is_followed_to_a_place_nearby() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "What the public says");
    peek_at_a_claim(&mut story);
    let is_open =
        |story: &Story| everything(story).lines().any(|line| line == "Enter: go there. Escape: close.");
    assert!(is_open(&story), "{}", everything(&story));
    press(&mut story, Key::Enter);
    assert!(!is_open(&story), "the card lies over what it led to");
    command(&mut story, Command::Back);
    assert!(!is_open(&story), "the card came back by itself");
}

fn claim(story: &Story, begins: &str) -> String {
    let links = names(story, Role::Link);
    links.into_iter().find(|name| name.starts_with(begins)).expect("the claim is near")
}

fn lit(story: &mut Story) -> Option<String> {
    story.state_mut().window_mut().reading.as_ref().expect("a briefing is open").page.lit.clone()
}

#[test]
fn a_bar_that_a_claim_led_to_stays_lit_until_the_page_is_scrolled() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "What the public says");
    let almost = claim(&story, "Almost a third, a claim");
    click(&mut story, Role::Link, &almost);
    story.hover_at(egui::pos2(600.0, 20.0));
    story.run();
    assert_eq!(lit(&mut story).as_deref(), Some("yougov-2021/detect-or-privacy/equal"));
    super::story::turn_wheel(&mut story, 60.0);
    story.hover_at(egui::pos2(600.0, 20.0));
    story.run();
    assert_eq!(lit(&mut story), None);
}

#[test]
fn a_claim_whose_chart_is_not_on_the_page_leads_to_its_question_among_the_polls_and_back() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let text = format!("Only [4%](figure:poll/matters/privacy).\n\n{}", "More text. ".repeat(900));
    std::fs::write(folder.path().join("article.md"), text).expect("it can be written");
    let manifest = super::story::fixture("good/small").join("briefing.ron");
    std::fs::copy(manifest, folder.path().join("briefing.ron")).expect("it can be copied");
    let mut story = super::story::window_on_anything(&[folder.path().to_owned()]);
    let only = claim(&story, "4%, a claim");
    click(&mut story, Role::Link, &only);
    assert_eq!(headings(&story)[0].1, "Polls");
    let figure = story.query_all_by_role(Role::Figure).find(|node| in_view(&story, node));
    assert!(figure.is_some(), "its chart is in view");
    command(&mut story, Command::Back);
    assert!(names(&story, Role::Link).contains(&only));
}

#[test]
fn goes_from_a_calls_evidence_to_its_chart_and_comes_back() {
    let mut story = first_briefing(vec2(1280.0, 1400.0));
    command(&mut story, Command::Calls);
    let evidence = names(&story, Role::Link);
    let first = evidence.first().expect("a call rests on something").clone();
    story.query_all_by_role_and_label(Role::Link, &first).next().expect("it was just named").click();
    story.run();
    let question = first.split(" (").next().expect("its title").to_owned();
    let figures = names(&story, Role::Figure);
    assert!(figures.iter().any(|figure| figure.starts_with(&question)), "{question}: {figures:?}");
    command(&mut story, Command::Back);
    assert_eq!(headings(&story)[0].1, "Calls to action");
}

#[test]
fn sees_which_calls_a_chart_is_used_by_and_goes_to_one() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "Which matters more?, chart");
    let figure_calls = names(&story, Role::Link);
    let call = figure_calls.iter().find(|name| name.starts_with("Call ")).expect("calls use it").clone();
    story.query_all_by_role_and_label(Role::Link, &call).next().expect("it was just named").click();
    story.run();
    let heading = story.get_by_role_and_label(Role::Heading, &call);
    assert!(in_view(&story, &heading));
    command(&mut story, Command::Back);
    assert_eq!(current(&story).as_deref(), Some("Which matters more?, chart"));
}

#[test]
fn points_at_a_calls_evidence_and_what_it_is_lights_up() {
    let mut story = first_briefing(vec2(1280.0, 1400.0));
    click(&mut story, Role::TreeItem, "Consider all users, call");
    let evidence = names(&story, Role::Link).into_iter().find(|name| name.starts_with("Support once firms"));
    let evidence = evidence.expect("the call rests on it");
    story.query_all_by_role_and_label(Role::Link, &evidence).next().expect("it was just named").hover();
    story.run();
    let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    assert_eq!(reading.page.lit.as_deref(), Some("yougov-2021/support-if-safe"));
    let margin = story.get_by_role_and_label(Role::Complementary, "Notes and figures of this passage");
    let card: Vec<String> =
        margin.query_all_by_role(Role::Label).map(|node| super::story::name(&node)).collect();
    assert_eq!(card[0], "“62%”", "{card:?}");
}
