//! What can be wrong with the article: its structure, its links and its numbers.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "article-empty",
        title: "The article has no words",
        severity: Warning,
        explanation: "A briefing is something to read. Write the article, or mend its name in the \
                      manifest.",
    },
    Rule {
        code: "chart-without-caption",
        title: "A chart has no caption",
        severity: Warning,
        explanation: "People who do not see the chart hear the caption; so does everyone who reads the \
                      article in another program.",
    },
    Rule {
        code: "claim-differs",
        title: "A claim is not what its figure says",
        severity: Error,
        explanation: "The number in a link's words must be the figure's, in digits or in words. Mend the \
                      words, the figure or the link. An error, though the briefing reads: nothing misleads \
                      more than a wrong number with a source.",
    },
    Rule {
        code: "claim-firmer",
        title: "A claim is firmer than its source",
        severity: Warning,
        explanation: "\"More than half\" must not become \"half\", nor \"about a third\" 33%: what the \
                      source left open stays open. Keep its own words.",
    },
    Rule {
        code: "front-matter",
        title: "The article begins with front matter",
        severity: Info,
        explanation: "Other programs read such fields; here the manifest has them. They are no text of the \
                      article: not shown, counted or quoted. Move them to the manifest and take the lines \
                      out.",
    },
    Rule {
        code: "heading-level-one",
        title: "A heading is on the title's level",
        severity: Warning,
        explanation: "The title comes from the manifest; the article's own headings begin at `##`, so that \
                      there is one outline.",
    },
    Rule {
        code: "heading-skipped",
        title: "A heading skips a level",
        severity: Info,
        explanation: "Screen readers take the missing level for a missing section.",
    },
    Rule {
        code: "html-as-text",
        title: "HTML is shown as the text it is",
        severity: Info,
        explanation: "Tags that only set words or lines are understood; FORMAT.md names them. All others \
                      would need a browser, so readers see the tags themselves. Write it in Markdown.",
    },
    Rule {
        code: "link-unknown",
        title: "A link leads nowhere",
        severity: Warning,
        explanation: "Only `figure:`, `poll:`, `call:`, `source:`, headings and web or mail addresses are \
                      followed; anything else is shown as plain words.",
    },
    Rule {
        code: "number-unsourced",
        title: "A number in the text has no source",
        severity: Info,
        explanation: "It looks like a figure (a share, or a count in the thousands) and is not linked to \
                      one. If it is one, add it to the manifest and link it; if not, leave it.",
    },
    Rule {
        code: "picture-amid-text",
        title: "A picture or chart stands amid text",
        severity: Warning,
        explanation: "Pictures and charts are shown where they stand on a line of their own.",
    },
    Rule {
        code: "picture-without-text",
        title: "A picture has no alternative text",
        severity: Warning,
        explanation: "People who do not see the picture hear the text instead.",
    },
];
