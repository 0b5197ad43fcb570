//! A page that is short enough to be laid out whole: a heading, a column, a scroll area.

use egui::{Rangef, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::entry_marks::EntryMarks;
use super::scroll_keys::{self, Scroll};
use crate::ui::widgets;
use crate::ui::{Theme, follow_focus, scroll_bar, type_scale};

/// What a page remembers from frame to frame.
#[derive(Default)]
pub struct ScrollPage {
    /// The figure under the pointer.
    pub lit: Option<String>,
    /// Points to scroll to at the next frame.
    pub scroll_to: Option<f32>,
    /// Where it stood in the last frame, in points from the top.
    pub offset: f32,
    marks: EntryMarks,
}

/// Points that are more than any page is long.
const FAR: f32 = 1e7;

impl ScrollPage {
    /// Shows `content` in a column, under a heading and a line that says what the page is.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        column: Rangef,
        (name, title, summary): (&str, &str, &str),
        content: impl FnOnce(&mut Ui, &mut ScrollPage),
    ) {
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt(name);
        if let Some(offset) = self.scroll_to.take() {
            area = area.vertical_scroll_offset(offset);
        }
        let scroll = scroll_keys::pressed(ui);
        let output = area.show(ui, |ui| {
            // The scroll area stops at its own ends.
            ui.scroll_with_delta(match scroll {
                Some(Scroll::By(points)) => vec2(0.0, -points as f32),
                Some(Scroll::ToTop) => vec2(0.0, FAR),
                Some(Scroll::ToEnd) => vec2(0.0, -FAR),
                None => Vec2::ZERO,
            });
            let top = ui.cursor().top();
            self.marks.begin(ui);
            let room = Rect::from_min_max(pos2(column.min, top), pos2(column.max, f32::INFINITY));
            ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                ui.add_space(32.0);
                heading(ui, theme, title, type_scale::TITLE, 1);
                ui.add_space(6.0);
                widgets::text(ui, summary, type_scale::SUMMARY, theme.quiet);
                ui.add_space(22.0);
                follow_focus::show(ui, |ui| content(ui, self));
                ui.add_space(80.0);
            });
        });
        scroll_bar::speak(&output, ui);
        self.offset = output.state.clamped_offset().y;
        if let Some(offset) = self.marks.end(ui, column.span(), self.offset) {
            self.scroll_to = Some(offset);
            ui.ctx().request_discard("the page was set anew and keeps its place");
            ui.ctx().request_repaint();
        }
    }

    /// Called where an entry of the page begins: the one at the top stays there whatever the width.
    pub fn entry(&mut self, ui: &Ui) {
        self.marks.mark(ui);
    }

    /// Goes back to where it stood. The window has one scroll area for all briefings' pages of a kind.
    pub fn come_back(&mut self) {
        self.scroll_to = Some(self.offset);
    }
}

/// A heading of the page, with its level for screen readers.
pub fn heading(ui: &mut Ui, theme: &Theme, text: &str, set: type_scale::TypeStyle, level: usize) {
    widgets::heading(ui, text, set, theme.ink, level);
}
