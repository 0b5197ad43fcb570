//! A texture and how it is sampled.

use egui::epaint::ImageDelta;
use egui::{Color32, ImageData, TextureFilter};

/// Pixels, premultiplied.
#[derive(Default)]
pub struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
    nearest: bool,
}

impl Texture {
    /// Replaces the texture, or a part of it.
    pub fn update(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        self.nearest = delta.options.magnification == TextureFilter::Nearest;
        match delta.pos {
            None => {
                self.size = image.size;
                self.pixels.clone_from(&image.pixels);
            }
            Some([left, top]) => {
                for (row, pixels) in image.pixels.chunks(image.size[0]).enumerate() {
                    let start = (top + row) * self.size[0] + left;
                    self.pixels[start..start + pixels.len()].copy_from_slice(pixels);
                }
            }
        }
    }

    /// The colour at `u`, `v` (0–1 over the texture), each channel 0–255.
    pub fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let [width, height] = self.size;
        let (x, y) = (u * width as f32, v * height as f32);
        if self.nearest {
            return channels(self.at(x.floor() as isize, y.floor() as isize));
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (fx, fy) = (x - left, y - top);
        let (left, top) = (left as isize, top as isize);
        let corner = |dx, dy| channels(self.at(left + dx, top + dy));
        let (a, b, c, d) = (corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1));
        std::array::from_fn(|i| {
            let upper = a[i] + (b[i] - a[i]) * fx;
            let lower = c[i] + (d[i] - c[i]) * fx;
            upper + (lower - upper) * fy
        })
    }

    fn at(&self, x: isize, y: isize) -> Color32 {
        let [width, height] = self.size;
        let x = x.clamp(0, width as isize - 1) as usize;
        let y = y.clamp(0, height as isize - 1) as usize;
        self.pixels[y * width + x]
    }
}

/// The four channels as numbers.
pub fn channels(color: Color32) -> [f32; 4] {
    color.to_array().map(f32::from)
}
