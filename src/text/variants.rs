//! Which sign is the same as which, however it is set.

/// What a sign comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant {
    /// Nobody sees it: it is left out.
    Unseen,
    /// White space of any width.
    Space,
    /// Another sign that stands for it on a keyboard.
    Typed(char),
    /// The letters or digits that Unicode has for it (its compatibility decomposition).
    Spelt,
    /// A digit set high or low: part of a name behind a letter ("CO₂"), and else a sign of its own, since
    /// "10²" is not 102.
    SmallDigit(char),
    /// A fraction in one sign.
    Fraction,
    /// Itself.
    Own,
}

/// A sign that is not plain ASCII, and what it comes to.
pub(super) fn of(sign: char) -> Variant {
    match sign {
        '`' | '´' | '‘'..='‛' | '‹' | '›' | '′' | '‵' | 'ʹ' | 'ʻ'..='ʽ' | 'ꞌ' => {
            Variant::Typed('\'')
        }
        '“'..='‟' | '«' | '»' | '″' | '‶' | 'ʺ' | '〝'..='〟' => Variant::Typed('"'),
        '‐'..='―' | '−' | '⁃' | '⸺' | '⸻' => Variant::Typed('-'),
        '⁄' | '∕' => Variant::Typed('/'),
        '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' => Variant::SmallDigit(small_digit(sign)),
        '¼'..='¾' | '⅐'..='⅞' | '↉' => Variant::Fraction,
        _ if sign.is_whitespace() => Variant::Space,
        _ if is_unseen(sign) => Variant::Unseen,
        _ if is_spelt(sign) => Variant::Spelt,
        _ => Variant::Own,
    }
}

/// Signs without a shape: hints to whoever sets the text, marks of direction, joiners, selectors.
#[must_use]
pub fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0001}' | '\u{e0100}'..='\u{e01ef}')
}

/// Full and half width, ligatures, forms of position, letters of mathematics: the same letters.
/// Superscripts, squares and circles are not: they say something of their own.
fn is_spelt(sign: char) -> bool {
    matches!(sign,
        'µ' | 'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ' | 'Ǆ'..='ǌ' | 'Ǳ'..='ǳ' | '․'..='…'
        | '\u{2100}'..='\u{211f}' | '\u{2121}' | '\u{2123}'..='\u{214f}' | '\u{2160}'..='\u{217f}'
        | '\u{2f00}'..='\u{2fdf}' | '\u{fb00}'..='\u{fdff}' | '\u{fe10}'..='\u{fe19}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{fe70}'..='\u{fefc}' | '\u{ff01}'..='\u{ffee}'
        | '\u{1d400}'..='\u{1d7ff}')
}

fn small_digit(sign: char) -> char {
    let value = match sign {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '₀'..='₉' => sign as u32 - '₀' as u32,
        _ => sign as u32 - '⁰' as u32,
    };
    char::from_digit(value, 10).unwrap_or(sign)
}
