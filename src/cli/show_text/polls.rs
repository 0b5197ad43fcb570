//! Polls for the terminal: what each discloses, its questions, their answers.

use super::layout::Page;
use crate::bundle::Bundle;
use crate::poll::{Answer, Poll, Question, Wording};

/// Columns of a disclosure's label.
const LABEL: usize = 17;
/// Columns of an answer's label before its value is pushed to the right, on a page of usual width.
const ANSWER: usize = 40;

/// A poll with everything in it.
pub fn poll(page: &mut Page, bundle: &Bundle, poll: &Poll) {
    page.underlined(poll.name(), '~');
    disclosure(page, bundle, poll);
    if let Some(note) = &poll.note {
        page.paragraph(2, note);
    }
    for question in &poll.questions {
        question_with_note(page, question);
    }
}

/// What a poll says about itself, one line each, "not stated" where it does not.
pub fn disclosure(page: &mut Page, bundle: &Bundle, poll: &Poll) {
    for (label, value) in poll.disclosure() {
        page.hanging(&format!("  {label:<LABEL$}"), value.as_deref().unwrap_or("not stated"));
    }
    if let Some(source) = bundle.source(&poll.source) {
        page.hanging(&format!("  {:<LABEL$}", "Read in"), &source.title);
        page.row(&format!("  {:<LABEL$}{}", "", source.url));
    }
    page.gap();
}

/// A question with its answers and what to know about it.
pub fn question_with_note(page: &mut Page, question: &Question) {
    question_table(page, question);
    if let Some(note) = &question.note {
        page.paragraph(4, &format!("Note: {note}"));
    }
}

/// A question with its answers.
pub fn question_table(page: &mut Page, question: &Question) {
    page.hanging("  ", &question.title);
    page.hanging("  ", &wording(&question.wording));
    let own = question.own_size().words().map(|people| format!("; n = {people}")).unwrap_or_default();
    let base = if own.is_empty() { question.base.words() } else { question.base.who() };
    page.hanging("  ", &format!("Base: {}{own}", base.as_deref().unwrap_or("not stated")));
    let most = ANSWER.min(page.width() / 2);
    let labels = question.answers.iter().map(|answer| width(&answer.label));
    let label = labels.max().unwrap_or(0).min(most);
    for answer in &question.answers {
        let space = " ".repeat(label.saturating_sub(width(&answer.label)));
        if width(&answer.label) > most {
            page.hanging("    ", &answer.label);
            page.hanging(&" ".repeat(label + 6), &value(answer));
        } else {
            page.hanging(&format!("    {}{space}  ", answer.label), &value(answer));
        }
    }
    page.gap();
}

fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

fn wording(wording: &Wording) -> String {
    match wording {
        Wording::Exact(words) => format!("“{words}”"),
        Wording::Paraphrase(words) => format!("{words} (paraphrased; wording not stated)"),
        Wording::NotStated => "Wording not stated".to_owned(),
    }
}

/// As printed; where that is no one number, with what it is taken to mean.
fn value(answer: &Answer) -> String {
    match answer.value.exact() {
        Some(_) => answer.printed.clone(),
        None => format!("{} ({})", answer.printed, answer.value.meaning()),
    }
}
