//! The icon of the program: three bars of a chart on a page.

use egui::{IconData, Rect, Vec2, pos2, vec2};

use crate::ui::{Theme, ThemeName};

/// The side, in pixels.
const SIDE: u32 = 64;
/// How many points of a pixel are sampled, each way.
const POINTS: u32 = 4;

/// The icon in the colours of the theme Paper.
#[must_use]
pub fn icon() -> IconData {
    let paper = ThemeName::Paper.theme();
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for pixel in 0..SIDE * SIDE {
        let (x, y) = (pixel % SIDE, pixel / SIDE);
        rgba.extend(one_colour(paper, x, y).unwrap_or_else(|| mean_colour(paper, x, y)));
    }
    IconData { rgba, width: SIDE, height: SIDE }
}

/// The colour of a pixel whose corners have the same one. Most pixels do, and the window waits for the icon.
fn one_colour(theme: &Theme, x: u32, y: u32) -> Option<[u8; 4]> {
    let corner = |right: u32, down: u32| colour_at(theme, pos2((x + right) as f32, (y + down) as f32));
    let colour = corner(0, 0);
    let is_one = colour == corner(1, 0) && colour == corner(0, 1) && colour == corner(1, 1);
    is_one.then(|| colour.map_or([0; 4], |colour| colour.to_array()))
}

/// The mean of the colours at a pixel's points, not premultiplied.
fn mean_colour(theme: &Theme, x: u32, y: u32) -> [u8; 4] {
    let mut sum = [0_u32; 4];
    for point in 0..POINTS * POINTS {
        let within = |pixel: u32, part: u32| (pixel * POINTS + part) as f32 / POINTS as f32 + 0.125;
        let at = pos2(within(x, point % POINTS), within(y, point / POINTS));
        let Some(colour) = colour_at(theme, at) else { continue };
        for (sum, part) in sum.iter_mut().zip([colour.r(), colour.g(), colour.b(), 255]) {
            *sum += u32::from(part);
        }
    }
    let covered = (sum[3] / 255).max(1);
    let mean = |part: usize| (sum[part] / covered) as u8;
    [mean(0), mean(1), mean(2), (sum[3] / (POINTS * POINTS)) as u8]
}

fn colour_at(theme: &Theme, at: egui::Pos2) -> Option<egui::Color32> {
    let page = Rect::from_min_size(pos2(4.0, 4.0), Vec2::splat(56.0));
    let bars = [(18.0, 20.0), (29.0, 34.0), (40.0, 27.0)];
    let is_bar =
        bars.iter().any(|(top, width)| Rect::from_min_size(pos2(15.0, *top), vec2(*width, 7.0)).contains(at));
    if is_bar {
        return Some(theme.page);
    }
    is_in_rounded(page, 12.0, at).then_some(theme.accent)
}

fn is_in_rounded(rect: Rect, radius: f32, at: egui::Pos2) -> bool {
    let core = rect.shrink(radius);
    at.distance(core.clamp(at)) <= radius
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_by_its_corners_is_what_all_points_say() {
        let (icon, paper) = (icon(), ThemeName::Paper.theme());
        for (pixel, drawn) in (0..SIDE * SIDE).zip(icon.rgba.chunks_exact(4)) {
            let (x, y) = (pixel % SIDE, pixel / SIDE);
            assert_eq!(drawn, mean_colour(paper, x, y), "{x}, {y}");
        }
    }

    #[test]
    fn three_light_bars_stand_on_a_page_with_clear_corners() {
        let (icon, paper) = (icon(), ThemeName::Paper.theme());
        let at = |x: u32, y: u32| {
            let first = ((y * SIDE + x) * 4) as usize;
            <[u8; 4]>::try_from(&icon.rgba[first..first + 4]).expect("four bytes a pixel")
        };
        assert_eq!(icon.rgba.len(), (SIDE * SIDE * 4) as usize);
        assert_eq!(at(0, 0)[3], 0);
        assert_eq!(at(8, 32), paper.accent.to_array());
        for (x, y) in [(30, 21), (45, 32), (38, 43)] {
            assert_eq!(at(x, y), paper.page.to_array(), "{x}, {y}");
        }
        assert_eq!(at(45, 21), paper.accent.to_array(), "the first bar is the shortest");
    }
}
