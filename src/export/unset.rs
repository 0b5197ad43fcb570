//! Signs that no typeface at hand has: a box stands for each, and people are told which.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::poll::listed;
use crate::text::is_unseen;

/// Signs, each once. What stands for one sign, as a flag or a family does, is one.
pub type Signs = BTreeSet<String>;

/// The signs of a text that hold something that is lacking, each as a whole.
pub fn lacking_signs(text: &str, is_lacking: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let lacks = move |sign: char| !sign.is_ascii() && !is_beside_others(sign) && is_lacking(sign);
    text.graphemes(true).filter(move |sign| sign.chars().any(&lacks))
}

/// A text in which each sign that is lacking has one letter, so that one box stands for it.
pub fn with_one_letter_each(text: &str, unset: &Signs) -> String {
    let letter = |sign: &str| sign.chars().next().filter(|_| unset.contains(sign));
    text.graphemes(true).fold(String::with_capacity(text.len()), |mut out, sign| {
        match letter(sign) {
            Some(letter) => out.push(letter),
            None => out.push_str(sign),
        }
        out
    })
}

/// More signs than these are counted.
const NAMED: usize = 6;

/// A sentence that names them; nothing where there are none.
#[must_use]
pub fn unset_words(signs: &Signs) -> Option<String> {
    let number = |letter: char| format!("U+{:04X}", u32::from(letter));
    let numbers = |sign: &str| sign.chars().map(number).collect::<Vec<_>>().join(" ");
    let mut named: Vec<String> =
        signs.iter().take(NAMED).map(|sign| format!("{sign} ({})", numbers(sign))).collect();
    if signs.len() > NAMED {
        named.push(format!("{} more", signs.len() - NAMED));
    }
    let boxes = match named.len() {
        0 => return None,
        1 => "a box stands in its place",
        _ => "a box stands for each",
    };
    Some(format!("No typeface was found that draws {}: {boxes}.", listed(&named)))
}

/// What is no sign of its own: it joins or changes others.
fn is_beside_others(sign: char) -> bool {
    let is_of_a_flag = ('\u{e0020}'..='\u{e007f}').contains(&sign);
    sign.is_whitespace() || sign.is_control() || is_unseen(sign) || is_of_a_flag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_named_by_number_too_and_many_are_counted() {
        let words = |signs: &str| unset_words(&signs.graphemes(true).map(str::to_owned).collect());
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
        assert_eq!(
            words("👩\u{200d}👧👩\u{200d}👧").unwrap(),
            "No typeface was found that draws 👩\u{200d}👧 (U+1F469 U+200D U+1F467): a box stands in its place."
        );
    }

    #[test]
    fn a_sequence_is_lacking_as_a_whole_and_gets_one_letter() {
        let text = "a 🇬🇧🇫🇷 👍🏽 1\u{fe0f}\u{20e3} é é 👨\u{200d}👩\u{200d}👧.";
        let unset: Signs = lacking_signs(text, |sign| sign > '\u{20ff}').map(str::to_owned).collect();
        let named: Vec<&str> = unset.iter().map(String::as_str).collect();
        assert_eq!(named, ["🇫🇷", "🇬🇧", "👍🏽", "👨\u{200d}👩\u{200d}👧"]);
        assert_eq!(with_one_letter_each(text, &unset), "a 🇬🇫 👍 1\u{fe0f}\u{20e3} é é 👨.");
    }
}
