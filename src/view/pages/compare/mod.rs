//! The Compare view: figures of several polls side by side, whether they can be compared at all, and
//! what can be said of them.

mod comparability;
mod controls;
mod shelf_line;
mod shown;
mod side;
mod start;
mod state;

use egui::{Rangef, Rect, Ui, UiBuilder, Vec2, pos2};

use crate::chart::Look;
use crate::chart::comparison as drawing;
use crate::library::comparison::Recipe;
use crate::poll::comparison::{Comparison, Item, MOST_PAIRED};
use crate::poll::grouped;
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{
    Action, ClipboardFormat, CompareAction, Export, ExportSubject, ExportTarget, NoteAction, NoteTarget,
};
use crate::view::context::ViewContext;
use crate::view::parts::context_menu::{self, Entry};
use shown::Made;

pub use side::{Side, show as show_side};
pub use state::{Compare, Left, Shelved};

/// The widest the view is set, and the least at either side, in points.
const WIDEST: f32 = 960.0;
const BESIDE: f32 = 44.0;
/// Rooms narrower than this have what can be said under what can be compared.
const TWO_COLUMNS: f32 = 700.0;
const BETWEEN: f32 = 36.0;

/// The column that the view takes of a room.
#[must_use]
pub fn column(room: Rect) -> Rangef {
    let beside = if room.width() < 700.0 { 28.0 } else { BESIDE };
    let width = (room.width() - 2.0 * beside).min(WIDEST);
    let left = room.left() + ((room.width() - width) / 2.0).max(beside);
    Rangef::new(left, left + width)
}

/// Draws the view. `has_side` says whether the column to choose figures in stands beside it.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, compare: &mut Compare, column: Rangef, has_side: bool) {
    if compare.recipe.figures.is_empty() {
        start::show(ui, cx, compare, column);
        return;
    }
    let shown = compare.shown();
    let Made { chart, kinds, kind, comparison, summary, missing, told } = shown.made();
    let title = shown.of().title.as_str();
    let Compare { recipe, controls, page, doubles, shelved, .. } = compare;
    let look = Look::of(cx.theme);
    page.show(ui, cx.theme, column, ("compare", title, summary), |ui, page| {
        let now = controls::Now { chart, recipe, kinds, kind: *kind, has_side, width: column.span().round() as u16 };
        controls.show(ui, cx, &now);
        ui.add_space(14.0);
        widgets::text(ui, &chart.base_line(*kind), type_scale::SECONDARY, cx.theme.quiet);
        ui.add_space(8.0);
        shelf_line::show(ui, cx, shelved);
        if !missing.is_empty() {
            let words = format!("Not on the shelf, and so left out: {}.", missing.join(", "));
            widgets::text(ui, &words, type_scale::SECONDARY, cx.theme.warning);
            ui.add_space(8.0);
        }
        let double = |id: &String| {
            format!("Two briefings are open as one edition of {id}, and they differ: the one in the window is compared.")
        };
        for words in told.iter().cloned().chain(doubles.iter().map(double)) {
            widgets::text(ui, &words, type_scale::SECONDARY, cx.theme.warning);
            ui.add_space(8.0);
        }
        let lit = page.lit.take();
        let top = ui.cursor().top();
        let touched = drawing::show(ui, chart, &look, (*kind, controls.table), lit.as_deref());
        let opened = context_menu::asked_since(ui, top).map(|at| {
            let export = Export {
                subject: ExportSubject::Comparison(*kind),
                width: column.span().round() as u16,
                to: ExportTarget::Clipboard(ClipboardFormat::Cells),
            };
            (at, entries(export, touched.hovered.as_deref(), recipe))
        });
        context_menu::show(ui, ui.scope_id().with("menu"), opened, cx.actions);
        page.lit = touched.hovered;
        if let Some(figure) = touched.clicked {
            cx.actions.push(Action::Compare(CompareAction::ToggleBaseline(figure)));
        }
        ui.add_space(26.0);
        beneath(ui, cx.theme, &look, chart, comparison);
    });
}

/// What can be done with the chart, and with the figure that is pointed at.
fn entries(copy: Export, figure: Option<&str>, recipe: &Recipe) -> Vec<Entry> {
    let compare = |name: &str, asked| Entry::action(name, Action::Compare(asked));
    let mut entries = vec![Entry::action("Copy figures", Action::Export(copy))];
    if let Some(figure) = figure {
        let is_baseline = recipe.baseline.as_deref() == Some(figure);
        let against = if is_baseline { "No baseline" } else { "Compare the others with this figure" };
        entries.push(compare(against, CompareAction::ToggleBaseline(figure.to_owned())));
        entries.push(compare("Leave this figure out", CompareAction::ToggleFigures(vec![figure.to_owned()])));
    }
    let note = NoteAction::Write(NoteTarget::Comparison);
    entries.push(Entry::action("Note on this comparison…", Action::Note(note)));
    entries
}

/// Under the chart: can these be compared, and what can be said.
fn beneath(
    ui: &mut Ui,
    theme: &Theme,
    look: &Look,
    chart: &drawing::ComparisonChart<'_>,
    comparison: &Comparison,
) {
    let width = ui.available_width();
    let items: Vec<Item<'_>> = chart.figures.iter().map(|figure| figure.item).collect();
    if width < TWO_COLUMNS || comparison.comparability.is_empty() {
        said(ui, theme, chart, comparison);
        ui.add_space(26.0);
        comparability::show(ui, theme, &items, comparison);
    } else {
        let top = ui.cursor().min;
        let left = (width - BETWEEN) * 0.56;
        let mut place = |from: f32, width: f32, name: &str, draw: &mut dyn FnMut(&mut Ui)| {
            let rect =
                Rect::from_min_max(pos2(top.x + from, top.y), pos2(top.x + from + width, f32::INFINITY));
            let mut column = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name));
            column.spacing_mut().item_spacing = Vec2::ZERO;
            draw(&mut column);
            column.min_rect().bottom()
        };
        let one = place(0.0, left, "comparability", &mut |ui| {
            comparability::show(ui, theme, &items, comparison);
        });
        let other = place(left + BETWEEN, width - left - BETWEEN, "said", &mut |ui| {
            said(ui, theme, chart, comparison);
        });
        ui.add_space(one.max(other) - top.y);
    }
    if comparison.pairs.len() > 1 {
        ui.add_space(30.0);
        section(ui, theme, "Every two of them");
        if let Some(words) = drawing::trial(comparison) {
            widgets::text(ui, &words, type_scale::SECONDARY, theme.warning);
        }
        drawing::matrix(ui, chart, comparison, look);
    }
    ui.add_space(24.0);
    hairline(ui, theme);
    ui.add_space(10.0);
    for note in &comparison.notes {
        widgets::text(ui, note, type_scale::SECONDARY, theme.quiet);
        ui.add_space(3.0);
    }
    let sources = chart.sources();
    if !sources.is_empty() {
        widgets::text(ui, &format!("Sources: {}.", sources.join("; ")), type_scale::SECONDARY, theme.quiet);
    }
}

fn said(ui: &mut Ui, theme: &Theme, chart: &drawing::ComparisonChart<'_>, comparison: &Comparison) {
    section(ui, theme, "What can be said");
    ui.add_space(4.0);
    if comparison.verdict.is_empty() {
        let words = match chart.figures.len() {
            0 | 1 => "One figure alone says nothing of others. Choose at least two.".to_owned(),
            count => format!(
                "{} figures are too many to be set against each other two by two. Choose {MOST_PAIRED} or \
                 fewer.",
                grouped(count as u64)
            ),
        };
        widgets::text(ui, &words, type_scale::BODY, theme.ink);
        return;
    }
    widgets::text(ui, &comparison.verdict, type_scale::BODY, theme.ink);
    if comparison.pairs.len() < 2 {
        return;
    }
    let Some(baseline) = chart.baseline else { return };
    for pair in comparison.pairs.iter().filter(|pair| pair.a == baseline || pair.b == baseline) {
        ui.add_space(8.0);
        let words = format!("{} and {}: {}", pair.a + 1, pair.b + 1, pair.verdict);
        widgets::text(ui, &words, type_scale::SMALL, theme.ink);
    }
}

fn section(ui: &mut Ui, theme: &Theme, name: &str) {
    widgets::heading(ui, name, type_scale::CHART_TITLE, theme.ink, 2);
    ui.add_space(6.0);
}
