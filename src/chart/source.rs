//! Under a hairline: where the figures come from at the left, what can be done at the right.

use std::sync::Arc;

use egui::{
    CursorIcon, Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::text::DOT;
use super::{Kind, Look, QuestionChart};
use crate::ui::menu;

/// An action of whoever shows the chart, beside the chart's own.
#[derive(Clone, Copy, Debug)]
pub struct More<'a> {
    /// Its words: "Export…".
    pub words: &'a str,
    /// What to choose from in its menu.
    pub entries: &'a [&'a str],
}

/// What was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// The table twin, or to be rid of it.
    pub table: bool,
    /// Another way to draw it.
    pub kind: Option<Kind>,
    /// An action of whoever shows the chart, and the entry of its menu.
    pub more: Option<(usize, usize)>,
}

/// Under the hairline, and between two actions, in points.
const ABOVE: f32 = 10.0;
const GAP: f32 = 14.0;

/// Draws the line.
pub fn show(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    (kind, with_table): (Kind, bool),
    more: &[More<'_>],
) -> Asked {
    let room = ui.available_rect_before_wrap();
    let line = ui.painter().round_to_pixel_center(room.top());
    ui.painter().hline(room.x_range(), line, Stroke::new(1.0, look.line));

    let mut asked = Asked::default();
    let mut corner = pos2(room.right(), room.top() + ABOVE);
    let table = if with_table { "Hide table" } else { "Table" };
    asked.table = action(ui, chart, look, table, &mut corner).clicked();
    for other in Kind::ALL.into_iter().rev().filter(|other| *other != kind && chart.suits(*other)) {
        if action(ui, chart, look, other.name(), &mut corner).clicked() {
            asked.kind = Some(other);
        }
    }
    for (index, more) in more.iter().enumerate() {
        let button = action(ui, chart, look, more.words, &mut corner);
        asked.more = unfolded(&button, more.entries).map(|entry| (index, entry)).or(asked.more);
    }

    let width = (corner.x - room.left()).max(80.0);
    let words = words(ui, chart, look, &chart.source_line(), width);
    let least = look.text(ui, table, &look.secondary, look.quiet, f32::INFINITY);
    let (_, place) = ui.allocate_space(vec2(room.width(), ABOVE + words.size().y.max(least.size().y)));
    ui.painter().galley(place.min + vec2(0.0, ABOVE), words, look.quiet);
    asked
}

/// What is stated of the chart, as `stated` has it, and then what is not.
pub fn words(ui: &Ui, chart: &QuestionChart<'_>, look: &Look, stated: &str, width: f32) -> Arc<Galley> {
    let missing = chart.not_stated().unwrap_or_default();
    let between = if stated.is_empty() || missing.is_empty() { "" } else { DOT };
    let parts = [(stated, look.quiet), (between, look.quiet), (missing.as_str(), look.warning)];
    look.parts(ui, &parts, &look.secondary, width)
}

/// A button that is only its words, to the left of `corner`, which moves on.
fn action(ui: &Ui, chart: &QuestionChart<'_>, look: &Look, words: &str, corner: &mut Pos2) -> Response {
    let galley = look.text(ui, words, &look.secondary, egui::Color32::PLACEHOLDER, f32::INFINITY);
    let place = Rect::from_min_size(pos2(corner.x - galley.size().x, corner.y), galley.size());
    corner.x = place.left() - GAP;
    let response = ui.interact(place.expand(4.0), ui.scope_id().with(("action", words)), Sense::click());
    let name = format!("{words}: {}", chart.question.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let lit = response.hovered() || response.has_focus();
    ui.painter().galley(place.min, galley, if lit { look.ink } else { look.quiet });
    if response.has_focus() {
        let ring = place.expand2(vec2(4.0, 2.0));
        ui.painter().rect_stroke(ring, 3.0, Stroke::new(1.5, look.accent), StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The menu under a button, while it is open; its first entry takes the keyboard over.
fn unfolded(button: &Response, entries: &[&str]) -> Option<usize> {
    let chosen = menu::under(button, false, |ui| {
        ui.spacing_mut().button_padding.x = 8.0;
        let mut chosen = None;
        for (index, words) in entries.iter().enumerate() {
            if menu::entry(ui, words, "", false, true).clicked() {
                chosen = Some(index);
                ui.close();
            }
        }
        chosen
    });
    chosen.flatten()
}
