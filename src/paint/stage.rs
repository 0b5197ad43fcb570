//! A drawing laid out once, without a window: as wide as asked for, as high as it needs. From it
//! come pixels and vectors, so that both show the same.

use std::time::Duration;

use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{
    Color32, Context, Galley, Pos2, RawInput, Rect, Shape, Ui, UiBuilder, Vec2, ViewportId, pos2, vec2,
};
use image::RgbaImage;

use super::Painter;

/// Where drawings are laid out, one after another; the faces are prepared once.
pub struct Stage {
    ctx: Context,
    painter: Painter,
    frames: u32,
}

/// A part of a drawing that has a name: what a screen reader would call an item of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Where it stands, in points.
    pub rect: Rect,
    /// Its name.
    pub name: String,
}

/// A drawing that is laid out.
pub struct Laid {
    /// In points, margins included.
    pub size: Vec2,
    /// Pixels for one point, to which lines and text are aligned.
    pub pixels_per_point: f32,
    /// From the back to the front.
    pub shapes: Vec<ClippedShape>,
    /// Its parts.
    pub named: Vec<Named>,
}

/// Drawings are at most this high, in points.
const HIGHEST: f32 = 50_000.0;
/// Frames that are drawn at most before the drawing is taken as it is.
const MOST_FRAMES: usize = 60;

impl Stage {
    /// `prepare` sets faces and style.
    pub fn new(prepare: impl FnOnce(&Context)) -> Stage {
        let ctx = Context::default();
        prepare(&ctx);
        ctx.enable_accesskit();
        Stage { ctx, painter: Painter::default(), frames: 0 }
    }

    /// Prepares it further.
    pub fn prepare(&self, prepare: impl FnOnce(&Context)) {
        prepare(&self.ctx);
    }

    /// Lays out `draw` over `width` points, `margin` at every side included.
    pub fn lay(
        &mut self,
        width: f32,
        margin: f32,
        pixels_per_point: f32,
        mut draw: impl FnMut(&mut Ui),
    ) -> Laid {
        let room = Rect::from_min_max(pos2(margin, margin), pos2(width - margin, HIGHEST));
        let mut bottom = 0.0;
        let mut output = egui::FullOutput::default();
        // Nothing of an earlier drawing is pointed at, unfolded or scrolled.
        self.ctx.memory_mut(|memory| memory.data.clear());
        for _ in 0..MOST_FRAMES {
            let input = self.input(vec2(width, HIGHEST), pixels_per_point);
            output = self.ctx.run_ui(input, |ui| {
                let mut page = ui.new_child(UiBuilder::new().max_rect(room).id_salt("drawing"));
                draw(&mut page);
                bottom = page.min_rect().bottom();
            });
            self.painter.update_textures(&mut output.textures_delta);
            if output.viewport_output.values().all(|viewport| viewport.repaint_delay > Duration::ZERO) {
                break;
            }
        }
        let named = output.platform_output.accesskit_update.as_ref().map(named).unwrap_or_default();
        let height = (bottom + margin).clamp(1.0, HIGHEST).ceil();
        Laid { size: vec2(width, height), pixels_per_point, shapes: output.shapes, named }
    }

    /// The last drawing that was laid out here, in pixels.
    #[must_use]
    pub fn pixels(&self, laid: &Laid, background: Color32) -> RgbaImage {
        let primitives = self.ctx.tessellate(laid.shapes.clone(), laid.pixels_per_point);
        let size = (laid.size * laid.pixels_per_point).round();
        self.painter.paint(&primitives, [size.x as u32, size.y as u32], laid.pixels_per_point, background)
    }

    /// Goes through the texts of a drawing, each piece that is set in one face with what tells whether no face
    /// has a letter.
    pub fn look_through(&self, laid: &Laid, mut look: impl FnMut(&str, &dyn Fn(char) -> bool)) {
        fn texts<'s>(shape: &'s Shape, found: &mut Vec<&'s Galley>) {
            match shape {
                Shape::Vec(inside) => inside.iter().for_each(|shape| texts(shape, found)),
                Shape::Text(text) => found.push(&text.galley),
                _ => {}
            }
        }
        let mut galleys = Vec::new();
        laid.shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut galleys));
        for job in galleys.iter().map(|galley| &galley.job).filter(|job| !job.text.is_ascii()) {
            for section in &job.sections {
                let face = &section.format.font_id;
                let is_lacking = |letter| !self.ctx.fonts_mut(|fonts| fonts.has_glyph(face, letter));
                look(&job.text[section.byte_range.start.0..section.byte_range.end.0], &is_lacking);
            }
        }
    }

    fn input(&mut self, size: Vec2, pixels_per_point: f32) -> RawInput {
        self.frames += 1;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(f64::from(self.frames) / 60.0),
            ..RawInput::default()
        };
        let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
        viewport.native_pixels_per_point = Some(pixels_per_point);
        input
    }
}

/// The items of lists: bars, marks, parts of a bar. From the top, and from the left.
fn named(update: &egui::accesskit::TreeUpdate) -> Vec<Named> {
    let items = update.nodes.iter().filter(|(_, node)| node.role() == Role::ListItem);
    let mut named: Vec<Named> = items
        .filter_map(|(_, node)| {
            let (name, bounds) = (node.label()?, node.bounds()?);
            let corner = |x: f64, y: f64| pos2(x as f32, y as f32);
            let rect = Rect::from_min_max(corner(bounds.x0, bounds.y0), corner(bounds.x1, bounds.y1));
            Some(Named { rect, name: name.to_owned() })
        })
        .collect();
    named.sort_by(|a, b| {
        let [a, b] = [a.rect.min, b.rect.min];
        a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x))
    });
    named
}
