//! A list of any length that lays out only what is near the view.
//!
//! Rows start with an estimated height and are measured when they are drawn, or a slice at a time
//! before. The place is held as (row, offset in the row), never as pixels from the top, so it
//! stays put when rows above it turn out higher or lower.

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::heights::Heights;
use super::{TextFace, fonts};

/// A place in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    /// The row at the top of the view.
    pub row: usize,
    /// Points of it that are above the view; negative where the view begins above the row.
    pub offset: f64,
}

/// The list's memory from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct VirtualList {
    heights: Heights,
    measured: Vec<bool>,
    next_to_measure: usize,
    anchor: Anchor,
    /// Where it was told to go, until the rows there have been measured: their heights decide how
    /// far down the end is.
    going_to: Option<Anchor>,
    /// The row that it was told to go to last, until somebody scrolls.
    gone_to: Option<usize>,
    changed: bool,
    /// What the heights hold for: the width, and the face of the text.
    width: f32,
    face: TextFace,
    view_height: f64,
    visible: std::ops::Range<usize>,
}

/// What a list draws. `measure` and `draw` get the width that rows have.
pub trait Rows {
    /// A guess at a row's height, without laying it out.
    fn estimate(&self, row: usize, width: f32) -> f32;
    /// A row's height, with what it cost (in characters laid out) — or `None` for a row that is
    /// only measured by drawing it.
    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, usize)>;
    /// Draws a row at the top left of `ui`, whose width is the row's. The room it takes is its height.
    fn draw(&mut self, ui: &mut Ui, row: usize);
}

/// Characters laid out ahead in one frame: about 4 ms of work.
const SLICE: usize = 12_000;

/// Points that the scroll area may round a place or a size by.
const ROUNDING: f64 = 0.1;

impl VirtualList {
    /// Goes to the top of a row, leaving `above` points of what stands before it in view.
    pub fn go_to(&mut self, row: usize, above: f64) {
        self.anchor = Anchor { row, offset: -above };
        self.going_to = Some(self.anchor);
        self.gone_to = (above >= 0.0).then_some(row);
    }

    /// The row that was gone to and is in view since, though the end of the list may keep it from
    /// the top; `None` once somebody has scrolled.
    #[must_use]
    pub fn gone_to(&self) -> Option<usize> {
        self.gone_to
    }

    /// Scrolls by so many points, down where positive; never above the top.
    pub fn scroll_by(&mut self, points: f64) {
        let here = self.heights.before(self.anchor.row) + self.anchor.offset;
        let (row, offset) = self.heights.at((here + points).max(0.0));
        self.anchor = Anchor { row, offset };
        self.going_to = None;
        self.gone_to = None;
    }

    /// The place at the top of the view.
    #[must_use]
    pub fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// The row that stands `points` below the top of the view.
    #[must_use]
    pub fn row_below(&self, points: f64) -> usize {
        self.heights.at((self.heights.before(self.anchor.row) + self.anchor.offset + points).max(0.0)).0
    }

    /// Whether a row was wholly in view in the last frame. (The last row drawn may be cut off.)
    #[must_use]
    pub fn shows_whole(&self, row: usize) -> bool {
        let cut_off_above = self.anchor.offset > 0.0 && row == self.visible.start;
        self.visible.contains(&row) && !cut_off_above && row + 1 < self.visible.end.max(1)
    }

    /// The rows that were in view in the last frame.
    #[must_use]
    pub fn visible(&self) -> std::ops::Range<usize> {
        self.visible.clone()
    }

    /// Whether the place is as far down as the list goes, or farther, as its heights are known.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        let here = self.heights.before(self.anchor.row) + self.anchor.offset;
        here + self.view_height >= self.heights.total() - 1.0
    }

    /// Forgets all heights; the place is kept.
    pub fn forget_heights(&mut self) {
        self.width = 0.0;
    }

    /// Shows `count` rows in `column` (its left and right edge); the whole width of `ui` scrolls.
    pub fn show(&mut self, ui: &mut Ui, count: usize, column: egui::Rangef, rows: &mut impl Rows) {
        let width = column.span();
        self.prepare(count, width, fonts::in_use(ui.ctx()), rows);
        self.measure_a_slice(ui, width, rows);
        if count == 0 {
            return;
        }

        self.view_height = f64::from(ui.available_height());
        if let Some(target) = self.going_to {
            self.anchor = target;
        }
        self.changed = false;
        // Held to the list here: the scroll area would do it too, and it would look as if somebody
        // had scrolled.
        let most = (self.heights.total() - self.view_height).max(0.0);
        let wanted = (self.heights.before(self.anchor.row) + self.anchor.offset).clamp(0.0, most);
        // Rows that grow carry the place past the end that the scroll area knew of: it must not
        // spring back.
        ui.spacing_mut().scroll.kinetic.rubber_band = false;
        let area = ScrollArea::vertical().auto_shrink(false).vertical_scroll_offset(wanted as f32);
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.heights.total() as f32);
            ui.set_width(ui.available_width());
            // The scroll area counts in f32 from the top; drawing starts from the anchor, exactly.
            let from = if (f64::from(viewport.top()) - wanted).abs() < 1.0 {
                wanted
            } else {
                f64::from(viewport.top())
            };
            self.draw_visible(ui, from, column, rows);
            f64::from(viewport.top())
        });
        let moved = f64::from(output.state.clamped_offset().y) - output.inner;
        let drawn_from = output.inner;
        if moved.abs() > ROUNDING {
            self.going_to = None;
            self.gone_to = None;
        }
        let now = if moved.abs() > 0.01 {
            drawn_from + moved
        } else if (drawn_from - wanted).abs() < 1.0 {
            wanted
        } else {
            drawn_from
        };
        let held = self.heights.before(self.anchor.row) + self.anchor.offset;
        if (now - wanted).abs() > 0.01 || (!self.changed && (now - held).abs() > 0.01) {
            let (row, offset) = self.heights.at(now.max(0.0));
            self.anchor = Anchor { row, offset };
        }
        if self.changed {
            ui.ctx().request_repaint();
        } else if self.next_to_measure == self.measured.len() {
            self.going_to = None;
        }
    }

    fn prepare(&mut self, count: usize, width: f32, face: TextFace, rows: &impl Rows) {
        if self.heights.len() == count && (self.width - width).abs() < 0.5 && self.face == face {
            return;
        }
        if self.heights.len() == count && self.width > 0.0 && width > 0.0 {
            // Text that gets narrower gets higher by as much. Estimating a hundred thousand rows anew
            // in each frame of a resize would be felt; they are put right a slice at a time.
            self.heights.scale(self.width / width);
        } else {
            self.heights = Heights::new((0..count).map(|row| rows.estimate(row, width)).collect());
        }
        self.measured.clear();
        self.measured.resize(count, false);
        self.next_to_measure = 0;
        self.width = width;
        self.face = face;
        if self.anchor.row >= count {
            self.anchor = Anchor::default();
        }
    }

    fn measure_a_slice(&mut self, ui: &Ui, width: f32, rows: &mut impl Rows) {
        let mut cost = 0;
        while self.next_to_measure < self.measured.len() && cost < SLICE {
            let row = self.next_to_measure;
            self.next_to_measure += 1;
            if self.measured[row] {
                continue;
            }
            if let Some((height, characters)) = rows.measure(ui, row, width) {
                self.set_height(row, height);
                cost += characters + 16;
            } else {
                self.guess_height(row, rows.estimate(row, width));
                cost += 16;
            }
        }
        if self.next_to_measure < self.measured.len() {
            ui.ctx().request_repaint();
        }
    }

    /// What only drawing measures keeps a guess until then.
    fn guess_height(&mut self, row: usize, height: f32) {
        self.set_height(row, height);
        self.measured[row] = false;
    }

    fn set_height(&mut self, row: usize, height: f32) {
        self.measured[row] = true;
        if (self.heights.get(row) - height).abs() > 0.01 {
            self.heights.set(row, height);
            self.changed = true;
        }
    }

    fn draw_visible(&mut self, ui: &mut Ui, from: f64, column: egui::Rangef, rows: &mut impl Rows) {
        let view = ui.clip_rect();
        let (first, within) = self.heights.at(from.max(0.0));
        let mut top = view.top() - within as f32;
        if from < 0.0 {
            top -= from as f32;
        }
        let mut row = first;
        while row < self.heights.len() && top < view.bottom() {
            let rect = Rect::from_min_size(pos2(column.min, top), vec2(column.span(), f32::INFINITY));
            let builder = UiBuilder::new().max_rect(rect).id_salt(("row", row));
            let mut child = ui.new_child(builder);
            child.spacing_mut().item_spacing = Vec2::ZERO;
            rows.draw(&mut child, row);
            let height = child.min_rect().height();
            self.set_height(row, height);
            top += height;
            row += 1;
        }
        self.visible = first..row;
    }
}
