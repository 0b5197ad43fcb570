//! Footnotes' numbers in texts that were kept with them, as all were by earlier versions: "2,5001 arrests".
//!
//! Such a text does not say what in it is a number of a footnote. The new edition's article does, where
//! the same words and the same footnote are in both.

use std::collections::HashSet;
use std::ops::Range;

use regex::Regex;

use crate::notes::edition_text::EditionText;
use crate::text::typed;

/// Signs before and after a footnote's number that say which it is.
const BEFORE: usize = 12;
const AFTER: usize = 3;

/// Code points of an old text that are footnotes' numbers, in order.
pub fn former_marks(old: &EditionText, new: &EditionText) -> Vec<Range<usize>> {
    if let Some(known) = new.marks_of_former(old) {
        return known.to_vec();
    }
    if new.footnote_marks().is_empty() || old.as_str() == new.as_str() {
        return Vec::new();
    }
    let lines: HashSet<String> = old.as_str().split('\n').map(typed).collect();
    let new_lines: Vec<&str> = new.as_str().split('\n').collect();
    let was_there = |note: Option<usize>| note.is_some_and(|note| lines.contains(&typed(new_lines[note])));
    let places: Vec<usize> = new.footnote_marks().iter().map(|mark| mark.at).collect();
    let signs: Vec<char> = new.as_str().chars().collect();
    let mut found: Vec<Range<usize>> = new
        .footnote_marks()
        .iter()
        .filter(|mark| was_there(mark.note))
        .filter_map(|mark| pattern(&signs, &places, new.line(new.line_at(mark.at)), mark.at))
        .flat_map(|pattern| {
            let places: Vec<Range<usize>> =
                pattern.captures_iter(old.as_str()).filter_map(|found| Some(found.get(1)?.range())).collect();
            places
        })
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    in_code_points(old.as_str(), found)
}

/// The words around a footnote's number, with any number in its place. Other footnotes close by may have
/// theirs too.
fn pattern(signs: &[char], marks: &[usize], line: Range<usize>, at: usize) -> Option<Regex> {
    let words = |range: Range<usize>| {
        let mut pattern = String::new();
        for place in range.clone() {
            if place != at && place > range.start && marks.binary_search(&place).is_ok() {
                pattern.push_str(r"\d*");
            }
            pattern.push_str(&regex::escape(&signs[place].to_string()));
        }
        pattern
    };
    let from = at.saturating_sub(BEFORE).max(line.start);
    let to = (at + AFTER).min(line.end);
    let begins = if from == line.start { "^" } else { "" };
    let ends = if to == line.end { "$" } else { "" };
    // A space before the number at a line's end, or behind it at its beginning, was its own.
    let (space_before, space_after) =
        (if at == line.end { " ?" } else { "" }, if at == line.start { " ?" } else { "" });
    let (before, after) = (words(from..at), words(at..to));
    Regex::new(&format!("(?m){begins}{before}({space_before}[0-9]{{1,8}}{space_after}){after}{ends}")).ok()
}

fn in_code_points(text: &str, bytes: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (mut at, mut signs) = (0, 0);
    let mut count = |byte: usize| {
        signs += text[at..byte].chars().count();
        at = byte;
        signs
    };
    bytes.into_iter().map(|range| count(range.start)..count(range.end)).collect()
}
