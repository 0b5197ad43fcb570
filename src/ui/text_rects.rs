//! Where a stretch of a laid-out text stands: one rectangle a row, with its baseline.

use std::ops::Range;

use egui::epaint::text::PlacedRow;
use egui::{Galley, Pos2, Rect, pos2};

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

/// The rows' pieces that hold the characters `from..to`, trailing spaces left out.
#[must_use]
pub fn pieces(galley: &Galley, from: usize, to: usize) -> Vec<RowPiece> {
    let mut pieces = Vec::new();
    for Columns { row: placed, part, .. } in columns(galley, from, to) {
        let inside = placed.row.glyphs[part].trim_spaces();
        if let (Some(begin), Some(end)) = (inside.first(), inside.last()) {
            let (top, bottom) = (placed.pos.y, placed.pos.y + placed.row.size.y);
            pieces.push(RowPiece {
                rect: Rect::from_min_max(
                    pos2(placed.pos.x + begin.pos.x, top),
                    pos2(placed.pos.x + end.pos.x + end.advance_width, bottom),
                ),
                baseline: placed.pos.y + begin.pos.y,
            });
        }
    }
    pieces
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

impl TrimSpaces for [egui::epaint::text::Glyph] {
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
        let right = if empty_but_inside { x(0) + 4.0 } else { x(part.end) };
        parts.push(RowPart {
            rect: Rect::from_min_max(pos2(x(part.start), row.pos.y), pos2(right, row.pos.y + row.row.size.y)),
            to_its_end: part.end == length,
            is_last: index + 1 == galley.rows.len(),
        });
    }
    parts
}
