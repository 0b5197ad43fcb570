//! The dot plot: a row for each figure, its value where it is one number, its interval, and hatching
//! where words leave it open.

use egui::{Color32, Id, Rangef, Shape, Stroke, Ui};

use super::panel::{Panel, Words};
use super::words::{figure_sentence, sample_words};
use super::{ComparisonChart, Figure};
use crate::chart::Look;
use crate::chart::card;
use crate::chart::look::between;
use crate::chart::plot::Mark;
use crate::chart::rows::{self, Touched};
use crate::chart::signs::Sign;
use crate::chart::text::value_words;
use crate::poll::{Bounds, Reported};

/// Half the height of an interval's band and of hatching; a mark's radius, in points.
const BAND: f32 = 3.0;
const HATCH: f32 = 7.0;
const RADIUS: f32 = 6.0;

/// Draws the rows, with the figure `lit` (a reference) lit up.
pub fn show(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look, id: Id, lit: Option<&str>) -> Touched {
    let words = chart.figures.iter().enumerate().map(|(index, figure)| words(chart, look, index, figure));
    let panel = Panel::of(ui, look, ui.available_width(), words.collect());
    let mut marks = Vec::new();
    if let Some(at) = chart.baseline.and_then(|index| chart.figures[index].exact()) {
        let dashes = |row| Mark::Dashed { at, down: panel.scale_of(row), color: look.quiet };
        marks.extend(panel.rows.iter().map(dashes));
    }
    for (figure, row) in chart.figures.iter().zip(&panel.rows) {
        marks.extend(marks_of(figure, look, row.middle, look.accent));
    }
    let drawn = panel.show(ui, look, id, marks);
    let mut touched = Touched::default();
    let mut bands = Vec::new();
    let references: Vec<String> = (0..chart.figures.len()).map(|index| chart.reference(index)).collect();
    for (index, figure) in chart.figures.iter().enumerate() {
        let rect = drawn.places[index];
        let spot = rows::Spot { list: id, index, count: chart.figures.len(), rect, ringed: true };
        let about = || (figure_sentence(figure), figure.details());
        let card = |ui: &mut Ui| card::show_words(ui, look, &figure.card());
        let now = rows::interact(ui, look, &spot, about, Some(card));
        touched.note(&now, &references[index]);
        if now.is_lit() || lit == Some(references[index].as_str()) {
            bands.push(rows::band(rect, look.lit()));
        }
        panel.words(ui, look, &drawn, index);
    }
    ui.painter().set(drawn.bands, Shape::Vec(bands));
    touched
}

fn words<'a>(chart: &ComparisonChart<'_>, look: &'a Look, index: usize, figure: &Figure<'_>) -> Words<'a> {
    let answer = figure.item.answer;
    let title = figure.item.question.title.clone();
    let number = if chart.figures.len() > 1 { format!("{}\u{2002}", index + 1) } else { String::new() };
    let label = vec![
        (number, &look.value, look.quiet),
        (title + "\n", &look.value, look.ink),
        (figure.under_title(), &look.secondary, look.quiet),
    ];
    let missing = answer.value == Reported::NotReported;
    let value_color = if missing { look.warning } else { look.ink };
    let (people, odd) = sample_words(figure);
    let mut values = vec![
        (value_words(answer), &look.value, value_color),
        (people, &look.secondary, if odd { look.warning } else { look.quiet }),
    ];
    if let Some(against) = chart.against_baseline(index) {
        values.push((against, &look.secondary, look.ink));
    }
    Words { label, values }
}

/// A figure's marks on the scale at a height, in points from the top.
pub fn marks_of(figure: &Figure<'_>, look: &Look, middle: f32, color: Color32) -> Vec<Mark> {
    let around = |half: f32| Rangef::new(middle - half, middle + half);
    let Some(Bounds { low, high }) = figure.item.answer.value.bounds() else { return Vec::new() };
    let Some(at) = figure.exact() else {
        let fading = matches!(figure.item.answer.value, Reported::MoreThan(_));
        let hatched = Mark::Hatched { across: (low, high), down: around(HATCH), color, fading };
        // A whisker stands at what is certain: the end that the words name.
        let whisker = |at: f64| Mark::Solid {
            across: (at - 0.15, at + 0.15),
            down: around(HATCH + 2.0),
            color,
            rounded: (false, false),
        };
        let ends = match figure.item.answer.value {
            Reported::MoreThan(_) | Reported::JustOver(_) => vec![low],
            Reported::LessThan(_) | Reported::JustUnder(_) => vec![high],
            _ => vec![low, high],
        };
        return std::iter::once(hatched).chain(ends.into_iter().map(whisker)).collect();
    };
    let sign = |sign| Mark::Sign { at, down: middle, sign, radius: RADIUS, color, page: look.page };
    let Ok(estimate) = &figure.estimate else { return vec![sign(Sign::Diamond)] };
    let (across, down) = ((estimate.interval.low, estimate.interval.high), around(BAND));
    let pale = between(look.page, color, 0.35);
    let band = if estimate.sample.assumed.is_some() {
        Mark::Outlined { across, down, fill: look.page, color }
    } else {
        Mark::Solid { across, down, color: pale, rounded: (true, true) }
    };
    let dot = if estimate.sample.assumed.is_some() { Sign::Ring } else { Sign::Dot };
    vec![band, sign(dot)]
}

/// A line that joins two marks.
pub fn joining(look: &Look) -> Stroke {
    Stroke::new(2.0, between(look.page, look.quiet, 0.55))
}
