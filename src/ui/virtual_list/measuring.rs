//! How high rows are: guessed, measured a slice at a time, kept through another width.

use egui::Ui;

use super::ahead::Ahead;
use super::{Anchor, Rows, VirtualList};
use crate::ui::fonts;
use crate::ui::heights::Heights;

/// Characters laid out ahead in one frame: about 4 ms of work.
const SLICE: usize = 12_000;
/// The same where no frame waits for it: all that some thousand words have.
const MUCH: usize = 40_000;
/// Characters that are laid out ahead in all, those around the view first. What is left is measured
/// where somebody comes to it: that does not move what is read, and a window that draws a thousand
/// frames to know to the pixel where a scroll bar ends is felt.
const MOST: usize = 1_500_000;
/// Rows whose height is estimated in the time that laying out a character takes.
const ESTIMATES_A_CHARACTER: usize = 2;

impl VirtualList {
    /// Has more than a slice measured when the rows are shown first, for where nobody waits for that.
    pub fn measure_much(&mut self) {
        self.first_slice = MUCH;
    }

    /// Returns what that cost of the frame's slice.
    pub(super) fn prepare(&mut self, ui: &Ui, count: usize, width: f32, rows: &impl Rows) -> usize {
        let (face, pixels_per_point) = (fonts::in_use(ui.ctx()), ui.pixels_per_point());
        let same_rows = self.heights.len() == count;
        let same_width = (self.width - width).abs() < 0.5 && self.face == face;
        let same_pixels = (self.pixels_per_point - pixels_per_point).abs() < f32::EPSILON;
        if same_rows && same_width && same_pixels {
            return 0;
        }
        let mut cost = 0;
        if same_rows && self.width > 0.0 && width > 0.0 {
            // Text that gets narrower gets higher by as much. Estimating a hundred thousand rows anew
            // in each frame of a resize would be felt; they are put right a slice at a time.
            if !same_width {
                self.heights.scale(self.width / width);
            }
        } else {
            self.heights = Heights::new((0..count).map(|row| rows.estimate(row, width)).collect());
            cost = count / ESTIMATES_A_CHARACTER;
        }
        self.measured.clear();
        self.measured.resize(count, false);
        self.width = width;
        self.face = face;
        self.pixels_per_point = pixels_per_point;
        if self.anchor.row >= count {
            self.anchor = Anchor::default();
            self.hold = None;
        }
        self.ahead = Ahead { from: self.anchor.row, ..Ahead::default() };
        self.find_hold = self.hold.is_some();
        cost
    }

    pub(super) fn measure_a_slice(&mut self, ui: &Ui, width: f32, rows: &mut impl Rows, mut cost: usize) {
        if self.is_measured() {
            return;
        }
        if let Some(left) = self.ahead.stands_for(ui.input(|input| input.time)) {
            return ui.ctx().request_repaint_after(left);
        }
        let slice = std::mem::take(&mut self.first_slice).max(SLICE);
        while !self.is_measured() && cost < slice {
            let row = (self.ahead.from + self.ahead.rows) % self.measured.len();
            self.ahead.rows += 1;
            if self.measured[row] {
                continue;
            }
            let before = cost;
            if let Some((height, characters)) = rows.measure(ui, row, width) {
                self.set_height(row, height);
                cost += characters + 16;
            } else {
                self.guess_height(row, rows.estimate(row, width));
                cost += 16;
            }
            self.ahead.cost += cost - before;
        }
        if !self.is_measured() {
            ui.ctx().request_repaint();
        }
    }

    /// Whether nothing more is measured but by drawing it.
    pub(super) fn is_measured(&self) -> bool {
        self.ahead.rows >= self.measured.len() || self.ahead.cost >= MOST
    }

    /// What only drawing measures keeps a guess until then.
    pub(super) fn guess_height(&mut self, row: usize, height: f32) {
        self.set_height(row, height);
        self.measured[row] = false;
    }

    pub(super) fn set_height(&mut self, row: usize, height: f32) {
        self.measured[row] = true;
        if (self.heights.get(row) - height).abs() > 0.01 {
            self.heights.set(row, height);
            self.changed = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Rangef, RawInput, Rect, Sense, pos2, vec2};

    use std::time::Duration;

    use super::*;
    use crate::ui::virtual_list::ahead::STANDS;

    /// Rows of a thousand characters, each a little higher than guessed, and those measured ahead.
    #[derive(Default)]
    struct Thousands {
        ahead: Vec<usize>,
    }

    impl Rows for Thousands {
        fn estimate(&self, _row: usize, _width: f32) -> f32 {
            20.0
        }

        fn measure(&mut self, _ui: &Ui, row: usize, _width: f32) -> Option<(f32, usize)> {
            self.ahead.push(row);
            Some((21.0, 1_000))
        }

        fn draw(&mut self, ui: &mut Ui, _row: usize) {
            ui.allocate_exact_size(vec2(100.0, 21.0), Sense::hover());
        }
    }

    /// The rows measured ahead in a frame, and when the next frame is asked for.
    fn frame(ctx: &Context, list: &mut VirtualList, count: usize, time: f64) -> (Vec<usize>, Duration) {
        let mut rows = Thousands::default();
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0)));
        let input = RawInput { screen_rect, time: Some(time), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| list.show(ui, count, Rangef::new(0.0, 380.0), &mut rows));
        output.textures_delta.clear();
        let next = output.viewport_output.values().map(|viewport| viewport.repaint_delay).min();
        (rows.ahead, next.unwrap_or(Duration::MAX))
    }

    #[test]
    fn what_is_out_of_view_is_measured_once_the_rows_have_stood_for_a_moment() {
        let (ctx, mut list) = (Context::default(), VirtualList::default());
        let (first, _) = frame(&ctx, &mut list, 100, 5.0);
        assert_eq!(first, (0..12).collect::<Vec<_>>());
        let mut next = Duration::ZERO;
        // The scroll bar's own fading takes the first fifth of a second.
        for step in 1..20u8 {
            let (ahead, asked) = frame(&ctx, &mut list, 100, 5.0 + f64::from(step) / 70.0);
            assert_eq!(ahead, Vec::<usize>::new());
            next = asked;
        }
        assert!(!next.is_zero() && next < STANDS / 4, "the next frame in {next:?}");
        assert_eq!(frame(&ctx, &mut list, 100, 5.4).0.first(), Some(&15), "those that were drawn are known");
    }

    #[test]
    fn where_nobody_waits_more_is_measured_at_first() {
        let (ctx, mut list) = (Context::default(), VirtualList::default());
        list.measure_much();
        assert_eq!(frame(&ctx, &mut list, 30, 0.0).0.len(), 30);
    }

    #[test]
    fn of_very_many_rows_those_around_the_view_are_measured_and_then_the_window_rests() {
        let (ctx, mut list) = (Context::default(), VirtualList::default());
        let count = 10_000;
        list.go_to(9_000, 0.0);
        let mut ahead = Vec::new();
        let mut next = Duration::ZERO;
        for second in 0..1_000 {
            let (measured, asked) = frame(&ctx, &mut list, count, f64::from(second));
            ahead.extend(measured);
            next = asked;
        }
        assert_eq!(next, Duration::MAX, "it rests");
        assert_eq!(ahead.first(), Some(&9_000));
        assert!(ahead.len() * 1_000 <= MOST && ahead.len() * 1_000 > MOST / 2, "{} rows", ahead.len());
    }
}
