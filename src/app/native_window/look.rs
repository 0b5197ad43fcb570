//! Applies the look that the person chose: theme, text size, typeface, motion, and the minimum window size.

use egui::{Context, Vec2, ViewportCommand};

use super::NativeWindow;
use crate::ui::{self, fonts};
use crate::view::{self, Window};

impl NativeWindow {
    /// Applies the look that the window's settings ask for, where it is another.
    pub(crate) fn apply_look(&mut self, window: &Window, ctx: &Context) {
        self.set_least_size(ctx);
        let chosen = window.settings;
        let manner = ui::Manner {
            motion: chosen.reduced_motion.may_move(window.system),
            system_frame: chosen.theme == ui::ThemeChoice::System,
        };
        let wanted = (window.theme_name(), chosen.text_size, chosen.face, manner);
        if self.applied == Some(wanted) {
            return;
        }
        ui::apply(ctx, window.colours(), manner);
        ctx.set_zoom_factor(chosen.text_size.factor());
        if std::mem::replace(&mut self.face, chosen.face) != chosen.face {
            ctx.set_fonts(fonts::definitions_with(chosen.face));
            ctx.request_repaint();
        }
        self.applied = Some(wanted);
    }

    /// The minimum size of the window grows with the text, as far as the screen allows.
    fn set_least_size(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        if (self.zoom - zoom).abs() < f32::EPSILON {
            return;
        }
        let screen = ctx.input(|input| input.viewport().monitor_size).unwrap_or(Vec2::INFINITY);
        ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(view::LEAST_WINDOW.min(screen)));
        self.zoom = zoom;
    }
}
