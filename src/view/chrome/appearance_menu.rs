//! The bar's menu of how things look: the choices that people change while they read.

use egui::{Response, Ui};

use crate::ui::{Theme, menu, scroll_bar, type_scale, widgets};
use crate::view::actions::{Action, Command};
use crate::view::context::ViewContext;
use crate::view::parts::appearance::Settings;

/// Draws the menu under `button`.
pub fn show(ui: &Ui, cx: &mut ViewContext<'_>, chosen: Settings, button: &Response) {
    let room = ui.ctx().content_rect();
    menu::under(button, true, |ui| {
        let width = MENU.min(room.width() - 40.0);
        let most = room.height() - 80.0;
        ui.set_width(width);
        let area = egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
            ui.set_width(width);
            group_name(ui, cx.theme, "Text size");
            chosen.choose_text_size(ui, cx);
            group_name(ui, cx.theme, "Theme");
            chosen.choose_theme(ui, cx);
            group_name(ui, cx.theme, "Typeface");
            chosen.choose_face(ui, cx);
            group_name(ui, cx.theme, "Line length");
            chosen.choose_line_length(ui, cx);
            ui.add_space(12.0);
            widgets::hairline(ui, cx.theme);
            ui.add_space(6.0);
            for (words, command) in
                [("All settings", Command::Settings), (Command::Help.name(), Command::Help)]
            {
                let shortcut = ui.ctx().format_shortcut(&command.shortcut());
                if menu::entry(ui, words, &shortcut, false, true).clicked() {
                    cx.actions.push(Action::Do(command));
                    ui.close();
                }
            }
        });
        scroll_bar::speak(&area, ui);
    });
}

/// The menu's width in points.
const MENU: f32 = 300.0;

/// The name of a group of choices, in the menu.
fn group_name(ui: &mut Ui, theme: &Theme, name: &str) {
    ui.add_space(12.0);
    widgets::text(ui, name, type_scale::SECONDARY, theme.quiet);
    ui.add_space(6.0);
}
