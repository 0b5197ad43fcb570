//! What stands after the article: related stories and sources, line by line.

use egui::{Color32, CursorIcon, Role, Sense, Ui, WidgetInfo};

use super::end_words::{Is, Line};
use super::page_frame::PageFrame;
use super::selectable::selectable;
use super::selection::Place;
use crate::ui::type_scale::{self, TypeStyle};
use crate::ui::{Theme, widgets};
use crate::view::actions::Action;

fn look(is: Is, theme: &Theme) -> (TypeStyle, Color32) {
    match is {
        Is::StoryTitle => (type_scale::CHART_TITLE, theme.ink),
        Is::SourceTitle | Is::Text => (type_scale::SMALL, theme.ink),
        Is::Aside => (type_scale::SECONDARY, theme.quiet),
        Is::Missing => (type_scale::SECONDARY, theme.warning),
        Is::Address => (type_scale::SECONDARY, theme.accent),
    }
}

/// A title stands under the heading of its section.
pub const TITLE_LEVEL: usize = 3;

/// Draws lines under each other; `place` is where each can be selected.
pub fn show(ui: &mut Ui, page: &mut PageFrame<'_>, lines: &[Line], place: impl Fn(usize) -> Place) {
    ui.add_space(10.0);
    for (number, line) in lines.iter().enumerate() {
        if lines[0].is == Is::StoryTitle && matches!(line.is, Is::Text | Is::Aside) {
            ui.add_space(2.0);
        }
        let look = look(line.is, page.cx.theme);
        if line.is == Is::Address {
            let response = selectable(ui, page, place(number), &line.words, look, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &line.words));
            widgets::focus_ring(ui, page.cx.theme, &response, response.rect.expand(2.0));
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                page.cx.actions.push(Action::Browse(line.words.clone()));
            }
        } else {
            let response = selectable(ui, page, place(number), &line.words, look, Sense::hover());
            if line.is.is_title() {
                widgets::speak_heading(&response, &line.words, TITLE_LEVEL);
            } else {
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line.words));
            }
        }
    }
}
