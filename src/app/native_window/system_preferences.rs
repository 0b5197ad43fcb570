//! Follows the system's preferences: dark windows, contrast, reduced motion.

use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;
use mundy::{ColorScheme, Contrast, Interest, Preferences, ReducedMotion, Subscription};

use crate::ui::SystemLook;

/// The system's preferences, once they are followed.
#[derive(Default)]
pub(crate) struct SystemPreferences {
    /// What the system said last.
    latest: Arc<Mutex<Option<Preferences>>>,
    /// Whether no graphics card draws the window.
    on_processor: bool,
    /// Ends when it is dropped.
    subscription: Option<Subscription>,
}

impl SystemPreferences {
    /// Follows the system's preferences; a change redraws the window. `on_processor`: no graphics card draws
    /// it.
    pub(crate) fn follow(&mut self, ctx: &Context, on_processor: bool) {
        let (latest, ctx) = (Arc::clone(&self.latest), ctx.clone());
        let wanted = Interest::ColorScheme | Interest::Contrast | Interest::ReducedMotion;
        self.on_processor = on_processor;
        self.subscription = Some(Preferences::subscribe(wanted, move |preferences| {
            *latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(preferences);
            ctx.request_repaint();
        }));
    }

    /// What the system prefers now; what it has not said, egui may know.
    pub(crate) fn look(&self, ctx: &Context) -> SystemLook {
        let latest = *self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let by_egui = ctx.system_theme().map(|theme| theme == egui::Theme::Dark);
        let Some(latest) = latest else { return SystemLook { dark: by_egui, ..SystemLook::default() } };
        SystemLook {
            dark: match latest.color_scheme {
                ColorScheme::Dark => Some(true),
                ColorScheme::Light => Some(false),
                ColorScheme::NoPreference => by_egui,
            },
            more_contrast: matches!(latest.contrast, Contrast::More | Contrast::Custom),
            motion: latest.reduced_motion == ReducedMotion::NoPreference && !self.on_processor,
        }
    }
}
