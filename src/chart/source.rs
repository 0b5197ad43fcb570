//! Under a hairline: where the figures come from at the left, what can be done at the right.

use std::sync::Arc;

use egui::{
    CursorIcon, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::text::DOT;
use super::{Kind, Look, QuestionChart};
use crate::ui::menu;
use crate::ui::unseen::Teller;

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

    let actions = actions(chart, (kind, with_table), more);
    let laid_out: Vec<Arc<Galley>> = actions
        .iter()
        .map(|(words, _)| look.text(ui, words, &look.secondary, egui::Color32::PLACEHOLDER, f32::INFINITY))
        .collect();
    let widths = laid_out.iter().map(|words| words.size().x).sum::<f32>();
    let mut asked = Asked::default();
    let mut corner = pos2(room.right() - widths - GAP * (actions.len() - 1) as f32, room.top() + ABOVE);
    let width = (corner.x - GAP - room.left()).max(80.0);
    for (place, ((words, does), galley)) in actions.into_iter().zip(&laid_out).enumerate() {
        let button = action(ui, chart, look, (place, words, galley), corner);
        corner.x += galley.size().x + GAP;
        match does {
            Does::More(index) => {
                asked.more =
                    unfolded(&button, more[index].entries).map(|entry| (index, entry)).or(asked.more);
            }
            Does::Kind(other) => asked.kind = button.clicked().then_some(other).or(asked.kind),
            Does::Table => asked.table = button.clicked(),
        }
    }

    let words = words(ui, chart, look, &chart.source_line(), width);
    let least = laid_out.iter().map(|words| words.size().y).fold(0.0, f32::max);
    let (_, place) = ui.allocate_space(vec2(room.width(), ABOVE + words.size().y.max(least)));
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

/// What an action does.
#[derive(Clone, Copy)]
enum Does {
    /// An action of whoever shows the chart, by its place among them.
    More(usize),
    /// Draws it another way.
    Kind(Kind),
    /// The table twin, or to be rid of it.
    Table,
}

/// The actions from the left to the right.
fn actions<'a>(
    chart: &QuestionChart<'_>,
    (kind, with_table): (Kind, bool),
    more: &[More<'a>],
) -> Vec<(&'a str, Does)> {
    let table = (if with_table { "Hide table" } else { "Table" }, Does::Table);
    let others = Kind::ALL.into_iter().filter(|other| *other != kind && chart.suits(*other));
    let others = others.map(|other| (other.name(), Does::Kind(other)));
    let more = more.iter().enumerate().rev().map(|(index, more)| (more.words, Does::More(index)));
    more.chain(others).chain([table]).collect()
}

/// Tells a screen reader of the actions under a chart that is not drawn.
pub fn tell(
    teller: &mut Teller<'_>,
    chart: &QuestionChart<'_>,
    (kind, with_table): (Kind, bool),
    more: &[More<'_>],
) {
    for (place, (words, does)) in actions(chart, (kind, with_table), more).into_iter().enumerate() {
        let id = action_id(teller.id(), place);
        teller.say_with(id, Role::Button, &name(chart, words), |node| {
            if matches!(does, Does::More(_)) {
                menu::speak_button(node, false);
            }
        });
    }
}

/// By its place: "Table" is "Hide table" once it was pressed, and keeps the keyboard.
fn action_id(figure: Id, place: usize) -> Id {
    figure.with(("action", place))
}

fn name(chart: &QuestionChart<'_>, words: &str) -> String {
    format!("{words}: {}", chart.question.title)
}

/// A button that is only its words, at a place among the actions, with its left top corner at `corner`.
fn action(
    ui: &Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    (index, words, galley): (usize, &str, &Arc<Galley>),
    corner: Pos2,
) -> Response {
    let place = Rect::from_min_size(corner, galley.size());
    let response = ui.interact(place.expand(4.0), action_id(ui.scope_id(), index), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(chart, words)));
    let lit = response.hovered() || response.has_focus();
    ui.painter().galley(place.min, Arc::clone(galley), if lit { look.ink } else { look.quiet });
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
