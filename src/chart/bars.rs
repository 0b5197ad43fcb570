//! A horizontal bar for each answer: solid as far as it is certain, hatched where the words leave
//! room, the value as printed at its end.

use std::sync::Arc;

use egui::{Color32, Galley, Rangef, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

use super::look::{Look, between};
use super::model::QuestionChart;
use super::plot::{self, Mark, x_of};
use super::rows::{self, Touched};
use super::text::{sentence, share, value_words};
use super::tones::{not_reported, tone};
use super::value::{self, Place};
use crate::poll::{Answer, AnswerKind, Bounds, Reported};

/// From one bar to the next, and the bar's own height, in points at the usual size.
const PITCH: f32 = 36.0;
const BAR: f32 = 20.0;
/// The column of labels at most, its steps (so that the bars of most charts on a page begin at
/// the same place), and the least gap after the words.
const LABELS: f32 = 190.0;
const STEP: f32 = 64.0;
const GAP: f32 = 18.0;
/// To the right of 100%, for values at the end of a long bar.
const AFTER: f32 = 40.0;
/// Before sums of other answers, which stand apart.
const APART: f32 = 13.0;

/// What a row is of.
#[derive(Clone, Copy)]
enum What<'a> {
    Answer(&'a Answer),
    Remainder(Bounds),
}

/// A row, laid out: its words and its place in points from the top.
struct Row<'a> {
    what: What<'a>,
    label: Arc<Galley>,
    value: Arc<Galley>,
    down: Rangef,
    /// The first of the sums of other answers.
    begins_sums: bool,
}

/// The plot's own room, in points: all of it, and as far as 100%.
#[derive(Clone, Copy)]
struct Across {
    width: f32,
    hundred: f32,
}

impl Across {
    /// Where the bar of a row begins and ends.
    fn bar(self, what: What<'_>) -> value::Bar {
        let bounds = match what {
            What::Answer(answer) => answer.value.bounds().unwrap_or(Bounds { low: 0.0, high: 0.0 }),
            What::Remainder(bounds) => bounds,
        };
        let x = |percent: f64| self.hundred * percent as f32 / 100.0;
        value::Bar { solid: x(bounds.low), end: x(bounds.high), far: self.width }
    }
}

/// Draws the bars, with the answer `lit` lit up.
pub fn show(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look, id: egui::Id, lit: Option<&str>) -> Touched {
    let scale = look.scale();
    let width = ui.available_width();
    let labels = label_width(ui, look, chart, width);
    let across = Across { width: width - labels, hundred: (width - labels - AFTER * scale).max(1.0) };
    let rows = lay_out(ui, look, chart, labels, across);
    let height = rows.last().map_or(0.0, |row| row.down.max);
    let (room, _) =
        ui.allocate_exact_size(vec2(width, height + look.secondary.size * 1.42 + 4.0), Sense::hover());
    let area = Rect::from_min_size(pos2(room.left() + labels, room.top()), vec2(across.width, height));

    let place_of_bands = ui.painter().add(Shape::Noop);
    let far = 100.0 * f64::from(across.width / across.hundred);
    let transform = plot::show(ui, id.with("plot"), area, far, marks(&rows, look, height));
    ticks(ui, look, &transform);

    let mut touched = Touched::default();
    let mut bands = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let rect =
            Rect::from_x_y_ranges(room.x_range(), room.top() + row.down.min..=room.top() + row.down.max);
        let spot = rows::Spot { list: id, index, count: rows.len(), rect, ringed: true };
        let now = match row.what {
            What::Answer(answer) => {
                let about = || (sentence(answer), chart.details(answer));
                let card = |ui: &mut Ui| super::card::show(ui, chart, look, answer);
                let now = rows::interact(ui, look, &spot, about, Some(card));
                touched.note(&now, &answer.id);
                now.is_lit() || lit == Some(answer.id.as_str())
            }
            What::Remainder(bounds) => {
                let about = || (format!("Not reported: {}", share(bounds)), vec![]);
                rows::interact(ui, look, &spot, about, None::<fn(&mut Ui)>).is_lit()
            }
        };
        let behind = if now { look.lit() } else { look.page };
        if now {
            bands.push(rows::band(rect, behind));
        }
        if row.begins_sums {
            let y = ui.painter().round_to_pixel_center(rect.top() - APART * scale / 2.0);
            ui.painter().hline(room.x_range(), y, Stroke::new(1.0, look.line));
        }
        let middle = rect.center().y;
        let label = Arc::clone(&row.label);
        ui.painter().galley(pos2(room.left(), middle - label.size().y / 2.0), label, look.ink);
        paint_value(ui, look, row, area.left(), middle, across, behind);
    }
    ui.painter().set(place_of_bands, Shape::Vec(bands));
    touched
}

fn rows_of<'a>(chart: &QuestionChart<'a>) -> impl Iterator<Item = What<'a>> {
    let remainder = chart.remainder().map(What::Remainder);
    chart.parts().map(What::Answer).chain(remainder).chain(chart.sums().map(What::Answer))
}

/// The column of labels: as wide as the longest, in steps, within bounds.
fn label_width(ui: &Ui, look: &Look, chart: &QuestionChart<'_>, width: f32) -> f32 {
    let widest =
        rows_of(chart).map(|what| label(ui, look, what, f32::INFINITY).size().x).fold(0.0, f32::max).ceil();
    let step = STEP * look.scale();
    (((widest + GAP) / step).ceil() * step).min(LABELS * look.scale()).min(width * 0.4).round()
}

fn label(ui: &Ui, look: &Look, what: What<'_>, width: f32) -> Arc<Galley> {
    match what {
        What::Answer(answer) => {
            let words = (answer.label.as_str(), &look.label, look.ink);
            let note = match &answer.kind {
                AnswerKind::Net(parts) if parts.is_empty() => "\na sum; parts not reported",
                AnswerKind::Net(_) => "\na sum of answers above",
                _ => "",
            };
            look.pieces(ui, &[words, (note, &look.secondary, look.quiet)], width)
        }
        What::Remainder(_) => look.text(ui, "Not reported", &look.label, look.quiet, width),
    }
}

fn value_of(ui: &Ui, look: &Look, what: What<'_>, width: f32) -> Arc<Galley> {
    let (words, font, color) = match what {
        What::Answer(answer) if answer.value == Reported::NotReported => {
            (value_words(answer), &look.label, look.warning)
        }
        What::Answer(answer) => (value_words(answer), &look.value, Color32::PLACEHOLDER),
        What::Remainder(bounds) => (share(bounds), &look.label, look.quiet),
    };
    look.text(ui, &words, font, color, width)
}

fn lay_out<'a>(ui: &Ui, look: &Look, chart: &QuestionChart<'a>, labels: f32, across: Across) -> Vec<Row<'a>> {
    let scale = look.scale();
    let mut top = 0.0;
    let mut sums_began = false;
    let lay_out = |what: What<'a>| {
        let label = label(ui, look, what, labels - GAP / 2.0);
        let value = value_of(ui, look, what, across.bar(what).room());
        let is_sum =
            matches!(what, What::Answer(answer) if chart.sums().any(|sum| std::ptr::eq(sum, answer)));
        let begins_sums = is_sum && !std::mem::replace(&mut sums_began, is_sum);
        if begins_sums {
            top += APART * scale;
        }
        let height = (PITCH * scale).max(label.size().y + 8.0).max(value.size().y + 8.0).round();
        let down = Rangef::new(top, top + height);
        top += height;
        Row { what, label, value, down, begins_sums }
    };
    rows_of(chart).map(lay_out).collect()
}

/// Where the row's bar stands, in points from the top.
fn bar(row: &Row<'_>, look: &Look) -> Rangef {
    let half = BAR * look.scale() / 2.0;
    Rangef::new(row.down.center() - half, row.down.center() + half)
}

fn marks(rows: &[Row<'_>], look: &Look, height: f32) -> Vec<Mark> {
    let pale = between(look.page, look.line, 0.7);
    let outline = between(look.neutral, look.page, 0.25);
    let mut marks: Vec<Mark> = SCALE
        .iter()
        .map(|at| Mark::Line { at: f64::from(*at), down: Rangef::new(0.0, height), color: pale })
        .collect();
    for row in rows {
        let down = bar(row, look);
        let (bounds, color, fading) = match row.what {
            What::Answer(answer) => {
                let Some(bounds) = answer.value.bounds() else { continue };
                (bounds, tone(&answer.kind, look), matches!(answer.value, Reported::MoreThan(_)))
            }
            What::Remainder(bounds) => {
                let (fill, open) = (not_reported(look), (bounds.low, bounds.high));
                marks.push(Mark::Outlined { across: (0.0, bounds.low), down, fill, color: outline });
                marks.push(Mark::Hatched { across: open, down, color: outline, fading: false });
                continue;
            }
        };
        let rounded = (true, bounds.high <= bounds.low);
        marks.push(Mark::Solid { across: (0.0, bounds.low), down, color, rounded });
        marks.push(Mark::Hatched { across: (bounds.low, bounds.high), down, color, fading });
    }
    marks
}

const SCALE: [u8; 5] = [0, 25, 50, 75, 100];

/// The percentages of the hairlines, under them; of every other one where room is short.
fn ticks(ui: &Ui, look: &Look, transform: &PlotTransform) {
    let is_narrow = x_of(transform, 25.0) - x_of(transform, 0.0) < 36.0 * look.scale();
    for percent in SCALE.into_iter().step_by(if is_narrow { 2 } else { 1 }) {
        let words = if percent == 100 { "100%".to_owned() } else { format!("{percent}") };
        let words = look.text(ui, &words, &look.secondary, look.quiet, f32::INFINITY);
        // The first begins at its line, where the bars begin.
        let before = if percent == 0 { 0.0 } else { words.size().x / 2.0 };
        let at = pos2(x_of(transform, f64::from(percent)) - before, transform.frame().bottom() + 4.0);
        ui.painter().galley(at, words, look.quiet);
    }
}

/// Puts the value at the bar's end; see [`value::Bar::place`].
fn paint_value(ui: &Ui, look: &Look, row: &Row<'_>, left: f32, middle: f32, across: Across, behind: Color32) {
    let size = row.value.size();
    let spot = across.bar(row.what).place(size.x);
    let at = pos2(left + spot.left(size.x), middle - size.y / 2.0);
    let color = match (spot, row.what) {
        (Place::InSolid { .. }, What::Answer(answer)) => look.words_on(tone(&answer.kind, look)),
        (Place::InSolid { .. }, What::Remainder(_)) => look.quiet,
        (Place::After { .. } | Place::OnHatch { .. }, _) => {
            // Hairlines and stripes stop short of the words.
            let words = row.value.mesh_bounds.translate(at.to_vec2()).expand2(vec2(3.0, 2.0));
            ui.painter().rect_filled(words, 2.0, behind);
            look.ink
        }
    };
    ui.painter().galley(at, Arc::clone(&row.value), color);
}
