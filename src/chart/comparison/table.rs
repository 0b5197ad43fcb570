//! The table twin of a comparison.

use egui::{Align, Id, Ui};

use super::ComparisonChart;
use super::words::sample_words;
use crate::chart::Look;
use crate::chart::table::show_cells;
use crate::chart::text::value_words;
use crate::poll::comparison::with_edition;
use crate::poll::{Disclosed, Poll};

/// What the columns hold.
pub const COLUMNS: [&str; 6] =
    ["Question", "Answer", "Asked by, for whom", "As printed", "Interval", "Sample"];
const SET: [(f32, Align); 6] = [
    (0.28, Align::LEFT),
    (0.14, Align::LEFT),
    (0.22, Align::LEFT),
    (0.12, Align::RIGHT),
    (0.12, Align::RIGHT),
    (0.12, Align::RIGHT),
];

/// A row for each figure.
#[must_use]
pub fn rows(chart: &ComparisonChart<'_>) -> Vec<Vec<String>> {
    let row = |figure: &super::Figure<'_>| {
        let item = &figure.item;
        let interval = figure.estimate.as_ref().map_or_else(
            |_| "–".to_owned(),
            |found| format!("{:.1} to {:.1}%", found.interval.low, found.interval.high),
        );
        vec![
            item.question.title.clone(),
            item.answer.label.clone(),
            with_edition(&asked_by(item.poll), item.edition),
            value_words(item.answer),
            interval,
            sample_words(figure).0,
        ]
    };
    chart.figures.iter().map(row).collect()
}

/// Who asked for whom, and the group where it is not the whole poll.
fn asked_by(poll: &Poll) -> String {
    let by = poll.by_whom().unwrap_or_else(|| "not stated".to_owned());
    let group = poll.population.as_ref().and_then(Disclosed::stated).filter(|_| poll.subgroup_of.is_some());
    group.map_or_else(|| by.clone(), |group| format!("{by}: {group}"))
}

/// Draws it; on narrow pages without the column that the rows of the chart have anyway.
/// `lit` is a figure to light up, by its reference; returns that of the one that is pointed at.
pub fn show(
    ui: &mut Ui,
    chart: &ComparisonChart<'_>,
    look: &Look,
    id: Id,
    lit: Option<&str>,
) -> Option<String> {
    let lit = lit.and_then(|lit| chart.place_of(lit));
    let row = cells(ui, chart, look, id, lit)?;
    Some(chart.reference(row))
}

fn cells(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look, id: Id, lit: Option<usize>) -> Option<usize> {
    let mut rows = rows(chart);
    if ui.available_width() >= NARROW * look.scale() {
        return show_cells(ui, look, id, chart.title, (&COLUMNS, &SET), &rows, lit);
    }
    for cells in &mut rows {
        cells.remove(ASKED_BY);
    }
    let [question, answer, _, printed, interval, sample] = COLUMNS;
    let columns = [question, answer, printed, interval, sample];
    let [.., number, _, _] = SET;
    let set = [(0.3, Align::LEFT), (0.18, Align::LEFT), (0.16, number.1), (0.18, number.1), (0.18, number.1)];
    show_cells(ui, look, id, chart.title, (&columns, &set), &rows, lit)
}

/// Pages narrower than this, in points at the usual size, have no room for six columns.
const NARROW: f32 = 620.0;
/// The column of who asked and for whom.
const ASKED_BY: usize = 2;
