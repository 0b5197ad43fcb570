//! A briefing drawn once where nobody sees it, on the thread that read it, while the system is still
//! making the window: so that the heights of its first rows are known when the first frame needs them.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Context, RawInput, Rect, TexturesDelta, Vec2};

use crate::app::persistence::session::WindowPlace;
use crate::ui::{self, fonts};
use crate::view::actions::View;
use crate::view::{self, Reading, Settings, Window};

/// Textures are no wider than this anywhere: nearly every graphics driver can have them so wide, and
/// letters that were drawn for another width would be drawn again.
pub const TEXTURE_SIDE: usize = 16 * 1024;

/// What the window will be like. Where it comes out otherwise, its rows are measured as ever.
#[derive(Clone)]
pub struct Rehearsal {
    size: Vec2,
    settings: Settings,
    /// The window's own, so that letters and lines are there for its first frame.
    ctx: Context,
    stage: Arc<Mutex<Stage>>,
}

/// What the rehearsal and the window share.
#[derive(Default)]
struct Stage {
    /// The window needs its context from now on.
    is_over: bool,
    /// What was drawn on textures, which the window has yet to hear of.
    textures: TexturesDelta,
}

impl Rehearsal {
    /// Of a window that opens at a place with these settings and this context.
    pub fn of(ctx: &Context, place: WindowPlace, settings: Settings) -> Rehearsal {
        ctx.set_fonts(fonts::definitions_with(settings.face));
        ui::system_fonts::allow(ctx);
        ui::right_to_left::allow(ctx);
        // The system makes the window as large as its context's zoom says, and is not to hear of
        // this one meanwhile.
        let is_zoomed = (settings.text_size.factor() - 1.0).abs() > f32::EPSILON;
        let ctx = if is_zoomed { zoomed(settings) } else { ctx.clone() };
        Rehearsal { size: Vec2::from(place.size), settings, ctx, stage: Arc::default() }
    }

    /// Draws a briefing's first frame into nothing, if the window does not wait for it already: then
    /// it is sooner drawn there.
    pub fn run(&self, mut reading: Reading) -> Reading {
        let mut stage = self.stage();
        if stage.is_over {
            return reading;
        }
        reading.page.measure_much();
        let mut window =
            Window { reading: Some(reading), settings: self.settings, view: View::Read, ..Window::default() };
        ui::apply(&self.ctx, window.colours(), ui::Manner { motion: false, system_frame: false });
        let size = self.size / self.settings.text_size.factor();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
            max_texture_side: Some(TEXTURE_SIDE),
            time: Some(0.0),
            ..RawInput::default()
        };
        // What is measured is all that is wanted of it; nobody sees how it looked before.
        let passes =
            self.ctx.options_mut(|options| std::mem::replace(&mut options.max_passes, NonZeroUsize::MIN));
        let mut drawn = self.ctx.run_ui(input, |ui| {
            let _ = view::show(ui, &mut window);
        });
        self.ctx.options_mut(|options| options.max_passes = passes);
        stage.textures.append(std::mem::take(&mut drawn.textures_delta));
        window.reading.expect("a frame takes no briefing away")
    }

    /// From now on the context is the window's: waits for what is being drawn, and has what was drawn
    /// on textures come with the first frame.
    pub fn end(&self) {
        let mut stage = self.stage();
        stage.is_over = true;
        let mut textures = std::mem::take(&mut stage.textures);
        let manager = self.ctx.tex_manager();
        let mut manager = manager.write();
        for (id, changes) in textures.set.drain() {
            if manager.meta(id).is_some() {
                changes.into_iter().for_each(|change| manager.set(id, change));
            }
        }
        textures.clear();
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A context for text of another size.
fn zoomed(settings: Settings) -> Context {
    let ctx = Context::default();
    ctx.set_fonts(fonts::definitions_with(settings.face));
    ctx.set_zoom_factor(settings.text_size.factor());
    ctx
}

impl Drop for Stage {
    /// What nobody will see is forgotten; egui wants it to be said.
    fn drop(&mut self) {
        self.textures.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::library;

    /// Whether a first frame had to be drawn again, since rows were measured only in it.
    fn is_measured_in_its_first_frame(reading: Reading) -> bool {
        let mut app = crate::app::App::new(&[], crate::app::Session::default());
        app.open_reading(reading);
        let ctx = Context::default();
        crate::app::App::prepare(&ctx);
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
        let ctx = Context::default();
        let ahead = Rehearsal::of(&ctx, WindowPlace::default(), Settings::default());
        assert!(!is_measured_in_its_first_frame(ahead.run(reading())));
    }
}
