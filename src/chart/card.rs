//! What is known of one answer, beside it.

use egui::{Frame, Margin, Ui, pos2, vec2};

use super::Look;
use super::model::QuestionChart;
use super::text::value_words;
use crate::poll::Answer;

/// The card's width, and that of its labels, in points at the usual size.
const WIDTH: f32 = 300.0;
const LABELS: f32 = 66.0;

/// What a card says.
pub struct Words {
    /// The figure: "Support: 62%".
    pub head: String,
    /// Under it, quiet.
    pub under: Option<String>,
    /// Details as label and words, `None` for not stated.
    pub details: Vec<(&'static str, Option<String>)>,
}

/// Draws the card of an answer.
pub fn show(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look, answer: &Answer) {
    let words = value_words(answer);
    let printed = (answer.printed != words && !answer.printed.is_empty())
        .then(|| format!("printed as “{}”", answer.printed));
    let head = format!("{}: {words}", answer.label);
    show_words(ui, look, &Words { head, under: printed, details: chart.details(answer) });
}

/// Draws a card.
pub fn show_words(ui: &mut Ui, look: &Look, words: &Words) {
    // On top of what the theme leaves around every tooltip.
    Frame::NONE.inner_margin(Margin::symmetric(7, 6)).show(ui, |ui| content(ui, look, words));
}

fn content(ui: &mut Ui, look: &Look, words: &Words) {
    let scale = look.scale();
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    ui.set_width(WIDTH * scale);
    paint(ui, look, &[(&words.head, look.ink)], &look.value, 0.0);
    if let Some(under) = &words.under {
        paint(ui, look, &[(under, look.quiet)], &look.secondary, 0.0);
    }
    ui.add_space(5.0);
    for (label, words) in &words.details {
        let top = ui.cursor().min;
        let label = look.text(ui, label, &look.secondary, look.quiet, LABELS * scale);
        ui.painter().galley(top, label, look.quiet);
        let words = words.as_deref().map_or(("not stated", look.warning), |words| (words, look.ink));
        paint(ui, look, &[words], &look.secondary, LABELS * scale);
        ui.add_space(4.0);
    }
}

/// A text that takes up its own room, some points from the left.
fn paint(ui: &mut Ui, look: &Look, parts: &[(&str, egui::Color32)], font: &egui::FontId, left: f32) {
    let width = ui.available_width();
    let words = look.parts(ui, parts, font, width - left);
    let (_, rect) = ui.allocate_space(vec2(width, words.size().y));
    ui.painter().galley(pos2(rect.left() + left, rect.top()), words, look.ink);
}
