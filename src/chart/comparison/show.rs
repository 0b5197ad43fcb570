//! A comparison as a whole: how to read it, the drawing, and the table twin; for paper also its
//! title and its sources.

use egui::{Id, Role, Stroke, Ui, UiBuilder, Vec2};

use super::words::figure_sentence;
use super::{ComparisonChart, ComparisonKind, dots, dumbbell, multiples, sets, table};
use crate::chart::Look;
use crate::chart::show::{describe, line};
use crate::chart::tracker;
use crate::chart::{Kind, rows::Touched};

/// Draws the chart over the width there is; whoever shows it has said its title. `lit` is a figure
/// to light up, by its reference.
pub fn show(
    ui: &mut Ui,
    chart: &ComparisonChart<'_>,
    look: &Look,
    (kind, with_table): (ComparisonKind, bool),
    lit: Option<&str>,
) -> Touched {
    let id = ui.scope_id().with("comparison");
    let figure =
        UiBuilder::new().scope_id(id).accessibility_role(Role::Figure).accessibility_label(chart.title);
    ui.scope_builder(figure, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let list = UiBuilder::new().scope_id(id.with("figures")).accessibility_role(Role::List);
        let mut touched = ui.scope_builder(list, |ui| drawing(ui, chart, look, kind, id, lit)).inner;
        if with_table {
            ui.add_space(14.0);
            let row = table::show(ui, chart, look, id.with("table"), lit);
            touched.hovered = touched.hovered.or(row);
        }
        describe(ui, chart.summary(kind));
        touched
    })
    .inner
}

fn drawing(
    ui: &mut Ui,
    chart: &ComparisonChart<'_>,
    look: &Look,
    kind: ComparisonKind,
    id: Id,
    lit: Option<&str>,
) -> Touched {
    let kind = if chart.suits(kind) { kind } else { ComparisonKind::Dots };
    match kind {
        ComparisonKind::Dots => dots::show(ui, chart, look, id, lit),
        ComparisonKind::Dumbbell => dumbbell::show(ui, chart, look, id, lit),
        ComparisonKind::Panels => multiples::show(ui, chart, look, id, lit),
        ComparisonKind::Stacked => sets::show(ui, chart, look, (id, Kind::Stacked), lit),
        ComparisonKind::Diverging => sets::show(ui, chart, look, (id, Kind::Diverging), lit),
        ComparisonKind::Tracker => over_time(ui, chart, look, id, lit),
    }
}

fn over_time(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look, id: Id, lit: Option<&str>) -> Touched {
    let about = |index: usize| {
        let figure = &chart.figures[index];
        (chart.reference(index), figure_sentence(figure), figure.card())
    };
    let lit = lit.and_then(|lit| chart.place_of(lit));
    tracker::show(ui, chart.tracker(), look, id, &about, lit)
}

/// Points between the notes under a chart that is taken along, at the usual size.
const BETWEEN_NOTES: f32 = 5.0;

/// Draws the chart for other programs and for paper: with its title and how to read it above, and
/// `notes` under it: what it rests on, what was assumed, the sources with their addresses.
pub fn print(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look, kind: ComparisonKind, notes: &[String]) {
    let id = ui.scope_id().with("print");
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    line(ui, look, chart.title, &look.title, look.ink);
    ui.add_space(4.0);
    line(ui, look, &chart.base_line(kind), &look.secondary, look.quiet);
    ui.add_space(12.0);
    if kind == ComparisonKind::Tracker && chart.suits(kind) {
        let sentence = |index: usize| figure_sentence(&chart.figures[index]);
        tracker::print(ui, chart.tracker(), look, id, &sentence);
    } else {
        drawing(ui, chart, look, kind, id, None);
    }
    ui.add_space(10.0);
    let room = ui.available_rect_before_wrap();
    let y = ui.painter().round_to_pixel_center(room.top());
    ui.painter().hline(room.x_range(), y, Stroke::new(1.0, look.line));
    ui.add_space(8.0);
    for note in notes {
        line(ui, look, note, &look.secondary, look.quiet);
        ui.add_space(BETWEEN_NOTES * look.scale());
    }
}
