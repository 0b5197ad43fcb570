//! The keys of a tree: up and down, in and out, beginning and end.

use egui::{EventFilter, Key, Modifiers, Ui};

use super::state::Outline;
use super::{entry, tree};
use crate::view::parts::page_outline::OutlineRow;

/// Does what the keys pressed in this frame ask for; the outline has the keyboard.
pub fn apply(ui: &Ui, outline: &mut Outline, entries: &[OutlineRow]) {
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(entry::id(outline.stop), arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let stop = outline.stop;
    let shown = outline.tree.shown(entries).to_vec();
    let here = outline.tree.position(stop).unwrap_or(0);
    let by = |steps: isize| shown[here.saturating_add_signed(steps).min(shown.len() - 1)];
    let page = outline.list.visible().len().saturating_sub(2).max(1) as isize;
    let next = if shown.is_empty() {
        return;
    } else if pressed(Key::ArrowDown) {
        by(1)
    } else if pressed(Key::ArrowUp) {
        by(-1)
    } else if pressed(Key::PageDown) {
        by(page)
    } else if pressed(Key::PageUp) {
        by(-page)
    } else if pressed(Key::Home) {
        shown[0]
    } else if pressed(Key::End) {
        shown[shown.len() - 1]
    } else if pressed(Key::ArrowRight) {
        match outline.tree.is_folded(entries, stop) {
            Some(true) => return outline.fold(ui, entries, stop, false),
            Some(false) => by(1),
            None => return,
        }
    } else if pressed(Key::ArrowLeft) {
        if outline.tree.is_folded(entries, stop) == Some(false) && outline.tree.filter().trim().is_empty() {
            return outline.fold(ui, entries, stop, true);
        }
        tree::parent(entries, stop).unwrap_or(stop)
    } else {
        return;
    };
    outline.stop = next;
    outline.scroll_to(next);
    ui.memory_mut(|memory| memory.request_focus(entry::id(next)));
    // The next key is to find the arrows kept for the tree.
    ui.ctx().request_repaint();
}
