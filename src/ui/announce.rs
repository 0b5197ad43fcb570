//! What a screen reader says by itself, politely: it waits for a pause. All that does passes here.

use egui::accesskit::Live;
use egui::{Context, Id, Rect, Role, Sense, Ui, vec2};

/// Has a node said whenever its words change.
pub fn politely(ctx: &Context, id: Id) {
    ctx.accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}

/// Has words said that stand nowhere on screen.
pub fn unseen(ui: &Ui, words: &str) {
    let nowhere = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    let response = ui.interact(nowhere, ui.scope_id().with("announcement"), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Log);
        node.set_label(words);
    });
    politely(ui.ctx(), response.id);
}
