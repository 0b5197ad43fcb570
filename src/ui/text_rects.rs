//! Where a stretch of a laid-out text stands: one rectangle a row, with its baseline.

use std::ops::Range;

use egui::epaint::text::cursor::CCursor;
use egui::epaint::text::{Glyph, PlacedRow};
use egui::{Galley, Pos2, Rangef, Rect, Vec2, pos2};

use super::right_to_left;

/// A piece of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowPiece {
    /// From the top of the row to its bottom, relative to the galley.
    pub rect: Rect,
    /// Relative to the galley.
    pub baseline: f32,
}

impl RowPiece {
    /// What is painted behind the piece of a galley that stands at `at`: from so far above its
    /// baseline to so far below.
    #[must_use]
    pub fn behind(&self, at: Pos2, above: f32, below: f32) -> Rect {
        let rect = self.rect.translate(at.to_vec2());
        let baseline = at.y + self.baseline;
        Rect::from_min_max(
            pos2(rect.left() - 1.0, baseline - above),
            pos2(rect.right() + 1.0, baseline + below),
        )
    }
}

/// The rows' pieces that hold the characters `from..to`, trailing spaces left out: one a row, or several
/// where some of it runs from right to left.
#[must_use]
pub fn pieces(galley: &Galley, from: usize, to: usize) -> Vec<RowPiece> {
    let mut pieces = Vec::new();
    for Columns { row: placed, part, .. } in columns(galley, from, to) {
        let inside = placed.row.glyphs[part].trim_spaces();
        let Some(begin) = inside.first() else { continue };
        let (top, bottom) = (placed.pos.y, placed.pos.y + placed.row.size.y);
        pieces.extend(stretches(inside).into_iter().map(|stretch| RowPiece {
            rect: Rect::from_min_max(
                pos2(placed.pos.x + stretch.min, top),
                pos2(placed.pos.x + stretch.max, bottom),
            ),
            baseline: placed.pos.y + begin.pos.y,
        }));
    }
    pieces
}

/// Where signs side by side in the text stand, from the left: in one stretch, but where they run both ways.
fn stretches(signs: &[Glyph]) -> Vec<Rangef> {
    let [begin, .., end] = signs else { return signs.iter().map(span).collect() };
    if signs.is_sorted_by(|a, b| a.pos.x <= b.pos.x) {
        return vec![Rangef::new(begin.pos.x, end.pos.x + end.advance_width)];
    }
    let mut spans: Vec<Rangef> = signs.iter().map(span).collect();
    spans.sort_by(|a, b| a.min.total_cmp(&b.min));
    let mut stretches: Vec<Rangef> = Vec::new();
    for span in spans {
        match stretches.last_mut() {
            Some(last) if span.min <= last.max + ROUNDED => last.max = last.max.max(span.max),
            _ => stretches.push(span),
        }
    }
    stretches
}

fn span(sign: &Glyph) -> Rangef {
    Rangef::new(sign.pos.x, sign.pos.x + sign.advance_width)
}

/// Points that two signs side by side may stand apart, since each begins at a pixel.
const ROUNDED: f32 = 1.5;

/// The character that is nearest to a point of a galley.
#[must_use]
pub fn cursor_at(galley: &Galley, point: Vec2) -> CCursor {
    let cursor = galley.cursor_from_pos(point);
    let place = galley.layout_from_cursor(cursor);
    let Some(row) = galley.rows.get(place.row).filter(|row| runs_both_ways(row)) else { return cursor };
    let x = point.x - row.pos.x;
    let away = |sign: &Glyph| (span(sign).min - x).max(x - span(sign).max).max(0.0);
    let nearest = row.glyphs.iter().enumerate().min_by(|(_, a), (_, b)| away(a).total_cmp(&away(b)));
    let Some((column, sign)) = nearest else { return cursor };
    let is_behind = (x > span(sign).center()) != runs_leftward(row, column);
    let column_of_point = column + usize::from(is_behind);
    let index = cursor.index.0 + column_of_point - place.column.0;
    CCursor { index: index.into(), prefer_next_row: column_of_point < row.glyphs.len() }
}

/// Where a cursor stands in a galley, as a rectangle without width.
#[must_use]
pub fn cursor_rect(galley: &Galley, cursor: CCursor) -> Rect {
    let rect = galley.pos_from_cursor(cursor);
    let place = galley.layout_from_cursor(cursor);
    match galley.rows.get(place.row).filter(|row| runs_both_ways(row)) {
        Some(row) => {
            let x = row.pos.x + edge(row, place.column.0);
            Rect::from_x_y_ranges(x..=x, rect.y_range())
        }
        None => rect,
    }
}

fn runs_both_ways(row: &PlacedRow) -> bool {
    !row.glyphs.is_sorted_by(|a, b| a.pos.x <= b.pos.x)
}

/// Where a cursor stands before a column: at the side that the sign there begins at.
fn edge(row: &PlacedRow, column: usize) -> f32 {
    let (of, is_behind) =
        if column < row.glyphs.len() { (column, false) } else { (row.glyphs.len() - 1, true) };
    let span = span(&row.glyphs[of]);
    if runs_leftward(row, of) == is_behind { span.min } else { span.max }
}

/// Whether the text goes on to the left of a column of a row that runs both ways.
fn runs_leftward(row: &PlacedRow, column: usize) -> bool {
    let x = |column: usize| row.glyphs.get(column).map(|sign| sign.pos.x);
    let here = row.glyphs[column].pos.x;
    match (x(column + 1), column.checked_sub(1).and_then(x)) {
        (Some(next), _) if right_to_left::runs_leftward(row.glyphs[column].chr) || next <= here => {
            next < here
        }
        (None, Some(before)) => before > here,
        _ => false,
    }
}

/// A row with the columns of it that lie between two characters of the galley.
struct Columns<'a> {
    row: &'a PlacedRow,
    part: Range<usize>,
    /// Characters of the galley before the row.
    before: usize,
}

/// The rows down to character `to`, each with its columns between `from` and `to`: none in rows
/// before.
fn columns(galley: &Galley, from: usize, to: usize) -> impl Iterator<Item = Columns<'_>> {
    let mut next = 0;
    let rows = galley.rows.iter().map(move |row| {
        let (before, length) = (next, row.row.glyphs.len());
        next += length + usize::from(row.ends_with_newline);
        let column = |character: usize| character.saturating_sub(before).min(length);
        Columns { row, part: column(from)..column(to).max(column(from)), before }
    });
    rows.take_while(move |row| row.before < to)
}

trait TrimSpaces {
    fn trim_spaces(&self) -> &Self;
}

impl TrimSpaces for [Glyph] {
    fn trim_spaces(&self) -> &Self {
        let from = self.iter().position(|glyph| !glyph.chr.is_whitespace()).unwrap_or(self.len());
        let to = self.iter().rposition(|glyph| !glyph.chr.is_whitespace()).map_or(from, |last| last + 1);
        &self[from..to]
    }
}

/// The selected part of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowPart {
    /// From the top of the row to its bottom, relative to the galley.
    pub rect: Rect,
    /// Whether it reaches the row's end.
    pub to_its_end: bool,
    /// Whether the row is the galley's last.
    pub is_last: bool,
}

/// The rows' parts between the characters `from` and `to`, spaces included; a row that is taken to
/// its end and on is as wide as its words.
#[must_use]
pub fn rows(galley: &Galley, from: usize, to: usize) -> Vec<RowPart> {
    let mut parts = Vec::new();
    for (index, Columns { row, part, before }) in columns(galley, from, to).enumerate() {
        let length = row.row.glyphs.len();
        let empty_but_inside = length == 0 && (from..to).contains(&before);
        if part.is_empty() && !empty_but_inside {
            continue;
        }
        let x = |column: usize| row.pos.x + row.row.x_offset(column.into());
        let (to_its_end, is_last) = (part.end == length, index + 1 == galley.rows.len());
        let down = row.pos.y..=row.pos.y + row.row.size.y;
        let stretches = if empty_but_inside {
            vec![Rangef::new(x(0), x(0) + 4.0)]
        } else if runs_both_ways(row) {
            let stretches = stretches(&row.glyphs[part]).into_iter();
            stretches.map(|stretch| Rangef::new(row.pos.x + stretch.min, row.pos.x + stretch.max)).collect()
        } else {
            vec![Rangef::new(x(part.start), x(part.end))]
        };
        let last = stretches.len() - 1;
        parts.extend(stretches.into_iter().enumerate().map(|(number, across)| RowPart {
            rect: Rect::from_x_y_ranges(across, down.clone()),
            to_its_end: to_its_end && number == last,
            is_last,
        }));
    }
    parts
}
