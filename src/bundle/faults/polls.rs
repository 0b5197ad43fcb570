//! What can be wrong with polls and figures.

use super::Rule;
use crate::diagnostics::Severity::{Error, Info, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "bounds-reversed",
        title: "A lower bound is above its upper bound",
        severity: Error,
        explanation: "`Between` takes the lower bound first.",
    },
    Rule {
        code: "fieldwork-reversed",
        title: "Fieldwork ends before it starts",
        severity: Error,
        explanation: "The first date is the first day of fieldwork, the second its last.",
    },
    Rule {
        code: "figure-uncited",
        title: "Nothing cites a figure",
        severity: Warning,
        explanation: "Neither the article nor a highlight, call or related story leads to it, so that \
                      readers never see it.",
    },
    Rule {
        code: "n-differs",
        title: "How many answered is stated twice, and not alike",
        severity: Warning,
        explanation: "The field of the question counts. Intervals rest on that number.",
    },
    Rule {
        code: "n-in-words",
        title: "How many answered stands in words alone",
        severity: Info,
        explanation: "A question's `n` is how many its percentages are of. What the words of the base say for \
                      certain (\"n=312\") is used all the same; a number that may be something else is not.",
    },
    Rule {
        code: "n-too-large",
        title: "A part has more people than its whole",
        severity: Warning,
        explanation: "No group is larger than the poll that it is part of, no base larger than all that were \
                      asked, and no effective number larger than the number of people.",
    },
    Rule {
        code: "net-differs",
        title: "A NET is not the sum of its parts",
        severity: Warning,
        explanation: "Beyond what rounding explains, either a value or the list of parts is wrong.",
    },
    Rule {
        code: "poll-undisclosed",
        title: "A poll does not say what polls have to disclose",
        severity: Warning,
        explanation: "The British Polling Council asks for client, dates, method, population, sample size, \
                      wording and tables of every published poll. State each, or mark it `NotStated`: \
                      readers weigh a poll by it.",
    },
    Rule {
        code: "poll-unshown",
        title: "The article does not lead to a poll or question",
        severity: Info,
        explanation: "It is still found among the polls. Where that is meant, `for_reference: true` in the \
                      question or in its poll says so.",
    },
    Rule {
        code: "printed-differs",
        title: "The words printed are not what the value says",
        severity: Error,
        explanation: "`printed` is the source's own words, `value` what they mean. Charts show one beside \
                      the other.",
    },
    Rule {
        code: "question-without-answers",
        title: "A question has no answers",
        severity: Warning,
        explanation: "There is nothing to show. An answer whose value the source does not give is written \
                      with `NotReported`.",
    },
    Rule {
        code: "sample-size-zero",
        title: "A poll of nobody",
        severity: Warning,
        explanation: "No margin of error can be worked out. Where the source gives no number, write \
                      `NotStated`.",
    },
    Rule {
        code: "share-out-of-range",
        title: "A share is below 0 or above 100 percent",
        severity: Error,
        explanation: "Shares are percentages from 0 to 100, not fractions. It cannot be drawn.",
    },
    Rule {
        code: "shares-as-fractions",
        title: "Shares look like fractions",
        severity: Warning,
        explanation: "No share of a question is above 1%, and together they are about 1, or more where people could \
                      give several answers. Shares are percentages from 0 to 100.",
    },
    Rule {
        code: "shares-over-100",
        title: "The answers sum to more than 100%",
        severity: Warning,
        explanation: "Where people give one answer each, the answers are parts of one whole. Beyond what \
                      rounding of the printed numbers explains, those who do not know are not in the base of \
                      the others, people could give several answers, a NET is not marked, or a value is wrong. \
                      Such answers are drawn as bars, never as one bar of 100%.",
    },
    Rule {
        code: "shares-under-100",
        title: "A list of answers sums to less than 100%",
        severity: Info,
        explanation: "The list goes as far as those who do not know, and yet more is missing than rounding of \
                      the printed numbers explains. The chart shows the rest as not reported.",
    },
    Rule {
        code: "subgroup-circle",
        title: "A subgroup is part of itself",
        severity: Error,
        explanation: "`subgroup_of` names the poll that a group is part of. Where that leads back to the group, \
                      nobody can tell whose answers are whose.",
    },
    Rule {
        code: "wording-borrowed",
        title: "A wording is taken from a question that does not state it",
        severity: Error,
        explanation: "`SameAs` names the question where the words are written, not one that refers to a third.",
    },
    Rule {
        code: "wording-empty",
        title: "A wording has no words",
        severity: Warning,
        explanation: "`Exact` and `Paraphrase` hold the question. Where the source does not give it, write \
                      `NotStated`.",
    },
];
