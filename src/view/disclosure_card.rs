//! What a poll discloses, as rows of label and value; "not stated" in the warning colour.

use egui::{Rect, Sense, Ui, WidgetInfo, Role, pos2, vec2};

use crate::ui::widgets::galley;
use crate::ui::{Theme, type_scale};

/// One row: what, and the value where the source states it.
pub type Row = (String, Option<String>);

/// Draws the rows with labels in a column of `label_width` points.
pub fn rows(ui: &mut Ui, theme: &Theme, rows: &[Row], label_width: f32) {
    for (label, value) in rows {
        let spoken = format!("{label}: {}", value.as_deref().unwrap_or("not stated"));
        let top = ui.cursor().min;
        let width = ui.available_width();
        let label = galley(ui, label, type_scale::SECONDARY, theme.quiet, label_width - 8.0);
        let (words, color) = match value {
            Some(value) => (value.as_str(), theme.ink),
            None => ("not stated", theme.warning),
        };
        let value = galley(ui, words, type_scale::SECONDARY, color, (width - label_width).max(40.0));
        let height = label.size().y.max(value.size().y);
        let (_, response) = ui.allocate_exact_size(vec2(width, height + 5.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        let rect = Rect::from_min_size(top, vec2(width, height));
        ui.painter().galley(rect.min, label, theme.quiet);
        ui.painter().galley(pos2(rect.left() + label_width, rect.top()), value, color);
    }
}
