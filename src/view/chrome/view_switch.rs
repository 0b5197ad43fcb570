//! The choice between the views of a briefing: side by side, or in a menu where the bar is narrow.

use egui::{Rect, Role, Ui, UiBuilder, WidgetInfo, vec2};

use crate::ui::widgets::{menu_button, segments_placed};
use crate::ui::{menu, type_scale};
use crate::view::actions::{Action, Command, View};
use crate::view::context::ViewContext;
use crate::view::parts::drag_chart;

/// The views with their commands, in the order they stand.
const VIEWS: [(View, Command); 6] = [
    (View::Read, Command::Read),
    (View::Polls, Command::Polls),
    (View::Calls, Command::Calls),
    (View::Claims, Command::Claims),
    (View::Compare, Command::Compare),
    (View::Notes, Command::Notes),
];

/// Draws the choice.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, view: View, narrow: bool) {
    let chosen = VIEWS.iter().position(|(known, _)| *known == view);
    if narrow {
        let button = folded(ui, cx, chosen);
        cx.actions.extend(drag_chart::target(ui, cx.theme, button));
        return;
    }
    let names = VIEWS.map(|(_, command)| command.name());
    let group = UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label("View");
    let chosen = chosen.unwrap_or(usize::MAX);
    let segments =
        ui.scope_builder(group, |ui| segments_placed(ui, cx.theme, &names, chosen, cx.theme.raised())).inner;
    if let Some(index) = segments.clicked {
        cx.actions.push(Action::Show(VIEWS[index].0));
    }
    let compare = VIEWS.iter().zip(&segments.places).find(|((view, _), _)| *view == View::Compare);
    cx.actions.extend(compare.and_then(|(_, place)| drag_chart::target(ui, cx.theme, *place)));
}

/// Draws the button; returns where it stands.
fn folded(ui: &mut Ui, cx: &mut ViewContext<'_>, chosen: Option<usize>) -> Rect {
    let name = chosen.map_or("View", |index| VIEWS[index].1.name());
    let button = menu_button(ui, cx.theme, name, type_scale::LABEL_STRONG, vec2(8.0, 4.0));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("View: {name}")));
    menu::under(&button, false, |ui| {
        ui.set_min_width(150.0);
        for (index, (view, command)) in VIEWS.into_iter().enumerate() {
            let shortcut = ui.ctx().format_shortcut(&command.shortcut());
            if menu::entry(ui, command.name(), &shortcut, chosen == Some(index), true).clicked() {
                cx.actions.push(Action::Show(view));
            }
        }
    });
    button.rect
}
