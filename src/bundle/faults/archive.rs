//! What can be wrong with a `.briefing` file as an archive.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "archive-damaged",
        title: "The archive is damaged",
        severity: Error,
        explanation: "The directory at the end of the file does not fit the file. Fetch it again, or ask its \
                      maker for another copy.",
    },
    Rule {
        code: "archive-empty",
        title: "The file is empty",
        severity: Error,
        explanation: "A copy or a download did not go through. Fetch the file again.",
    },
    Rule {
        code: "archive-headers-differ",
        title: "The archive describes an entry in two ways",
        severity: Warning,
        explanation: "A zip archive describes each entry twice. Where the two differ, other programs may \
                      show another file than this one does; pack the folder again.",
    },
    Rule {
        code: "archive-mimetype-missing",
        title: "The archive does not begin with its type",
        severity: Warning,
        explanation: "The first entry is `mimetype`, not compressed, so that programs know a briefing \
                      without unpacking it. `briefing-reader pack` sees to it.",
    },
    Rule {
        code: "archive-mimetype-wrong",
        title: "The archive says it is something else",
        severity: Warning,
        explanation: "Its entry `mimetype` names another type. `briefing-reader pack` writes the right one.",
    },
    Rule {
        code: "archive-nested",
        title: "An archive lies inside the bundle",
        severity: Info,
        explanation: "It is never opened, and left out: most often it is an earlier pack of the same folder.",
    },
    Rule {
        code: "archive-overlap",
        title: "Two entries of the archive share bytes",
        severity: Error,
        explanation: "No honest program writes that; a few bytes could be unpacked any number of times. \
                      Nothing is read from the archive.",
    },
    Rule {
        code: "archive-ratio",
        title: "The archive unpacks to far more than its size",
        severity: Error,
        explanation: "Text and pictures do not shrink that much; the archive may be made to exhaust the \
                      machine. What was read before the limit is shown.",
    },
    Rule {
        code: "archive-truncated",
        title: "The file breaks off",
        severity: Error,
        explanation: "The end of the archive, with the list of its files, is missing. A copy or a download \
                      did not go through; fetch it again.",
    },
    Rule {
        code: "archive-unknown",
        title: "The file is not a bundle",
        severity: Error,
        explanation: "A bundle is a folder with a `briefing.ron`, or such a folder packed into a zip archive \
                      by `briefing-reader pack`.",
    },
    Rule {
        code: "archive-wrapped",
        title: "The bundle lies in a folder of the archive",
        severity: Warning,
        explanation: "The folder was compressed instead of what is in it. It is read all the same; other \
                      programs may not do so.",
    },
    Rule {
        code: "entry-damaged",
        title: "A file in the archive is damaged",
        severity: Error,
        explanation: "Its checksum is wrong or it cannot be unpacked. It is left out, for what it shows \
                      could be wrong.",
    },
    Rule {
        code: "entry-encrypted",
        title: "A file in the archive is encrypted",
        severity: Error,
        explanation: "Bundles have no passwords. Pack the folder without one.",
    },
    Rule {
        code: "entry-method",
        title: "A file is compressed in a way that bundles do not use",
        severity: Error,
        explanation: "Files are stored or deflated, which every zip program can do. `briefing-reader pack` \
                      sees to it.",
    },
    Rule {
        code: "entry-ratio",
        title: "A file unpacks to far more than its packed size",
        severity: Error,
        explanation: "Text and pictures do not shrink that much; the archive may be made to exhaust the \
                      machine. The file is left out.",
    },
    Rule {
        code: "entry-size-differs",
        title: "A file is not as large as the archive says",
        severity: Error,
        explanation: "The archive is damaged or made to mislead. The file is left out.",
    },
];
