//! A line of the page that can be selected and marked, other than a block of the article.

use std::sync::Arc;

use egui::{Rect, Response, Sense, Ui};

use super::page_frame::PageFrame;
use super::selection::{Place, tint_words};
use crate::ui::type_scale::TypeStyle;
use crate::ui::widgets;

/// Text that takes up its own room and can be selected; the caller names it for screen readers.
pub fn selectable(
    ui: &mut Ui,
    page: &mut PageFrame<'_>,
    place: Place,
    text: &str,
    (set, color): (TypeStyle, egui::Color32),
    sense: Sense,
) -> Response {
    let galley = widgets::galley(ui, text, set, color, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), sense);
    let room = Rect::from_x_y_ranges(ui.max_rect().x_range(), rect.y_range());
    let selected = tint_words(ui, page.cx.theme, page.selection.as_ref(), (place, 0), (rect.min, &galley));
    let marked = page.marked.paint_words(ui, page.cx.theme, page.row, (rect.min, &galley), set.size);
    page.drawn.add_text(place, 0, room, rect.min, Arc::clone(&galley));
    let color = if selected || marked { page.cx.theme.ink } else { color };
    ui.painter().galley_with_override_text_color(rect.min, galley, color);
    response
}
