//! Whole answer sets one under another: a bar of 100% for each question, or bars that part at the
//! middle where people take sides.

use egui::{Id, Ui, vec2};

use super::ComparisonChart;
use crate::chart::bar_rows::widest_label;
use crate::chart::model::Sides;
use crate::chart::rows::Touched;
use crate::chart::show::line;
use crate::chart::text::DOT;
use crate::chart::{Kind, Look, QuestionChart, bars, source, stacked};
use crate::poll::comparison::Item;

/// Between two questions, in points at the usual size.
const BETWEEN: f32 = 22.0;

/// The charts of the questions that the figures are of, each with the first of these.
pub fn charts<'a>(chart: &ComparisonChart<'a>) -> Vec<(Item<'a>, QuestionChart<'a>)> {
    let mut charts: Vec<(Item<'_>, QuestionChart<'_>)> = Vec::new();
    for figure in &chart.figures {
        let Item { poll, question, .. } = figure.item;
        if !charts.iter().any(|(_, known)| std::ptr::eq(known.question, question)) {
            charts.push((figure.item, QuestionChart::new(poll, question, figure.source, "")));
        }
    }
    charts
}

/// Draws each question's answers, with the figure `lit` (a reference) lit up. A question that cannot
/// be drawn so has bars.
pub fn show(
    ui: &mut Ui,
    chart: &ComparisonChart<'_>,
    look: &Look,
    (id, kind): (Id, Kind),
    lit: Option<&str>,
) -> Touched {
    let charts = charts(chart);
    // One scale for all.
    let reach = charts.iter().filter_map(|(_, chart)| chart.sides()).map(Sides::reach).reduce(f64::max);
    // And one column of labels, so that bars begin at one place.
    let labels = charts
        .iter()
        .filter(|(_, chart)| !is_a_bar(kind, chart))
        .map(|(_, chart)| widest_label(ui, look, chart))
        .fold(0.0, f32::max);
    let mut touched = Touched::default();
    for (index, (figure, question)) in charts.iter().enumerate() {
        if index > 0 {
            ui.add_space(BETWEEN * look.scale());
        }
        let title = format!("{}\u{2002}{}", index + 1, question.question.title);
        line(ui, look, &title, &look.value, look.ink);
        let edition = figure.edition_words().unwrap_or_default();
        let under = [question.source_line(), question.base_line(), edition];
        let under: Vec<String> = under.into_iter().filter(|part| !part.is_empty()).collect();
        let under = source::words(ui, question, look, &under.join(DOT), ui.available_width());
        let (_, place) = ui.allocate_space(vec2(ui.available_width(), under.size().y));
        ui.painter().galley(place.min, under, look.quiet);
        ui.add_space(6.0);
        let reference = figure.reference();
        let prefix = reference.strip_suffix(&figure.answer.id).unwrap_or(&reference);
        let lit = lit.and_then(|lit| lit.strip_prefix(prefix));
        let id = id.with(("set", index));
        let on = match kind {
            Kind::Diverging if is_a_bar(kind, question) => {
                stacked::show_parted(ui, question, look, id, lit, reach)
            }
            Kind::Stacked if is_a_bar(kind, question) => stacked::show(ui, question, look, id, lit),
            _ => bars::show_beside(ui, question, look, id, lit, labels),
        };
        let whole = |answer: String| format!("{prefix}{answer}");
        touched.hovered = on.hovered.map(whole).or(touched.hovered);
        touched.clicked = on.clicked.map(|answer| format!("{prefix}{answer}")).or(touched.clicked);
    }
    touched
}

/// Whether a question's whole answer set is one bar, and not a bar for each answer.
fn is_a_bar(kind: Kind, chart: &QuestionChart<'_>) -> bool {
    match kind {
        Kind::Stacked => chart.can_stack(),
        Kind::Diverging => chart.sides().is_some(),
        Kind::Bars => false,
    }
}
