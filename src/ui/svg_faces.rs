//! The faces as SVG, CSS and PDF know them: by the names in their files.

use std::sync::{Arc, OnceLock};

use egui::{FontData, FontFamily};
use resvg::usvg::FontResolver;
use resvg::usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Source, Stretch, Style, Weight};

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

/// The faces for words in pictures: every one that comes with the program, in all its styles.
pub fn for_pictures() -> Arc<Database> {
    static FACES: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut faces = Database::new();
        for file in fonts::all_files() {
            faces.load_font_source(Source::Binary(Arc::new(file)));
        }
        Arc::new(faces)
    };
    Arc::clone(FACES.get_or_init(load))
}

/// The face of a family that is nearest to a style; a family that has no italic gives its upright.
#[must_use]
pub fn nearest(faces: &Database, family: &str, weight: u16, italic: bool) -> Option<ID> {
    let style = if italic { Style::Italic } else { Style::Normal };
    let families = &[Family::Name(family)];
    faces.query(&Query { families, weight: Weight(weight), stretch: Stretch::Normal, style })
}

/// The face nearest in style to the first of those `tried` that has a sign which none of them has. Where
/// no face has it, one that was not tried: the words that it stands in may have others that are missing,
/// and nobody asks for those before this one is given up.
#[must_use]
pub fn fallback(faces: &mut Arc<Database>, sign: char, tried: &[ID]) -> Option<ID> {
    let having = faces_with(faces, sign, tried);
    let first = faces.face(*tried.first()?)?;
    let far = |face: &&FaceInfo| (face.style != first.style, face.weight.0.abs_diff(first.weight.0));
    let nearest_of =
        |ids: &[ID]| ids.iter().filter_map(|id| faces.face(*id)).min_by_key(far).map(|face| face.id);
    nearest_of(&having).or_else(|| {
        let untried: Vec<ID> = faces.faces().map(|face| face.id).filter(|id| !tried.contains(id)).collect();
        nearest_of(&untried)
    })
}

/// The faces beside those `tried` that have a sign.
fn faces_with(faces: &mut Arc<Database>, sign: char, tried: &[ID]) -> Vec<ID> {
    let any_having = FontResolver::default_fallback_selector();
    let mut known = tried.to_vec();
    while let Some(face) = any_having(sign, &known, faces) {
        known.push(face);
    }
    known.split_off(tried.len())
}

/// Different signs of a picture that faces of the system are looked for: more than a picture has words.
const MOST_SIGNS: usize = 2_000;

/// The faces for pictures with what `find` has for signs of a text that none of them has.
#[must_use]
pub fn for_picture(text: &str, find: impl Fn(char) -> Option<FontData>) -> Arc<Database> {
    let mut faces = for_pictures();
    // Latin, Greek, Cyrillic and common marks are in every face.
    let mut signs: Vec<char> = text.chars().filter(|sign| *sign > '\u{52f}').collect();
    signs.sort_unstable();
    signs.dedup();
    signs.truncate(MOST_SIGNS);
    let Some(any) = faces.faces().next().map(|face| face.id) else { return faces };
    for sign in signs {
        if faces_with(&mut faces, sign, &[any]).is_empty()
            && let Some(found) = find(sign)
        {
            Arc::make_mut(&mut faces).load_font_source(Source::Binary(found.font));
        }
    }
    faces
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

fn described(face: &FaceInfo) -> SvgFace {
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
    fn a_face_is_found_by_family_and_style_and_another_has_what_it_lacks() {
        let mut faces = for_pictures();
        let found_faces = Arc::clone(&faces);
        let described = |id| {
            let face = found_faces.face(id).unwrap();
            (face.families[0].0.clone(), face.weight.0, face.style == Style::Italic)
        };
        for (family, weight, italic, found) in [
            ("Inter", 400, false, (400, false)),
            ("Inter", 700, true, (600, true)),
            ("Source Serif 4", 900, false, (600, false)),
            ("Source Code Pro", 700, true, (400, false)),
            ("Atkinson Hyperlegible Next", 400, true, (400, true)),
        ] {
            let (name, found_weight, found_italic) =
                described(nearest(&faces, family, weight, italic).unwrap());
            assert_eq!((name.as_str(), (found_weight, found_italic)), (family, found));
        }
        assert_eq!(nearest(&faces, "Arial", 400, false), None);
        let atkinson = nearest(&faces, "Atkinson Hyperlegible Next", 600, false).unwrap();
        let (name, weight, italic) = described(fallback(&mut faces, '⁶', &[atkinson]).unwrap());
        assert_ne!(name, "Atkinson Hyperlegible Next");
        assert_eq!((weight, italic), (600, false));
        let all: Vec<ID> = faces.faces().map(|face| face.id).collect();
        assert_eq!(fallback(&mut faces, '字', &all), None);
        assert!(fallback(&mut faces, '字', &[atkinson]).is_some(), "others of its words may be in it");
    }

    #[test]
    fn a_family_that_is_not_ours_is_the_sans_or_the_code_face() {
        assert_eq!(of(&FontFamily::Proportional), of(&Face::Sans.family()));
        assert_eq!(of(&FontFamily::Monospace), of(&Face::Code.family()));
        assert_eq!(of(&FontFamily::Name("another".into())), of(&Face::Sans.family()));
    }
}
