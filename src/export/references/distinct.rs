//! Each thing that is cited once, and under a key of its own.

use std::collections::{HashMap, HashSet};

use super::Reference;

/// References, each once.
pub struct Distinct<'r> {
    /// In the order in which each first comes, each with a key of its own.
    pub references: Vec<Reference>,
    numbers: HashMap<&'r Reference, usize>,
}

/// References, each once. Two editions of a briefing may give one source another date: where another
/// reference has the key already, letters are added that come from what the reference says, so that
/// they are the same in each file.
#[must_use]
pub fn distinct<'r>(references: impl IntoIterator<Item = &'r Reference>) -> Distinct<'r> {
    let mut distinct = Distinct { references: Vec::new(), numbers: HashMap::new() };
    let mut keys = HashSet::new();
    for reference in references {
        if distinct.numbers.contains_key(reference) {
            continue;
        }
        let mut key = reference.id.clone();
        while !keys.insert(key.clone()) {
            key = format!("{key}.{}", letters(reference));
        }
        distinct.numbers.insert(reference, distinct.references.len());
        distinct.references.push(Reference { id: key, ..reference.clone() });
    }
    distinct
}

impl Distinct<'_> {
    /// Which of [`Distinct::references`] one is.
    #[must_use]
    pub fn number(&self, reference: &Reference) -> Option<usize> {
        self.numbers.get(reference).copied()
    }
}

/// Six letters and digits from what it says.
fn letters(reference: &Reference) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write;
    let mut letters = String::new();
    for byte in &Sha256::digest(format!("{reference:?}").as_bytes())[..3] {
        let _ = write!(letters, "{byte:02x}");
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_the_same_is_there_once_and_what_does_not_has_its_own_key() {
        let one = Reference::alone("care", "Care", 1);
        let same = one.clone();
        let other = Reference { title: "Care, mended".to_owned(), ..one.clone() };
        let keys = |references: &[&Reference]| -> Vec<String> {
            let distinct = distinct(references.iter().copied());
            distinct.references.iter().map(|known| known.id().to_owned()).collect()
        };
        let found = keys(&[&one, &same, &other, &other, &one]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], "briefing:care");
        assert!(found[1].starts_with("briefing:care."), "{found:?}");
        assert_eq!(keys(&[&one, &other]), found, "it is the same each time");
    }
}
