//! egui's output without a graphics card: meshes to pixels, shapes to vectors. It knows nothing of what is drawn.

pub mod headless;
mod raster;
pub mod stage;
pub mod svg;
mod texture;

use std::collections::{HashMap, HashSet};

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
    /// Freed by a frame that may still be painted; they go when the next one comes.
    leaving: HashSet<TextureId>,
}

impl Painter {
    /// Takes over a frame's new, changed and freed textures and leaves `delta` empty, which egui
    /// insists on. Call once for every frame, also for those that are not painted.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        for id in self.leaving.drain() {
            self.textures.remove(&id);
        }
        for (id, changes) in delta.set.drain() {
            let texture = self.textures.entry(id).or_default();
            for change in &changes {
                texture.update(change);
            }
        }
        self.leaving.extend(delta.free.drain());
    }

    /// Paints onto a picture of `size` pixels that is `background` all over. Paint callbacks are
    /// left out: they are made for a graphics card.
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

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::textures::TextureOptions;
    use egui::epaint::{ImageDelta, Mesh, WHITE_UV};
    use egui::{ColorImage, Pos2, pos2, vec2};

    const TEXTURE: TextureId = TextureId::User(7);

    fn white_texture() -> TexturesDelta {
        let mut delta = TexturesDelta::default();
        delta.push(
            TEXTURE,
            ImageDelta::full(ColorImage::filled([1, 1], Color32::WHITE), TextureOptions::LINEAR),
        );
        delta
    }

    /// A red square from (0, 0) to (8, 8), seen through a clip.
    fn square(clip: Rect) -> ClippedPrimitive {
        let mut mesh = Mesh::with_texture(TEXTURE);
        mesh.add_rect_with_uv(
            Rect::from_min_size(Pos2::ZERO, vec2(8.0, 8.0)),
            Rect::from_min_max(WHITE_UV, WHITE_UV),
            Color32::RED,
        );
        ClippedPrimitive { clip_rect: clip, primitive: Primitive::Mesh(mesh) }
    }

    fn red_pixels(image: &RgbaImage) -> usize {
        image.pixels().filter(|pixel| pixel.0 == [255, 0, 0, 255]).count()
    }

    #[test]
    fn clips_are_rounded_to_whole_pixels_of_the_picture() {
        let mut painter = Painter::default();
        painter.update_textures(&mut white_texture());
        let clip = Rect::from_min_max(pos2(-3.0, 1.3), pos2(2.24, 2.3));
        // Twice as many pixels as points: 0 to 4.48 across and 2.6 to 4.6 down.
        let image = painter.paint(&[square(clip)], [16, 16], 2.0, Color32::BLACK);
        assert_eq!(red_pixels(&image), 4 * 2);
        assert_eq!(image.get_pixel(3, 3).0, [255, 0, 0, 255]);
        assert_eq!(image.get_pixel(4, 3).0, [0, 0, 0, 255]);
        assert_eq!(image.get_pixel(3, 2).0, [0, 0, 0, 255]);
    }

    #[test]
    fn a_freed_texture_is_there_for_its_last_frame_and_gone_after_it() {
        let mut painter = Painter::default();
        let mut delta = white_texture();
        delta.free(TEXTURE);
        painter.update_textures(&mut delta);
        assert!(delta.is_empty());
        let frame = [square(Rect::EVERYTHING)];
        assert_eq!(red_pixels(&painter.paint(&frame, [8, 8], 1.0, Color32::BLACK)), 64);
        painter.update_textures(&mut TexturesDelta::default());
        assert_eq!(red_pixels(&painter.paint(&frame, [8, 8], 1.0, Color32::BLACK)), 0);
    }
}
