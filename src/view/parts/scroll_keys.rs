//! The keys that scroll a page.

use egui::{Id, Key, Modifiers, Ui};

use crate::ui::type_scale;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scroll {
    /// So many points, down where positive.
    By(f64),
    /// To the beginning.
    ToTop,
    /// To the very end.
    ToEnd,
}

/// The page itself, where it has the keyboard: keys scroll as if nothing had.
#[must_use]
pub fn page_id() -> Id {
    Id::unique("page")
}

/// What the keys pressed in this frame ask for. A text field has all of them to itself; any other
/// widget with the keyboard has the arrows and Space.
pub fn pressed(ui: &Ui) -> Option<Scroll> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let free = ui.ctx().memory(|memory| memory.focused().is_none_or(|focused| focused == page_id()));
    // Two lines of the page before stay in view.
    let line = f64::from(type_scale::BODY.line * 2.0);
    let page = f64::from(ui.clip_rect().height()) - line;
    let keys = [
        (true, Modifiers::NONE, Key::PageUp, Scroll::By(-page)),
        (true, Modifiers::NONE, Key::PageDown, Scroll::By(page)),
        (true, Modifiers::NONE, Key::Home, Scroll::ToTop),
        (true, Modifiers::NONE, Key::End, Scroll::ToEnd),
        (free, Modifiers::SHIFT, Key::Space, Scroll::By(-page)),
        (free, Modifiers::NONE, Key::Space, Scroll::By(page)),
        (free, Modifiers::NONE, Key::ArrowUp, Scroll::By(-line)),
        (free, Modifiers::NONE, Key::ArrowDown, Scroll::By(line)),
    ];
    let asked = keys
        .into_iter()
        .find(|(may, modifiers, key, _)| *may && ui.input_mut(|input| input.consume_key(*modifiers, *key)));
    asked.map(|(.., scroll)| scroll)
}
