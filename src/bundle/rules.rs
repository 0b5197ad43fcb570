//! The one table of rules: every fault that reading or checking a bundle can report.

mod article;
mod claims;
mod dates;
mod disclosure;
mod files;
mod findings;
mod ids;
mod metadata;
mod references;
mod uncited;
mod values;
mod walk;

use super::Bundle;
use crate::diagnostics::Severity::{Error, Info, Warning};
use crate::diagnostics::{Diagnostic, Severity};

pub use findings::{Findings, Where};

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
    Checking(fn(&Bundle, &mut Findings<'_>)),
}

/// All rules, by code.
pub const RULES: &[Rule] = &[
    Rule {
        code: "article-empty",
        title: "The article has no words",
        severity: Warning,
        explanation: "A briefing is something to read. Write the article, or mend its name in the \
                      manifest.",
        found: Found::Checking(article::empty),
    },
    Rule {
        code: "bounds-reversed",
        title: "A lower bound is above its upper bound",
        severity: Error,
        explanation: "`Between` takes the lower bound first.",
        found: Found::Checking(values::reversed),
    },
    Rule {
        code: "chart-without-caption",
        title: "A chart has no caption",
        severity: Warning,
        explanation: "People who do not see the chart hear the caption; so does everyone who reads the \
                      article in another program.",
        found: Found::Checking(article::without_caption),
    },
    Rule {
        code: "claim-differs",
        title: "A claim is not what its figure says",
        severity: Error,
        explanation: "The number in a link's words must be the figure's, in digits or in words. Mend the \
                      words, the figure or the link. An error, though the briefing reads: nothing misleads \
                      more than a wrong number with a source.",
        found: Found::Checking(claims::differs),
    },
    Rule {
        code: "claim-firmer",
        title: "A claim is firmer than its source",
        severity: Warning,
        explanation: "\"More than half\" must not become \"half\", nor \"about a third\" 33%: what the \
                      source left open stays open. Keep its own words.",
        found: Found::Checking(claims::firmer),
    },
    Rule {
        code: "date-malformed",
        title: "A date is not in ISO 8601",
        severity: Warning,
        explanation: "Dates are written `2021-03-01`, or `2021-03`, or `2021` where the source is no more \
                      exact. In other forms, days and months are mistaken for each other.",
        found: Found::Checking(dates::malformed),
    },
    Rule {
        code: "edition-zero",
        title: "Editions count from 1",
        severity: Error,
        explanation: "A higher edition replaces a lower one on a shelf.",
        found: Found::Checking(metadata::edition),
    },
    Rule {
        code: "field-duplicate",
        title: "A field is written twice",
        severity: Error,
        explanation: "Only one of the two can be meant. The first counts; take the other out.",
        found: Found::Reading,
    },
    Rule {
        code: "field-missing",
        title: "A field is missing",
        severity: Error,
        explanation: "The briefing cannot be shown in full without it. FORMAT.md shows every field with an example.",
        found: Found::Reading,
    },
    Rule {
        code: "field-not-stated",
        title: "A field is neither stated nor marked as not stated",
        severity: Warning,
        explanation: "Readers must be able to tell what the source does not say from what the writer forgot. \
                      Give the value, or write `NotStated`; never fill it in from elsewhere.",
        found: Found::Reading,
    },
    Rule {
        code: "field-unknown",
        title: "A field has an unknown name",
        severity: Error,
        explanation: "What it holds is not shown. Most often the name is misspelt.",
        found: Found::Reading,
    },
    Rule {
        code: "fieldwork-reversed",
        title: "Fieldwork ends before it starts",
        severity: Error,
        explanation: "The first date is the first day of fieldwork, the second its last.",
        found: Found::Checking(dates::reversed),
    },
    Rule {
        code: "figure-uncited",
        title: "Nothing cites a figure",
        severity: Warning,
        explanation: "Neither the article nor a highlight, call or related story leads to it, so that \
                      readers never see it.",
        found: Found::Checking(uncited::figures),
    },
    Rule {
        code: "file-absent",
        title: "A file is named but is not in the bundle",
        severity: Error,
        explanation: "The article, a table or a picture cannot be shown. Capitals count in names.",
        found: Found::Checking(files::absent),
    },
    Rule {
        code: "file-unnamed",
        title: "A file is in the bundle but nothing names it",
        severity: Info,
        explanation: "It is carried along for nothing.",
        found: Found::Checking(files::unnamed),
    },
    Rule {
        code: "format-unknown",
        title: "The briefing is in another format",
        severity: Error,
        explanation: "This program may misread it. The number is that of FORMAT.md, not of the edition.",
        found: Found::Checking(metadata::format),
    },
    Rule {
        code: "heading-level-one",
        title: "A heading is on the title's level",
        severity: Warning,
        explanation: "The title comes from the manifest; the article's own headings begin at `##`, so that \
                      there is one outline.",
        found: Found::Checking(article::level_one),
    },
    Rule {
        code: "heading-skipped",
        title: "A heading skips a level",
        severity: Info,
        explanation: "Screen readers take the missing level for a missing section.",
        found: Found::Checking(article::skipped),
    },
    Rule {
        code: "highlight-count",
        title: "A highlight has no figure, or too many",
        severity: Error,
        explanation: "A highlight shows one figure, or two as a change from one to the other.",
        found: Found::Checking(metadata::highlights),
    },
    Rule {
        code: "id-duplicate",
        title: "An id is given twice",
        severity: Error,
        explanation: "References lead to the first. Ids are unique among sources, among calls, among polls \
                      and figures together, among a poll's questions and among a question's answers.",
        found: Found::Checking(ids::duplicate),
    },
    Rule {
        code: "id-malformed",
        title: "An id is empty or has other characters",
        severity: Error,
        explanation: "Ids are part of references and addresses: lower-case letters, digits and hyphens \
                      only.",
        found: Found::Checking(ids::malformed),
    },
    Rule {
        code: "language-malformed",
        title: "The language is not a BCP 47 tag",
        severity: Warning,
        explanation: "Screen readers choose their voice by it, and hyphenation its rules.",
        found: Found::Checking(metadata::language),
    },
    Rule {
        code: "link-unknown",
        title: "A link leads nowhere",
        severity: Warning,
        explanation: "Only `figure:`, `poll:`, `call:`, `source:`, headings and web or mail addresses are \
                      followed; anything else is shown as plain words.",
        found: Found::Checking(article::unknown_link),
    },
    Rule {
        code: "net-differs",
        title: "A NET is not the sum of its parts",
        severity: Warning,
        explanation: "Beyond what rounding explains, either a value or the list of parts is wrong.",
        found: Found::Checking(values::net),
    },
    Rule {
        code: "number-malformed",
        title: "A number cannot be used",
        severity: Error,
        explanation: "Numbers are written with digits and a decimal point, without commas or `%`; counts are whole \
                      and not below 0. What is no number (NaN, infinity) has no place on a chart.",
        found: Found::Reading,
    },
    Rule {
        code: "path-leaves-bundle",
        title: "A path leads out of the bundle",
        severity: Error,
        explanation: "A bundle shows only what it carries. Paths are relative to its folder, with `/` \
                      between folders and without `..`.",
        found: Found::Checking(files::path_leaves),
    },
    Rule {
        code: "picture-amid-text",
        title: "A picture or chart stands amid text",
        severity: Warning,
        explanation: "Pictures and charts are shown where they stand on a line of their own.",
        found: Found::Checking(article::amid_text),
    },
    Rule {
        code: "picture-without-text",
        title: "A picture has no alternative text",
        severity: Warning,
        explanation: "People who do not see the picture hear the text instead.",
        found: Found::Checking(article::without_text),
    },
    Rule {
        code: "poll-undisclosed",
        title: "A poll does not say what polls have to disclose",
        severity: Warning,
        explanation: "The British Polling Council asks for client, dates, method, population, sample size, \
                      wording and tables of every published poll. State each, or mark it `NotStated`: \
                      readers weigh a poll by it.",
        found: Found::Checking(disclosure::undisclosed),
    },
    Rule {
        code: "poll-unshown",
        title: "The article does not lead to a poll or question",
        severity: Info,
        explanation: "It is still found among the polls.",
        found: Found::Checking(uncited::questions),
    },
    Rule {
        code: "printed-differs",
        title: "The words printed are not what the value says",
        severity: Warning,
        explanation: "`printed` is the source's own words, `value` what they mean. Charts show one beside \
                      the other.",
        found: Found::Checking(claims::printed_differs),
    },
    Rule {
        code: "question-without-answers",
        title: "A question has no answers",
        severity: Warning,
        explanation: "There is nothing to show. An answer whose value the source does not give is written \
                      with `NotReported`.",
        found: Found::Checking(disclosure::without_answers),
    },
    Rule {
        code: "reference-dangling",
        title: "A reference leads to nothing",
        severity: Error,
        explanation: "What it names is not in the briefing, most often because of a misspelling.",
        found: Found::Checking(references::dangling),
    },
    Rule {
        code: "reference-kind",
        title: "A reference leads to something of another kind",
        severity: Error,
        explanation: "A claim and a highlight name an answer or a figure, a chart names a question or a \
                      poll.",
        found: Found::Checking(references::kind),
    },
    Rule {
        code: "ron-syntax",
        title: "The manifest is not well-formed RON",
        severity: Error,
        explanation: "A comma, a colon, a quotation mark or a bracket is not where RON needs it. What could be \
                      understood is shown.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-too-deep",
        title: "Values are nested too deep",
        severity: Error,
        explanation: "No briefing needs such nesting; reading it could exhaust the machine.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed",
        title: "A bracket is never closed",
        severity: Error,
        explanation: "Every `(`, `[` and `{` needs its counterpart. The place shown is where the bracket opens.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed-comment",
        title: "A comment is never closed",
        severity: Error,
        explanation: "Everything after `/*` up to `*/` is left out; without `*/`, that is the rest of the file.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed-string",
        title: "A string is never closed",
        severity: Error,
        explanation: "Every `\"` needs its counterpart. The place shown is where the string opens.",
        found: Found::Reading,
    },
    Rule {
        code: "sample-size-zero",
        title: "A poll of nobody",
        severity: Warning,
        explanation: "No margin of error can be worked out. Where the source gives no number, write \
                      `NotStated`.",
        found: Found::Checking(values::sample_size),
    },
    Rule {
        code: "share-out-of-range",
        title: "A share is below 0 or above 100 percent",
        severity: Error,
        explanation: "Shares are percentages from 0 to 100, not fractions. It cannot be drawn.",
        found: Found::Checking(values::out_of_range),
    },
    Rule {
        code: "shares-as-fractions",
        title: "Shares look like fractions",
        severity: Warning,
        explanation: "All shares of a question sum to about 1. They are percentages from 0 to 100.",
        found: Found::Checking(values::fractions),
    },
    Rule {
        code: "shares-over-100",
        title: "The answers sum to more than 100%",
        severity: Warning,
        explanation: "Where people give one answer each, the answers are parts of one whole. Beyond what \
                      rounding explains, a value is wrong, a NET is not marked, or people could give \
                      several answers.",
        found: Found::Checking(values::over_100),
    },
    Rule {
        code: "table-columns",
        title: "A table's columns are not as they should be",
        severity: Error,
        explanation: "The first row names the columns; FORMAT.md lists them. Their order is free.",
        found: Found::Reading,
    },
    Rule {
        code: "table-row",
        title: "A row has more or fewer cells than the first",
        severity: Error,
        explanation: "Most often a text holds a comma and does not stand between quotation marks.",
        found: Found::Reading,
    },
    Rule {
        code: "table-scattered",
        title: "The rows of a question do not stand together",
        severity: Warning,
        explanation: "The answers are joined, but their order in the chart may not be the one that was meant.",
        found: Found::Reading,
    },
    Rule {
        code: "table-shared",
        title: "Two polls have the same table",
        severity: Error,
        explanation: "Its questions belong to the first; the second has none of them.",
        found: Found::Checking(files::shared_table),
    },
    Rule {
        code: "table-too-long",
        title: "A table has too many rows",
        severity: Error,
        explanation: "Rows beyond the limit are left out. Split the table over several polls.",
        found: Found::Reading,
    },
    Rule {
        code: "table-value",
        title: "A cell of a table holds what its column does not allow",
        severity: Error,
        explanation: "FORMAT.md says what each column holds.",
        found: Found::Reading,
    },
    Rule {
        code: "text-byte-order-mark",
        title: "A text begins with a byte order mark",
        severity: Info,
        explanation: "The mark is left out. Save the file as UTF-8 without it, for the sake of other programs.",
        found: Found::Reading,
    },
    Rule {
        code: "text-empty",
        title: "A text has no words",
        severity: Warning,
        explanation: "The field is there but says nothing.",
        found: Found::Checking(disclosure::texts),
    },
    Rule {
        code: "text-not-utf-8",
        title: "A text is not UTF-8",
        severity: Error,
        explanation: "Characters are lost where the bytes are not UTF-8. Save the file as UTF-8.",
        found: Found::Reading,
    },
    Rule {
        code: "text-nul",
        title: "A text holds NUL characters",
        severity: Warning,
        explanation: "They are no part of any text; most often the file was damaged or is not a text at all.",
        found: Found::Reading,
    },
    Rule {
        code: "text-too-long",
        title: "A text is longer than the limit",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it.",
        found: Found::Reading,
    },
    Rule {
        code: "url-malformed",
        title: "An address is not a web address",
        severity: Warning,
        explanation: "Readers follow it to the source. It begins with `https://` or `http://`.",
        found: Found::Checking(metadata::urls),
    },
    Rule {
        code: "variant-unknown",
        title: "A name is not one of those allowed",
        severity: Error,
        explanation: "Where a few names are allowed (`NotStated`, `Percent(…)`), any other is a mistake, most often \
                      a misspelling.",
        found: Found::Reading,
    },
    Rule {
        code: "wording-empty",
        title: "A wording has no words",
        severity: Warning,
        explanation: "`Exact` and `Paraphrase` hold the question. Where the source does not give it, write \
                      `NotStated`.",
        found: Found::Checking(disclosure::wording),
    },
    Rule {
        code: "wrong-kind",
        title: "A value is of the wrong kind",
        severity: Error,
        explanation: "A number stands where a string belongs, or the like. FORMAT.md shows every field.",
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

/// Everything that the rules find in a bundle that was read.
#[must_use]
pub fn check(bundle: &Bundle) -> Vec<Diagnostic> {
    let mut findings = Findings::new(bundle);
    for rule in RULES {
        if let Found::Checking(check) = rule.found {
            check(bundle, &mut findings);
        }
    }
    findings.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_stand_by_code_each_once() {
        let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
    }

    #[test]
    fn every_rule_is_explained_in_sentences() {
        for rule in RULES {
            assert!(rule.explanation.ends_with('.') && !rule.title.ends_with('.'), "{}", rule.code);
        }
    }
}
