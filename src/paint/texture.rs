//! A texture and how it is sampled.

use egui::epaint::ImageDelta;
use egui::{Color32, ImageData, TextureFilter, TextureOptions, TextureWrapMode};

/// Pixels, premultiplied.
#[derive(Default)]
pub struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
    options: TextureOptions,
}

/// Parts of a texel that a place between texels is rounded to, as graphics cards round it. Text
/// at its own size thus meets its texels exactly.
const PARTS: f32 = 256.0;

impl Texture {
    /// Replaces the texture, or a part of it.
    pub fn update(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        self.options = delta.options;
        match delta.pos {
            None => {
                self.size = image.size;
                self.pixels.clone_from(&image.pixels);
            }
            Some([left, top]) => {
                for (row, pixels) in image.pixels.chunks(image.size[0].max(1)).enumerate() {
                    let start = (top + row) * self.size[0] + left;
                    if let Some(target) = self.pixels.get_mut(start..start + pixels.len()) {
                        target.copy_from_slice(pixels);
                    }
                }
            }
        }
    }

    /// The colour at `u`, `v` (0–1 over the texture), each channel 0–255.
    pub fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let [width, height] = self.size;
        if width == 0 || height == 0 {
            return [0.0; 4];
        }
        let (x, y) = (u * width as f32, v * height as f32);
        // Pictures that are shown smaller follow the filter for larger ones: egui's own options
        // never tell the two apart.
        if self.options.magnification == TextureFilter::Nearest {
            return channels(self.at(x.floor() as isize, y.floor() as isize));
        }
        let (left, across) = texel(x);
        let (top, down) = texel(y);
        if across == 0.0 && down == 0.0 {
            return channels(self.at(left, top));
        }
        let corner = |dx, dy| channels(self.at(left + dx, top + dy));
        let upper = mixed(corner(0, 0), corner(1, 0), across);
        let lower = mixed(corner(0, 1), corner(1, 1), across);
        mixed(upper, lower, down)
    }

    fn at(&self, x: isize, y: isize) -> Color32 {
        let [width, height] = self.size;
        let wrap = self.options.wrap_mode;
        self.pixels[wrapped(y, height, wrap) * width + wrapped(x, width, wrap)]
    }
}

/// The texel whose middle is at or before a place, and how far on the place is (0–1).
fn texel(place: f32) -> (isize, f32) {
    let parts = ((place - 0.5) * PARTS).round();
    let texel = (parts / PARTS).floor();
    (texel as isize, parts / PARTS - texel)
}

/// A colour part of the way from one to another.
fn mixed(from: [f32; 4], to: [f32; 4], part: f32) -> [f32; 4] {
    std::array::from_fn(|i| from[i] + (to[i] - from[i]) * part)
}

/// A texel of the texture for one that may be outside.
fn wrapped(texel: isize, size: usize, mode: TextureWrapMode) -> usize {
    let size = size as isize;
    let inside = match mode {
        TextureWrapMode::ClampToEdge => texel.clamp(0, size - 1),
        TextureWrapMode::Repeat => texel.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let there_and_back = texel.rem_euclid(2 * size);
            there_and_back.min(2 * size - 1 - there_and_back)
        }
    };
    inside as usize
}

/// The four channels as numbers.
pub fn channels(color: Color32) -> [f32; 4] {
    color.to_array().map(f32::from)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "whole numbers and halves are exact")]
mod tests {
    use super::*;
    use egui::ColorImage;

    const BLACK: [f32; 4] = [0.0, 0.0, 0.0, 255.0];
    const WHITE: [f32; 4] = [255.0; 4];

    /// Two texels: black, white.
    fn pair(options: TextureOptions) -> Texture {
        let mut texture = Texture::default();
        texture.update(&ImageDelta::full(
            ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]),
            options,
        ));
        texture
    }

    #[test]
    fn a_linear_texture_is_mixed_between_its_texels() {
        let texture = pair(TextureOptions::LINEAR);
        assert_eq!(texture.sample(0.25, 0.5), BLACK);
        assert_eq!(texture.sample(0.5, 0.5), [127.5, 127.5, 127.5, 255.0]);
        assert_eq!(texture.sample(0.75, 0.5), WHITE);
    }

    #[test]
    fn a_nearest_texture_is_never_mixed() {
        let texture = pair(TextureOptions::NEAREST);
        assert_eq!(texture.sample(0.49, 0.5), BLACK);
        assert_eq!(texture.sample(0.51, 0.5), WHITE);
    }

    #[test]
    fn beyond_its_edge_a_texture_is_stretched_repeated_or_mirrored() {
        for (wrap_mode, after, further) in [
            (TextureWrapMode::ClampToEdge, WHITE, WHITE),
            (TextureWrapMode::Repeat, BLACK, WHITE),
            (TextureWrapMode::MirroredRepeat, WHITE, BLACK),
        ] {
            let texture = pair(TextureOptions { wrap_mode, ..TextureOptions::NEAREST });
            assert_eq!(texture.sample(1.25, 0.5), after, "{wrap_mode:?}");
            assert_eq!(texture.sample(1.75, 0.5), further, "{wrap_mode:?}");
        }
    }

    #[test]
    fn a_part_of_a_texture_can_be_replaced() {
        let mut texture = Texture::default();
        texture
            .update(&ImageDelta::full(ColorImage::filled([2, 2], Color32::BLACK), TextureOptions::NEAREST));
        texture.update(&ImageDelta::partial(
            [1, 1],
            ColorImage::filled([1, 1], Color32::WHITE),
            TextureOptions::NEAREST,
        ));
        assert_eq!(texture.sample(0.75, 0.75), WHITE);
        assert_eq!(texture.sample(0.25, 0.75), BLACK);
    }

    #[test]
    fn a_texture_without_texels_is_clear() {
        assert_eq!(Texture::default().sample(0.5, 0.5), [0.0; 4]);
    }
}
