//! Rows that a screen reader hears of as one.

use egui::{Id, Rect, Ui, UiBuilder, Vec2};

use super::{Group, Rows};

/// The group that rows are drawn in, while they come one after another.
#[derive(Default)]
pub struct Groups {
    current: Option<(Group, Id)>,
}

impl Groups {
    /// The node that a row stands in, made when its first row comes.
    pub fn of(&mut self, ui: &mut Ui, row: usize, rows: &impl Rows) -> Option<Id> {
        let group = rows.group(row)?;
        if let Some((_, id)) = self.current.filter(|(current, _)| *current == group) {
            return Some(id);
        }
        let id = ui.scope_id().with(("group", group.first));
        let rect = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
        ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(group.role));
        self.current = Some((group, id));
        Some(id)
    }
}
