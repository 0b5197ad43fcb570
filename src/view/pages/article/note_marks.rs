//! What notes mark on the page: tints behind words, a line beside what is no text.

use std::ops::Range;

use egui::{Galley, Pos2, Rect, Stroke, Ui, pos2, vec2};
use uuid::Uuid;

use crate::article;
use crate::notes::Target;
use crate::ui::Theme;
use crate::ui::text_rects::pieces;
use crate::view::parts::notes::PageNotes;
use crate::view::parts::notes::colours::{line, tint};

/// Where a note was drawn on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its index among the notes of the page.
    pub note: usize,
    /// Words of it, or what it stands beside.
    pub rect: Rect,
    /// Whether the rectangle is words that it marks.
    pub is_words: bool,
}

/// The notes of a page while it is drawn.
pub struct NoteMarks<'a> {
    /// The notes.
    pub notes: &'a PageNotes,
    /// Index of the one whose card is open.
    pub open: Option<usize>,
    /// Where they were drawn.
    pub spots: Vec<Spot>,
}

impl<'a> NoteMarks<'a> {
    /// Before anything is drawn; `open` is the note whose card is open.
    pub fn new(notes: &'a PageNotes, open: Option<Uuid>) -> NoteMarks<'a> {
        let open = open.and_then(|id| notes.all().iter().position(|placed| placed.note.id == id));
        NoteMarks { notes, open, spots: Vec::new() }
    }

    /// Tints the words of a part of a block, laid out at `at`.
    pub fn paint_behind(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        (block, content): (usize, &article::Block),
        (at, galley): (Pos2, &Galley),
        part: &Range<usize>,
    ) {
        let marks = self.notes.marks(block);
        if marks.is_empty() {
            return;
        }
        let before = content.text[..part.start].chars().count();
        let length = content.text[part.clone()].chars().count();
        for mark in marks {
            let from = mark.characters.start.max(before);
            let to = mark.characters.end.min(before + length);
            if from >= to {
                continue;
            }
            let colour = self.notes.all()[mark.note].note.colour;
            let is_open = self.open == Some(mark.note);
            for piece in pieces(galley, from - before, to - before) {
                let behind = piece.behind(at, 17.0, 7.0);
                ui.painter().rect_filled(behind, 2.0, tint(theme, colour));
                let width = if is_open { 2.5 } else { 1.5 };
                let edge = Stroke::new(width, line(theme, colour));
                ui.painter().hline(behind.x_range(), behind.bottom() - width / 2.0, edge);
                self.spots.push(Spot { note: mark.note, rect: behind, is_words: true });
            }
        }
    }

    /// Draws a line beside a row that has notes which are not on words of it.
    pub fn paint_beside(&mut self, ui: &Ui, theme: &Theme, row: usize, top: f32) {
        let drawn = ui.min_rect();
        let mut left = drawn.left() - 15.0;
        for index in self.notes.in_rows(row..row + 1) {
            let note = &self.notes.all()[index].note;
            if matches!(note.target, Target::Passage(_)) {
                continue;
            }
            let bar = Rect::from_min_max(pos2(left, top + 14.0), pos2(left + 4.0, drawn.bottom()));
            // The masthead stands for the whole briefing.
            let bar =
                if row == 0 { Rect::from_min_size(pos2(left, top + 36.0), vec2(4.0, 32.0)) } else { bar };
            let bar = bar.with_max_y(bar.bottom().max(bar.top() + 12.0));
            ui.painter().rect_filled(bar, 2.0, line(theme, note.colour));
            left -= 6.0;
            self.spots.push(Spot { note: index, rect: bar, is_words: false });
        }
    }
}
