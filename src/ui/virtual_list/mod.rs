//! A list of any length that lays out only what is near the view.
//!
//! Rows start with an estimated height and are measured when they are drawn, or a slice at a time
//! before. The place is held as (row, offset in the row), never as pixels from the top, so it
//! stays put when rows above it turn out higher or lower; and as a character of the row's text, so
//! that the same words stay at the top when the rows are set anew.

mod ahead;
mod drawing;
mod groups;
mod holding;
mod measuring;
mod rows;

use egui::{ScrollArea, Ui};

use super::TextFace;
use super::follow_focus;
use super::heights::Heights;
use super::hold::{At, Hold};
use super::scroll_bar;
use super::unseen::{Unseen, Wanted};

pub use rows::{Group, Rows};

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
    ahead: ahead::Ahead,
    /// Characters that are measured at first, where that is more than a slice.
    first_slice: usize,
    anchor: Anchor,
    /// Where it was told to go, until the rows there have been measured: their heights decide how
    /// far down the end is.
    going_to: Option<Anchor>,
    /// The row that it was told to go to last, until somebody scrolls.
    gone_to: Option<usize>,
    changed: bool,
    /// The words at the top, until somebody scrolls: what is held when the rows are set anew, even
    /// where the end of the list keeps them from the top meanwhile.
    hold: Option<Hold>,
    /// Whether the anchor is still to be found for `hold`.
    find_hold: bool,
    /// What the heights hold for: the width, and the face of the text; and the size of a pixel,
    /// which lines may break by.
    width: f32,
    face: TextFace,
    pixels_per_point: f32,
    view_height: f64,
    visible: std::ops::Range<usize>,
    unseen: Unseen,
    /// Points beyond the view that are drawn all the same.
    beyond: f64,
    /// How much longer than its rows the list will be, as a part of them.
    to_come: f64,
}

/// Points that the scroll area may round a place or a size by.
const ROUNDING: f64 = 0.1;

/// The part of the view that is left above a row that a screen reader asked for.
const ABOVE_WANTED: f64 = 0.25;
/// Rows up to this part of the view are gone to as a whole.
const SHORT: f64 = 0.5;

impl VirtualList {
    /// Draws rows up to so many points before and after the view too: the Tab key goes on to what is in
    /// them, which brings them into view.
    #[must_use]
    pub fn reaching(self, beyond: f64) -> VirtualList {
        VirtualList { beyond, ..self }
    }

    /// More rows are on their way: with them it will be so many times as long, at least once. The
    /// scroll bar tells so already.
    pub fn will_be(&mut self, times_as_long: f64) {
        self.to_come = times_as_long - 1.0;
    }

    /// Goes to the top of a row, leaving `above` points of what stands before it in view.
    pub fn go_to(&mut self, row: usize, above: f64) {
        self.anchor = Anchor { row, offset: -above };
        self.going_to = Some(self.anchor);
        self.gone_to = (above >= 0.0).then_some(row);
        self.hold = None;
    }

    /// Goes to a place that was at the top before.
    pub fn go_back_to(&mut self, hold: Hold) {
        self.anchor = Anchor { row: hold.row, offset: 0.0 };
        self.going_to = Some(self.anchor);
        self.gone_to = None;
        self.hold = Some(hold);
        self.find_hold = true;
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
        self.hold = None;
    }

    /// The place at the top of the view, to come back to.
    #[must_use]
    pub fn hold(&self) -> Hold {
        let Anchor { row, offset } = self.anchor;
        self.hold.unwrap_or(Hold { row, at: At::Points(offset) })
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

    /// The drawn row of what a screen reader goes to; none where it may stand out of view in a long one.
    fn drawn_row_asked_for(&self, ui: &Ui) -> Option<usize> {
        let room = ui.available_rect_before_wrap();
        let row_at = |rect: egui::Rect| self.row_below(f64::from(rect.center().y - room.top()));
        let is_short = |row: usize| f64::from(self.heights.get(row)) < SHORT * self.view_height;
        let is_ours = |rect: egui::Rect| room.x_range().contains(rect.center().x) && is_short(row_at(rect));
        Unseen::asked_of_drawn(ui, is_ours).map(row_at)
    }

    /// Shows `count` rows in `column` (its left and right edge); the whole width of `ui` scrolls.
    pub fn show(&mut self, ui: &mut Ui, count: usize, column: egui::Rangef, rows: &mut impl Rows) {
        let width = column.span();
        let is_new = self.width == 0.0;
        let cost = self.prepare(ui, count, width, rows);
        self.measure_a_slice(ui, width, rows, cost);
        if count == 0 {
            return;
        }
        let view_height = f64::from(ui.available_height());
        if (self.view_height - view_height).abs() > ROUNDING {
            // In a higher window the end of the list may have kept what is held from the top.
            self.find_hold |= self.hold.is_some();
            self.view_height = view_height;
        }
        self.find_held(ui, width, rows);
        let wanted_by_ear = self.unseen.asked(ui);
        if let Some(Wanted { row, .. }) = wanted_by_ear {
            self.go_to(row.min(count - 1), ABOVE_WANTED * self.view_height);
        }

        // What is read next, and can be noted, is the row that was gone to, also where it was drawn.
        if let Some(row) = self.drawn_row_asked_for(ui) {
            self.go_to(row, ABOVE_WANTED * self.view_height);
        }

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
            ui.set_height((self.heights.total() * (1.0 + self.to_come)) as f32);
            ui.set_width(ui.available_width());
            // The scroll area counts in f32 from the top; drawing starts from the anchor, exactly.
            let from = if (f64::from(viewport.top()) - wanted).abs() < 1.0 {
                wanted
            } else {
                f64::from(viewport.top())
            };
            follow_focus::show(ui, |ui| self.draw_visible(ui, from, column, rows));
            f64::from(viewport.top())
        });
        if let Some(id) = wanted_by_ear.and_then(|wanted| wanted.focus) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        scroll_bar::speak(&output, ui);
        let moved = f64::from(output.state.clamped_offset().y) - output.inner;
        let moved = if moved.abs() > ROUNDING { moved } else { 0.0 };
        let drawn_from = output.inner;
        let at_end = f64::from(output.state.clamped_offset().y) >= most - 1.0;
        if moved != 0.0 {
            self.going_to = None;
            self.gone_to = None;
            // Otherwise the list has become shorter, and nobody has scrolled.
            if moved > 0.0 || !at_end {
                self.hold = None;
            }
        }
        let now = if moved != 0.0 {
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
        // A row that is no text was held by its height, which is known only now.
        if let Some(Hold { row, at: At::Part(_) }) = self.hold
            && self.changed
            && self.visible.contains(&row)
        {
            self.find_hold = true;
        }
        if self.hold.is_none() {
            self.hold = Some(self.held_now(ui, width, rows));
        }
        if is_new && self.changed {
            // Else the scroll bar would jump once the first rows are measured.
            ui.ctx().request_discard("the first rows were measured");
        }
        if self.changed || moved != 0.0 {
            ui.ctx().request_repaint();
        } else if self.is_measured() {
            self.going_to = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Context, RawInput, Rect, Sense, pos2, vec2};

    /// Rows that are higher than anyone would guess.
    struct Higher;

    impl Rows for Higher {
        fn estimate(&self, _row: usize, _width: f32) -> f32 {
            20.0
        }

        fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
            None
        }

        fn draw(&mut self, ui: &mut Ui, _row: usize) {
            ui.allocate_exact_size(vec2(100.0, 90.0), Sense::hover());
        }
    }

    #[test]
    fn a_list_is_at_rest_after_its_first_frame_though_its_rows_were_not_as_guessed() {
        let (ctx, mut list) = (Context::default(), VirtualList::default());
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0)));
        let mut totals = Vec::new();
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            totals.push(list.heights.total());
            list.show(ui, 50, egui::Rangef::new(0.0, 380.0), &mut Higher);
        });
        output.textures_delta.clear();
        let seen = *totals.last().expect("it was drawn");
        assert!((seen - list.heights.total()).abs() < 0.01, "the scroll bar is of {seen} points");
    }
}
