//! A page with nothing but charts, painted by the program's own painter, and the pictures kept of it.

use briefing_reader::ui::{Manner, Theme, ThemeName, apply, fonts};
use egui::{Rect, Ui, UiBuilder, vec2};
use egui_kittest::{Harness, SnapshotOptions};

use crate::support::renderer::CpuRenderer;

/// Points around the charts and between them.
pub const MARGIN: f32 = 20.0;

/// A page of that width, in points, without its margins; `draw` returns how much room is left below.
pub fn page(
    theme: ThemeName,
    width: f32,
    mut draw: impl FnMut(&mut Ui, &'static Theme) -> f32 + 'static,
) -> Harness<'static> {
    let mut harness = Harness::builder()
        .with_size(vec2(width + 2.0 * MARGIN, 400.0))
        .with_render_cursor(false)
        .renderer(CpuRenderer::default())
        .with_context_setup(move |ctx| {
            ctx.set_fonts(fonts::definitions());
            apply(ctx, theme.theme(), Manner::default());
        })
        .build_ui(move |ui| {
            let theme = theme.theme();
            let window = ui.ctx().content_rect();
            ui.painter().with_clip_rect(window).rect_filled(window, 0.0, theme.page);
            let room = Rect::from_min_size(window.min + vec2(MARGIN, MARGIN), vec2(width, 4000.0));
            let mut page = ui.new_child(UiBuilder::new().max_rect(room));
            let below = draw(&mut page, theme);
            let bottom = page.min_rect().bottom() + below;
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::InnerSize(vec2(window.width(), bottom)));
        });
    harness.run_steps(4);
    harness
}

/// Compares it with the picture that is kept.
pub fn keep(mut harness: Harness<'_>, name: &str) {
    harness.snapshot_options(name, &SnapshotOptions::new().threshold(0.05));
}
