//! Colours by purpose, read from `assets/themes/`.

use std::sync::OnceLock;

use egui::Color32;
use egui::ecolor::HsvaGamma;
use serde::{Deserialize, Deserializer};

/// The colours of a theme, each named for what it is used for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// As people see it.
    pub name: String,
    /// Whether the page is darker than the text.
    pub dark: bool,
    /// Behind what is read.
    #[serde(deserialize_with = "colour")]
    pub page: Color32,
    /// Behind the bar, the outline and cards.
    #[serde(deserialize_with = "colour")]
    pub side: Color32,
    /// Hairlines.
    #[serde(deserialize_with = "colour")]
    pub line: Color32,
    /// Behind the current entry of a list.
    #[serde(deserialize_with = "colour")]
    pub chosen: Color32,
    /// What is read.
    #[serde(deserialize_with = "colour")]
    pub ink: Color32,
    /// What stands beside it: captions, labels.
    #[serde(deserialize_with = "colour")]
    pub quiet: Color32,
    /// The one accent: claims, the current entry, bars.
    #[serde(deserialize_with = "colour")]
    pub accent: Color32,
    /// Behind a claim that is pointed at.
    #[serde(deserialize_with = "colour")]
    pub claim: Color32,
    /// Behind what a person marked.
    #[serde(deserialize_with = "colour")]
    pub highlight: Color32,
    /// Behind words that are marked in one of four colours.
    #[serde(deserialize_with = "colour")]
    pub yellow: Color32,
    /// The second of them.
    #[serde(deserialize_with = "colour")]
    pub green: Color32,
    /// The third.
    #[serde(deserialize_with = "colour")]
    pub blue: Color32,
    /// The fourth.
    #[serde(deserialize_with = "colour")]
    pub pink: Color32,
    /// Behind selected words.
    #[serde(deserialize_with = "colour")]
    pub selection: Color32,
    /// "Not stated" and differences.
    #[serde(deserialize_with = "colour")]
    pub warning: Color32,
    /// Bars of answers that take no side.
    #[serde(deserialize_with = "colour")]
    pub neutral: Color32,
}

/// The themes that come with the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
pub enum ThemeName {
    /// Warm white.
    #[default]
    Paper,
    /// Dark.
    Ink,
    /// Brownish.
    Sepia,
    /// Black and white with bright accents.
    Contrast,
}

impl Theme {
    /// Behind what is chosen in the bar: the page, where that is another colour.
    #[must_use]
    pub fn raised(&self) -> Color32 {
        if self.page == self.side { self.chosen } else { self.page }
    }

    /// Behind code: the side, where that is another colour than the page.
    #[must_use]
    pub fn behind_code(&self) -> Color32 {
        if self.page == self.side { self.chosen } else { self.side }
    }

    /// A colour for lines and dots out of one that words stand on: of the same hue, and farther from
    /// the page.
    #[must_use]
    pub fn stronger(&self, tint: Color32) -> Color32 {
        let hue = HsvaGamma::from(tint);
        let v = if self.dark { (hue.v * 1.9).min(1.0) } else { hue.v * 0.76 };
        let s = if self.dark { hue.s * 0.8 } else { (hue.s * 1.9 + 0.08).min(0.75) };
        HsvaGamma { s, v, ..hue }.into()
    }
}

impl ThemeName {
    /// All of them, in the order they are offered.
    pub const ALL: [ThemeName; 4] = [ThemeName::Paper, ThemeName::Ink, ThemeName::Sepia, ThemeName::Contrast];

    /// The theme's colours.
    #[must_use]
    pub fn theme(self) -> &'static Theme {
        static THEMES: OnceLock<[Theme; 4]> = OnceLock::new();
        let themes = THEMES.get_or_init(|| {
            [
                include_str!("../../assets/themes/paper.ron"),
                include_str!("../../assets/themes/ink.ron"),
                include_str!("../../assets/themes/sepia.ron"),
                include_str!("../../assets/themes/contrast.ron"),
            ]
            .map(|text| ron::from_str(text).expect("the built-in themes are tested"))
        });
        &themes[self as usize]
    }

    /// The next one, for a key that goes round.
    #[must_use]
    pub fn next(self) -> ThemeName {
        ThemeName::ALL[(self as usize + 1) % ThemeName::ALL.len()]
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where colours are read")]
fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(from)?;
    Color32::from_hex(&text)
        .map_err(|_| serde::de::Error::custom(format!("{text} is not a colour like #14688a")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::contrast::contrast;

    /// What egui's own widgets lay behind selected text.
    fn egui_selection(theme: &Theme) -> Color32 {
        let ctx = egui::Context::default();
        crate::ui::apply(&ctx, theme, crate::ui::Manner::default());
        ctx.global_style().visuals.selection.bg_fill
    }

    /// A scroll bar that nobody points at, over a ground.
    fn scroll_bar(theme: &Theme, ground: Color32) -> Color32 {
        let ctx = egui::Context::default();
        crate::ui::apply(&ctx, theme, crate::ui::Manner::default());
        let style = ctx.global_style();
        let handle = style.visuals.widgets.inactive.fg_stroke.color;
        ground.lerp_to_gamma(handle, style.spacing.scroll.dormant_handle_opacity)
    }

    #[test]
    fn body_text_has_a_contrast_of_7_and_everything_else_of_4_5() {
        for name in ThemeName::ALL {
            let theme = name.theme();
            for (what, colour, behind, least) in [
                ("text on the page", theme.ink, theme.page, 7.0),
                ("text at the side", theme.ink, theme.side, 7.0),
                ("text on a claim", theme.ink, theme.claim, 7.0),
                ("marked text", theme.ink, theme.highlight, 7.0),
                ("text on yellow", theme.ink, theme.yellow, 7.0),
                ("text on green", theme.ink, theme.green, 7.0),
                ("text on blue", theme.ink, theme.blue, 7.0),
                ("text on pink", theme.ink, theme.pink, 7.0),
                ("the line under a link on yellow", theme.accent, theme.yellow, 3.0),
                ("the line under a link on green", theme.accent, theme.green, 3.0),
                ("the line under a link on blue", theme.accent, theme.blue, 3.0),
                ("the line under a link on pink", theme.accent, theme.pink, 3.0),
                ("selected text", theme.ink, theme.selection, 7.0),
                ("the chosen entry", theme.ink, theme.chosen, 7.0),
                ("captions on the page", theme.quiet, theme.page, 4.5),
                ("labels at the side", theme.quiet, theme.side, 4.5),
                ("labels on the chosen entry", theme.quiet, theme.chosen, 4.5),
                ("the accent on the page", theme.accent, theme.page, 4.5),
                ("warnings on the page", theme.warning, theme.page, 4.5),
                ("warnings at the side", theme.warning, theme.side, 4.5),
                ("warnings on the chosen entry", theme.warning, theme.chosen, 4.5),
                ("captions on a claim", theme.quiet, theme.claim, 4.5),
                ("the accent at the side", theme.accent, theme.side, 4.5),
                ("text that egui selected", theme.ink, egui_selection(theme), 7.0),
                ("what egui shows as selected", theme.accent, egui_selection(theme), 4.5),
                ("the focus ring on the page", theme.accent, theme.page, 3.0),
                ("the focus ring at the side", theme.accent, theme.side, 3.0),
                ("the focus ring on the chosen entry", theme.accent, theme.chosen, 3.0),
                ("the focus ring on a claim", theme.accent, theme.claim, 3.0),
                ("a green line on the page", theme.stronger(theme.green), theme.page, 1.8),
                ("a blue line on the page", theme.stronger(theme.blue), theme.page, 1.8),
                ("a pink line on the page", theme.stronger(theme.pink), theme.page, 1.8),
                ("a yellow line on the page", theme.stronger(theme.yellow), theme.page, 1.8),
                ("the focus ring on a marked word", theme.accent, theme.highlight, 3.0),
                ("the hit that was gone to", theme.warning, theme.highlight, 3.0),
                ("the line under a link, a field, beside a quotation", theme.neutral, theme.page, 3.0),
                ("the line under a field at the side", theme.neutral, theme.side, 3.0),
                ("the scroll bar on the page", scroll_bar(theme, theme.page), theme.page, 3.0),
                ("the scroll bar at the side", scroll_bar(theme, theme.side), theme.side, 3.0),
                ("a value that is not reported, lit up", theme.warning, theme.claim, 4.5),
                ("the frame of what is chosen", theme.accent, theme.page, 3.0),
            ] {
                let found = contrast(colour, behind);
                assert!(found >= least, "{}: {what} has {found:.2}, wants {least}", theme.name);
            }
        }
    }
}
