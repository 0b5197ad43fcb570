//! The rows of a bar chart, laid out: labels beside the bars, or above them where the page is narrow.

use std::sync::Arc;

use egui::{Color32, Galley, Rangef, Ui};

use super::look::Look;
use super::model::QuestionChart;
use super::rows::About;
use super::text::{sentence, share, value_words};
use super::value::Bar;
use crate::poll::{Answer, AnswerKind, Bounds, Reported};

/// From one bar to the next, and the bar's own height, in points at the usual size.
const PITCH: f32 = 36.0;
const BAR: f32 = 20.0;
/// The column of labels at most, its steps (so that the bars of most charts on a page begin at
/// the same place), and the least gap after the words.
const LABELS: f32 = 190.0;
const STEP: f32 = 64.0;
const GAP: f32 = 18.0;
/// On narrower pages labels stand above their bars, this far.
const NARROW: f32 = 480.0;
const ABOVE: f32 = 2.0;
/// To the right of 100%, for values at the end of a long bar.
const AFTER: f32 = 40.0;
/// Before sums of other answers, which stand apart.
pub const APART: f32 = 13.0;

/// What a row is of.
#[derive(Clone, Copy)]
pub enum What<'a> {
    /// An answer.
    Answer(&'a Answer),
    /// What is not reported.
    Remainder(Bounds),
}

impl What<'_> {
    /// What is said of it.
    pub fn about(self, chart: &QuestionChart<'_>) -> About {
        match self {
            What::Answer(answer) => (sentence(answer), chart.details(answer)),
            What::Remainder(bounds) => (format!("Not reported: {}", share(bounds)), vec![]),
        }
    }
}

/// A row: its words, and its place in points from the top of the chart.
pub struct Row<'a> {
    /// What it is of.
    pub what: What<'a>,
    /// The label's words.
    pub label: Arc<Galley>,
    /// Where they begin.
    pub label_top: f32,
    /// The value's words.
    pub value: Arc<Galley>,
    /// The whole row.
    pub down: Rangef,
    /// The bar.
    pub bar: Rangef,
    /// The first of the sums of other answers.
    pub begins_sums: bool,
}

/// The chart's division across, in points: where the plot begins, how wide it is, and where in it
/// 100% stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The column of labels; nothing where they stand above the bars.
    pub left: f32,
    /// The plot.
    pub width: f32,
    hundred: f32,
}

impl Layout {
    /// The division of a chart of some width, with its labels on one line `widest_label` wide, in
    /// points; `scale` is 1 at the usual size of text.
    pub fn divide(width: f32, widest_label: f32, scale: f32) -> Layout {
        let left = if width < NARROW * scale {
            0.0
        } else {
            let steps = ((widest_label + GAP) / (STEP * scale)).ceil();
            (steps * STEP * scale).min(LABELS * scale).round()
        };
        Layout { left, width: width - left, hundred: (width - left - AFTER * scale).max(1.0) }
    }

    /// The percentage that stands at the plot's right edge.
    pub fn far(self) -> f64 {
        100.0 * f64::from(self.width / self.hundred)
    }

    /// Where the bar of a row begins and ends.
    pub fn bar(self, what: What<'_>) -> Bar {
        let bounds = match what {
            What::Answer(answer) => answer.value.bounds().unwrap_or(Bounds { low: 0.0, high: 0.0 }),
            What::Remainder(bounds) => bounds,
        };
        let x = |percent: f64| self.hundred * percent as f32 / 100.0;
        Bar { solid: x(bounds.low), end: x(bounds.high), far: self.width }
    }

    /// The rows, from the top: answers, what is not reported, sums of answers.
    pub fn rows<'a>(self, ui: &Ui, look: &Look, chart: &QuestionChart<'a>) -> Vec<Row<'a>> {
        let mut top = 0.0;
        let mut rows: Vec<Row<'a>> = Vec::new();
        let first_sum = each(chart).count() - chart.sums().count();
        for (index, what) in each(chart).enumerate() {
            let begins_sums = index == first_sum;
            if begins_sums && index > 0 {
                top += APART * look.scale();
            }
            let row = self.row(ui, look, what, begins_sums && index > 0, top);
            top = row.down.max;
            rows.push(row);
        }
        rows
    }

    fn row<'a>(self, ui: &Ui, look: &Look, what: What<'a>, begins_sums: bool, top: f32) -> Row<'a> {
        let scale = look.scale();
        let label = label(ui, look, what, if self.left > 0.0 { self.left - GAP / 2.0 } else { self.width });
        let value = value(ui, look, what, self.bar(what).room());
        let bar = BAR * scale;
        let margin = (PITCH - BAR) / 2.0 * scale;
        let (label_height, value_height) = (label.size().y, value.size().y.max(bar));
        let (height, label_top, middle) = if self.left > 0.0 {
            let height = (value_height + margin).max(label_height + margin).max(PITCH * scale).round();
            (height, (height - label_height) / 2.0, height / 2.0)
        } else {
            let above = margin / 2.0 + label_height + ABOVE * scale;
            ((above + value_height + margin).round(), margin / 2.0, above + value_height / 2.0)
        };
        Row {
            what,
            label,
            label_top: top + label_top,
            value,
            down: Rangef::new(top, top + height),
            bar: Rangef::new(top + middle - bar / 2.0, top + middle + bar / 2.0),
            begins_sums,
        }
    }
}

/// How wide the chart's widest label is on one line, in points.
pub fn widest_label(ui: &Ui, look: &Look, chart: &QuestionChart<'_>) -> f32 {
    let words = |what| label(ui, look, what, f32::INFINITY).size().x;
    each(chart).map(words).fold(0.0, f32::max)
}

/// What a chart's rows are of: answers, what is not reported, sums of answers.
pub fn each<'a>(chart: &QuestionChart<'a>) -> impl Iterator<Item = What<'a>> {
    let remainder = chart.remainder().map(What::Remainder);
    chart.parts().map(What::Answer).chain(remainder).chain(chart.sums().map(What::Answer))
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

fn value(ui: &Ui, look: &Look, what: What<'_>, width: f32) -> Arc<Galley> {
    let (words, font, color) = match what {
        What::Answer(answer) if answer.value == Reported::NotReported => {
            (value_words(answer), &look.label, look.warning)
        }
        What::Answer(answer) => (value_words(answer), &look.value, Color32::PLACEHOLDER),
        What::Remainder(bounds) => (share(bounds), &look.label, look.quiet),
    };
    look.text(ui, &words, font, color, width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_begin_at_few_places_so_that_charts_line_up() {
        let lefts = [30.0, 60.0, 100.0, 110.0].map(|widest| Layout::divide(620.0, widest, 1.0).left);
        assert_eq!(lefts.map(|left| left.round() as u32), [64, 128, 128, 128]);
        assert!((Layout::divide(620.0, 400.0, 1.0).left - LABELS).abs() < 0.5);
    }

    #[test]
    fn a_narrow_page_gives_all_its_width_to_the_bars() {
        let narrow = Layout::divide(420.0, 100.0, 1.0);
        assert!((narrow.left, narrow.width) == (0.0, 420.0));
        assert!(Layout::divide(620.0, 100.0, 1.5).left == 0.0, "large faces make a page narrow");
    }

    #[test]
    fn a_hundred_percent_leaves_room_for_a_value() {
        let layout = Layout::divide(620.0, 100.0, 1.0);
        let whole = layout.bar(What::Remainder(Bounds { low: 100.0, high: 100.0 }));
        assert!((whole.far - whole.end - AFTER).abs() < 0.01);
        assert!((layout.far() - 100.0 * 492.0 / 452.0).abs() < 0.01);
    }
}
