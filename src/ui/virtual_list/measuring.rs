//! How high rows are: guessed, measured a slice at a time, kept through another width.

use egui::Ui;

use super::{Anchor, Rows, VirtualList};
use crate::ui::fonts;
use crate::ui::heights::Heights;

/// Characters laid out ahead in one frame: about 4 ms of work.
const SLICE: usize = 12_000;
/// Rows whose height is estimated in the time that laying out a character takes.
const ESTIMATES_A_CHARACTER: usize = 2;

impl VirtualList {
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
        self.next_to_measure = 0;
        self.width = width;
        self.face = face;
        self.pixels_per_point = pixels_per_point;
        if self.anchor.row >= count {
            self.anchor = Anchor::default();
            self.hold = None;
        }
        self.find_hold = self.hold.is_some();
        cost
    }

    pub(super) fn measure_a_slice(&mut self, ui: &Ui, width: f32, rows: &mut impl Rows, mut cost: usize) {
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
