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
