//! What a picture with a clear ground is laid on, so that its lines are seen in every theme.

use egui::{Color32, ColorImage};

use super::contrast::contrast;
use super::theme::{Theme, ThemeName};

/// The contrast that drawn lines have against what is behind them (WCAG 2.2, 1.4.11).
const LEAST_CONTRAST: f64 = 3.0;
/// Below it nobody sees a line.
const SEEN_AT_ALL: f64 = 1.1;
/// A share of the lines that may have less: the softened edges of letters.
const FEW: f64 = 0.02;
/// Part of a picture that is clear where its ground is: less is a photograph with round corners.
const CLEAR_PART: f64 = 0.02;
/// Pixels that are looked at, and of them those with ink.
const MOST_PIXELS: usize = 400_000;
const MOST_INK: usize = 4_000;
/// Below it a pixel is clear, above the other it is ink: between them are soft edges and shadows.
const CLEAR: u8 = 32;
const INK: u8 = 96;

/// The colours of a picture's lines where they meet its clear ground.
pub struct Ink(Vec<Color32>);

impl Ink {
    /// The ink of a picture; `None` where its ground is not clear.
    #[must_use]
    pub fn of(image: &ColorImage) -> Option<Ink> {
        let clear = image.pixels.iter().filter(|pixel| pixel.a() < CLEAR).count();
        if (clear as f64) < CLEAR_PART * image.pixels.len() as f64 {
            return None;
        }
        let at_clear: Vec<Color32> = places(image).filter_map(|(x, y)| ink_at(image, x, y)).collect();
        let step = at_clear.len().div_ceil(MOST_INK).max(1);
        let some: Vec<Color32> = at_clear.into_iter().step_by(step).collect();
        (!some.is_empty()).then_some(Ink(some))
    }

    /// What to lay behind the picture; `None` where the page itself will do.
    #[must_use]
    pub fn ground(&self, theme: &Theme) -> Option<Color32> {
        let serves = |ground: &Color32| self.below(LEAST_CONTRAST, *ground) <= FEW;
        if serves(&theme.page) {
            return None;
        }
        let [light, dark] = [ThemeName::Paper, ThemeName::Ink].map(|name| name.theme().page);
        if let Some(sheet) = [light, dark].into_iter().find(serves) {
            return Some(sheet);
        }
        // Pale lines without a white one among them are the grid of a chart that was drawn for white paper.
        if self.below(SEEN_AT_ALL, light) <= FEW {
            let page_serves = !theme.dark && self.below(SEEN_AT_ALL, theme.page) <= FEW;
            return (!page_serves).then_some(light);
        }
        // Lines of both black and white are seen on a grey between them.
        greys().find(serves).or_else(|| {
            // Where no ground serves all lines, another than the page has to serve far more of them.
            let lost = |ground: &Color32| self.below(LEAST_CONTRAST, *ground);
            let on_page = lost(&theme.page);
            let better = [light, dark].into_iter().filter(|sheet| lost(sheet) <= on_page / 2.0);
            better.min_by(|one, other| lost(one).total_cmp(&lost(other)))
        })
    }

    /// The share of the ink that has less than a contrast on a ground, 0–1.
    fn below(&self, least: f64, ground: Color32) -> f64 {
        let is_below = |ink: &&Color32| contrast(ground.blend(**ink), ground) < least;
        self.0.iter().filter(is_below).count() as f64 / self.0.len() as f64
    }
}

/// The places that are looked at: all of a small picture, of a large one every so many, in steps that no
/// upright or level line slips through.
fn places(image: &ColorImage) -> impl Iterator<Item = (usize, usize)> {
    let [width, height] = image.size;
    let step = (width * height).div_ceil(MOST_PIXELS).max(1);
    (0..height).flat_map(move |y| (y % step..width).step_by(step).map(move |x| (x, y)))
}

/// The pixel's colour, if it is the midst of a line or an edge beside clear ground.
fn ink_at(image: &ColorImage, x: usize, y: usize) -> Option<Color32> {
    /// How far a line's soft edge reaches.
    const REACH: isize = 2;
    let pixel = image.pixels[y * image.width() + x];
    if pixel.a() < INK {
        return None;
    }
    let alpha = |across: isize, down: isize| {
        let (x, y) = (x.checked_add_signed(across)?, y.checked_add_signed(down)?);
        (x < image.width()).then(|| image.pixels.get(y * image.width() + x).map(Color32::a))?
    };
    let around = [(1, 0), (-1, 0), (0, 1), (0, -1)];
    let is_midst = around.iter().all(|(across, down)| alpha(*across, *down).is_none_or(|a| a <= pixel.a()));
    let is_beside_clear = |(across, down): &(isize, isize)| {
        (1..=REACH).any(|far| alpha(across * far, down * far).is_some_and(|a| a < CLEAR))
    };
    (is_midst && around.iter().any(is_beside_clear)).then_some(pixel)
}

#[expect(clippy::disallowed_methods, reason = "a ground between the themes’ own")]
fn greys() -> impl Iterator<Item = Color32> {
    (1..16).map(|level| Color32::from_gray(level * 16))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "pictures are of any colour")]
mod tests {
    use super::*;

    /// Lines of a colour on a clear ground, one beside the other.
    fn lines(colours: &[Color32]) -> ColorImage {
        let mut image = ColorImage::filled([60, 40], Color32::TRANSPARENT);
        for (number, colour) in colours.iter().enumerate() {
            for y in 4..36 {
                for x in 0..2 {
                    image.pixels[y * 60 + 5 + 8 * number + x] = *colour;
                }
            }
        }
        image
    }

    fn ground(image: &ColorImage, theme: ThemeName) -> Color32 {
        let theme = theme.theme();
        Ink::of(image).and_then(|ink| ink.ground(theme)).unwrap_or(theme.page)
    }

    #[test]
    fn lines_are_seen_in_every_theme() {
        let (black, white) = (Color32::BLACK, Color32::WHITE);
        for colours in [
            &[black][..],
            &[white],
            &[black, white],
            &[Color32::from_gray(119)],
            &[Color32::from_rgb(0x1f, 0x77, 0xb4), black],
            &[Color32::from_rgb(0xff, 0xd7, 0x00)],
            &[Color32::from_rgb(0, 0, 0x80), Color32::from_rgb(0x80, 0, 0)],
            &[Color32::from_gray(221)],
        ] {
            let image = lines(colours);
            for theme in ThemeName::ALL {
                let behind = ground(&image, theme);
                for colour in colours {
                    let found = contrast(*colour, behind);
                    assert!(found >= LEAST_CONTRAST, "{colour:?} on {behind:?} in {theme:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn a_chart_with_a_pale_grid_lies_on_a_light_ground_as_it_was_drawn() {
        let (blue, axis) = (Color32::from_rgb(0x1f, 0x77, 0xb4), Color32::from_gray(20));
        for grid in [235, 221, 204] {
            let chart = lines(&[Color32::from_gray(grid), Color32::from_gray(grid), blue, axis]);
            for theme in ThemeName::ALL {
                let behind = ground(&chart, theme);
                for ink in [blue, axis] {
                    assert!(contrast(ink, behind) >= LEAST_CONTRAST, "{ink:?} on {behind:?} in {theme:?}");
                }
                assert!(contrast(Color32::from_gray(grid), behind) >= SEEN_AT_ALL, "{grid} in {theme:?}");
            }
            assert_eq!(ground(&chart, ThemeName::Paper), ThemeName::Paper.theme().page);
        }
    }

    #[test]
    fn a_page_that_serves_is_left_alone() {
        for (colour, theme) in [
            (Color32::BLACK, ThemeName::Paper),
            (Color32::BLACK, ThemeName::Sepia),
            (Color32::WHITE, ThemeName::Ink),
            (Color32::WHITE, ThemeName::Contrast),
        ] {
            assert!(Ink::of(&lines(&[colour])).unwrap().ground(theme.theme()).is_none());
        }
        // No ground serves yellow and dark blue much better than the page does.
        let mixed =
            lines(&[Color32::from_rgb(0xff, 0xd7, 0), Color32::from_rgb(0, 0, 0x80), Color32::from_gray(90)]);
        let behind = ground(&mixed, ThemeName::Paper);
        assert!(contrast(Color32::from_rgb(0, 0, 0x80), behind) >= LEAST_CONTRAST);
    }

    #[test]
    fn a_picture_that_fills_its_room_has_no_clear_ground() {
        let mut photograph = ColorImage::filled([60, 40], Color32::BLACK);
        assert!(Ink::of(&photograph).is_none());
        for corner in [0, 59, 39 * 60, 39 * 60 + 59] {
            photograph.pixels[corner] = Color32::TRANSPARENT;
        }
        assert!(Ink::of(&photograph).is_none(), "its corners are round");
        assert!(Ink::of(&ColorImage::filled([60, 40], Color32::TRANSPARENT)).is_none(), "nothing is drawn");
    }

    #[test]
    fn one_line_of_a_large_picture_is_not_overlooked() {
        let size = 1_600;
        for is_level in [true, false] {
            for line in [797, 798, 799, 800, 801] {
                let mut image = ColorImage::filled([size, size], Color32::TRANSPARENT);
                for along in 100..1_500 {
                    let at = if is_level { line * size + along } else { along * size + line };
                    image.pixels[at] = Color32::BLACK;
                }
                assert_eq!(ground(&image, ThemeName::Ink), ThemeName::Paper.theme().page);
            }
        }
    }

    #[test]
    fn soft_edges_and_shadows_are_no_lines() {
        let mut image = lines(&[Color32::BLACK]);
        for pixel in image.pixels.iter_mut().filter(|pixel| pixel.a() == 0).take(600) {
            *pixel = Color32::from_black_alpha(40);
        }
        assert!(Ink::of(&image).unwrap().0.iter().all(|ink| *ink == Color32::BLACK));
    }
}
