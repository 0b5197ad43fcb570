//! The row that has the keyboard after find was closed at it: reading, and the Tab key, go on from
//! there.

use egui::{EventFilter, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::Theme;
use crate::view::parts::scroll_keys;

/// Where the keyboard is, on the page as such.
#[derive(Clone, Debug, Default)]
pub struct Landing {
    row: Option<usize>,
    about: String,
    take_focus: bool,
}

impl Landing {
    /// Takes the keyboard at the next frame. `about` is what is read aloud there.
    pub fn on(&mut self, row: usize, about: &str) {
        *self = Landing { row: Some(row), about: about.to_owned(), take_focus: true };
    }

    /// Called before each row is drawn, so that its links come after it.
    pub fn show(&mut self, ui: &Ui, theme: &Theme, row: usize) {
        if self.row != Some(row) {
            return;
        }
        let id = scroll_keys::page_id();
        // In view also where the row begins above it: the page stays where it is.
        let begins = ui.cursor().min;
        let top = pos2(begins.x, begins.y.max(ui.clip_rect().top()));
        let rect = Rect::from_min_size(top, vec2(ui.available_width(), 24.0));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Mark, true, &self.about));
        if std::mem::take(&mut self.take_focus) {
            response.request_focus();
        } else if !response.has_focus() {
            self.row = None;
            return;
        }
        // The arrows scroll the page, as if nothing had the keyboard.
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let bar = rect.left() - 12.0;
        ui.painter().vline(bar, top.y + 16.0..=top.y + 40.0, Stroke::new(2.0, theme.accent));
    }
}
