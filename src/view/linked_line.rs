//! A quiet line of text with links in it: "Rests on: …; …", "Used by call 2, call 5".

use egui::text::LayoutJob;
use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::ui::text_rects::pieces;
use crate::ui::widgets;
use crate::ui::{Theme, type_scale};

/// A link of the line.
pub struct Link {
    /// Its words on the page.
    pub words: String,
    /// What is read aloud; more than the words where they say little alone.
    pub spoken: String,
    /// Whether it is to be lit up.
    pub lit: bool,
}

/// What a person did with the line's links, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The one that the pointer or the keyboard is on.
    pub pointed_at: Option<usize>,
    /// The one that was clicked, or chosen with Enter.
    pub clicked: Option<usize>,
}

/// Draws `before`, then the links with `between` between them, over the width there is.
pub fn show(ui: &mut Ui, theme: &Theme, before: &str, between: &str, links: &[Link]) -> Touched {
    let quiet = type_scale::SECONDARY.format(theme.quiet);
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    job.append(before, 0.0, quiet.clone());
    let mut at = before.chars().count();
    let mut places = Vec::new();
    for (index, link) in links.iter().enumerate() {
        if index > 0 {
            job.append(between, 0.0, quiet.clone());
            at += between.chars().count();
        }
        job.append(&link.words, 0.0, type_scale::SECONDARY.format(theme.ink));
        let end = at + link.words.chars().count();
        places.push(at..end);
        at = end;
    }
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let name = before.trim().trim_end_matches(':');
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let mut touched = Touched::default();
    for (index, (link, place)) in links.iter().zip(places).enumerate() {
        let pieces = pieces(&galley, place.start, place.end);
        let (mut pointed_at, mut has_focus) = (false, false);
        for (row, piece) in pieces.iter().enumerate() {
            // Only the first row takes the keyboard; the others belong to the same link.
            let sense = if row == 0 { Sense::click() } else { Sense::CLICK };
            let id = response.id.with((index, row));
            let response = ui.interact(piece.rect.translate(rect.min.to_vec2()), id, sense);
            if row == 0 {
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &link.spoken));
                has_focus = response.has_focus();
                widgets::focus_ring(ui, theme, &response, response.rect.expand(1.0));
            }
            pointed_at |= response.hovered();
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                touched.clicked = Some(index);
            }
        }
        if pointed_at || has_focus {
            touched.pointed_at = Some(index);
        }
        for piece in &pieces {
            let place = piece.rect.translate(rect.min.to_vec2());
            let baseline = rect.top() + piece.baseline;
            let lit = link.lit || pointed_at || has_focus;
            if lit {
                let behind = Rect::from_min_max(
                    pos2(place.left() - 1.0, baseline - 12.0),
                    pos2(place.right() + 1.0, baseline + 4.0),
                );
                ui.painter().rect_filled(behind, 2.0, theme.claim);
            }
            let stroke = Stroke::new(if lit { 2.0 } else { 1.0 }, theme.accent);
            ui.painter().hline(place.x_range(), baseline + 3.5, stroke);
        }
    }
    ui.painter().galley(rect.min, galley, theme.quiet);
    touched
}
