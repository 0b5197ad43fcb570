//! The table twin: every chart as numbers.

use egui::{Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Look;
use super::model::QuestionChart;

const PADDING: f32 = 6.0;

/// Draws answers with their values as printed and the bounds that the words allow.
pub fn show(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look) {
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Table), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(chart.question.title.as_str());
        });
        show_rows(ui, chart, look);
    });
}

fn show_rows(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look) {
    let mut rows = vec![["Answer", "As printed", "At least", "At most"].map(str::to_owned)];
    for answer in &chart.question.answers {
        let bound = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| format!("{}%", (value * 10.0).round() / 10.0))
        };
        let bounds = answer.value.bounds();
        let printed = if answer.printed.is_empty() { answer.value.meaning() } else { answer.printed.clone() };
        rows.push([
            answer.label.clone(),
            printed,
            bound(bounds.map(|bounds| bounds.low)),
            bound(bounds.map(|bounds| bounds.high)),
        ]);
    }
    let width = ui.available_width();
    let columns = [0.40, 0.32, 0.14, 0.14].map(|share| share * width);
    for (index, row) in rows.iter().enumerate() {
        let header = index == 0;
        let (font, color) = if header { (&look.secondary, look.quiet) } else { (&look.label, look.ink) };
        let cells: Vec<_> = row
            .iter()
            .zip(columns)
            .map(|(words, width)| look.text(ui, words, font, color, width - 10.0))
            .collect();
        let height = cells.iter().map(|cell| cell.size().y).fold(0.0, f32::max) + 2.0 * PADDING;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let spoken = row.join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &spoken));
        let mut left = rect.left();
        for (column, (cell, width)) in cells.into_iter().zip(columns).enumerate() {
            // Numbers stand to the right, words to the left.
            let x = if column >= 2 { left + width - cell.size().x } else { left };
            ui.painter().galley(pos2(x, rect.top() + PADDING), cell, color);
            left += width;
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, look.line));
    }
}
