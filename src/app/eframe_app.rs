//! Connects `App` to eframe. Everything in `app` that differs between systems is here.

use std::panic::{self, AssertUnwindSafe};

use egui::{Context, Ui};

use super::App;
use super::documents::TEXTURE_SIDE;

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.native_window.set_title(&self.shared.window, ui.ctx());
        // If a frame panics, what was typed is saved before the window goes.
        if let Err(mistake) = panic::catch_unwind(AssertUnwindSafe(|| App::ui(self, ui))) {
            self.save_what_can_be();
            panic::resume_unwind(mistake);
        }
    }

    fn raw_input_hook(&mut self, _ctx: &Context, input: &mut egui::RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.shared.window.colours().page.to_normalized_gamma_f32()
    }

    #[cfg(not(any(windows, target_os = "macos")))]
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.remember();
    }

    // Without its OpenGL, eframe's method takes nothing.
    #[cfg(any(windows, target_os = "macos"))]
    fn on_exit(&mut self) {
        self.remember();
    }
}

/// Whether the window is drawn without a graphics card, as on many remote desktops.
#[cfg(not(any(windows, target_os = "macos")))]
pub fn draws_on_processor(_context: &eframe::CreationContext<'_>) -> bool {
    // OpenGL does not tell without unsafe code; the kernel does: a card that can draw has a render
    // node, or the device of its maker's own driver.
    let render_node = || {
        let entries = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
        entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    };
    !render_node() && !std::path::Path::new("/dev/nvidiactl").exists()
}

/// Whether the window is drawn without a graphics card, as on many remote desktops.
#[cfg(any(windows, target_os = "macos"))]
pub fn draws_on_processor(context: &eframe::CreationContext<'_>) -> bool {
    let drawn_by = context.wgpu_render_state.as_ref().map(|state| state.adapter.get_info().device_type);
    drawn_by.is_none_or(|device| device == eframe::wgpu::DeviceType::Cpu)
}
