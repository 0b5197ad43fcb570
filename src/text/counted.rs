//! Counts with the noun that they count.

/// "1 note", "12 notes": `noun` is one of them, and its plural ends in s.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_singular_and_all_others_are_plural() {
        for (count, words) in [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (11, "11 notes")] {
            assert_eq!(counted(count, "note"), words);
        }
    }
}
