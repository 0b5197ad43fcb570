//! The strip of open briefings, under the bar; only where there is another to go to.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    CursorIcon, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, scroll_area, vec2,
};

use crate::ui::lines;
use crate::ui::widgets::{self, Icon, icon_button};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, View};
use crate::view::context::ViewContext;

/// A briefing that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// A few words.
    pub title: String,
    /// All of its title.
    pub whole_title: String,
    /// Whether it is the one in the window.
    pub current: bool,
}

/// The strip's height in points.
pub const HEIGHT: f32 = 34.0;

/// How wide a tab is at most, and at least where there are many, in points.
const WIDEST: f32 = 250.0;
const NARROWEST: f32 = 110.0;
/// Before the words; the room of the cross after them.
const BEFORE: f32 = 14.0;
const CROSS: f32 = 28.0;

/// Draws the strip into `rect`; `view` is what the window shows.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, tabs: &[Tab], view: View, rect: Rect) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.side);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, cx.theme.line));
    let width = (rect.width() / tabs.len() as f32).clamp(NARROWEST, WIDEST);
    let builder = UiBuilder::new().max_rect(rect).id_salt("tabs").accessibility_role(Role::TabList);
    let mut strip = ui.new_child(builder);
    strip.ctx().accesskit_node_builder(strip.unique_id(), |node| node.set_label("Open briefings"));
    strip.shrink_clip_rect(rect);
    let area = ScrollArea::horizontal().scroll_bar_visibility(scroll_area::ScrollBarVisibility::AlwaysHidden);
    area.show(&mut strip, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (index, tab) in tabs.iter().enumerate() {
                let current = tab.current && view != View::Shelf;
                let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
                if show_tab(ui, cx.theme, tab, current, rect, &response) {
                    cx.actions.push(Action::CloseTab(index));
                } else if response.clicked() {
                    cx.actions.push(Action::GoToTab(index));
                } else if response.middle_clicked() {
                    cx.actions.push(Action::CloseTab(index));
                }
            }
        });
    });
}

/// Draws a tab; whether its cross was clicked.
fn show_tab(
    ui: &mut Ui,
    theme: &Theme,
    tab: &Tab,
    current: bool,
    rect: Rect,
    response: &egui::Response,
) -> bool {
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, current, &tab.title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(current));
    let inside = rect.shrink2(vec2(0.0, 0.5));
    if current {
        ui.painter().rect_filled(inside.with_max_y(rect.bottom()), 0.0, theme.page);
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, theme.accent));
    } else if response.hovered() {
        ui.painter().rect_filled(inside.with_max_y(rect.bottom() - 1.0), 0.0, theme.chosen);
    }
    ui.painter().vline(rect.right() - 0.5, inside.y_range(), Stroke::new(1.0, theme.line));
    widgets::focus_ring(ui, theme, response, rect.shrink(3.0));
    let set = if current { type_scale::LABEL_STRONG } else { type_scale::LABEL };
    let color = if current || response.hovered() { theme.ink } else { theme.quiet };
    let mut job = LayoutJob::single_section(tab.title.clone(), set.format(color));
    job.wrap = TextWrapping::truncate_at_width(rect.width() - BEFORE - CROSS);
    let words = lines::laid(ui, job);
    let cut_off = words.elided;
    ui.painter().galley(pos2(rect.left() + BEFORE, rect.center().y - words.size().y / 2.0), words, color);
    if cut_off {
        response.clone().on_hover_text(&tab.whole_title);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clone().on_hover_cursor(CursorIcon::PointingHand);
    let cross = Rect::from_center_size(pos2(rect.right() - CROSS / 2.0, rect.center().y), vec2(22.0, 26.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(cross).id_salt("cross"));
    let name = format!("Close {}", tab.title);
    icon_button(&mut child, theme, &name, Icon::Cross, true).clicked()
}
