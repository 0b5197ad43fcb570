//! The words at the top: found again when rows are set anew.

use egui::Ui;

use super::{Anchor, Rows, VirtualList};
use crate::ui::hold::{self, At, Hold};

impl VirtualList {
    /// Finds where the words that are held stand now.
    pub(super) fn find_held(&mut self, ui: &Ui, width: f32, rows: &mut impl Rows) {
        if !std::mem::take(&mut self.find_hold) {
            return;
        }
        let Some(Hold { row, at }) = self.hold.take_if(|hold| hold.row < self.heights.len()) else { return };
        let offset = match at {
            At::Points(points) => points,
            At::Part(part) => {
                if let Some((height, _)) = rows.measure(ui, row, width) {
                    self.set_height(row, height);
                }
                part * f64::from(self.heights.get(row))
            }
            At::Character { character, below } => match rows.text(ui, row, width) {
                Some((top, galley)) => f64::from(top + hold::top_of(&galley, character)) + below,
                None => 0.0,
            },
        };
        self.hold = Some(Hold { row, at });
        self.anchor = Anchor { row, offset };
        self.going_to = Some(self.anchor);
    }

    /// The words at the top of the view as it was just drawn.
    pub(super) fn held_now(&self, ui: &Ui, width: f32, rows: &mut impl Rows) -> Hold {
        let Anchor { row, offset } = self.anchor;
        if offset <= 0.0 {
            return Hold { row, at: At::Points(offset) };
        }
        let at = match rows.text(ui, row, width) {
            Some((top, _)) if offset <= f64::from(top) => At::Points(offset),
            Some((top, galley)) => {
                let character = hold::character_at(&galley, (offset - f64::from(top)) as f32);
                let line = f64::from(top + hold::top_of(&galley, character));
                At::Character { character, below: offset - line }
            }
            None => At::Part(offset / f64::from(self.heights.get(row).max(1.0))),
        };
        Hold { row, at }
    }
}
