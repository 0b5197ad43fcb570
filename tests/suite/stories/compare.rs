//! Holding figures of several polls against each other.

use std::fmt::Write as _;

use briefing_reader::app::{App, Session};
use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::view::actions::{Command, View};
use egui::accesskit::{Role, Toggled};
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::story::{
    Story, USUAL, click, command, description, drag, everything, first_briefing, fixture, name, names, press,
    shelf, window,
};

const SCANNING: &str = "Message scanning, 4 questions, 4 polls";

fn on_a_topic(topic: &str) -> Story {
    let mut story = shelf();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, topic);
    story
}

fn figures(story: &Story) -> Vec<String> {
    let list = names(story, Role::ListItem);
    list.into_iter().filter(|name| name.contains("interval")).collect()
}

#[test]
fn compares_a_topic_over_all_briefings_and_hears_each_figure() {
    let story = on_a_topic(SCANNING);
    let figures = figures(&story);
    assert_eq!(figures.len(), 5, "{figures:#?}");
    assert_eq!(
        figures[2],
        "Automated searching of all personal e-mails and messages. Against: 72%; interval 71.1 to 72.9%, \
         n\u{a0}=\u{a0}10,265; YouGov for Patrick Breyer MEP, April 2021"
    );
    assert!(figures[1].contains("no interval, sample size stated only as more than 26,000"), "{figures:#?}");
    let chart = story.get_by_role_and_label(Role::Figure, "Message scanning");
    assert!(description(&chart).starts_with("Dot plot of 5 figures. "), "{}", description(&chart));
}

#[test]
fn is_told_that_a_condition_makes_two_questions_different() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, "Encryption support, 2 questions, 1 poll");
    let said = everything(&story);
    assert!(said.contains("same poll, same people: a difference of −29 points"), "{said}");
    assert!(said.contains("Wording: different."), "{said}");
    assert!(
        said.contains("A condition is set by some of the questions and not by others: “if it were"),
        "{said}"
    );
    assert!(said.contains("Mode: same. not stated"), "{said}");
}

#[test]
fn takes_figures_in_and_out_by_keyboard() {
    let mut story = on_a_topic(SCANNING);
    let against = "Against";
    let boxes = |story: &Story| {
        let ticked = |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(Toggled::True);
        story.query_all_by_role(Role::CheckBox).filter(ticked).map(|node| name(&node)).collect::<Vec<_>>()
    };
    assert!(boxes(&story).iter().any(|name| name == against));
    let first = story.query_all_by_role(Role::CheckBox).next().expect("there is a box");
    first.focus();
    story.run();
    press(&mut story, Key::Space);
    assert_eq!(figures(&story).len(), 4, "the first question is out");
    press(&mut story, Key::Space);
    assert_eq!(figures(&story).len(), 5, "and in again");
}

#[test]
fn brings_a_charts_answers_from_the_page() {
    let mut story = first_briefing(USUAL);
    click(&mut story, Role::TreeItem, "Which matters more?, chart");
    let question = "Which matters more: detecting child abuse images, or privacy?";
    click(&mut story, Role::Button, &format!("Compare…: {question}"));
    click(&mut story, Role::Button, "Add its answers to the comparison");
    assert_eq!(figures(&story).len(), 3);
    assert!(everything(&story).contains("Detecting abuse images: more than half (above 50%, at most 100%)"));
}

#[test]
fn hears_why_dates_that_nobody_states_are_the_same_for_one_survey() {
    let story = on_a_topic("Encryption support, 2 questions, 1 poll");
    assert!(everything(&story).contains("Dates: same. not stated, but one survey"), "{}", everything(&story));
}

#[test]
fn title_chart_and_verdict_begin_at_one_left_edge_however_the_controls_wrap() {
    for (topic, width) in
        [(SCANNING, 1280.0), (SCANNING, 800.0), ("Encryption support, 2 questions, 1 poll", 1280.0)]
    {
        let mut story = window(&[], vec2(width, 900.0));
        command(&mut story, Command::Compare);
        click(&mut story, Role::Button, topic);
        let heading = |words: &str| story.get_by_role_and_label(Role::Heading, words).rect().left();
        let title = topic.split(',').next().expect("it has a name");
        let chart = story.get_by_role_and_label(Role::Figure, title).rect().left();
        let edges = [heading(title), chart, heading("Can these be compared?")];
        assert!(edges.iter().all(|edge| (edge - edges[0]).abs() < 0.5), "{topic} at {width}: {edges:?}");
    }
}

#[test]
fn drags_a_chart_by_its_title_onto_compare() {
    for size in [USUAL, vec2(700.0, 800.0)] {
        let mut story = first_briefing(size);
        command(&mut story, Command::Polls);
        let question = "Support for end-to-end encryption as it is";
        let title = story.get_by_role_and_label(Role::Figure, question);
        let title = title.rect().left_top() + vec2(30.0, 8.0);
        let compare = {
            let views =
                story.query_all_by_role(Role::RadioButton).chain(story.query_all_by_role(Role::Button));
            let mut compare = views.filter(|node| ["Compare", "View: Polls"].contains(&name(node).as_str()));
            compare.next_back().expect("the bar has the views").rect().center()
        };
        drag(&mut story, title, compare + vec2(0.0, 60.0));
        assert_eq!(story.state_mut().window_mut().view, View::Polls, "let go elsewhere, nothing happens");
        drag(&mut story, title, compare);
        let figures = figures(&story);
        assert!(
            figures[0].starts_with("Support for end-to-end encryption as it is. Support: 33%"),
            "{figures:?}"
        );
    }
}

#[test]
fn a_trial_is_called_a_trial_wherever_it_shows() {
    let mut story = on_a_topic("Encryption support, 2 questions, 1 poll");
    assert!(figures(&story).iter().all(|figure| figure.contains("no interval, sample size not stated")));
    click(&mut story, Role::Button, "If n were…");
    click(&mut story, Role::Button, "1,000");
    assert!(
        figures(&story).iter().all(|figure| figure.contains("if n were 1,000")),
        "{:#?}",
        figures(&story)
    );
    let said = everything(&story);
    assert!(said.contains("outlined bands are a trial, if n were 1,000"), "{said}");
    assert!(said.contains("“if n were 1,000” is a trial"), "{said}");
}

#[test]
fn holds_the_others_against_a_figure_that_is_clicked() {
    let mut story = on_a_topic("Encryption support, 2 questions, 1 poll");
    let first = figures(&story)[0].clone();
    click(&mut story, Role::ListItem, &first);
    assert!(everything(&story).contains("Baseline: 1"));
    click(&mut story, Role::ListItem, &first);
    assert!(everything(&story).contains("Baseline: none"), "a second click takes it back");
}

#[test]
fn names_a_comparison_and_finds_it_again_at_the_next_start() {
    let data = tempfile::tempdir().unwrap();
    let mut story = shelf();
    *story.state_mut() = App::new(&[], Session::load(data.path()));
    story.run();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, SCANNING);
    click(&mut story, Role::Button, "Save this comparison…");
    story
        .get_by_role_and_label(Role::TextInput, "Name of this comparison")
        .type_text("Scanning: for and against");
    story.run();
    press(&mut story, Key::Enter);
    assert!(everything(&story).contains("“Scanning: for and against” is saved."));
    let file = data.path().join("comparisons/scanning-for-and-against.comparison");
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .contains("breyer-chat-control-2021#yougov-2021/scanning/against")
    );

    *story.state_mut() = App::new(&[], Session::load(data.path()));
    story.run();
    command(&mut story, Command::Compare);
    click(&mut story, Role::Button, "Scanning: for and against");
    assert_eq!(figures(&story).len(), 5);
    let mut story = window(&[file], USUAL);
    assert_eq!(figures(&story).len(), 5, "a shared file opens as a briefing does");
    story.run();
}

#[test]
fn is_told_where_a_shared_file_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.comparison");
    std::fs::write(&path, "Comparison(\n    format: 1,\n    name: \"x\",\n    figure: [],\n)\n").unwrap();
    let story = window(&[path], USUAL);
    let said = everything(&story);
    assert!(said.contains("bad.comparison:4") && said.contains("did you mean `figures`?"), "{said}");
}

#[test]
fn finds_the_figures_to_choose_on_a_narrow_window_too() {
    let mut story = window(&[fixture("fixtures/kitchen-sink")], vec2(700.0, 700.0));
    story.state_mut().window_mut().view = View::Compare;
    story.run();
    click(&mut story, Role::Button, SCANNING);
    assert_eq!(story.query_all_by_role(Role::CheckBox).count(), 0);
    click(&mut story, Role::Button, "Figures…");
    assert!(story.query_all_by_role(Role::CheckBox).count() >= 5);
}

#[test]
fn shares_a_comparison_as_a_file_that_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.comparison");
    let mut story = on_a_topic(SCANNING);
    story.state_mut().save_to(path.clone());
    click(&mut story, Role::Button, "Save this comparison…");
    story.get_by_role_and_label(Role::TextInput, "Name of this comparison").type_text("To send");
    story.run();
    click(&mut story, Role::Button, "Share as a file…");
    super::exports::wait_for(&mut story, &format!("Saved as {}.", path.display()));
    let story = window(&[path], USUAL);
    assert_eq!(figures(&story).len(), 5);
    assert!(everything(&story).contains("To send"));
}

#[test]
fn takes_the_chart_of_a_comparison_along() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("compared.svg");
    let mut story = on_a_topic("Encryption support, 2 questions, 1 poll");
    story.state_mut().save_to(path.clone());
    click(&mut story, Role::Button, "If n were…");
    click(&mut story, Role::Button, "1,000");
    click(&mut story, Role::Button, "Export…");
    click(&mut story, Role::Button, "Save as SVG drawing…");
    super::exports::wait_for(&mut story, &format!("Saved as {}.", path.display()));
    let svg = std::fs::read_to_string(&path).unwrap();
    assert!(svg.contains("if n were 1,000") && svg.contains("A condition is set by some"), "{svg}");
}

#[test]
fn takes_all_charts_of_a_briefing_along() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = first_briefing(USUAL);
    story.state_mut().save_to(folder.path().to_owned());
    command(&mut story, Command::ExportCharts);
    super::exports::wait_for(&mut story, "Saved 5 charts in ");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 5);
}

#[test]
fn sees_the_same_figures_in_other_ways() {
    let mut story = on_a_topic("Senior manager liability, 4 questions, 2 polls");
    assert_eq!(figures(&story).len(), 8);
    click(&mut story, Role::RadioButton, "Panels");
    assert_eq!(figures(&story).len(), 8, "each figure is said in its panel");
    click(&mut story, Role::Button, "Table");
    assert_eq!(story.query_all_by_role(Role::Table).count(), 1);
    assert_eq!(story.query_all_by_role(Role::Row).count(), 9, "a header and a row for each figure");
}

#[test]
fn finds_every_two_of_them_with_the_keyboard() {
    let mut story = on_a_topic(SCANNING);
    let pairs = |story: &Story| {
        let all = names(story, Role::ListItem);
        all.into_iter()
            .filter(|name| name.contains(" and ") && name.contains(" against "))
            .collect::<Vec<_>>()
    };
    assert_eq!(pairs(&story).len(), 10);
    let first = pairs(&story)[0].clone();
    assert!(first.starts_with("1 and 2: 60% against 87%"), "{first}");
    story.get_by_role_and_label(Role::ListItem, &first).focus();
    story.run();
    press(&mut story, Key::ArrowDown);
    let focused = story.get_by(|node| node.is_focused() && node.role() != Role::Window);
    assert!(name(&focused).starts_with("1 and 3: 60% of 1,723 against 72% of 10,265"), "{}", name(&focused));
}

#[test]
fn chooses_a_topic_from_the_palette() {
    let mut story = first_briefing(USUAL);
    command(&mut story, Command::Palette);
    story.event(egui::Event::Text("compare: message".to_owned()));
    story.run();
    press(&mut story, Key::Enter);
    assert_eq!(figures(&story).len(), 5);
}

/// A poll of 1,500 waves with two groups each, as a table.
fn many_waves() -> Bundle {
    let mut table =
        "wave,group,n,from,question,topic,title,wording_kind,wording,base,answer,label,value,printed\n"
            .to_owned();
    for wave in 0..1_500 {
        let day = format!("{}-{:02}-01", 1900 + wave / 12, 1 + wave % 12);
        for group in ["Women", "Men"] {
            for (answer, share) in [("yes", 40 + wave % 9), ("no", 60 - wave % 9)] {
                let _ = writeln!(
                    table,
                    "{wave},{group},1000,{day},q,waves,Do you?,not stated,,all,{answer},{answer},{share},{share}%"
                );
            }
        }
    }
    let manifest = "Briefing(format: 1, id: \"large\", edition: 1, title: \"Large\", article: \"article.md\", \
                    polls: [Poll(id: \"p\", title: \"Attitudes\", source: \"s\", table: \"polls/large.csv\")])";
    let mut files = Files::default();
    files.insert("briefing.ron", manifest.as_bytes().to_vec());
    files.insert("article.md", b"Words.\n".to_vec());
    files.insert("polls/large.csv", table.into_bytes());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

#[test]
fn compares_thousands_of_figures_while_only_what_is_near_is_laid_out() {
    let mut story = shelf();
    story.state_mut().open(many_waves());
    command(&mut story, Command::Polls);
    assert!(everything(&story).contains("4,501 polls with 3,000 questions"));
    assert!(names(&story, Role::Figure).len() < 200, "all charts are laid out");
    story.state_mut().compare_topic("waves");
    story.run();
    assert!(everything(&story).contains("3,000 figures: 1,500 questions from 1,500 polls."));
    let boxes = names(&story, Role::CheckBox);
    assert!((20..500).contains(&boxes.len()), "{} lines to tick are laid out", boxes.len());
    assert_eq!(boxes[..3], ["Do you?, Attitudes, 0: Women", "yes", "no"]);
    click(&mut story, Role::CheckBox, "Do you?, Attitudes, 0: Women");
    assert!(everything(&story).contains("2,999 figures"));
    let tracker = story.get_by_role_and_label(Role::Figure, "Waves");
    assert!(
        description(&tracker).starts_with("Shares over time of 2,999 figures."),
        "{}",
        description(&tracker)
    );
}
