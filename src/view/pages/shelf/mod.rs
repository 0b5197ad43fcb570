//! The shelf: every briefing there is, a few lines each.

mod recent;

use egui::{CursorIcon, Rangef, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2};

use crate::ui::widgets::{self, galley, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::actions::Action;
use crate::view::context::ViewContext;
use crate::view::parts::scroll_page::ScrollPage;

pub use recent::RecentEntry;

/// The briefings to choose from.
#[derive(Default)]
pub struct Shelf {
    /// In the order they are shown.
    pub entries: Vec<ShelfEntry>,
    /// What was read lately, the latest first.
    pub recent: Vec<RecentEntry>,
    /// Where the view stands.
    pub page: ScrollPage,
}

/// What the shelf says of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShelfEntry {
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Publisher, date, number of polls and calls.
    pub facts: String,
    /// What stands out at the right: "2 problems".
    pub warning: Option<String>,
}

/// Draws the shelf.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, shelf: &mut Shelf, column: Rangef) {
    let count = shelf.entries.len();
    let summary = match count {
        0 => "No briefings here. Open one, or drop a folder or file on the window.".to_owned(),
        1 => "One briefing. Drop a folder or file on the window to open another.".to_owned(),
        _ => format!(
            "{count} briefings, here without a network. Drop a folder or file on the window to open another."
        ),
    };
    let Shelf { entries, recent, page } = shelf;
    page.show(ui, cx.theme, column, ("shelf", "Briefings", &summary), |ui, page| {
        recent::show(ui, cx, recent);
        for (index, entry) in entries.iter().enumerate() {
            page.entry(ui);
            hairline(ui, cx.theme);
            if show_entry(ui, cx.theme, entry, index).clicked() {
                cx.actions.push(Action::OpenFromShelf(index));
            }
        }
        hairline(ui, cx.theme);
    });
}

fn show_entry(ui: &mut Ui, theme: &Theme, entry: &ShelfEntry, index: usize) -> egui::Response {
    let top = ui.cursor().min;
    let width = ui.available_width();
    let background = ui.painter().add(egui::Shape::Noop);
    let column = Rect::from_min_max(pos2(top.x, top.y), pos2(top.x + width, f32::INFINITY));
    let drawn = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.set_width(width);
        ui.add_space(16.0);
        paint_text(ui, &entry.title, type_scale::H3, theme.ink);
        ui.add_space(3.0);
        paint_text(ui, &entry.summary, type_scale::SMALL, theme.ink);
        ui.add_space(6.0);
        paint_text(ui, &entry.facts, type_scale::SECONDARY, theme.quiet);
        if let Some(warning) = &entry.warning {
            ui.add_space(2.0);
            paint_text(ui, warning, type_scale::SECONDARY, theme.warning);
        }
        ui.add_space(16.0);
    });
    let rect = drawn.response.rect;
    let response = ui.interact(rect, ui.scope_id().with(("shelf", index)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &entry.title));
    let parts = [Some(&entry.summary), Some(&entry.facts), entry.warning.as_ref()];
    let about = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(about));
    if response.hovered() {
        let wide = rect.expand2(egui::vec2(12.0, 0.0));
        ui.painter().set(background, egui::Shape::rect_filled(wide, 4.0, theme.side));
    }
    widgets::focus_ring(ui, theme, &response, rect.expand2(egui::vec2(12.0, -1.0)));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Text that is spoken with the entry it belongs to, not by itself.
fn paint_text(ui: &mut Ui, text: &str, set: type_scale::TypeStyle, color: egui::Color32) {
    let galley = galley(ui, text, set, color, ui.available_width());
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(rect.min, galley, color);
}
