//! Colours and faces of a drawing.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, Color32, FontId, Galley, TextFormat, Ui};

use super::wrapped::wrapped;
use crate::ui::{Theme, type_scale};

/// What a drawing is drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Behind the drawing.
    pub page: Color32,
    /// Labels and values.
    pub ink: Color32,
    /// Captions.
    pub quiet: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Bars.
    pub accent: Color32,
    /// Bars of answers that take no side.
    pub neutral: Color32,
    /// "Not stated".
    pub warning: Color32,
    /// The chart's title.
    pub title: FontId,
    /// Answers.
    pub label: FontId,
    /// Values.
    pub value: FontId,
    /// Captions and ticks.
    pub secondary: FontId,
}

impl Look {
    /// A theme's colours, in the faces that the window uses.
    #[must_use]
    pub fn of(theme: &Theme) -> Look {
        Look {
            page: theme.page,
            ink: theme.ink,
            quiet: theme.quiet,
            line: theme.line,
            accent: theme.accent,
            neutral: theme.neutral,
            warning: theme.warning,
            title: type_scale::CHART_TITLE.font(),
            label: type_scale::LABEL.font(),
            value: type_scale::LABEL_STRONG.font(),
            secondary: type_scale::SECONDARY.font(),
        }
    }

    /// Lays out a text in one face and colour, wrapped at a width.
    #[must_use]
    pub fn text(&self, ui: &Ui, text: &str, font: &FontId, color: Color32, width: f32) -> Arc<Galley> {
        self.parts(ui, &[(text, color)], font, width)
    }

    /// Lays out pieces of several colours as one text.
    #[must_use]
    pub fn parts(&self, ui: &Ui, parts: &[(&str, Color32)], font: &FontId, width: f32) -> Arc<Galley> {
        let parts: Vec<_> = parts.iter().map(|(text, color)| (*text, font, *color)).collect();
        self.pieces(ui, &parts, width)
    }

    /// Lays out pieces of several faces and colours as one text.
    #[must_use]
    pub fn pieces(&self, ui: &Ui, pieces: &[(&str, &FontId, Color32)], width: f32) -> Arc<Galley> {
        self.aligned(ui, pieces, width, Align::LEFT)
    }

    /// The same with every row at one side: the left one, or the right one, which then is where it stands.
    #[must_use]
    pub fn aligned(
        &self,
        ui: &Ui,
        pieces: &[(&str, &FontId, Color32)],
        width: f32,
        align: Align,
    ) -> Arc<Galley> {
        let mut job = LayoutJob { halign: align, ..LayoutJob::default() };
        job.wrap.max_width = width;
        for (text, font, color) in pieces {
            let format = TextFormat {
                font_id: (*font).clone(),
                color: *color,
                line_height: Some((font.size * 1.42).round()),
                ..TextFormat::default()
            };
            job.append(text, 0.0, format);
        }
        wrapped(ui, job)
    }

    /// Behind a row that is pointed at.
    #[must_use]
    pub fn lit(&self) -> Color32 {
        between(self.page, self.accent, 0.1)
    }

    /// The colour of words on `behind`: the page's or the ink's, whichever is easier to read.
    #[must_use]
    pub fn words_on(&self, behind: Color32) -> Color32 {
        if contrast(self.page, behind) > contrast(self.ink, behind) { self.page } else { self.ink }
    }

    /// How many times larger the faces are than usual; what holds them grows with them.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.label.size / 13.0
    }
}

/// A colour part of the way from one to another: 0 is `from`, 1 is `to`.
#[must_use]
pub fn between(from: Color32, to: Color32, part: f32) -> Color32 {
    from.lerp_to_gamma(to, part.clamp(0.0, 1.0))
}

/// How well two opaque colours stand apart, 1 to 21 (WCAG 2.2, contrast ratio).
#[must_use]
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2, relative luminance.
fn luminance(color: Color32) -> f32 {
    let [r, g, b, _] = egui::Rgba::from(color).to_array();
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_runs_from_1_to_21() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-3);
        assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-3);
        assert!((contrast(Color32::RED, Color32::RED) - 1.0).abs() < 1e-6);
    }
}
