//! Triangles to pixels.

use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Pos2};
use image::{Rgba, RgbaImage};

use super::texture::{Texture, channels};

/// A picture that is being painted.
pub struct Canvas {
    image: RgbaImage,
}

/// Parts of a pixel that corners are rounded to, so that two triangles that share an edge agree
/// on it exactly.
const PARTS: f32 = 256.0;

impl Canvas {
    /// One colour all over.
    pub fn new([width, height]: [u32; 2], background: Color32) -> Canvas {
        Canvas { image: RgbaImage::from_pixel(width, height, Rgba(background.to_array())) }
    }

    /// The finished picture.
    pub fn into_image(self) -> RgbaImage {
        self.image
    }

    /// Paints a mesh inside a clip of whole pixels.
    pub fn mesh(&mut self, mesh: &Mesh, texture: &Texture, pixels_per_point: f32, clip: [i32; 4]) {
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [corners[0], corners[1], corners[2]].map(|index| &mesh.vertices[index as usize]);
            self.triangle(corners, texture, pixels_per_point, clip);
        }
    }

    fn triangle(&mut self, corners: [&Vertex; 3], texture: &Texture, pixels_per_point: f32, clip: [i32; 4]) {
        let mut points = corners.map(|corner| fixed(corner.pos, pixels_per_point));
        let mut corners = corners;
        let mut area = edge(points[0], points[1], points[2]);
        if area == 0 {
            return;
        }
        if area < 0 {
            points.swap(1, 2);
            corners.swap(1, 2);
            area = -area;
        }
        let colors = corners.map(|corner| channels(corner.color));
        let same_color = corners[0].color == corners[1].color && corners[0].color == corners[2].color;
        let same_place = corners[0].uv == corners[1].uv && corners[0].uv == corners[2].uv;
        let fixed_texel = same_place.then(|| texture.sample(corners[0].uv.x, corners[0].uv.y));

        let [left, top, right, bottom] = bounds(&points, clip);
        for y in top..bottom {
            for x in left..right {
                let centre = [x64(x), x64(y)];
                let weights = [
                    edge(points[1], points[2], centre),
                    edge(points[2], points[0], centre),
                    edge(points[0], points[1], centre),
                ];
                let inside = (0..3).all(|side| {
                    let (from, to) = (points[(side + 1) % 3], points[(side + 2) % 3]);
                    weights[side] > 0 || weights[side] == 0 && is_top_or_left(from, to)
                });
                if !inside {
                    continue;
                }
                let share = weights.map(|weight| weight as f32 / area as f32);
                let color = if same_color { colors[0] } else { mix(&colors, share) };
                let texel = fixed_texel.unwrap_or_else(|| {
                    let u =
                        share[0] * corners[0].uv.x + share[1] * corners[1].uv.x + share[2] * corners[2].uv.x;
                    let v =
                        share[0] * corners[0].uv.y + share[1] * corners[1].uv.y + share[2] * corners[2].uv.y;
                    texture.sample(u, v)
                });
                self.blend(x as u32, y as u32, std::array::from_fn(|i| color[i] * texel[i] / 255.0));
            }
        }
    }

    /// Premultiplied source over what is there, in gamma space.
    fn blend(&mut self, x: u32, y: u32, source: [f32; 4]) {
        let behind = &mut self.image.get_pixel_mut(x, y).0;
        let rest = 1.0 - source[3] / 255.0;
        for (channel, source) in behind.iter_mut().zip(source) {
            *channel = (source + f32::from(*channel) * rest + 0.5).clamp(0.0, 255.0) as u8;
        }
    }
}

fn fixed(point: Pos2, pixels_per_point: f32) -> [i64; 2] {
    let part =
        |points: f32| (f64::from(points) * f64::from(pixels_per_point) * f64::from(PARTS)).round() as i64;
    [part(point.x), part(point.y)]
}

/// The middle of a pixel, in parts.
fn x64(pixel: i32) -> i64 {
    i64::from(pixel) * PARTS as i64 + PARTS as i64 / 2
}

/// Twice the area of the triangle a, b, c; positive where c stands clockwise of a → b, y down.
fn edge(a: [i64; 2], b: [i64; 2], c: [i64; 2]) -> i64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// A pixel right on an edge belongs to the triangle whose top or left edge it is, so that shared
/// edges are painted once.
fn is_top_or_left(from: [i64; 2], to: [i64; 2]) -> bool {
    let up = to[1] < from[1];
    let level_to_the_right = to[1] == from[1] && to[0] > from[0];
    up || level_to_the_right
}

fn bounds(points: &[[i64; 2]; 3], [left, top, right, bottom]: [i32; 4]) -> [i32; 4] {
    let span = |axis: usize| {
        let least = points.iter().map(|point| point[axis]).min().expect("three points");
        let most = points.iter().map(|point| point[axis]).max().expect("three points");
        let pixel = |parts: i64| parts.div_euclid(PARTS as i64).clamp(-1, i64::from(i32::MAX) - 1) as i32;
        (pixel(least), pixel(most) + 1)
    };
    let ((x0, x1), (y0, y1)) = (span(0), span(1));
    [x0.max(left), y0.max(top), x1.min(right), y1.min(bottom)]
}

fn mix(colors: &[[f32; 4]; 3], share: [f32; 3]) -> [f32; 4] {
    std::array::from_fn(|i| colors[0][i] * share[0] + colors[1][i] * share[1] + colors[2][i] * share[2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::{ImageDelta, TextureId, WHITE_UV};
    use egui::{ColorImage, Rect, TextureOptions, pos2};

    const ALL: [i32; 4] = [0, 0, 8, 8];

    fn white() -> Texture {
        let mut texture = Texture::default();
        texture.update(&ImageDelta::full(ColorImage::filled([1, 1], Color32::WHITE), TextureOptions::LINEAR));
        texture
    }

    fn rect(from: (f32, f32), to: (f32, f32), color: Color32) -> Mesh {
        let mut mesh = Mesh::with_texture(TextureId::default());
        mesh.add_rect_with_uv(
            Rect::from_min_max(pos2(from.0, from.1), pos2(to.0, to.1)),
            Rect::from_min_max(WHITE_UV, WHITE_UV),
            color,
        );
        mesh
    }

    fn sampled(texture: &Texture, u: f32, v: f32) -> [u8; 4] {
        texture.sample(u, v).map(|channel| channel.round() as u8)
    }

    fn painted(mesh: &Mesh, clip: [i32; 4]) -> RgbaImage {
        let mut canvas = Canvas::new([8, 8], Color32::BLACK);
        canvas.mesh(mesh, &white(), 1.0, clip);
        canvas.into_image()
    }

    fn count(image: &RgbaImage, color: [u8; 4]) -> usize {
        image.pixels().filter(|pixel| pixel.0 == color).count()
    }

    #[test]
    fn a_square_covers_its_pixels_and_no_others() {
        let image = painted(&rect((2.0, 2.0), (5.0, 6.0), Color32::RED), ALL);
        assert_eq!(count(&image, [255, 0, 0, 255]), 12);
        assert_eq!(image.get_pixel(2, 2).0, [255, 0, 0, 255]);
        assert_eq!(image.get_pixel(5, 2).0, [0, 0, 0, 255]);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a colour to test blending with")]
    fn a_half_transparent_square_is_painted_once_along_its_diagonal() {
        let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        let image = painted(&rect((0.0, 0.0), (8.0, 8.0), half), ALL);
        assert_eq!(count(&image, [128, 0, 0, 255]), 64);
    }

    #[test]
    fn nothing_is_painted_outside_the_clip() {
        let image = painted(&rect((0.0, 0.0), (8.0, 8.0), Color32::RED), [1, 1, 3, 4]);
        assert_eq!(count(&image, [255, 0, 0, 255]), 6);
    }

    #[test]
    fn a_texture_is_sampled_between_its_pixels() {
        let mut texture = Texture::default();
        let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]);
        texture.update(&ImageDelta::full(image, TextureOptions::LINEAR));
        assert_eq!(sampled(&texture, 0.5, 0.5), [128, 128, 128, 255]);
        assert_eq!(sampled(&texture, 0.0, 0.5), [0, 0, 0, 255]);
    }

    #[test]
    fn a_part_of_a_texture_can_be_replaced() {
        let mut texture = white();
        texture
            .update(&ImageDelta::full(ColorImage::filled([2, 2], Color32::BLACK), TextureOptions::NEAREST));
        texture.update(&ImageDelta::partial(
            [1, 1],
            ColorImage::filled([1, 1], Color32::RED),
            TextureOptions::NEAREST,
        ));
        assert_eq!(sampled(&texture, 0.75, 0.75), [255, 0, 0, 255]);
        assert_eq!(sampled(&texture, 0.25, 0.75), [0, 0, 0, 255]);
    }
}
