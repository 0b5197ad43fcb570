//! How things look, as the person chose, and the choices.

mod choices;

use serde::{Deserialize, Serialize};

use crate::ui::{LineLength, ReducedMotion, TextFace, ThemeChoice};
use crate::view::actions::Setting;

/// How things look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which colours.
    pub theme: ThemeChoice,
    /// The size of everything.
    pub text_size: TextSize,
    /// What articles are set in.
    pub face: TextFace,
    /// How wide they are set.
    pub line_length: LineLength,
    /// Whether to do without motion.
    pub reduced_motion: ReducedMotion,
}

impl Settings {
    /// Takes over a setting.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(theme) => self.theme = theme,
            Setting::Face(face) => self.face = face,
            Setting::LineLength(length) => self.line_length = length,
            Setting::ReducedMotion(motion) => self.reduced_motion = motion,
        }
    }
}

/// The size of everything, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The smallest and the largest, in percent.
    pub const RANGE: std::ops::RangeInclusive<u16> = 80..=200;

    /// A size within the range.
    #[must_use]
    pub fn new(percent: u16) -> TextSize {
        TextSize(percent.clamp(*TextSize::RANGE.start(), *TextSize::RANGE.end()))
    }

    /// Percent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }

    /// 1.0 for 100%.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// One step up: 10 percentage points.
    #[must_use]
    pub fn larger(self) -> TextSize {
        TextSize::new(self.0 + 10)
    }

    /// One step down: 10 percentage points.
    #[must_use]
    pub fn smaller(self) -> TextSize {
        TextSize::new(self.0 - 10)
    }
}

impl From<u16> for TextSize {
    fn from(percent: u16) -> TextSize {
        TextSize::new(percent)
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> u16 {
        size.percent()
    }
}

impl Default for TextSize {
    fn default() -> TextSize {
        TextSize(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_size_stays_in_its_range() {
        assert_eq!(TextSize::new(200).larger().percent(), 200);
        assert_eq!(TextSize::new(10).smaller().percent(), 80);
        assert_eq!(TextSize::default().larger().percent(), 110);
    }
}
