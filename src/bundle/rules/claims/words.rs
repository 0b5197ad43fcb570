//! A text as words and numbers.

use std::ops::Range;

use crate::poll::printed::{
    digit, fraction, is_currency, is_dash, is_minus, is_percent, is_slash, is_space, numeral,
};
use crate::text::is_unseen;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Word<'t> {
    /// `2,500`, `33.3`; `step` is the place value of the last digit.
    Digits { number: f64, step: f64 },
    /// `⅔` by itself: of how many parts how many.
    Fraction(f64, f64),
    /// `%`
    Percent,
    /// `‰`, `‱`: how many of them make a percent.
    SmallerThanPercent(f64),
    /// A dash between two digits.
    Dash,
    /// A sign before a number that is below zero.
    Minus,
    /// A slash between two digits.
    Slash,
    /// `£`
    Currency,
    /// `=`, `#`, `°`: what makes a number a name, or the number of something.
    Of,
    /// Anything in letters, and the signs for "about" and "more than".
    Name(&'t str),
}

impl Word<'_> {
    /// The letters.
    pub fn name(&self) -> Option<&str> {
        match self {
            Word::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// The words of a text in lower case, each with its bytes.
pub struct Words<'t> {
    pub all: Vec<Word<'t>>,
    pub places: Vec<Range<usize>>,
    /// Whether the words around numbers can be told from what numbers count.
    pub is_english: bool,
    text: &'t str,
}

impl<'t> Words<'t> {
    /// Parts a text in lower case. Hyphens part words; signs that say nothing of numbers are left out.
    pub fn of(text: &'t str, is_english: bool) -> Words<'t> {
        let room = text.len() / BYTES_A_WORD;
        let mut words =
            Words { all: Vec::with_capacity(room), places: Vec::with_capacity(room), is_english, text };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let (word, length) = words.word_at(at, first);
            if let Some(word) = word {
                words.all.push(word);
                words.places.push(at..at + length);
            }
            at += length;
        }
        words
    }

    pub fn get(&self, index: usize) -> Option<&Word<'t>> {
        self.all.get(index)
    }

    /// The letters of a word; none where it is something else, or there is no such word.
    pub fn name(&self, index: usize) -> &str {
        self.get(index).and_then(Word::name).unwrap_or_default()
    }

    /// Whether a word follows the one before it without any sign or blank between.
    pub fn is_glued(&self, index: usize) -> bool {
        self.gap(index).is_some_and(str::is_empty)
    }

    /// Whether nothing but blanks and hyphens stand before a word and after the one before it.
    pub fn is_joined(&self, index: usize) -> bool {
        self.gap(index).is_some_and(|gap| {
            let is_hyphen = |sign| is_dash(sign) && gap.len() < 4;
            gap.chars().all(|sign| sign.is_whitespace() || is_unseen(sign) || is_hyphen(sign))
        })
    }

    fn gap(&self, index: usize) -> Option<&'t str> {
        let (before, place) = (self.places.get(index.checked_sub(1)?)?, self.places.get(index)?);
        self.text.get(before.end..place.start)
    }

    /// The word at a byte of the text, if it is one, and how many bytes to go on by.
    fn word_at(&self, at: usize, first: char) -> (Option<Word<'t>>, usize) {
        let rest = &self.text[at..];
        let length = first.len_utf8();
        let last = self.all.last();
        let follows = self.places.last().is_some_and(|place| place.end == at);
        let behind = &rest[length..];
        let word = match first {
            ' ' => None,
            _ if first.is_alphabetic() => {
                let end = rest.find(|sign: char| !sign.is_alphabetic()).unwrap_or(rest.len());
                return (Some(Word::Name(&rest[..end])), end);
            }
            _ if digit(first).is_some() || self.is_decimal_point(at, first, behind) => return number(rest),
            _ if is_percent(first) => Some(Word::Percent),
            _ if fraction(first).is_some() => return number(rest),
            '‰' => Some(Word::SmallerThanPercent(10.0)),
            '‱' => Some(Word::SmallerThanPercent(100.0)),
            '+' if follows && matches!(last, Some(Word::Digits { .. })) => Some(Word::Name("plus")),
            '<' | '>' | '≤' | '≥' | '~' | '≈' | '∼' if self.is_sign_of_doubt(at, behind) => {
                let length = if behind.starts_with('=') { length + 1 } else { length };
                return (Some(Word::Name(&rest[..length])), length);
            }
            _ if is_currency(first) => Some(Word::Currency),
            _ if is_dash(first) => self.dash(at, first, behind),
            _ if is_slash(first) && follows && begins_number(behind) => {
                matches!(last, Some(Word::Digits { .. })).then_some(Word::Slash)
            }
            '=' | '#' | '§' | '№' | '×' | '°' | '℃' | '℉' => Some(Word::Of),
            _ => None,
        };
        (word, length)
    }

    /// Whether a point or comma begins a number: ".5%".
    fn is_decimal_point(&self, at: usize, first: char, behind: &str) -> bool {
        let before = self.text[..at].chars().next_back();
        first == '.'
            && begins_number(behind)
            && before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '.')
    }

    /// Whether a sign stands before a number that it leaves open, and is no part of an arrow.
    fn is_sign_of_doubt(&self, at: usize, behind: &str) -> bool {
        let before = self.text[..at].chars().next_back();
        let behind = behind.strip_prefix('=').unwrap_or(behind).trim_start_matches(is_space);
        let behind = behind.strip_prefix(|sign| is_minus(sign) || is_currency(sign)).unwrap_or(behind);
        begins_number(behind) && before.is_none_or(|sign| !is_dash(sign) && sign != '=')
    }

    /// A dash between two numbers, a minus, or a hyphen, which is no word.
    fn dash(&self, at: usize, first: char, behind: &str) -> Option<Word<'t>> {
        let last = self.all.last();
        let before = self.text[..at].chars().next_back();
        if let (Some(Word::Digits { number, .. }), Some(' ')) = (last, before)
            && numeral(behind.trim_start_matches(' ')).is_some_and(|next| next.value > *number)
            && behind.starts_with(' ')
            && self.places.last().is_some_and(|place| place.end + 1 == at)
        {
            return Some(Word::Dash);
        }
        let after = behind.strip_prefix(is_currency).unwrap_or(behind);
        if !begins_number(after) {
            return None;
        }
        let is_after_number = matches!(last, Some(Word::Digits { .. } | Word::Percent));
        if is_after_number && self.places.last().is_some_and(|place| place.end == at) {
            return Some(Word::Dash);
        }
        let is_apart = before.is_none_or(|sign| {
            sign.is_whitespace()
                || matches!(
                    sign,
                    '(' | '[' | '“' | '‘' | '"' | '\'' | '<' | '>' | '≤' | '≥' | '~' | '≈' | ':' | '/'
                )
                || is_currency(sign)
                || is_dash(sign)
        });
        let is_range = is_after_number && !matches!(first, '-' | '−');
        match (is_apart, is_minus(first)) {
            (true, true) if is_range => Some(Word::Dash),
            (true, true) => Some(Word::Minus),
            _ => None,
        }
    }
}

/// Of English prose with its spaces, about: for how much room to make.
const BYTES_A_WORD: usize = 6;

fn begins_number(text: &str) -> bool {
    let mut signs = text.chars();
    match signs.next() {
        Some('.') => signs.next().is_some_and(|sign| digit(sign).is_some()),
        Some(sign) => digit(sign).is_some() || fraction(sign).is_some(),
        None => false,
    }
}

/// The number that a text begins with.
fn number(text: &str) -> (Option<Word<'_>>, usize) {
    let first = text.chars().next().unwrap_or_default();
    let Some(found) = numeral(text) else { return (None, first.len_utf8()) };
    let word = match fraction(first) {
        Some((of, parts)) => Word::Fraction(of, parts),
        None => Word::Digits { number: found.value, step: found.step },
    };
    (Some(word), found.length)
}
