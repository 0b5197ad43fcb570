//! One bar of 100%, cut into the answers; what is not reported, or left open, labelled as such.

use std::sync::Arc;

use egui::{Color32, Galley, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::hatch::hatch;
use super::look::Look;
use super::model::{APART, QuestionChart};
use super::plot::{self, Mark};
use super::rows::{self, About, Touched};
use super::text::{sentence, share, value_words};
use super::tones::{middle, not_reported, tones, two_sides};
use crate::poll::{Answer, AnswerKind};

/// The bar's height and that of a row of the key under it, in points at the usual size.
const BAR: f32 = 28.0;
const KEY: f32 = 24.0;
/// Around words inside the bar, and between two entries of the key.
const PADDING: f32 = 9.0;
const GAP: f32 = 18.0;
/// A colour in the key with the space after it.
const SWATCH: f32 = 18.0;

/// How a part of the bar is filled.
#[derive(Clone, Copy, PartialEq)]
enum Fill {
    /// An answer.
    Tone(Color32),
    /// Not reported.
    Outline,
    /// Not reported, or left open by the words.
    Hatch,
    /// Not in the bar: a sum of answers.
    Nothing,
}

/// A part of the bar, or a sum that stands under it.
struct Part<'a> {
    answer: Option<&'a Answer>,
    across: (f64, f64),
    fill: Fill,
    label: &'a str,
    value: String,
}

/// From which percentage the bar's room goes to which.
type Across = (f64, f64);

/// Draws the bar with the answer `lit` lit up, and a key for what has no room in it.
pub fn show(ui: &mut Ui, chart: &QuestionChart<'_>, look: &Look, id: egui::Id, lit: Option<&str>) -> Touched {
    let whole = (0.0, chart.certain().max(100.0));
    draw(ui, chart, look, id, lit, (parts(chart, look), whole))
}

/// Draws the bar parted at the middle: the first positions to the left, the later ones to the right,
/// what is neutral over the middle, and those who do not know apart. `reach` is how far to either side
/// the room goes, percent, where several charts have one scale. Only for charts that have two sides.
pub fn show_parted(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    id: egui::Id,
    lit: Option<&str>,
    reach: Option<f64>,
) -> Touched {
    let Some(sides) = chart.sides() else { return show(ui, chart, look, id, lit) };
    let reach = reach.unwrap_or_else(|| sides.reach());
    let mut parts = parts(chart, look);
    parts.sort_by_key(Part::place_when_parted);
    let mut from = -sides.left;
    let mut apart = false;
    for part in parts.iter_mut().filter(|part| part.fill != Fill::Nothing) {
        if part.is_unsure() && !std::mem::replace(&mut apart, true) {
            from += APART;
        }
        let wide = part.across.1 - part.across.0;
        part.across = (from, from + wide);
        from += wide;
    }
    tone_by_side(&mut parts, look);
    draw(ui, chart, look, id, lit, (parts, (-reach, reach)))
}

/// What is said of the parts, in the order in which they stand; `parted`: at the middle.
pub fn about(chart: &QuestionChart<'_>, look: &Look, parted: bool) -> Vec<About> {
    let mut parts = parts(chart, look);
    if parted && chart.sides().is_some() {
        parts.sort_by_key(Part::place_when_parted);
    }
    parts.iter().map(|part| part.about(chart)).collect()
}

/// Gives the positions of either side, which stand in their places, the tones of two sides.
fn tone_by_side(parts: &mut [Part<'_>], look: &Look) {
    let is_left = |part: &Part<'_>| part.across.0 + part.across.1 < 0.0;
    let positions =
        |left: bool| parts.iter().filter(|part| part.takes_side() && is_left(part) == left).count();
    let mut tones = two_sides(positions(true), positions(false), look).into_iter();
    for part in parts {
        if part.takes_side() {
            part.fill = tones.next().map_or(part.fill, Fill::Tone);
        } else if part.answer.is_some_and(|answer| answer.kind == AnswerKind::Neutral) {
            part.fill = Fill::Tone(middle(look));
        }
    }
}

fn draw(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    id: egui::Id,
    lit: Option<&str>,
    (parts, whole): (Vec<Part<'_>>, Across),
) -> Touched {
    let scale = look.scale();
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), (BAR + 6.0) * scale), Sense::hover());
    let area = Rect::from_min_size(room.min, vec2(room.width(), BAR * scale));
    plot::show(ui, id.with("plot"), area, whole, marks(&parts, look, whole, area.size()));

    let mut touched = Touched::default();
    let mut outlines = Vec::new();
    let mut key = Key::under(room, KEY * scale);
    for (index, part) in parts.iter().enumerate() {
        let place = part.place(area, whole);
        let [both, value] = part.words(ui, look);
        let clear = clear_of_middle(place, area, whole);
        let fits = |words: &Galley| words.size().x + 2.0 * PADDING <= clear.width();
        let inside = [&both, &value].into_iter().find(|words| fits(words) && part.takes_words());
        let said_in_full = inside.is_some_and(|words| Arc::ptr_eq(words, &both));
        let in_key = part.words_in_key(ui, look, room.width());
        let entry = (!said_in_full).then(|| key.next(in_key.size(), part.fill == Fill::Nothing, ui, look));
        let spot = rows::Spot {
            list: id,
            index,
            count: parts.len(),
            rect: if part.fill == Fill::Nothing { entry.unwrap_or(place) } else { place },
            ringed: part.fill == Fill::Nothing,
        };
        let lit = part.interact(ui, chart, look, &spot, entry, &mut touched)
            || part.answer.is_some_and(|answer| lit == Some(answer.id.as_str()));
        if let Some(words) = inside {
            let at = pos2(clear.left() + PADDING, clear.center().y - words.size().y / 2.0);
            ui.painter().galley(at, Arc::clone(words), part.words_color(look));
        }
        if let Some(entry) = entry {
            part.paint_entry(ui, look, entry, in_key, lit);
        }
        if lit && part.fill != Fill::Nothing {
            outlines.push(Shape::rect_stroke(place, 2.0, Stroke::new(2.0, look.ink), StrokeKind::Outside));
        }
    }
    // Over the neighbours, which were drawn after their part.
    ui.painter().extend(outlines);
    ui.add_space(key.bottom() - room.bottom());
    touched
}

fn parts<'a>(chart: &QuestionChart<'a>, look: &Look) -> Vec<Part<'a>> {
    let answers: Vec<&Answer> = chart.parts().collect();
    let mut from = 0.0;
    let mut parts: Vec<Part<'_>> = answers
        .iter()
        .zip(tones(&answers, look))
        .map(|(answer, tone)| {
            let certain = answer.value.bounds().map_or(0.0, |bounds| bounds.low);
            let across = (from, from + certain);
            from += certain;
            Part {
                answer: Some(answer),
                across,
                fill: Fill::Tone(tone),
                label: &answer.label,
                value: value_words(answer),
            }
        })
        .collect();
    let rest = |fill, label, value| Part { answer: None, across: (from, 100.0), fill, label, value };
    if !chart.is_exact() && from < 100.0 {
        parts.push(rest(Fill::Hatch, "Left open by the words, or not reported", String::new()));
    } else if let Some(bounds) = chart.remainder() {
        parts.push(rest(Fill::Outline, "Not reported", share(bounds)));
    }
    parts.extend(chart.sums().map(|answer| Part {
        answer: Some(answer),
        across: (0.0, 0.0),
        fill: Fill::Nothing,
        label: &answer.label,
        value: value_words(answer),
    }));
    parts
}

fn marks(parts: &[Part<'_>], look: &Look, (least, most): Across, size: egui::Vec2) -> Vec<Mark> {
    let down = Rangef::new(0.0, size.y);
    let whole = most - least;
    // Parts stand apart, so that they can be told in grey and in print.
    let gap = whole / f64::from(size.x);
    let last = parts.iter().rposition(|part| part.fill != Fill::Nothing);
    parts
        .iter()
        .enumerate()
        .filter_map(|(index, part)| {
            let (from, to) = part.across;
            let rounded = (index == 0, Some(index) == last);
            let across = if to - from > 4.0 * gap {
                (from + if rounded.0 { 0.0 } else { gap }, to - if rounded.1 { 0.0 } else { gap })
            } else {
                (from, to)
            };
            match part.fill {
                Fill::Tone(color) => Some(Mark::Solid { across, down, color, rounded }),
                Fill::Outline => {
                    Some(Mark::Outlined { across, down, fill: not_reported(look), color: look.neutral })
                }
                Fill::Hatch => Some(Mark::Hatched { across, down, color: look.neutral, fading: false }),
                Fill::Nothing => None,
            }
        })
        .chain((least < 0.0).then_some(Mark::Line { at: 0.0, down, color: look.page }))
        .collect()
}

/// Where a percentage stands in a room that goes from the one to the other.
fn x(area: Rect, (least, most): Across, percent: f64) -> f32 {
    area.left() + area.width() * ((percent - least) / (most - least)) as f32
}

/// A part's place, or the wider half of it where the line in the middle runs through.
fn clear_of_middle(place: Rect, area: Rect, whole: Across) -> Rect {
    let at = x(area, whole, 0.0);
    if whole.0 >= 0.0 || !(place.left()..place.right()).contains(&at) {
        return place;
    }
    let [before, after] = [place.with_max_x(at), place.with_min_x(at)];
    if before.width() > after.width() { before } else { after }
}

impl Part<'_> {
    fn place(&self, area: Rect, whole: Across) -> Rect {
        let (from, to) = self.across;
        Rect::from_x_y_ranges(x(area, whole, from)..=x(area, whole, to), area.y_range())
    }

    /// Those who do not know.
    fn is_unsure(&self) -> bool {
        self.answer.is_some_and(|answer| answer.kind == AnswerKind::DontKnow)
    }

    /// Where the bar is parted, those who do not know stand apart, and sums last.
    fn place_when_parted(&self) -> (bool, bool) {
        (self.fill == Fill::Nothing, self.is_unsure())
    }

    fn about(&self, chart: &QuestionChart<'_>) -> About {
        if let Some(answer) = self.answer {
            return (sentence(answer), chart.details(answer));
        }
        let gap = if self.value.is_empty() { "" } else { ": " };
        (format!("{}{gap}{}", self.label, self.value), vec![])
    }

    /// Whether it takes one of the sides, where the answers have sides.
    fn takes_side(&self) -> bool {
        let kind = self.answer.map(|answer| &answer.kind);
        self.fill != Fill::Nothing && matches!(kind, Some(AnswerKind::Position | AnswerKind::Net(_)))
    }

    /// Label and value, and the value alone, each in one row.
    fn words(&self, ui: &Ui, look: &Look) -> [Arc<Galley>; 2] {
        let value = (self.value.as_str(), &look.value, Color32::PLACEHOLDER);
        [self.label_and_value(ui, look, f32::INFINITY), look.pieces(ui, &[value], f32::INFINITY)]
    }

    /// Label and value as wide as the key has room, past the swatch.
    fn words_in_key(&self, ui: &Ui, look: &Look, room: f32) -> Arc<Galley> {
        let swatch = if self.fill == Fill::Nothing { 0.0 } else { SWATCH * look.scale() };
        self.label_and_value(ui, look, room - swatch)
    }

    fn label_and_value(&self, ui: &Ui, look: &Look, width: f32) -> Arc<Galley> {
        let color = Color32::PLACEHOLDER;
        let gap = if self.value.is_empty() { "" } else { "\u{2002}" };
        let label = format!("{}{gap}", self.label);
        let sum = if self.fill == Fill::Nothing { "Sum\u{2002}" } else { "" };
        let pieces = [
            (sum, &look.secondary, look.quiet),
            (label.as_str(), &look.label, color),
            (self.value.as_str(), &look.value, color),
        ];
        look.pieces(ui, &pieces, width)
    }

    fn takes_words(&self) -> bool {
        matches!(self.fill, Fill::Tone(_) | Fill::Outline)
    }

    fn words_color(&self, look: &Look) -> Color32 {
        match self.fill {
            Fill::Tone(tone) => look.words_on(tone),
            Fill::Outline | Fill::Hatch => look.quiet,
            Fill::Nothing => look.ink,
        }
    }

    fn interact(
        &self,
        ui: &Ui,
        chart: &QuestionChart<'_>,
        look: &Look,
        spot: &rows::Spot,
        entry: Option<Rect>,
        touched: &mut Touched,
    ) -> bool {
        let about = || self.about(chart);
        let Some(answer) = self.answer else {
            return rows::interact(ui, look, spot, about, None::<fn(&mut Ui)>).is_lit();
        };
        let card = |ui: &mut Ui| super::card::show(ui, chart, look, answer);
        let mut now = rows::interact(ui, look, spot, about, Some(card));
        if let Some(entry) = entry.filter(|entry| *entry != spot.rect) {
            now.join(&rows::point(ui, entry, spot.list.with(("key", spot.index)), card));
        }
        touched.note(&now, &answer.id);
        now.is_lit()
    }

    fn paint_entry(&self, ui: &Ui, look: &Look, entry: Rect, words: Arc<Galley>, lit: bool) {
        if lit {
            ui.painter().add(rows::band(entry, look.lit()));
        }
        let side = 11.0 * look.scale();
        let swatch = Rect::from_center_size(
            pos2(entry.left() + side / 2.0, entry.center().y),
            egui::Vec2::splat(side),
        );
        match self.fill {
            Fill::Tone(tone) => drop(ui.painter().rect_filled(swatch, 2.0, tone)),
            Fill::Outline => drop(ui.painter().rect(
                swatch,
                2.0,
                not_reported(look),
                Stroke::new(1.0, look.neutral),
                StrokeKind::Inside,
            )),
            Fill::Hatch => drop(ui.painter().add(Shape::Vec(hatch(swatch, look.neutral, false)))),
            Fill::Nothing => {}
        }
        let indent = if self.fill == Fill::Nothing { 0.0 } else { SWATCH * look.scale() };
        let at = pos2(entry.left() + indent, entry.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, look.ink);
    }
}

/// The key under the bar: entries in lines, as many in each as have room.
struct Key {
    cursor: egui::Pos2,
    room: Rangef,
    /// The least height of a line, and that of the cursor's.
    least: f32,
    height: f32,
    /// Something stands in the line of the cursor.
    begun: bool,
    sums: bool,
}

impl Key {
    fn under(room: Rect, least: f32) -> Key {
        let cursor = room.left_bottom();
        Key { cursor, room: room.x_range(), least, height: least, begun: false, sums: false }
    }

    /// The place of the next entry, whose words are of a size.
    fn next(&mut self, words: egui::Vec2, is_sum: bool, ui: &Ui, look: &Look) -> Rect {
        let scale = look.scale();
        let width = if is_sum { words.x } else { words.x + SWATCH * scale };
        if is_sum && !std::mem::replace(&mut self.sums, true) {
            // Sums of answers stand apart, under a hairline.
            let y = ui.painter().round_to_pixel_center(self.bottom() + 6.0);
            ui.painter().hline(self.room, y, Stroke::new(1.0, look.line));
            self.break_line(11.0);
        }
        if self.begun && self.cursor.x + width > self.room.max {
            self.break_line(0.0);
        }
        self.begun = true;
        let height = self.least.max(words.y + 6.0 * scale);
        self.height = self.height.max(height);
        let place = Rect::from_min_size(self.cursor, vec2(width, height));
        self.cursor.x += width + GAP * scale;
        place
    }

    fn break_line(&mut self, space: f32) {
        self.cursor = pos2(self.room.min, self.bottom() + space);
        self.height = self.least;
        self.begun = false;
    }

    fn bottom(&self) -> f32 {
        if self.begun { self.cursor.y + self.height } else { self.cursor.y }
    }
}
