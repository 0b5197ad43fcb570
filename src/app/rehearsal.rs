//! A briefing drawn once where nobody sees it, on the thread that read it, while the system is still
//! making the window: so that the heights of its first rows are known when the first frame needs them.

use std::num::NonZeroUsize;

use egui::{Context, RawInput, Rect, Vec2};

use super::WindowPlace;
use crate::ui::{self, fonts};
use crate::view::{self, Reading, Settings, Window};

/// What the window will be like. Where it comes out otherwise, its rows are measured as ever.
#[derive(Clone, Copy)]
pub struct Rehearsal {
    size: Vec2,
    settings: Settings,
}

impl Rehearsal {
    /// Of a window that opens at a place with these settings.
    pub fn of(place: WindowPlace, settings: Settings) -> Rehearsal {
        Rehearsal { size: Vec2::from(place.size), settings }
    }

    /// Draws a briefing's first frame into nothing.
    pub fn run(self, mut reading: Reading) -> Reading {
        reading.page.measure_much();
        let mut window = Window {
            reading: Some(reading),
            settings: self.settings,
            view: view::View::Read,
            ..Window::default()
        };
        let ctx = Context::default();
        ctx.set_fonts(fonts::definitions_with(self.settings.face));
        ui::apply(&ctx, window.colours(), ui::Manner { motion: false, system_frame: false });
        ctx.set_zoom_factor(self.settings.text_size.factor());
        let size = self.size / self.settings.text_size.factor();
        // What is measured is all that is wanted of it; nobody sees how it looked before.
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
            ..RawInput::default()
        };
        let mut drawn = ctx.run_ui(input, |ui| {
            let _ = view::show(ui, &mut window);
        });
        drawn.textures_delta.clear();
        window.reading.expect("a frame takes no briefing away")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::library;

    /// Whether a first frame had to be drawn again, since rows were measured only in it.
    fn is_measured_in_its_first_frame(reading: Reading) -> bool {
        let mut app = super::super::App::new(&[], super::super::Session::default());
        app.open_reading(reading);
        let ctx = Context::default();
        super::super::App::prepare(&ctx);
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN);
        let size = WindowPlace::default().size.into();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
            ..RawInput::default()
        };
        let mut drawn = ctx.run_ui(input, |ui| app.ui(ui));
        drawn.textures_delta.clear();
        let reasons = &drawn.platform_output.request_discard_reasons;
        reasons.iter().any(|cause| cause.reason.contains("measured"))
    }

    #[test]
    fn a_briefing_that_was_drawn_ahead_has_its_heights_in_the_first_frame() {
        let reading = || Reading::new(Arc::new(library::open("nspcc-e2ee-2021").expect("it is built in")));
        assert!(is_measured_in_its_first_frame(reading()));
        let ahead = Rehearsal::of(WindowPlace::default(), Settings::default());
        assert!(!is_measured_in_its_first_frame(ahead.run(reading())));
    }
}
