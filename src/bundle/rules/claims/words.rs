//! A text as words and numbers.

use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Word<'t> {
    /// `2,500`, `33.3`; `step` is the place value of the last digit.
    Digits { number: f64, step: f64 },
    /// `%`
    Percent,
    /// A dash between two digits.
    Dash,
    /// Anything in letters.
    Name(&'t str),
}

impl Word<'_> {
    /// The letters.
    pub fn name(&self) -> Option<&str> {
        match self {
            Word::Name(name) => Some(name),
            Word::Digits { .. } | Word::Percent | Word::Dash => None,
        }
    }
}

/// The words of a text in lower case, each with its bytes. Hyphens part words; other signs are left
/// out.
pub fn words(text: &str) -> (Vec<Word<'_>>, Vec<Range<usize>>) {
    let mut words = Vec::with_capacity(text.len() / BYTES_A_WORD);
    let mut places = Vec::with_capacity(text.len() / BYTES_A_WORD);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '0'..='9' => {
                let (length, number, step) = digits(rest);
                words.push(Word::Digits { number, step });
                length
            }
            '%' => push(&mut words, Word::Percent, 1),
            '+' if matches!(words.last(), Some(Word::Digits { .. })) => {
                push(&mut words, Word::Name("plus"), 1)
            }
            '-' | '–' | '—' | '‑' => {
                let between = matches!(words.last(), Some(Word::Digits { .. } | Word::Percent))
                    && rest[first.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
                if between {
                    words.push(Word::Dash);
                }
                first.len_utf8()
            }
            _ if first.is_alphabetic() => {
                let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                words.push(Word::Name(&rest[..length]));
                length
            }
            _ => first.len_utf8(),
        };
        if words.len() > places.len() {
            let start = text.len() - rest.len();
            places.push(start..start + length);
        }
        rest = &rest[length..];
    }
    (words, places)
}

/// Of English prose with its spaces, about: for how much room to make.
const BYTES_A_WORD: usize = 6;

fn push<'t>(words: &mut Vec<Word<'t>>, word: Word<'t>, length: usize) -> usize {
    words.push(word);
    length
}

/// A number in digits: its length, value and the place value of its last digit. Thousands may be
/// parted by commas or narrow spaces.
fn digits(text: &str) -> (usize, f64, f64) {
    let run = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut length = run(0);
    let mut plain = text[..length].to_owned();
    if length <= 3 {
        while let Some(sign) = text[length..]
            .chars()
            .next()
            .filter(|c| matches!(c, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'))
        {
            let group = length + sign.len_utf8();
            if run(group) != 3 {
                break;
            }
            plain.push_str(&text[group..group + 3]);
            length = group + 3;
        }
    }
    let mut step = 1.0;
    let decimals = if text[length..].starts_with(['.', ',']) { run(length + 1) } else { 0 };
    // A comma before one or two digits is the decimal comma of most of Europe.
    if decimals > 0 && (text[length..].starts_with('.') || decimals < 3) {
        plain.push('.');
        plain.push_str(&text[length + 1..=length + decimals]);
        length += 1 + decimals;
        step = 0.1_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    }
    (length, plain.parse().unwrap_or(f64::NAN), step)
}
