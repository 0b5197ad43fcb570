//! What was read lately, at the head of the shelf: a line each, with where one was.

use egui::text::{LayoutJob, TextWrapping};
use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::ui::lines;
use crate::ui::widgets::{self, Icon, galley, hairline, icon_button};
use crate::ui::{Theme, type_scale};
use crate::view::actions::Action;
use crate::view::context::ViewContext;

/// A briefing that was read lately.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecentEntry {
    /// Its title.
    pub title: String,
    /// A few words of it.
    pub short_title: String,
    /// The heading one read under; empty at the beginning.
    pub section: String,
    /// Where it is: a path, or the id of a built-in one.
    pub place: String,
    /// Whether it is not there any more.
    pub is_gone: bool,
}

/// How many the shelf shows.
const SHOWN: usize = 5;
const ROW: f32 = 36.0;
/// Room at the end of a line that can be taken from the list.
const CROSS: f32 = 26.0;

/// Draws the group; nothing where nothing was read.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, recent: &[RecentEntry]) {
    if recent.is_empty() {
        return;
    }
    widgets::heading(ui, "Recently read", type_scale::CHART_TITLE, cx.theme.ink, 2);
    ui.add_space(8.0);
    for (index, entry) in recent.iter().take(SHOWN).enumerate() {
        hairline(ui, cx.theme);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        if entry.is_gone {
            show_gone(ui, cx, entry, rect, index);
        } else if show_entry(ui, cx.theme, entry, rect, index).clicked() {
            cx.actions.push(Action::OpenRecent(index));
        }
    }
    hairline(ui, cx.theme);
    ui.add_space(36.0);
}

fn show_entry(ui: &Ui, theme: &Theme, entry: &RecentEntry, rect: Rect, index: usize) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("recent", index)), Sense::click());
    let place = if entry.section.is_empty() { String::new() } else { format!(", in {}", entry.section) };
    let spoken = format!("Read on: {}{place}", entry.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let wide = rect.expand2(vec2(12.0, -1.0));
    if response.hovered() {
        ui.painter().rect_filled(wide, 4.0, theme.side);
    }
    widgets::focus_ring(ui, theme, &response, wide);
    // Up to half of the line says where one was.
    let section =
        if entry.section.is_empty() { String::new() } else { format!("in “{}”", entry.section) };
    let section = line(ui, &section, type_scale::SECONDARY, theme.quiet, rect.width() / 2.0);
    let room = rect.width() - section.size().x - 24.0;
    let title = line(ui, &entry.short_title, type_scale::SMALL, theme.ink, room);
    let middle = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
    let section_at = pos2(rect.right() - section.size().x, middle(&section));
    ui.painter().galley(pos2(rect.left(), middle(&title)), title, theme.ink);
    ui.painter().galley(section_at, section, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&entry.place)
}

/// A briefing that is gone says so, and can be taken from the list.
fn show_gone(ui: &mut Ui, cx: &mut ViewContext<'_>, entry: &RecentEntry, rect: Rect, index: usize) {
    let said = "is not there any more";
    let word = galley(ui, said, type_scale::SECONDARY, cx.theme.warning, f32::INFINITY);
    let room = rect.width() - word.size().x - CROSS - 24.0;
    let title = line(ui, &entry.short_title, type_scale::SMALL, cx.theme.quiet, room);
    let response = ui.interact(rect, ui.scope_id().with(("gone", index)), Sense::hover());
    let spoken = format!("{} {said}: {}", entry.title, entry.place);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let middle = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
    let word_at = pos2(rect.right() - CROSS - word.size().x, middle(&word));
    ui.painter().galley(pos2(rect.left(), middle(&title)), title, cx.theme.quiet);
    ui.painter().galley(word_at, word, cx.theme.warning);
    response.on_hover_text(&entry.place);
    let cross = Rect::from_center_size(pos2(rect.right() - 11.0, rect.center().y), vec2(22.0, 26.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(cross).id_salt(("forget", index)));
    let name = format!("Remove {} from the list", entry.title);
    if icon_button(&mut child, cx.theme, &name, Icon::Cross, true).clicked() {
        cx.actions.push(Action::ForgetRecent(index));
    }
}

/// One line, cut off where it is too long.
fn line(
    ui: &Ui,
    text: &str,
    set: type_scale::TypeStyle,
    color: egui::Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), set.format(color));
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    lines::laid(ui, job)
}
