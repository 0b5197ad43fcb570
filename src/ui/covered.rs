//! What lies under a dialog.

use egui::Ui;

/// Whether a dialog lies over everything else and this is not in it. What egui showed beside the pointer
/// stays, and would stand over the dialog.
#[must_use]
pub fn is_covered(ui: &Ui) -> bool {
    let dialog = ui.memory(egui::Memory::top_modal_layer);
    dialog.is_some_and(|dialog| dialog != ui.layer_id())
}
