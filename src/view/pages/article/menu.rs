//! The page's context menu.

use egui::{Pos2, Ui};

use super::Page;
use crate::view::actions::{Action, Command};
use crate::view::parts::context_menu::{self, Entry};

impl Page {
    /// Copy and Select all, with what can be done with the chart or call that the menu is about.
    pub(super) fn show_menu(&self, ui: &Ui, about: Option<(Pos2, Vec<Entry>)>, actions: &mut Vec<Action>) {
        let id = ui.scope_id().with("menu");
        let by_keys = || {
            let free = ui.ctx().memory(|memory| memory.focused().is_none());
            (free && context_menu::asked_by_keys(ui)).then(|| {
                let caret = self.selecting.caret_rect().map(|rect| rect.left_bottom());
                caret.unwrap_or_else(|| ui.clip_rect().center_top() + egui::vec2(0.0, 40.0))
            })
        };
        let at = about
            .as_ref()
            .map(|(at, _)| *at)
            .or_else(|| context_menu::asked_in(ui, ui.clip_rect()))
            .or_else(by_keys);
        let opened = at.map(|at| {
            let mut entries = vec![
                Entry::command(ui, Command::Copy, self.selection().is_some()),
                Entry::command(ui, Command::SelectAll, true),
            ];
            match about {
                Some((_, about)) => entries.extend(about),
                None => entries.extend([
                    Entry::command(ui, Command::Highlight, true),
                    Entry::command(ui, Command::Note, true),
                ]),
            }
            (at, entries)
        });
        context_menu::show(ui, id, opened, actions);
    }
}
