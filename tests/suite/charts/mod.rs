//! Charts under egui's test harness: what they say to a screen reader, what they do under a pointer
//! and with the keyboard, and what they look like.

mod canvas;
mod compared;
mod pictures;
mod samples;

use briefing_reader::chart::{self, ChartResponse, Kind, QuestionChart};
use briefing_reader::poll::{Question, Reported};
use briefing_reader::ui::{ThemeName, fonts};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use samples::{in_degrees, in_words, look, mixed, partial, survey};

/// A chart and all that was done to it.
struct Shown {
    question: Question,
    kind: Kind,
    table: bool,
    lit: Option<&'static str>,
    last: ChartResponse,
    clicked: Vec<String>,
}

impl Shown {
    fn of(question: Question, kind: Kind) -> Shown {
        Shown { question, kind, table: false, lit: None, last: ChartResponse::default(), clicked: vec![] }
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        let poll = survey();
        let chart = QuestionChart::new(&poll, &self.question, "The release", "");
        let look = look(ThemeName::Paper.theme(), 1.0);
        self.last = chart::show(ui, &chart, &look, self.kind, self.table, self.lit);
        self.clicked.extend(self.last.clicked.clone());
        self.table ^= self.last.switched_table;
        if let Some(kind) = self.last.asked_kind {
            self.kind = kind;
        }
    }
}

fn harness(shown: Shown) -> Harness<'static, Shown> {
    let mut harness = Harness::builder()
        .with_size(vec2(660.0, 600.0))
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, shown: &mut Shown| shown.draw(ui), shown);
    harness.run();
    harness
}

fn labels(harness: &Harness<'_, Shown>, role: Role) -> Vec<String> {
    harness
        .query_all(By::new().role(role))
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect()
}

#[test]
fn a_chart_is_a_figure_that_says_everything_in_words() {
    let harness = harness(Shown::of(in_words(), Kind::Bars));
    let figure = harness.get_by_role(Role::Figure);
    let node = figure.accesskit_node();
    assert_eq!(node.label().unwrap(), "Which matters more: detecting child abuse images, or privacy?");
    let description = node.description().unwrap();
    assert!(description.starts_with("Bar chart. UK adults"), "{description}");
    assert!(description.contains("Sample size not stated."), "{description}");
}

#[test]
fn each_bar_is_an_item_of_a_list_with_its_sentence() {
    let harness = harness(Shown::of(in_words(), Kind::Bars));
    assert_eq!(
        labels(&harness, Role::ListItem),
        [
            "Detecting abuse images: more than half (above 50%, at most 100%)",
            "Equally important: almost a third (below 33.3%; taken as within 3 points of 33.3%)",
            "Privacy: 4%",
        ]
    );
    let item = harness.get_by_label("Privacy: 4%");
    assert_eq!(item.accesskit_node().parent().unwrap().role(), Role::List);
    let details = item.accesskit_node().description().unwrap();
    assert!(details.contains("Sample: not stated."), "{details}");
}

#[test]
fn what_is_not_reported_is_an_item_of_the_list() {
    let shown = harness(Shown::of(partial(), Kind::Bars));
    assert_eq!(labels(&shown, Role::ListItem), ["Support: 33%", "Not reported: 67%"]);
}

#[test]
fn a_bar_of_100_percent_says_the_same_and_keeps_sums_apart() {
    let shown = harness(Shown::of(in_degrees(), Kind::Stacked));
    assert_eq!(
        labels(&shown, Role::ListItem),
        [
            "Deeply concerned: 42%",
            "Somewhat concerned: 33%",
            "Neither: 13%",
            "Not concerned: 5%",
            "Don’t know: 7%",
            "Concerned, both together, a sum of answers: 75%",
        ]
    );
    let sum = shown.get_by_label_contains("a sum of answers").rect();
    let part = shown.get_by_label("Deeply concerned: 42%").rect();
    assert!(sum.top() > part.bottom(), "the sum stands under the bar");
}

#[test]
fn parts_of_the_bar_are_as_wide_as_their_share() {
    let shown = harness(Shown::of(in_degrees(), Kind::Stacked));
    let figure = shown.get_by_role(Role::Figure).rect().width();
    for (label, share) in [("Deeply concerned: 42%", 0.42), ("Not concerned: 5%", 0.05)] {
        let width = shown.get_by_label(label).rect().width();
        assert!((width / figure - share).abs() < 0.002, "{label}: {width} of {figure}");
    }
}

#[test]
fn the_table_twin_is_a_table_of_cells() {
    let mut shown = harness(Shown::of(in_words(), Kind::Bars));
    assert!(shown.query_by_role(Role::Table).is_none());
    shown.get_by_label_contains("Table:").click();
    shown.run();
    assert_eq!(labels(&shown, Role::ColumnHeader), ["Answer", "As printed", "At least", "At most"]);
    assert_eq!(labels(&shown, Role::RowHeader), ["Detecting abuse images", "Equally important", "Privacy"]);
    assert_eq!(labels(&shown, Role::Cell)[..3], ["more than half", "above 50%", "100%"]);
    shown.get_by_label_contains("Hide table:").click();
    shown.run();
    assert!(shown.query_by_role(Role::Table).is_none());
}

#[test]
fn a_chart_can_be_switched_to_the_other_kind_and_back() {
    let mut shown = harness(Shown::of(in_degrees(), Kind::Stacked));
    shown.get_by_label_contains("Bars:").click();
    shown.run();
    assert_eq!(shown.state().kind, Kind::Bars);
    shown.get_by_label_contains("Stacked:").click();
    shown.run();
    assert_eq!(shown.state().kind, Kind::Stacked);
}

#[test]
fn a_set_that_cannot_be_stacked_offers_no_such_thing_and_is_drawn_as_bars() {
    let shown = harness(Shown::of(mixed(), Kind::Stacked));
    assert!(shown.query_by_label_contains("Stacked:").is_none());
    let description = shown.get_by_role(Role::Figure).accesskit_node().description().unwrap_or_default();
    assert!(description.starts_with("Bar chart."), "{description}");
}

#[test]
fn the_answer_under_the_pointer_is_reported() {
    for kind in [Kind::Bars, Kind::Stacked] {
        let mut shown = harness(Shown::of(in_degrees(), kind));
        shown.get_by_label("Neither: 13%").hover();
        shown.run();
        assert_eq!(shown.state().last.hovered.as_deref(), Some("neither"), "{kind:?}");
        shown.remove_cursor();
        shown.run();
        assert_eq!(shown.state().last.hovered, None, "{kind:?}");
    }
}

#[test]
fn a_click_reports_the_answer_once() {
    for kind in [Kind::Bars, Kind::Stacked] {
        let mut shown = harness(Shown::of(in_degrees(), kind));
        shown.get_by_label("Don’t know: 7%").click();
        shown.run();
        assert_eq!(shown.state().clicked, ["unknown"], "{kind:?}");
    }
}

#[test]
fn lighting_an_answer_up_from_outside_is_not_pointing_at_it() {
    let mut shown = harness(Shown { lit: Some("privacy"), ..Shown::of(in_words(), Kind::Bars) });
    shown.run();
    let last = &shown.state().last;
    assert_eq!(*last, ChartResponse { head: last.head, ..ChartResponse::default() });
}

#[test]
fn pointing_at_a_row_of_the_table_is_pointing_at_its_answer() {
    let mut shown = harness(Shown { table: true, ..Shown::of(in_words(), Kind::Bars) });
    shown.run();
    let row = shown.get_by_role_and_label(Role::RowHeader, "Detecting abuse images").rect();
    shown.hover_at(row.center());
    shown.run();
    assert_eq!(shown.state().last.hovered.as_deref(), Some("detect"));
}

#[test]
fn the_keyboard_enters_a_chart_once_and_goes_through_it_with_arrows() {
    let mut shown = harness(Shown::of(in_words(), Kind::Bars));
    let mut press = |key| {
        shown.key_press(key);
        shown.run();
        (shown.state().last.hovered.clone(), shown.state().clicked.len())
    };
    let on = |answer: &str| Some(answer.to_owned());
    assert_eq!(press(Key::Tab), (on("detect"), 0));
    assert_eq!(press(Key::ArrowDown), (on("equal"), 0));
    assert_eq!(press(Key::ArrowDown), (on("privacy"), 0));
    assert_eq!(press(Key::ArrowDown), (on("privacy"), 0), "the last row is the last");
    assert_eq!(press(Key::ArrowUp), (on("equal"), 0));
    assert_eq!(press(Key::Enter), (on("equal"), 1));
    assert_eq!(press(Key::Tab), (None, 1), "the next stop is a button");
    assert_eq!(shown.state().clicked, ["equal"]);
    let shift_tab = |shown: &mut Harness<'_, Shown>| {
        shown.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        shown.run();
    };
    shift_tab(&mut shown);
    assert_eq!(shown.state().last.hovered, on("equal"), "back to the row that was left");
}

#[test]
fn the_scroll_wheel_over_a_chart_scrolls_the_page() {
    let mut shown = Shown::of(in_words(), Kind::Bars);
    let mut harness = Harness::builder()
        .with_size(vec2(660.0, 200.0))
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui(move |ui| {
            egui::ScrollArea::vertical().show(ui, |ui| {
                shown.draw(ui);
                ui.add_space(1000.0);
            });
        });
    harness.run();
    let before = harness.get_by_label("Privacy: 4%").rect();
    harness.hover_at(before.center());
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -60.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    let after = harness.get_by_label("Privacy: 4%").rect();
    assert!((before.top() - after.top() - 60.0).abs() < 1.0, "{before:?} to {after:?}");
    assert!((before.width() - after.width()).abs() < 0.01);
}

#[test]
fn two_charts_of_one_question_on_a_page_keep_to_themselves() {
    let mut shown = [Shown::of(in_words(), Kind::Bars), Shown::of(in_words(), Kind::Bars)];
    let mut harness = Harness::builder()
        .with_size(vec2(660.0, 600.0))
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui(move |ui| {
            for (place, shown) in shown.iter_mut().enumerate() {
                ui.push_id(place, |ui| shown.draw(ui));
            }
        });
    harness.run();
    assert_eq!(harness.get_all_by_label("Privacy: 4%").count(), 2);
}

#[test]
fn no_value_and_no_width_makes_a_chart_fail() {
    use Reported::{Between, JustUnder, MoreThan, Percent};
    let broken = [Percent(150.0), Percent(-5.0), Percent(f64::NAN), Between(80.0, 20.0), MoreThan(1e300)];
    for width in [0.0, 1.0, 30.0, 120.0, 2000.0] {
        for kind in [Kind::Bars, Kind::Stacked] {
            for mut question in [mixed(), in_words(), in_degrees(), partial(), Question::default()] {
                for (answer, value) in question.answers.iter_mut().zip(broken) {
                    answer.value = value;
                }
                question.answers.extend(in_words().answers.into_iter().map(|mut answer| {
                    answer.value = JustUnder(33.0);
                    answer
                }));
                let mut shown = Shown { table: true, ..Shown::of(question, kind) };
                let mut harness = Harness::builder()
                    .with_size(vec2(width + 16.0, 400.0))
                    .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
                    .build_ui(move |ui| shown.draw(ui));
                harness.run();
                assert!(harness.query_by_role(Role::Figure).is_some(), "{width} {kind:?}");
            }
        }
    }
}
