//! Follows the system's preferences: dark windows, contrast, reduced motion.

use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;
use mundy::{ColorScheme, Contrast, Interest, Preferences, ReducedMotion, Subscription};

use crate::ui::SystemLook;

/// A line to the system's settings; silent until it is opened.
#[derive(Default)]
pub struct SystemPreferences {
    told: Arc<Mutex<Option<Preferences>>>,
    on_processor: bool,
    /// Cut off when dropped.
    line: Option<Subscription>,
}

impl SystemPreferences {
    /// Opens the line; a change brings a new frame. `on_processor`: no graphics card draws.
    pub fn follow(&mut self, ctx: &Context, on_processor: bool) {
        let (told, ctx) = (Arc::clone(&self.told), ctx.clone());
        let wanted = Interest::ColorScheme | Interest::Contrast | Interest::ReducedMotion;
        self.on_processor = on_processor;
        self.line = Some(Preferences::subscribe(wanted, move |preferences| {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(preferences);
            ctx.request_repaint();
        }));
    }

    /// What is known now. Where the line is silent, what egui knows.
    pub fn look(&self, ctx: &Context) -> SystemLook {
        let told = *self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let by_egui = ctx.system_theme().map(|theme| theme == egui::Theme::Dark);
        let Some(told) = told else { return SystemLook { dark: by_egui, ..SystemLook::default() } };
        SystemLook {
            dark: match told.color_scheme {
                ColorScheme::Dark => Some(true),
                ColorScheme::Light => Some(false),
                ColorScheme::NoPreference => by_egui,
            },
            more_contrast: matches!(told.contrast, Contrast::More | Contrast::Custom),
            motion: told.reduced_motion == ReducedMotion::NoPreference && !self.on_processor,
        }
    }
}
