//! A chart for other programs and for paper: the same drawing without what can be done to it, and
//! under it all that has to go along.

use egui::{Stroke, Ui, Vec2};

use super::show::line;
use super::{Kind, Look, QuestionChart, bars, source, stacked};

/// Draws the chart over the width there is. `notes` go under the source line: the source with its
/// address, and what was assumed.
pub fn print(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look, kind: Kind, notes: &[String]) {
    let kind = chart.kind_or_bars(kind);
    let id = ui.scope_id().with("print");
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    line(ui, look, &chart.question.title, &look.title, look.ink);
    ui.add_space(4.0);
    line(ui, look, &chart.base_line(), &look.secondary, look.quiet);
    ui.add_space(12.0);
    match kind {
        _ if chart.question.answers.is_empty() => {
            line(ui, look, "no answers reported", &look.label, look.warning);
        }
        Kind::Bars => drop(bars::show(ui, chart, look, id, None)),
        Kind::Stacked => drop(stacked::show(ui, chart, look, id, None)),
        Kind::Diverging => drop(stacked::show_parted(ui, chart, look, id, None, None)),
    }
    ui.add_space(8.0);
    footing(ui, chart, look, notes);
}

fn footing(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look, notes: &[String]) {
    let room = ui.available_rect_before_wrap();
    let y = ui.painter().round_to_pixel_center(room.top());
    ui.painter().hline(room.x_range(), y, Stroke::new(1.0, look.line));
    ui.add_space(8.0);
    let words = source::words(ui, chart, look, &chart.source_line(), room.width());
    if !words.is_empty() {
        let (_, place) = ui.allocate_space(egui::vec2(room.width(), words.size().y));
        ui.painter().galley(place.min, words, look.quiet);
    }
    for note in notes {
        ui.add_space(3.0 * look.scale());
        line(ui, look, note, &look.secondary, look.quiet);
    }
}
