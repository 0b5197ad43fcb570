//! Where the outline stands: what is folded, and where the keyboard is in it.

use egui::Ui;

use super::entry;
use super::tree::Tree;
use crate::ui::virtual_list::VirtualList;
use crate::view::parts::page_outline::OutlineRow;

/// Where the outline is scrolled to, what is folded, and where the keyboard is in it.
#[derive(Default)]
pub struct Outline {
    pub(super) list: VirtualList,
    pub(super) tree: Tree,
    /// The entry of the page that was last in view.
    current: Option<usize>,
    /// The one entry that the Tab key comes to.
    pub(super) stop: usize,
}

impl Outline {
    /// The words of the entries that are folded; `None` while nobody has seen the outline.
    #[must_use]
    pub fn folded(&self, entries: &[OutlineRow]) -> Option<Vec<String>> {
        self.tree.folded(entries)
    }

    /// Folds the entries with these words, and no others.
    pub fn fold_named(&mut self, entries: &[OutlineRow], names: &[String]) {
        self.tree.fold_named(entries, names);
        self.list.forget_heights();
    }

    /// Scrolls to the entry for what is read, when that changes; while the keyboard is elsewhere,
    /// the Tab key comes to it.
    pub(super) fn follow(&mut self, current: Option<usize>, nearest: Option<usize>, focused: bool) {
        if self.current == current {
            return;
        }
        self.current = current;
        let Some(nearest) = nearest else { return };
        if !focused {
            self.stop = nearest;
        }
        self.scroll_to(nearest);
    }

    pub(super) fn scroll_to(&mut self, entry: usize) {
        if let Some(position) = self.tree.position(entry).filter(|position| !self.list.shows_whole(*position))
        {
            self.list.go_to(position.saturating_sub(3), 0.0);
        }
    }

    /// Only what is drawn can have the keyboard: where the entry that has it, or would get it, was
    /// scrolled away, the nearest one that is drawn takes its place.
    pub(super) fn keep_stop_in_view(&mut self, ui: &Ui, shown: &[usize]) {
        let visible = self.list.visible();
        let position = self.tree.position(self.stop);
        if position.is_some_and(|position| visible.contains(&position)) || visible.is_empty() {
            return;
        }
        let had_focus = ui.memory(|memory| memory.has_focus(entry::id(self.stop)));
        let after = position.is_some_and(|position| position >= visible.end);
        let nearest = if after { visible.end.saturating_sub(2).max(visible.start) } else { visible.start };
        self.stop = shown[nearest.min(shown.len() - 1)];
        if had_focus {
            ui.memory_mut(|memory| memory.request_focus(entry::id(self.stop)));
        }
        ui.ctx().request_repaint();
    }

    /// Folds or unfolds; the keyboard comes out of what is folded away.
    pub(super) fn fold(&mut self, ui: &Ui, entries: &[OutlineRow], entry: usize, folded: bool) {
        let had_focus = ui.memory(|memory| memory.has_focus(entry::id(self.stop)));
        self.tree.fold(entry, folded);
        self.list.forget_heights();
        self.tree.shown(entries);
        self.stop = self.tree.nearest_shown(entries, self.stop).unwrap_or(entry);
        if had_focus {
            ui.memory_mut(|memory| memory.request_focus(entry::id(self.stop)));
        }
        ui.ctx().request_repaint();
    }
}
