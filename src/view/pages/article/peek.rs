//! Looking at where a link leads without leaving: after a moment's pointing, or with Space.

use egui::{EventFilter, Id, Key, Modifiers, PopupAnchor, Response, Tooltip, Ui};

use super::peek_card::{self, Seen};
use crate::bundle::Bundle;
use crate::ui::{Theme, is_covered};

/// The link that is peeked at by keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peek {
    link: Option<Id>,
}

impl Peek {
    /// Takes the keys of a link that may have the keyboard, before egui takes Space for a click:
    /// Space opens and closes, Escape closes, and so does following it or going on to another link.
    pub fn keys(&mut self, ui: &Ui, link: Id) {
        let is_open = self.link == Some(link);
        if !ui.memory(|memory| memory.has_focus(link)) {
            if is_open {
                self.link = None;
            }
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Space) {
            self.link = if is_open { None } else { Some(link) };
        } else if is_open && (pressed(Key::Escape) || ui.input(|input| input.key_pressed(Key::Enter))) {
            self.link = None;
        }
        // Escape is to close the card, not to take the keyboard from the link.
        let filter = EventFilter { escape: self.link == Some(link), ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(link, filter));
    }

    /// Shows the card beside the link where it is asked for; whether the card asks to go there.
    pub fn show(
        self,
        ui: &Ui,
        theme: &Theme,
        link: &Response,
        by_pointer: bool,
        bundle: &Bundle,
        seen: impl FnOnce() -> Option<Seen>,
    ) -> bool {
        if is_covered(ui) {
            return false;
        }
        let by_keys = self.link == Some(link.id);
        let tooltip = if by_keys {
            let anchor = PopupAnchor::from(link.rect);
            // An id of its own: egui keeps a pointer's card open once it was shown.
            Tooltip::always_open(ui.ctx().clone(), link.layer_id, link.id.with("peek"), anchor)
        } else if by_pointer {
            Tooltip::for_enabled(link)
        } else {
            return false;
        };
        let card =
            |ui: &mut Ui| seen().is_some_and(|seen| peek_card::show(ui, theme, bundle, &seen, by_keys));
        tooltip.width(peek_card::WIDTH).accessible_name("Peek").show(card).is_some_and(|shown| shown.inner)
    }
}
