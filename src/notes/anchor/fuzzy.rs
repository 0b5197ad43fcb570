//! Words that are nearly the same: approximate search by edits, bit-parallel (Myers 1999, in blocks
//! as Hyyrö 2003 has it).

use std::collections::HashMap;
use std::ops::Range;

/// A stretch of a text that is like the pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Signs of the text.
    pub at: Range<usize>,
    /// Signs put in, taken out or changed.
    pub edits: usize,
}

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Pattern {
    signs: Vec<char>,
    /// Words of 64 rows.
    blocks: usize,
    /// Bits of the rows where each ASCII sign stands, a word of 64 rows after the other: looked up
    /// for each sign of the text, so without hashing.
    ascii: Vec<u64>,
    /// The same for other signs.
    others: HashMap<char, Vec<u64>>,
    /// For signs that the pattern does not have.
    none: Vec<u64>,
}

const WORD: usize = 64;
const ASCII: usize = 128;

impl Pattern {
    /// Of signs, at least one.
    #[must_use]
    pub fn new(signs: &[char]) -> Pattern {
        let blocks = signs.len().div_ceil(WORD);
        let mut ascii = vec![0; ASCII * blocks];
        let mut others: HashMap<char, Vec<u64>> = HashMap::new();
        for (row, sign) in signs.iter().enumerate() {
            let bit = 1 << (row % WORD);
            if sign.is_ascii() {
                ascii[*sign as usize * blocks + row / WORD] |= bit;
            } else {
                others.entry(*sign).or_insert_with(|| vec![0; blocks])[row / WORD] |= bit;
            }
        }
        Pattern { signs: signs.to_vec(), blocks, ascii, others, none: vec![0; blocks] }
    }

    /// The rows where a sign stands.
    fn rows(&self, sign: char) -> &[u64] {
        if sign.is_ascii() {
            let first = sign as usize * self.blocks;
            &self.ascii[first..first + self.blocks]
        } else {
            self.others.get(&sign).unwrap_or(&self.none)
        }
    }

    /// All stretches with at most so many edits; of those that overlap, the best one, and of equally
    /// good ones the first.
    #[must_use]
    pub fn find(&self, text: &[char], most: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (end, edits) in self.ends(text, most) {
            let at = self.start(text, end, edits)..end;
            match hits.last_mut() {
                Some(last) if at.start < last.at.end => {
                    if edits < last.edits {
                        *last = Hit { at, edits };
                    }
                }
                _ => hits.push(Hit { at, edits }),
            }
        }
        hits
    }

    /// Where stretches with at most so many edits end, with their edits.
    fn ends(&self, text: &[char], most: usize) -> Vec<(usize, usize)> {
        let blocks = self.blocks;
        let last_row = 1_u64 << ((self.signs.len() - 1) % WORD);
        let mut columns = vec![(u64::MAX, 0_u64); blocks];
        let mut edits = self.signs.len() as i64;
        let mut ends = Vec::new();
        for (index, sign) in text.iter().enumerate() {
            let rows = self.rows(*sign);
            let mut carry = 0;
            for (block, column) in columns.iter_mut().enumerate() {
                let top = if block + 1 == blocks { last_row } else { 1 << (WORD - 1) };
                carry = advance(column, rows[block], carry, top);
            }
            edits += carry;
            if edits <= most as i64 {
                ends.push((index + 1, edits as usize));
            }
        }
        ends
    }

    /// Where the stretch that ends here begins: the longest one with as few edits.
    fn start(&self, text: &[char], end: usize, edits: usize) -> usize {
        let reach = (self.signs.len() + edits).min(end);
        let back: Vec<char> = text[end - reach..end].iter().rev().copied().collect();
        let pattern: Vec<char> = self.signs.iter().rev().copied().collect();
        // From the end backwards nothing may be left out before the first sign: plain rows.
        let mut row: Vec<usize> = (0..=pattern.len()).collect();
        let mut best = (usize::MAX, 0);
        for (taken, sign) in back.iter().enumerate() {
            let mut above = row[0];
            row[0] = taken + 1;
            for column in 0..pattern.len() {
                let changed = above + usize::from(pattern[column] != *sign);
                above = row[column + 1];
                row[column + 1] = changed.min(above + 1).min(row[column] + 1);
            }
            if row[pattern.len()] < best.0 {
                best = (row[pattern.len()], taken + 1);
            }
        }
        end - best.1
    }
}

/// One sign of the text through 64 rows. `carry` comes from the rows above and goes to those below.
fn advance(column: &mut (u64, u64), rows: u64, carry: i64, top: u64) -> i64 {
    let (plus, minus) = *column;
    let below = u64::from(carry < 0);
    let vertical = rows | minus;
    let equal = rows | below;
    let horizontal = ((equal & plus).wrapping_add(plus) ^ plus) | equal;
    let mut up = minus | !(horizontal | plus);
    let mut down = plus & horizontal;
    let out = i64::from(up & top != 0) - i64::from(down & top != 0);
    up = up << 1 | u64::from(carry > 0);
    down = down << 1 | below;
    *column = (down | !(vertical | up), up & vertical);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by plain dynamic programming (Sellers 1980).
    fn ends_plainly(pattern: &[char], text: &[char], most: usize) -> Vec<(usize, usize)> {
        let mut row: Vec<usize> = (0..=pattern.len()).collect();
        let mut ends = Vec::new();
        for (index, sign) in text.iter().enumerate() {
            let mut above = row[0];
            row[0] = 0;
            for column in 0..pattern.len() {
                let changed = above + usize::from(pattern[column] != *sign);
                above = row[column + 1];
                row[column + 1] = changed.min(above + 1).min(row[column] + 1);
            }
            if row[pattern.len()] <= most {
                ends.push((index + 1, row[pattern.len()]));
            }
        }
        ends
    }

    proptest! {
        #[test]
        fn the_quick_way_finds_what_the_plain_way_finds(
            pattern in prop::collection::vec(prop::char::range('a', 'd'), 1..200),
            text in prop::collection::vec(prop::char::range('a', 'd'), 0..300),
            part in 0usize..=4,
        ) {
            let most = pattern.len() * part / 4;
            prop_assert_eq!(Pattern::new(&pattern).ends(&text, most), ends_plainly(&pattern, &text, most));
        }

        #[test]
        fn a_hit_is_as_many_edits_away_as_it_says(
            pattern in prop::collection::vec(prop::char::range('a', 'c'), 1..30),
            text in prop::collection::vec(prop::char::range('a', 'c'), 0..60),
        ) {
            let most = pattern.len() / 3;
            for hit in Pattern::new(&pattern).find(&text, most) {
                let (wanted, found): (String, String) = (pattern.iter().collect(), text[hit.at].iter().collect());
                prop_assert_eq!(strsim::levenshtein(&wanted, &found), hit.edits);
            }
        }
    }

    #[test]
    fn finds_words_with_a_letter_changed() {
        let signs = |text: &str| text.chars().collect::<Vec<char>>();
        let text = signs("Most people surveyed said yes; most peoples said so.");
        let hits = Pattern::new(&signs("most people said")).find(&text, 3);
        assert_eq!(hits, [Hit { at: 31..48, edits: 1 }]);
    }
}
