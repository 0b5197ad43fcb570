//! A horizontal bar for each answer: solid as far as it is certain, hatched where the words leave
//! room, the value as printed at its end.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, PlotTransform};

use super::hatch::hatch;
use super::look::{Look, between};
use super::model::{QuestionChart, sentence, value_words};
use super::plot::{self, percent_plot, x_of};
use crate::poll::{Answer, AnswerKind, Bounds, Reported};

/// From one bar to the next, and the bar's own height, in points.
const PITCH: f32 = 36.0;
const BAR: f32 = 20.0;
/// Narrower charts have their labels above the bars, in a row of this height.
const NARROW: f32 = 480.0;
const LABEL_ROW: f32 = 18.0;
/// Under the bars, for the percentages.
const TICKS: f32 = 20.0;
/// The column of labels, at most and at least.
const LABELS: std::ops::RangeInclusive<f32> = 60.0..=188.0;

/// How the rows are laid out.
#[derive(Clone, Copy)]
struct Rows {
    /// Width of the column of labels; 0 where they stand above the bars.
    labels: f32,
    /// From one row to the next.
    pitch: f32,
    /// How far the bar stands below the middle of its row.
    below: f32,
}

impl Rows {
    fn of(ui: &Ui, look: &Look, rows: &[Row<'_>], width: f32) -> Rows {
        if width < NARROW {
            return Rows { labels: 0.0, pitch: PITCH + LABEL_ROW, below: LABEL_ROW / 2.0 };
        }
        Rows { labels: label_width(ui, look, rows, width), pitch: PITCH, below: 0.0 }
    }
}

/// One row: an answer, or what is not reported.
enum Row<'a> {
    Answer(&'a Answer),
    Remainder(Bounds),
}

/// Draws the bars; returns the answer that the pointer is on.
pub fn show(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    id: egui::Id,
    lit: Option<&str>,
) -> Option<String> {
    let mut rows: Vec<Row<'_>> = chart.question.answers.iter().map(Row::Answer).collect();
    rows.extend(chart.remainder().map(Row::Remainder));
    let width = ui.available_width();
    let layout = Rows::of(ui, look, &rows, width);
    let height = layout.pitch * rows.len() as f32;
    let (room, _) = ui.allocate_exact_size(vec2(width, height + TICKS), Sense::hover());

    let bars: Vec<Bar> =
        rows.iter().enumerate().filter_map(|(index, row)| solid(row, index, layout, look, lit)).collect();
    let area = Rect::from_min_max(
        pos2(room.left() + layout.labels, room.top()),
        pos2(room.right(), room.top() + height),
    );
    let lines = plot::place_for_scale(ui);
    let mut plot_ui = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("plot"));
    let bottom = 0.5 - rows.len() as f64;
    let name = chart.question.title.clone();
    let transform = percent_plot(&mut plot_ui, id, area.size(), (bottom, 0.5), move |plot| {
        plot.add(BarChart::new(name, bars).horizontal().allow_hover(false));
    });
    plot::scale(ui, look, &transform, lines, true);
    let mut hovered = None;
    for (index, row) in rows.iter().enumerate() {
        let top = room.top() + layout.pitch * index as f32;
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(width, layout.pitch));
        draw_row(ui, look, row, rect, layout, &transform, lit);
        let response = sense(ui, chart, row, rect, id.with(index));
        if let (Row::Answer(answer), true) = (row, response.hovered() || response.has_focus()) {
            hovered = Some(answer.id.clone());
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.expand2(vec2(4.0, -2.0)),
                4.0,
                Stroke::new(1.5, look.accent),
                StrokeKind::Inside,
            );
        }
    }
    hovered
}

fn label_width(ui: &Ui, look: &Look, rows: &[Row<'_>], width: f32) -> f32 {
    let widest = rows
        .iter()
        .map(|row| look.text(ui, label(row), &look.label, look.ink, f32::INFINITY).size().x)
        .fold(0.0, f32::max);
    (widest + 20.0).clamp(*LABELS.start(), LABELS.end().min(width * 0.4))
}

fn label<'a>(row: &'a Row<'_>) -> &'a str {
    match row {
        Row::Answer(answer) => &answer.label,
        Row::Remainder(_) => "Not reported",
    }
}

/// The certain part, as the plot draws it.
fn solid(row: &Row<'_>, index: usize, layout: Rows, look: &Look, lit: Option<&str>) -> Option<Bar> {
    let Row::Answer(answer) = row else { return None };
    let bounds = answer.value.bounds()?;
    let height = f64::from(BAR / layout.pitch);
    let middle = -(index as f64) - f64::from(layout.below / layout.pitch);
    let bar = Bar::new(middle, bounds.low).width(height).stroke(Stroke::NONE);
    (bounds.low > 0.0).then(|| bar.fill(tone(answer, look, lit)))
}

/// The accent for positions, grey for answers that take no side; the others grow faint while one
/// is lit.
pub fn tone(answer: &Answer, look: &Look, lit: Option<&str>) -> Color32 {
    let own = match answer.kind {
        AnswerKind::Neutral => look.neutral,
        AnswerKind::DontKnow => between(look.neutral, look.page, 0.35),
        AnswerKind::Position | AnswerKind::Net(_) => look.accent,
    };
    match lit {
        Some(id) if id != answer.id => between(own, look.page, 0.45),
        _ => own,
    }
}

fn draw_row(
    ui: &Ui,
    look: &Look,
    row: &Row<'_>,
    rect: Rect,
    layout: Rows,
    transform: &PlotTransform,
    lit: Option<&str>,
) {
    let middle = rect.center().y + layout.below;
    let color = if matches!(row, Row::Remainder(_)) { look.quiet } else { look.ink };
    let room = if layout.labels > 0.0 { layout.labels - 12.0 } else { rect.width() };
    let words = look.text(ui, label(row), &look.label, color, room);
    let top = if layout.labels > 0.0 { middle - words.size().y / 2.0 } else { rect.top() + 2.0 };
    ui.painter().galley(pos2(rect.left(), top), words, color);
    let bar = |low: f64, high: f64| {
        Rect::from_x_y_ranges(
            x_of(transform, low)..=x_of(transform, high),
            middle - BAR / 2.0..=middle + BAR / 2.0,
        )
    };
    match row {
        Row::Answer(answer) => {
            let Some(bounds) = answer.value.bounds() else {
                let words = look.text(ui, "not reported", &look.label, look.warning, f32::INFINITY);
                ui.painter().galley(
                    pos2(x_of(transform, 0.0) + 8.0, middle - words.size().y / 2.0),
                    words,
                    look.warning,
                );
                return;
            };
            let color = tone(answer, look, lit);
            let open_ended = matches!(answer.value, Reported::MoreThan(_));
            if bounds.high > bounds.low {
                hatch(ui.painter(), bar(bounds.low, bounds.high), color, open_ended);
            }
            let solid = bar(0.0, bounds.low);
            if matches!(answer.kind, AnswerKind::Net(_)) {
                // A sum is set apart by a line under the bar, not by colour alone.
                let line = solid.bottom() + 3.0;
                ui.painter().hline(solid.x_range(), line, Stroke::new(1.5, color));
            }
            value(
                ui,
                look,
                &value_words(answer),
                bar(0.0, bounds.high),
                x_of(transform, bounds.low),
                look.ink,
            );
        }
        Row::Remainder(rest) => {
            let outline = bar(0.0, rest.high);
            ui.painter().rect_stroke(outline, 1.0, Stroke::new(1.0, look.neutral), StrokeKind::Inside);
            let words = QuestionChart::remainder_words(*rest);
            let number = words.trim_end_matches(" not reported");
            value(ui, look, number, outline, outline.left(), look.quiet);
        }
    }
}

/// The value after the bar's end. Where there is no room it stands on the page's colour at the end
/// of the hatching, if half of that stays to be seen; else inside the solid part, if it fits there.
/// `solid` is where the certain part ends.
fn value(ui: &Ui, look: &Look, words: &str, bar: Rect, solid: f32, color: Color32) {
    let words = look.text(ui, words, &look.value, color, f32::INFINITY);
    let size = words.size();
    let far = ui.max_rect().right();
    let top = bar.center().y - size.y / 2.0;
    if bar.right() + 8.0 + size.x <= far {
        let at = pos2(bar.right() + 8.0, top);
        // The hairlines stop short of the words.
        ui.painter().rect_filled(Rect::from_min_size(at, size).expand2(vec2(3.0, 0.0)), 0.0, look.page);
        ui.painter().galley(at, words, color);
        return;
    }
    let hatched = bar.right() - solid;
    if hatched < 2.0 * size.x && solid - bar.left() > size.x + 16.0 {
        let at = pos2(solid - size.x - 8.0, top);
        ui.painter().galley_with_override_text_color(at, words, look.page);
        return;
    }
    let at = pos2(bar.right().min(far) - size.x - 8.0, top);
    let behind =
        Rect::from_min_max(at - vec2(6.0, 1.0), pos2(bar.right().max(at.x + size.x), at.y + size.y + 1.0));
    ui.painter().rect_filled(behind, 2.0, look.page);
    ui.painter().galley(at, words, color);
}

/// The row's spoken sentence and its card.
fn sense(ui: &Ui, chart: &QuestionChart<'_>, row: &Row<'_>, rect: Rect, id: egui::Id) -> Response {
    let response = ui.interact(rect, id, Sense::hover());
    let spoken = match row {
        Row::Answer(answer) => sentence(answer),
        Row::Remainder(rest) => QuestionChart::remainder_words(*rest),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let Row::Answer(answer) = row else { return response };
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(300.0);
        super::show::card(ui, chart, answer);
    })
}
