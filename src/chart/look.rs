//! Colours and faces of a drawing.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, TextFormat, Ui};

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
    /// Lays out a text in one face and colour, wrapped at a width.
    #[must_use]
    pub fn text(&self, ui: &Ui, text: &str, font: &FontId, color: Color32, width: f32) -> Arc<Galley> {
        self.parts(ui, &[(text.to_owned(), color)], font, width)
    }

    /// Lays out pieces of several colours as one text.
    #[must_use]
    pub fn parts(&self, ui: &Ui, parts: &[(String, Color32)], font: &FontId, width: f32) -> Arc<Galley> {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for (text, color) in parts {
            let format = TextFormat {
                font_id: font.clone(),
                color: *color,
                line_height: Some((font.size * 1.42).round()),
                ..TextFormat::default()
            };
            job.append(text, 0.0, format);
        }
        ui.painter().layout_job(job)
    }
}

/// A colour part of the way from one to another: 0 is `from`, 1 is `to`.
#[must_use]
pub fn between(from: Color32, to: Color32, part: f32) -> Color32 {
    from.lerp_to_gamma(to, part.clamp(0.0, 1.0))
}
