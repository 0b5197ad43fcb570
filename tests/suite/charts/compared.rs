//! Figures of several polls side by side: what each way to draw them says and looks like.

use briefing_reader::chart::comparison::{self, ComparisonChart, ComparisonKind};
use briefing_reader::chart::{self, Kind, QuestionChart};
use briefing_reader::poll::comparison::{Item, Order, Settings};
use briefing_reader::poll::{
    Answer, AnswerKind, Base, Disclosed, Fieldwork, Poll, Question, Reported, SampleSize,
};
use briefing_reader::ui::{Manner, ThemeName, apply, fonts};
use egui::accesskit::Role;
use egui::{Key, Rect, UiBuilder, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::canvas::{self, MARGIN, keep};
use super::samples::{answer, look, survey};
use crate::support::renderer::CpuRenderer;

fn poll(id: &str, people: Option<u64>, dates: (&str, &str)) -> Poll {
    Poll {
        id: id.to_owned(),
        title: format!("Poll {id}"),
        sample_size: Some(people.map_or(SampleSize::NotStated, SampleSize::Stated)),
        fieldwork: Some(Fieldwork::Dates(dates.0.to_owned(), dates.1.to_owned())),
        ..survey()
    }
}

fn question(title: &str, values: &[(&str, Reported, &str)]) -> Question {
    let answers = values.iter().map(|(label, value, printed)| {
        answer(&label.to_lowercase(), label, *value, printed, AnswerKind::Position)
    });
    Question {
        id: title.to_lowercase().replace(' ', "-"),
        title: title.to_owned(),
        base: Base::All,
        answers: answers.collect::<Vec<Answer>>(),
        ..Question::default()
    }
}

/// Every sort of figure: with an interval, without, in words, and one of a small sample.
fn surveys() -> Vec<(Poll, Question)> {
    use Reported::{About, MoreThan, Percent};
    let of = |title: &str, value, printed| question(title, &[("Support", value, printed)]);
    vec![
        (
            poll("a", Some(1723), ("2021-03-01", "2021-03-03")),
            of("Power to require it", Percent(73.0), "73%"),
        ),
        (
            poll("b", Some(197), ("2021-06", "2021-06")),
            of("Firms should develop the technology", Percent(79.0), "79%"),
        ),
        (
            poll("c", Some(25_151), ("2022-01-10", "2022-02-20")),
            of("Detect and report", MoreThan(70.0), "more than 70%"),
        ),
        (poll("d", None, ("2022-09-01", "2022-09-04")), of("Detection in messages", Percent(83.0), "83%")),
        (
            poll("e", Some(900), ("2023-01-05", "2023-01-06")),
            of("Automated searching", About(20.0), "about one in five"),
        ),
    ]
}

/// Two waves whose answers are all there were.
fn whole_waves() -> Vec<(Poll, Question)> {
    let mut waves = waves();
    for ((_, question), rest) in waves.iter_mut().zip([7.0, 8.0]) {
        let unsure = Reported::Percent(rest);
        question.answers.push(answer("unsure", "Don’t know", unsure, "", AnswerKind::DontKnow));
    }
    waves
}

fn waves() -> Vec<(Poll, Question)> {
    use Reported::Percent;
    let values = |for_: f64, against: f64| [("For", Percent(for_), ""), ("Against", Percent(against), "")];
    vec![
        (
            poll("a", Some(1000), ("2021-03-01", "2021-03-03")),
            question("Do you agree? (2021)", &values(33.0, 60.0)),
        ),
        (
            poll("b", Some(800), ("2023-03-01", "2023-03-03")),
            question("Do you agree? (2023)", &values(62.0, 30.0)),
        ),
    ]
}

fn items(surveys: &[(Poll, Question)]) -> Vec<(Item<'_>, &'static str)> {
    let all = surveys.iter().flat_map(|(poll, question)| {
        question.answers.iter().map(move |answer| Item {
            briefing: "b",
            edition: None,
            poll,
            question,
            answer,
        })
    });
    all.map(|item| (item, "The release")).collect()
}

struct Case {
    surveys: Vec<(Poll, Question)>,
    kind: ComparisonKind,
    table: bool,
    /// A figure that is lit up from outside, by its place.
    lit: Option<usize>,
}

fn drawn(case: Case, theme: ThemeName, width: f32, size: f32) -> Harness<'static> {
    canvas::page(theme, width, move |page, theme| {
        let items = items(&case.surveys);
        let baseline = items.first().map(|(item, _)| item.reference());
        let chart = ComparisonChart::new(
            "Detection in messages",
            &items,
            Settings::default(),
            Order::Chosen,
            baseline.as_deref(),
        );
        let lit = case.lit.map(|index| items[index].0.reference());
        let how = (case.kind, case.table);
        comparison::show(page, &chart, &look(theme, size), how, lit.as_deref());
        MARGIN
    })
}

fn case(surveys: Vec<(Poll, Question)>, kind: ComparisonKind) -> Case {
    Case { surveys, kind, table: false, lit: None }
}

#[test]
fn dots_have_their_intervals_and_doubt_its_hatching() {
    keep(drawn(case(surveys(), ComparisonKind::Dots), ThemeName::Paper, 760.0, 1.0), "compare-dots-paper");
}

#[test]
fn dots_go_under_their_words_where_the_page_is_narrow() {
    let with_table = Case { table: true, ..case(surveys(), ComparisonKind::Dots) };
    keep(drawn(with_table, ThemeName::Ink, 460.0, 1.0), "compare-dots-ink");
}

#[test]
fn two_versions_of_a_question_stand_on_one_line() {
    keep(drawn(case(waves(), ComparisonKind::Dumbbell), ThemeName::Ink, 700.0, 1.0), "compare-two-ink");
}

#[test]
fn polls_stand_in_time_with_their_fieldwork_and_bands() {
    keep(
        drawn(case(surveys(), ComparisonKind::Tracker), ThemeName::Paper, 620.0, 1.0),
        "compare-tracker-paper",
    );
}

#[test]
fn panels_have_one_scale() {
    keep(
        drawn(case(waves(), ComparisonKind::Panels), ThemeName::Contrast, 520.0, 1.5),
        "compare-panels-contrast",
    );
}

#[test]
fn whole_sets_part_at_one_middle() {
    keep(
        drawn(case(whole_waves(), ComparisonKind::Diverging), ThemeName::Paper, 620.0, 1.0),
        "compare-sides-paper",
    );
}

#[test]
fn people_who_take_sides_part_at_what_is_neutral() {
    let mut likert = super::samples::in_degrees();
    likert.answers.truncate(5);
    let poll = survey();
    let chart = QuestionChart::new(&poll, &likert, "The release", "");
    assert!(chart.suits(Kind::Diverging));
    let mut harness = Harness::builder()
        .with_size(vec2(660.0, 240.0))
        .renderer(CpuRenderer::default())
        .with_context_setup(|ctx| {
            ctx.set_fonts(fonts::definitions());
            apply(ctx, ThemeName::Ink.theme(), Manner::default());
        })
        .build_ui(move |ui| {
            let theme = ThemeName::Ink.theme();
            let window = ui.ctx().content_rect();
            ui.painter().with_clip_rect(window).rect_filled(window, 0.0, theme.page);
            let room = Rect::from_min_size(window.min + vec2(MARGIN, MARGIN), vec2(620.0, 4000.0));
            let mut page = ui.new_child(UiBuilder::new().max_rect(room));
            let chart = QuestionChart::new(&poll, &likert, "The release", "");
            chart::show(&mut page, &chart, &look(theme, 1.0), Kind::Diverging, false, None);
        });
    harness.run_steps(4);
    keep(harness, "chart-diverging-ink");
}

#[test]
fn arrows_go_through_time_and_each_poll_is_said() {
    let mut shown = drawn(case(surveys(), ComparisonKind::Tracker), ThemeName::Paper, 620.0, 1.0);
    let said =
        |shown: &Harness<'_>| shown.get_by_role(Role::ListItem).accesskit_node().label().unwrap_or_default();
    assert!(
        said(&shown).starts_with("Power to require it. Support: 73%; interval 70.9 to 75.0%"),
        "{}",
        said(&shown)
    );
    shown.get_by_role(Role::ListItem).focus();
    shown.run_steps(2);
    shown.key_press(Key::ArrowRight);
    shown.run_steps(2);
    assert!(
        said(&shown).starts_with("Firms should develop the technology. Support: 79%"),
        "{}",
        said(&shown)
    );
    shown.key_press(Key::End);
    shown.run_steps(2);
    assert!(said(&shown).contains("Automated searching. Support: about one in five"), "{}", said(&shown));
}

#[test]
fn every_kind_shows_which_figure_is_lit_up_from_outside() {
    for (kind, surveys, first, second) in [
        (ComparisonKind::Dots, surveys as fn() -> Vec<(Poll, Question)>, 0, 1),
        (ComparisonKind::Panels, surveys, 0, 1),
        (ComparisonKind::Tracker, surveys, 0, 1),
        // A figure of either line; one of either bar.
        (ComparisonKind::Dumbbell, waves, 0, 3),
        (ComparisonKind::Stacked, whole_waves, 0, 4),
        (ComparisonKind::Diverging, whole_waves, 0, 4),
    ] {
        let picture = |lit: Option<usize>| {
            let case = Case { lit, ..case(surveys(), kind) };
            drawn(case, ThemeName::Paper, 620.0, 1.0).render().expect("it is drawn")
        };
        let (none, first, second) = (picture(None), picture(Some(first)), picture(Some(second)));
        assert!(none != first && none != second && first != second, "{kind:?}");
    }
}

#[test]
fn the_caption_speaks_of_the_mark_that_is_drawn_for_a_figure_without_an_interval() {
    let surveys = surveys();
    let items = items(&surveys);
    let chart = ComparisonChart::new("", &items, Settings::default(), Order::Chosen, None);
    for (kind, mark) in [
        (ComparisonKind::Dots, "a diamond"),
        (ComparisonKind::Panels, "a diamond"),
        (ComparisonKind::Dumbbell, "a mark without a band"),
        (ComparisonKind::Tracker, "a hollow mark"),
    ] {
        let said = chart.base_line(kind);
        assert!(said.contains(&format!("; {mark} has no interval")), "{kind:?}: {said}");
    }
}

#[test]
fn one_figure_alone_is_one_figure() {
    let surveys = surveys();
    let items = items(&surveys);
    let chart = ComparisonChart::new("", &items[..1], Settings::default(), Order::Chosen, None);
    assert!(chart.summary(ComparisonKind::Dots).starts_with("Dot plot of one figure. Values as printed"));
}

#[test]
fn what_no_dates_place_in_time_is_said_to_be_left_out() {
    let mut surveys = surveys();
    surveys[1].0.fieldwork = Some(Fieldwork::Described("in summer".to_owned()));
    surveys[2].0.fieldwork = Some(Fieldwork::Dates("2022-02-20".to_owned(), "2022-01-10".to_owned()));
    surveys[0].0.commissioned_by = Some(Disclosed::NotStated);
    let items = items(&surveys);
    let settings = Settings::default();
    let found = chart::tracker::Tracker::of(items.iter().map(|(item, _)| (*item, item.estimate(&settings))));
    assert_eq!(found.left_out().as_deref(), Some("Left out: 2 figures without dates that can be used."));
}

#[test]
fn the_keyboard_comes_to_every_mark_of_every_kind_and_hears_its_sentence() {
    for (kind, surveys, marks) in [
        (ComparisonKind::Dots, surveys as fn() -> Vec<(Poll, Question)>, 5),
        (ComparisonKind::Panels, surveys, 5),
        // Two figures on each line.
        (ComparisonKind::Dumbbell, waves, 2),
        // Every part of either bar.
        (ComparisonKind::Stacked, whole_waves, 6),
        (ComparisonKind::Diverging, whole_waves, 6),
    ] {
        let mut shown = drawn(case(surveys(), kind), ThemeName::Paper, 620.0, 1.0);
        let firsts: Vec<String> = shown
            .query_all_by_role(Role::ListItem)
            .map(|node| node.accesskit_node())
            .filter(|node| node.position_in_set() == Some(1))
            .filter_map(|node| node.label())
            .collect();
        let mut heard = Vec::new();
        for (list, _) in firsts.iter().enumerate() {
            let nodes: Vec<_> = shown
                .query_all_by_role(Role::ListItem)
                .filter(|node| node.accesskit_node().position_in_set() == Some(1))
                .collect();
            nodes[list].focus();
            let count = nodes[list].accesskit_node().size_of_set().expect("it says of how many");
            drop(nodes);
            shown.run_steps(2);
            for step in 0..count {
                if step > 0 {
                    shown.key_press(Key::ArrowDown);
                    shown.run_steps(2);
                }
                let focused = shown.get_by(|node| node.is_focused() && node.role() == Role::ListItem);
                heard.push(focused.accesskit_node().label().unwrap_or_default());
            }
        }
        let all: Vec<String> = shown
            .query_all_by_role(Role::ListItem)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert_eq!((heard.len(), all.len()), (marks, marks), "{kind:?}: {heard:#?}");
        for name in all {
            assert!(
                heard.contains(&name) && name.contains('%') || name.contains("one in five"),
                "{kind:?}: {name}"
            );
        }
    }
}
