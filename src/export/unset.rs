//! Signs that no typeface at hand has: a box stands for each, and people are told which.

use std::collections::BTreeSet;

/// Signs, each once.
pub type Signs = BTreeSet<char>;

/// More signs than these are counted.
const NAMED: usize = 6;

/// A sentence that names them; nothing where there are none.
#[must_use]
pub fn unset_words(signs: &Signs) -> Option<String> {
    let mut named: Vec<String> =
        signs.iter().take(NAMED).map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign))).collect();
    if signs.len() > NAMED {
        named.push(format!("{} more", signs.len() - NAMED));
    }
    let last = named.pop()?;
    let (signs, boxes) = if named.is_empty() {
        (last, "a box stands in its place")
    } else {
        (format!("{} and {last}", named.join(", ")), "a box stands for each")
    };
    Some(format!("No typeface was found that draws {signs}: {boxes}."))
}

/// What is no sign of its own: it joins or changes others.
pub fn is_beside_others(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(sign, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_named_by_number_too_and_many_are_counted() {
        let words = |signs: &str| unset_words(&signs.chars().collect());
        assert_eq!(words(""), None);
        assert_eq!(
            words("🚌").unwrap(),
            "No typeface was found that draws 🚌 (U+1F68C): a box stands in its place."
        );
        assert_eq!(
            words("🚌𐎀").unwrap(),
            "No typeface was found that draws 𐎀 (U+10380) and 🚌 (U+1F68C): a box stands for each."
        );
        assert!(words("abcdefghi").unwrap().contains("f (U+0066) and 3 more: "));
    }
}
