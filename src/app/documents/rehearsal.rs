//! Draws the first briefing before there is a window, so that the first frame has little left to do.
//!
//! 1. [`Rehearsal::of`], when the system is asked for a window: until `end`, the window's context belongs to
//!    the rehearsal alone.
//! 2. [`Rehearsal::run`], on the thread that read the briefing: draws it once, off screen and as large as the
//!    window will be. Row heights, lines and glyphs are known from then on.
//! 3. [`Rehearsal::end`], on the UI thread, when the window is there: waits for a drawing under way, and
//!    hands its textures to the first frame. A later `run` draws nothing: the window does it sooner.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Context, RawInput, Rect, TexturesDelta, Vec2};

use crate::app::native_window::WindowPlace;
use crate::ui::{self, fonts};
use crate::view::actions::View;
use crate::view::{self, Reading, Settings, Window};

/// The largest side of a texture, in pixels. Nearly every graphics driver allows it, and glyphs that were
/// drawn for another size would be drawn again.
pub(crate) const TEXTURE_SIDE: usize = 16 * 1024;

/// The window as it will be. If it turns out otherwise, its rows are measured again.
#[derive(Clone)]
pub(crate) struct Rehearsal {
    size: Vec2,
    settings: Settings,
    /// The window's own context, so that glyphs and lines are there for its first frame.
    ctx: Context,
    stage: Arc<Mutex<Stage>>,
}

/// What the rehearsal and the window share; whoever locks it has the context.
#[derive(Default)]
struct Stage {
    /// Whether the window has its context.
    is_over: bool,
    /// Textures that the window does not have yet.
    textures: TexturesDelta,
}

impl Rehearsal {
    /// Prepares a window's context; `place` and `settings` are those it will open with.
    pub(crate) fn of(ctx: &Context, place: WindowPlace, settings: Settings) -> Rehearsal {
        ctx.set_fonts(fonts::definitions_with(settings.face));
        ui::system_fonts::allow(ctx);
        ui::right_to_left::allow(ctx);
        // The system makes the window as large as the zoom of its context says, so text of another size
        // needs a context of its own.
        let is_zoomed = (settings.text_size.factor() - 1.0).abs() > f32::EPSILON;
        let ctx = if is_zoomed { zoomed(settings) } else { ctx.clone() };
        Rehearsal { size: Vec2::from(place.size), settings, ctx, stage: Arc::default() }
    }

    /// Draws a briefing's first frame off screen, unless the window is there already.
    pub(crate) fn run(&self, mut reading: Reading) -> Reading {
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
        // One pass is enough: all that is wanted are its measurements.
        let passes =
            self.ctx.options_mut(|options| std::mem::replace(&mut options.max_passes, NonZeroUsize::MIN));
        let mut drawn = self.ctx.run_ui(input, |ui| {
            let _ = view::show(ui, &mut window);
        });
        self.ctx.options_mut(|options| options.max_passes = passes);
        stage.textures.append(std::mem::take(&mut drawn.textures_delta));
        window.reading.expect("a frame takes no briefing away")
    }

    /// Gives the context to the window: waits for a drawing under way, and hands its textures to the
    /// first frame.
    pub(crate) fn end(&self) {
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

/// A context of its own for text of another size.
fn zoomed(settings: Settings) -> Context {
    let ctx = Context::default();
    ctx.set_fonts(fonts::definitions_with(settings.face));
    ctx.set_zoom_factor(settings.text_size.factor());
    ctx
}

impl Drop for Stage {
    // Debug builds of egui panic where textures are dropped that nobody has drawn.
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
        app.documents.open_reading(&mut app.shared, reading);
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
