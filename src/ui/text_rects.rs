//! Where a stretch of a laid-out text stands: one rectangle a row, with its baseline.

use egui::{Galley, Rect, pos2};

/// A piece of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowPiece {
    /// From the top of the row to its bottom, relative to the galley.
    pub rect: Rect,
    /// Relative to the galley.
    pub baseline: f32,
}

/// The rows' pieces that hold the characters `from..to`, trailing spaces left out.
#[must_use]
pub fn pieces(galley: &Galley, from: usize, to: usize) -> Vec<RowPiece> {
    let mut pieces = Vec::new();
    let mut row_start = 0;
    for placed in &galley.rows {
        let glyphs = &placed.row.glyphs;
        let first = from.saturating_sub(row_start).min(glyphs.len());
        let last = to.saturating_sub(row_start).min(glyphs.len());
        let inside = glyphs[first..last.max(first)].trim_spaces();
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
        row_start += glyphs.len() + usize::from(placed.ends_with_newline);
        if row_start >= to {
            break;
        }
    }
    pieces
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
    let mut row_start = 0;
    for (index, placed) in galley.rows.iter().enumerate() {
        let length = placed.row.glyphs.len();
        let first = from.saturating_sub(row_start).min(length);
        let last = to.saturating_sub(row_start).min(length);
        let empty_but_inside = length == 0 && (from..to).contains(&row_start);
        if first < last || empty_but_inside {
            let x = |column: usize| placed.pos.x + placed.row.x_offset(column.into());
            let right = if empty_but_inside { x(0) + 4.0 } else { x(last) };
            parts.push(RowPart {
                rect: Rect::from_min_max(
                    pos2(x(first), placed.pos.y),
                    pos2(right, placed.pos.y + placed.row.size.y),
                ),
                to_its_end: last == length,
                is_last: index + 1 == galley.rows.len(),
            });
        }
        row_start += length + usize::from(placed.ends_with_newline);
        if row_start >= to {
            break;
        }
    }
    parts
}
