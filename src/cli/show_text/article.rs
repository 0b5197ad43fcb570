//! The article for the terminal.

use unicode_width::UnicodeWidthStr;

use super::layout::Page;
use super::polls::question_table;
use super::tables::Side;
use crate::article::{Alignment, Block, Container, Kind, Marker, Table, Target};
use crate::bundle::Bundle;

/// All blocks in reading order.
pub fn blocks(page: &mut Page, bundle: &Bundle) {
    let blocks = &bundle.article.blocks;
    for (index, block) in blocks.iter().enumerate() {
        self::block(page, bundle, index);
        let next = blocks.get(index + 1);
        if !(is_tight(block) && next.is_some_and(is_tight)) {
            page.gap();
        }
    }
}

/// One block, with the marks of what it stands in.
pub fn block(page: &mut Page, bundle: &Bundle, index: usize) {
    let block = &bundle.article.blocks[index];
    let (first, rest) = prefixes(&block.containers);
    let (first, rest) = (cut(&first, page.width() / 2), cut(&rest, page.width() / 2));
    let mut inner = page.inner(rest.width());
    set(&mut inner, bundle, block);
    page.place(&inner, first, rest);
}

/// The end of what stands before a row, no wider than that: things may lie very deep in others.
fn cut(before: &str, width: usize) -> &str {
    let mut from = before;
    while from.width() > width {
        from = &from[from.chars().next().map_or(0, char::len_utf8)..];
    }
    from
}

fn is_tight(block: &Block) -> bool {
    matches!(block.containers.last(), Some(Container::Item { tight: true, .. }))
}

fn set(page: &mut Page, bundle: &Bundle, block: &Block) {
    match &block.kind {
        Kind::Heading { level, .. } => page.underlined(&block.words(), if *level <= 2 { '~' } else { '.' }),
        Kind::Rule => page.row("* * *"),
        Kind::Picture { alt, path, .. } => {
            let words = if alt.is_empty() { path } else { alt };
            page.hanging("", &format!("[Picture: {words}]"));
        }
        Kind::Chart { reference, caption } => {
            page.hanging("", &format!("[Chart: {caption}]"));
            if let Some((_, question)) = bundle.question(reference) {
                question_table(page, question);
            }
        }
        Kind::Code { .. } | Kind::Html => {
            for row in block.text.lines() {
                page.row(&format!("    {row}"));
            }
        }
        Kind::Table(table) => set_table(page, block, table),
        Kind::Paragraph => page.hanging("", &running_text(block)),
    }
}

fn set_table(page: &mut Page, block: &Block, table: &Table) {
    let rows: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| block.text.get(cell.clone()).unwrap_or_default()).collect())
        .collect();
    let side = |alignment: &Alignment| match alignment {
        Alignment::End => Side::Right,
        Alignment::Start | Alignment::Centre => Side::Left,
    };
    let sides: Vec<Side> = table.alignment.iter().map(side).collect();
    page.table(&rows, &sides, true);
}

/// A paragraph's text, with what style and mouse would tell on the page: `[1]` for a footnote's
/// mark, a link's address behind its words, and `~~` about words that are struck out.
fn running_text(block: &Block) -> String {
    let mut out = String::new();
    for (index, run) in block.runs.iter().enumerate() {
        let words = block.text.get(run.range.clone()).unwrap_or_default();
        let is_struck = |index: Option<usize>| {
            index.and_then(|index| block.runs.get(index)).is_some_and(|run| run.style.strikethrough)
        };
        if run.style.strikethrough && !is_struck(index.checked_sub(1)) {
            out += "~~";
        }
        match &run.target {
            Some(Target::Footnote { number, .. }) => out.extend(["[", &number.to_string(), "]"]),
            _ => out += words,
        }
        // A link can be set in several runs; its address stands behind the last.
        let goes_on = block.runs.get(index + 1).is_some_and(|next| next.target == run.target);
        if let Some(Target::Web(address)) = &run.target
            && !goes_on
            && !address.ends_with(words)
        {
            out.extend([" <", address, ">"]);
        }
        if run.style.strikethrough && !is_struck(Some(index + 1)) {
            out += "~~";
        }
    }
    out
}

/// The box of a task.
fn task(is_done: bool) -> &'static str {
    if is_done { "[x] " } else { "[ ] " }
}

/// What stands before a block's first row and before its others.
fn prefixes(containers: &[Container]) -> (String, String) {
    let (mut first, mut rest) = (String::new(), String::new());
    for container in containers {
        let begin = match container {
            Container::Quote => "> ".to_owned(),
            Container::Item { marker: Some(Marker::Bullet), task: None, .. } => "• ".to_owned(),
            Container::Item { marker: Some(Marker::Bullet), task: Some(done), .. } => task(*done).to_owned(),
            Container::Item { marker: Some(Marker::Number(number)), task: None, .. } => {
                format!("{number}. ")
            }
            Container::Item { marker: Some(Marker::Number(number)), task: Some(done), .. } => {
                format!("{number}. {}", task(*done))
            }
            Container::Item { marker: None, .. } => "  ".to_owned(),
            Container::Footnote { number, first: true, .. } => format!("[{number}] "),
            Container::Footnote { .. } => "    ".to_owned(),
        };
        rest += &if *container == Container::Quote { begin.clone() } else { " ".repeat(begin.width()) };
        first += &begin;
    }
    (first, rest)
}
