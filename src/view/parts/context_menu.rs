//! A menu where the pointer or the keyboard is: what can be done with what is there.

use egui::{Id, Key, Modifiers, Popup, PopupAnchor, PopupKind, Pos2, Rect, SetOpenCommand, Ui};

use crate::ui::menu;
use crate::view::actions::{Action, Command};

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    name: String,
    keys: String,
    can: bool,
    action: Action,
}

impl Entry {
    /// A command of the table.
    pub fn command(ui: &Ui, command: Command, can: bool) -> Entry {
        let keys = ui.ctx().format_shortcut(&command.shortcut());
        Entry { name: command.name().to_owned(), keys, can, action: Action::Do(command) }
    }

    /// Something else.
    pub fn action(name: &str, action: Action) -> Entry {
        Entry { name: name.to_owned(), keys: String::new(), can: true, action }
    }

    /// A text to be copied.
    pub fn copy(name: &str, text: String) -> Entry {
        Entry { name: name.to_owned(), keys: String::new(), can: true, action: Action::CopyText(text) }
    }
}

/// Where a menu was asked for in this frame, if it was for something inside `rect`: with the right
/// button on it, or with the menu key or Shift+F10 while the keyboard is on something in it.
pub fn asked_in(ui: &Ui, rect: Rect) -> Option<Pos2> {
    if ui.input(|input| input.pointer.secondary_clicked()) && ui.rect_contains_pointer(rect) {
        return ui.input(|input| input.pointer.interact_pos());
    }
    if !asked_by_keys(ui) {
        return None;
    }
    let focused = ui.ctx().memory(egui::Memory::focused)?;
    let place = ui.ctx().read_response(focused)?.rect;
    (place.is_positive() && ui.clip_rect().intersect(rect).intersects(place)).then(|| place.left_bottom())
}

/// The same for what was drawn over the width of `ui` from `top` down to here.
pub fn asked_since(ui: &Ui, top: f32) -> Option<Pos2> {
    asked_in(ui, Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top()))
}

/// Whether the menu key or Shift+F10 was pressed.
pub fn asked_by_keys(ui: &Ui) -> bool {
    ui.input(|input| {
        input.key_pressed(Key::Menu)
            || input.modifiers.matches_exact(Modifiers::SHIFT) && input.key_pressed(Key::F10)
    })
}

/// What an open menu holds from frame to frame.
#[derive(Clone)]
struct Held {
    at: Pos2,
    entries: Vec<Entry>,
    /// What had the keyboard when it was opened.
    back: Option<Id>,
}

/// Draws the menu while it is open; `opened` opens it anew.
pub fn show(ui: &Ui, id: Id, opened: Option<(Pos2, Vec<Entry>)>, actions: &mut Vec<Action>) {
    let opens = opened.is_some();
    if let Some((at, entries)) = opened {
        let back = ui.ctx().memory(egui::Memory::focused);
        ui.ctx().data_mut(|data| data.insert_temp(id, Held { at, entries, back }));
        menu::opened(ui.ctx(), id, asked_by_keys(ui));
    }
    if !opens && !Popup::is_id_open(ui.ctx(), id) {
        return;
    }
    let Some(held) = ui.ctx().data(|data| data.get_temp::<Held>(id)) else { return };
    let shown = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(held.at), ui.layer_id())
        .kind(PopupKind::Menu)
        .open_memory(opens.then_some(SetOpenCommand::Bool(true)))
        .accessible_name("What can be done here")
        .show(|ui| {
            ui.set_min_width(180.0);
            for entry in &held.entries {
                if menu::entry(ui, &entry.name, &entry.keys, false, entry.can).clicked() {
                    actions.push(entry.action.clone());
                    ui.close();
                }
            }
        });
    menu::follow(ui.ctx(), id, shown.map(|shown| shown.response.layer_id), held.back);
}
