//! What of the page's text was drawn, and where: from a point to a position and back.

use std::sync::Arc;

use egui::epaint::text::cursor::CCursor;
use egui::{Galley, Pos2, Rangef, Rect, pos2};

use super::position::{Place, Position};
use crate::ui::text_rects::{cursor_at, cursor_rect};

/// A position with the side of a row's break that it stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caret {
    /// Where.
    pub position: Position,
    /// At a break between two rows of one paragraph: at the end of the upper row.
    pub at_row_end: bool,
}

impl Caret {
    /// At the beginning of a row where rows break.
    pub fn new(position: Position) -> Caret {
        Caret { position, at_row_end: false }
    }
}

/// All that was drawn in a frame and can be selected.
#[derive(Default)]
pub struct Drawn {
    pieces: Vec<Piece>,
}

/// A galley, or something that is selected as a whole.
struct Piece {
    place: Place,
    /// What the piece has to itself, wider than its words.
    room: Rect,
    text: Option<Text>,
}

struct Text {
    at: Pos2,
    galley: Arc<Galley>,
    /// Characters of the place that stand before this galley.
    before: usize,
}

/// A row of a piece, for going up and down.
struct Line<'a> {
    piece: &'a Piece,
    /// As wide as the piece's room.
    rect: Rect,
}

impl Drawn {
    /// Notes a galley of a place, with the characters of the place that stand before it.
    pub fn add_text(&mut self, place: Place, before: usize, room: Rect, at: Pos2, galley: Arc<Galley>) {
        self.pieces.push(Piece { place, room, text: Some(Text { at, galley, before }) });
    }

    /// Notes something that is selected as a whole.
    pub fn add_whole(&mut self, place: Place, room: Rect) {
        self.pieces.push(Piece { place, room, text: None });
    }

    /// The caret nearest to a point: first by height, then across.
    pub fn nearest(&self, point: Pos2) -> Option<Caret> {
        let away = |piece: &&Piece| {
            let room = piece.room;
            let down = (room.top() - point.y).max(point.y - room.bottom()).max(0.0);
            let across = (room.left() - point.x).max(point.x - room.right()).max(0.0);
            (down, across)
        };
        let nearest = self.pieces.iter().min_by(|a, b| {
            let (a, b) = (away(a), away(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        })?;
        Some(nearest.caret_at(point))
    }

    /// Whether a point is on words.
    pub fn is_on_words(&self, point: Pos2) -> bool {
        self.pieces.iter().any(|piece| {
            piece.text.as_ref().is_some_and(|text| {
                Rect::from_min_size(text.at, text.galley.size()).expand(2.0).contains(point)
            })
        })
    }

    /// Where a caret stands, as a rectangle without width.
    pub fn rect(&self, caret: Caret) -> Option<Rect> {
        self.piece_of(caret).map(|piece| piece.rect(caret))
    }

    /// The first caret that is in view.
    pub fn first_in(&self, view: Rect) -> Option<Caret> {
        let lines = self.lines();
        let first = lines.iter().find(|line| line.rect.top() >= view.top() - 0.5).or(lines.last())?;
        Some(first.piece.caret_at(first.rect.left_center()))
    }

    /// One line up or down, nearest to `x`; `None` where nothing more was drawn that way.
    pub fn line_from(&self, caret: Caret, x: f32, down: bool) -> Option<Caret> {
        let here = self.rect(caret)?;
        let away = |line: &Line<'_>| {
            let gap = if down { line.rect.top() - here.bottom() } else { here.top() - line.rect.bottom() };
            let across = (line.rect.left() - x).max(x - line.rect.right()).max(0.0);
            // The next row of another column of a table is not the next line of this one.
            gap.max(0.0) + 3.0 * across
        };
        let beyond = |line: &Line<'_>| {
            let middle = line.rect.center().y;
            if down { middle > here.bottom() } else { middle < here.top() }
        };
        let lines = self.lines();
        let next = lines.iter().filter(|line| beyond(line)).min_by(|a, b| away(a).total_cmp(&away(b)))?;
        Some(next.piece.caret_at(pos2(x, next.rect.center().y)))
    }

    /// The end of the caret's row, or its beginning.
    pub fn row_end(&self, caret: Caret, forward: bool) -> Option<Caret> {
        let piece = self.piece_of(caret)?;
        let Some(text) = &piece.text else {
            return Some(Caret::new(Position::new(piece.place, usize::from(forward))));
        };
        let cursor = text.cursor(caret);
        let end = if forward {
            text.galley.cursor_end_of_row(&cursor)
        } else {
            text.galley.cursor_begin_of_row(&cursor)
        };
        Some(text.caret(piece.place, end))
    }

    fn piece_of(&self, caret: Caret) -> Option<&Piece> {
        let Position { place, character } = caret.position;
        self.pieces.iter().find(|piece| {
            piece.place == place
                && piece
                    .text
                    .as_ref()
                    .is_none_or(|text| (text.before..=text.before + text.length()).contains(&character))
        })
    }

    fn lines(&self) -> Vec<Line<'_>> {
        let mut lines = Vec::new();
        for piece in &self.pieces {
            let Some(text) = &piece.text else {
                lines.push(Line { piece, rect: piece.room });
                continue;
            };
            for row in &text.galley.rows {
                let down = Rangef::new(row.min_y(), row.max_y());
                let rect = Rect::from_x_y_ranges(
                    piece.room.x_range(),
                    Rangef::new(text.at.y + down.min, text.at.y + down.max),
                );
                lines.push(Line { piece, rect });
            }
        }
        lines
    }
}

impl Piece {
    fn caret_at(&self, point: Pos2) -> Caret {
        let Some(text) = &self.text else {
            let behind = point.y > self.room.center().y;
            return Caret::new(Position::new(self.place, usize::from(behind)));
        };
        text.caret(self.place, cursor_at(&text.galley, point - text.at))
    }

    fn rect(&self, caret: Caret) -> Rect {
        if let Some(text) = &self.text {
            return cursor_rect(&text.galley, text.cursor(caret)).translate(text.at.to_vec2());
        }
        // Beside what is selected as a whole: at its head, or at its foot.
        let before = caret.position.character == 0;
        let top = if before { self.room.top() } else { self.room.bottom() - BESIDE_WHOLE };
        let x = self.room.left() - 6.0;
        Rect::from_min_max(pos2(x, top), pos2(x, top + BESIDE_WHOLE))
    }
}

/// Height of the caret beside what is no text, in points.
const BESIDE_WHOLE: f32 = 24.0;

impl Text {
    fn length(&self) -> usize {
        self.galley.end().index.0
    }

    fn cursor(&self, caret: Caret) -> CCursor {
        CCursor {
            index: caret.position.character.saturating_sub(self.before).into(),
            prefer_next_row: !caret.at_row_end,
        }
    }

    fn caret(&self, place: Place, cursor: CCursor) -> Caret {
        let position = Position::new(place, self.before + cursor.index.0);
        Caret { position, at_row_end: !cursor.prefer_next_row }
    }
}
