//! What takes the keyboard over comes into view. egui gives the keyboard to widgets that are scrolled
//! away, and leaves them where they are.

use egui::style::ScrollAnimation;
use egui::{Id, Rect, Ui};

/// Kept around what comes into view, in points: its ring, and a sign that more follows.
const AROUND: f32 = 14.0;

/// Draws the inside of a scroll area, and scrolls to what in it has just got the keyboard. What was
/// clicked is in view already.
pub fn show<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let (shown, came_to) = came_to(ui, content);
    if let Some(rect) = came_to.filter(|rect| !ui.clip_rect().contains_rect(*rect)) {
        ui.scroll_to_rect_animation(rect.expand(AROUND), None, ScrollAnimation::none());
    }
    shown
}

/// Draws the inside of something, and tells where in it stands what has just got the keyboard by other
/// means than the pointer.
pub fn came_to<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> (R, Option<Rect>) {
    let from = widgets_so_far(ui);
    let shown = content(ui);
    let now = ui.memory(egui::Memory::focused);
    let known = ui.scope_id().with("has the keyboard");
    let before: Option<Id> = ui.data(|data| data.get_temp(known)).flatten();
    ui.data_mut(|data| data.insert_temp(known, now));
    let is_pointer = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
    let new = now.filter(|id| before != Some(*id) && !is_pointer);
    let came_to = new.and_then(|id| {
        ui.ctx().viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let (layer, place) = widgets.order(id)?;
            let is_inside = layer == ui.layer_id() && place >= from;
            widgets.get(id).filter(|_| is_inside).map(|widget| widget.rect)
        })
    });
    (shown, came_to)
}

fn widgets_so_far(ui: &Ui) -> usize {
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(ui.layer_id()).count())
}
