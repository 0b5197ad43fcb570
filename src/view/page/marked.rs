//! Words that were found, marked on the page: behind the words where they are text, beside the row
//! where they are part of a drawing or a list.

use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Stroke, StrokeKind, Ui, pos2};

use super::items::Item;
use crate::article;
use crate::library::search::Hit;
use crate::ui::Theme;
use crate::ui::text_rects::pieces;

/// What was found, and which of it was gone to.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// In the order of the page.
    pub hits: Arc<Vec<Hit>>,
    /// Index of the hit that was gone to.
    pub current: usize,
}

/// The row that a hit stands in.
pub fn item_of(hit: &Hit) -> Item {
    match *hit {
        Hit::Masthead => Item::Masthead,
        Hit::Text { block, .. } | Hit::Chart { block } => Item::Block(block),
        Hit::Call(call) => Item::Call(call),
        Hit::Related(story) => Item::Related(story),
        Hit::Source(source) => Item::Source(source),
    }
}

impl Marked {
    /// Marks words behind a part of a block's text, laid out at `at`.
    pub fn paint_behind(
        &self,
        ui: &Ui,
        theme: &Theme,
        (index, content): (usize, &article::Block),
        (at, galley): (Pos2, &Galley),
        part: &Range<usize>,
    ) {
        for (hit, range) in self.in_block(index) {
            if range.start < part.start || range.end > part.end {
                continue;
            }
            let character = |byte: usize| content.text[part.start..byte].chars().count();
            for piece in pieces(galley, character(range.start), character(range.end)) {
                let baseline = at.y + piece.baseline;
                let rect = piece.rect.translate(at.to_vec2());
                let behind = Rect::from_min_max(
                    pos2(rect.left() - 1.0, baseline - 17.0),
                    pos2(rect.right() + 1.0, baseline + 6.0),
                );
                ui.painter().rect_filled(behind, 2.0, theme.highlight);
                if hit == self.current {
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

    /// Marks a row that holds a hit which is not text of its own, in the space before the column.
    pub fn paint_beside(&self, ui: &Ui, theme: &Theme, item: Item, top: f32) {
        let here = self.of_item(item);
        if self.hits[here.clone()].iter().any(|hit| !matches!(hit, Hit::Text { .. })) {
            let drawn = ui.min_rect();
            let bar = Rect::from_min_max(
                pos2(drawn.left() - 12.0, top + 12.0),
                pos2(drawn.left() - 8.0, drawn.bottom()),
            );
            let color = if here.contains(&self.current) { theme.warning } else { theme.highlight };
            ui.painter().rect_filled(bar, 2.0, color);
        }
    }

    fn in_block(&self, index: usize) -> impl Iterator<Item = (usize, &Range<usize>)> {
        self.of_item(Item::Block(index)).filter_map(|index| match &self.hits[index] {
            Hit::Text { range, .. } => Some((index, range)),
            _ => None,
        })
    }

    /// The hits of one row. They come in the order of the page, so a search by halves finds them
    /// among very many.
    fn of_item(&self, item: Item) -> Range<usize> {
        let place = place(item);
        let from = self.hits.partition_point(|hit| self::place(item_of(hit)) < place);
        let to = self.hits.partition_point(|hit| self::place(item_of(hit)) <= place);
        from..to
    }
}

/// Where an item stands among those that can be found.
fn place(item: Item) -> (u8, usize) {
    match item {
        Item::Masthead => (0, 0),
        Item::Block(index) => (1, index),
        Item::Call(index) => (2, index),
        Item::Related(index) => (3, index),
        Item::Source(index) => (4, index),
        Item::Strip | Item::Section(_) | Item::End => (5, 0),
    }
}
