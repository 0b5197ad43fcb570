//! What can be wrong with the names of the files in a bundle.

use super::Rule;
use crate::diagnostics::Severity::Error;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "name-absolute",
        title: "A name begins with `/`",
        severity: Error,
        explanation: "Names are relative to the bundle's folder. The file is left out, since it could be \
                      written anywhere.",
    },
    Rule {
        code: "name-backslash",
        title: "A name holds a backslash",
        severity: Error,
        explanation: "It parts folders on Windows and is a plain character elsewhere, so the file would lie \
                      in another place on each. Folders are parted by `/`.",
    },
    Rule {
        code: "name-collides",
        title: "Two names differ only in capitals or in the form of letters",
        severity: Error,
        explanation: "On many systems they are one file. The second is left out; rename one of them.",
    },
    Rule {
        code: "name-control",
        title: "A name holds a character that cannot be seen",
        severity: Error,
        explanation: "It could make a name look like another one. Rename the file.",
    },
    Rule {
        code: "name-drive",
        title: "A name begins with a drive or a server",
        severity: Error,
        explanation: "Names are relative to the bundle's folder. The file is left out, since it could be \
                      written anywhere.",
    },
    Rule {
        code: "name-leaves-bundle",
        title: "A name leads out of the bundle",
        severity: Error,
        explanation: "A name holds no `..`. The file is left out, since it could be written anywhere.",
    },
    Rule {
        code: "name-malformed",
        title: "A name has an empty part",
        severity: Error,
        explanation: "Parts of a name are parted by one `/`, and none is empty or `.`.",
    },
    Rule {
        code: "name-not-portable",
        title: "A name is not possible on Windows",
        severity: Error,
        explanation: "Some names are devices there (`CON`, `NUL`), some characters are not allowed, and \
                      names do not end in a full stop or a space. Bundles open everywhere.",
    },
    Rule {
        code: "name-not-utf-8",
        title: "A name is not UTF-8",
        severity: Error,
        explanation: "It cannot be named in the manifest. Rename the file.",
    },
    Rule {
        code: "name-too-deep",
        title: "A file lies too deep in folders",
        severity: Error,
        explanation: "Eight parts to a name are enough; more would not fit some systems' limits.",
    },
    Rule {
        code: "name-too-long",
        title: "A name is too long",
        severity: Error,
        explanation: "A path inside the bundle takes at most 200 bytes, so that it fits every system's \
                      limit.",
    },
    Rule {
        code: "name-twice",
        title: "The archive holds a name twice",
        severity: Error,
        explanation: "Which of the two is shown would depend on the program. The first is shown here.",
    },
];
