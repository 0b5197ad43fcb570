//! What can be wrong with a picture.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "picture-external",
        title: "A picture refers to something outside it",
        severity: Warning,
        explanation: "Nothing is ever fetched, so that part of the picture is missing. Embed it.",
    },
    Rule {
        code: "picture-face",
        title: "Words in a picture are set in another face",
        severity: Info,
        explanation: "Pictures are drawn in the faces that come with the program, so that every machine shows \
                      the same. Words in another face, or in none, are set in the one of ours that is of its \
                      kind; none is left out.",
    },
    Rule {
        code: "picture-kind-differs",
        title: "A picture is of another kind than its name says",
        severity: Warning,
        explanation: "Programs that go by the name cannot show it. Give it the extension of its kind.",
    },
    Rule {
        code: "picture-kind-unknown",
        title: "A picture is of a kind that is not shown",
        severity: Warning,
        explanation: "PNG, JPEG and SVG are. Save it as one of these.",
    },
    Rule {
        code: "picture-script",
        title: "A picture holds scripts",
        severity: Warning,
        explanation: "They are never run; what they draw is missing. Export the picture without them.",
    },
    Rule {
        code: "picture-too-complex",
        title: "A picture has too many parts",
        severity: Error,
        explanation: "Drawing it could exhaust the machine. Simplify it, or save it as PNG.",
    },
    Rule {
        code: "picture-too-large",
        title: "A picture has too many pixels",
        severity: Error,
        explanation: "Showing it could exhaust the machine. Scale it down; a page is some 2,000 pixels wide.",
    },
    Rule {
        code: "picture-unreadable",
        title: "A picture cannot be read",
        severity: Error,
        explanation: "The file is damaged or no picture. Save it again.",
    },
];
