//! A chart as a whole: title, base line, drawing, table twin, source line.

use egui::accesskit::Rect as Bounds;
use egui::{Color32, FontId, Id, Rect, Role, Ui, UiBuilder, Vec2, vec2};

use super::source::More;
use super::{Kind, Look, QuestionChart, bars, rows, source, stacked, table};
use crate::ui::spoken;
use crate::ui::unseen::Teller;

/// What a person did to the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartResponse {
    /// The answer that the pointer or the keyboard is on, by id.
    pub hovered: Option<String>,
    /// The answer that was clicked, or chosen with Enter, by id.
    pub clicked: Option<String>,
    /// Another way to draw it was asked for.
    pub asked_kind: Option<Kind>,
    /// The table twin was asked for, or asked away.
    pub switched_table: bool,
    /// An action of whoever shows the chart, by its place among them, and the entry of its menu.
    pub more: Option<(usize, usize)>,
    /// Where its title stands.
    pub head: Option<Rect>,
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
    show_with(ui, chart, look, (kind, with_table), lit, &[])
}

/// The same with actions of whoever shows it in the source line.
pub fn show_with(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    (kind, with_table): (Kind, bool),
    lit: Option<&str>,
    more: &[More<'_>],
) -> ChartResponse {
    let kind = chart.kind_or_bars(kind);
    let id = figure_id(ui.scope_id(), chart);
    let figure = UiBuilder::new()
        .scope_id(id)
        .accessibility_role(Role::Figure)
        .accessibility_label(chart.question.title.as_str());
    ui.scope_builder(figure, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let head = line(ui, look, &chart.question.title, &look.title, look.ink);
        ui.add_space(4.0);
        line(ui, look, &chart.base_line(), &look.secondary, look.quiet);
        ui.add_space(12.0);
        let answers = UiBuilder::new().scope_id(id.with("answers")).accessibility_role(Role::List);
        let mut touched = ui.scope_builder(answers, |ui| match kind {
            _ if chart.question.answers.is_empty() => {
                let rect = line(ui, look, NO_ANSWERS, &look.label, look.warning);
                spoken::part(ui, no_answers(id), rect, Role::Label, NO_ANSWERS);
                rows::Touched::default()
            }
            Kind::Bars => bars::show(ui, chart, look, id, lit),
            Kind::Stacked => stacked::show(ui, chart, look, id, lit),
            Kind::Diverging => stacked::show_parted(ui, chart, look, id, lit, None),
        });
        if with_table {
            ui.add_space(10.0);
            let row = table::show(ui, chart, look, id.with("table"), lit);
            touched.inner.hovered = touched.inner.hovered.or(row);
        }
        ui.add_space(8.0);
        let asked = source::show(ui, chart, look, (kind, with_table), more);
        describe(ui, chart.summary(kind));
        ChartResponse {
            hovered: touched.inner.hovered,
            clicked: touched.inner.clicked,
            asked_kind: asked.kind,
            switched_table: asked.table,
            more: asked.more,
            head: Some(head),
        }
    })
    .inner
}

/// Tells a screen reader of a chart that is not drawn. `drawn_in` is the id of what it is drawn in when
/// it is.
pub fn tell(
    teller: &mut Teller<'_>,
    drawn_in: Id,
    chart: &QuestionChart<'_>,
    look: &Look,
    (kind, with_table): (Kind, bool),
    more: &[More<'_>],
) {
    let kind = chart.kind_or_bars(kind);
    let id = figure_id(drawn_in, chart);
    teller.part(id, Role::Figure, &chart.question.title, |teller| {
        teller.more(|node| node.set_description(chart.summary(kind)));
        teller.part(id.with("answers"), Role::List, "", |teller| match kind {
            _ if chart.question.answers.is_empty() => teller.say(no_answers(id), Role::Label, NO_ANSWERS),
            Kind::Bars => rows::tell(teller, id, bars::about(chart)),
            Kind::Stacked => rows::tell(teller, id, stacked::about(chart, look, false)),
            Kind::Diverging => rows::tell(teller, id, stacked::about(chart, look, true)),
        });
        if with_table {
            table::tell(teller, chart, id.with("table"));
        }
        source::tell(teller, chart, (kind, with_table), more);
    });
}

const NO_ANSWERS: &str = "no answers reported";

fn no_answers(figure: Id) -> Id {
    figure.with("no answers")
}

/// The id of a chart's figure, from that of what it is drawn in.
#[must_use]
pub fn figure_id(drawn_in: Id, chart: &QuestionChart<'_>) -> Id {
    drawn_in.with(("chart", &chart.poll.id, &chart.question.id))
}

/// A text that takes up its own room.
pub fn line(ui: &mut Ui, look: &Look, words: &str, font: &FontId, color: Color32) -> Rect {
    let width = ui.available_width();
    let galley = look.text(ui, words, font, color, width);
    let (_, rect) = ui.allocate_space(vec2(width, galley.size().y));
    ui.painter().galley(rect.min, galley, color);
    rect
}

/// Says the whole drawing in words to a screen reader, and where it stands.
pub fn describe(ui: &Ui, summary: String) {
    let rect = ui.min_rect();
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_description(summary);
        node.set_bounds(Bounds {
            x0: rect.left().into(),
            y0: rect.top().into(),
            x1: rect.right().into(),
            y1: rect.bottom().into(),
        });
    });
}
