//! Words as a screen reader gets them.

use egui::accesskit::{Node, Rect as Bounds};
use egui::os::OperatingSystem;
use egui::{Id, Rect, Role, Ui, UiBuilder, UiKind};

/// Gives a node its role and its words, if it has any: a label's words are its value, all others'
/// their name.
pub fn say(node: &mut Node, role: Role, words: &str) {
    node.set_role(role);
    if words.is_empty() {
        return;
    }
    if role == Role::Label {
        node.set_value(words);
    } else {
        node.set_label(words);
    }
}

/// Gives a heading its level. What hands the tree on to AT-SPI leaves levels out, so there it is in
/// the description as well, before what else is described.
pub fn heading_level(node: &mut Node, level: usize, system: OperatingSystem) {
    node.set_level(level);
    if system == OperatingSystem::Nix {
        let said = format!("level {level}");
        let description = match node.description() {
            Some(more) => format!("{said}. {more}"),
            None => said,
        };
        node.set_description(description);
    }
}

/// Names the dialog that `ui` is the inside of; where an answer is urgent, it is an alert.
pub fn name_dialog(ui: &Ui, name: &str, role: Role) {
    let Some(dialog) = ui.stack().iter().find(|part| part.kind() == Some(UiKind::Modal)) else { return };
    ui.ctx().accesskit_node_builder(dialog.unique_id, |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// A place on the screen, as nodes have it.
#[must_use]
pub fn bounds(rect: Rect) -> Bounds {
    Bounds {
        x0: rect.left().into(),
        y0: rect.top().into(),
        x1: rect.right().into(),
        y1: rect.bottom().into(),
    }
}

/// A part of `ui` that is heard as one, with whatever is drawn in it (the links of a paragraph)
/// inside it, so that its words are heard once. `id` is its id, whatever it is drawn in.
pub fn part(ui: &mut Ui, id: Id, rect: Rect, role: Role, words: &str) -> Ui {
    let builder = UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(role);
    let part = ui.new_child(builder);
    part.ctx().accesskit_node_builder(id, |node| {
        say(node, role, words);
        node.set_bounds(bounds(rect));
    });
    part
}
