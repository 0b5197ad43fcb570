//! The whole page by ear: what is scrolled away can be heard, in the order of the page, and gone to.

use std::path::PathBuf;

use briefing_reader::bundle::Item;
use briefing_reader::view::Command;
use egui::Key;
use egui::accesskit::{NodeId, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::story::{Story, USUAL, command, first_briefing, fixture, in_view, name, press, window};

/// Headings, charts, items, notes and what code and tables say, in the order of the page.
fn heard(story: &Story) -> Vec<String> {
    let document = story.get_by_role(Role::Document);
    let roles = [
        Role::Heading,
        Role::Figure,
        Role::ListItem,
        Role::DocFootnote,
        Role::Blockquote,
        Role::Code,
        Role::Cell,
        Role::Image,
    ];
    let nodes = document.query_all_by(|node| {
        let in_chart = node
            .parent()
            .is_some_and(|list| list.parent().is_some_and(|figure| figure.role() == Role::Figure));
        roles.contains(&node.role()) && !in_chart
    });
    nodes.map(|node| format!("{:?} {}", node.accesskit_node().role(), name(&node))).collect()
}

fn link<'s>(story: &'s Story, begins: &str) -> Node<'s> {
    let mut links = story.query_all_by_role(Role::Link).filter(|node| name(node).starts_with(begins));
    links.next().unwrap_or_else(|| panic!("no link begins with {begins}"))
}

fn id_of(story: &Story, begins: &str) -> NodeId {
    let mut labels = story.query_all_by_role(Role::Label).filter(|node| name(node).starts_with(begins));
    labels.next().expect("it is heard of").accesskit_node().locate().0
}

#[test]
fn hears_the_same_page_wherever_it_is_scrolled_to() {
    let bundle = fixture("fixtures/kitchen-sink");
    let stories: [fn(PathBuf) -> Story; 2] = [|_| first_briefing(USUAL), |bundle| window(&[bundle], USUAL)];
    for open in stories {
        let mut story = open(bundle.clone());
        let at_the_top = heard(&story);
        for page in 0..8 {
            press(&mut story, Key::PageDown);
            assert_eq!(heard(&story), at_the_top, "page {page}");
        }
        press(&mut story, Key::End);
        assert_eq!(heard(&story), at_the_top);
    }
}

#[test]
fn hears_every_block_of_the_article() {
    let mut story = first_briefing(USUAL);
    let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
    let article = &reading.bundle.article;
    let words = |item: &Item| match item {
        Item::Block(index) => Some(article.blocks[*index].text.clone()).filter(|words| !words.is_empty()),
        _ => None,
    };
    let blocks: Vec<String> = reading.bundle.page_order().iter().filter_map(words).collect();
    let said: Vec<String> = story.query_all_by(|_| true).map(|node| name(&node)).collect();
    let mut from = 0;
    for words in &blocks {
        let at = said[from..].iter().position(|said| said.ends_with(words.as_str()));
        from += at.unwrap_or_else(|| panic!("not heard in its place: {words}"));
    }
    assert!(blocks.len() > 20, "only {} blocks", blocks.len());
}

#[test]
fn brings_a_heading_into_view_that_a_screen_reader_goes_to() {
    let mut story = first_briefing(USUAL);
    let heading = |story: &Story| {
        let heading = story.get_by_role_and_label(Role::Heading, "How far the numbers go");
        (in_view(story, &heading), heading.rect().top())
    };
    assert!(!heading(&story).0);
    story.get_by_role_and_label(Role::Heading, "How far the numbers go").scroll_to_me();
    story.run();
    let (shown, top) = heading(&story);
    assert!(shown && (60.0..500.0).contains(&top), "it stands at {top}");
    // And up again.
    story.get_by_role_and_label(Role::Heading, "Why the question is open").scroll_to_me();
    story.run();
    let up = story.get_by_role_and_label(Role::Heading, "Why the question is open");
    assert!(in_view(&story, &up));
}

#[test]
fn gives_the_keyboard_to_a_link_that_was_scrolled_away() {
    let mut story = first_briefing(USUAL);
    assert!(!in_view(&story, &link(&story, "83% of grooming cases")));
    link(&story, "83% of grooming cases").focus();
    story.run();
    let link = link(&story, "83% of grooming cases");
    assert!(in_view(&story, &link) && link.accesskit_node().is_focused());
}

#[test]
fn follows_a_link_that_was_scrolled_away() {
    let mut story = first_briefing(USUAL);
    link(&story, "note 1").click_accesskit();
    story.run();
    let notes = story.get_by_role_and_label(Role::Heading, "Notes");
    assert!(in_view(&story, &notes), "the note is not in view");
    command(&mut story, Command::Back);
    assert!(in_view(&story, &link(&story, "note 1")), "back is not where the link stands");
}

#[test]
fn follows_a_calls_evidence_that_was_scrolled_away() {
    let mut story = first_briefing(USUAL);
    let evidence = "Support once firms can keep children safe (Support: 62%)";
    let links =
        |story: &Story| story.query_all_by_role(Role::Link).filter(|node| name(node) == evidence).count();
    assert_eq!(links(&story), 2, "calls 1 and 2 rest on it");
    link(&story, evidence).click_accesskit();
    story.run();
    let chart = story.get_by_role_and_label(Role::Figure, "Support once firms can keep children safe");
    assert!(in_view(&story, &chart), "the chart is not in view");
    press(&mut story, Key::End);
    assert_eq!(links(&story), 2, "they are heard of from the end too");
}

#[test]
fn keeps_a_paragraphs_identity_while_it_scrolls() {
    let mut story = first_briefing(USUAL);
    let before = id_of(&story, "The charity brought the dispute");
    for _ in 0..6 {
        press(&mut story, Key::PageDown);
        assert_eq!(id_of(&story, "The charity brought the dispute"), before);
    }
}

/// A paragraph and the links in it are one place: its words are heard once.
#[test]
fn finds_links_inside_their_paragraph() {
    let story = first_briefing(USUAL);
    for begins in ["published a survey", "83% of grooming cases"] {
        let parent = link(&story, begins).parent().expect("it stands in something");
        assert_eq!(parent.accesskit_node().role(), Role::Label, "{begins}");
    }
}

#[test]
fn hears_which_items_are_one_list() {
    let mut story = first_briefing(USUAL);
    for _ in 0..2 {
        let lists = story.query_all_by_role(Role::List);
        let items: Vec<Vec<String>> = lists
            .map(|list| list.query_all_by_role(Role::ListItem).map(|item| name(&item)).collect())
            .collect();
        assert!(
            items.contains(&vec![
                "• the UK and Ireland;".to_owned(),
                "• the US and Canada;".to_owned(),
                "• Australia.".to_owned()
            ]),
            "{items:?}"
        );
        story.get_by_role_and_label(Role::Heading, "The round table").scroll_to_me();
        story.run();
    }
}
