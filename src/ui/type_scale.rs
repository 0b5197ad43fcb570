//! Sizes and line heights, in points, on a rhythm of 8.

use egui::{Color32, FontId, TextFormat};

use super::fonts::Face;

/// How a piece of text is set: face, size, line height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeStyle {
    /// The face.
    pub face: Face,
    /// Points.
    pub size: f32,
    /// From one baseline to the next, points.
    pub line: f32,
}

const fn set(face: Face, size: f32, line: f32) -> TypeStyle {
    TypeStyle { face, size, line }
}

/// The briefing's title.
pub const TITLE: TypeStyle = set(Face::TextSemibold, 32.0, 39.0);
/// A section.
pub const H2: TypeStyle = set(Face::TextSemibold, 22.0, 30.0);
/// A section in a section.
pub const H3: TypeStyle = set(Face::TextSemibold, 18.0, 26.0);
/// Anything deeper.
pub const H4: TypeStyle = set(Face::TextSemibold, 17.0, 26.0);
/// Under the title.
pub const SUMMARY: TypeStyle = set(Face::Text, 18.0, 27.0);
/// Running text.
pub const BODY: TypeStyle = set(Face::Text, 17.0, 27.0);
/// Footnotes, sources, tables.
pub const SMALL: TypeStyle = set(Face::Text, 15.0, 23.0);
/// Code.
pub const CODE: TypeStyle = set(Face::Code, 14.0, 21.0);
/// A key figure.
pub const KEY_FIGURE: TypeStyle = set(Face::SansSemibold, 25.0, 30.0);
/// A chart's title, a card's.
pub const CHART_TITLE: TypeStyle = set(Face::SansSemibold, 15.0, 22.0);
/// Anything worked with.
pub const LABEL: TypeStyle = set(Face::Sans, 13.0, 19.0);
/// The same, where it stands out.
pub const LABEL_STRONG: TypeStyle = set(Face::SansSemibold, 13.0, 19.0);
/// What stands beside a label.
pub const SECONDARY: TypeStyle = set(Face::Sans, 12.0, 17.0);
/// The name of a column or a list.
pub const OVERLINE: TypeStyle = set(Face::SansSemibold, 11.0, 16.0);

impl TypeStyle {
    /// egui's name for face and size.
    #[must_use]
    pub fn font(self) -> FontId {
        FontId::new(self.size, self.face.family())
    }

    /// As egui lays it out.
    #[must_use]
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat { font_id: self.font(), line_height: Some(self.line), color, ..TextFormat::default() }
    }

    /// The same in another face.
    #[must_use]
    pub fn with_face(self, face: Face) -> TypeStyle {
        TypeStyle { face, ..self }
    }
}
