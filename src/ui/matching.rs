//! How well a name fits a few letters that were typed, for lists to choose from.

/// From the best to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The name begins with what was typed; or nothing was.
    Beginning,
    /// Every word typed begins a word of the name.
    WordBeginnings,
    /// The letters typed are beginnings of the name's words, in order: `nth` for "Next theme".
    Initials,
    /// Every word typed is somewhere in the name.
    Inside,
}

/// How a name fits; `None` where it does not. Both are compared sign by sign: fold capitals and
/// accents before.
#[must_use]
pub fn fit(name: &str, typed: &str) -> Option<Fit> {
    let typed = typed.trim();
    if name.starts_with(typed) {
        return Some(Fit::Beginning);
    }
    let begins_a_word = |word: &str| words(name).any(|part| part.starts_with(word));
    if typed.split_whitespace().all(begins_a_word) {
        return Some(Fit::WordBeginnings);
    }
    let letters: Vec<char> = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let parts: Vec<Vec<char>> = words(name).map(|word| word.chars().collect()).collect();
    if are_initials(&letters, &parts) {
        return Some(Fit::Initials);
    }
    typed.split_whitespace().all(|word| name.contains(word)).then_some(Fit::Inside)
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether the letters are beginnings of words, one after another; words may be left out.
fn are_initials(letters: &[char], words: &[Vec<char>]) -> bool {
    // The letters that can be used up before each next word; few enough to try them all.
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for word in words {
        for from in (0..letters.len()).rev().filter(|from| reached[*from]).collect::<Vec<_>>() {
            let same = letters[from..].iter().zip(word).take_while(|(letter, sign)| letter == sign).count();
            (1..=same).for_each(|taken| reached[from + taken] = true);
        }
    }
    reached[letters.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_come_before_words_before_initials_before_insides() {
        assert_eq!(fit("next theme", "ne"), Some(Fit::Beginning));
        assert_eq!(fit("next theme", "the ne"), Some(Fit::WordBeginnings));
        assert_eq!(fit("next theme", "neth"), Some(Fit::Initials));
        assert_eq!(fit("next theme", "hem"), Some(Fit::Inside));
        assert_eq!(fit("next theme", "zebra"), None);
        assert!(Fit::Beginning < Fit::WordBeginnings && Fit::Initials < Fit::Inside);
    }

    #[test]
    fn nothing_typed_fits_everything() {
        assert_eq!(fit("anything", "  "), Some(Fit::Beginning));
    }

    #[test]
    fn words_may_be_left_out_between_initials_and_are_taken_once() {
        assert_eq!(fit("how far the numbers go", "hng"), Some(Fit::Initials));
        assert_eq!(fit("how far", "ff"), None);
        assert_eq!(fit("how far", "fh"), None);
    }

    #[test]
    fn the_longest_beginning_is_not_the_only_one_tried() {
        // "th" of "the" would leave "heme" without a word of its own.
        assert_eq!(fit("the theme", "ttheme"), Some(Fit::Initials));
    }
}
