//! One bar of 100%, cut into the answers, what is not reported labelled as such.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart};

use super::look::{Look, between};
use super::model::{QuestionChart, sentence, value_words};
use super::plot::{self, percent_plot, x_of};
use crate::poll::{Answer, AnswerKind};

/// The bar, the room it stands in, and a row of the key under it, in points.
const BAR: f32 = 28.0;
const ROOM: f32 = 40.0;
const TICKS: f32 = 26.0;
const KEY: f32 = 22.0;

/// Draws the bar and a key under it; returns the answer that the pointer is on.
pub fn show(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    id: egui::Id,
    lit: Option<&str>,
) -> Option<String> {
    let answers: Vec<&Answer> = chart.stacked().collect();
    let tones = tones(&answers, look);
    let rest = chart.remainder();
    let width = ui.available_width();
    let rows = answers.len() + usize::from(rest.is_some());
    let (room, _) = ui.allocate_exact_size(vec2(width, ROOM + TICKS + KEY * rows as f32), Sense::hover());

    let mut from = 0.0;
    let mut bars = Vec::new();
    let mut spans = Vec::new();
    for (answer, tone) in answers.iter().zip(&tones) {
        let share = answer.value.exact().unwrap_or_default();
        let fill =
            if lit.is_some_and(|lit| lit != answer.id) { between(*tone, look.page, 0.45) } else { *tone };
        bars.push(Bar::new(0.0, share).base_offset(from).width(1.0).fill(fill).stroke(Stroke::NONE));
        spans.push((from, from + share));
        from += share;
    }
    let area = Rect::from_min_size(room.min, vec2(width, BAR)).translate(vec2(0.0, 6.0));
    let lines = plot::place_for_scale(ui);
    let mut plot_ui = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("plot"));
    let name = chart.question.title.clone();
    let transform = percent_plot(&mut plot_ui, id, area.size(), (-0.5, 0.5), move |plot| {
        plot.add(BarChart::new(name, bars).horizontal().allow_hover(false));
    });
    plot::scale(ui, look, &transform, lines, false);

    let mut hovered = None;
    let mut key = pos2(room.left(), room.top() + ROOM + TICKS);
    for (index, (answer, (low, high))) in answers.iter().zip(&spans).enumerate() {
        let segment = Rect::from_x_y_ranges(x_of(&transform, *low)..=x_of(&transform, *high), area.y_range());
        // A gap of the page's colour, so that neighbours stay apart in grey and in print.
        ui.painter().vline(segment.right(), area.y_range(), Stroke::new(2.0, look.page));
        inside(ui, look, &value_words(answer), segment, tones[index]);
        let row = Rect::from_min_size(key, vec2(width, KEY));
        let on_segment = sense(ui, chart, answer, segment, id.with(("segment", index)), false);
        let on_key = sense(ui, chart, answer, row, id.with(("key", index)), true);
        if on_segment.hovered() || on_key.hovered() {
            hovered = Some(answer.id.clone());
        }
        key_row(ui, look, row, tones[index], &answer.label, &value_words(answer), true);
        key.y += KEY;
    }
    if let Some(rest) = rest {
        let segment = Rect::from_x_y_ranges(x_of(&transform, from)..=x_of(&transform, 100.0), area.y_range());
        ui.painter().rect_stroke(
            segment.shrink2(vec2(1.0, 0.0)),
            0.0,
            Stroke::new(1.0, look.neutral),
            StrokeKind::Inside,
        );
        let row = Rect::from_min_size(key, vec2(width, KEY));
        let words = QuestionChart::remainder_words(rest);
        let response = ui.interact(row, id.with("rest"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        key_row(ui, look, row, look.neutral, "Not reported", words.trim_end_matches(" not reported"), false);
    }
    hovered
}

/// The accent for the first position, paler steps for the next ones, grey for answers that take no
/// side. Steps are far enough apart to be told in grey.
fn tones(answers: &[&Answer], look: &Look) -> Vec<Color32> {
    let positions = answers.iter().filter(|answer| is_position(answer)).count().max(1);
    let mut step = 0;
    answers
        .iter()
        .map(|answer| match answer.kind {
            AnswerKind::Neutral => look.neutral,
            AnswerKind::DontKnow => between(look.neutral, look.page, 0.5),
            AnswerKind::Position | AnswerKind::Net(_) => {
                let part = step as f32 / positions as f32;
                step += 1;
                between(look.accent, look.page, 0.8 * part)
            }
        })
        .collect()
}

fn is_position(answer: &Answer) -> bool {
    matches!(answer.kind, AnswerKind::Position | AnswerKind::Net(_))
}

/// The value in the segment, if it fits.
fn inside(ui: &Ui, look: &Look, words: &str, segment: Rect, tone: Color32) {
    let color = if further(tone, look.page, look.ink) { look.page } else { look.ink };
    let words = look.text(ui, words, &look.value, color, f32::INFINITY);
    if words.size().x + 12.0 <= segment.width() {
        ui.painter().galley(
            pos2(segment.left() + 8.0, segment.center().y - words.size().y / 2.0),
            words,
            color,
        );
    }
}

/// Whether `a` stands further from `tone` in lightness than `b` does.
fn further(tone: Color32, a: Color32, b: Color32) -> bool {
    let distance = |color: Color32| (color.intensity() - tone.intensity()).abs();
    distance(a) > distance(b)
}

fn key_row(ui: &Ui, look: &Look, row: Rect, tone: Color32, label: &str, value: &str, filled: bool) {
    let square = Rect::from_center_size(pos2(row.left() + 6.0, row.center().y), vec2(12.0, 12.0));
    if filled {
        ui.painter().rect_filled(square, 1.0, tone);
    } else {
        ui.painter().rect_stroke(square, 1.0, Stroke::new(1.0, tone), StrokeKind::Inside);
    }
    let value = look.text(ui, value, &look.value, look.ink, f32::INFINITY);
    let label = look.text(ui, label, &look.label, look.ink, row.width() - 100.0);
    let top = |height: f32| row.center().y - height / 2.0;
    ui.painter().galley(pos2(row.left() + 22.0, top(label.size().y)), label.clone(), look.ink);
    ui.painter().galley(pos2(row.left() + 32.0 + label.size().x, top(value.size().y)), value, look.ink);
}

fn sense(
    ui: &Ui,
    chart: &QuestionChart<'_>,
    answer: &Answer,
    rect: Rect,
    id: egui::Id,
    spoken: bool,
) -> Response {
    let response = ui.interact(rect, id, Sense::hover());
    if spoken {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, sentence(answer)));
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(300.0);
        super::show::card(ui, chart, answer);
    })
}
