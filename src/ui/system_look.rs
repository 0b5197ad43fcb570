//! What a person has asked of their whole system, and what follows from it here.

use serde::{Deserialize, Serialize};

use super::ThemeName;

/// What the system says of a person's wishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SystemLook {
    /// Whether it wants dark windows; `None`: it does not say.
    pub dark: Option<bool>,
    /// Whether it asks for more contrast.
    pub more_contrast: bool,
    /// Whether things may move: the system does not ask for less motion, and a graphics card draws.
    pub motion: bool,
}

/// Which theme to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum ThemeChoice {
    /// Paper or ink, or high contrast, as the system asks.
    #[default]
    System,
    /// Always paper.
    Paper,
    /// Always ink.
    Ink,
    /// Always sepia.
    Sepia,
    /// Always high contrast.
    Contrast,
}

impl ThemeChoice {
    /// All of them, in the order they are offered.
    pub const ALL: [ThemeChoice; 5] = [
        ThemeChoice::System,
        ThemeChoice::Paper,
        ThemeChoice::Ink,
        ThemeChoice::Sepia,
        ThemeChoice::Contrast,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ThemeChoice::System => "As the system",
            ThemeChoice::Paper => "Paper",
            ThemeChoice::Ink => "Ink",
            ThemeChoice::Sepia => "Sepia",
            ThemeChoice::Contrast => "High contrast",
        }
    }

    /// The theme that this comes to.
    #[must_use]
    pub fn theme(self, system: SystemLook) -> ThemeName {
        match self {
            ThemeChoice::System if system.more_contrast => ThemeName::Contrast,
            ThemeChoice::System if system.dark == Some(true) => ThemeName::Ink,
            ThemeChoice::System | ThemeChoice::Paper => ThemeName::Paper,
            ThemeChoice::Ink => ThemeName::Ink,
            ThemeChoice::Sepia => ThemeName::Sepia,
            ThemeChoice::Contrast => ThemeName::Contrast,
        }
    }
}

impl From<ThemeName> for ThemeChoice {
    fn from(name: ThemeName) -> ThemeChoice {
        match name {
            ThemeName::Paper => ThemeChoice::Paper,
            ThemeName::Ink => ThemeChoice::Ink,
            ThemeName::Sepia => ThemeChoice::Sepia,
            ThemeName::Contrast => ThemeChoice::Contrast,
        }
    }
}

/// Whether to do without motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum ReducedMotion {
    /// As the system asks.
    #[default]
    System,
    /// Nothing moves by itself.
    Always,
    /// Menus fade in, and a page that was flicked runs on.
    Off,
}

impl ReducedMotion {
    /// All of them, in the order they are offered.
    pub const ALL: [ReducedMotion; 3] = [ReducedMotion::System, ReducedMotion::Always, ReducedMotion::Off];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ReducedMotion::System => "When the system asks",
            ReducedMotion::Always => "Always",
            ReducedMotion::Off => "Never",
        }
    }

    /// Whether things may move.
    #[must_use]
    pub fn may_move(self, system: SystemLook) -> bool {
        match self {
            ReducedMotion::System => system.motion,
            ReducedMotion::Always => false,
            ReducedMotion::Off => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_decides_only_where_it_is_asked() {
        let dark = SystemLook { dark: Some(true), ..SystemLook::default() };
        let contrast = SystemLook { more_contrast: true, ..dark };
        assert_eq!(ThemeChoice::System.theme(SystemLook::default()), ThemeName::Paper);
        assert_eq!(ThemeChoice::System.theme(dark), ThemeName::Ink);
        assert_eq!(ThemeChoice::System.theme(contrast), ThemeName::Contrast);
        for name in ThemeName::ALL {
            assert_eq!(ThemeChoice::from(name).theme(contrast), name);
        }
    }

    #[test]
    fn nothing_moves_until_the_system_has_spoken() {
        let lively = SystemLook { motion: true, ..SystemLook::default() };
        assert!(!ReducedMotion::System.may_move(SystemLook::default()));
        assert!(ReducedMotion::System.may_move(lively));
        assert!(!ReducedMotion::Always.may_move(lively));
        assert!(ReducedMotion::Off.may_move(SystemLook::default()));
    }
}
