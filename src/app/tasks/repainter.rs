//! Redraws the window from other threads.

use std::sync::{Arc, OnceLock};

use egui::Context;

/// Redraws the window when work has a result. Work may start before there is a window.
#[derive(Clone, Default)]
pub(crate) struct Repainter(Arc<OnceLock<Context>>);

impl Repainter {
    /// Sets the window to redraw; the first one stays.
    pub(crate) fn attach(&self, ctx: &Context) {
        let _ = self.0.set(ctx.clone());
    }

    /// Redraws the window, if there is one.
    pub(crate) fn repaint(&self) {
        if let Some(ctx) = self.0.get() {
            ctx.request_repaint();
        }
    }
}
