//! The text size by Ctrl and the wheel, or by two fingers.

use egui::{Id, Ui};

use crate::view::actions::Command;

/// What a notch of a usual wheel zooms by, as a logarithm: egui's own measure.
const NOTCH: f32 = 0.2;

/// A step of the text size for each notch. egui hands on a notch in small pieces over a few frames.
pub fn step(ui: &Ui) -> Option<Command> {
    let id = Id::unique("turned by the wheel");
    let now = ui.input(egui::InputState::zoom_delta).ln();
    if now == 0.0 {
        ui.data_mut(|data| data.remove::<f32>(id));
        return None;
    }
    let turned = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0) + now;
    let command = match turned {
        turned if turned > 0.7 * NOTCH => Some(Command::LargerText),
        turned if turned < -0.7 * NOTCH => Some(Command::SmallerText),
        _ => None,
    };
    let left = if command.is_some() { turned - NOTCH.copysign(turned) } else { turned };
    ui.data_mut(|data| data.insert_temp(id, left));
    command
}
