//! The Claims view: every number of the article with its figure, section by section.

use egui::text::LayoutJob;
use egui::{CursorIcon, Rangef, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::claims_list::{self, Section, sections, summary};
use super::context_menu::{self, Entry};
use super::scroll_page::{ScrollPage, heading};
use super::{Action, Reading};
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};

/// Where the Claims view stands, and what it lists.
#[derive(Default)]
pub struct Claims {
    /// Where it is scrolled to.
    pub page: ScrollPage,
    /// Made when the view is first shown.
    sections: Option<Vec<Section>>,
}

/// Draws all claims and the numbers without a source; a click leads to the place in the article.
pub fn show(ui: &mut Ui, theme: &Theme, reading: &mut Reading, column: Rangef, actions: &mut Vec<Action>) {
    let Reading { bundle, page, claims, .. } = reading;
    let sections = claims.sections.get_or_insert_with(|| sections(bundle));
    let summary = summary(sections);
    claims.page.show(ui, theme, column, ("claims", "Claims", &summary), |ui, view| {
        let mut opened = None;
        for section in sections.iter() {
            heading(ui, theme, &section.heading, type_scale::H3, 2);
            ui.add_space(8.0);
            for entry in &section.entries {
                view.entry(ui);
                hairline(ui, theme);
                let top = ui.cursor().top();
                let clicked = show_entry(ui, theme, entry);
                if let Some(at) = context_menu::asked_since(ui, top) {
                    opened = Some((at, vec![Entry::copy("Copy claim", as_text(entry))]));
                }
                if clicked && let Some(row) = page.row_of_block(entry.block) {
                    actions.push(Action::GoToRow(row));
                }
            }
            ui.add_space(32.0);
        }
        context_menu::show(ui, ui.scope_id().with("menu"), opened, actions);
    });
}

/// A claim as text for other programs: its words, and under them how they stand to the figure.
fn as_text(entry: &claims_list::Entry) -> String {
    let words = format!("{}{}{}", entry.before, entry.words, entry.after);
    let mut text = format!("{}\n{}", words.trim(), entry.status.words());
    if !entry.figure.is_empty() {
        text.push_str(" · ");
        text.push_str(&entry.figure);
    }
    text
}

/// Draws an entry; whether it was clicked.
fn show_entry(ui: &mut Ui, theme: &Theme, entry: &claims_list::Entry) -> bool {
    let width = ui.available_width();
    let status_color = if entry.status.needs_care() { theme.warning } else { theme.quiet };
    let context = type_scale::SMALL.format(theme.quiet);
    let mut words = LayoutJob::default();
    words.wrap.max_width = width;
    words.append(&entry.before, 0.0, context.clone());
    let underline = Stroke::new(1.0, if entry.status.needs_care() { theme.warning } else { theme.accent });
    let claimed = egui::TextFormat { underline, ..type_scale::SMALL.format(theme.ink) };
    words.append(&entry.words, 0.0, claimed);
    words.append(&entry.after, 0.0, context);
    let mut line = LayoutJob::default();
    line.wrap.max_width = width;
    line.append(entry.status.words(), 0.0, type_scale::SECONDARY.format(status_color));
    if !entry.figure.is_empty() {
        line.append(&format!("\u{a0}· {}", entry.figure), 0.0, type_scale::SECONDARY.format(theme.quiet));
    }
    let (words, line) = (ui.painter().layout_job(words), ui.painter().layout_job(line));

    let height = 10.0 + words.size().y + 3.0 + line.size().y + 11.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, entry.spoken()));
    let around = rect.expand2(vec2(10.0, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(around, 4.0, theme.chosen.gamma_multiply(0.5));
    }
    widgets::focus_ring(ui, theme, &response, around);
    let below = rect.min + vec2(0.0, 10.0 + words.size().y + 3.0);
    ui.painter().galley(rect.min + vec2(0.0, 10.0), words, theme.ink);
    ui.painter().galley(below, line, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
