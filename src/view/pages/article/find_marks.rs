//! Words that were found, marked on the page: behind the words where they are text, beside the row
//! where they are part of a drawing or a list.

use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::TextShape;
use egui::layers::ShapeIdx;
use egui::{Galley, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

use crate::article;
use crate::library::search::{Hit, Words};
use crate::ui::Theme;
use crate::ui::text_rects::pieces;

/// What was found, and which of it was gone to.
#[derive(Clone, Debug, Default)]
pub struct FindMarks {
    /// In the order of the page.
    pub hits: Arc<Vec<Hit>>,
    /// Index of the hit that was gone to.
    pub current: usize,
    /// The words that were found.
    pub words: Option<Arc<Words>>,
    /// Where the hit that was gone to is drawn, once it is: a row may be far longer than the view.
    pub drawn_at: Cell<Option<Rect>>,
}

impl FindMarks {
    /// Marks words behind a part of a block's text, laid out at `at`.
    pub fn paint_behind(
        &self,
        ui: &Ui,
        theme: &Theme,
        (row, content): (usize, &article::Block),
        (at, galley): (Pos2, &Galley),
        part: &Range<usize>,
    ) {
        for (hit, range) in self.in_row(row) {
            if range.start < part.start || range.end > part.end {
                continue;
            }
            let character = |byte: usize| content.text[part.start..byte].chars().count();
            for piece in pieces(galley, character(range.start), character(range.end)) {
                let behind = piece.behind(at, 17.0, 6.0);
                ui.painter().rect_filled(behind, 2.0, theme.highlight);
                if hit == self.current {
                    let so_far = self.drawn_at.get();
                    self.drawn_at.set(Some(so_far.map_or(behind, |other| other.union(behind))));
                    ui.painter().rect_stroke(
                        behind,
                        2.0,
                        Stroke::new(1.5, theme.warning),
                        StrokeKind::Outside,
                    );
                }
            }
        }
    }

    /// Marks the words in a piece of a row that is found as a whole. Returns whether any are: quiet text
    /// is too faint on a mark.
    pub fn paint_words(
        &self,
        ui: &Ui,
        theme: &Theme,
        row: usize,
        (at, galley): (Pos2, &Galley),
        size: f32,
    ) -> bool {
        let Some(words) = self.words.as_ref().filter(|_| self.is_found_whole(row)) else { return false };
        let marks = marks_behind(words, (at, galley), size);
        for mark in &marks {
            ui.painter().rect_filled(*mark, 2.0, theme.highlight);
        }
        !marks.is_empty()
    }

    /// Notes where a row begins to be painted, where it is found as a whole.
    pub fn begin_behind(&self, ui: &Ui, row: usize) -> Option<Behind> {
        let words = self.words.clone().filter(|_| self.is_found_whole(row))?;
        let from = ui.ctx().graphics_mut(|layers| layers.entry(ui.layer_id()).next_idx());
        Some(Behind { words, from })
    }

    fn is_found_whole(&self, row: usize) -> bool {
        self.hits[self.of_row(row)].iter().any(|hit| hit.range.is_none())
    }

    /// Marks a row that holds a hit which is not text of its own, in the space before the column.
    pub fn paint_beside(&self, ui: &Ui, theme: &Theme, row: usize, top: f32) {
        let here = self.of_row(row);
        if self.is_found_whole(row) {
            let drawn = ui.min_rect();
            let bar = Rect::from_min_max(
                pos2(drawn.left() - 12.0, top + 12.0),
                pos2(drawn.left() - 8.0, drawn.bottom()),
            );
            let color = if here.contains(&self.current) { theme.warning } else { theme.highlight };
            ui.painter().rect_filled(bar, 2.0, color);
        }
    }

    fn in_row(&self, row: usize) -> impl Iterator<Item = (usize, &Range<usize>)> {
        self.of_row(row).filter_map(|index| Some((index, self.hits[index].range.as_ref()?)))
    }

    /// The hits of one row. They come in the order of the page, so a search by halves finds them
    /// among very many.
    fn of_row(&self, row: usize) -> Range<usize> {
        self.hits.partition_point(|hit| hit.row < row)..self.hits.partition_point(|hit| hit.row <= row)
    }
}

/// Where a drawing begins whose words are set by others: a chart, a call.
pub struct Behind {
    words: Arc<Words>,
    from: ShapeIdx,
}

impl Behind {
    /// Marks the words in all texts that were painted since. Right behind each: a drawing may have a
    /// ground of its own.
    pub fn paint(self, ui: &Ui, theme: &Theme) {
        ui.ctx().graphics_mut(|layers| {
            let painted = layers.entry(ui.layer_id());
            let texts = painted.all_entries().enumerate().skip(self.from.0);
            let found: Vec<(ShapeIdx, Vec<Rect>)> = texts
                .filter_map(|(index, clipped)| match &clipped.shape {
                    Shape::Text(text) => Some((ShapeIdx(index), self.marks_behind(text))),
                    _ => None,
                })
                .collect();
            for (index, marks) in found.into_iter().filter(|(_, marks)| !marks.is_empty()) {
                painted.mutate_shape(index, |clipped| {
                    if let Shape::Text(text) = &mut clipped.shape {
                        // Quiet words are too faint on a mark, and those on a bar too pale.
                        text.override_text_color = Some(theme.ink);
                    }
                    let marks = marks.iter().map(|mark| Shape::rect_filled(*mark, 2.0, theme.highlight));
                    clipped.shape = Shape::Vec(marks.chain([clipped.shape.clone()]).collect());
                });
            }
        });
    }

    fn marks_behind(&self, text: &TextShape) -> Vec<Rect> {
        let size = text.galley.job.sections.first().map_or(0.0, |section| section.format.font_id.size);
        marks_behind(&self.words, (text.pos, &text.galley), size)
    }
}

/// What is painted behind words in a text set in a size.
fn marks_behind(words: &Words, (at, galley): (Pos2, &Galley), size: f32) -> Vec<Rect> {
    let whole = galley.text();
    let character = |byte: usize| whole[..byte].chars().count();
    let found = words.places(whole);
    let pieces =
        found.into_iter().flat_map(|place| pieces(galley, character(place.start), character(place.end)));
    pieces.map(|piece| piece.behind(at, size, 0.35 * size)).collect()
}
