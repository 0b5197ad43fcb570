//! egui's output without a graphics card: meshes to pixels. It knows nothing of what is drawn.

pub mod headless;
mod raster;
mod texture;

use std::collections::HashMap;

use egui::epaint::textures::TexturesDelta;
use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, Rect, TextureId};
use image::RgbaImage;

use raster::Canvas;
use texture::Texture;

/// Paints what egui tessellated, as the graphics-card backends do: colours multiplied and blended
/// in gamma space, premultiplied. Holds the textures between frames.
#[derive(Default)]
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    freed: Vec<TextureId>,
}

impl Painter {
    /// Takes over new and changed textures, and drops the ones that were freed a frame before:
    /// what is freed with a frame may still be painted in it.
    pub fn update(&mut self, delta: &mut TexturesDelta) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.textures.entry(id).or_default().update(&change);
            }
        }
        self.freed.extend(delta.free.drain());
    }

    /// Paints onto a picture of `size` pixels that is `background` all over.
    #[must_use]
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        size: [u32; 2],
        pixels_per_point: f32,
        background: Color32,
    ) -> RgbaImage {
        let mut canvas = Canvas::new(size, background);
        for primitive in primitives {
            if let Primitive::Mesh(mesh) = &primitive.primitive
                && let Some(texture) = self.textures.get(&mesh.texture_id)
            {
                let clip = in_pixels(primitive.clip_rect, pixels_per_point, size);
                canvas.mesh(mesh, texture, pixels_per_point, clip);
            }
        }
        canvas.into_image()
    }
}

/// The clip in whole pixels `[left, top, right, bottom)`, rounded as the backends round it.
fn in_pixels(clip: Rect, pixels_per_point: f32, [width, height]: [u32; 2]) -> [i32; 4] {
    let pixel = |points: f32, most: u32| ((points * pixels_per_point).round() as i32).clamp(0, most as i32);
    [pixel(clip.min.x, width), pixel(clip.min.y, height), pixel(clip.max.x, width), pixel(clip.max.y, height)]
}
