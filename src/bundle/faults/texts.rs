//! What can be wrong with the bytes of a text.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "text-byte-order-mark",
        title: "A text begins with a byte order mark",
        severity: Info,
        explanation: "The mark is left out. Save the file as UTF-8 without it, for the sake of other programs.",
    },
    Rule {
        code: "text-garbled",
        title: "Letters of a text are garbled",
        severity: Warning,
        explanation: "Signs such as `â€™` or `Ã©` are what is left of others where a text in UTF-8 was read in \
                      another encoding and saved again.",
    },
    Rule {
        code: "text-not-utf-8",
        title: "A text is not UTF-8",
        severity: Error,
        explanation: "Other programs show wrong characters, or none. UTF-16 and Windows-1252 are understood here, \
                      the latter by guessing; any other bytes are lost. Save the file as UTF-8.",
    },
    Rule {
        code: "text-nul",
        title: "A text holds NUL characters",
        severity: Warning,
        explanation: "They are no part of any text; most often the file was damaged or is not a text at all.",
    },
];
