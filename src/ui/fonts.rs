//! The bundled faces: which files there are, and which part of the page is set in which. Their
//! licences stand beside them in `assets/fonts/`.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};

use super::TextFace;

/// A face by its part in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// What is read, in the face that the person chose.
    Text,
    /// Emphasis in it.
    TextItalic,
    /// Headings and strong words.
    TextSemibold,
    /// Strong emphasis.
    TextSemiboldItalic,
    /// What is worked with.
    Sans,
    /// Its headings and key figures.
    SansSemibold,
    /// Code, and nothing else.
    Code,
}

const SANS: &[u8] = include_bytes!("../../assets/fonts/Inter_400Regular.ttf");
const SANS_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter_600SemiBold.ttf");
const CODE: &[u8] = include_bytes!("../../assets/fonts/SourceCodePro_400Regular.ttf");
/// The one sign that stands for what could not be read, U+FFFD: no text face has it.
const REPLACEMENT: &[u8] = include_bytes!("../../assets/fonts/NotoSans_Replacement.ttf");

/// The name of the face that U+FFFD comes from.
const REPLACEMENT_NAME: &str = "replacement";

impl Face {
    const ALL: [Face; 7] = [
        Face::Text,
        Face::TextItalic,
        Face::TextSemibold,
        Face::TextSemiboldItalic,
        Face::Sans,
        Face::SansSemibold,
        Face::Code,
    ];

    /// egui's name for the face.
    #[must_use]
    pub fn family(self) -> FontFamily {
        FontFamily::Name(self.name().into())
    }

    fn name(self) -> &'static str {
        match self {
            Face::Text => "text",
            Face::TextItalic => "text-italic",
            Face::TextSemibold => "text-semibold",
            Face::TextSemiboldItalic => "text-semibold-italic",
            Face::Sans => "sans",
            Face::SansSemibold => "sans-semibold",
            Face::Code => "code",
        }
    }

    /// The files that the face is made of: its own first, then those that have signs it lacks.
    fn chain(self, chosen: TextFace) -> Vec<&'static str> {
        let style = match self {
            Face::TextItalic => 1,
            Face::TextSemibold | Face::SansSemibold => 2,
            Face::TextSemiboldItalic => 3,
            Face::Text | Face::Sans | Face::Code => 0,
        };
        let sans = if style >= 2 { Face::SansSemibold } else { Face::Sans };
        let own = match self {
            Face::Sans | Face::SansSemibold | Face::Code => self.name(),
            _ => chosen.files()[style].0,
        };
        let others =
            [sans.name(), TextFace::SourceSerif.files()[style].0, Face::Code.name(), REPLACEMENT_NAME];
        std::iter::once(own).chain(others.into_iter().filter(|other| *other != own)).collect()
    }
}

/// The definitions to hand to egui for the face that text is set in by default.
#[must_use]
pub fn definitions() -> FontDefinitions {
    definitions_with(TextFace::default())
}

/// The definitions to hand to egui, each face falling back on others for signs it lacks.
#[must_use]
pub fn definitions_with(chosen: TextFace) -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8], scale: f32| {
        let data = FontData::from_static(bytes).tweak(FontTweak { scale, ..FontTweak::default() });
        definitions.font_data.insert(name.to_owned(), Arc::new(data));
    };
    add(Face::Sans.name(), SANS, 1.0);
    add(Face::SansSemibold.name(), SANS_SEMIBOLD, 1.0);
    add(Face::Code.name(), CODE, 1.0);
    add(REPLACEMENT_NAME, REPLACEMENT, 1.0);
    for face in TextFace::ALL {
        for (name, bytes) in face.files() {
            add(name, bytes, face.scale());
        }
    }
    let owned = |chain: Vec<&str>| chain.into_iter().map(str::to_owned).collect::<Vec<_>>();
    for face in Face::ALL {
        definitions.families.insert(face.family(), owned(face.chain(chosen)));
    }
    for face in TextFace::ALL {
        definitions.families.insert(face.sample(), owned(Face::Text.chain(face)));
    }
    for (family, face) in [(FontFamily::Proportional, Face::Sans), (FontFamily::Monospace, Face::Code)] {
        definitions.families.insert(family, owned(face.chain(chosen)));
    }
    definitions
}

/// egui's names of the faces, in the order of [`files`], whose last one stands for no face of egui's.
pub fn families() -> impl Iterator<Item = FontFamily> {
    Face::ALL.into_iter().map(Face::family)
}

/// The text face that is set at the moment. A face that was asked for holds from the next frame on;
/// what remembers heights asks here, so that it never mixes two.
#[must_use]
pub fn in_use(ctx: &Context) -> TextFace {
    ctx.fonts(|fonts| {
        let chain = fonts.definitions().families.get(&Face::Text.family());
        let first = chain.and_then(|chain| chain.first());
        TextFace::ALL.into_iter().find(|face| first.is_some_and(|name| name == face.files()[0].0))
    })
    .unwrap_or_default()
}

/// The same files for pictures in SVG and pages of PDF, whose text is set by name; for text, those of
/// the face that it is set in by default.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    let [text, italic, semibold, semibold_italic] = TextFace::default().files().map(|(_, bytes)| bytes);
    [text, italic, semibold, semibold_italic, SANS, SANS_SEMIBOLD, CODE, REPLACEMENT].into_iter()
}

/// Every file of a face that comes with the program.
pub fn all_files() -> impl Iterator<Item = &'static [u8]> {
    let text = TextFace::ALL.into_iter().flat_map(|face| face.files().map(|(_, bytes)| bytes));
    text.chain([CODE, REPLACEMENT])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts(chosen: TextFace) -> egui::epaint::text::Fonts {
        egui::epaint::text::Fonts::new(egui::epaint::text::TextOptions::default(), definitions_with(chosen))
    }

    #[test]
    fn every_face_has_the_signs_that_briefings_use() {
        for chosen in TextFace::ALL {
            let mut fonts = fonts(chosen);
            for face in Face::ALL {
                let font = egui::FontId::new(12.0, face.family());
                for sign in "“”‘’–—…→←±≥≤×½€£°•·\u{a0}\u{202f}\u{2011}\u{2212}".chars()
                {
                    assert!(fonts.has_glyph(&font, sign), "{chosen:?}, {face:?}: {sign} {sign:?}");
                }
            }
        }
    }

    #[test]
    fn what_could_not_be_read_has_a_sign_in_every_face() {
        for chosen in TextFace::ALL {
            let mut fonts = fonts(chosen);
            for face in Face::ALL {
                assert!(fonts.has_glyph(&egui::FontId::new(12.0, face.family()), '\u{fffd}'), "{face:?}");
            }
        }
    }

    #[test]
    fn every_file_named_is_there() {
        let definitions = definitions_with(TextFace::Atkinson);
        for (family, chain) in &definitions.families {
            for name in chain {
                assert!(definitions.font_data.contains_key(name), "{family}: {name}");
            }
        }
    }
}
