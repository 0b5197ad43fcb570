//! The outline: headings, charts, calls and sources in the article's order.

use egui::accesskit::AriaCurrent;
use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::OutlineRow;
use super::{Action, Reading};
use crate::ui::virtual_list::{Rows, VirtualList};
use crate::ui::widgets::{self, Icon, galley};
use crate::ui::{Theme, type_scale};

const ROW: f32 = 30.0;
const INSET: f32 = 20.0;
const STEP: f32 = 16.0;

/// Where the outline is scrolled to, and the entry that it last showed as the current one.
#[derive(Default)]
pub struct Outline {
    list: VirtualList,
    shown: Option<usize>,
}

/// Draws the outline over the height there is.
pub fn show(ui: &mut Ui, theme: &Theme, reading: &mut Reading, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    overline(ui, theme, "Outline");
    let current = reading.page.current();
    let entries = reading.page.outline();
    let outline = &mut reading.outline;
    if outline.shown != current {
        outline.shown = current;
        if let Some(current) = current.filter(|current| !outline.list.shows_whole(*current)) {
            outline.list.go_to(current.saturating_sub(3), 0.0);
        }
    }
    let column = ui.max_rect().x_range();
    outline.list.show(ui, entries.len(), column, &mut Entries { theme, rows: entries, current, actions });
}

/// The entries, as the list draws them.
struct Entries<'a> {
    theme: &'a Theme,
    rows: &'a [OutlineRow],
    current: Option<usize>,
    actions: &'a mut Vec<Action>,
}

impl Rows for Entries<'_> {
    fn estimate(&self, _row: usize, _width: f32) -> f32 {
        ROW
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
        None
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        let entry = &self.rows[row];
        if show_entry(ui, self.theme, entry, self.current == Some(row)).clicked() {
            self.actions.push(Action::GoToRow(entry.row));
        }
    }
}

/// The name of a column, in small capitals' place.
pub fn overline(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.add_space(17.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let mut format = type_scale::OVERLINE.format(theme.quiet);
    format.extra_letter_spacing = 0.6;
    let galley = ui.painter().layout_job(egui::text::LayoutJob::single_section(text.to_uppercase(), format));
    ui.painter().galley(pos2(rect.left() + INSET, rect.top()), galley, theme.quiet);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.add_space(8.0);
}

fn show_entry(ui: &mut Ui, theme: &Theme, row: &OutlineRow, current: bool) -> egui::Response {
    let left = INSET + 3.0 + STEP * row.depth.min(3) as f32;
    let set = if current { type_scale::LABEL_STRONG } else { type_scale::LABEL };
    let note = galley(ui, &row.note, type_scale::SECONDARY, theme.quiet, f32::INFINITY);
    let note_room = match (row.has_chart, row.note.is_empty()) {
        (true, _) => 22.0,
        (false, true) => 0.0,
        (false, false) => note.size().x + 12.0,
    };
    let mut job = egui::text::LayoutJob::single_section(row.text.clone(), set.format(theme.ink));
    job.wrap.max_width = ui.available_width() - left - 20.0 - note_room;
    job.wrap.max_rows = 2;
    let text = ui.painter().layout_job(job);

    let height = ROW.max(text.size().y + 11.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let spoken = match (row.has_chart, row.note.is_empty()) {
        (true, _) => format!("{}, chart", row.text),
        (false, true) => row.text.clone(),
        (false, false) => format!("{}, {}", row.text, row.note),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    if current {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_aria_current(AriaCurrent::Location));
    }

    if current {
        ui.painter().rect_filled(rect, 0.0, theme.chosen);
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, theme.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.chosen.gamma_multiply(0.5));
    }
    widgets::focus_ring(ui, theme, &response, rect.shrink(1.0));
    let color = if current { theme.ink } else { theme.quiet };
    let top = rect.center().y - text.size().y / 2.0;
    ui.painter().galley_with_override_text_color(pos2(rect.left() + left, top), text, color);
    if row.has_chart {
        let place = Rect::from_center_size(pos2(rect.right() - 25.0, rect.center().y), vec2(12.0, 12.0));
        Icon::Chart.paint(ui, place, theme.neutral);
    }
    let note_at = pos2(rect.right() - 20.0 - note.size().x, rect.center().y - note.size().y / 2.0);
    ui.painter().galley(note_at, note, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
