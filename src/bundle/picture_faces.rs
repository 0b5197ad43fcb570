//! Which of the program's faces words in an SVG picture are set in, whatever faces the picture names.

use resvg::usvg::FontFamily;

/// A family of faces that come with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureFace {
    /// What is worked with.
    Sans,
    /// What is read.
    Serif,
    /// Code.
    Code,
    /// For people with low vision.
    Hyperlegible,
}

/// What stands for the name where a picture names no face, or none that can be read.
pub const NONE_NAMED: &str = "none";

impl PictureFace {
    /// All of them.
    pub const ALL: [PictureFace; 4] =
        [PictureFace::Sans, PictureFace::Serif, PictureFace::Code, PictureFace::Hyperlegible];

    /// The family's name, as its files have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            PictureFace::Sans => "Inter",
            PictureFace::Serif => "Source Serif 4",
            PictureFace::Code => "Source Code Pro",
            PictureFace::Hyperlegible => "Atkinson Hyperlegible Next",
        }
    }

    /// The face for words that name these families, the one they like best first: the first that is
    /// ours by its name, else one of the kind of the first whose kind is known, else the sans serif.
    /// Words that name none are set in a serif, as browsers do.
    #[must_use]
    pub fn standing_for(families: &[FontFamily]) -> PictureFace {
        let ours = families.iter().find_map(PictureFace::of_name);
        ours.or_else(|| families.iter().find_map(kind)).unwrap_or(PictureFace::Sans)
    }

    /// The face that a family is, where it is one of ours.
    #[must_use]
    pub fn of_name(family: &FontFamily) -> Option<PictureFace> {
        let FontFamily::Named(name) = family else { return None };
        PictureFace::ALL.into_iter().find(|face| face.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// What kind of face a family is, as far as its name tells.
fn kind(family: &FontFamily) -> Option<PictureFace> {
    let name = match family {
        FontFamily::Serif => return Some(PictureFace::Serif),
        FontFamily::SansSerif | FontFamily::Cursive | FontFamily::Fantasy => return Some(PictureFace::Sans),
        FontFamily::Monospace => return Some(PictureFace::Code),
        FontFamily::Named(name) if name == NONE_NAMED => return Some(PictureFace::Serif),
        FontFamily::Named(name) => name.to_lowercase(),
    };
    let is_one_of = |names: &[&str]| names.iter().any(|known| name.contains(known));
    // "DejaVu Sans Mono" is code, "MS Sans Serif" is none.
    if is_one_of(&CODE) {
        Some(PictureFace::Code)
    } else if is_one_of(&SANS) {
        Some(PictureFace::Sans)
    } else if is_one_of(&SERIF) {
        Some(PictureFace::Serif)
    } else {
        None
    }
}

/// Parts of names that tell faces of fixed width.
const CODE: [&str; 10] =
    ["mono", "courier", "consol", "menlo", "monaco", "code", "typewriter", "terminal", "fixed", "cousine"];

/// Parts of names that tell faces without serifs.
const SANS: [&str; 25] = [
    "sans",
    "arial",
    "helvetica",
    "verdana",
    "tahoma",
    "trebuchet",
    "calibri",
    "candara",
    "segoe",
    "roboto",
    "lato",
    "montserrat",
    "ubuntu",
    "cantarell",
    "futura",
    "frutiger",
    "univers",
    "myriad",
    "avenir",
    "system-ui",
    "apple-system",
    "blinkmac",
    "impact",
    "aptos",
    "gothic",
];

/// Parts of names that tell faces with serifs.
const SERIF: [&str; 26] = [
    "serif",
    "times",
    "georgia",
    "garamond",
    "cambria",
    "palatino",
    "antiqua",
    "bookman",
    "century",
    "schoolbook",
    "baskerville",
    "didot",
    "bodoni",
    "minion",
    "charter",
    "merriweather",
    "playfair",
    "caslon",
    "constantia",
    "utopia",
    "roman",
    "cmr",
    "stix",
    "tinos",
    "mincho",
    "lora",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn face(families: &[&str]) -> PictureFace {
        let families: Vec<FontFamily> = families
            .iter()
            .map(|name| match *name {
                "serif" => FontFamily::Serif,
                "sans-serif" => FontFamily::SansSerif,
                "monospace" => FontFamily::Monospace,
                "cursive" => FontFamily::Cursive,
                name => FontFamily::Named(name.to_owned()),
            })
            .collect();
        PictureFace::standing_for(&families)
    }

    #[test]
    fn a_face_of_the_same_kind_stands_for_one_that_is_not_there() {
        for sans in [
            &["Arial"][..],
            &["Helvetica Neue", "serif"],
            &["sans-serif"],
            &["cursive"],
            &["DejaVu Sans"],
            &["Wingdings 9"],
            &["MS Sans Serif"],
            &[],
        ] {
            assert_eq!(face(sans), PictureFace::Sans, "{sans:?}");
        }
        for serif in
            [&["Times New Roman"][..], &["Nobody’s Own", "serif"], &["Georgia", "sans-serif"], &[NONE_NAMED]]
        {
            assert_eq!(face(serif), PictureFace::Serif, "{serif:?}");
        }
        for code in [&["Courier New"][..], &["DejaVu Sans Mono"], &["Nobody’s Own", "monospace"]] {
            assert_eq!(face(code), PictureFace::Code, "{code:?}");
        }
    }

    #[test]
    fn a_face_of_ours_is_taken_wherever_it_stands() {
        assert_eq!(face(&["Arial", "source serif 4"]), PictureFace::Serif);
        assert_eq!(face(&["Atkinson Hyperlegible Next", "monospace"]), PictureFace::Hyperlegible);
        assert_eq!(face(&["Inter"]), PictureFace::Sans);
    }
}
