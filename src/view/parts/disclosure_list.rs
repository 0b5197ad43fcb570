//! What a poll discloses, as rows of label and value; "not stated" in the warning colour.

use egui::text::LayoutJob;
use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::lines;
use crate::ui::widgets::galley;
use crate::ui::{Theme, type_scale};

/// One row: what, its value as far as it is stated, and what of it is not.
pub struct Row {
    label: String,
    stated: String,
    missing: String,
}

impl Row {
    /// What a screen reader says of it.
    pub fn spoken(&self) -> String {
        format!("{}: {}{}", self.label, self.stated, self.missing)
    }

    /// A row whose value is stated, or not.
    pub fn new(label: &str, value: Option<String>) -> Row {
        let missing = if value.is_none() { "not stated".to_owned() } else { String::new() };
        Row { label: label.to_owned(), stated: value.unwrap_or_default(), missing }
    }

    /// A row of which a part is stated and another part not.
    pub fn partly(label: &str, stated: String, missing: &str) -> Row {
        Row { label: label.to_owned(), stated, missing: missing.to_owned() }
    }
}

/// Draws the rows with labels in a column of `label_width` points.
pub fn rows(ui: &mut Ui, theme: &Theme, rows: impl IntoIterator<Item = Row>, label_width: f32) {
    for row in rows {
        let top = ui.cursor().min;
        let width = ui.available_width();
        let label = galley(ui, &row.label, type_scale::SECONDARY, theme.quiet, label_width - 8.0);
        let mut job = LayoutJob::default();
        job.wrap.max_width = (width - label_width).max(40.0);
        job.append(&row.stated, 0.0, type_scale::SECONDARY.format(theme.ink));
        job.append(&row.missing, 0.0, type_scale::SECONDARY.format(theme.warning));
        let value = lines::laid(ui, job);

        let height = label.size().y.max(value.size().y);
        let (_, response) = ui.allocate_exact_size(vec2(width, height + 5.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, row.spoken()));
        let rect = Rect::from_min_size(top, vec2(width, height));
        ui.painter().galley(rect.min, label, theme.quiet);
        ui.painter().galley(pos2(rect.left() + label_width, rect.top()), value, theme.ink);
    }
}
