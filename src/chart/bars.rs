//! A horizontal bar for each answer: solid as far as it is certain, hatched where the words leave
//! room, the value as printed at its end.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rangef, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

use super::bar_rows::{APART, Layout, Row, What, each, widest_label};
use super::look::{Look, between};
use super::model::QuestionChart;
use super::plot::{self, Mark, x_of};
use super::rows::{self, About, Touched};
use super::ticks;
use super::tones::{not_reported, tone};
use super::value::Place;
use crate::poll::Reported;

/// Draws the bars, with the answer `lit` lit up.
pub fn show(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look, id: egui::Id, lit: Option<&str>) -> Touched {
    let widest = widest_label(ui, look, chart);
    show_beside(ui, chart, look, id, lit, widest)
}

/// The same beside a column for labels of some width, so that charts under one another line up.
pub fn show_beside(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    id: egui::Id,
    lit: Option<&str>,
    widest_label: f32,
) -> Touched {
    let width = ui.available_width();
    let layout = Layout::divide(width, widest_label, look.scale());
    let rows = layout.rows(ui, look, chart);
    let height = rows.last().map_or(0.0, |row| row.down.max);
    let ticks_height = look.secondary.size * 1.42 + 4.0;
    let (room, _) = ui.allocate_exact_size(vec2(width, height + ticks_height), Sense::hover());
    let area = Rect::from_min_size(pos2(room.left() + layout.left, room.top()), vec2(layout.width, height));

    let place_of_bands = ui.painter().add(Shape::Noop);
    let transform = plot::show(ui, id.with("plot"), area, (0.0, layout.far()), marks(&rows, look, height));
    percentages(ui, look, &transform);

    let mut touched = Touched::default();
    let mut bands = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let rect =
            Rect::from_x_y_ranges(room.x_range(), room.top() + row.down.min..=room.top() + row.down.max);
        let spot = rows::Spot { list: id, index, count: rows.len(), rect, ringed: true };
        let about = || row.what.about(chart);
        let now = match row.what {
            What::Answer(answer) => {
                let card = |ui: &mut Ui| super::card::show(ui, chart, look, answer);
                let now = rows::interact(ui, look, &spot, about, Some(card));
                touched.note(&now, &answer.id);
                now.is_lit() || lit == Some(answer.id.as_str())
            }
            What::Remainder(_) => rows::interact(ui, look, &spot, about, None::<fn(&mut Ui)>).is_lit(),
        };
        let behind = if now { look.lit() } else { look.page };
        if now {
            bands.push(rows::band(rect, behind));
        }
        if row.begins_sums {
            let y = ui.painter().round_to_pixel_center(rect.top() - APART * look.scale() / 2.0);
            ui.painter().hline(room.x_range(), y, Stroke::new(1.0, look.line));
        }
        words(ui, &row.label, room.min + vec2(0.0, row.label_top), look.ink, behind);
        paint_value(ui, look, row, layout, area.left_top(), behind);
    }
    ui.painter().set(place_of_bands, Shape::Vec(bands));
    touched
}

/// What is said of the rows, in their order.
pub fn about(chart: &QuestionChart<'_>) -> Vec<About> {
    each(chart).map(|what| what.about(chart)).collect()
}

fn marks(rows: &[Row<'_>], look: &Look, height: f32) -> Vec<Mark> {
    let pale = between(look.page, look.line, 0.7);
    let outline = between(look.neutral, look.page, 0.25);
    let mut marks: Vec<Mark> = SCALE
        .iter()
        .map(|at| Mark::Line { at: f64::from(*at), down: Rangef::new(0.0, height), color: pale })
        .collect();
    for row in rows {
        let down = row.bar;
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

/// The percentages of the hairlines, under them.
fn percentages(ui: &Ui, look: &Look, transform: &PlotTransform) {
    let words_of = |percent| Some(if percent == 100 { "100%".to_owned() } else { format!("{percent}") });
    // The first begins at its line, where the bars begin.
    let left_of = |percent: u8, width: f32| {
        x_of(transform, f64::from(percent)) - if percent == 0 { 0.0 } else { width / 2.0 }
    };
    ticks::under(ui, look, transform.frame().bottom() + 4.0, words_of, left_of);
}

/// Puts the value at the bar's end; see [`super::value::Bar::place`].
fn paint_value(ui: &Ui, look: &Look, row: &Row<'_>, layout: Layout, origin: Pos2, behind: Color32) {
    let size = row.value.size();
    let spot = layout.bar(row.what).place(size.x);
    let at = origin + vec2(spot.left(size.x), row.bar.center() - size.y / 2.0);
    match (spot, row.what) {
        (Place::InSolid { .. }, What::Answer(answer)) => {
            let color = look.words_on(tone(&answer.kind, look));
            ui.painter().galley(at, Arc::clone(&row.value), color);
        }
        (Place::InSolid { .. }, What::Remainder(_)) => {
            ui.painter().galley(at, Arc::clone(&row.value), look.quiet);
        }
        (Place::After { .. } | Place::OnHatch { .. }, _) => words(ui, &row.value, at, look.ink, behind),
    }
}

/// Words that hairlines and stripes stop short of.
fn words(ui: &Ui, words: &Arc<Galley>, at: Pos2, color: Color32, behind: Color32) {
    let room = words.mesh_bounds.translate(at.to_vec2()).expand2(vec2(3.0, 2.0));
    ui.painter().rect_filled(room, 2.0, behind);
    ui.painter().galley(at, Arc::clone(words), color);
}
