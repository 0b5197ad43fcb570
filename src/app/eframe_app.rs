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

impl App {
    /// Saves what was typed, and then the session: the window is about to go.
    fn save_what_can_be(&mut self) {
        let steps: [fn(&mut App); 3] =
            [|app| app.notes.take_open_card(&mut app.shared), |app| app.notes.finish(), App::remember];
        for save in steps {
            // One that panics as well costs the others nothing.
            let _ = panic::catch_unwind(AssertUnwindSafe(|| save(self)));
        }
    }
}

/// Whether the window is drawn without a graphics card, as on many remote desktops.
#[cfg(not(any(windows, target_os = "macos")))]
pub(crate) fn draws_on_processor(_context: &eframe::CreationContext<'_>) -> bool {
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
pub(crate) fn draws_on_processor(context: &eframe::CreationContext<'_>) -> bool {
    let drawn_by = context.wgpu_render_state.as_ref().map(|state| state.adapter.get_info().device_type);
    drawn_by.is_none_or(|device| device == eframe::wgpu::DeviceType::Cpu)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Session;
    use crate::library;
    use crate::notes::Store;
    use crate::view::actions::{Action, NoteAction, NoteTarget};

    fn note_on_briefing(app: &mut App) {
        let make = NoteAction::Write(NoteTarget::Briefing);
        app.apply(&egui::Context::default(), Action::Note(make));
    }

    #[test]
    fn what_is_typed_is_kept_though_a_frame_breaks_off() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(&[], Session::load(folder.path()));
        app.open(library::open("cable-2017").unwrap());
        note_on_briefing(&mut app);
        // The frame that took these words never came to its end.
        app.shared.window.notes.open.as_mut().expect("its card is open").comment =
            "half a thought".to_owned();
        app.save_what_can_be();
        std::mem::forget(app);
        let kept =
            Store::open(folder.path(), jiff::Timestamp::UNIX_EPOCH).unwrap().store.notes(None).unwrap();
        assert_eq!(kept.notes[0].comment, "half a thought");
        assert!(folder.path().join("session.ron").exists());
    }

    #[test]
    fn what_is_typed_is_kept_whatever_ends_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(&[], Session::load(folder.path()));
        app.open(library::open("cable-2017").unwrap());
        note_on_briefing(&mut app);
        app.shared.window.notes.open.as_mut().expect("its card is open").comment = "a thought".to_owned();
        app.notes.take_open_card(&mut app.shared);
        drop(app);
        let kept =
            Store::open(folder.path(), jiff::Timestamp::UNIX_EPOCH).unwrap().store.notes(None).unwrap();
        assert_eq!(kept.notes[0].comment, "a thought");
    }
}
