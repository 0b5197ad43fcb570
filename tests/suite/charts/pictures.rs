//! What charts look like, painted by the program's own painter in every theme's colours. Few and
//! small pictures are kept; a difference that can be seen fails.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test charts` paints them anew: look at each before keeping it.

use briefing_reader::chart::{self, Kind, QuestionChart};
use briefing_reader::poll::{Poll, Question, SampleSize};
use briefing_reader::ui::{Manner, ThemeName, apply, fonts};
use egui::{Rect, UiBuilder, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotOptions};

use super::samples::{in_degrees, in_words, look, mixed, partial, survey};
use crate::support::renderer::CpuRenderer;

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

/// Points around the charts and between them.
const MARGIN: f32 = 20.0;

fn page(cases: Vec<Case>, theme: ThemeName, width: f32, size: f32) -> Harness<'static> {
    let mut harness = Harness::builder()
        .with_size(vec2(width + 2.0 * MARGIN, 400.0))
        .with_render_cursor(false)
        .renderer(CpuRenderer::default())
        .with_context_setup(move |ctx| {
            ctx.set_fonts(fonts::definitions());
            apply(ctx, theme.theme(), Manner::default());
        })
        .build_ui(move |ui| {
            let theme = theme.theme();
            let look = look(theme, size);
            let window = ui.ctx().content_rect();
            ui.painter().with_clip_rect(window).rect_filled(window, 0.0, theme.page);
            let room = Rect::from_min_size(window.min + vec2(MARGIN, MARGIN), vec2(width, 4000.0));
            let mut page = ui.new_child(UiBuilder::new().max_rect(room));
            for case in &cases {
                let chart = QuestionChart::new(&case.poll, &case.question, "The release", "");
                let kind = case.kind.unwrap_or(chart.natural_kind());
                chart::show(&mut page, &chart, &look, kind, case.table, case.lit);
                page.add_space(MARGIN * 1.5);
            }
            let bottom = page.min_rect().bottom() - MARGIN / 2.0;
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::InnerSize(vec2(window.width(), bottom)));
        });
    harness.run_steps(4);
    harness
}

fn keep(mut harness: Harness<'_>, name: &str) {
    harness.snapshot_options(name, &SnapshotOptions::new().threshold(0.05));
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
