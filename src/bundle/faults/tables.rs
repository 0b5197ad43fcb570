//! What can be wrong with a table of polls.

use super::Rule;
use crate::diagnostics::Severity::{Error, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "table-columns",
        title: "A table's columns are not as they should be",
        severity: Error,
        explanation: "The first row names the columns; FORMAT.md lists them. Their order is free.",
    },
    Rule {
        code: "table-names-alike",
        title: "Names of two waves or groups come to the same id",
        severity: Warning,
        explanation: "References are made of the letters and digits of a name. Where two names have the same, \
                      one is numbered; write them alike if they are one, or give them ids of their own.",
    },
    Rule {
        code: "table-row",
        title: "A row has more or fewer cells than the header",
        severity: Error,
        explanation: "Most often a text holds a comma and does not stand between quotation marks. Where words \
                      stand beyond the last column, a value counts only if the words printed hold it.",
    },
    Rule {
        code: "table-rows-left-out",
        title: "Rows of a table hold no answers",
        severity: Warning,
        explanation: "Titles, sources and other words around a table are not read, and readers do not see \
                      them. Rows without any words are passed over.",
    },
    Rule {
        code: "table-scattered",
        title: "The rows of a question do not stand together",
        severity: Warning,
        explanation: "The answers are joined, but their order in the chart may not be the one that was meant.",
    },
    Rule {
        code: "table-shared",
        title: "Two polls have the same table",
        severity: Error,
        explanation: "Its questions belong to the first; the second has none of them.",
    },
    Rule {
        code: "table-too-long",
        title: "A table has too many rows",
        severity: Error,
        explanation: "Rows beyond the limit are left out. Split the table over several polls.",
    },
    Rule {
        code: "table-value",
        title: "A cell of a table holds what its column does not allow",
        severity: Error,
        explanation: "FORMAT.md says what each column holds.",
    },
];
