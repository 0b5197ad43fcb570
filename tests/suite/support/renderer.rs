//! The program's own painter, as `egui_kittest` wants a renderer: pictures without a driver.

use briefing_reader::paint::Painter;
use egui_kittest::TestRenderer;

/// Paints a harness on the processor.
#[derive(Default)]
pub struct CpuRenderer(Painter);

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.0.update_textures(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let size = [size.x.round() as u32, size.y.round() as u32];
        Ok(self.0.paint(&primitives, size, scale, egui::Color32::BLACK))
    }
}
