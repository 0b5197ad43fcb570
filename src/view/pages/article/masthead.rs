//! The top of the page: title, summary, where it comes from, and the strip of key figures.

use std::sync::Arc;

use egui::{Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::head_words::{key_figure_words, origin_line, values};
use super::page_frame::PageFrame;
use super::selectable::selectable;
use super::selection::{Place, tint_words};
use crate::bundle::{Bundle, Highlight};
use crate::ui::lines;
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, NoteAction, NoteTarget};
use crate::view::parts::context_menu::{self, Entry};

/// What a reader of Arabic or Hebrew has to know.
pub const BEGINS_AT_THE_LEFT: &str = "This briefing runs from right to left. This version puts the words of each line in order, \
                           but begins lines, lists and tables at the left.";

/// Columns narrower than this, in points, have the title smaller, so that its words stay whole.
const ROOM_FOR_TITLE: f32 = 300.0;

/// Title, summary and the line under them.
pub fn masthead(ui: &mut Ui, theme: &Theme, bundle: &Bundle, page: &mut PageFrame<'_>) {
    let manifest = &bundle.manifest;
    ui.add_space(32.0);
    let set = if ui.available_width() < ROOM_FOR_TITLE { type_scale::H2 } else { type_scale::TITLE };
    if !manifest.title.is_empty() {
        let title = selectable(ui, page, Place::Title, &manifest.title, (set, theme.ink), Sense::hover());
        widgets::speak_heading(&title, &manifest.title, 1);
    }
    if !manifest.summary.is_empty() {
        ui.add_space(8.0);
        let set = (type_scale::SUMMARY, theme.quiet);
        let summary = selectable(ui, page, Place::Summary, &manifest.summary, set, Sense::hover());
        summary.widget_info(|| WidgetInfo::labeled(Role::Label, true, &manifest.summary));
    }
    ui.add_space(10.0);
    let origin = origin_line(bundle);
    let look = (type_scale::LABEL, theme.quiet);
    let line = selectable(ui, page, Place::Origin, &origin, look, Sense::hover());
    line.widget_info(|| WidgetInfo::labeled(Role::Label, true, &origin));
    if bundle.runs_right_to_left() {
        ui.add_space(12.0);
        widgets::text(ui, BEGINS_AT_THE_LEFT, type_scale::LABEL, theme.warning);
    }
    ui.add_space(22.0);
}

/// Key figures, as printed, each with a few words under it.
pub fn strip(ui: &mut Ui, theme: &Theme, bundle: &Bundle, page: &mut PageFrame<'_>) {
    let highlights = &bundle.manifest.highlights;
    hairline(ui, theme);
    ui.add_space(14.0);
    let gap = 24.0;
    let weight = |highlight: &Highlight| if highlight.figures.len() > 1 { 1.45 } else { 1.0 };
    let mut columns = highlights.iter().map(weight).collect::<Vec<f32>>();
    let widest = widest_value(ui, bundle).min(ui.available_width());
    if ui.available_width() / columns.iter().sum::<f32>() < widest.max(110.0) {
        // Several lines: all columns alike, so that they stand under each other.
        columns = vec![1.0; balanced(columns.len(), ui.available_width(), gap, widest.max(LEAST_COLUMN))];
    }
    let per_line = columns.len().max(1);
    let unit = (ui.available_width() - gap * (per_line as f32 - 1.0)) / columns.iter().sum::<f32>();
    for (line, part) in highlights.chunks(per_line).enumerate() {
        if line > 0 {
            ui.add_space(14.0);
        }
        let mut drawn = Vec::new();
        let figures = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, 0.0);
            for (column, (highlight, share)) in part.iter().zip(&columns).enumerate() {
                ui.allocate_ui(vec2(unit * share, 0.0), |ui| {
                    ui.set_width(unit * share);
                    let index = line * per_line + column;
                    drawn.push(ui.vertical(|ui| key_figure(ui, page, bundle, (index, highlight))).inner);
                    if let Some(at) = context_menu::asked_in(ui, ui.min_rect()) {
                        let on = NoteTarget::KeyFigure(highlight.figures.clone());
                        let note = Action::Note(NoteAction::Write(on));
                        page.menu = Some((at, vec![Entry::action("Note on this key figure…", note)]));
                    }
                });
            }
        });
        for figure in drawn {
            figure.can_be_selected(page, figures.response.rect.bottom());
        }
    }
    ui.add_space(16.0);
    hairline(ui, theme);
    ui.add_space(4.0);
}

/// The width of the widest value with the arrow before it, which do not break.
fn widest_value(ui: &Ui, bundle: &Bundle) -> f32 {
    let values = bundle.manifest.highlights.iter().flat_map(|highlight| {
        let values = values(bundle, highlight).into_iter().enumerate();
        values.map(|(index, value)| if index == 0 { value } else { format!("{UNBROKEN_ARROW}{value}") })
    });
    let width = |value: String| {
        widgets::galley(ui, &value, type_scale::KEY_FIGURE, egui::Color32::PLACEHOLDER, f32::INFINITY)
            .size()
            .x
    };
    values.map(width).fold(0.0, f32::max)
}

/// Columns for so many figures in this width: as many as fit, but lines about equally full.
fn balanced(count: usize, width: f32, gap: f32, least: f32) -> usize {
    let fit = (((width + gap) / (least + gap)) as usize).clamp(1, count.max(1));
    count.div_ceil(count.div_ceil(fit).max(1)).max(1)
}

/// The least width of a key figure with its caption, points.
const LEAST_COLUMN: f32 = 120.0;

/// A key figure that was drawn.
struct Figure {
    place: Place,
    rect: Rect,
    value: Arc<Galley>,
    caption: Arc<Galley>,
}

impl Figure {
    /// Has its words selected by the pointer; `bottom` is where the line of figures ends.
    fn can_be_selected(self, page: &mut PageFrame<'_>, bottom: f32) {
        let Figure { place, rect, value, caption } = self;
        let under = rect.top() + value.size().y;
        let room = |top, bottom| Rect::from_x_y_ranges(rect.x_range(), top..=bottom);
        let before = value.end().index.0 + 1;
        page.drawn.add_text(place, 0, room(rect.top(), under), rect.min, value);
        page.drawn.add_text(place, before, room(under, bottom), pos2(rect.left(), under), caption);
    }
}

fn key_figure(
    ui: &mut Ui,
    page: &mut PageFrame<'_>,
    bundle: &Bundle,
    (index, highlight): (usize, &Highlight),
) -> Figure {
    ui.spacing_mut().item_spacing.y = 0.0;
    let theme = page.cx.theme;
    let mut job = egui::text::LayoutJob::default();
    for (index, value) in values(bundle, highlight).iter().enumerate() {
        if index > 0 {
            job.append(
                UNBROKEN_ARROW,
                0.0,
                type_scale::KEY_FIGURE.with_face(crate::ui::fonts::Face::Sans).format(theme.neutral),
            );
        }
        job.append(value, 0.0, type_scale::KEY_FIGURE.format(theme.ink));
    }
    job.wrap.max_width = ui.available_width();
    let value = lines::laid(ui, job);
    let caption =
        widgets::galley(ui, &highlight.caption, type_scale::SECONDARY, theme.quiet, ui.available_width());
    // Figure and caption are heard as one.
    let size = vec2(ui.available_width(), value.size().y + caption.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key_figure_words(bundle, highlight)));
    let place = Place::KeyFigure(index);
    let under = rect.min + vec2(0.0, value.size().y);
    let before = value.end().index.0 + 1;
    let selection = page.selection.as_ref();
    tint_words(ui, theme, selection, (place, 0), (rect.min, &value));
    let selected = tint_words(ui, theme, selection, (place, before), (under, &caption));
    page.marked.paint_words(ui, theme, page.row, (rect.min, &value), type_scale::KEY_FIGURE.size);
    let marked = page.marked.paint_words(ui, theme, page.row, (under, &caption), type_scale::SECONDARY.size);
    ui.painter().galley(rect.min, Arc::clone(&value), theme.ink);
    let color = if selected || marked { theme.ink } else { theme.quiet };
    ui.painter().galley_with_override_text_color(under, Arc::clone(&caption), color);
    Figure { place, rect, value, caption }
}

/// Between two values of a key figure: it goes to the next line with the second one.
const UNBROKEN_ARROW: &str = " →\u{a0}";

#[cfg(test)]
mod tests {
    use super::{LEAST_COLUMN, balanced};

    #[test]
    fn lines_of_key_figures_are_about_equally_full() {
        assert_eq!(balanced(4, 460.0, 24.0, LEAST_COLUMN), 2);
        assert_eq!(balanced(6, 460.0, 24.0, LEAST_COLUMN), 3);
        assert_eq!(balanced(5, 270.0, 24.0, LEAST_COLUMN), 2);
        assert_eq!(balanced(4, 150.0, 24.0, LEAST_COLUMN), 1);
        assert_eq!(balanced(0, 460.0, 24.0, LEAST_COLUMN), 1);
    }
}
