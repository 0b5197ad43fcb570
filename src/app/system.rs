//! What the person asked of the whole system, followed while the program runs.

use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;
use mundy::{ColorScheme, Contrast, Interest, Preferences, ReducedMotion, Subscription};

use crate::ui::SystemLook;

/// A line to the system's settings; silent until it is opened.
#[derive(Default)]
pub struct System {
    told: Arc<Mutex<Option<Preferences>>>,
    on_processor: bool,
    /// Cut off when dropped.
    line: Option<Subscription>,
}

impl System {
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
