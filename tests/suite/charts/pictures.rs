//! What charts look like, painted by the program's own painter in every theme's colours. Few and
//! small pictures are kept; a difference that can be seen fails.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test suite charts` paints them anew: look at each before keeping it.

use briefing_reader::chart::{self, Kind, QuestionChart};
use briefing_reader::poll::{Poll, Question, SampleSize};
use briefing_reader::ui::ThemeName;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::canvas::{self, MARGIN, keep};
use super::samples::{in_degrees, in_words, look, mixed, partial, survey};

/// A chart with the way it is shown.
struct Case {
    poll: Poll,
    question: Question,
    kind: Option<Kind>,
    table: bool,
    lit: Option<&'static str>,
}

impl Case {
    fn of(question: Question) -> Case {
        Case { poll: survey(), question, kind: None, table: false, lit: None }
    }
}

fn page(cases: Vec<Case>, theme: ThemeName, width: f32, size: f32) -> Harness<'static> {
    canvas::page(theme, width, move |page, theme| {
        let look = look(theme, size);
        for case in &cases {
            let chart = QuestionChart::new(&case.poll, &case.question, "The release", "");
            let kind = case.kind.unwrap_or(chart.natural_kind());
            chart::show(page, &chart, &look, kind, case.table, case.lit);
            page.add_space(MARGIN * 1.5);
        }
        -MARGIN / 2.0
    })
}

#[test]
fn words_are_drawn_with_their_doubt_and_what_is_missing_as_missing() {
    let cases = vec![Case::of(in_words()), Case { lit: Some("support"), ..Case::of(partial()) }];
    keep(page(cases, ThemeName::Paper, 620.0, 1.0), "chart-bars-paper");
}

#[test]
fn a_whole_set_is_one_bar_and_has_a_table_twin() {
    let poll = Poll { sample_size: Some(SampleSize::Stated(1723)), ..survey() };
    let whole = Case { poll, lit: Some("not"), table: true, ..Case::of(in_degrees()) };
    let open = Case { kind: Some(Kind::Stacked), ..Case::of(in_words()) };
    keep(page(vec![whole, open], ThemeName::Ink, 620.0, 1.0), "chart-stacked-ink");
}

#[test]
fn every_way_to_report_a_value_has_room_on_a_narrow_page() {
    keep(page(vec![Case::of(mixed())], ThemeName::Paper, 420.0, 1.0), "chart-narrow-paper");
}

#[test]
fn larger_faces_make_everything_larger() {
    let cases = vec![Case { kind: Some(Kind::Bars), ..Case::of(in_degrees()) }];
    keep(page(cases, ThemeName::Ink, 620.0, 1.5), "chart-large-ink");
}

#[test]
fn a_bar_that_is_pointed_at_has_a_card() {
    let mut harness = page(vec![Case::of(in_words())], ThemeName::Paper, 620.0, 1.0);
    harness.get_by_label_contains("almost a third").hover();
    harness.run_steps(40);
    keep(harness, "chart-card-paper");
}
