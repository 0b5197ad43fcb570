//! A table's columns in the terminal: no number and no word of usual length is broken. Where the columns
//! have no room beside one another, the table comes in parts that all begin with the first column.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

use crate::cli::words::words;

/// Columns of the terminal between a table's columns.
const GAP: usize = 2;
/// What a table's column is not made narrower than.
const NARROWEST: usize = 6;
/// Words up to this are never broken; longer ones are addresses and the like. Numbers are never broken.
const LONGEST: usize = 24;
/// What a column has at least in a table of several parts, if its cells are as long.
const WIDE: usize = 20;

/// Which side a table's column is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// The table as lines of at most `width` columns, its first row a header where `header`; what is too wide
/// comes in parts. An empty line is a gap.
pub fn lines(rows: &[Vec<&str>], sides: &[Side], header: bool, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for columns in parts(rows, width) {
        let wrapped: Vec<Vec<String>> = rows.iter().map(|row| lines_of(row, &columns, sides)).collect();
        let spaced = wrapped.iter().any(|lines| lines.len() > 1);
        for (index, row) in wrapped.into_iter().enumerate() {
            lines.extend(row);
            if index == 0 && header {
                let rules: Vec<String> = columns.iter().map(|column| "-".repeat(column.width)).collect();
                lines.push(rules.join(&" ".repeat(GAP)));
            } else if spaced {
                lines.push(String::new());
            }
        }
        lines.push(String::new());
    }
    lines
}

/// A column of the table, with its width in columns of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Column {
    /// Which one, from 0.
    index: usize,
    /// How wide.
    width: usize,
}

/// What a column asks for.
#[derive(Clone, Copy)]
struct Asked {
    index: usize,
    /// Its longest cell.
    natural: usize,
    /// Its longest number or word.
    least: usize,
}

/// The table in as many parts as it needs, each a list of columns that stand side by side.
fn parts(rows: &[Vec<&str>], width: usize) -> Vec<Vec<Column>> {
    let columns: Vec<Asked> = (0..rows.iter().map(Vec::len).max().unwrap_or(0))
        .map(|index| {
            let cells = || rows.iter().filter_map(move |row| row.get(index));
            let natural = cells().map(|cell| cell.width()).max().unwrap_or(0);
            let least = cells().map(|cell| longest_word(cell)).max().unwrap_or(0);
            Asked { index, natural, least: least.min(width) }
        })
        .collect();
    if let Some(whole) = side_by_side(&columns, width) {
        return vec![whole];
    }
    let [first, others @ ..] = columns.as_slice() else { return Vec::new() };
    // The first column leaves room for any other, and has half at most if it is not a number.
    let widest = others.iter().map(|column| column.least).max().unwrap_or(0).max(NARROWEST);
    let held =
        first.natural.min(WIDE).max(first.least).min(width.saturating_sub(GAP + widest)).max(NARROWEST);
    let first = Asked { natural: held, least: held, ..*first };
    let mut parts = Vec::new();
    let mut part = vec![first];
    for column in others {
        part.push(*column);
        if part.len() > 2 && asked(&part) > width {
            part.pop();
            parts.push(std::mem::replace(&mut part, vec![first, *column]));
        }
    }
    parts.push(part);
    parts.iter().map(|part| side_by_side(part, width).unwrap_or_else(|| squeezed(part, width))).collect()
}

/// As wide as the longest cell of each column; where that is too wide together, the widest give way, none of
/// them below its longest word. `None` where they have no room.
fn side_by_side(columns: &[Asked], width: usize) -> Option<Vec<Column>> {
    let room = width.checked_sub(GAP * columns.len().saturating_sub(1))?;
    let capped = |column: &Asked, cap: usize| column.natural.min(cap).max(column.least);
    let fits = |cap: &usize| columns.iter().map(|column| capped(column, *cap)).sum::<usize>() <= room;
    let cap = (NARROWEST..=width.max(NARROWEST)).rev().find(fits)?;
    let set = |column: &Asked| Column { index: column.index, width: capped(column, cap) };
    Some(columns.iter().map(set).collect())
}

/// Two columns of which one has a word that is longer than the terminal is wide.
fn squeezed(columns: &[Asked], width: usize) -> Vec<Column> {
    let mut left = width;
    let mut set = Vec::new();
    for column in columns {
        let width = column.least.max(column.natural.min(WIDE)).min(left.max(1));
        set.push(Column { index: column.index, width });
        left = left.saturating_sub(width + GAP);
    }
    set
}

/// What columns side by side ask for in a table of several parts.
fn asked(columns: &[Asked]) -> usize {
    let each = columns.iter().map(|column| column.natural.min(WIDE).max(column.least));
    each.sum::<usize>() + GAP * columns.len().saturating_sub(1)
}

/// The longest piece of a cell that must not be broken.
fn longest_word(cell: &str) -> usize {
    let pieces = cell.lines().flat_map(words);
    let length = |word: Word<'_>| {
        let width = word.word.width();
        let is_number = !word.word.contains(char::is_alphabetic);
        if is_number { width } else { width.min(LONGEST) }
    };
    pieces.map(length).max().unwrap_or(0)
}

/// A table's row as rows of the page.
fn lines_of(row: &[&str], columns: &[Column], sides: &[Side]) -> Vec<String> {
    let cells: Vec<Vec<String>> = columns
        .iter()
        .map(|column| {
            let options = Options::new(column.width.max(1))
                .word_separator(WordSeparator::Custom(words))
                .word_splitter(WordSplitter::NoHyphenation);
            let cell = row.get(column.index).copied().unwrap_or_default();
            wrap(cell, options).into_iter().map(Into::into).collect()
        })
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |line: usize| {
        let padded = cells.iter().zip(columns).map(|(lines, column)| {
            let text = lines.get(line).map_or("", String::as_str);
            let space = " ".repeat(column.width.saturating_sub(text.width()));
            match sides.get(column.index) {
                Some(Side::Right) => format!("{space}{text}"),
                _ => format!("{text}{space}"),
            }
        });
        padded.collect::<Vec<_>>().join(&" ".repeat(GAP))
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(rows: &[Vec<&str>], width: usize) -> String {
        let lines = lines(rows, &[Side::Left, Side::Right], true, width);
        lines.iter().map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    fn parts_of(text: &str) -> usize {
        text.lines().filter(|line| line.contains("--") && !line.contains(char::is_alphanumeric)).count()
    }

    #[test]
    fn a_table_that_is_too_wide_comes_in_parts_with_the_first_column_in_each() {
        let rows = [
            vec!["Region", "Con", "Lab", "Liberal Democrat", "Weighted base"],
            vec!["East Midlands", "31.5%", "1,234,567", "18-24", "12,345,678"],
        ];
        insta::assert_snapshot!(table(&rows, 40), @r"
        Region           Con  Lab
        -------------  -----  ---------
        East Midlands  31.5%  1,234,567

        Region         Liberal Democrat
        -------------  ----------------
        East Midlands  18-24

        Region         Weighted base
        -------------  -------------
        East Midlands  12,345,678
        ");
    }

    #[test]
    fn numbers_stay_whole_at_every_width_of_a_terminal() {
        let numbers = ["88888888", "1,234,567.8", "−12.5%", "2018/19", "10–12", "£1.2bn", "<0.01", "12 345"];
        let rows: Vec<Vec<&str>> = vec![
            numbers.iter().chain(&numbers).copied().collect(),
            numbers.iter().chain(&numbers).copied().collect(),
        ];
        for width in 40..=80 {
            let text = table(&rows, width);
            let found = |number: &str| text.split_whitespace().filter(|word| *word == number).count();
            assert!(text.lines().all(|line| line.width() <= width), "{width}: {text}");
            for number in numbers.iter().filter(|number| !number.contains(' ')) {
                let times = if *number == numbers[0] { 2 * parts_of(&text) + 2 } else { 4 };
                assert_eq!(found(number), times, "{number} at {width}: {text}");
            }
        }
    }

    #[test]
    fn a_number_longer_than_the_terminal_is_wide_is_broken_and_kept() {
        let long = "9".repeat(100);
        let text = table(&[vec!["a", "b"], vec!["x", &long]], 40);
        assert_eq!(text.matches('9').count(), 100, "{text}");
        assert!(text.lines().all(|line| line.width() <= 40), "{text}");
    }

    proptest! {
        #[test]
        fn no_table_loses_a_letter_or_leaves_its_width(
            rows in prop::collection::vec(prop::collection::vec("[a-z日é ]{0,60}", 4), 1..5),
            width in 40_usize..90,
        ) {
            let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            let text = table(&rows, width);
            prop_assert!(text.lines().all(|line| line.width() <= width), "{text}");
            let letters = |text: &str| {
                let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
                letters.sort_unstable();
                letters
            };
            // Each part has the first column again.
            let again = parts(&rows, width).len() - 1;
            let first: String = rows.iter().map(|row| row[0]).collect();
            prop_assert_eq!(letters(&text), letters(&(rows.concat().concat() + &first.repeat(again))));
        }
    }
}
