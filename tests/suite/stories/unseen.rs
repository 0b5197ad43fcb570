//! The whole page by ear: what is scrolled away can be heard, in the order of the page, and gone to.

use std::path::PathBuf;

use briefing_reader::bundle::Item;
use briefing_reader::view::actions::Command;
use egui::Key;
use egui::accesskit::{Action, NodeId, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    Story, USUAL, click, command, first_briefing, fixture, in_view, name, press, window, window_on_anything,
};

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

/// All that is heard of the document, a line each: how deep it stands, what it is, its words, what is
/// said beside them, whether it can be worked with.
fn all_heard(story: &Story) -> Vec<String> {
    let document = story.get_by_role(Role::Document);
    let mut heard = Vec::new();
    hear(&document, 0, &mut heard);
    heard
}

fn hear(node: &Node<'_>, depth: usize, heard: &mut Vec<String>) {
    let inside = node.accesskit_node();
    // The margin stands beside the page, and has what belongs to the rows in view.
    if inside.role() == Role::Complementary {
        return;
    }
    let is_room = matches!(inside.role(), Role::GenericContainer | Role::TextRun | Role::ScrollBar);
    if !is_room {
        let data = inside.data();
        heard.push(format!(
            "{}{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            "  ".repeat(depth),
            inside.role(),
            name(node),
            inside.description().unwrap_or_default(),
            data.level(),
            data.position_in_set().zip(data.size_of_set()),
            data.toggled(),
            data.supports_action(Action::Click),
        ));
    }
    for child in node.children() {
        hear(&child, depth + usize::from(!is_room), heard);
    }
}

/// Complains where something is heard otherwise once it is scrolled to, or away.
fn hear_all_the_way(story: &mut Story, what: &str) {
    press(story, Key::Home);
    let at_the_top = all_heard(story);
    assert!(at_the_top.len() > 2, "{what}: only {at_the_top:?}");
    for page in 0..200 {
        let before = top(story);
        let now = all_heard(story);
        let mut pairs = at_the_top.iter().zip(&now);
        let differs = pairs.find(|(away, here)| away != here);
        assert!(
            differs.is_none() && at_the_top.len() == now.len(),
            "{what}, page {page}: {} and {} things are heard; {differs:#?}",
            at_the_top.len(),
            now.len()
        );
        press(story, Key::PageDown);
        if top(story) == before {
            return;
        }
    }
    panic!("{what} comes to no end");
}

/// Where the last thing that is heard stands.
fn top(story: &Story) -> i32 {
    let document = story.get_by_role(Role::Document);
    let last =
        document.query_all_by(|node| node.bounding_box().is_some() && node.role() == Role::Label).last();
    last.expect("something is heard").rect().top() as i32
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

/// Every row of every briefing of the shelf is heard of as it is heard in view: charts with their
/// answers, tables and buttons, links, notes.
#[test]
fn hears_of_what_is_scrolled_away_all_that_is_heard_in_view() {
    for id in briefing_reader::library::ids() {
        let mut story = window(&[], USUAL);
        story.state_mut().open(briefing_reader::library::open(id).expect("it is built in"));
        story.run();
        for view in [Command::Read, Command::Polls, Command::Claims] {
            command(&mut story, view);
            hear_all_the_way(&mut story, &format!("{id}, {}", view.name()));
        }
    }
}

#[test]
fn hears_of_every_construct_that_is_scrolled_away_all_that_is_heard_in_view() {
    for folder in ["fixtures/kitchen-sink", "fixtures/scripts", "broken/reference-dangling"] {
        let mut story = window_on_anything(&[fixture(folder)]);
        command(&mut story, Command::Read);
        for view in [Command::Read, Command::Polls, Command::Claims] {
            command(&mut story, view);
            hear_all_the_way(&mut story, &format!("{folder}, {}", view.name()));
        }
    }
}

/// The first chart is shown as a table too, and the second has a note on it.
#[test]
fn hears_of_tables_and_notes_that_are_scrolled_away_all_that_is_heard_in_view() {
    let mut story = first_briefing(USUAL);
    press(&mut story, Key::End);
    let button = |begins: &str, story: &Story| {
        let mut buttons = story.query_all_by_role(Role::Button).filter(|node| name(node).starts_with(begins));
        buttons.next().unwrap_or_else(|| panic!("no {begins}")).click_accesskit();
    };
    button("Table: Which matters more", &story);
    story.run();
    let row = story.get_by_role_and_label(Role::RowHeader, "Equally important");
    assert!(in_view(&story, &row), "what was asked for is not in view");
    press(&mut story, Key::End);
    button("Stacked: Which matters more", &story);
    story.run();
    hear_all_the_way(&mut story, "the page");

    command(&mut story, Command::Polls);
    press(&mut story, Key::End);
    button("Note…: Support once firms", &story);
    story.run();
    click(&mut story, Role::Button, "On the whole chart");
    story.event(egui::Event::Text("A note.".to_owned()));
    story.run();
    press(&mut story, Key::Escape);
    press(&mut story, Key::Escape);
    hear_all_the_way(&mut story, "the polls");
}

#[test]
fn gives_the_keyboard_to_a_charts_button_that_was_scrolled_away() {
    let mut story = first_briefing(USUAL);
    press(&mut story, Key::End);
    let name = "Table: Which matters more: detecting child abuse images, or privacy?";
    assert!(!in_view(&story, &story.get_by_role_and_label(Role::Button, name)));
    story.get_by_role_and_label(Role::Button, name).focus();
    story.run();
    let button = story.get_by_role_and_label(Role::Button, name);
    assert!(in_view(&story, &button) && button.accesskit_node().is_focused());
}

#[test]
fn hears_every_block_of_the_article() {
    let mut story = first_briefing(USUAL);
    let reading = story.state_mut().window_mut().reading.as_ref().expect("it is open");
    let article = &reading.bundle.article;
    let words = |item: &Item| match item {
        Item::Block(index) => {
            Some(article.blocks[*index].words().into_owned()).filter(|words| !words.is_empty())
        }
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
