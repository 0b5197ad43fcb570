//! Menus by the keyboard: one that was opened with the keys takes the keyboard over, closes when the
//! keyboard goes on to something else, and gives it back when it closes.

use egui::accesskit::{HasPopup, Node};
use egui::{
    Button, Context, Id, LayerId, PointerButton, Popup, PopupCloseBehavior, Response, Role, Stroke,
    StrokeKind, TextStyle, Ui, Vec2, WidgetInfo, vec2,
};

/// Shows the menu under a button while it is open, in which `content` is drawn. A menu that `stays` is
/// closed only by a click outside it.
pub fn under<R>(button: &Response, stays: bool, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let id = Popup::default_response_id(button);
    let will_be_open = Popup::is_id_open(&button.ctx, id) != button.clicked();
    button.ctx.accesskit_node_builder(button.id, |node| speak_button(node, will_be_open));
    if button.clicked() {
        opened(&button.ctx, id, !button.clicked_by(PointerButton::Primary));
    }
    let behavior =
        if stays { PopupCloseBehavior::CloseOnClickOutside } else { PopupCloseBehavior::CloseOnClick };
    let shown = Popup::menu(button).close_behavior(behavior).show(content);
    follow(&button.ctx, id, shown.as_ref().map(|shown| shown.response.layer_id), Some(button.id));
    shown.map(|shown| shown.inner)
}

/// Has a screen reader say of a button that it opens a menu, and whether that is open.
pub fn speak_button(node: &mut Node, is_open: bool) {
    node.set_has_popup(HasPopup::Menu);
    node.set_expanded(is_open);
}

/// An entry: its words, its keys, whether it is the chosen one, whether it can be chosen.
pub fn entry(ui: &mut Ui, words: &str, keys: &str, chosen: bool, can: bool) -> Response {
    ui.spacing_mut().button_padding = PADDING;
    let button = Button::new(words).shortcut_text(keys).selected(chosen).frame_when_inactive(chosen);
    let response = ui.add_enabled(can, button);
    response.widget_info(|| WidgetInfo::selected(Role::Button, can, chosen, words));
    if response.has_focus() {
        let ring = Stroke::new(1.5, ui.visuals().selection.stroke.color);
        ui.painter().rect_stroke(response.rect, 4.0, ring, StrokeKind::Inside);
    }
    response
}

/// The height of an entry, in points.
#[must_use]
pub fn entry_height(ui: &Ui) -> f32 {
    (ui.text_style_height(&TextStyle::Button) + 2.0 * PADDING.y).max(ui.spacing().interact_size.y)
}

/// Around an entry's words.
const PADDING: Vec2 = vec2(8.0, 3.0);

/// Where the keyboard is, of a menu that was opened with the keys.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Keyboard {
    /// On its way to the first entry: a menu is measured before it can be used.
    Coming,
    Inside,
}

/// Notes that a menu was opened. By keys: its first entry takes the keyboard over once it is there.
pub fn opened(ctx: &Context, menu: Id, by_keys: bool) {
    ctx.data_mut(|data| {
        if by_keys {
            data.insert_temp(state(menu), Keyboard::Coming);
        } else {
            data.remove::<Keyboard>(state(menu));
        }
    });
}

/// Follows the keyboard through a menu after it was shown, on a layer. `back` is what has the keyboard
/// when the menu closes.
pub fn follow(ctx: &Context, menu: Id, shown: Option<LayerId>, back: Option<Id>) {
    let Some(keyboard) = ctx.data(|data| data.get_temp::<Keyboard>(state(menu))) else { return };
    let Some(layer) = shown.filter(|_| Popup::is_id_open(ctx, menu)) else {
        ctx.data_mut(|data| data.remove::<Keyboard>(state(menu)));
        // A click elsewhere has taken the keyboard there.
        let clicked = ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
        if let Some(back) = back.filter(|_| !clicked) {
            ctx.memory_mut(|memory| memory.request_focus(back));
        }
        return;
    };
    let entries: Vec<Id> = ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(layer);
        let can_have_it = widgets.filter(|widget| widget.enabled && widget.sense.is_focusable());
        can_have_it.map(|widget| widget.id).collect()
    });
    let focused = ctx.memory(egui::Memory::focused);
    match (keyboard, entries.first()) {
        (Keyboard::Coming, Some(first)) => {
            ctx.memory_mut(|memory| memory.request_focus(*first));
            ctx.data_mut(|data| data.insert_temp(state(menu), Keyboard::Inside));
        }
        (Keyboard::Inside, _) if focused.is_some_and(|id| !entries.contains(&id) && Some(id) != back) => {
            ctx.data_mut(|data| data.remove::<Keyboard>(state(menu)));
            Popup::close_id(ctx, menu);
        }
        _ => {}
    }
}

fn state(menu: Id) -> Id {
    menu.with("keyboard")
}
