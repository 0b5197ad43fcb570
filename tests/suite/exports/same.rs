//! Whether two pictures of one drawing, by different hands, show the same.

use image::RgbaImage;

/// How far two pictures are apart once both are softened over a square of 5 pixels: different hands
/// soften edges otherwise, but put the same amount of ink in the same place.
#[derive(Clone, Copy, Debug)]
pub struct Apart {
    /// The mean over all channels, of 255.
    pub mean: f64,
    /// The share of pixels that are more than 24 of 255 off, in percent.
    pub far: f64,
    /// The furthest, of 255.
    pub most: f64,
}

pub fn apart(a: &RgbaImage, b: &RgbaImage) -> Apart {
    assert_eq!(a.dimensions(), b.dimensions(), "the pictures are of one size");
    let (a, b) = (softened(a), softened(b));
    let off: Vec<f64> = a.iter().zip(&b).map(|(a, b)| (a - b).abs()).collect();
    let per_pixel: Vec<f64> = off.chunks(3).map(|of| of.iter().copied().fold(0.0, f64::max)).collect();
    let far = per_pixel.iter().filter(|off| **off > 24.0).count();
    Apart {
        mean: off.iter().sum::<f64>() / off.len() as f64,
        far: 100.0 * far as f64 / per_pixel.len() as f64,
        most: per_pixel.iter().copied().fold(0.0, f64::max),
    }
}

/// How far apart the same drawing by two hands may be. egui makes light words on a dark page a
/// little bolder than others do, so there it is more.
pub struct Bar {
    light: Apart,
    dark: Apart,
}

/// The library that reads SVG for us, and what makes pictures of PDF.
pub const CLOSE: Bar = Bar {
    light: Apart { mean: 0.7, far: 0.05, most: 36.0 },
    dark: Apart { mean: 3.2, far: 3.3, most: 85.0 },
};
/// A browser softens and weighs letters in its own way.
pub const BROWSER: Bar = Bar {
    light: Apart { mean: 1.3, far: 0.7, most: 70.0 },
    dark: Apart { mean: 2.7, far: 3.1, most: 120.0 },
};

impl Bar {
    pub fn hold(&self, name: &str, found: Apart) {
        let dark = name.contains("Ink") || name.contains("Contrast");
        let Apart { mean, far, most } = if dark { self.dark } else { self.light };
        assert!(found.mean < mean && found.far < far && found.most < most, "{name}: {found:?}");
    }
}

/// Reds, greens and blues, each the mean of the square around it.
fn softened(picture: &RgbaImage) -> Vec<f64> {
    const REACH: i64 = 2;
    let (width, height) = (i64::from(picture.width()), i64::from(picture.height()));
    let mut out = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let mut sums = [0.0; 3];
            let mut count = 0.0;
            for v in (y - REACH).max(0)..=(y + REACH).min(height - 1) {
                for u in (x - REACH).max(0)..=(x + REACH).min(width - 1) {
                    let pixel = picture.get_pixel(u as u32, v as u32).0;
                    for (sum, channel) in sums.iter_mut().zip(pixel) {
                        *sum += f64::from(channel);
                    }
                    count += 1.0;
                }
            }
            out.extend(sums.map(|sum| sum / count));
        }
    }
    out
}

#[test]
fn a_word_that_is_moved_by_two_pixels_or_missing_is_seen() {
    let page = |draw: &dyn Fn(u32, u32) -> bool| {
        RgbaImage::from_fn(120, 60, |x, y| image::Rgba(if draw(x, y) { [0, 0, 0, 255] } else { [255; 4] }))
    };
    // Something like a word: upright strokes, 10 high.
    let word = |dx: u32| {
        move |x: u32, y: u32| {
            (20 + dx..60 + dx).contains(&x) && (x - dx).is_multiple_of(4) && (20..30).contains(&y)
        }
    };
    let (there, soft) = (page(&word(0)), page(&word(0)));
    assert!(apart(&there, &soft).most == 0.0);
    assert!(apart(&there, &page(&|_, _| false)).far > 3.0);
    assert!(apart(&there, &page(&word(3))).most > 24.0);
}
