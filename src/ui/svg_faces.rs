//! The faces as SVG, CSS and PDF know them: by the names in their files.

use std::sync::{Arc, OnceLock};

use egui::FontFamily;
use resvg::usvg::fontdb::{Database, Source, Stretch, Style};

use super::fonts;

/// A face by its name in CSS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgFace {
    /// `Inter`, then what to take where it is not installed.
    pub families: String,
    /// 400 is regular.
    pub weight: u16,
    /// Whether it slants.
    pub italic: bool,
}

/// The faces that come with the program, for whatever sets text by name.
pub fn database() -> Arc<Database> {
    static FACES: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut faces = Database::new();
        for file in fonts::files() {
            faces.load_font_source(Source::Binary(Arc::new(file)));
        }
        Arc::new(faces)
    };
    Arc::clone(FACES.get_or_init(load))
}

/// The same with those of the system after them, of each script an upright one of usual weight and width first:
/// whoever looks for a sign takes the first face that has it.
#[must_use]
pub fn with_those_of_the_system() -> Arc<Database> {
    let mut others = Database::new();
    others.load_system_fonts();
    let mut others: Vec<_> = others.faces().cloned().collect();
    others.sort_by_key(|face| {
        (face.style != Style::Normal, face.stretch != Stretch::Normal, face.weight.0.abs_diff(400))
    });
    let mut faces = (*database()).clone();
    for face in others {
        faces.push_face_info(face);
    }
    Arc::new(faces)
}

/// What a family of egui is called outside of it. A family that is none of ours is a sans serif.
#[must_use]
pub fn of(family: &FontFamily) -> SvgFace {
    static NAMED: OnceLock<Vec<(FontFamily, SvgFace)>> = OnceLock::new();
    let named = NAMED.get_or_init(|| {
        let faces: Vec<_> = database().faces().map(described).collect();
        fonts::families().zip(faces).collect()
    });
    let of_ours = named.iter().find(|(known, _)| known == family);
    of_ours.map_or_else(|| named_for(family), |(_, face)| face.clone())
}

fn described(face: &resvg::usvg::fontdb::FaceInfo) -> SvgFace {
    let name = face.families.first().map_or("", |(name, _)| name.as_str());
    let others = if name.contains("Serif") {
        "Georgia, 'Times New Roman', serif"
    } else if face.monospaced || name.contains("Code") {
        "Consolas, 'Courier New', monospace"
    } else {
        "'Helvetica Neue', Helvetica, Arial, sans-serif"
    };
    // A name that ends in a number has to be quoted.
    let quoted = if name.contains(' ') { format!("'{name}'") } else { name.to_owned() };
    SvgFace {
        families: format!("{quoted}, {others}"),
        weight: face.weight.0,
        italic: face.style != Style::Normal,
    }
}

fn named_for(family: &FontFamily) -> SvgFace {
    let face = if *family == FontFamily::Monospace { fonts::Face::Code } else { fonts::Face::Sans };
    of(&face.family())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts::Face;

    #[test]
    fn faces_are_named_as_their_files_name_them() {
        let semibold = of(&Face::SansSemibold.family());
        assert_eq!(semibold.families, "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif");
        assert_eq!((semibold.weight, semibold.italic), (600, false));
        let italic = of(&Face::TextItalic.family());
        assert!(italic.families.starts_with("'Source Serif 4', Georgia"), "{}", italic.families);
        assert!(italic.italic);
        assert!(of(&Face::Code.family()).families.ends_with("monospace"));
    }

    #[test]
    fn a_family_that_is_not_ours_is_the_sans_or_the_code_face() {
        assert_eq!(of(&FontFamily::Proportional), of(&Face::Sans.family()));
        assert_eq!(of(&FontFamily::Monospace), of(&Face::Code.family()));
        assert_eq!(of(&FontFamily::Name("another".into())), of(&Face::Sans.family()));
    }
}
