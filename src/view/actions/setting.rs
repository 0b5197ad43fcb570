//! A change to how things look.

use crate::ui::{LineLength, ReducedMotion, TextFace, ThemeChoice};

/// A change to how things look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Which colours.
    Theme(ThemeChoice),
    /// What articles are set in.
    Face(TextFace),
    /// How wide they are set.
    LineLength(LineLength),
    /// Whether to do without motion.
    ReducedMotion(ReducedMotion),
}
