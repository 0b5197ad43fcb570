//! Where a line may end: what tears words, numbers and marks apart that a reader takes as one.
//!
//! The rules are those of Unicode's line breaking (UAX #14) for no-break signs, joiners and marks, and
//! three of British and French setting that it leaves to the typist: a sign of a unit stays with its
//! number, a mark with its word, and a thousand in groups with itself, also over a plain space.

use unicode_normalization::char::is_combining_mark;

use super::hints::{BYTE_ORDER_MARK, WORD_JOINER, is_hint};

/// Whether a line may end before a byte of a text, as far as what stands on both sides is concerned: that
/// there is a space or another place to break is for whoever sets the line to know.
#[must_use]
pub fn may_end_at(text: &str, at: usize) -> bool {
    !tears(text[..at].chars().rev(), text[at..].chars())
}

/// A text for those who set lines by other rules than these: each plain space where no line may end is a
/// no-break space.
#[must_use]
pub fn with_fixed_spaces(text: &str) -> String {
    let fixed = |(at, sign)| if sign == ' ' && !may_end_at(text, at + 1) { '\u{a0}' } else { sign };
    text.char_indices().map(fixed).collect()
}

/// Whether a line's end tears something apart: `before` are the signs before it from the last one
/// backwards, `after` those after it.
pub fn tears(before: impl Iterator<Item = char> + Clone, after: impl Iterator<Item = char> + Clone) -> bool {
    let (Some(last), Some(first)) = (before.clone().next(), after.clone().next()) else { return false };
    if is_glue(last) || is_glue(first) || tears_a_sign(before.clone(), first) {
        return true;
    }
    let spaces = before.clone().take_while(|sign| sign.is_whitespace() || is_bare(*sign));
    if spaces.clone().any(is_glue) {
        return true;
    }
    let is_spaced = spaces.clone().any(char::is_whitespace);
    let is_one_space = spaces.clone().filter(|sign| sign.is_whitespace()).eq([' ']);
    let before = before.skip(spaces.count()).filter(|sign| !is_bare(*sign));
    let after =
        after.skip_while(|sign| sign.is_whitespace() || is_bare(*sign)).filter(|sign| !is_bare(*sign));
    let mut last_ones = before.clone();
    let mut first_ones = after.clone();
    let (Some(last), Some(first)) = (last_ones.next(), first_ones.next()) else { return false };
    let (last_but_one, second) = (last_ones.next(), first_ones.next());
    closes(first, second, is_spaced)
        || opens(last, last_but_one, is_spaced)
        || last.is_numeric() && is_unit(first) && !second.is_some_and(char::is_numeric)
        || is_set_before(last) && first.is_numeric()
        || is_one_space && parts_thousands(before, after)
}

/// A space that a line may end at. Of no width, too.
#[must_use]
pub fn is_place_to_break(sign: char) -> bool {
    sign.is_whitespace() && !is_glue(sign) || sign == super::hints::ZERO_WIDTH_SPACE
}

/// No line ends on either side of it.
fn is_glue(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2011}' | WORD_JOINER | BYTE_ORDER_MARK)
}

/// Nobody sees it, and it is no word.
fn is_bare(sign: char) -> bool {
    is_hint(sign)
        || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether what begins with `first` is part of the sign before it: accents, pictures of several signs, flags.
fn tears_a_sign(before: impl Iterator<Item = char> + Clone, first: char) -> bool {
    let is_flag = |sign: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&sign);
    let joins = |sign: char| sign == '\u{200d}' || sign == '\u{200c}';
    joins(first)
        || before.clone().next().is_some_and(joins)
        || !first.is_ascii() && is_combining_mark(first)
        || matches!(first, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
        || is_flag(first) && before.take_while(|sign| is_flag(*sign)).count() % 2 == 1
}

/// Marks that belong to what stands before them wherever they stand.
const CLOSING: &str = ")]}⟩〉》」』】〕）］｝;:!?…‥‼⁇⁈⁉‽،؛؟۔।॥、。，．：；！？・%‰‱٪％°′″℃℉";

/// A mark that belongs to what stands before it.
fn closes(mark: char, next: Option<char>, is_spaced: bool) -> bool {
    match mark {
        // ".5%" is a number.
        '.' | ',' => !(is_spaced && next.is_some_and(char::is_numeric)),
        '’' | '”' | '»' | '›' | '“' | '‘' | '«' | '‹' | '"' | '\'' => match next {
            // A quotation that begins, or an apostrophe for what is left out.
            Some(next) if next.is_alphanumeric() || opens_always(next) => {
                !is_spaced && matches!(mark, '’' | '”' | '»' | '›')
            }
            _ if is_spaced => matches!(mark, '’' | '”' | '»' | '›'),
            _ => true,
        },
        _ => CLOSING.contains(mark),
    }
}

fn opens_always(mark: char) -> bool {
    matches!(
        mark,
        '(' | '['
            | '{'
            | '⟨'
            | '〈'
            | '《'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '（'
            | '［'
            | '｛'
            | '„'
            | '‚'
            | '¿'
            | '¡'
    )
}

/// A mark that belongs to what stands behind it.
fn opens(mark: char, before: Option<char>, is_spaced: bool) -> bool {
    let begins =
        before.is_none_or(|sign| sign.is_whitespace() || opens_always(sign) || matches!(sign, '–' | '—'));
    match mark {
        '“' | '‘' | '«' | '‹' => begins,
        '”' | '’' | '»' | '›' | '"' | '\'' => begins && !is_spaced,
        _ => opens_always(mark),
    }
}

/// A sign behind a number that says what it counts.
fn is_unit(sign: char) -> bool {
    is_currency(sign) || matches!(sign, 'Ω' | '\u{2126}' | 'Å')
}

/// A sign before a number that says what it is.
fn is_set_before(sign: char) -> bool {
    is_currency(sign) || matches!(sign, '§' | '¶' | '№' | '#' | '±' | '≈' | '≤' | '≥' | '−' | '~')
}

fn is_currency(sign: char) -> bool {
    matches!(sign, '$' | '¢'..='¥' | '\u{20a0}'..='\u{20cf}')
}

/// Whether the digits on both sides of a space are groups of one number: "1 501", "10 265 000".
fn parts_thousands(before: impl Iterator<Item = char>, after: impl Iterator<Item = char>) -> bool {
    let digits = |signs: &mut dyn Iterator<Item = char>| signs.take_while(char::is_ascii_digit).count();
    let (before, after) = (digits(&mut before.take(4)), digits(&mut after.take(4)));
    (1..=3).contains(&before) && after == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` where a line may end at a place to break.
    fn broken(text: &str) -> String {
        let mut out = String::new();
        for (at, sign) in text.char_indices() {
            out.push(sign);
            let end = at + sign.len_utf8();
            let next = text[end..].chars().next();
            if is_place_to_break(sign)
                && next.is_some_and(|next| !next.is_whitespace())
                && may_end_at(text, end)
            {
                out.push('|');
            }
        }
        out
    }

    #[test]
    fn spaces_where_no_line_ends_are_fixed_and_others_stay() {
        for (text, fixed) in [
            ("62 % of them", "62\u{a0}% of them"),
            ("of 1 501 people", "of 1\u{a0}501 people"),
            ("« so » they said", "«\u{a0}so\u{a0}» they said"),
            ("most of them", "most of them"),
            ("£75 million, 12 people", "£75 million, 12 people"),
            (" ", " "),
            ("", ""),
        ] {
            assert_eq!(with_fixed_spaces(text), fixed);
        }
    }

    #[test]
    fn lines_end_at_spaces_and_nowhere_else() {
        for text in [
            "most |of |them",
            "1\u{a0}501 |people, |62\u{202f}%, |1\u{2007}0, |a\u{2060} b, |c\u{feff}d",
            "mes\u{200b}|sage",
            "a \u{a0}b, |a\u{a0} b",
            "so \u{2060}so",
        ] {
            assert_eq!(broken(&text.replace('|', "")), text);
        }
    }

    #[test]
    fn marks_stay_with_their_words() {
        for text in [
            "“Yes ”, |he |said",
            "( a |b ) |c",
            "« oui |non » |a",
            "„Wort“ |und |»Wort« |und |’tis |’90s",
            "why ? |so ! |and : |a ; |b … |c",
            "“a” |“b” |‘c’ |(d) |[e]",
        ] {
            assert_eq!(broken(&text.replace('|', "")), text);
        }
    }

    #[test]
    fn a_number_stays_with_its_sign_and_with_itself() {
        for text in [
            "62 % |of |75 ‰, |20 °C, |20 ° |C",
            "75 € |or |£ 75, |in |2018 |£75 |and |§ 12 |± 3",
            "10 265 000 |people |in |2018 |300 |of |them",
            "about |.5% |of |it",
        ] {
            assert_eq!(broken(&text.replace('|', "")), text);
        }
    }

    #[test]
    fn no_sign_is_torn() {
        for (text, at) in [
            ("👨\u{200d}👩", "👨".len()),
            ("👨\u{200d}👩", "👨\u{200d}".len()),
            ("e\u{301}a", 1),
            ("❤\u{fe0f}", "❤".len()),
            ("👍🏽", "👍".len()),
            ("🇬🇧🇫🇷", "🇬".len()),
            ("🇬🇧🇫🇷", "🇬🇧🇫".len()),
            ("می\u{200c}خ", "می".len()),
        ] {
            assert!(!may_end_at(text, at), "{text} {at}");
        }
        assert!(may_end_at("🇬🇧🇫🇷", "🇬🇧".len()) && may_end_at("日本", "日".len()));
        assert!(!may_end_at("encryption)", 10) && !may_end_at("(of", 1) && !may_end_at("don’t", 3));
    }
}
