//! The window that the system makes: its look, title, size, position and icon.

mod icon;
mod look;
mod placement;
mod system_preferences;

use egui::{Context, ViewportCommand};

use crate::ui::{Manner, SystemLook, TextFace, ThemeName};
use crate::view::{TextSize, Window};
use placement::SizeRestorer;
use system_preferences::SystemPreferences;

pub use icon::icon;
pub use placement::WindowPlace;

/// What the system's window was last set to, and what the system prefers.
pub(crate) struct NativeWindow {
    preferences: SystemPreferences,
    size_restorer: SizeRestorer,
    /// The look that egui has.
    applied: Option<(ThemeName, TextSize, TextFace, Manner)>,
    /// The typeface that egui has.
    face: TextFace,
    /// The zoom at which the minimum window size was last set.
    zoom: f32,
    title: String,
}

impl NativeWindow {
    /// A window that is yet to be made; `face` is the typeface that egui was prepared with.
    pub(crate) fn new(face: TextFace) -> NativeWindow {
        NativeWindow {
            preferences: SystemPreferences::default(),
            size_restorer: SizeRestorer::default(),
            applied: None,
            face,
            zoom: 1.0,
            title: String::new(),
        }
    }

    /// The system has made the window. `draws_on_processor`: no graphics card draws it.
    pub(crate) fn settle_in(
        &mut self,
        context: &eframe::CreationContext<'_>,
        place: WindowPlace,
        draws_on_processor: bool,
    ) {
        placement::bring_onto_screen(context);
        self.size_restorer = SizeRestorer::to(place);
        self.preferences.follow(&context.egui_ctx, draws_on_processor);
    }

    /// What the system prefers now.
    pub(crate) fn system_look(&self, ctx: &Context) -> SystemLook {
        self.preferences.look(ctx)
    }

    /// Restores the window's size. Returns whether that is done, so that what the system says of the size
    /// is true.
    pub(crate) fn restore_size(&mut self, ctx: &Context) -> bool {
        self.size_restorer.step(ctx)
    }

    /// Gives the window the title of what it shows.
    pub(crate) fn set_title(&mut self, window: &Window, ctx: &Context) {
        let title = window.title();
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
