//! The signs that printed numbers are made of, in all their kinds.

/// The zeros of the digits that people print numbers in, ASCII's and full-width ones first; nine more
/// follow each of them.
const ZEROS: [char; 27] = [
    '0', '０', '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '߀', '෦',
    '᮰', '𝟎', '𝟘', '𝟢', '𝟬', '𝟶',
];

/// The value of a digit, 0–9. Superscripts are marks of footnotes and no digits.
#[must_use]
pub fn digit(sign: char) -> Option<u8> {
    if sign.is_ascii() {
        return sign.to_digit(10).map(|digit| digit as u8);
    }
    let behind = |zero: &char| (sign as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10);
    ZEROS.iter().find_map(behind).map(|digit| digit as u8)
}

/// Whether it is printed as a minus sign: the true one, hyphens, the figure and the en dash, and the
/// small and full-width forms. Whether it *means* one is for its surroundings to say.
#[must_use]
pub fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '−' | '\u{2010}'..='\u{2013}' | '﹣' | '－' | '⁻' | '➖')
}

/// Whether it is printed between the ends of a range, or as a minus.
#[must_use]
pub fn is_dash(sign: char) -> bool {
    is_minus(sign) || matches!(sign, '—' | '―' | '⸺' | '﹘')
}

/// Whether it is a percent sign.
#[must_use]
pub fn is_percent(sign: char) -> bool {
    matches!(sign, '%' | '％' | '﹪' | '٪')
}

/// Whether it is a blank inside a line.
#[must_use]
pub fn is_space(sign: char) -> bool {
    sign == '\t' || sign.is_whitespace() && !matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// Whether it is the sign of a currency.
#[must_use]
pub fn is_currency(sign: char) -> bool {
    matches!(sign, '$' | '¢' | '£' | '¤' | '¥' | '\u{20a0}'..='\u{20c0}' | '＄' | '￡' | '￥' | '﷼')
}

/// What a fraction in one sign stands for: of how many parts how many, "⅔" 2 of 3.
#[must_use]
pub fn fraction(sign: char) -> Option<(f64, f64)> {
    Some(match sign {
        '½' => (1.0, 2.0),
        '⅓' => (1.0, 3.0),
        '⅔' => (2.0, 3.0),
        '¼' => (1.0, 4.0),
        '¾' => (3.0, 4.0),
        '⅕' => (1.0, 5.0),
        '⅖' => (2.0, 5.0),
        '⅗' => (3.0, 5.0),
        '⅘' => (4.0, 5.0),
        '⅙' => (1.0, 6.0),
        '⅚' => (5.0, 6.0),
        '⅐' => (1.0, 7.0),
        '⅛' => (1.0, 8.0),
        '⅜' => (3.0, 8.0),
        '⅝' => (5.0, 8.0),
        '⅞' => (7.0, 8.0),
        '⅑' => (1.0, 9.0),
        '⅒' => (1.0, 10.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_kind_have_their_value() {
        for text in ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
        {
            assert!(text.chars().map(digit).eq((0..10).map(Some)), "{text}");
        }
        assert!("²³¹x½ Ⅷ".chars().all(|sign| digit(sign).is_none()));
    }
}
