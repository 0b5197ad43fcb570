//! A chart as a whole: title, base line, drawing, source line with its quiet actions, table twin.

use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::model::value_words;
use super::{Kind, Look, QuestionChart, bars, stacked, table};
use crate::poll::{Answer, Wording};

/// What a person did to the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartResponse {
    /// The answer that the pointer is on, by id.
    pub hovered: Option<String>,
    /// The other way to draw it was asked for.
    pub switched_kind: bool,
    /// The table twin was asked for, or asked away.
    pub switched_table: bool,
}

/// Draws the chart over the width there is. `lit` is an answer to light up, by id.
pub fn show(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    kind: Kind,
    with_table: bool,
    lit: Option<&str>,
) -> ChartResponse {
    let mut done = ChartResponse::default();
    let id = ui.scope_id().with(("chart", &chart.poll.id, &chart.question.id));
    let whole = ui.scope_builder(UiBuilder::new().scope_id(id), |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let width = ui.available_width();
        paint(ui, &look.text(ui, &chart.question.title, &look.title, look.ink, width), look.ink);
        ui.add_space(2.0);
        paint(ui, &look.text(ui, &chart.base_line(), &look.secondary, look.quiet, width), look.quiet);
        ui.add_space(10.0);
        let kind = if chart.can_stack() { kind } else { Kind::Bars };
        done.hovered = match kind {
            Kind::Bars => bars::show(ui, chart, look, id, lit),
            Kind::Stacked => stacked::show(ui, chart, look, id, lit),
        };
        if with_table {
            ui.add_space(8.0);
            table::show(ui, chart, look);
        }
        ui.add_space(6.0);
        source(ui, chart, look, kind, with_table, &mut done);
        ui.unique_id()
    });
    let figure = egui::Response { id: whole.inner, ..whole.response };
    figure.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &chart.question.title));
    ui.ctx().accesskit_node_builder(figure.id, |node| node.set_description(chart.summary()));
    done
}

fn paint(ui: &mut Ui, galley: &std::sync::Arc<egui::Galley>, color: egui::Color32) {
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(rect.min, std::sync::Arc::clone(galley), color);
}

/// Under a hairline: where it comes from at the left, what can be done at the right.
fn source(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    kind: Kind,
    with_table: bool,
    done: &mut ChartResponse,
) {
    let room = ui.available_rect_before_wrap();
    ui.painter().hline(room.x_range(), room.top() + 0.5, Stroke::new(1.0, look.line));
    let mut right = room.right();
    let top = room.top() + 8.0;
    let mut action = |ui: &mut Ui, words: &str, name: String| {
        let galley = look.text(ui, words, &look.secondary, look.quiet, f32::INFINITY);
        let rect = Rect::from_min_size(pos2(right - galley.size().x, top), galley.size());
        right = rect.left() - 14.0;
        let response = ui.interact(rect.expand(4.0), ui.scope_id().with(("action", words)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let lit = response.hovered() || response.has_focus();
        let color = if lit { look.ink } else { look.quiet };
        ui.painter().galley_with_override_text_color(rect.min, galley, color);
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.expand(4.0),
                3.0,
                Stroke::new(1.5, look.accent),
                egui::StrokeKind::Inside,
            );
        }
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    };
    let title = &chart.question.title;
    let table = if with_table { "Hide table" } else { "Table" };
    done.switched_table = action(ui, table, format!("{table}: {title}"));
    if chart.can_stack() {
        let other = if kind == Kind::Bars { "Stacked" } else { "Bars" };
        done.switched_kind = action(ui, other, format!("{other}: {title}"));
    }
    let (stated, missing) = chart.source_line();
    let mut parts = vec![(stated.clone(), look.quiet)];
    for missing in missing {
        let gap = if stated.is_empty() { "" } else { " · " };
        parts.push((gap.to_owned(), look.quiet));
        parts.push((missing, look.warning));
    }
    let galley = look.parts(ui, &parts, &look.secondary, (right - room.left() - 12.0).max(80.0));
    let size = vec2(room.width(), 8.0 + galley.size().y);
    ui.painter().galley(pos2(room.left(), top), galley, look.quiet);
    ui.allocate_exact_size(size, Sense::hover());
}

/// What is known of one answer, beside the pointer.
pub fn card(ui: &mut Ui, chart: &QuestionChart<'_>, answer: &Answer) {
    ui.strong(format!("{}: {}", answer.label, value_words(answer)));
    if answer.value.exact().is_none() {
        ui.label(answer.value.meaning());
    } else if answer.printed != value_words(answer) && !answer.printed.is_empty() {
        ui.label(format!("printed as “{}”", answer.printed));
    }
    match &chart.question.wording {
        Wording::Exact(words) => ui.label(format!("“{words}”")),
        Wording::Paraphrase(words) => ui.label(format!("{words} (paraphrased)")),
        Wording::NotStated => ui.label("wording not stated"),
    };
    let (stated, missing) = chart.source_line();
    for line in [stated].into_iter().chain(missing).filter(|line| !line.is_empty()) {
        ui.label(line);
    }
}
