//! Charts and claims, seen and unseen.

use briefing_reader::view::actions::Command;
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    Story, USUAL, click, command, description, everything, first_briefing, in_view, name, names, press,
    window,
};

const QUESTION: &str = "Which matters more: detecting child abuse images, or privacy?";

fn at_the_first_chart() -> Story {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "Which matters more?, chart");
    story
}

#[test]
fn reads_a_chart_without_seeing_it() {
    let story = at_the_first_chart();
    let said = description(&story.get_by_role_and_label(Role::Figure, QUESTION));
    for part in [
        "Detection comes first for most; few put privacy first.",
        "UK adults",
        "Detecting abuse images: more than half (above 50%, at most 100%).",
        "Equally important: almost a third (below 33.3%",
        "Privacy: 4%.",
        "YouGov for NSPCC.",
        "Fieldwork, sample size and mode not stated.",
        "Source: End-to-end encryption places children at risk of abuse.",
    ] {
        assert!(said.contains(part), "“{part}” is not said: {said}");
    }
}

#[test]
fn hears_each_bar_as_a_sentence() {
    let story = at_the_first_chart();
    let figure = story.get_by_role_and_label(Role::Figure, QUESTION);
    let bars: Vec<String> = figure.query_all_by_role(Role::ListItem).map(|node| name(&node)).collect();
    assert_eq!(
        bars,
        [
            "Detecting abuse images: more than half (above 50%, at most 100%)",
            "Equally important: almost a third (below 33.3%; taken as within 3 points of 33.3%)",
            "Privacy: 4%",
        ]
    );
}

#[test]
fn turns_a_chart_into_a_table_and_back() {
    let mut story = at_the_first_chart();
    click(&mut story, Role::Button, &format!("Table: {QUESTION}"));
    let table = story.get_by_role(Role::Table);
    let rows: Vec<String> = table
        .query_all_by_role(Role::Row)
        .map(|row| row.query_all_by(|_| true).map(|cell| name(&cell)).collect::<Vec<_>>().join(" | "))
        .collect();
    assert_eq!(
        rows,
        [
            "Answer | As printed | At least | At most",
            "Detecting abuse images | more than half | above 50% | 100%",
            "Equally important | almost a third | 30.3% | below 33.3%",
            "Privacy | just 4% | 4% | 4%",
        ]
    );
    click(&mut story, Role::Button, &format!("Hide table: {QUESTION}"));
    assert!(!everything(&story).contains("As printed"));
}

#[test]
fn switches_a_whole_set_of_answers_between_bars_and_one_stacked_bar() {
    let mut story = window(&[], vec2(1280.0, 2400.0));
    click(
        &mut story,
        Role::Button,
        "Privacy or interception: a UK poll after the Westminster attack of 2017",
    );
    command(&mut story, Command::Polls);
    let switches = names(&story, Role::Button);
    let switch =
        switches.iter().find(|name| name.starts_with("Stacked: ")).expect("a chart that can be stacked");
    let before = answers(&story);
    story.get_by_role_and_label(Role::Button, switch).scroll_to_me();
    story.run();
    click(&mut story, Role::Button, switch);
    story.get_by_role_and_label(Role::Button, &switch.replace("Stacked: ", "Bars: "));
    for answer in before {
        assert!(answers(&story).contains(&answer), "{answer} is said no longer");
    }
}

fn answers(story: &Story) -> Vec<String> {
    names(story, Role::Label).into_iter().filter(|name| name.ends_with('%')).collect()
}

#[test]
fn points_at_a_claim_and_finds_what_it_rests_on_in_the_margin() {
    let mut story = at_the_first_chart();
    let claim = "more than half, a claim: Which matters more: detecting child abuse images, or privacy (Detecting abuse images: more than half)";
    story.get_by_role_and_label(Role::Link, claim).hover();
    story.run();
    let margin = story.get_by_role_and_label(Role::Complementary, "Notes and figures of this passage");
    let card: Vec<String> = margin.query_all_by_role(Role::Label).map(|node| name(&node)).collect();
    assert_eq!(card[0], "“more than half”");
    assert!(card[1].contains("above 50%, at most 100%"), "{card:#?}");
    assert!(card.contains(&"Sample: UK adults; n\u{a0}not stated".to_owned()), "{card:#?}");
    assert!(card.contains(&"Fieldwork: not stated".to_owned()), "{card:#?}");
    assert!(card.contains(&"Question: paraphrased; wording not stated".to_owned()), "{card:#?}");
}

#[test]
fn points_at_a_claim_and_its_bar_lights_up() {
    let mut story = at_the_first_chart();
    let lit = |story: &mut Story| {
        let reading = story.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
        reading.page.lit.clone()
    };
    assert_eq!(lit(&mut story), None);
    let claim =
        "4%, a claim: Which matters more: detecting child abuse images, or privacy (Privacy: just 4%)";
    story.get_by_role_and_label(Role::Link, claim).hover();
    story.run();
    assert_eq!(lit(&mut story).as_deref(), Some("yougov-2021/detect-or-privacy/privacy"));

    let bar = "Detecting abuse images: more than half (above 50%, at most 100%)";
    story.get_by_role_and_label(Role::ListItem, bar).hover();
    story.run();
    assert_eq!(lit(&mut story).as_deref(), Some("yougov-2021/detect-or-privacy/detect"));
    story.remove_cursor();
    story.run();
    assert_eq!(lit(&mut story), None);
}

/// What is shown beside the pointer.
fn cards(story: &Story) -> usize {
    let layers = story.ctx.memory(|memory| memory.areas().visible_layer_ids());
    layers.iter().filter(|layer| layer.order == egui::Order::Tooltip).count()
}

#[test]
fn a_card_beside_the_pointer_does_not_lie_over_the_palette() {
    for (role, name) in [
        (Role::ListItem, "Detecting abuse images: more than half (above 50%, at most 100%)"),
        (Role::Link, "published a survey"),
    ] {
        let mut story = if role == Role::Link { first_briefing(USUAL) } else { at_the_first_chart() };
        story.get_by_role_and_label(role, name).hover();
        story.run();
        for _ in 0..60 {
            story.step();
        }
        assert_eq!(cards(&story), 1, "{name}");
        command(&mut story, Command::Palette);
        for _ in 0..60 {
            story.step();
        }
        assert_eq!(cards(&story), 0, "{name}");
    }
}

#[test]
fn clicks_a_bar_to_read_where_the_article_speaks_of_it_and_comes_back() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Polls);
    click(&mut story, Role::ListItem, "Support: 33%");
    let claim = "33% supported, a claim: Support for end-to-end encryption as it is (Support: 33%)";
    assert!(in_view(&story, &story.get_by_role_and_label(Role::Link, claim)));
    command(&mut story, Command::Back);
    story.get_by_role_and_label(Role::Heading, "Polls");
}

#[test]
fn reaches_a_claim_and_its_card_by_keyboard() {
    let mut story = at_the_first_chart();
    let claim =
        "4%, a claim: Which matters more: detecting child abuse images, or privacy (Privacy: just 4%)";
    story.get_by_role_and_label(Role::Link, claim).focus();
    story.run();
    assert!(in_view(&story, &story.get_by_role_and_label(Role::Link, claim)));
    let margin = story.get_by_role_and_label(Role::Complementary, "Notes and figures of this passage");
    let card: Vec<String> = margin.query_all_by_role(Role::Label).map(|node| name(&node)).collect();
    assert!(card.contains(&"“just 4%”".to_owned()), "{card:#?}");
}

/// The button that was pressed has other words then, and is still where the keyboard is.
#[test]
fn keeps_the_keyboard_on_a_charts_button_that_was_pressed() {
    let mut story = first_briefing(USUAL);
    let is_on = |story: &Story, words: &str| {
        let name = format!("{words}: {QUESTION}");
        let button = story.get_by_role_and_label(Role::Button, &name);
        button.accesskit_node().is_focused()
    };
    for (before, after) in
        [("Table", "Hide table"), ("Hide table", "Table"), ("Stacked", "Bars"), ("Bars", "Stacked")]
    {
        story.get_by_role_and_label(Role::Button, &format!("{before}: {QUESTION}")).focus();
        story.run();
        assert!(is_on(&story, before));
        press(&mut story, Key::Enter);
        assert!(is_on(&story, after), "{before} took the keyboard away");
    }
}
