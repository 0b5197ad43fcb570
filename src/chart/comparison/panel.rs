//! What all drawings with a row for each figure share: words at the left, the scale from 0 to 100
//! in the middle, the value at the right. On narrow pages the scale goes under the words, on very narrow
//! ones the value too.

use std::sync::Arc;

use egui::{Align, Color32, FontId, Galley, Pos2, Rangef, Rect, Sense, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

use crate::chart::Look;
use crate::chart::look::between;
use crate::chart::plot::{self, Mark, x_of};
use crate::chart::ticks;

/// The columns of words and of values, and the space beside the scale, in points at the usual size.
const LABELS: Rangef = Rangef { min: 190.0, max: 300.0 };
const VALUES: f32 = 132.0;
const GAP: f32 = 18.0;
/// Pages narrower than this have the scale under the words.
const NARROW: f32 = 660.0;
/// Titles with less room than this beside their values have them underneath.
const LEAST_BESIDE: f32 = 150.0;
/// And so have words in panels with less room than this.
pub const CRAMPED: f32 = 80.0;
/// Above and under the words of a row; the height of the scale where it stands under them.
const PADDING: f32 = 10.0;
const SCALE_HEIGHT: f32 = 28.0;
/// Marks at 0 and at 100 stand out over the scale by as many points.
const BEYOND: f32 = 9.0;

/// Words in one face and colour.
pub type Piece<'a> = (String, &'a FontId, Color32);

/// What a row says.
pub struct Words<'a> {
    /// At the left; pieces follow one another, with line breaks of their own.
    pub label: Vec<Piece<'a>>,
    /// At the right, a line each.
    pub values: Vec<Piece<'a>>,
}

/// A row that is laid out.
pub struct Row {
    label: Arc<Galley>,
    values: Vec<(Arc<Galley>, Color32)>,
    cramped: bool,
    /// From the top of the panel, in points.
    pub down: Rangef,
    /// Where its marks stand, from the top of the panel.
    pub middle: f32,
}

/// The panel: where its parts stand.
pub struct Panel {
    /// The rows.
    pub rows: Vec<Row>,
    label_width: f32,
    scale: Rangef,
    width: f32,
}

impl Panel {
    /// Lays out rows over a width.
    pub fn of(ui: &Ui, look: &Look, width: f32, words: Vec<Words<'_>>) -> Panel {
        let times = look.scale();
        let narrow = width < NARROW * times;
        // On narrow pages the words have all that the values leave them.
        let values = if narrow { widest_value(ui, look, &words) } else { VALUES * times };
        let beside = width - values - GAP;
        let cramped = beside < LEAST_BESIDE * times;
        let label_width = match (narrow, cramped) {
            (false, _) => (width * 0.32).clamp(LABELS.min * times, LABELS.max * times),
            (true, false) => beside,
            (true, true) => width,
        };
        let scale = if narrow {
            Rangef::new(BEYOND, width - BEYOND)
        } else {
            Rangef::new(label_width + GAP * times, width - VALUES * times - GAP)
        };
        let mut top = 0.0;
        let rows = words
            .into_iter()
            .map(|words| {
                let row = Row::of(ui, look, &words, top, label_width, (narrow, cramped));
                top = row.down.max;
                row
            })
            .collect();
        Panel { rows, label_width, scale, width }
    }

    /// Takes up the panel's room, draws hairlines and marks, ticks under them, and the words. `lit`
    /// rows have a band behind them. Returns each row's place.
    pub fn show(&self, ui: &mut Ui, look: &Look, id: egui::Id, marks: Vec<Mark>) -> Drawn {
        let height = self.rows.last().map_or(0.0, |row| row.down.max);
        let ticks = look.secondary.size * 1.42 + 4.0;
        let (room, _) = ui.allocate_exact_size(vec2(self.width, height + ticks), Sense::hover());
        let bands = ui.painter().add(egui::Shape::Noop);
        let line = |y: f32| ui.painter().round_to_pixel_center(room.top() + y);
        for y in std::iter::once(0.0).chain(self.rows.iter().map(|row| row.down.max)) {
            ui.painter().hline(room.x_range(), line(y), Stroke::new(1.0, look.line));
        }
        let left = room.left() + self.scale.min - BEYOND;
        let area =
            Rect::from_min_size(pos2(left, room.top()), vec2(self.scale.span() + 2.0 * BEYOND, height));
        let beyond = 100.0 * f64::from(BEYOND / self.scale.span());
        let pale = between(look.page, look.line, 0.8);
        let hairlines = SCALE.iter().flat_map(|at| {
            self.rows.iter().map(move |row| Mark::Line {
                at: f64::from(*at),
                down: self.scale_of(row),
                color: pale,
            })
        });
        let marks = hairlines.chain(marks).collect();
        let transform = plot::show(ui, id.with("plot"), area, (-beyond, 100.0 + beyond), marks);
        ticks_under(ui, look, &transform, (room.x_range(), room.top() + height), &SCALE);
        let places = self.rows.iter().map(|row| row.place(room)).collect();
        Drawn { room, places, bands }
    }

    /// Draws a row's words.
    pub fn words(&self, ui: &Ui, look: &Look, drawn: &Drawn, index: usize) {
        let row = &self.rows[index];
        let top = drawn.room.top() + row.down.min + PADDING * look.scale();
        ui.painter().galley(pos2(drawn.room.left(), top), Arc::clone(&row.label), look.ink);
        let mut y = if row.cramped { top + row.label.size().y } else { top };
        for (words, color) in &row.values {
            let side = if row.cramped { drawn.room.left() } else { drawn.room.right() };
            let at: Pos2 = pos2(side, y);
            ui.painter().galley(at, Arc::clone(words), *color);
            y += words.size().y;
        }
    }

    /// The height of a row's scale: under the words where these stand above it.
    pub fn scale_of(&self, row: &Row) -> Rangef {
        let narrow = self.scale.min < self.label_width;
        Rangef::new(if narrow { row.middle - SCALE_HEIGHT / 2.0 } else { row.down.min }, row.down.max)
    }
}

fn widest_value(ui: &Ui, look: &Look, words: &[Words<'_>]) -> f32 {
    let values = words.iter().flat_map(|words| &words.values);
    let width =
        |(text, font, color): &Piece<'_>| look.text(ui, text, font, *color, VALUES * look.scale()).size().x;
    values.map(width).fold(0.0, f32::max)
}

/// A panel on screen.
pub struct Drawn {
    room: Rect,
    /// The rows' places.
    pub places: Vec<Rect>,
    /// Behind everything, for the bands of rows that are lit up.
    pub bands: egui::layers::ShapeIdx,
}

impl Row {
    fn of(
        ui: &Ui,
        look: &Look,
        words: &Words<'_>,
        top: f32,
        label_width: f32,
        (narrow, cramped): (bool, bool),
    ) -> Row {
        let times = look.scale();
        let pieces: Vec<(&str, &FontId, Color32)> =
            words.label.iter().map(|(text, font, color)| (text.as_str(), *font, *color)).collect();
        let label = look.pieces(ui, &pieces, label_width);
        let values: Vec<_> = words
            .values
            .iter()
            .map(|(text, font, color)| {
                let piece = (text.as_str(), *font, *color);
                let align = if cramped { Align::LEFT } else { Align::RIGHT };
                (look.aligned(ui, &[piece], VALUES * times, align), *color)
            })
            .collect();
        let value_height: f32 = values.iter().map(|(words, _)| words.size().y).sum();
        let words_height =
            if cramped { label.size().y + value_height } else { label.size().y.max(value_height) };
        let padding = PADDING * times;
        let (height, middle) = if narrow {
            let above = padding + words_height;
            (above + SCALE_HEIGHT * times + padding / 2.0, above + SCALE_HEIGHT * times / 2.0)
        } else {
            let height = words_height + 2.0 * padding;
            (height, height / 2.0)
        };
        let height = height.round();
        Row { label, values, cramped, down: Rangef::new(top, top + height), middle: top + middle.round() }
    }

    fn place(&self, room: Rect) -> Rect {
        Rect::from_x_y_ranges(room.x_range(), room.top() + self.down.min..=room.top() + self.down.max)
    }
}

/// Where hairlines stand, in percent.
pub const SCALE: [u8; 5] = [0, 25, 50, 75, 100];

/// Writes the percentages of `scale` under a plot at the height `y`, within `room`.
pub fn ticks_under(ui: &Ui, look: &Look, transform: &PlotTransform, (room, y): (Rangef, f32), scale: &[u8]) {
    let words_of = |percent: u8| {
        let sign = if percent.is_multiple_of(100) { "%" } else { "" };
        scale.contains(&percent).then(|| format!("{percent}{sign}"))
    };
    let left_of = |percent: u8, width: f32| {
        (x_of(transform, f64::from(percent)) - width / 2.0).clamp(room.min, room.max - width)
    };
    ticks::under(ui, look, y + 4.0, words_of, left_of);
}
