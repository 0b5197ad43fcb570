//! The faces that an article can be set in.

use egui::FontFamily;
use serde::{Deserialize, Serialize};

/// A face to read in, with its italic and its semibold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum TextFace {
    /// A serif.
    #[default]
    SourceSerif,
    /// A sans: the one of the chrome.
    Inter,
    /// Made for people with low vision: no two letters look alike.
    Atkinson,
}

/// A file by name: regular, italic, semibold, semibold italic.
type Files = [(&'static str, &'static [u8]); 4];

const SOURCE_SERIF: Files = [
    ("source-serif", include_bytes!("../../assets/fonts/SourceSerif4_400Regular.ttf")),
    ("source-serif-italic", include_bytes!("../../assets/fonts/SourceSerif4_400Regular_Italic.ttf")),
    ("source-serif-semibold", include_bytes!("../../assets/fonts/SourceSerif4_600SemiBold.ttf")),
    (
        "source-serif-semibold-italic",
        include_bytes!("../../assets/fonts/SourceSerif4_600SemiBold_Italic.ttf"),
    ),
];
const INTER: Files = [
    ("inter", include_bytes!("../../assets/fonts/Inter_400Regular.ttf")),
    ("inter-italic", include_bytes!("../../assets/fonts/Inter_400Regular_Italic.ttf")),
    ("inter-semibold", include_bytes!("../../assets/fonts/Inter_600SemiBold.ttf")),
    ("inter-semibold-italic", include_bytes!("../../assets/fonts/Inter_600SemiBold_Italic.ttf")),
];
const ATKINSON: Files = [
    ("atkinson", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf")),
    ("atkinson-italic", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext_400Regular_Italic.ttf")),
    ("atkinson-semibold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf")),
    (
        "atkinson-semibold-italic",
        include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext_600SemiBold_Italic.ttf"),
    ),
];

impl TextFace {
    /// All of them, in the order they are offered.
    pub const ALL: [TextFace; 3] = [TextFace::SourceSerif, TextFace::Inter, TextFace::Atkinson];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            TextFace::SourceSerif => "Source Serif",
            TextFace::Inter => "Inter",
            TextFace::Atkinson => "Atkinson Hyperlegible",
        }
    }

    /// egui's name for the face itself, whichever is chosen: for a sample of it.
    #[must_use]
    pub fn sample(self) -> FontFamily {
        FontFamily::Name(format!("sample-{}", self.files()[0].0).into())
    }

    /// What its sizes are multiplied by, so that the faces look equally large (their small letters
    /// are 0.475, 0.546 and 0.496 em high) and lines hold about as many letters.
    pub(super) fn scale(self) -> f32 {
        match self {
            TextFace::SourceSerif => 1.0,
            TextFace::Inter => 0.97,
            TextFace::Atkinson => 1.04,
        }
    }

    pub(super) fn files(self) -> Files {
        match self {
            TextFace::SourceSerif => SOURCE_SERIF,
            TextFace::Inter => INTER,
            TextFace::Atkinson => ATKINSON,
        }
    }
}
