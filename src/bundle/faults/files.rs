//! What can be wrong with the files in a bundle, whatever is in them.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "file-absent",
        title: "A file is named but is not in the bundle",
        severity: Error,
        explanation: "The article, a table or a picture cannot be shown. Capitals count in names.",
    },
    Rule {
        code: "file-is-folder",
        title: "A folder lies where a file should be",
        severity: Error,
        explanation: "A path is either a file or a folder, and `briefing.ron`, articles, tables and pictures \
                      are files.",
    },
    Rule {
        code: "file-special",
        title: "A pipe, a socket or a device lies in the bundle",
        severity: Error,
        explanation: "Reading it could wait for ever or do harm. It is never opened.",
    },
    Rule {
        code: "file-symlink",
        title: "A link lies in the bundle",
        severity: Error,
        explanation: "A link may lead anywhere on the reader's machine, so none is followed. Put the file \
                      itself in its place.",
    },
    Rule {
        code: "file-unnamed",
        title: "A file is in the bundle but nothing names it",
        severity: Info,
        explanation: "It is carried along for nothing.",
    },
    Rule {
        code: "file-unreadable",
        title: "A file cannot be read",
        severity: Error,
        explanation: "The system does not allow it, or the disk fails. Look at the file's permissions.",
    },
    Rule {
        code: "manifest-absent",
        title: "There is no manifest",
        severity: Error,
        explanation: "A bundle is a folder, or a packed folder, with a `briefing.ron` at its top. FORMAT.md \
                      shows one.",
    },
    Rule {
        code: "path-leaves-bundle",
        title: "A path leads out of the bundle",
        severity: Error,
        explanation: "A bundle shows only what it carries. Paths are relative to its folder, with `/` \
                      between folders and without `..`.",
    },
    Rule {
        code: "too-large-article",
        title: "An article is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Split the \
                      briefing.",
    },
    Rule {
        code: "too-large-bundle",
        title: "The bundle is too large",
        severity: Error,
        explanation: "Files beyond the limit are left out, so that no bundle can exhaust the machine that \
                      opens it.",
    },
    Rule {
        code: "too-large-manifest",
        title: "The manifest is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Move large \
                      polls into tables.",
    },
    Rule {
        code: "too-large-media",
        title: "A picture or other file is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Scale it \
                      down.",
    },
    Rule {
        code: "too-large-table",
        title: "A table is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Split it over \
                      several polls.",
    },
    Rule {
        code: "too-many-files",
        title: "There are too many files",
        severity: Error,
        explanation: "Files beyond the limit are left out. Most often the wrong folder was opened.",
    },
];
