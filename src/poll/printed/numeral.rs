//! One number in digits: "62", "1,501", "62.5", "62,5", ".5", "1 501", "1’501", "62½".

use super::signs::{digit, fraction, is_space};
use crate::text::is_unseen;

/// A number in digits, without a sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// What it says. Not a number where the signs make none, such as `1.2.3` or `1,0000`.
    pub value: f64,
    /// The place value of its last digit: 1 for `62`, 0.1 for `33.3`, 0.5 for `62½`.
    pub step: f64,
    /// Its bytes.
    pub length: usize,
    /// What it says where points part thousands and commas decimals, or the other way round, if that is
    /// another number: 1.501 for `1,501`.
    pub other: Option<f64>,
}

/// The number that a text begins with, as far as it goes, read as it is printed in English: a comma
/// or a blank before three digits parts thousands, a point is a decimal point. What cannot be that
/// and can be only one other thing, such as the decimal comma of `62,5`, is read as that.
#[must_use]
pub fn numeral(text: &str) -> Option<Numeral> {
    if let Some((parts, length)) = fraction_at(text, 0) {
        return Some(Numeral { value: parts.0 / parts.1, step: 1.0 / parts.1, length, other: None });
    }
    let pieces = Pieces::read(text)?;
    let read = pieces.value();
    let Some((value, step)) = read else {
        return Some(Numeral { value: f64::NAN, step: 1.0, length: pieces.length, other: None });
    };
    let whole = Numeral { value, step, length: pieces.length, other: pieces.other(value) };
    Some(with_fraction(text, whole))
}

/// All numbers in digits in a text, whatever they count.
pub fn numerals(text: &str) -> impl Iterator<Item = Numeral> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(|sign| sign == '.' || digit(sign).is_some() || fraction(sign).is_some())?;
            let found = numeral(&rest[at..]);
            rest = &rest[at + found.map_or(1, |number| number.length)..];
            if found.is_some() {
                return found;
            }
        }
    })
}

/// "62½", "62 ½", "62 1/2": one more part of a whole number.
fn with_fraction(text: &str, whole: Numeral) -> Numeral {
    if whole.step.total_cmp(&1.0).is_ne() || whole.value >= 100.0 {
        return whole;
    }
    let rest = &text[whole.length..];
    let blank = rest.chars().next().filter(|sign| is_space(*sign) || *sign == '-').map_or(0, char::len_utf8);
    let found = fraction_at(text, whole.length)
        .or_else(|| fraction_at(text, whole.length + blank))
        .or_else(|| simple_fraction_at(text, whole.length + blank).filter(|_| blank > 0));
    match found {
        Some(((of, parts), end)) => {
            Numeral { value: whole.value + of / parts, step: 1.0 / parts, length: end, other: None }
        }
        None => whole,
    }
}

/// "½" at a byte of the text, and where it ends.
fn fraction_at(text: &str, at: usize) -> Option<((f64, f64), usize)> {
    let sign = text[at..].chars().next()?;
    Some((fraction(sign)?, at + sign.len_utf8()))
}

/// "1/2" at a byte of the text, and where it ends.
fn simple_fraction_at(text: &str, at: usize) -> Option<((f64, f64), usize)> {
    let mut signs = text[at..].chars();
    let of = f64::from(digit(signs.next()?)?);
    signs.next().filter(|sign| is_slash(*sign))?;
    let parts = f64::from(digit(signs.next()?)?);
    let rest = signs.as_str();
    let goes_on = rest.chars().next().is_some_and(|sign| digit(sign).is_some() || is_slash(sign));
    (of >= 1.0 && of < parts && !goes_on).then_some(((of, parts), text.len() - rest.len()))
}

/// Whether it stands between the two numbers of a fraction.
#[must_use]
pub fn is_slash(sign: char) -> bool {
    matches!(sign, '/' | '⁄' | '∕' | '／')
}

/// What parts one run of digits from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Comma,
    Point,
    Space,
    Apostrophe,
    /// `٫`, which is nothing else.
    Decimal,
    /// `٬`, which is nothing else.
    Thousands,
}

/// Runs of digits and what parts them.
struct Pieces {
    /// Each with the separator before it.
    runs: Vec<(Option<Separator>, String)>,
    length: usize,
}

impl Pieces {
    fn read(text: &str) -> Option<Pieces> {
        let (first, mut length) = run(text);
        let mut runs = Vec::new();
        if first.is_empty() {
            let (separator, after) = separator(text)?;
            let (decimals, end) = run(&text[after..]);
            if decimals.is_empty() || !matches!(separator, Separator::Point | Separator::Comma) {
                return None;
            }
            runs.push((None, "0".to_owned()));
            runs.push((Some(separator), decimals));
            length = after + end;
        } else {
            runs.push((None, first));
        }
        while let Some((separator, after)) = separator(&text[length..]) {
            let (digits, end) = run(&text[length + after..]);
            if digits.is_empty()
                || separator.may_part_words() && !goes_on_as_thousands(&runs, separator, &digits)
            {
                break;
            }
            runs.push((Some(separator), digits));
            length += after + end;
        }
        Some(Pieces { runs, length })
    }

    /// The number and the place value of its last digit.
    fn value(&self) -> Option<(f64, f64)> {
        let separators: Vec<Separator> = self.runs.iter().filter_map(|(separator, _)| *separator).collect();
        let Some((last, before)) = separators.split_last() else {
            return self.with_decimals(self.runs.len());
        };
        let has_one_kind = before.windows(2).all(|two| two[0] == two[1]);
        match last {
            // 1.501 in English is one and a half, 1.501.000 can only be a million and a half.
            Separator::Point | Separator::Decimal if before.is_empty() => self.with_decimals(1),
            Separator::Comma if before.is_empty() && self.parts_thousands() => self.with_decimals(2),
            Separator::Comma if before.is_empty() => self.decimal_comma(),
            _ if before.iter().all(|one| one == last) && *last != Separator::Decimal => {
                (self.parts_thousands() || *last == Separator::Comma && self.parts_lakhs())
                    .then(|| self.with_decimals(self.runs.len()))?
            }
            Separator::Point | Separator::Comma | Separator::Decimal
                if has_one_kind && before[0] != *last && self.thousands_end() == self.runs.len() - 1 =>
            {
                self.with_decimals(self.runs.len() - 1)
            }
            _ => None,
        }
    }

    /// The number where comma and point change places, if that is another.
    fn other(&self, value: f64) -> Option<f64> {
        let [(None, whole), (Some(Separator::Comma | Separator::Point), behind)] = self.runs.as_slice()
        else {
            return None;
        };
        if behind.len() != 3 || !begins_thousands(whole) {
            return None;
        }
        let decimal: f64 = format!("{whole}.{behind}").parse().ok()?;
        let thousands: f64 = format!("{whole}{behind}").parse().ok()?;
        [decimal, thousands].into_iter().find(|other| other.total_cmp(&value).is_ne())
    }

    /// `62,5`, `33,33`; `0,501` and `1234,567`, which are no thousands.
    fn decimal_comma(&self) -> Option<(f64, f64)> {
        let [(_, whole), (_, decimals)] = self.runs.as_slice() else { return None };
        let is_one = decimals.len() < 3 || decimals.len() == 3 && !begins_thousands(whole);
        is_one.then(|| self.with_decimals(1))?
    }

    /// Whether all runs are groups of three, but the first.
    fn parts_thousands(&self) -> bool {
        self.thousands_end() == self.runs.len()
    }

    /// How many of the runs are groups of three, with the first.
    fn thousands_end(&self) -> usize {
        if !begins_thousands(&self.runs[0].1) {
            return 1;
        }
        1 + self.runs[1..].iter().take_while(|(_, digits)| digits.len() == 3).count()
    }

    /// `12,34,567`, as India parts lakhs and crores.
    fn parts_lakhs(&self) -> bool {
        let [(_, first), between @ .., (_, last)] = self.runs.as_slice() else { return false };
        (1..=2).contains(&first.len())
            && !first.starts_with('0')
            && !between.is_empty()
            && between.iter().all(|(_, digits)| digits.len() == 2)
            && last.len() == 3
    }

    /// The number whose runs from `whole` on are decimals.
    fn with_decimals(&self, whole: usize) -> Option<(f64, f64)> {
        let digits = |runs: &[(Option<Separator>, String)]| -> String {
            runs.iter().map(|(_, digits)| digits.as_str()).collect()
        };
        let decimals = digits(&self.runs[whole..]);
        let value: f64 = format!("{}.{decimals}0", digits(&self.runs[..whole])).parse().ok()?;
        if !value.is_finite() {
            return None;
        }
        Some((value, 0.1_f64.powi(i32::try_from(decimals.len()).unwrap_or(i32::MAX))))
    }
}

fn begins_thousands(digits: &str) -> bool {
    digits.len() <= 3 && !digits.starts_with('0')
}

impl Separator {
    /// Whether it parts words as well, and so belongs to the number only where it parts thousands.
    fn may_part_words(self) -> bool {
        matches!(self, Separator::Space | Separator::Apostrophe)
    }
}

/// Whether a group of three goes on with thousands that are parted in the same way. Those before the last
/// run were asked about in their turn.
fn goes_on_as_thousands(runs: &[(Option<Separator>, String)], separator: Separator, digits: &str) -> bool {
    let last_goes_on = match runs {
        [(_, first)] => begins_thousands(first),
        [.., (before, last)] => *before == Some(separator) && last.len() == 3,
        [] => false,
    };
    digits.len() == 3 && last_goes_on
}

/// The digits at the beginning of a text, as ASCII, and their bytes.
fn run(text: &str) -> (String, usize) {
    let mut digits = String::new();
    let mut length = 0;
    for (at, sign) in text.char_indices() {
        if let Some(value) = digit(sign) {
            digits.push(char::from(b'0' + value));
            length = at + sign.len_utf8();
        } else if !is_unseen(sign) {
            break;
        }
    }
    (digits, length)
}

/// What may part digits at the beginning of a text, and where it ends.
fn separator(text: &str) -> Option<(Separator, usize)> {
    let sign = text.chars().next()?;
    let separator = match sign {
        ',' | '，' => Separator::Comma,
        '.' | '．' => Separator::Point,
        '٫' => Separator::Decimal,
        '٬' => Separator::Thousands,
        '\'' | '’' | '‘' | 'ʼ' | '′' | '＇' => Separator::Apostrophe,
        _ if is_space(sign) && sign != '\t' => Separator::Space,
        _ => return None,
    };
    Some((separator, sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The value and where the rest of the text begins.
    fn read(text: &str) -> (f64, &str) {
        let found = numeral(text).unwrap();
        (found.value, &text[found.length..])
    }

    #[test]
    fn thousands_may_be_parted_in_many_ways() {
        for text in [
            "1,501",
            "1 501",
            "1\u{a0}501",
            "1\u{2009}501",
            "1\u{202f}501",
            "1\u{2007}501",
            "1'501",
            "1’501",
            "１，５０１",
            "١٬٥٠١",
            "1501",
        ] {
            assert_eq!(read(text), (1_501.0, ""), "{text}");
        }
        for text in ["1,234,567", "1.234.567", "1 234 567", "1’234’567", "12,34,567"] {
            assert_eq!(read(text), (1_234_567.0, ""), "{text}");
        }
        assert_eq!(read("10,00,000"), (1_000_000.0, ""));
        assert_eq!(read("26 000 people"), (26_000.0, " people"));
    }

    #[test]
    fn decimals_may_be_parted_by_a_point_or_a_comma() {
        for (text, value, step) in [
            ("62.5", 62.5, 0.1),
            ("62,5", 62.5, 0.1),
            ("62,55", 62.55, 0.01),
            ("٦٢٫٥", 62.5, 0.1),
            ("６２．５", 62.5, 0.1),
            (".5", 0.5, 0.1),
            (",5", 0.5, 0.1),
            ("0,501", 0.501, 0.001),
            ("1,501.5", 1_501.5, 0.1),
            ("1.501,5", 1_501.5, 0.1),
            ("1 501,5", 1_501.5, 0.1),
            ("62", 62.0, 1.0),
            ("62.0", 62.0, 0.1),
            ("62½", 62.5, 0.5),
            ("62 ½", 62.5, 0.5),
            ("62 1/2", 62.5, 0.5),
            ("½", 0.5, 0.5),
            ("4¼", 4.25, 0.25),
        ] {
            let found = numeral(text).unwrap();
            assert!(
                (found.value - value).abs() < 1e-9 && (found.step - step).abs() < 1e-9,
                "{text}: {found:?}"
            );
            assert_eq!((found.length, found.other), (text.len(), None), "{text}");
        }
    }

    #[test]
    fn what_may_be_two_numbers_says_so() {
        let both = |text: &str| {
            let found = numeral(text).unwrap();
            (found.value, found.other)
        };
        assert_eq!(both("1,501"), (1_501.0, Some(1.501)));
        assert_eq!(both("1.501"), (1.501, Some(1_501.0)));
        assert_eq!(both("62,500"), (62_500.0, Some(62.5)));
        assert_eq!(both("1,501,000"), (1_501_000.0, None));
    }

    #[test]
    fn what_makes_no_number_is_none_and_is_never_a_part_of_it() {
        for text in
            ["1.2.3", "1,0000", "31.12.2021", "3,4,5", "1,501,5", "1,50,5", "1.501.5", "62.5,5", "0,501,222"]
        {
            let (value, rest) = read(text);
            assert!(value.is_nan() && rest.is_empty(), "{text}: {value}, {rest}");
        }
    }

    #[test]
    fn all_numbers_of_a_text_are_found_whole() {
        let values =
            |text: &str| numerals(text).map(|number| (10.0 * number.value) as i64).collect::<Vec<_>>();
        assert_eq!(values("nearly 2/3 (65.5%) of 1,723."), [20, 30, 655, 17_230]);
        assert_eq!(values("... .5%, ½, and 62½"), [5, 5, 625]);
        assert_eq!(values("none."), Vec::<i64>::new());
    }

    #[test]
    fn a_number_ends_where_the_next_word_begins() {
        assert_eq!(read("62. Then"), (62.0, ". Then"));
        assert_eq!(read("62, 63"), (62.0, ", 63"));
        assert_eq!(read("2021 500"), (2_021.0, " 500"));
        assert_eq!(read("62’s"), (62.0, "’s"));
        assert_eq!(read("6\u{ad}2%"), (62.0, "%"));
        assert_eq!(read("3 12/13"), (3.0, " 12/13"));
        assert_eq!(numeral("x"), None);
        assert_eq!(numeral("."), None);
        assert_eq!(numeral(""), None);
    }

    /// The digits without what parts them and without leading zeros.
    fn digits(text: &str) -> String {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').to_owned()
    }

    proptest! {
        #[test]
        fn a_number_has_all_its_digits_or_is_none(text in "[0-9]{1,4}([.,’ ][0-9]{1,4}){0,3}[.,’ ]?[a-z]?") {
            let found = numeral(&text).unwrap();
            let (read, rest) = text.split_at(found.length);
            if found.value.is_nan() {
                prop_assert!(!rest.starts_with(|sign: char| sign.is_ascii_digit()));
            } else {
                let places = (-found.step.log10()).round() as usize;
                prop_assert_eq!(digits(&format!("{:.places$}", found.value)), digits(read), "{}", text);
                prop_assert!(!rest.starts_with(|sign: char| sign.is_ascii_digit()), "{}", text);
                let next = rest.strip_prefix(['.', ',']).and_then(|rest| rest.chars().next());
                prop_assert!(!next.is_some_and(|sign| sign.is_ascii_digit()), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read(text in "([0-9.,’%½−/£ ]|\\PC){0,30}") {
            if let Some(found) = numeral(&text) {
                prop_assert!(found.length > 0 && text.is_char_boundary(found.length));
                prop_assert!(!found.value.is_infinite());
            }
            prop_assert!(numerals(&text).count() <= text.len());
        }
    }

    #[test]
    fn very_long_numbers_take_no_square_of_time() {
        let long = format!("1{}", " 111".repeat(200_000));
        assert!(numeral(&long).unwrap().value.is_nan(), "it is too large for a number");
        assert!(numeral(&"1,1".repeat(200_000)).unwrap().value.is_nan());
    }
}
