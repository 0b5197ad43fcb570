//! Every two figures: how far apart they are and whether sampling alone could explain it, as a
//! triangle of cells. Each cell has its sentence.

use egui::{Rangef, Rect, Role, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::ComparisonChart;
use super::words::points;
use crate::chart::rows;
use crate::chart::{Look, card};
use crate::poll::comparison::{Comparison, Pair};
use crate::poll::stats::NoTest;
use crate::ui::lines;

/// A cell's height, and its width at most, in points at the usual size.
const HEIGHT: f32 = 42.0;
const WIDEST: f32 = 110.0;
const LEAST_LABEL: f32 = 130.0;

/// Draws the triangle: each figure's row has a cell for every figure above it. A baseline has the last row,
/// so that each cell is of its column's figure against its row's.
pub fn matrix(ui: &mut Ui, chart: &ComparisonChart<'_>, comparison: &Comparison, look: &Look) {
    let count = chart.figures.len();
    if count < 3 || comparison.pairs.is_empty() {
        return;
    }
    let order = order(count, chart.baseline);
    let place_of = |figure: usize| order.iter().position(|known| *known == figure).unwrap_or_default();
    let times = look.scale();
    let room = ui.available_width();
    let label = (room * 0.34).max(LEAST_LABEL * times).min(room * 0.5);
    let cell = ((room - label) / (count - 1) as f32).min(WIDEST * times);
    let (rect, _) = ui
        .allocate_exact_size(vec2(room, HEAD * times + HEIGHT * times * (count - 1) as f32), Sense::hover());
    head(ui, &order, look, rect, (label, cell));
    let id = ui.scope_id().with("matrix");
    let builder = UiBuilder::new().max_rect(rect).scope_id(id).accessibility_role(Role::List);
    let ui = &mut ui.new_child(builder);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Every two of them"));
    let mut pairs: Vec<&Pair> = comparison.pairs.iter().collect();
    pairs.sort_by_key(|pair| (place_of(pair.b), place_of(pair.a)));
    for (row, number) in order.iter().enumerate().skip(1) {
        let top = rect.top() + times * (HEAD + HEIGHT * (row - 1) as f32);
        let line = ui.painter().round_to_pixel_center(top);
        ui.painter().hline(rect.x_range(), line, Stroke::new(1.0, look.line));
        let figure = &chart.figures[*number];
        let pieces = [
            (&*format!("{}\u{2002}", number + 1), &look.value, look.quiet),
            (figure.item.question.title.as_str(), &look.secondary, look.ink),
        ];
        let words = two_rows(ui, look, &pieces, label - 12.0);
        let y = top + (HEIGHT * times - words.size().y) / 2.0;
        ui.painter().galley(pos2(rect.left(), y), words, look.ink);
    }
    for (index, pair) in pairs.iter().enumerate() {
        let left = rect.left() + label + cell * place_of(pair.a) as f32;
        let top = rect.top() + times * (HEAD + HEIGHT * place_of(pair.b).saturating_sub(1) as f32);
        let place = Rect::from_min_size(pos2(left, top), vec2(cell, HEIGHT * times));
        let spot = rows::Spot { list: id, index, count: pairs.len(), rect: place, ringed: true };
        let verdict = format!("{} and {}: {}", pair.a + 1, pair.b + 1, pair.verdict);
        let words = card::Words { head: verdict.clone(), under: None, details: Vec::new() };
        let card = |ui: &mut Ui| card::show_words(ui, look, &words);
        let now = rows::interact(ui, look, &spot, || (verdict.clone(), Vec::new()), Some(card));
        if now.is_lit() {
            ui.painter().rect_filled(place.shrink(2.0), 4.0, look.lit());
        }
        paint(ui, look, pair, place);
    }
    let bottom = ui.painter().round_to_pixel_center(rect.bottom());
    ui.painter().hline(rect.x_range(), bottom, Stroke::new(1.0, look.line));
}

/// The figures in the order of the rows: as they are, but a baseline last.
fn order(count: usize, baseline: Option<usize>) -> Vec<usize> {
    let others = (0..count).filter(|figure| Some(*figure) != baseline);
    others.chain(baseline).collect()
}

/// What "trial" in a cell means, where there is one.
#[must_use]
pub fn trial(comparison: &Comparison) -> Option<String> {
    let assumed = comparison.pairs.iter().find_map(|pair| pair.assumed)?;
    Some(format!("Trial: {}.", assumed.label()))
}

/// The height of the line with the columns' numbers.
const HEAD: f32 = 24.0;

fn head(ui: &Ui, order: &[usize], look: &Look, rect: Rect, (label, cell): (f32, f32)) {
    for (column, figure) in order[..order.len() - 1].iter().enumerate() {
        let number = look.text(ui, &(figure + 1).to_string(), &look.value, look.quiet, f32::INFINITY);
        let across = Rangef::new(0.0, cell);
        let x = rect.left() + label + cell * column as f32 + across.center() - number.size().x / 2.0;
        ui.painter().galley(pos2(x, rect.top() + 2.0), number, look.quiet);
    }
}

/// A title in two rows at most.
fn two_rows(
    ui: &Ui,
    look: &Look,
    pieces: &[(&str, &egui::FontId, egui::Color32)],
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = 2;
    for (words, font, color) in pieces {
        let line_height = Some((look.secondary.size * 1.42).round());
        let format =
            egui::TextFormat { font_id: (*font).clone(), color: *color, line_height, ..Default::default() };
        job.append(words, 0.0, format);
    }
    lines::laid(ui, job)
}

/// The difference as the column's figure against the row's, and what the test says.
fn paint(ui: &Ui, look: &Look, pair: &Pair, place: Rect) {
    let difference = pair.difference.map_or_else(
        || "–".to_owned(),
        |difference| points(difference).trim_end_matches(" points").trim_end_matches(" point").to_owned(),
    );
    let (says, color) = match &pair.test {
        Ok(test) if test.significant && pair.assumed.is_some() => ("trial: differs", look.warning),
        Ok(_) if pair.assumed.is_some() => ("trial: chance?", look.warning),
        Ok(test) if test.significant => ("differs", look.ink),
        Ok(_) => ("may be chance", look.quiet),
        Err(NoTest::DifferentBase(..)) => ("other base", look.warning),
        Err(NoTest::SameFigure) => ("same figure", look.quiet),
        Err(NoTest::TwoEditions) => ("two editions", look.quiet),
        Err(NoTest::SharedDays(_) | NoTest::SameTime(_)) => ("same days", look.quiet),
        Err(_) if pair.difference.is_none() => ("no value", look.warning),
        Err(_) => ("no test", look.quiet),
    };
    let font = if color == look.ink { &look.value } else { &look.label };
    let width = place.width() - 6.0;
    let is_whole =
        |number: &str| look.text(ui, number, &look.secondary, color, f32::INFINITY).size().x <= width;
    if !difference.split(' ').all(is_whole) {
        // A cell that is too narrow for a number has a mark: half a number would be another one.
        let radius = (place.width() / 5.0).min(4.0);
        if color == look.ink {
            ui.painter().circle_filled(place.center(), radius, color);
        } else {
            ui.painter().circle_stroke(place.center(), radius, Stroke::new(1.0, color));
        }
        return;
    }
    let upper = look.text(ui, &difference, font, color, f32::INFINITY);
    let upper = if upper.size().x > width {
        look.text(ui, &difference, &look.secondary, color, width)
    } else {
        upper
    };
    let lower = look.text(ui, says, &look.secondary, color, f32::INFINITY);
    let lower = (lower.size().x <= width).then_some(lower);
    let height = upper.size().y + lower.as_ref().map_or(0.0, |lower| lower.size().y);
    let middle = |width: f32| place.center().x - width / 2.0;
    let top = place.center().y - height / 2.0;
    let next = top + upper.size().y;
    ui.painter().galley(pos2(middle(upper.size().x), top), upper, color);
    if let Some(lower) = lower {
        ui.painter().galley(pos2(middle(lower.size().x), next), lower, color);
    }
}
