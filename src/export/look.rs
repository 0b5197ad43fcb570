//! How a drawing is to look.

use std::ops::RangeInclusive;

use crate::ui::ThemeName;

/// What a person chooses for a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The colours.
    pub theme: ThemeName,
    /// The drawing's width in pixels (of CSS), margins included.
    pub width: u16,
    /// Percent; larger text makes everything larger but the width.
    pub text_size: u16,
    /// For pictures: how many pixels of the picture are one of the drawing.
    pub scale: u8,
}

impl Settings {
    /// Widths that charts can be drawn at.
    pub const WIDTHS: RangeInclusive<u16> = 240..=2400;
    /// Text sizes in percent.
    pub const TEXT_SIZES: RangeInclusive<u16> = 80..=200;
    /// Scales of pictures.
    pub const SCALES: RangeInclusive<u8> = 1..=4;

    /// Brings every choice into its range.
    #[must_use]
    pub fn within_ranges(self) -> Settings {
        fn within<T: Ord + Copy>(value: T, range: &RangeInclusive<T>) -> T {
            value.clamp(*range.start(), *range.end())
        }
        Settings {
            width: within(self.width, &Settings::WIDTHS),
            text_size: within(self.text_size, &Settings::TEXT_SIZES),
            scale: within(self.scale, &Settings::SCALES),
            ..self
        }
    }

    /// Pixels for one point of the drawing.
    #[must_use]
    pub fn zoom(self) -> f32 {
        f32::from(self.text_size) / 100.0
    }
}

impl Default for Settings {
    /// The page's measure of 620 with a margin of 16 at each side, in the theme of paper, pictures
    /// at twice their size.
    fn default() -> Settings {
        Settings { theme: ThemeName::Paper, width: 652, text_size: 100, scale: 2 }
    }
}
