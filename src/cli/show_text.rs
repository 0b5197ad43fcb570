//! A briefing for the terminal: plain text, wrapped, no control codes, so that any pager shows it.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::article::{Block, Container, Kind, Marker};
use crate::bundle::{Bundle, Found};
use crate::poll::{Disclosed, Poll, Question, Wording, dates::spoken};

/// Columns of the terminal that text is set in.
const WIDTH: usize = 78;

/// The whole briefing.
pub fn whole(bundle: &Bundle) -> String {
    let manifest = &bundle.manifest;
    let mut out = String::new();
    underlined(&mut out, &manifest.title, '=');
    paragraph(&mut out, &manifest.summary, "");
    paragraph(&mut out, &origin(bundle), "");
    section(&mut out, "Outline");
    for entry in bundle.article.outline() {
        let indent = "  ".repeat(usize::from(entry.level).saturating_sub(1));
        line(&mut out, &format!("{indent}{}", entry.text));
    }
    if !manifest.highlights.is_empty() {
        section(&mut out, "Key figures");
        for highlight in &manifest.highlights {
            let values: Vec<String> =
                highlight.figures.iter().map(|figure| bundle.value_text(figure)).collect();
            hanging(&mut out, &format!("{:>10}  ", values.join(" → ")), &highlight.caption);
        }
    }
    section(&mut out, "Article");
    for block in &bundle.article.blocks {
        article_block(&mut out, bundle, block);
    }
    if !manifest.polls.is_empty() {
        section(&mut out, "Polls");
        for poll in &manifest.polls {
            poll_with_disclosure(&mut out, bundle, poll);
        }
    }
    calls(&mut out, bundle);
    figures(&mut out, bundle);
    sources(&mut out, bundle);
    out
}

/// A poll, question, answer or figure.
pub fn one(bundle: &Bundle, found: &Found<'_>) -> String {
    let mut out = String::new();
    match found {
        Found::Poll(poll) => poll_with_disclosure(&mut out, bundle, poll),
        Found::Question { poll, question } | Found::Answer { poll, question, .. } => {
            if let Found::Answer { answer, .. } = found {
                let _ = writeln!(out, "{}: {} ({})\n", answer.label, answer.printed, answer.value.meaning());
            }
            question_table(&mut out, question);
            disclosure(&mut out, bundle, poll);
        }
        Found::Figure(figure) => {
            let _ = writeln!(out, "{} {}\n{}", figure.printed, figure.unit, figure.what);
        }
    }
    out
}

fn origin(bundle: &Bundle) -> String {
    let manifest = &bundle.manifest;
    let published = match &manifest.published {
        Disclosed::Stated(date) => spoken(date),
        Disclosed::NotStated => "date not stated".to_owned(),
    };
    format!(
        "{} · {published} · edition {} · {} words",
        manifest.publisher,
        manifest.edition,
        bundle.article.word_count()
    )
}

fn section(out: &mut String, title: &str) {
    out.push('\n');
    underlined(out, title, '-');
}

fn underlined(out: &mut String, title: &str, with: char) {
    let wrapped = textwrap::wrap(title, WIDTH);
    let width = wrapped.iter().map(|row| row.width()).max().unwrap_or(0);
    for row in wrapped {
        line(out, &row);
    }
    line(out, &with.to_string().repeat(width));
    out.push('\n');
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn paragraph(out: &mut String, text: &str, indent: &str) {
    if text.is_empty() {
        return;
    }
    hanging_with(out, indent, indent, text);
    out.push('\n');
}

/// A text whose first row begins with `first` and whose other rows stand under the text.
fn hanging(out: &mut String, first: &str, text: &str) {
    hanging_with(out, first, &" ".repeat(first.width()), text);
}

fn hanging_with(out: &mut String, first: &str, rest: &str, text: &str) {
    let options = textwrap::Options::new(WIDTH).initial_indent(first).subsequent_indent(rest);
    for row in textwrap::wrap(text, options) {
        line(out, &row);
    }
}

fn article_block(out: &mut String, bundle: &Bundle, block: &Block) {
    let (first, rest) = prefixes(&block.containers);
    match &block.kind {
        Kind::Heading { level, .. } => underlined(out, &block.text, if *level <= 2 { '~' } else { '.' }),
        Kind::Rule => line(out, &format!("{rest}* * *\n")),
        Kind::Picture { alt, path, .. } => {
            hanging_with(
                out,
                &first,
                &rest,
                &format!("[Picture: {}]", if alt.is_empty() { path } else { alt }),
            );
            out.push('\n');
        }
        Kind::Chart { reference, caption } => {
            line(out, &format!("{rest}[Chart: {caption}]"));
            if let Some((_, question)) = bundle.question(reference) {
                question_table(out, question);
            }
        }
        Kind::Code { .. } | Kind::Html => {
            for row in block.text.lines() {
                line(out, &format!("{rest}    {row}"));
            }
            out.push('\n');
        }
        Kind::Table(table) => {
            let rows: Vec<Vec<&str>> = table
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| &block.text[cell.clone()]).collect())
                .collect();
            text_table(out, &rows);
        }
        Kind::Paragraph => {
            hanging_with(out, &first, &rest, &block.text.replace('\n', " "));
            let tight = matches!(block.containers.last(), Some(Container::Item { tight: true, .. }));
            if !tight {
                out.push('\n');
            }
        }
    }
}

/// What stands before a block's first row and before its others.
fn prefixes(containers: &[Container]) -> (String, String) {
    let (mut first, mut rest) = (String::new(), String::new());
    for container in containers {
        let (begin, go_on) = match container {
            Container::Quote => ("> ".to_owned(), "> ".to_owned()),
            Container::Item { marker: Some(Marker::Bullet), .. } => ("• ".to_owned(), "  ".to_owned()),
            Container::Item { marker: Some(Marker::Number(number)), .. } => {
                (format!("{number}. "), "   ".to_owned())
            }
            Container::Item { marker: None, .. } => ("  ".to_owned(), "  ".to_owned()),
            Container::Footnote { number, first: true, .. } => (format!("[{number}] "), "    ".to_owned()),
            Container::Footnote { .. } => ("    ".to_owned(), "    ".to_owned()),
        };
        first += &begin;
        rest += &go_on;
    }
    (first, rest)
}

/// Columns as wide as their longest cell; the last one wraps.
fn text_table(out: &mut String, rows: &[Vec<&str>]) {
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        })
        .map(|width| width.min(WIDTH / 2))
        .collect();
    for row in rows {
        let mut first = String::from("  ");
        for (cell, width) in row.iter().zip(&widths).take(columns.saturating_sub(1)) {
            let cell = textwrap::wrap(cell, *width).first().map(ToString::to_string).unwrap_or_default();
            first += &cell;
            first += &" ".repeat(width.saturating_sub(cell.width()) + 2);
        }
        hanging(out, &first, row.last().copied().unwrap_or_default());
    }
    out.push('\n');
}

fn poll_with_disclosure(out: &mut String, bundle: &Bundle, poll: &Poll) {
    underlined(out, poll.name(), '~');
    disclosure(out, bundle, poll);
    if let Some(note) = &poll.note {
        paragraph(out, note, "  ");
    }
    for question in &poll.questions {
        question_table(out, question);
    }
}

fn disclosure(out: &mut String, bundle: &Bundle, poll: &Poll) {
    for (label, value) in poll.disclosure() {
        hanging(out, &format!("  {label:<17}"), value.as_deref().unwrap_or("not stated"));
    }
    if let Some(source) = bundle.source(&poll.source) {
        hanging(out, &format!("  {:<17}", "Read in"), &format!("{}, {}", source.title, source.url));
    }
    out.push('\n');
}

fn question_table(out: &mut String, question: &Question) {
    hanging(out, "  ", &question.title);
    let wording = match &question.wording {
        Wording::Exact(words) => format!("“{words}”"),
        Wording::Paraphrase(words) => format!("{words} (paraphrased; wording not stated)"),
        Wording::NotStated => "Wording not stated".to_owned(),
    };
    hanging(out, "  ", &wording);
    hanging(out, "  ", &format!("Base: {}", question.base.words().as_deref().unwrap_or("not stated")));
    let label = question.answers.iter().map(|answer| answer.label.width()).max().unwrap_or(0).min(40);
    for answer in &question.answers {
        let space = " ".repeat(label.saturating_sub(answer.label.width()));
        let meaning = match answer.value.exact() {
            Some(_) => String::new(),
            None => format!(" ({})", answer.value.meaning()),
        };
        hanging(out, &format!("    {}{space}  ", answer.label), &format!("{}{meaning}", answer.printed));
    }
    out.push('\n');
}

fn calls(out: &mut String, bundle: &Bundle) {
    if bundle.manifest.calls.is_empty() {
        return;
    }
    section(out, "Calls to action");
    for (index, call) in bundle.manifest.calls.iter().enumerate() {
        hanging(out, &format!("{}. ", index + 1), &call.title);
        let to = call.to.stated().map_or("whom: not stated", String::as_str);
        hanging(out, "   ", &format!("{} to {to}", call.by));
        hanging(out, "   ", &call.text);
        if !call.evidence.is_empty() {
            let evidence: Vec<String> =
                call.evidence.iter().map(|reference| bundle.evidence_text(reference)).collect();
            hanging(out, "   ", &format!("Rests on: {}", evidence.join("; ")));
        }
        out.push('\n');
    }
}

fn figures(out: &mut String, bundle: &Bundle) {
    if bundle.manifest.figures.is_empty() {
        return;
    }
    section(out, "Other figures");
    for figure in &bundle.manifest.figures {
        hanging(out, &format!("  {}  ", figure.printed), &figure.what);
    }
}

fn sources(out: &mut String, bundle: &Bundle) {
    if bundle.manifest.sources.is_empty() {
        return;
    }
    section(out, "Sources");
    for source in &bundle.manifest.sources {
        let published =
            source.published.stated().map_or_else(|| "date not stated".to_owned(), |date| spoken(date));
        hanging(out, "  ", &format!("{}. {}, {published}.", source.title, source.publisher));
        // Addresses are never broken over rows: they are there to be copied.
        line(out, &format!("  {}", source.url));
        out.push('\n');
    }
}
