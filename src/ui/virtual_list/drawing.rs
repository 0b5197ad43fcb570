//! The rows that are near the view: drawn, or only described to a screen reader.

use egui::{Id, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use super::groups::Groups;
use super::{Rows, VirtualList};
use crate::ui::unseen;

impl VirtualList {
    pub(super) fn draw_visible(
        &mut self,
        ui: &mut Ui,
        from: f64,
        column: egui::Rangef,
        rows: &mut impl Rows,
    ) {
        let view = ui.clip_rect();
        let (first, within) = self.heights.at(from.max(0.0));
        let mut top = view.top() - within as f32;
        if from < 0.0 {
            top -= from as f32;
        }
        let mut groups = Groups::default();
        let listened = self.unseen.begin(ui);
        let tops = view.top() - from as f32;
        self.visible = first..first;
        let above = self.heights.at((from - self.beyond).max(0.0)).0.min(first);
        if listened {
            let [before, _] = unseen::around(above..above, self.heights.len(), rows.landmarks());
            self.tell(ui, &before, tops, column, &mut groups, rows);
        }
        for row in above..first {
            let top = tops + self.heights.before(row) as f32;
            // It may turn out higher than the room it has until the next frame.
            let unseen = Rect::from_min_size(view.min, vec2(view.width(), 0.0));
            self.draw_row(ui, (row, top), column, listened.then_some(&mut groups), rows, Some(unseen));
        }
        let mut row = first;
        while row < self.heights.len() && top < view.bottom() {
            top += self.draw_row(ui, (row, top), column, listened.then_some(&mut groups), rows, None);
            row += 1;
        }
        self.visible = first..row;
        while row < self.heights.len() && f64::from(top) < f64::from(view.bottom()) + self.beyond {
            top += self.draw_row(ui, (row, top), column, listened.then_some(&mut groups), rows, None);
            row += 1;
        }
        if listened {
            let [_, after] = unseen::around(above..row, self.heights.len(), rows.landmarks());
            self.tell(ui, &after, tops, column, &mut groups, rows);
        }
    }

    /// Draws a row with its top at a height, and clipped to `clip`; its height. `groups` is where
    /// somebody listens.
    pub(super) fn draw_row(
        &mut self,
        ui: &mut Ui,
        (row, top): (usize, f32),
        column: egui::Rangef,
        groups: Option<&mut Groups>,
        rows: &mut impl Rows,
        clip: Option<Rect>,
    ) -> f32 {
        let rect = Rect::from_min_size(pos2(column.min, top), vec2(column.span(), f32::INFINITY));
        let mut builder = UiBuilder::new().max_rect(rect).scope_id(row_id(ui, row));
        if let Some(group) = groups.and_then(|groups| groups.of(ui, row, rows)) {
            builder = builder.accessibility_parent(group);
        }
        let mut child = ui.new_child(builder);
        if let Some(clip) = clip {
            child.set_clip_rect(clip);
        }
        child.spacing_mut().item_spacing = Vec2::ZERO;
        rows.draw(&mut child, row);
        let height = child.min_rect().height();
        self.set_height(row, height);
        height
    }

    /// Tells a screen reader of rows that are not drawn. `tops` is where the list begins.
    pub(super) fn tell(
        &mut self,
        ui: &mut Ui,
        told: &[usize],
        tops: f32,
        column: egui::Rangef,
        groups: &mut Groups,
        rows: &mut impl Rows,
    ) {
        for row in told.iter().copied() {
            // Rows that are scrolled away upwards must not seem to stand over what is above the list.
            let over = if row < self.visible.start { ui.clip_rect().top() } else { 0.0 };
            let top = tops + self.heights.before(row) as f32 - over;
            let rect = Rect::from_min_size(pos2(column.min, top), vec2(column.span(), self.heights.get(row)));
            let group = groups.of(ui, row, rows);
            self.unseen.tell(ui, (row, row_id(ui, row), rect), group, |teller| rows.tell(teller, row));
        }
    }
}

/// The id of what a row is drawn in: the same wherever the list is scrolled to, so that a screen
/// reader does not lose its place.
fn row_id(ui: &Ui, row: usize) -> Id {
    ui.scope_id().with(("row", row))
}
