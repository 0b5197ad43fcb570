//! What can be wrong with the manifest: its RON, its fields, and what they say of the briefing.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "date-malformed",
        title: "A date is not in ISO 8601",
        severity: Warning,
        explanation: "Dates are written `2021-03-01`, or `2021-03`, or `2021` where the source is no more \
                      exact; `2021-03-01/2021-03-03` and `2021/2022` are from one date to another. In \
                      other forms, days and months are mistaken for each other. What is no date stands in \
                      references as it is written.",
    },
    Rule {
        code: "edition-zero",
        title: "Editions count from 1",
        severity: Error,
        explanation: "A higher edition replaces a lower one on a shelf.",
    },
    Rule {
        code: "field-duplicate",
        title: "A field is written twice",
        severity: Error,
        explanation: "Only one of the two can be meant. The first counts; take the other out.",
    },
    Rule {
        code: "field-missing",
        title: "A field is missing",
        severity: Error,
        explanation: "The briefing cannot be shown in full without it. FORMAT.md shows every field with an example.",
    },
    Rule {
        code: "field-not-stated",
        title: "A field is neither stated nor marked as not stated",
        severity: Warning,
        explanation: "Readers must be able to tell what the source does not say from what the writer forgot. \
                      Give the value, or write `NotStated`; never fill it in from elsewhere.",
    },
    Rule {
        code: "field-unknown",
        title: "A field has an unknown name",
        severity: Error,
        explanation: "What it holds is not shown. Most often the name is misspelt.",
    },
    Rule {
        code: "format-unknown",
        title: "The briefing is in another format",
        severity: Error,
        explanation: "This program may misread it. The number is that of FORMAT.md, not of the edition.",
    },
    Rule {
        code: "highlight-count",
        title: "A highlight has no figure, or too many",
        severity: Error,
        explanation: "A highlight shows one figure, or two as a change from one to the other.",
    },
    Rule {
        code: "id-duplicate",
        title: "An id is given twice",
        severity: Error,
        explanation: "References lead to the first. Ids are unique among sources, among calls, among polls \
                      and figures together, among a poll's questions and among a question's answers.",
    },
    Rule {
        code: "id-malformed",
        title: "An id is empty or has other characters",
        severity: Error,
        explanation: "Ids are part of references and addresses: lower-case letters, digits and hyphens \
                      only.",
    },
    Rule {
        code: "language-malformed",
        title: "The language is not a BCP 47 tag",
        severity: Warning,
        explanation: "Screen readers choose their voice by it, and hyphenation its rules.",
    },
    Rule {
        code: "number-as-printed",
        title: "A number is written as it was printed",
        severity: Warning,
        explanation: "It is understood, but RON knows no other minus than `-`, no percent signs and no blanks \
                      between digits: other programs would stop here. Tables may have all of these.",
    },
    Rule {
        code: "number-malformed",
        title: "A number cannot be used",
        severity: Error,
        explanation: "Numbers are written with digits and a decimal point, without commas or `%`; counts are whole \
                      and not below 0. What is no number (NaN, infinity) has no place on a chart.",
    },
    Rule {
        code: "number-unclear",
        title: "What is printed in a number's place is not one number",
        severity: Error,
        explanation: "\"<1\", \"12*\", \"n/a\" or \"62,500\" may be meant in more than one way, and a number that was \
                      guessed is worse than none. The hint says how each is written; the source's own \
                      words stay in `printed`.",
    },
    Rule {
        code: "reference-dangling",
        title: "A reference leads to nothing",
        severity: Error,
        explanation: "What it names is not in the briefing, most often because of a misspelling.",
    },
    Rule {
        code: "reference-kind",
        title: "A reference leads to something of another kind",
        severity: Error,
        explanation: "A claim and a highlight name an answer or a figure, a chart names a question or a \
                      poll.",
    },
    Rule {
        code: "right-to-left",
        title: "The briefing runs from right to left",
        severity: Info,
        explanation: "This version of the reader puts the words of each line in order, but begins lines, \
                      lists and tables at the left, and says so at its head. Nothing is wrong with the briefing.",
    },
    Rule {
        code: "ron-syntax",
        title: "The manifest is not well-formed RON",
        severity: Error,
        explanation: "A comma, a colon, a quotation mark or a bracket is not where RON needs it. What could be \
                      understood is shown.",
    },
    Rule {
        code: "ron-too-deep",
        title: "Values are nested too deep",
        severity: Error,
        explanation: "No briefing needs such nesting; reading it could exhaust the machine.",
    },
    Rule {
        code: "ron-unclosed",
        title: "A bracket is never closed",
        severity: Error,
        explanation: "Every `(`, `[` and `{` needs its counterpart. The place shown is where the bracket opens.",
    },
    Rule {
        code: "ron-unclosed-comment",
        title: "A comment is never closed",
        severity: Error,
        explanation: "Everything after `/*` up to `*/` is left out; without `*/`, that is the rest of the file.",
    },
    Rule {
        code: "ron-unclosed-string",
        title: "A string is never closed",
        severity: Error,
        explanation: "Every `\"` needs its counterpart. The place shown is where the string opens.",
    },
    Rule {
        code: "text-empty",
        title: "A text has no words",
        severity: Warning,
        explanation: "The field is there but says nothing.",
    },
    Rule {
        code: "url-malformed",
        title: "An address is not a web address",
        severity: Warning,
        explanation: "Readers follow it to the source. It begins with `https://` or `http://`.",
    },
    Rule {
        code: "variant-unknown",
        title: "A name is not one of those allowed",
        severity: Error,
        explanation: "Where a few names are allowed (`NotStated`, `Percent(…)`), any other is a mistake, most often \
                      a misspelling.",
    },
    Rule {
        code: "wrong-kind",
        title: "A value is of the wrong kind",
        severity: Error,
        explanation: "A number stands where a string belongs, or the like. FORMAT.md shows every field.",
    },
];
