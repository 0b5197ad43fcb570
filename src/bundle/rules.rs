//! The one table of rules: every fault that reading or checking a bundle can report.

use super::Bundle;
use crate::diagnostics::{Diagnostic, Severity};

/// One rule.
pub struct Rule {
    /// Stable: scripts rely on it.
    pub code: &'static str,
    /// A few words.
    pub title: &'static str,
    /// How much breaking it matters.
    pub severity: Severity,
    /// Why the rule is there and what to do, for people who write briefings.
    pub explanation: &'static str,
    /// Who finds it.
    pub found: Found,
}

/// Who finds the faults of a rule.
pub enum Found {
    /// The reader, as it meets the fault: there is nothing to look at afterwards.
    Reading,
    /// A function over the bundle that was read.
    Checking(fn(&Bundle) -> Vec<Diagnostic>),
}

/// All rules, in the order they are explained.
pub const RULES: &[Rule] = &[
    Rule {
        code: "archive-damaged",
        title: "The archive is damaged",
        severity: Severity::Error,
        explanation: "The directory at the end of the file does not fit the file. Fetch it again, or ask its \
                      maker for another copy.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-empty",
        title: "The file is empty",
        severity: Severity::Error,
        explanation: "A copy or a download did not go through. Fetch the file again.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-headers-differ",
        title: "The archive describes an entry in two ways",
        severity: Severity::Warning,
        explanation: "A zip archive describes each entry twice. Where the two differ, other programs may \
                      show another file than this one does; pack the folder again.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-mimetype-missing",
        title: "The archive does not begin with its type",
        severity: Severity::Warning,
        explanation: "The first entry is `mimetype`, not compressed, so that programs know a briefing \
                      without unpacking it. `briefing-reader pack` sees to it.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-mimetype-wrong",
        title: "The archive says it is something else",
        severity: Severity::Warning,
        explanation: "Its entry `mimetype` names another type. `briefing-reader pack` writes the right one.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-nested",
        title: "An archive lies inside the bundle",
        severity: Severity::Info,
        explanation: "It is never opened, and left out: most often it is an earlier pack of the same folder.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-overlap",
        title: "Two entries of the archive share bytes",
        severity: Severity::Error,
        explanation: "No honest program writes that; a few bytes could be unpacked any number of times. \
                      Nothing is read from the archive.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-ratio",
        title: "The archive unpacks to far more than its size",
        severity: Severity::Error,
        explanation: "Text and pictures do not shrink that much; the archive may be made to exhaust the \
                      machine. What was read before the limit is shown.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-truncated",
        title: "The file breaks off",
        severity: Severity::Error,
        explanation: "The end of the archive, with the list of its files, is missing. A copy or a download \
                      did not go through; fetch it again.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-unknown",
        title: "The file is not a bundle",
        severity: Severity::Error,
        explanation: "A bundle is a folder with a `briefing.ron`, or such a folder packed into a zip archive \
                      by `briefing-reader pack`.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-wrapped",
        title: "The bundle lies in a folder of the archive",
        severity: Severity::Warning,
        explanation: "The folder was compressed instead of what is in it. It is read all the same; other \
                      programs may not do so.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-damaged",
        title: "A file in the archive is damaged",
        severity: Severity::Error,
        explanation: "Its checksum is wrong or it cannot be unpacked. It is left out, for what it shows \
                      could be wrong.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-encrypted",
        title: "A file in the archive is encrypted",
        severity: Severity::Error,
        explanation: "Bundles have no passwords. Pack the folder without one.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-method",
        title: "A file is compressed in a way that bundles do not use",
        severity: Severity::Error,
        explanation: "Files are stored or deflated, which every zip program can do. `briefing-reader pack` \
                      sees to it.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-ratio",
        title: "A file unpacks to far more than its packed size",
        severity: Severity::Error,
        explanation: "Text and pictures do not shrink that much; the archive may be made to exhaust the \
                      machine. The file is left out.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-size-differs",
        title: "A file is not as large as the archive says",
        severity: Severity::Error,
        explanation: "The archive is damaged or made to mislead. The file is left out.",
        found: Found::Reading,
    },
    Rule {
        code: "file-is-folder",
        title: "A folder lies where a file should be",
        severity: Severity::Error,
        explanation: "A path is either a file or a folder, and `briefing.ron`, articles, tables and pictures \
                      are files.",
        found: Found::Reading,
    },
    Rule {
        code: "file-special",
        title: "A pipe, a socket or a device lies in the bundle",
        severity: Severity::Error,
        explanation: "Reading it could wait for ever or do harm. It is never opened.",
        found: Found::Reading,
    },
    Rule {
        code: "file-symlink",
        title: "A link lies in the bundle",
        severity: Severity::Error,
        explanation: "A link may lead anywhere on the reader's machine, so none is followed. Put the file \
                      itself in its place.",
        found: Found::Reading,
    },
    Rule {
        code: "file-unreadable",
        title: "A file cannot be read",
        severity: Severity::Error,
        explanation: "The system does not allow it, or the disk fails. Look at the file's permissions.",
        found: Found::Reading,
    },
    Rule {
        code: "manifest-absent",
        title: "There is no manifest",
        severity: Severity::Error,
        explanation: "A bundle is a folder, or a packed folder, with a `briefing.ron` at its top. FORMAT.md \
                      shows one.",
        found: Found::Reading,
    },
    Rule {
        code: "name-absolute",
        title: "A name begins with `/`",
        severity: Severity::Error,
        explanation: "Names are relative to the bundle's folder. The file is left out, since it could be \
                      written anywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-backslash",
        title: "A name holds a backslash",
        severity: Severity::Error,
        explanation: "It parts folders on Windows and is a plain character elsewhere, so the file would lie \
                      in another place on each. Folders are parted by `/`.",
        found: Found::Reading,
    },
    Rule {
        code: "name-collides",
        title: "Two names differ only in capitals or in the form of letters",
        severity: Severity::Error,
        explanation: "On many systems they are one file. The second is left out; rename one of them.",
        found: Found::Reading,
    },
    Rule {
        code: "name-control",
        title: "A name holds a character that cannot be seen",
        severity: Severity::Error,
        explanation: "It could make a name look like another one. Rename the file.",
        found: Found::Reading,
    },
    Rule {
        code: "name-drive",
        title: "A name begins with a drive or a server",
        severity: Severity::Error,
        explanation: "Names are relative to the bundle's folder. The file is left out, since it could be \
                      written anywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-leaves-bundle",
        title: "A name leads out of the bundle",
        severity: Severity::Error,
        explanation: "A name holds no `..`. The file is left out, since it could be written anywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-malformed",
        title: "A name has an empty part",
        severity: Severity::Error,
        explanation: "Parts of a name are parted by one `/`, and none is empty or `.`.",
        found: Found::Reading,
    },
    Rule {
        code: "name-not-portable",
        title: "A name is not possible on Windows",
        severity: Severity::Error,
        explanation: "Some names are devices there (`CON`, `NUL`), some characters are not allowed, and \
                      names do not end in a full stop or a space. Bundles open everywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-not-utf-8",
        title: "A name is not UTF-8",
        severity: Severity::Error,
        explanation: "It cannot be named in the manifest. Rename the file.",
        found: Found::Reading,
    },
    Rule {
        code: "name-too-deep",
        title: "A file lies too deep in folders",
        severity: Severity::Error,
        explanation: "Eight parts to a name are enough; more would not fit some systems' limits.",
        found: Found::Reading,
    },
    Rule {
        code: "name-too-long",
        title: "A name is too long",
        severity: Severity::Error,
        explanation: "A path inside the bundle takes at most 200 bytes, so that it fits every system's \
                      limit.",
        found: Found::Reading,
    },
    Rule {
        code: "name-twice",
        title: "The archive holds a name twice",
        severity: Severity::Error,
        explanation: "Which of the two is shown would depend on the program. The first is shown here.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-external",
        title: "A picture refers to something outside it",
        severity: Severity::Warning,
        explanation: "Nothing is ever fetched, so that part of the picture is missing. Embed it.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-kind-differs",
        title: "A picture is of another kind than its name says",
        severity: Severity::Warning,
        explanation: "Programs that go by the name cannot show it. Give it the extension of its kind.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-kind-unknown",
        title: "A picture is of a kind that is not shown",
        severity: Severity::Warning,
        explanation: "PNG, JPEG and SVG are. Save it as one of these.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-script",
        title: "A picture holds scripts",
        severity: Severity::Warning,
        explanation: "They are never run; what they draw is missing. Export the picture without them.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-too-complex",
        title: "A picture has too many parts",
        severity: Severity::Error,
        explanation: "Drawing it could exhaust the machine. Simplify it, or save it as PNG.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-too-large",
        title: "A picture has too many pixels",
        severity: Severity::Error,
        explanation: "Showing it could exhaust the machine. Scale it down; a page is some 2,000 pixels wide.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-unreadable",
        title: "A picture cannot be read",
        severity: Severity::Error,
        explanation: "The file is damaged or no picture. Save it again.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-article",
        title: "An article is too large",
        severity: Severity::Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Split the \
                      briefing.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-bundle",
        title: "The bundle is too large",
        severity: Severity::Error,
        explanation: "Files beyond the limit are left out, so that no bundle can exhaust the machine that \
                      opens it.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-manifest",
        title: "The manifest is too large",
        severity: Severity::Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Move large \
                      polls into tables.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-media",
        title: "A picture or other file is too large",
        severity: Severity::Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Scale it \
                      down.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-table",
        title: "A table is too large",
        severity: Severity::Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Split it over \
                      several polls.",
        found: Found::Reading,
    },
    Rule {
        code: "too-many-files",
        title: "There are too many files",
        severity: Severity::Error,
        explanation: "Files beyond the limit are left out. Most often the wrong folder was opened.",
        found: Found::Reading,
    },
];

/// A fault of the rule `code`, with the rule's severity.
///
/// # Panics
/// If no rule has that code: a mistake in this program.
#[must_use]
pub fn fault(code: &'static str, message: impl Into<String>) -> Diagnostic {
    let rule = RULES.iter().find(|rule| rule.code == code).expect("every code is in the table");
    Diagnostic::new(rule.code, rule.severity, message)
}
