//! The one bar at the top: where you are, which view, text size, theme.

use egui::{Align, Id, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{SideColumn, appearance_menu, view_switch};
use crate::bundle::Bundle;
use crate::diagnostics::Severity;
use crate::text::counted;
use crate::ui::lines;
use crate::ui::type_scale;
use crate::ui::widgets::{self, Icon, galley, icon_button, quiet_button};
use crate::view::actions::{Action, Command, View};
use crate::view::context::ViewContext;
use crate::view::parts::appearance::Settings;

/// The bar's height in points.
pub const HEIGHT: f32 = 46.0;

/// Bars narrower than this have no room for the views side by side.
const NARROW: f32 = 760.0;
/// What the count of problems takes besides.
const PROBLEMS: f32 = 100.0;

/// Bars as wide as this have room for a way into the palette that looks like a field.
const WIDE: f32 = 1000.0;
/// Points that the bar's left side wants for the shelf; with the outline; with back and forward too.
const ROOM_FOR_SHELF: f32 = 74.0;
const ROOM_FOR_TWO: f32 = 104.0;
const ROOM_FOR_ALL: f32 = 160.0;

/// Points under which the briefing's title is left out of the bar.
const LEAST_TITLE: f32 = 70.0;

/// What the bar shows.
pub struct Bar<'a> {
    /// The open briefing, if any.
    pub bundle: Option<&'a Bundle>,
    /// The view in the state.
    pub view: View,
    /// How things look.
    pub settings: Settings,
    /// The column beside the page.
    pub side: SideColumn,
    /// Whether there is a place to go back to.
    pub can_go_back: bool,
    /// Whether going back can be undone.
    pub can_go_forward: bool,
}

/// Draws the bar into `rect`.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &Bar<'_>, rect: Rect) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.side);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, cx.theme.line));
    let bar = UiBuilder::new().max_rect(rect).id_salt("bar").accessibility_role(Role::Toolbar);
    let ui = &mut ui.new_child(bar);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Main"));
    let inside = rect.shrink2(vec2(14.0, 0.0));
    // Drawn from left to right, as it is read and as the Tab key goes; the right side's width is
    // known from the frame before.
    let width_id = Id::unique("width of the bar's right side");
    let right_width = ui.data(|data| data.get_temp(width_id)).unwrap_or(GUESS);
    let middle = inside.right() - right_width;
    let mut side = |rect: Rect, name: &str, spacing: f32| {
        let layout = Layout::left_to_right(Align::Center);
        let mut side = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(name));
        side.spacing_mut().item_spacing.x = spacing;
        side
    };
    let left = Rect::from_min_max(inside.min, pos2(middle - 12.0, inside.bottom()));
    left_side(&mut side(left, "bar left", 4.0), cx, state);
    let right = Rect::from_min_max(pos2(middle, inside.top()), inside.max);
    let mut right = side(right, "bar right", 6.0);
    right_side(&mut right, cx, state, rect.width());
    let width = right.min_rect().width();
    if (width - right_width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(width_id, width));
        ui.ctx().request_discard("the bar's right side changed its width");
    }
}

/// The right side's width before it was ever drawn.
const GUESS: f32 = 260.0;

fn right_side(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &Bar<'_>, bar: f32) {
    if bar >= WIDE {
        search_box(ui, cx);
        ui.add_space(6.0);
    } else if icon_button(ui, cx.theme, SEARCH, Icon::Search, true).clicked() {
        cx.actions.push(Action::Do(Command::Palette));
    }
    if state.view == View::Shelf || state.bundle.is_none() {
        open_button(ui, cx);
    }
    if let Some(bundle) = state.bundle {
        let problems = bundle.problems_known().unwrap_or_default().iter();
        let faults = problems.filter(|problem| problem.severity > Severity::Info).count();
        let narrow = bar < if faults > 0 { NARROW + PROBLEMS } else { NARROW };
        if faults > 0 {
            let label = counted(faults, "problem");
            problems_button(ui, cx, &label, state.view == View::Problems);
        }
        view_switch::show(ui, cx, state.view, narrow);
        ui.add_space(4.0);
    }
    appearance_button(ui, cx, state.settings);
    let theme_name = format!("Theme: {}. Next theme", cx.theme.name);
    if icon_button(ui, cx.theme, &theme_name, Icon::Theme, true).clicked() {
        cx.actions.push(Action::Do(Command::NextTheme));
    }
}

/// Looks like a field and opens the palette.
fn search_box(ui: &mut Ui, cx: &mut ViewContext<'_>) {
    let (rect, response) = ui.allocate_exact_size(SEARCH_BOX, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, SEARCH));
    let border = if response.hovered() { cx.theme.neutral } else { cx.theme.line };
    ui.painter().rect(rect, 5.0, cx.theme.page, Stroke::new(1.0, border), egui::StrokeKind::Inside);
    widgets::focus_ring(ui, cx.theme, &response, rect);
    let keys = ui.ctx().format_shortcut(&Command::Palette.shortcut());
    let word = galley(ui, SEARCH, type_scale::LABEL, cx.theme.quiet, f32::INFINITY);
    let keys = galley(ui, &keys, type_scale::SECONDARY, cx.theme.quiet, f32::INFINITY);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let keys_at = pos2(rect.right() - 10.0 - keys.size().x, middle(keys.size().y));
    ui.painter().galley(pos2(rect.left() + 12.0, middle(word.size().y)), word, cx.theme.quiet);
    ui.painter().galley(keys_at, keys, cx.theme.quiet);
    if response.on_hover_text(Command::Palette.help()).clicked() {
        cx.actions.push(Action::Do(Command::Palette));
    }
}

/// What the way into the palette is called.
const SEARCH: &str = "Search";
/// Its size where it has room.
const SEARCH_BOX: egui::Vec2 = vec2(190.0, 28.0);

fn open_button(ui: &mut Ui, cx: &mut ViewContext<'_>) {
    if quiet_button(ui, cx.theme, Command::Open.name(), type_scale::LABEL, vec2(8.0, 4.0))
        .on_hover_text(hint(ui, Command::Open))
        .clicked()
    {
        cx.actions.push(Action::Do(Command::Open));
    }
}

fn problems_button(ui: &mut Ui, cx: &mut ViewContext<'_>, label: &str, chosen: bool) {
    let set = if chosen { type_scale::LABEL_STRONG } else { type_scale::LABEL };
    let words = galley(ui, label, set, cx.theme.warning, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(words.size() + vec2(16.0, 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, label));
    if response.hovered() || chosen {
        ui.painter().rect_filled(rect, 4.0, cx.theme.chosen);
    }
    widgets::focus_ring(ui, cx.theme, &response, rect);
    ui.painter().galley(rect.min + vec2(8.0, 4.0), words, cx.theme.warning);
    if response.clicked() {
        cx.actions.push(Action::Do(Command::Problems));
    }
}

fn appearance_button(ui: &mut Ui, cx: &mut ViewContext<'_>, settings: Settings) {
    let set = type_scale::TypeStyle { size: 15.0, ..type_scale::LABEL };
    let button = quiet_button(ui, cx.theme, "Aa", set, vec2(5.0, 3.0));
    let spoken = format!("Text size: {} percent", settings.text_size.percent());
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    appearance_menu::show(ui, cx, settings, &button);
}

fn left_side(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &Bar<'_>) {
    let Some(bundle) = state.bundle else {
        if state.view.stands_alone() && state.view != View::Shelf {
            shelf_button(ui, cx, type_scale::LABEL);
        } else {
            widgets::text(ui, "Briefing Reader", type_scale::LABEL_STRONG, cx.theme.ink);
        }
        return;
    };
    // What there is no room for goes, the least needed first: each has its keys.
    let room = ui.available_width();
    for (command, icon, can) in [
        (Command::Back, Icon::Back, state.can_go_back),
        (Command::Forward, Icon::Forward, state.can_go_forward),
    ] {
        if room >= ROOM_FOR_ALL && icon_button(ui, cx.theme, command.name(), icon, can).clicked() {
            cx.actions.push(Action::Do(command));
        }
    }
    if state.view != View::Shelf && room >= ROOM_FOR_TWO {
        let outline = icon_button(ui, cx.theme, "Outline", Icon::Outline, state.side != SideColumn::Absent);
        let is_shown = state.side == SideColumn::Shown;
        ui.ctx().accesskit_node_builder(outline.id, |node| node.set_expanded(is_shown));
        if outline.clicked() {
            cx.actions.push(Action::Do(Command::Outline));
        }
    }
    let set = if state.view == View::Shelf { type_scale::LABEL_STRONG } else { type_scale::LABEL };
    if room >= ROOM_FOR_SHELF {
        shelf_button(ui, cx, set);
    }
    if state.view == View::Shelf || ui.available_width() < LEAST_TITLE {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 26.0), Sense::hover());
    Icon::Forward.paint(ui, rect.shrink(1.0), cx.theme.quiet);
    let mut job = egui::text::LayoutJob::single_section(
        bundle.short_title().to_owned(),
        type_scale::LABEL_STRONG.format(cx.theme.ink),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width((ui.available_width() - 8.0).max(0.0));
    let title = lines::laid(ui, job);
    let (rect, response) = ui.allocate_exact_size(title.size() + vec2(6.0, 0.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, bundle.short_title()));
    ui.painter().galley(rect.min + vec2(4.0, 0.0), title, cx.theme.ink);
}

fn shelf_button(ui: &mut Ui, cx: &mut ViewContext<'_>, set: type_scale::TypeStyle) {
    let shelf = quiet_button(ui, cx.theme, "Briefings", set, vec2(6.0, 4.0));
    if shelf.on_hover_text(hint(ui, Command::ShowShelf)).clicked() {
        cx.actions.push(Action::Show(View::Shelf));
    }
}

/// "Choose a briefing to open. Ctrl+O"
fn hint(ui: &Ui, command: Command) -> String {
    format!("{} {}", command.help(), ui.ctx().format_shortcut(&command.shortcut()))
}
