//! A tree of paragraphs, lists and quotations as CommonMark, which shows its words as they are.

use std::fmt::Write;

use super::as_typed;
use super::blocks::{self, Block, Run, Table, Words};

/// In CommonMark. Emphasis that would take a word away is left out.
pub fn commonmark(tree: &[Block]) -> String {
    let written = lines(tree, &stressed).join("\n");
    let all = |tree: &[Block]| words(tree).split_whitespace().collect::<Vec<_>>().concat();
    if all(&blocks::blocks(&written)) == all(tree) { written } else { lines(tree, &plain).join("\n") }
}

/// The words alone, on one line.
pub fn words(tree: &[Block]) -> String {
    let words = tree.iter().map(|block| match block {
        Block::Words(words) => words.runs.iter().map(|run| run.text.as_str()).collect(),
        Block::Quote { inside } => self::words(inside),
        Block::List { items, .. } => items.iter().map(|item| self::words(item)).collect::<Vec<_>>().join(" "),
        Block::Code { text } => text.clone(),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten();
            cells.flat_map(|cell| &cell.runs).map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
        }
        Block::Rule => String::new(),
    });
    let words: Vec<String> = words.collect();
    words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a paragraph's words are written.
type InWords = dyn Fn(&Words) -> String;

/// The lines of blocks, with an empty one between two of them.
fn lines(tree: &[Block], written: &InWords) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut turn = 0;
    for (index, block) in tree.iter().enumerate() {
        if index > 0 {
            all.push(String::new());
        }
        // Two lists that follow one another have other marks: else they would be one.
        let follows_list = index > 0 && matches!(tree[index - 1], Block::List { .. });
        turn = if follows_list { 1 - turn } else { 0 };
        match block {
            Block::Words(words) => all.extend(written(words).split('\n').map(str::to_owned)),
            Block::Quote { inside } => {
                let quoted = lines(inside, written).into_iter();
                all.extend(
                    quoted.map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }),
                );
            }
            Block::List { first, items } => all.extend(list(*first, items, turn == 1, written)),
            Block::Code { text } => {
                let fence = "`".repeat(longest_run(text).max(2) + 1);
                all.push(fence.clone());
                all.extend(text.lines().map(str::to_owned));
                all.push(fence);
            }
            Block::Table(table) => all.extend(rows(table, written)),
            Block::Rule => all.push("---".to_owned()),
        }
    }
    all
}

fn rows(table: &Table, written: &InWords) -> Vec<String> {
    let cell = |cell: &Words| written(cell).replace('\n', " ").replace('|', "\\|");
    let row = |cells: &Vec<Words>| format!("| {} |", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let mut rows: Vec<String> = table.rows.iter().map(row).collect();
    let sides: Vec<&str> =
        table.numbers.iter().map(|is_number| if *is_number { "--:" } else { "---" }).collect();
    rows.insert(rows.len().min(1), format!("| {} |", sides.join(" | ")));
    rows
}

fn list(first: Option<u64>, items: &[Vec<Block>], other_marks: bool, written: &InWords) -> Vec<String> {
    let is_tight = items.iter().all(|item| {
        matches!(item.as_slice(), [] | [Block::Words(_)] | [Block::Words(_), Block::List { .. }])
    });
    let mut all: Vec<String> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 && !is_tight {
            all.push(String::new());
        }
        // Ten digits and more are no number of a list.
        let mark = match (first, other_marks) {
            (Some(first), _) => {
                let number = first.min(999_999_999).saturating_add(index as u64);
                format!("{number}{} ", if other_marks { ')' } else { '.' })
            }
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
        };
        let mut within = lines(item, written);
        if is_tight {
            within.retain(|line| !line.is_empty());
        }
        let indent = " ".repeat(mark.len());
        all.extend(within.into_iter().enumerate().map(|(number, line)| match (number, line.is_empty()) {
            (0, _) => format!("{mark}{line}"),
            (_, true) => line,
            (_, false) => format!("{indent}{line}"),
        }));
    }
    all
}

/// Words without stress.
fn plain(words: &Words) -> String {
    let text: String = words.runs.iter().map(|run| run.text.as_str()).collect();
    as_typed::commonmark(&text)
}

/// Words with stress, code and links.
fn stressed(words: &Words) -> String {
    let mut out = String::new();
    let mut runs = words.runs.as_slice();
    while let Some(first) = runs.first() {
        let alike = runs.iter().take_while(|run| run.link == first.link && run.text != "\n").count();
        let (group, rest) = runs.split_at(alike.max(1));
        runs = rest;
        if first.text == "\n" {
            out.push_str("  \n");
            continue;
        }
        let inner = pieces(group, out.is_empty() || out.ends_with('\n'));
        match &first.link {
            Some(address) if !inner.trim().is_empty() => {
                let (before, said, after) = parted(&inner);
                let _ = write!(out, "{before}[{said}]({}){after}", destination(address));
            }
            _ => out += &inner,
        }
    }
    out
}

/// Pieces of words, each in the marks of its stress; what looks alike is one.
fn pieces(runs: &[Run], starts: bool) -> String {
    let mut out = String::new();
    let mut runs = runs;
    while let Some(first) = runs.first() {
        let alike =
            runs.iter().take_while(|run| run.stress == first.stress && run.code == first.code).count();
        let text: String = runs[..alike].iter().map(|run| run.text.as_str()).collect();
        runs = &runs[alike..];
        let (before, said, after) = parted(&text);
        out += before;
        if !said.is_empty() {
            let marks = [(first.stress.struck, "~~"), (first.stress.bold, "**"), (first.stress.italic, "*")];
            let marks: String = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
            let closing: String = marks.chars().rev().collect();
            let said = if first.code {
                code(said)
            } else {
                as_typed::words(said, starts && out.is_empty() && marks.is_empty())
            };
            out.extend([&marks, said.as_str(), &closing]);
        }
        out += after;
    }
    out
}

/// The spaces before some words, the words, and the spaces after.
fn parted(text: &str) -> (&str, &str, &str) {
    let said = text.trim();
    let start = text.len() - text.trim_start().len();
    if said.is_empty() { (text, "", "") } else { (&text[..start], said, &text[start + said.len()..]) }
}

fn code(text: &str) -> String {
    let fence = "`".repeat(if text.contains('`') { longest_run(text) + 1 } else { 1 });
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|sign| sign != '`').map(str::len).max().unwrap_or(0)
}

/// An address without what would end it.
fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for sign in address.chars() {
        match sign {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '*' | '`' | '[' | ']' | '"' => {
                let _ = write!(out, "%{:02X}", u32::from(sign));
            }
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}
