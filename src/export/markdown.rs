//! A table in Markdown (GitHub's, which most programs read).

use std::fmt::Write;

use super::table::is_web_address;
use super::{Note, Table};

/// Writes the table: title in bold, base line, table, notes.
pub fn write(table: &Table) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "**{}**", escape(&table.caption));
    if !table.base_line.is_empty() {
        let _ = write!(out, "\n{}\n", escape(&table.base_line));
    }
    out.push('\n');
    row(&mut out, &table.columns);
    let words = table.columns.len().saturating_sub(table.numbers);
    let rules: Vec<&str> =
        (0..table.columns.len()).map(|column| if column < words { ":--" } else { "--:" }).collect();
    let _ = writeln!(out, "| {} |", rules.join(" | "));
    for cells in &table.rows {
        row(&mut out, cells);
    }
    for note in &table.notes {
        let _ = write!(out, "\n{}\n", noted(note));
    }
    out
}

fn row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn noted(note: &Note) -> String {
    let words = escape(&note.words);
    match &note.address {
        Some(address) if is_web_address(address) && !address.contains(['<', '>']) => {
            let words = words.trim_end();
            if words.is_empty() { format!("<{address}>") } else { format!("{words} <{address}>") }
        }
        Some(address) => format!("{words} {}", escape(address)),
        None => words,
    }
}

/// Words that Markdown shows as they are, on one line. Letters, digits and common marks stay as
/// they are, so that the source can be read too.
pub(super) fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() && c != '\u{a0}' => out.push(' '),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    // A line that begins like a list or a rule is none.
    let number = out.chars().take_while(char::is_ascii_digit).count();
    if out.starts_with(['-', '+', '=']) {
        out.insert(0, '\\');
    } else if number > 0 && [". ", ") "].iter().any(|mark| out[number..].starts_with(mark)) {
        out.insert(number, '\\');
    }
    out
}
