//! Drawing a tracker.

use std::sync::Arc;

use egui::{Color32, Id, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use super::crowd::{self, HATCHED};
use super::hover::Which;
use super::pointing::{About, REACH, which};
use super::thin::{Thinned, thin};
use super::{Point, Tracker, axis};
use crate::chart::card::{self, Words};
use crate::chart::hatch::hatch;
use crate::chart::look::between;
use crate::chart::plot::{Drawn, bare};
use crate::chart::rows::Touched;
use crate::chart::signs::{self, Sign};
use crate::chart::{Look, show::line};
use crate::ui::is_covered;

/// Height of the plot, room for its percentages, in points at the usual size; a mark's radius, alone
/// and in a crowd.
const HEIGHT: f32 = 320.0;
const BEFORE: f32 = 40.0;
pub const RADIUS: f32 = 4.0;
const SMALL: f32 = 1.8;
/// From one date named to the next, at least.
const TICK: f32 = 76.0;

/// A card that only names what is pointed at.
#[must_use]
pub fn plain_card(name: &str) -> Words {
    Words { head: name.to_owned(), under: None, details: Vec::new() }
}

/// Draws the tracker; `about` is asked for a figure that is pointed at, `lit` is one that is lit up from
/// outside.
pub fn show(
    ui: &mut Ui,
    tracker: &Tracker,
    look: &Look,
    id: Id,
    about: About<'_>,
    lit: Option<usize>,
) -> Touched {
    let mut touched = Touched::default();
    let Some((transform, area)) = lay(ui, tracker, look, id) else { return touched };
    let which = which(ui, tracker, &transform, area, id, about);
    if let Some(which) = which {
        let point = tracker.series[which.series].points[which.point];
        let (reference, _, words) = about(point.figure);
        highlight(ui, look, &transform, area, which, &point);
        let at = transform.position_from_point(&PlotPoint::new(point.day(), point.percent));
        let anchor = Rect::from_center_size(at, Vec2::splat(2.0 * REACH));
        if !is_covered(ui) {
            egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("card"), anchor)
                .show(|ui| card::show_words(ui, look, &words));
        }
        touched.hovered = Some(reference.clone());
        if ui.rect_contains_pointer(area) && ui.input(|input| input.pointer.primary_clicked()) {
            touched.clicked = Some(reference);
        }
    } else if let Some((which, point)) = lit.and_then(|lit| lit_point(tracker, lit)) {
        highlight(ui, look, &transform, area, which, &point);
    }
    left_out(ui, tracker, look);
    touched
}

/// Key, axes and marks; where the plot stands, unless there is nothing to show.
pub fn lay(ui: &mut Ui, tracker: &Tracker, look: &Look, id: Id) -> Option<(PlotTransform, Rect)> {
    let times = look.scale();
    key(ui, tracker, look);
    let Some(days) = tracker.days() else {
        line(ui, look, "Nothing here has dates.", &look.label, look.warning);
        return None;
    };
    let ticks_height = look.secondary.size * 1.42 + 6.0;
    let size = vec2(ui.available_width(), HEIGHT * times + ticks_height);
    let (room, _) = ui.allocate_exact_size(size, Sense::hover());
    let area = Rect::from_min_max(
        pos2(room.left() + BEFORE * times, room.top() + 6.0),
        pos2(room.right() - 6.0, room.bottom() - ticks_height),
    );
    let (shown, percents) = frame(days, area.size());
    let drawing = Drawing { series: thinned(ui, tracker, id, shown, area.width()), look: look.clone() };
    axes(ui, look, area, shown);
    Some((bare(ui, id.with("plot"), area, shown, percents, drawing), area))
}

/// What had to be left out, under the plot.
pub fn left_out(ui: &mut Ui, tracker: &Tracker, look: &Look) {
    if let Some(left_out) = tracker.left_out() {
        ui.add_space(4.0);
        line(ui, look, &left_out, &look.secondary, look.warning);
    }
}

/// Points around what is shown, for marks at its edges to be whole.
const BEYOND: f32 = RADIUS + 2.0;

/// From where to where a plot of some size goes: the days, and the percentages.
fn frame((first, last): (f64, f64), size: Vec2) -> ((f64, f64), (f64, f64)) {
    let beyond = |span: f64, points: f32| span * f64::from(BEYOND / (points - 2.0 * BEYOND).max(1.0));
    let (days, percents) = (beyond(last - first, size.x).max(0.5), beyond(100.0, size.y));
    ((first - days, last + days), (-percents, 100.0 + percents))
}

/// The first point of a figure that is lit up from outside.
fn lit_point(tracker: &Tracker, lit: usize) -> Option<(Which, Point)> {
    tracker.series.iter().enumerate().find_map(|(series, points)| {
        let point = points.points.iter().position(|point| point.figure == lit)?;
        Some((Which { series, point }, points.points[point]))
    })
}

/// The colour and the mark of a series.
fn tone(look: &Look, series: usize) -> (Color32, Sign) {
    let colors = [look.accent, look.ink, look.neutral, between(look.accent, look.page, 0.35), look.quiet];
    // A shape that comes back has another colour.
    let round = series / Sign::SERIES.len();
    (colors[(series + round) % colors.len()], Sign::SERIES[series % Sign::SERIES.len()])
}

/// Which mark is which series.
fn key(ui: &mut Ui, tracker: &Tracker, look: &Look) {
    let times = look.scale();
    let room = ui.available_rect_before_wrap();
    let mut at = room.min;
    let mut bottom = room.top();
    for (index, series) in tracker.series.iter().enumerate() {
        let (color, sign) = tone(look, index);
        let name = format!("{} ({})", series.name, crate::poll::grouped(series.points.len() as u64));
        let words = look.text(ui, &name, &look.label, look.ink, room.width() - 20.0 * times);
        if at.x > room.left() && at.x + words.size().x + 20.0 * times > room.right() {
            at = pos2(room.left(), bottom + 6.0 * times);
        }
        let mut shapes = Vec::new();
        let middle = pos2(at.x + 6.0, at.y + words.size().y.min(20.0 * times) / 2.0);
        signs::draw(&mut shapes, sign, middle, 5.0, (color, look.page));
        ui.painter().extend(shapes);
        bottom = bottom.max(at.y + words.size().y);
        let width = words.size().x;
        ui.painter().galley(pos2(at.x + 18.0 * times, at.y), words, look.ink);
        at.x += width + 40.0 * times;
    }
    ui.allocate_space(vec2(room.width(), bottom - room.top() + 10.0 * times));
}

/// Thinned for this width; kept from frame to frame.
fn thinned(ui: &Ui, tracker: &Tracker, id: Id, days: (f64, f64), width: f32) -> Arc<Vec<Thinned>> {
    type Kept = (u64, u32, Arc<Vec<Thinned>>);
    let columns = (width * ui.pixels_per_point()).max(1.0) as u32;
    let place = id.with("thinned");
    if let Some((mark, known, kept)) = ui.data(|data| data.get_temp::<Kept>(place))
        && (mark, known) == (tracker.mark, columns)
    {
        return kept;
    }
    let thinned = tracker.series.iter().map(|series| thin(series, days, columns as usize)).collect();
    let thinned = Arc::new(thinned);
    ui.data_mut(|data| data.insert_temp::<Kept>(place, (tracker.mark, columns, Arc::clone(&thinned))));
    thinned
}

fn axes(ui: &Ui, look: &Look, area: Rect, days: (f64, f64)) {
    let pale = between(look.page, look.line, 0.8);
    let scale = area.shrink2(vec2(0.0, BEYOND));
    for percent in [0_u8, 25, 50, 75, 100] {
        let y = scale.bottom() - scale.height() * f32::from(percent) / 100.0;
        let level = ui.painter().round_to_pixel_center(y);
        ui.painter().hline(area.x_range(), level, Stroke::new(1.0, pale));
        let words = if percent == 100 { "100%".to_owned() } else { percent.to_string() };
        let words = look.text(ui, &words, &look.secondary, look.quiet, f32::INFINITY);
        let at = pos2(area.left() - 8.0 - words.size().x, y - words.size().y / 2.0);
        ui.painter().galley(at, words, look.quiet);
    }
    let most = (area.width() / (TICK * look.scale())).max(1.0) as usize;
    for tick in axis::ticks(days, most) {
        let x = area.left() + area.width() * ((tick.day - days.0) / (days.1 - days.0)) as f32;
        let upright = ui.painter().round_to_pixel_center(x);
        ui.painter().vline(upright, scale.bottom()..=scale.bottom() + 4.0, Stroke::new(1.0, look.line));
        let words = look.text(ui, &tick.words, &look.secondary, look.quiet, f32::INFINITY);
        let left = (x - words.size().x / 2.0).clamp(area.left() - 8.0, area.right() - words.size().x + 6.0);
        ui.painter().galley(pos2(left, area.bottom() + 3.0), words, look.quiet);
    }
}

/// All series in one plot.
struct Drawing {
    series: Arc<Vec<Thinned>>,
    look: Look,
}

impl Drawn for Drawing {
    fn shapes(&self, _: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        for (index, series) in self.series.iter().enumerate() {
            let (color, sign) = tone(&self.look, index);
            let band = between(self.look.page, color, 0.25).gamma_multiply(0.6);
            let at = |day: f64, percent: f64| transform.position_from_point(&PlotPoint::new(day, percent));
            shapes.extend(crowd::bands(&series.columns, &at, color, band));
            if series.is_whole {
                for point in &series.marks {
                    shapes.extend(whole(point, &at, color, band));
                }
            }
            let crowded = series.marks.len() > CROWD;
            for point in &series.marks {
                let middle = at(point.day(), point.percent);
                if point.is_open {
                    // No one place in its frame is the share.
                    continue;
                }
                match (crowded, point.has_interval && !point.is_trial) {
                    (true, true) => shapes.push(Shape::circle_filled(middle, SMALL, color)),
                    (true, false) => {
                        shapes.push(Shape::circle_stroke(middle, SMALL - 1.0, Stroke::new(1.0, color)));
                    }
                    (false, true) => signs::draw(shapes, sign, middle, RADIUS, (color, self.look.page)),
                    // Without an interval, or with one that is only tried, a mark is hollow.
                    (false, false) => {
                        signs::draw_hollow(shapes, sign, middle, RADIUS, (color, self.look.page));
                    }
                }
            }
        }
    }
}

/// So that an outline has something inside it.
const OUTLINED: f32 = 4.0;

/// More marks than this in a series are drawn small, all alike.
const CROWD: usize = 800;

/// A point's band over its fieldwork, and its fieldwork as a level line.
fn whole(point: &Point, at: &impl Fn(f64, f64) -> egui::Pos2, color: Color32, band: Color32) -> Vec<Shape> {
    let (from, to) = (at(point.days.0, point.ends.1), at(point.days.1, point.ends.0));
    // At least as wide as can be seen.
    let wide = (2.0 - (to.x - from.x)).max(0.0) / 2.0;
    let mut shapes = Vec::new();
    let rect = Rect::from_min_max(pos2(from.x - wide, from.y), pos2(to.x + wide, to.y));
    if point.is_open {
        let wider = (HATCHED - rect.width()).max(0.0) / 2.0;
        return hatch(rect.expand2(vec2(wider, 0.0)), color, false);
    }
    if point.is_trial {
        let wider = (OUTLINED - rect.width()).max(0.0) / 2.0;
        let rect = rect.expand2(vec2(wider, 0.0));
        shapes.push(Shape::rect_stroke(rect, 1.0, Stroke::new(1.0, color), StrokeKind::Inside));
    } else if point.has_interval {
        shapes.push(Shape::rect_filled(rect, 1.0, band));
    }
    let y = at(point.day(), point.percent).y;
    shapes.push(Shape::hline(from.x - wide..=to.x + wide, y, Stroke::new(1.5, color)));
    shapes
}

fn highlight(ui: &Ui, look: &Look, transform: &PlotTransform, area: Rect, which: Which, point: &Point) {
    let at = transform.position_from_point(&PlotPoint::new(point.day(), point.percent));
    let x = ui.painter().round_to_pixel_center(at.x);
    ui.painter().vline(x, area.y_range(), Stroke::new(1.0, between(look.page, look.accent, 0.5)));
    let (color, sign) = tone(look, which.series);
    let mut shapes = Vec::new();
    signs::draw(&mut shapes, sign, at, RADIUS + 2.0, (color, look.page));
    ui.painter().extend(shapes);
    ui.painter().circle_stroke(at, RADIUS + 6.0, Stroke::new(1.5, look.ink));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::vision::{AT_A_GLANCE, VISIONS, apart};
    use crate::ui::ThemeName;

    #[test]
    fn marks_at_the_edges_are_whole_at_every_width() {
        for width in [160.0, 300.0, 900.0] {
            let size = vec2(width, 320.0);
            let ((from, to), (bottom, top)) = frame((18_000.0, 18_900.0), size);
            let points = |span: f64, whole: f64, size: f32| f64::from(size) * span / whole;
            for room in [
                points(18_000.0 - from, to - from, size.x),
                points(to - 18_900.0, to - from, size.x),
                points(-bottom, top - bottom, size.y),
                points(top - 100.0, top - bottom, size.y),
            ] {
                assert!(room >= f64::from(RADIUS) + 1.9, "{room} points at {width}");
            }
        }
        let ((from, to), _) = frame((10.0, 11.0), vec2(300.0, 320.0));
        assert!(from <= 9.5 && to >= 11.5, "one day is not the whole width");
    }

    #[test]
    fn a_band_that_rests_on_a_trial_is_outlined_and_no_other() {
        let look = Look::of(ThemeName::Paper.theme());
        let (ink, band) = (look.ink, look.line);
        let at = |day: f64, percent: f64| pos2(day as f32, -percent as f32);
        let outlined = |is_trial: bool| {
            let point = Point {
                days: (10.0, 12.0),
                percent: 50.0,
                ends: (45.0, 55.0),
                has_interval: true,
                is_trial,
                is_open: false,
                figure: 0,
            };
            let shapes = whole(&point, &at, ink, band);
            shapes.iter().any(|shape| matches!(shape, Shape::Rect(rect) if rect.fill == Color32::TRANSPARENT))
        };
        assert!(outlined(true) && !outlined(false));
    }

    #[test]
    fn series_are_told_apart_without_colours_and_from_the_page_with_any_colour_vision() {
        for name in ThemeName::ALL {
            let look = Look::of(name.theme());
            let tones: Vec<(Color32, Sign)> = (0..25).map(|series| tone(&look, series)).collect();
            for (index, one) in tones.iter().enumerate() {
                assert!(!tones[..index].contains(one), "{name:?}: series {index} looks like another");
            }
            for five in tones.chunks(Sign::SERIES.len()) {
                let shapes: Vec<Sign> = five.iter().map(|(_, sign)| *sign).collect();
                assert_eq!(shapes, Sign::SERIES, "{name:?}: shapes come back only when all were used");
            }
            for (vision, matrix) in &VISIONS {
                for (color, _) in &tones {
                    let found = apart(*color, look.page, matrix);
                    assert!(found > AT_A_GLANCE, "{name:?}, {vision}: {found:.1} on the page");
                }
            }
        }
    }
}
