//! How a table that is wider than the page is parted: each part begins with the first column, and no number and
//! no word of usual length is broken.

use super::blocks::{Column, Table, Words};

/// Words up to this are never broken, in letters; longer ones are addresses and the like.
const LONGEST: usize = 24;

/// The words of a cell without their look.
pub fn plain(cell: &Words) -> String {
    cell.runs.iter().map(|run| run.text.as_str()).collect()
}

/// What each column asks for.
pub fn columns(table: &Table) -> Vec<Column> {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |index: usize| {
        let cells: Vec<String> = table.rows.iter().filter_map(|row| row.get(index)).map(plain).collect();
        let kept = |piece: &str| {
            let is_number = !piece.contains(char::is_alphabetic);
            piece.chars().take(if is_number { usize::MAX } else { LONGEST }).collect::<String>()
        };
        let mut longest: Vec<String> =
            cells.iter().flat_map(|cell| cell.split([' ', '\n', '\u{200b}'])).map(kept).collect();
        longest.sort_by_key(|piece| std::cmp::Reverse(piece.chars().count()));
        longest.dedup();
        longest.truncate(3);
        let natural = cells.into_iter().max_by_key(|cell| cell.chars().count()).unwrap_or_default();
        Column { longest, natural }
    };
    (0..width).map(column).collect()
}

/// The columns of each part, where they take so much room: the first one and as many others as fit, one at
/// least.
pub fn parts(needs: &[f32], room: f32) -> Vec<Vec<usize>> {
    let Some(first) = needs.first() else { return Vec::new() };
    let mut parts: Vec<Vec<usize>> = vec![vec![0]];
    let mut used = *first;
    for (index, need) in needs.iter().enumerate().skip(1) {
        if used + need > room && parts.last().is_some_and(|part| part.len() > 1) {
            parts.push(vec![0]);
            used = *first;
        }
        used += need;
        parts.last_mut().expect("there is one").push(index);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::notes::blocks::{Block, blocks};

    #[test]
    fn a_table_that_fits_is_one_part_and_a_wide_one_has_its_first_column_in_each() {
        assert_eq!(parts(&[50.0, 40.0, 40.0], 130.0), [vec![0, 1, 2]]);
        assert_eq!(parts(&[50.0, 40.0, 40.0, 90.0, 10.0], 130.0), [vec![0, 1, 2], vec![0, 3], vec![0, 4]]);
        assert_eq!(parts(&[50.0], 10.0), [vec![0]]);
    }

    #[test]
    fn numbers_ask_for_all_their_room_and_very_long_words_do_not() {
        let number = "9".repeat(40);
        let all = blocks(&format!("| a | b |\n|---|---|\n| {number} 1 | {} |\n", "x".repeat(90)));
        let Block::Table(table) = &all[0] else { panic!("a table") };
        let columns = columns(table);
        assert_eq!(columns[0].longest[0], number);
        assert_eq!(columns[1].longest[0].len(), LONGEST);
    }
}
