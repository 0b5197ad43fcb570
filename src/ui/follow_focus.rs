//! What takes the keyboard over comes into view. egui gives the keyboard to widgets that are scrolled
//! away, and leaves them where they are.

use egui::style::ScrollAnimation;
use egui::{Id, Ui};

/// Kept around what comes into view, in points: its ring, and a sign that more follows.
const AROUND: f32 = 14.0;

/// Draws the inside of a scroll area, and scrolls to what in it has just got the keyboard. What was
/// clicked is in view already.
pub fn show<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let from = widgets_so_far(ui);
    let shown = content(ui);
    let now = ui.memory(egui::Memory::focused);
    let known = ui.scope_id().with("has the keyboard");
    let before: Option<Id> = ui.data(|data| data.get_temp(known)).flatten();
    ui.data_mut(|data| data.insert_temp(known, now));
    if let Some(id) = now.filter(|id| before != Some(*id))
        && !ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released())
    {
        let rect = ui.ctx().viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let (layer, place) = widgets.order(id)?;
            let is_inside = layer == ui.layer_id() && place >= from;
            widgets.get(id).filter(|_| is_inside).map(|widget| widget.rect)
        });
        if let Some(rect) = rect.filter(|rect| !ui.clip_rect().contains_rect(*rect)) {
            ui.scroll_to_rect_animation(rect.expand(AROUND), None, ScrollAnimation::none());
        }
    }
    shown
}

fn widgets_so_far(ui: &Ui) -> usize {
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(ui.layer_id()).count())
}
