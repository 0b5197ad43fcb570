//! Triangles to pixels, a row at a time.

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
const PARTS: i64 = 256;

/// Corners further out, in parts, are drawn in to here: the sums below stay far from overflow.
const FARTHEST: f64 = (1_i64 << 29) as f64;

impl Canvas {
    /// One colour all over.
    pub fn new([width, height]: [u32; 2], background: Color32) -> Canvas {
        Canvas { image: RgbaImage::from_pixel(width, height, Rgba(background.to_array())) }
    }

    /// The finished picture.
    pub fn into_image(self) -> RgbaImage {
        self.image
    }

    /// Paints a mesh inside a clip of whole pixels, `[left, top, right, bottom)`.
    pub fn mesh(&mut self, mesh: &Mesh, texture: &Texture, pixels_per_point: f32, clip: [i32; 4]) {
        for corners in mesh.indices.as_chunks::<3>().0 {
            let corners = corners.map(|index| &mesh.vertices[index as usize]);
            if let Some(triangle) = Triangle::new(corners, pixels_per_point) {
                self.triangle(&triangle, texture, clip);
            }
        }
    }

    fn triangle(&mut self, triangle: &Triangle<'_>, texture: &Texture, clip: [i32; 4]) {
        let [first, second, third] = triangle.corners;
        let one_color = first.color == second.color && second.color == third.color;
        let one_texel = first.uv == second.uv && second.uv == third.uv;
        let flat = (one_color && one_texel)
            .then(|| product(channels(first.color), texture.sample(first.uv.x, first.uv.y)));

        let [left, top, right, bottom] = triangle.bounds(clip);
        for y in top..bottom {
            let Some((from, to)) = triangle.row(y, left, right) else { continue };
            let start = (y as usize * self.image.width() as usize + from as usize) * 4;
            let end = start + (to - from) as usize * 4;
            let channels: &mut [u8] = &mut self.image;
            let row = channels[start..end].as_chunks_mut::<4>().0;
            match flat {
                Some([r, g, b, 255.0]) => row.fill([rounded(r), rounded(g), rounded(b), 255]),
                Some(source) => row.iter_mut().for_each(|pixel| blend(pixel, source)),
                None => {
                    let (first, step) = (triangle.at(from, y), triangle.step());
                    for (index, pixel) in row.iter_mut().enumerate() {
                        let here: [f32; 6] = std::array::from_fn(|i| first[i] + step[i] * index as f32);
                        let color = [here[0], here[1], here[2], here[3]];
                        blend(pixel, product(color, texture.sample(here[4], here[5])));
                    }
                }
            }
        }
    }
}

/// The vertex's colour times the texture's, channels 0–255.
fn product(color: [f32; 4], texel: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|i| color[i] * texel[i] / 255.0)
}

/// A premultiplied source over what is there, in gamma space.
fn blend(behind: &mut [u8; 4], source: [f32; 4]) {
    if source.iter().all(|channel| *channel <= 0.0) {
        return;
    }
    let rest = 1.0 - source[3] / 255.0;
    for (channel, source) in behind.iter_mut().zip(source) {
        *channel = rounded(source + f32::from(*channel) * rest);
    }
}

fn rounded(channel: f32) -> u8 {
    // A cast from float clamps.
    (channel + 0.5) as u8
}

/// Three corners clockwise on the screen, with room inside.
struct Triangle<'a> {
    corners: [&'a Vertex; 3],
    points: [[i64; 2]; 3],
    /// Twice the area, in square parts.
    area: i64,
}

impl<'a> Triangle<'a> {
    fn new(mut corners: [&'a Vertex; 3], pixels_per_point: f32) -> Option<Triangle<'a>> {
        let mut points = corners.map(|corner| in_parts(corner.pos, pixels_per_point));
        let mut area = edge(points[0], points[1], points[2]);
        if area < 0 {
            corners.swap(1, 2);
            points.swap(1, 2);
            area = -area;
        }
        (area > 0).then_some(Triangle { corners, points, area })
    }

    /// The pixels that the triangle can touch inside a clip, `[left, top, right, bottom)`.
    fn bounds(&self, [left, top, right, bottom]: [i32; 4]) -> [i32; 4] {
        let [xs, ys] = [0, 1].map(|axis| self.points.map(|point| point[axis].div_euclid(PARTS) as i32));
        let least = |values: [i32; 3]| values.into_iter().fold(i32::MAX, i32::min);
        let most = |values: [i32; 3]| values.into_iter().fold(i32::MIN, i32::max);
        [left.max(least(xs)), top.max(least(ys)), right.min(most(xs) + 1), bottom.min(most(ys) + 1)]
    }

    /// The edge opposite to a corner.
    fn side(&self, corner: usize) -> ([i64; 2], [i64; 2]) {
        (self.points[(corner + 1) % 3], self.points[(corner + 2) % 3])
    }

    /// The pixels from `left` to `right` in row `y` whose middle is inside, `from..to`.
    fn row(&self, y: i32, left: i32, right: i32) -> Option<(i32, i32)> {
        let (mut from, mut to) = (i64::from(left), i64::from(right));
        for corner in 0..3 {
            let (a, b) = self.side(corner);
            // The middles on an edge belong to the triangle whose top or left edge it is, so that
            // shared edges are painted once.
            let needed = i64::from(!is_top_or_left(a, b));
            let missing = needed - edge(a, b, middle(left, y));
            // What one pixel to the right adds.
            let step = (a[1] - b[1]) * PARTS;
            match step {
                0 if missing > 0 => return None,
                0 => {}
                // The first pixel that has what is missing, or the last that still has it.
                1.. => from = from.max(i64::from(left) - (-missing).div_euclid(step)),
                _ => to = to.min(i64::from(left) + (-missing).div_euclid(-step) + 1),
            }
        }
        (from < to).then_some((from as i32, to as i32))
    }

    /// Colour and place in the texture in the middle of a pixel.
    fn at(&self, x: i32, y: i32) -> [f32; 6] {
        self.mixed(|a, b| edge(a, b, middle(x, y)))
    }

    /// What they change by from one pixel to the next.
    fn step(&self) -> [f32; 6] {
        self.mixed(|a, b| (a[1] - b[1]) * PARTS)
    }

    /// The corners' colours and places in the texture, each as much as the edge opposite to it
    /// weighs.
    fn mixed(&self, weight: impl Fn([i64; 2], [i64; 2]) -> i64) -> [f32; 6] {
        let mut sum = [0.0; 6];
        for (index, corner) in self.corners.iter().enumerate() {
            let (a, b) = self.side(index);
            let share = (weight(a, b) as f64 / self.area as f64) as f32;
            let [r, g, b, a] = channels(corner.color);
            for (sum, value) in sum.iter_mut().zip([r, g, b, a, corner.uv.x, corner.uv.y]) {
                *sum += share * value;
            }
        }
        sum
    }
}

fn in_parts(point: Pos2, pixels_per_point: f32) -> [i64; 2] {
    [point.x, point.y].map(|points| {
        let parts = f64::from(points) * f64::from(pixels_per_point) * PARTS as f64;
        parts.round().clamp(-FARTHEST, FARTHEST) as i64
    })
}

/// The middle of a pixel, in parts.
fn middle(x: i32, y: i32) -> [i64; 2] {
    [x, y].map(|pixel| i64::from(pixel) * PARTS + PARTS / 2)
}

/// Twice the area of the triangle a, b, c; positive where c stands clockwise of a → b, y down.
fn edge(a: [i64; 2], b: [i64; 2], c: [i64; 2]) -> i64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

fn is_top_or_left(from: [i64; 2], to: [i64; 2]) -> bool {
    let up = to[1] < from[1];
    let level_to_the_right = to[1] == from[1] && to[0] > from[0];
    up || level_to_the_right
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the colours are what is tested")]
mod tests {
    use super::*;
    use egui::epaint::{ImageDelta, WHITE_UV};
    use egui::{ColorImage, Rect, TextureOptions, pos2};

    const ALL: [i32; 4] = [0, 0, 8, 8];
    const RED: [u8; 4] = [255, 0, 0, 255];
    const BLACK: [u8; 4] = [0, 0, 0, 255];

    fn texture(image: ColorImage) -> Texture {
        let mut texture = Texture::default();
        texture.update(&ImageDelta::full(image, TextureOptions::LINEAR));
        texture
    }

    fn rect(from: (f32, f32), to: (f32, f32), color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        mesh.add_rect_with_uv(
            Rect::from_min_max(pos2(from.0, from.1), pos2(to.0, to.1)),
            Rect::from_min_max(WHITE_UV, WHITE_UV),
            color,
        );
        mesh
    }

    fn triangles(points: &[(f32, f32)], color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for (index, (x, y)) in points.iter().enumerate() {
            mesh.colored_vertex(pos2(*x, *y), color);
            mesh.indices.push(index as u32);
        }
        mesh
    }

    /// On black, 8 by 8 pixels.
    fn painted(mesh: &Mesh, clip: [i32; 4]) -> RgbaImage {
        let mut canvas = Canvas::new([8, 8], Color32::BLACK);
        canvas.mesh(mesh, &texture(ColorImage::filled([1, 1], Color32::WHITE)), 1.0, clip);
        canvas.into_image()
    }

    fn count(image: &RgbaImage, color: [u8; 4]) -> usize {
        image.pixels().filter(|pixel| pixel.0 == color).count()
    }

    #[test]
    fn a_square_covers_its_pixels_and_no_others() {
        let image = painted(&rect((2.0, 2.0), (5.0, 6.0), Color32::RED), ALL);
        assert_eq!((count(&image, RED), count(&image, BLACK)), (12, 52));
        assert_eq!(image.get_pixel(2, 2).0, RED);
        assert_eq!(image.get_pixel(5, 2).0, BLACK);
    }

    #[test]
    fn a_half_transparent_color_is_mixed_in_gamma_space() {
        let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        let mut canvas = Canvas::new([8, 8], Color32::WHITE);
        let white = texture(ColorImage::filled([1, 1], Color32::WHITE));
        canvas.mesh(&rect((0.0, 0.0), (8.0, 8.0), half), &white, 1.0, ALL);
        // 128 + 255 × (1 − 128/255) and 255 × (1 − 128/255).
        assert_eq!(count(&canvas.into_image(), [255, 127, 127, 255]), 64);
    }

    /// Painted once, each pixel is 128 red; twice, 192; not at all, 0.
    #[test]
    fn every_pixel_along_shared_edges_is_painted_once() {
        let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        for middle in [(4.0, 4.0), (3.3, 5.1), (4.5, 2.5), (1.5, 6.5), (0.5, 0.5)] {
            let corners = [(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)];
            let fan: Vec<(f32, f32)> =
                (0..4).flat_map(|i| [middle, corners[i], corners[(i + 1) % 4]]).collect();
            let image = painted(&triangles(&fan, half), ALL);
            assert_eq!(count(&image, [128, 0, 0, 255]), 64, "around {middle:?}");
        }
    }

    #[test]
    fn it_makes_no_difference_which_way_round_the_corners_go() {
        let clockwise = triangles(&[(0.0, 0.0), (7.0, 1.0), (2.0, 8.0)], Color32::RED);
        let other = triangles(&[(0.0, 0.0), (2.0, 8.0), (7.0, 1.0)], Color32::RED);
        assert_eq!(painted(&clockwise, ALL), painted(&other, ALL));
        assert!(count(&painted(&clockwise, ALL), RED) > 20);
    }

    #[test]
    fn nothing_is_painted_outside_the_clip() {
        let image = painted(&rect((0.0, 0.0), (8.0, 8.0), Color32::RED), [1, 1, 3, 4]);
        assert_eq!(count(&image, RED), 6);
    }

    #[test]
    fn far_and_broken_corners_do_no_harm() {
        let far = painted(&rect((-1e30, -1e30), (1e30, f32::INFINITY), Color32::RED), ALL);
        assert_eq!(count(&far, RED), 64);
        let broken = painted(&triangles(&[(f32::NAN, 0.0), (8.0, 0.0), (8.0, 8.0)], Color32::RED), ALL);
        assert_eq!(broken.dimensions(), (8, 8));
        assert_eq!(count(&painted(&rect((2.0, 2.0), (2.0, 6.0), Color32::RED), ALL), RED), 0);
    }

    #[test]
    fn colors_run_evenly_from_corner_to_corner() {
        let mut mesh = rect((0.0, 0.0), (8.0, 8.0), Color32::BLACK);
        for vertex in &mut mesh.vertices {
            vertex.color = Color32::from_gray(if vertex.pos.x > 0.0 { 255 } else { 0 });
        }
        let image = painted(&mesh, ALL);
        for (x, expected) in [(0, 16), (3, 112), (7, 239)] {
            for y in 0..8 {
                assert_eq!(image.get_pixel(x, y).0, [expected, expected, expected, 255], "{x}, {y}");
            }
        }
    }

    #[test]
    fn a_texture_at_its_own_size_keeps_its_texels() {
        let texels: Vec<Color32> = (0..64).map(|gray| Color32::from_gray(gray * 4)).collect();
        let texture = texture(ColorImage::new([8, 8], texels.clone()));
        let mut mesh = Mesh::default();
        let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(8.0, 8.0));
        mesh.add_rect_with_uv(all, all / 8.0, Color32::WHITE);
        let mut canvas = Canvas::new([8, 8], Color32::BLACK);
        canvas.mesh(&mesh, &texture, 1.0, ALL);
        let painted: Vec<[u8; 4]> = canvas.into_image().pixels().map(|pixel| pixel.0).collect();
        assert_eq!(painted, texels.iter().map(Color32::to_array).collect::<Vec<_>>());
    }

    #[test]
    fn a_texture_takes_on_the_color_of_its_corners() {
        let texture =
            texture(ColorImage::filled([1, 1], Color32::from_rgba_premultiplied(128, 128, 128, 128)));
        let mut canvas = Canvas::new([8, 8], Color32::BLACK);
        canvas.mesh(&rect((0.0, 0.0), (8.0, 8.0), Color32::RED), &texture, 1.0, ALL);
        assert_eq!(count(&canvas.into_image(), [128, 0, 0, 255]), 64);
    }
}
