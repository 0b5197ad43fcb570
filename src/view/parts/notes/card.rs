//! A note's card as it is read: what is said, the tags, what became of its place.

use egui::text::LayoutJob;
use egui::{CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::placed_note::PlacedNote;
use super::{colours, words};
use crate::poll::capitalised;
use crate::ui::lines;
use crate::ui::widgets::focus_ring;
use crate::ui::{Theme, type_scale};

const PADDING: egui::Vec2 = vec2(13.0, 9.0);
/// Width of the stripe in the note's colour.
const STRIPE: f32 = 3.0;
/// Rows of a comment that stand in the margin; the rest is there when the card is opened.
const ROWS: usize = 7;

/// Draws the card over the width there is; a click opens it.
pub fn show(ui: &mut Ui, theme: &Theme, id: Id, placed: &PlacedNote) -> Response {
    let width = ui.available_width();
    let job = content(theme, placed, width - 2.0 * PADDING.x - STRIPE);
    let galley = lines::laid(ui, job);
    let size = vec2(width, galley.size().y + 2.0 * PADDING.y);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words::spoken(placed)));
    let fill = if response.hovered() { theme.chosen } else { theme.side };
    ui.painter().rect(rect, 6.0, fill, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let stripe =
        Rect::from_min_max(rect.min + vec2(1.0, 6.0), pos2(rect.left() + 1.0 + STRIPE, rect.bottom() - 6.0));
    ui.painter().rect_filled(stripe, 1.5, colours::line(theme, placed.note.colour));
    // A letter may have any number of signs above it.
    let inside = ui.painter_at(rect);
    inside.galley(rect.min + vec2(STRIPE, 0.0) + PADDING, galley, theme.ink);
    focus_ring(ui, theme, &response, rect);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn content(theme: &Theme, placed: &PlacedNote, width: f32) -> LayoutJob {
    let note = &placed.note;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = ROWS;
    let mut line = |words: &str, format: egui::TextFormat| {
        if !job.text.is_empty() {
            job.append("\n", 0.0, format.clone());
        }
        job.append(words, 0.0, format);
    };
    if let Some(status) = words::status(placed) {
        line(&status, type_scale::SECONDARY.format(theme.warning));
    }
    if let Some(stance) = note.stance {
        line(&capitalised(stance.name()), type_scale::LABEL_STRONG.format(theme.ink));
    }
    if !note.comment.trim().is_empty() {
        line(note.comment.trim(), type_scale::LABEL.format(theme.ink));
    }
    if !note.tags.is_empty() {
        line(&note.tags.join(" · "), type_scale::SECONDARY.format(theme.quiet));
    }
    if job.text.is_empty() {
        job.append(
            &format!("{} highlight", capitalised(note.colour.name())),
            0.0,
            type_scale::SECONDARY.format(theme.quiet),
        );
    }
    job
}
