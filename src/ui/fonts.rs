//! The bundled faces. Their licences stand beside them in `assets/fonts/`.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// A face by its part in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// What is read.
    Serif,
    /// Emphasis in it.
    SerifItalic,
    /// Headings and strong words.
    SerifSemibold,
    /// Strong emphasis.
    SerifSemiboldItalic,
    /// What is worked with.
    Sans,
    /// Its headings and key figures.
    SansSemibold,
    /// Code, and nothing else.
    Code,
}

const FILES: [(Face, &str, &[u8]); 7] = [
    (Face::Serif, "serif", include_bytes!("../../assets/fonts/SourceSerif4_400Regular.ttf")),
    (
        Face::SerifItalic,
        "serif-italic",
        include_bytes!("../../assets/fonts/SourceSerif4_400Regular_Italic.ttf"),
    ),
    (
        Face::SerifSemibold,
        "serif-semibold",
        include_bytes!("../../assets/fonts/SourceSerif4_600SemiBold.ttf"),
    ),
    (
        Face::SerifSemiboldItalic,
        "serif-semibold-italic",
        include_bytes!("../../assets/fonts/SourceSerif4_600SemiBold_Italic.ttf"),
    ),
    (Face::Sans, "sans", include_bytes!("../../assets/fonts/Inter_400Regular.ttf")),
    (Face::SansSemibold, "sans-semibold", include_bytes!("../../assets/fonts/Inter_600SemiBold.ttf")),
    (Face::Code, "code", include_bytes!("../../assets/fonts/SourceCodePro_400Regular.ttf")),
];

impl Face {
    /// egui's name for the face.
    #[must_use]
    pub fn family(self) -> FontFamily {
        let (_, name, _) = FILES[self as usize];
        FontFamily::Name(name.into())
    }
}

/// The definitions to hand to egui, each face falling back on the others for signs it lacks.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (face, name, bytes) in FILES {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let fallbacks = FILES.iter().map(|(_, other, _)| *other).filter(|other| *other != name);
        let chain = std::iter::once(name).chain(fallbacks).map(str::to_owned).collect();
        definitions.families.insert(face.family(), chain);
    }
    for (family, face) in [(FontFamily::Proportional, Face::Sans), (FontFamily::Monospace, Face::Code)] {
        let chain = definitions.families[&face.family()].clone();
        definitions.families.insert(family, chain);
    }
    definitions
}

/// egui's names of the faces, in the order of [`files`].
pub fn families() -> impl Iterator<Item = FontFamily> {
    FILES.iter().map(|(face, ..)| face.family())
}

/// The same files for pictures in SVG, whose text is set by name.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    FILES.iter().map(|(_, _, bytes)| *bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_face_is_found_under_its_own_place() {
        for (index, (face, ..)) in FILES.iter().enumerate() {
            assert_eq!(*face as usize, index);
        }
    }

    #[test]
    fn the_text_faces_have_the_signs_that_briefings_use() {
        let mut fonts =
            egui::epaint::text::Fonts::new(egui::epaint::text::TextOptions::default(), definitions());
        for face in [Face::Serif, Face::Sans, Face::SansSemibold] {
            assert!(
                fonts.has_glyphs(&egui::FontId::new(12.0, face.family()), "“”‘’–—…→±≥≤×½€£°"),
                "{face:?}"
            );
        }
    }
}
